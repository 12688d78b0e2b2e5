// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/projection.h"

#include "model/actions/paymentstory.h"
#include "model/store/awaiting.h"
#include "model/store/events.h"
#include "model/store/failpoint.h"
#include "model/store/journal.h"
#include "model/store/paymentfacts.h"

namespace tieout {

namespace {

// Everything that one batch will write, collected first so that each table is written once.
struct Pending
{
    std::vector<ProjectionChange> changes;
    std::vector<EventRow> events;
    std::vector<JournalEntry> entries;
    std::vector<AwaitingRow> awaiting;
};

QString ruleText(const PaymentState& state)
{
    return state.deciding ? state.deciding->rule.toText() : QString();
}

std::optional<UtcTime> reachedAt(bool reached, const std::optional<UtcTime>& before, UtcTime now)
{
    if (!reached)
        return std::nullopt;
    return before ? before : std::optional<UtcTime>(now);
}

// The projection that `state` implies; times of the past are kept.
PaymentProjection projectionOf(const PaymentState& state, const LoadedPayment& payment, UtcTime now)
{
    const PaymentProjection& before = payment.row.projection;
    PaymentProjection p = before;
    p.status = toText(state.status);
    p.detection = toText(state.detection);
    p.confirmation = toText(state.confirmation);
    p.recognition = toText(state.recognition);
    p.verdict = toText(state.verdict);
    p.labels = state.labels.toText();
    p.received = state.received;
    p.confirmed = state.confirmed;
    p.remaining = state.remaining;
    p.decidingNumber = state.deciding ? std::optional<qint64>(state.deciding->block) : std::nullopt;
    p.required = ruleText(state);
    const bool isFinal = state.confirmation == ConfirmationState::Final;
    p.confirmedAt = reachedAt(
        isFinal || state.confirmation == ConfirmationState::Confirmed, before.confirmedAt, now);
    p.finalAt = reachedAt(isFinal, before.finalAt, now);
    p.expiredAt = payment.facts.expiredAt;
    if (payment.facts.topUpClosed && !before.topUpClosedAt)
        p.topUpClosedAt = now;
    return p;
}

// Facts that the engine adds by itself because the others imply them: a deadline that passed, a
// surplus within tolerance that is credited.
Outcome settleFacts(Database& db, LoadedPayment& payment, const Cause& cause)
{
    PaymentFacts& facts = payment.facts;
    if (cause.readUntil) {
        const auto expires = mayExpire(facts, *cause.readUntil);
        if (!expires)
            return fail(expires.error());
        if (*expires)
            facts.expiredAt = cause.now;
        if (!facts.topUpClosed && mayCloseTopUp(facts, *cause.readUntil))
            facts.topUpClosed = true;
    }
    const auto state = derivePaymentState(facts);
    if (!state)
        return fail(state.error());
    if (state->graceCredit.units() <= 0)
        return Done;
    facts.given.push_back({GivenKind::Grace, state->graceCredit});
    return insertCredit(db,
                        {CreditId::make(cause.now),
                         payment.row.id,
                         std::nullopt,
                         GivenKind::Grace,
                         state->graceCredit,
                         cause.now,
                         QStringLiteral("engine"),
                         QStringLiteral("within-tolerance")});
}

class Projector
{
public:
    Projector(Database& db, const Cause& cause)
        : m_db(db)
        , m_cause(cause)
    {}

    Outcome evaluate(LoadedPayment& payment)
    {
        if (auto settled = settleFacts(m_db, payment, m_cause); !settled)
            return settled;
        noteAwaiting(payment);
        auto state = derivePaymentState(payment.facts);
        if (!state)
            return fail(state.error());
        if (auto done = settleCases(payment, *state); !done)
            return done;
        if (!m_caseTurns.empty()) {
            // Open cases are gates of recognition, so they are judged once more.
            state = derivePaymentState(payment.facts);
            if (!state)
                return fail(state.error());
        }
        return writeDown(payment, *state);
    }

