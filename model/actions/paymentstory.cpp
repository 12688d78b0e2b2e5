// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/paymentstory.h"

#include "model/crypto/canonicalobject.h"

#include <QJsonDocument>

#include <algorithm>

namespace tieout {

namespace {

QString subjectOf(const NeededCase& needed, const PaymentId& payment)
{
    return needed.tx ? transferSubject(*needed.tx, needed.binding) : payment.text();
}

CaseRow caseFor(const NeededCase& needed, const LoadedPayment& payment, UtcTime now)
{
    CaseRow row;
    row.id = CaseId::make(now);
    row.code = needed.code;
    row.subject = subjectOf(needed, payment.row.id);
    row.payment = payment.row.id;
    row.tx = needed.tx;
    row.binding = needed.tx ? needed.binding : BindingId();
    row.evidence = QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("amount"), needed.amount.toText()},
                                  {QStringLiteral("policy"),
                                   QStringLiteral("%1 v%2")
                                       .arg(payment.row.policy.corridor)
                                       .arg(payment.row.policy.version)}})
            .toJson(QJsonDocument::Compact));
    row.openedAt = now;
    return row;
}

bool isNeeded(const CaseRow& open, const PaymentState& state, const PaymentId& payment)
{
    return std::any_of(state.cases.begin(), state.cases.end(), [&](const NeededCase& needed) {
        return needed.code == open.code && subjectOf(needed, payment) == open.subject;
    });
}

CaseRow* openRowOf(const NeededCase& needed, LoadedPayment& payment)
{
    const auto at =
        std::find_if(payment.openCases.begin(), payment.openCases.end(), [&](const CaseRow& open) {
            return open.code == needed.code && open.subject == subjectOf(needed, payment.row.id);
        });
    return at == payment.openCases.end() ? nullptr : &*at;
}

QString amountIn(const QString& evidence)
{
    return QJsonDocument::fromJson(evidence.toUtf8()).object().value(u"amount").toString();
}

// Whoever decides answers what he saw: another amount makes another version of the case, and the
// answer to the earlier one is refused. True if it changed.
Result<bool>
revise(Database& db, CaseRow& open, const NeededCase& needed, const LoadedPayment& payment)
{
    const QString evidence = caseFor(needed, payment, open.openedAt).evidence;
    if (amountIn(open.evidence) == amountIn(evidence))
        return false;
    if (auto done = reviseCase(db, open, evidence); !done)
        return fail(done.error());
    open.evidence = evidence;
    ++open.version;
    return true;
}

QString wordOf(CaseTurn::Step step)
{
    switch (step) {
    case CaseTurn::Opened:
        return QStringLiteral("opened ");
    case CaseTurn::Changed:
        return QStringLiteral("changed ");
    case CaseTurn::Resolved:
        return QStringLiteral("resolved ");
    }
    return {};
}

// What it tells of is over, and it closes by itself.
bool isOver(const CaseRow& open, const PaymentState& state, const PaymentId& payment)
{
    if (!caseRule(open.code).closesByItself())
        return false;
    // It waits for the money that the lost transaction would have brought.
    if (open.code == CaseCode::Replaced)
        return state.remaining.isZero();
    return isDerivedCase(open.code) && !isNeeded(open, state, payment);
}

std::optional<EventType> statusEvent(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Confirming:
        return EventType::PaymentConfirming;
    case PaymentStatus::Confirmed:
        return EventType::PaymentConfirmed;
    case PaymentStatus::Overpaid:
        return EventType::PaymentOverpaid;
    case PaymentStatus::Underpaid:
        return EventType::PaymentUnderpaid;
    case PaymentStatus::Expired:
        return EventType::PaymentExpired;
    case PaymentStatus::Held:
        return EventType::PaymentHeld;
    case PaymentStatus::Refunded:
        return EventType::PaymentRefunded;
    case PaymentStatus::Cancelled:
        return EventType::PaymentCancelled;
    case PaymentStatus::Pending:
    case PaymentStatus::Reorged:
        return std::nullopt; // Reorged is told by the withdrawal itself
    }
    return std::nullopt;
}

bool saysReorged(const QString& labels)
{
    return (u' ' + labels + u' ').contains(u" reorged ");
}

} // namespace

Result<std::vector<CaseTurn>>
turnCases(Database& db, LoadedPayment& payment, const PaymentState& state, const Cause& cause)
{
    std::vector<CaseTurn> turns;
    for (const NeededCase& needed : state.cases) {
        if (CaseRow* open = openRowOf(needed, payment)) {
            const auto changed = revise(db, *open, needed, payment);
            if (!changed)
                return fail(changed.error());
            if (*changed)
                turns.push_back({CaseTurn::Changed, *open});
            continue;
        }
        const CaseRow row = caseFor(needed, payment, cause.now);
        // Dust stays dust: once somebody labelled it, nobody is asked again.
        if (needed.code == CaseCode::AmtDust) {
            const auto known = caseKnown(db, subjectOf(needed, payment.row.id), needed.code);
            if (!known)
                return fail(known.error());
            if (*known)
                continue;
        }
        // What is only logged is written once and asks nobody.
        const bool logged = !caseRule(needed.code).owner.has_value();
        auto opened = logged ? logCase(db, row) : openCase(db, row);
        if (!opened)
            return fail(opened.error());
        if (*opened && !logged)
            payment.openCases.push_back(row);
        if (*opened)
            turns.push_back({CaseTurn::Opened, row});
    }
    std::vector<CaseRow> left;
    for (const CaseRow& open : payment.openCases) {
        if (!isOver(open, state, payment.row.id)) {
            left.push_back(open);
            continue;
        }
        const auto closed = resolveCase(db,
                                        open,
                                        QStringLiteral("automatic"),
                                        QStringLiteral("fact-went-away"),
                                        QStringLiteral("engine"),
                                        cause.now);
        if (!closed)
            return fail(closed.error());
        turns.push_back({CaseTurn::Resolved, open});
    }
    payment.openCases = std::move(left);
    payment.facts.recognition.severeCaseOpen =
        std::any_of(payment.openCases.begin(), payment.openCases.end(), [](const CaseRow& open) {
            return caseRule(open.code).severity <= 2;
        });
    return turns;
}

