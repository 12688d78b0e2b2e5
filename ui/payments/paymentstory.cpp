// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentstory.h"

#include "model/tables/paymentrecord.h"
#include "model/tables/paymentstable.h"
#include "ui/widgets/celldelegate.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tieout {

namespace paymentstory {

QString say(const char* text)
{
    return QCoreApplication::translate("PaymentStory", text);
}

QString withUnit(const Amount& amount, const QString& symbol)
{
    return amountText(amount) + QChar(0x00a0) + symbol;
}

QString fullHash(const QByteArray& hash)
{
    return QStringLiteral("0x") + QString::fromLatin1(hash.toHex());
}

TransferState stateOf(const PaymentDetail& detail, const DetailMoney& money)
{
    if (money.sightingState == u"dropped" || money.sightingState == u"replaced")
        return TransferState::Vanished;
    if (!money.blockNumber)
        return TransferState::Mempool;
    if (money.withdrawnAt)
        return TransferState::Withdrawn;
    // The deciding block is the last one that the payment needs: what lies at or below it is as
    // firm.
    const bool decided =
        detail.row.decidingNumber && *money.blockNumber <= *detail.row.decidingNumber;
    if (decided && detail.row.confirmation == ConfirmationState::Final)
        return TransferState::Final;
    if (decided && detail.row.confirmation == ConfirmationState::Confirmed)
        return TransferState::Confirmed;
    return TransferState::Mined;
}

QString grouped(qint64 number)
{
    return QLocale::c().toString(number).replace(u',', QChar(0x2009));
}

} // namespace paymentstory

using paymentstory::say;

std::optional<StoryWarning> warningOf(const PaymentDetail& detail)
{
    if (detail.bindings.empty() || detail.bindings.front().isProved)
        return std::nullopt;
    return StoryWarning{
        say("Nobody may pay this now"),
        say("The address in the database is not the one that the corridor gives: somebody changed "
            "it. It is not shown.\n"
            "Next: tell the customer to wait and an engineer to look (case ENV-MISMATCH, severity "
            "1), then reissue the payment, which gives it a new address.")};
}

std::vector<Fact> factsOf(const PaymentDetail& detail)
{
    const QueueRow& row = detail.row;
    std::vector<Fact> facts{
        {say("Due"), paymentstory::withUnit(row.due, row.symbol)},
        {say("Received"), paymentstory::withUnit(row.received, row.symbol)},
    };
    if (!row.remaining.isZero())
        facts.push_back({say("Remaining"), paymentstory::withUnit(row.remaining, row.symbol)});
    //: A verdict, and the version of the rules that gave it.
    facts.push_back({say("Verdict"),
                     say("%1, by version %2 of the corridor")
                         .arg(translatedWord(labelOf(detail.verdict)))
                         .arg(detail.policyVersion)});
    if (row.rule)
        facts.push_back({say("Needs"), row.rule->toText()});
    if (!row.labels.isEmpty())
        facts.push_back({say("Labels"), labelsText(row.labels)});
    facts.push_back({say("Corridor"), row.corridor});
    facts.push_back({say("Network"), row.railName + QStringLiteral(" · ") + detail.chain});
    if (!detail.bindings.empty()) {
        const DetailBinding& binding = detail.bindings.front();
        if (binding.isProved)
            facts.push_back(
                {say("Pay to"), groupedAddress(detail.accountText(binding.account)), true});
        else
            //: In place of an address that was changed in the database.
            facts.push_back(
                {say("Pay to"), say("nowhere: the stored address is not the corridor's")});
        if (!binding.reference.isEmpty())
            facts.push_back({say("Reference"), binding.reference, true});
        if (detail.bindings.size() > 1)
            facts.push_back({say("Earlier bindings"), QString::number(detail.bindings.size() - 1)});
    }
    facts.push_back({say("Order"), row.orderReference});
    facts.push_back({say("Customer"), row.customer});
    facts.push_back({say("Merchant"), detail.merchant});
    facts.push_back({say("Created"), tableTime(row.createdAt)});
    facts.push_back({say("Expires"), tableTime(row.expiresAt)});
    if (detail.cancelledAt)
        facts.push_back({say("Cancelled"), tableTime(*detail.cancelledAt)});
    if (detail.releasedAt)
        facts.push_back({say("Released"), tableTime(*detail.releasedAt)});
    facts.push_back({say("Correlation"), detail.correlationId, true});
    std::erase_if(facts, [](const Fact& fact) { return fact.value.isEmpty(); });
    return facts;
}