    Outcome flush(ProjectionSummary& summary)
    {
        if (auto done = writeProjections(m_db, m_pending.changes, m_cause.now); !done)
            return done;
        failpoint("projection.after-payments");
        if (auto done = insertEvents(m_db, m_pending.events); !done)
            return done;
        failpoint("projection.after-events");
        if (m_cause.await) {
            const Cause::Await& await = *m_cause.await;
            if (auto done = addAwaiting(m_db, await.rail, m_pending.awaiting, await.newBlocks);
                !done)
                return done;
        }
        failpoint("projection.after-awaiting");
        summary.changed = static_cast<qint64>(m_pending.changes.size());
        summary.events = static_cast<qint64>(m_pending.events.size());
        for (const ProjectionChange& change : m_pending.changes)
            summary.changedIds.push_back(change.id);
        return appendJournal(m_db, m_pending.entries);
    }

private:
    void noteAwaiting(const LoadedPayment& payment)
    {
        if (!m_cause.await || payment.row.rail != m_cause.await->rail)
            return;
        const QString strongest = payment.row.policy.strongest.toText();
        for (const MoneyFact& money : payment.facts.money) {
            const bool fresh = money.block && *money.block >= m_cause.await->from &&
                               *money.block <= m_cause.await->to &&
                               money.state != TransferState::Withdrawn;
            if (!fresh)
                continue;
            m_pending.awaiting.push_back({money.rule.toText(), *money.block, payment.row.id});
            m_pending.awaiting.push_back({strongest, *money.block, payment.row.id});
        }
    }

    Outcome settleCases(LoadedPayment& payment, const PaymentState& state)
    {
        auto turns = turnCases(m_db, payment, state, m_cause);
        if (!turns)
            return fail(turns.error());
        m_caseTurns = std::move(turns).value();
        return Done;
    }

    Outcome writeDown(const LoadedPayment& payment, const PaymentState& state)
    {
        const PaymentRow& row = payment.row;
        PaymentProjection next = projectionOf(state, payment, m_cause.now);
        const FulfilmentStep turn = fulfilmentStep(row.projection.fulfilment, state.status);
        next.fulfilment = afterStep(row.projection.fulfilment, turn);
        if (turn == FulfilmentStep::Release)
            next.releasedAt = m_cause.now;
        const bool forced = m_cause.isSubject(row.id);
        if (next == row.projection && !forced && m_caseTurns.empty())
            return Done;
        const qint64 version = row.version + 1;
        const auto types = eventsBetween(row.projection, next, state, turn);
        const auto events = paymentEvents(types, row, next, state, version, m_cause.now);
        if (!events)
            return fail(events.error());
        m_pending.events.insert(m_pending.events.end(), events->begin(), events->end());
        for (const CaseTurn& caseTurn : m_caseTurns) {
            if (const auto event = caseEvent(caseTurn, row, m_cause.now))
                m_pending.events.push_back(*event);
        }
        auto entry = paymentEntry(row, next, types, m_caseTurns, version, m_cause);
        if (!entry)
            return fail(entry.error());
        m_pending.entries.push_back(std::move(entry).value());
        m_pending.changes.push_back({row.id, row.version, std::move(next)});
        return Done;
    }

    Database& m_db;
    const Cause& m_cause;
    Pending m_pending;
    std::vector<CaseTurn> m_caseTurns; // of the payment that is evaluated
};

} // namespace

Result<ProjectionSummary>
reproject(Database& db, const std::vector<PaymentId>& payments, const Cause& cause)
{
    ProjectionSummary summary;
    if (payments.empty())
        return summary;
    auto answer = loadPayments(db, payments);
    if (!answer)
        return fail(answer.error());
    std::vector<LoadedPayment> loaded = std::move(answer).value();
    Projector projector(db, cause);
    for (LoadedPayment& payment : loaded) {
        if (auto done = projector.evaluate(payment); !done)
            return fail(done.error());
        ++summary.evaluated;
    }
    if (auto done = projector.flush(summary); !done)
        return fail(done.error());
    return summary;
}

Result<std::vector<PaymentId>> divergedProjections(Database& db,
                                                   const std::vector<PaymentId>& payments)
{
    const auto loaded = readPayments(db, payments);
    if (!loaded)
        return fail(loaded.error());
    std::vector<PaymentId> diverged;
    for (const LoadedPayment& payment : *loaded) {
        const auto state = derivePaymentState(payment.facts);
        if (!state)
            return fail(state.error());
        if (!(projectionOf(*state, payment, UtcTime()) == payment.row.projection))
            diverged.push_back(payment.row.id);
    }
    return diverged;
}

} // namespace tieout
