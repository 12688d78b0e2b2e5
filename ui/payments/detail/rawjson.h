// SPDX-License-Identifier: GPL-3.0-or-later
// rawJson: a payment as a machine sees it. What is stored (the pinned policy, events, entries of
// the journal) stands there byte for byte. An address that can't be proved is nowhere: what names
// one is left out, and that is said. Pure.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace tieout {

struct PaymentDetail;

// The payment's projection and all that hangs on it; amounts are decimal text, times ISO 8601.
QJsonObject paymentObject(const PaymentDetail& detail);
// Canonical form (RFC 8785) of the same; empty when it has none, which no stored payment does.
QByteArray canonicalPayment(const PaymentDetail& detail);
// By two blanks a level; ends with a line's end.
QString indentedJson(const QJsonObject& object);
// To be read: the payment indented, then the events and the entries, the newest first.
QString rawText(const PaymentDetail& detail);

} // namespace tieout
