// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/paycode.h"

#include "model/domain/paymenturi.h"
#include "model/tables/paymentstable.h"
#include "ui/payments/detail/detailwords.h"

#include <algorithm>

namespace tieout {

namespace paycode {

// Why nobody should pay now, though money is missing; empty when they may.
QString whyNotNow(const PaymentDetail& detail)
{
    const bool topUp = detail.row.status == PaymentStatus::Underpaid;
    const bool seen =
        std::any_of(detail.money.begin(), detail.money.end(), [&](const DetailMoney& money) {
            const TransferState state = stateOf(detail, money);
            return state == TransferState::Mempool || state == TransferState::Mined;
        });
    if (seen)
        return StoryText::tr("Money is on its way. Wait for it: who pays now may pay twice.");
    // The chain's clock, by which it is judged whether money was late.
    const UtcTime end = topUp ? detail.topUpUntil : detail.row.expiresAt;
    if (detail.rail.headTime > end)
        return topUp
                   ? StoryText::tr("The window for topping up is over.")
                   : StoryText::tr("The deadline has passed. Reissue the payment to wait longer.");
    if (detail.bindings.empty())
        return StoryText::tr("The payment has no address.");
    if (!detail.bindings.front().isProved)
        return StoryText::tr("The address can't be proved, so there is nothing to pay to.");
    return {};
}

} // namespace paycode

std::optional<PayCode> payCodeOf(const PaymentDetail& detail)
{
    const QueueRow& row = detail.row;
    const bool topUp = row.status == PaymentStatus::Underpaid;
    if ((row.status != PaymentStatus::Pending && !topUp) || row.remaining.isZero())
        return std::nullopt;
    PayCode code;
    code.amount = amountWithUnit(row.remaining, row.symbol);
    code.until = tableTime(topUp ? detail.topUpUntil : row.expiresAt);
    code.why = paycode::whyNotNow(detail);
    if (!code.why.isEmpty())
        return code;
    const DetailBinding& binding = detail.bindings.front();
    code.address = detail.accountText(binding.account);
    if (!binding.reference.isEmpty()) {
        code.why = StoryText::tr("The money is recognised by its reference, which no payment link "
                                 "can carry. Give the payer both.");
        return code;
    }
    if (detail.rail.family == u"tron") {
        code.code = code.address;
        code.why = StoryText::tr(
            "Tron has no payment links: the code holds the address only. The payer types the "
            "amount.");
        return code;
    }
    const auto chain = detail.asset.chain();
    if (binding.account.size() == 20 && chain && chain->text() == detail.rail.chain)
        code.link = paymentUri(detail.asset,
                               Address::fromBytes(AddressFamily::Evm, binding.account),
                               row.remaining)
                        .value_or(QString());
    code.code = code.link;
    if (code.link.isEmpty())
        code.why = chain ? StoryText::tr("There are no payment links for this network.")
                         : StoryText::tr("The corridor's version, which names the token, can't be "
                                         "read. So there is no payment link.");
    return code;
}

} // namespace tieout
