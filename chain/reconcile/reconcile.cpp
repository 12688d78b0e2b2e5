// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/reconcile/reconcile.h"

#include "model/store/cases.h"
#include "model/store/commandrows.h"
#include "model/store/journal.h"

#include <QJsonArray>

#include <algorithm>

namespace tieout {

namespace {

QString hexText(const QByteArray& bytes)
{
    return QStringLiteral("0x") + QString::fromLatin1(bytes.toHex());
}

Result<ReconciledRail> reconcileRail(Database& db, const RailRow& row)
{
    const auto state = readRailState(db, row.id);
    if (!state)
        return fail(state.error());
    ReconciledRail rail;
    rail.name = row.name;
    rail.readThrough = state->cursorNumber;
    rail.head = state->headNumber;
    rail.healthy = state->healthy;
    rail.reason = state->frozenAt ? state->frozenReason : state->healthReason;
    const auto coverage = readCoverage(db, row.id);
    if (!coverage)
        return fail(coverage.error());
    if (rail.readThrough < 0)
        return rail;
    if (coverage->empty()) {
        rail.gaps.push_back({0, rail.readThrough}); // nothing proves that any of it was read
        return rail;
    }
    auto gaps = coverageGaps(db, row.id, coverage->front().from, rail.readThrough);
    if (!gaps)
        return fail(gaps.error());
    rail.gaps = std::move(gaps).value();
    return rail;
}

Outcome readBacklog(Database& db, Reconciliation& result)
{
    const auto cases = listCases(db, {{}, true, kReconcileLimit});
    if (!cases)
        return fail(cases.error());
    result.openCases = static_cast<qint64>(cases->size());
    const auto waiting = nextWaiting(db, CommandWork::Any, 1'000);
    if (!waiting)
        return fail(waiting.error());
    result.waitingCommands = static_cast<qint64>(waiting->size());
    const auto tail = readUnsealed(db);
    if (!tail)
        return fail(tail.error());
    result.unsealed = tail->count;
    return Done;
}

QJsonObject toJson(const ReconciledToken& token)
{
    return {{QStringLiteral("rail"), token.rail},
            {QStringLiteral("token"), token.symbol},
            {QStringLiteral("matched"), token.linked.toText()},
            {QStringLiteral("matched_transfers"), token.linkedCount},
            {QStringLiteral("declined"), token.declined.toText()},
            {QStringLiteral("declined_transfers"), token.declinedCount},
            {QStringLiteral("unmatched"), token.unmatched.toText()},
            {QStringLiteral("unmatched_transfers"), token.unmatchedCount},
            {QStringLiteral("payments_received"), token.received.toText()},
            {QStringLiteral("payments"), token.payments}};
}

QJsonObject toJson(const UnmatchedMoney& money)
{
    return {{QStringLiteral("rail"), money.rail},
            {QStringLiteral("block"), money.block},
            {QStringLiteral("tx"), hexText(toBytes(money.tx))},
            {QStringLiteral("log_index"), money.logIndex},
            {QStringLiteral("to"), hexText(money.to)},
            {QStringLiteral("token"), money.symbol},
            {QStringLiteral("amount"), money.amount.toText()},
            {QStringLiteral("reference"), money.reference},
            {QStringLiteral("case"), money.hasCase}};
}

QJsonObject toJson(const ReconciledRail& rail)
{
    QJsonArray gaps;
    for (const Gap& gap : rail.gaps)
        gaps.append(QJsonArray{gap.from, gap.to});
    return {{QStringLiteral("rail"), rail.name},
            {QStringLiteral("read_through"), rail.readThrough},
            {QStringLiteral("head"), rail.head},
            {QStringLiteral("healthy"), rail.healthy},
            {QStringLiteral("reason"), rail.reason},
            {QStringLiteral("gaps"), gaps}};
}

QJsonObject toJson(const UncoveredPayment& payment)
{
    return {{QStringLiteral("payment"), payment.payment.text()},
            {QStringLiteral("status"), payment.status},
            {QStringLiteral("token"), payment.symbol},
            {QStringLiteral("says"), payment.says.toText()},
            {QStringLiteral("chain"), payment.linked.toText()}};
}

template<class Rows>
QJsonArray arrayOf(const Rows& rows)
{
    QJsonArray array;
    for (const auto& row : rows)
        array.append(toJson(row));
    return array;
}

QString tokenLines(const std::vector<ReconciledToken>& tokens)
{
    QString text;
    for (const ReconciledToken& token : tokens) {
        // Linked money that doesn't count: late and undecided, or dust.
        const auto idle = token.linked.minus(token.received);
        text +=
            QStringLiteral("  %1 %2: matched %3 in %4 transfers (%5 counts, %6 doesn't), declined "
                           "%7 in %8, without a payment %9 in %10\n")
                .arg(token.rail.leftJustified(14), token.symbol.leftJustified(7))
                .arg(token.linked.toText())
                .arg(token.linkedCount)
                .arg(token.received.toText(), idle ? idle->toText() : QStringLiteral("?"))
                .arg(token.declined.toText())
                .arg(token.declinedCount)
                .arg(token.unmatched.toText())
                .arg(token.unmatchedCount);
    }
    return text;
}

} // namespace

qint64 Reconciliation::unexplained() const
{
    return std::count_if(
        unmatched.begin(), unmatched.end(), [](const UnmatchedMoney& m) { return !m.hasCase; });
}

bool Reconciliation::ties() const
{
    const bool whole = std::all_of(
        rails.begin(), rails.end(), [](const ReconciledRail& r) { return r.gaps.empty(); });
    return whole && uncovered.empty() && unexplained() == 0 && !unmatchedCut;
}

QJsonObject Reconciliation::toJson() const
{
    QJsonObject statuses;
    for (const StatusCount& each : payments)
        statuses.insert(each.status, each.count);
    return {{QStringLiteral("since"), since.toText()},
            {QStringLiteral("ties"), ties()},
            {QStringLiteral("tokens"), arrayOf(tokens)},
            {QStringLiteral("money_without_payment"), arrayOf(unmatched)},
            {QStringLiteral("money_without_payment_cut"), unmatchedCut},
            {QStringLiteral("paid_without_money"), arrayOf(uncovered)},
            {QStringLiteral("rails"), arrayOf(rails)},
            {QStringLiteral("payments"), statuses},
            {QStringLiteral("open_cases"), openCases},
            {QStringLiteral("waiting_commands"), waitingCommands},
            {QStringLiteral("unsealed_entries"), unsealed}};
}

QString Reconciliation::toText() const
{
    QString text = QStringLiteral("Reconciliation since %1\n").arg(since.toText());
    text += tokenLines(tokens);
    for (const UnmatchedMoney& money : unmatched) {
        text += QStringLiteral("  money without a payment: %1 %2 in block %3 of %4, %5%6\n")
                    .arg(money.amount.toText(), money.symbol)
                    .arg(money.block)
                    .arg(money.rail, hexText(toBytes(money.tx)))
                    .arg(money.hasCase ? QString() : QStringLiteral(" (nobody was told)"));
    }
    if (unmatchedCut)
        text += QStringLiteral("  and more money without a payment: choose a shorter period\n");
    for (const UncoveredPayment& payment : uncovered) {
        text += QStringLiteral("  paid without money: %1 says %2 %3, the chain holds %4\n")
                    .arg(payment.payment.text(),
                         payment.says.toText(),
                         payment.symbol,
                         payment.linked.toText());
    }
    for (const ReconciledRail& rail : rails) {
        text += QStringLiteral("  %1 read through block %2 of %3")
                    .arg(rail.name.leftJustified(14))
                    .arg(rail.readThrough)
                    .arg(rail.head);
        for (const Gap& gap : rail.gaps)
            text += QStringLiteral(", gap %1-%2").arg(gap.from).arg(gap.to);
        text += rail.healthy ? QStringLiteral("\n") : QStringLiteral(" (%1)\n").arg(rail.reason);
    }
    text += QStringLiteral("  open cases %1, waiting commands %2, unsealed journal entries %3\n")
                .arg(openCases)
                .arg(waitingCommands)
                .arg(unsealed);
    text += ties() ? QStringLiteral("It ties.\n") : QStringLiteral("It does not tie.\n");
    return text;
}

Result<Reconciliation> reconcile(Database& db, UtcTime since, int limit)
{
    Reconciliation result;
    result.since = since;
    auto tokens = reconcileTokens(db, since);
    if (!tokens)
        return fail(tokens.error());
    result.tokens = std::move(tokens).value();
    auto unmatched = unmatchedMoney(db, since, limit + 1);
    if (!unmatched)
        return fail(unmatched.error());
    result.unmatched = std::move(unmatched).value();
    result.unmatchedCut = result.unmatched.size() > static_cast<size_t>(limit);
    if (result.unmatchedCut)
        result.unmatched.pop_back();
    auto uncovered = uncoveredPayments(db, since, limit);
    if (!uncovered)
        return fail(uncovered.error());
    result.uncovered = std::move(uncovered).value();
    auto payments = paymentsByStatus(db, since);
    if (!payments)
        return fail(payments.error());
    result.payments = std::move(payments).value();
    const auto rails = readRails(db);
    if (!rails)
        return fail(rails.error());
    for (const RailRow& row : *rails) {
        auto rail = reconcileRail(db, row);
        if (!rail)
            return fail(rail.error());
        result.rails.push_back(std::move(rail).value());
    }
    if (auto done = readBacklog(db, result); !done)
        return fail(done.error());
    return result;
}

} // namespace tieout
