// SPDX-License-Identifier: GPL-3.0-or-later
// payCodeOf: what a payer can be shown of a payment that still waits for money: the link and the
// code that hold it, or why there is none. Only a proved address is ever answered. Pure but for
// translation.
#pragma once

#include <QString>

#include <optional>

namespace tieout {

struct PaymentDetail;

struct PayCode
{
    QString amount;  // what is still missing, with its unit
    QString until;   // UTC
    QString address; // empty when it can't be proved
    QString link;    // ERC-681; empty when there is none
    QString code;    // what the QR code holds: the link, or the address; empty: no code
    QString why;     // why there is no link, or no code
};

// Nothing for a payment that waits for no money.
std::optional<PayCode> payCodeOf(const PaymentDetail& detail);

} // namespace tieout
