// SPDX-License-Identifier: GPL-3.0-or-later
// The words and marks that all parts of a payment's detail share. Pure but for translation; GUI
// thread.
#pragma once

#include "model/tables/paymentrecord.h"

#include <QCoreApplication>

namespace tieout {

// Context of the detail's sentences.
struct StoryText
{
    Q_DECLARE_TR_FUNCTIONS(PaymentStory)
};

QString amountWithUnit(const Amount& amount, const QString& symbol);
// As the payment's rail writes it: with 0x, but not on Tron.
QString txText(const PaymentDetail& detail, const QByteArray& tx);
// The moment on this machine's clock, for a tool tip.
QString localTip(UtcTime time);
// A person and no part of the program.
bool isPerson(const QString& actor);

// How a resolved case ended, and why.
QString resolutionText(const DetailCase& each);

TransferState stateOf(const PaymentDetail& detail, const DetailMoney& money);
// What a transfer of this amount needs, by the policy that was pinned; nothing when that can't be
// read and no money decides.
std::optional<ConfirmationRule> ruleOf(const PaymentDetail& detail, const DetailMoney& money);
// How far a block is on the way to its rule, and what it waits for when the chain went far enough:
// "7/12", "12/12 · 1 of 2 sources", "finalized · rail paused". Empty without a head.
QString
confirmationText(const PaymentDetail& detail, const ConfirmationRule& rule, qint64 blockNumber);

} // namespace tieout
