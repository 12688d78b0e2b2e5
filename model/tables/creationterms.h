// SPDX-License-Identifier: GPL-3.0-or-later
// CreationTerms: what a person may choose from for a new payment, and what is wrong with what he
// typed, found without asking anybody: by the rules that the engine applies again. Immutable
// values; readCreationTerms() on the thread of the Database.
#pragma once

#include "model/store/merchants.h"
#include "model/tables/paymentoptions.h"

namespace tieout {

struct CreationTerms
{
    std::vector<MerchantCorridors> merchants;
    std::vector<CorridorVersion> corridors; // the newest version of each
    bool sandbox = false;
    Permission create;

    // The merchant's, in the order of their names; those that can't be used now included.
    std::vector<CorridorVersion> corridorsOf(const QString& merchant) const;
};

Result<CreationTerms> readCreationTerms(Database& db, const QString& account);

// Whether the corridor takes new payments now. Reasons: those of mayCreatePayment() about status.
Outcome mayUseCorridor(const CorridorVersion& corridor, bool sandbox);
// Reasons: value_missing, those of Amount::parse and of mayCreatePayment().
Outcome checkAmount(const CorridorVersion& corridor, const QString& amount, bool sandbox);
// Of an order reference or a customer. Reasons: text_too_long, text_control.
Outcome checkReference(const QString& text);
// Empty: the corridor's. Reasons: duration_malformed, expiry_range.
Result<std::optional<Duration>> parseExpiry(const QString& text);
// Of a decision. Reasons: reason_missing, text_too_long, text_control.
Outcome checkReason(const QString& text);

} // namespace tieout
