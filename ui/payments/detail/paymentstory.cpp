// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/paymentstory.h"

#include "model/domain/casecodes.h"
#include "model/domain/explorerurl.h"
#include "model/tables/paymentstable.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/widgets/addresstext.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/numbertext.h"

#include <algorithm>
#include <tuple>

namespace tieout {

namespace paymentstory {

// Amounts below each other, the points in one column: digits and figure spaces have one width.
std::vector<Fact> amounts(const PaymentDetail& detail)
{
    const QueueRow& row = detail.row;
    std::vector<std::pair<QString, Amount>> all{{StoryText::tr("Due"), row.due},
                                                {StoryText::tr("Received"), row.received}};
    if (detail.confirmed != row.received)
        all.emplace_back(StoryText::tr("Confirmed"), detail.confirmed);
    if (!row.remaining.isZero())
        all.emplace_back(StoryText::tr("Remaining"), row.remaining);
    const auto places = [](const Amount& amount) {
        const AmountParts parts = amountParts(amount);
        return parts.fraction.size() + parts.padding.size();
    };
    qsizetype most = 0;
    for (const auto& [name, amount] : all)
        most = std::max(most, places(amount));
    std::vector<Fact> facts;
    for (const auto& [name, amount] : all) {
        QString text = amountText(amount);
        if (most > 0 && places(amount) == 0)
            text += QChar(0x2008); // as wide as the point
        text += QString(most - places(amount), QChar(0x2007)) + QChar(0x00a0) + row.symbol;
        facts.push_back({name, text, false, true});
    }
    return facts;
}

void addPlace(const PaymentDetail& detail, std::vector<Fact>& facts)
{
    if (detail.bindings.empty())
        return;
    const DetailBinding& binding = detail.bindings.front();
    if (binding.isProved) {
        const QString address = detail.accountText(binding.account);
        facts.push_back({StoryText::tr("Pay to"), groupedAddress(address), true, false, address});
    } else {
        //: In place of an address that was changed in the database.
        facts.push_back({StoryText::tr("Pay to"),
                         StoryText::tr("nowhere: the stored address is not the corridor's")});
    }
    facts.push_back(
        {StoryText::tr("Reference"), binding.reference, true, false, binding.reference});
    if (detail.bindings.size() > 1)
        facts.push_back(
            {StoryText::tr("Earlier bindings"), QString::number(detail.bindings.size() - 1)});
}

void addTime(std::vector<Fact>& facts, const QString& name, std::optional<UtcTime> time)
{
    if (time)
        facts.push_back({name, tableTime(*time), false, false, {}, localTip(*time)});
}

void addOutbox(const PaymentDetail& detail, std::vector<Fact>& facts)
{
    if (detail.outbox.waiting == 0)
        return;
    QString text = StoryText::tr("Events waiting: %1").arg(detail.outbox.waiting);
    if (detail.outbox.attempts > 0)
        text += QStringLiteral(" · ") + StoryText::tr("attempts: %1").arg(detail.outbox.attempts);
    facts.push_back(
        {StoryText::tr("Delivery"),
         text,
         false,
         false,
         {},
         detail.outbox.dueAt
             ? StoryText::tr("The next one is due %1").arg(tableTime(*detail.outbox.dueAt))
             : QString()});
}

EntryLine txLine(const PaymentDetail& detail, const DetailMoney& money)
{
    EntryLine line{StoryText::tr("tx %1").arg(shortHash(money.tx)), true};
    line.copy = txText(detail, money.tx);
    const ExplorerSubject subject{line.copy, money.blockNumber, detail.accountText(money.to)};
    line.link = explorerUrl(detail.rail.explorer, subject).value_or(QString());
    return line;
}

// Firmness in words, and how far it is on its way while that still says something.
QString firmness(const PaymentDetail& detail, const DetailMoney& money, TransferState state)
{
    const QString word = translatedWord(labelOf(state));
    const auto rule = ruleOf(detail, money);
    if (state != TransferState::Mined || !rule)
        return word;
    const QString progress = confirmationText(detail, *rule, *money.blockNumber);
    return progress.isEmpty() ? word : word + QStringLiteral(" · ") + progress;
}

QString roleText(const QString& role)
{
    const auto known = fromText<Role>(role);
    return known ? translatedWord(labelOf(*known)) : role;
}

Entry holdEntry(const DetailHold& hold)
{
    Entry entry;
    entry.look = hold.closedAt ? Look{Tone::Neutral, Shape::Check} : Look{Tone::Held, Shape::Pause};
    entry.title = StoryText::tr("Hold: %1").arg(translatedWord(labelOf(hold.kind)));
    entry.right = hold.closedAt ? StoryText::tr("released") : StoryText::tr("open");
    entry.lines.push_back({hold.reason});
    entry.lines.push_back({StoryText::tr("%1 by %2").arg(tableTime(hold.openedAt), hold.openedBy)});
    entry.lines.back().tip = localTip(hold.openedAt);
    return entry;
}

Entry caseEntry(const DetailCase& each)
{
    Entry entry;
    entry.look = each.open ? lookOfSeverity(each.severity) : Look{Tone::Neutral, Shape::Check};
    entry.title = each.code;
    entry.right = each.open ? StoryText::tr("open · severity %1").arg(each.severity)
                            : StoryText::tr("resolved");
    if (const auto code = caseCodeFromText(each.code))
        entry.lines.push_back({translatedWord(caseRule(*code).meaning)});
    entry.lines.push_back(
        {StoryText::tr("since %1 · %2").arg(tableTime(each.openedAt), roleText(each.owner))});
    entry.lines.back().tip = localTip(each.openedAt);
    if (!each.open) {
        entry.lines.push_back(
            {StoryText::tr("%1 · by %2").arg(resolutionText(each), each.resolvedBy)});
    } else if (each.dueAt) {
        entry.lines.push_back({StoryText::tr("due %1").arg(tableTime(*each.dueAt))});
        entry.lines.back().tip = localTip(*each.dueAt);
    }
    return entry;
}

} // namespace paymentstory

std::optional<StoryWarning> warningOf(const PaymentDetail& detail)
{
    if (detail.bindings.empty() || detail.bindings.front().isProved)
        return std::nullopt;
    return StoryWarning{
        StoryText::tr("Nobody may pay this now"),
        StoryText::tr(
            "The address in the database is not the one that the corridor gives: somebody changed "
            "it. It is not shown.\n"
            "Next: tell the customer to wait and an engineer to look (case ENV-MISMATCH, severity "
            "1), then reissue the payment, which gives it a new address.")};
}

std::vector<Fact> factsOf(const PaymentDetail& detail)
{
    using namespace paymentstory;
    const QueueRow& row = detail.row;
    std::vector<Fact> facts = amounts(detail);
    //: A verdict, and the version of the rules that gave it.
    facts.push_back({StoryText::tr("Verdict"),
                     StoryText::tr("%1, by version %2 of the corridor")
                         .arg(translatedWord(labelOf(detail.verdict)))
                         .arg(detail.policyVersion)});
    if (row.rule)
        facts.push_back({StoryText::tr("Needs"), row.rule->toText()});
    if (!row.labels.isEmpty())
        facts.push_back({StoryText::tr("Labels"), labelsText(row.labels)});
    addOutbox(detail, facts);
    facts.push_back({StoryText::tr("Corridor"), row.corridor});
    facts.push_back(
        {StoryText::tr("Network"), row.railName + QStringLiteral(" · ") + detail.rail.chain});
    addPlace(detail, facts);
    const QString& order = row.orderReference;
    facts.push_back({StoryText::tr("Order"), order, false, false, order});
    facts.push_back({StoryText::tr("Customer"), row.customer});
    facts.push_back({StoryText::tr("Merchant"), detail.merchant});
    addTime(facts, StoryText::tr("Created"), row.createdAt);
    addTime(facts, StoryText::tr("Expires"), row.expiresAt);
    if (row.status == PaymentStatus::Underpaid)
        addTime(facts, StoryText::tr("Top-up until"), detail.topUpUntil);
    addTime(facts, StoryText::tr("Cancelled"), detail.cancelledAt);
    addTime(facts, StoryText::tr("Released"), detail.releasedAt);
    const QString& correlation = detail.correlationId;
    facts.push_back({StoryText::tr("Correlation"), correlation, true, false, correlation});
    std::erase_if(facts, [](const Fact& fact) { return fact.value.isEmpty(); });
    return facts;
}

std::vector<Entry> moneyOf(const PaymentDetail& detail)
{
    using namespace paymentstory;
    std::vector<Entry> entries;
    for (const DetailMoney& money : detail.money) {
        const TransferState state = stateOf(detail, money);
        Entry entry;
        entry.look = lookOf(state);
        entry.title = amountWithUnit(money.amount, money.symbol);
        entry.right = firmness(detail, money, state);
        entry.struck = state == TransferState::Withdrawn || state == TransferState::Vanished;
        entry.lines.push_back(txLine(detail, money));
        if (money.blockNumber) {
            QString where = StoryText::tr("block %1").arg(groupedNumber(*money.blockNumber));
            if (detail.rail.head && !money.withdrawnAt) {
                const qint64 depth = *detail.rail.head - *money.blockNumber + 1;
                where += QStringLiteral(" · ") +
                         StoryText::tr("depth %1").arg(groupedNumber(std::max<qint64>(depth, 0)));
            }
            entry.lines.push_back({where + QStringLiteral(" · ") + shortHash(money.blockHash),
                                   true,
                                   txText(detail, money.blockHash)});
        }
        if (!money.replacedBy.isEmpty())
            entry.lines.push_back({StoryText::tr("replaced by %1").arg(shortHash(money.replacedBy)),
                                   true,
                                   txText(detail, money.replacedBy)});
        const QString from = detail.accountText(money.from);
        entry.lines.push_back({StoryText::tr("from %1").arg(groupedAddress(from)), true, from});
        if (isPerson(money.linkedBy))
            entry.lines.push_back({StoryText::tr("linked by %1").arg(money.linkedBy)});
        entry.lines.push_back({StoryText::tr("seen %1").arg(tableTime(money.seenAt))});
        entry.lines.back().tip = localTip(money.seenAt);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<Entry> openThingsOf(const PaymentDetail& detail)
{
    struct Thing
    {
        int rank; // below 10: open
        qint64 order;
        Entry entry;
    };
    constexpr int kOver = 10;
    std::vector<Thing> things;
    // A hold stops the money of one payment; only what stops all of it comes before.
    for (const DetailHold& hold : detail.holds)
        things.push_back({hold.closedAt ? kOver : 3,
                          hold.closedAt ? -hold.closedAt->ms() : hold.openedAt.ms(),
                          paymentstory::holdEntry(hold)});
    for (const DetailCase& each : detail.cases)
        things.push_back(
            {each.open ? each.severity * 2 : kOver,
             each.open ? each.openedAt.ms() : -each.resolvedAt.value_or(each.openedAt).ms(),
             paymentstory::caseEntry(each)});
    std::stable_sort(things.begin(), things.end(), [](const Thing& a, const Thing& b) {
        return std::tie(a.rank, a.order) < std::tie(b.rank, b.order);
    });
    std::vector<Entry> entries;
    entries.reserve(things.size());
    for (Thing& thing : things)
        entries.push_back(std::move(thing.entry));
    return entries;
}

} // namespace tieout