std::vector<Entry> moneyOf(const PaymentDetail& detail)
{
    std::vector<Entry> entries;
    for (const DetailMoney& money : detail.money) {
        const TransferState state = paymentstory::stateOf(detail, money);
        Entry entry;
        entry.look = lookOf(state);
        entry.title = paymentstory::withUnit(money.amount, money.symbol);
        entry.right = translatedWord(labelOf(state));
        entry.struck = state == TransferState::Withdrawn || state == TransferState::Vanished;
        if (money.blockNumber) {
            QString where = say("block %1").arg(paymentstory::grouped(*money.blockNumber)) +
                            QStringLiteral(" · ") + shortHash(money.blockHash);
            entry.lines.push_back({where, true});
            if (detail.head && !money.withdrawnAt) {
                const qint64 depth = *detail.head - *money.blockNumber + 1;
                entry.right +=
                    QStringLiteral(" · ") +
                    say("depth %1").arg(paymentstory::grouped(std::max<qint64>(depth, 0)));
            }
        }
        if (!money.replacedBy.isEmpty())
            entry.lines.push_back({say("replaced by %1").arg(shortHash(money.replacedBy)), true});
        entry.lines.push_back({say("tx %1").arg(shortHash(money.tx)), true});
        entry.lines.push_back(
            {say("from %1").arg(groupedAddress(detail.accountText(money.from))), true});
        if (!money.linkedBy.isEmpty() && money.linkedBy != u"binding" &&
            money.linkedBy != u"engine")
            entry.lines.push_back({say("linked by %1").arg(money.linkedBy)});
        entry.lines.push_back({say("seen %1").arg(tableTime(money.seenAt))});
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<Entry> openThingsOf(const PaymentDetail& detail)
{
    std::vector<Entry> open;
    std::vector<Entry> closed;
    for (const DetailHold& hold : detail.holds) {
        Entry entry;
        entry.look =
            hold.closedAt ? Look{Tone::Neutral, Shape::Check} : Look{Tone::Held, Shape::Pause};
        entry.title = say("Hold: %1").arg(translatedWord(labelOf(hold.kind)));
        entry.right = hold.closedAt ? say("released") : say("open");
        entry.lines.push_back({hold.reason});
        entry.lines.push_back({say("%1 by %2").arg(tableTime(hold.openedAt), hold.openedBy)});
        (hold.closedAt ? closed : open).push_back(std::move(entry));
    }
    for (const DetailCase& each : detail.cases) {
        Entry entry;
        entry.look = each.open ? lookOfSeverity(each.severity) : Look{Tone::Neutral, Shape::Check};
        entry.title = each.code;
        entry.right = each.open ? say("open · severity %1").arg(each.severity) : say("resolved");
        entry.lines.push_back({say("since %1 · %2").arg(tableTime(each.openedAt), each.owner)});
        if (!each.open)
            entry.lines.push_back({say("%1 by %2").arg(each.resolution, each.resolvedBy)});
        else if (each.dueAt)
            entry.lines.push_back({say("due %1").arg(tableTime(*each.dueAt))});
        (each.open ? open : closed).push_back(std::move(entry));
    }
    open.insert(open.end(), closed.begin(), closed.end());
    return open;
}

std::vector<Entry> timelineOf(const PaymentDetail& detail)
{
    std::vector<std::pair<UtcTime, Entry>> dated;
    for (const DetailEvent& event : detail.events) {
        Entry entry;
        entry.look = lookOfEvent(event.type);
        const auto known = fromText<EventType>(event.type);
        entry.title = known ? translatedWord(labelOf(*known)) : event.type;
        entry.right = tableTime(event.at);
        dated.emplace_back(event.at, std::move(entry));
    }
    for (const DetailDecision& decision : detail.decisions) {
        Entry entry;
        entry.look = {Tone::Neutral, Shape::Dot};
        entry.title = say("Decided: %1").arg(translatedWord(labelOf(decision.kind)));
        entry.right = tableTime(decision.at);
        entry.lines.push_back({say("%1, by %2").arg(decision.reason, decision.by)});
        dated.emplace_back(decision.at, std::move(entry));
    }
    std::stable_sort(
        dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Entry> entries;
    for (auto& [at, entry] : dated)
        entries.push_back(std::move(entry));
    return entries;
}

QString ticketOf(const PaymentDetail& detail)
{
    const QueueRow& row = detail.row;
    QString text =
        QStringLiteral("**%1** `%2`\n\n").arg(translatedWord(labelOf(row.status)), row.id.text());
    for (const Fact& fact : factsOf(detail)) {
        const QString value = fact.mono ? u'`' + fact.value + u'`' : fact.value;
        text += QStringLiteral("- %1: %2\n").arg(fact.name, value);
    }
    for (const DetailMoney& money : detail.money)
        text += QStringLiteral("- tx `%1` %2\n")
                    .arg(paymentstory::fullHash(money.tx),
                         paymentstory::withUnit(money.amount, money.symbol));
    return text;
}

} // namespace tieout