std::vector<EventType> eventsBetween(const PaymentProjection& before,
                                     const PaymentProjection& after,
                                     const PaymentState& state,
                                     FulfilmentStep step)
{
    std::vector<EventType> events;
    const bool sawNothing = before.detection == toText(DetectionState::Created) ||
                            before.detection == toText(DetectionState::Expired);
    const bool seesMoney = state.detection == DetectionState::Detected;
    if (sawNothing && seesMoney)
        events.push_back(EventType::PaymentDetected);
    const bool turnedReorged =
        after.status != before.status && state.status == PaymentStatus::Reorged;
    if (turnedReorged || (saysReorged(after.labels) && !saysReorged(before.labels)))
        events.push_back(EventType::PaymentReorged);
    if (after.status != before.status) {
        if (const auto event = statusEvent(state.status))
            events.push_back(*event);
    }
    // Who ships by these events is told of fulfilment alone: the end of a hold brings no money.
    switch (step) {
    case FulfilmentStep::Nothing:
        break;
    case FulfilmentStep::Release:
        events.push_back(EventType::PaymentReleased);
        break;
    case FulfilmentStep::Recall:
        events.push_back(EventType::PaymentRecalled);
        break;
    case FulfilmentStep::Resume:
        events.push_back(EventType::PaymentResumed);
        break;
    }
    return events;
}

Result<std::vector<EventRow>> paymentEvents(const std::vector<EventType>& types,
                                            const PaymentRow& row,
                                            const PaymentProjection& next,
                                            const PaymentState& state,
                                            qint64 version,
                                            UtcTime now)
{
    std::vector<EventRow> events;
    if (types.empty())
        return events;
    // All of them tell the same state.
    CanonicalObject data;
    data.text("payment", row.id.text()).text("order_reference", row.orderReference);
    data.text("corridor", row.policy.corridor).text("due", row.policy.due.toText());
    data.text("received", next.received.toText()).text("confirmed", next.confirmed.toText());
    data.text("remaining", next.remaining.toText()).text("status", next.status);
    data.text("labels", next.labels).integer("version", version);
    if (state.status == PaymentStatus::Underpaid)
        data.boolean("prompt", state.promptTopUp).text("ask_for", state.askFor.toText());
    const auto payload = data.end();
    if (!payload)
        return fail(payload.error());
    const QString text = QString::fromUtf8(*payload);
    for (const EventType type : types) {
        const int step = static_cast<int>(events.size());
        events.push_back(
            {EventId::make(now), type, row.id.text(), version, step, row.correlationId, text, now});
    }
    return events;
}

std::optional<EventRow> caseEvent(const CaseTurn& turn, const PaymentRow& row, UtcTime now)
{
    if (turn.step == CaseTurn::Changed)
        return std::nullopt;
    const bool opened = turn.step == CaseTurn::Opened;
    const QJsonObject data{{QStringLiteral("case"), turn.row.id.text()},
                           {QStringLiteral("code"), toText(turn.row.code)},
                           {QStringLiteral("subject"), turn.row.subject},
                           {QStringLiteral("payment"), row.id.text()}};
    return EventRow{EventId::make(now),
                    opened ? EventType::CaseOpened : EventType::CaseResolved,
                    turn.row.id.text(),
                    opened ? 1 : turn.row.version + 1,
                    0,
                    row.correlationId,
                    QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact)),
                    now};
}

Result<JournalEntry> paymentEntry(const PaymentRow& row,
                                  const PaymentProjection& next,
                                  const std::vector<EventType>& events,
                                  const std::vector<CaseTurn>& turns,
                                  qint64 version,
                                  const Cause& cause)
{
    const bool own = cause.isSubject(row.id);
    CanonicalObject data;
    if (own)
        data.members(cause.data);
    QStringList names;
    for (const EventType type : events)
        names.append(toText(type));
    data.texts("events", names);
    data.text("before", row.projection.status).text("after", next.status);
    data.text("received", next.received.toUnitsText());
    data.text("confirmed", next.confirmed.toUnitsText());
    data.text("correlation_id", row.correlationId);
    if (!turns.empty()) {
        QStringList cases;
        for (const CaseTurn& turn : turns)
            cases.append(wordOf(turn.step) + toText(turn.row.code));
        data.texts("cases", cases);
    }
    auto canonical = data.end();
    if (!canonical)
        return fail(canonical.error());
    return JournalEntry{EntryId::make(cause.now),
                        own ? cause.action : QStringLiteral("payment.derive"),
                        own ? cause.actor : QStringLiteral("engine"),
                        row.id.text(),
                        version,
                        {},
                        cause.now,
                        std::move(canonical).value()};
}

} // namespace tieout
