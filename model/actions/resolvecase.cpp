// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/resolvecase.h"

#include "model/actions/caseaction.h"
#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/domain/paymentstate.h"

#include <algorithm>

namespace tieout {

namespace {

Result<CaseWay>
mayDecide(const CaseRow& row, const ResolveCasePayload& payload, const ActionContext& context)
{
    const auto owner = caseRule(row.code).owner;
    if (owner && !context.role.isEmpty() && context.role != toText(*owner))
        return fail(ErrorCode::Forbidden,
                    u"case_role",
                    QStringLiteral("%1 is for %2").arg(toText(row.code), toText(*owner)));
    if (row.state == CaseState::Resolved)
        return fail(ErrorCode::Conflict,
                    u"case_changed",
                    QStringLiteral("%1 resolved it as %2").arg(row.resolvedBy, row.resolution));
    if (row.version != payload.expectedVersion)
        return fail(ErrorCode::Conflict,
                    u"case_changed",
                    QStringLiteral("expected version %1, it is %2")
                        .arg(payload.expectedVersion)
                        .arg(row.version));
    const CaseWay way = wayOfWord(row.code, payload.resolution);
    if (!way.resolution || !caseRule(row.code).resolution(QString::fromLatin1(way.resolution))) {
        QStringList allowed;
        for (const CaseResolution& resolution : caseRule(row.code).resolutions)
            allowed.append(QString::fromLatin1(resolution.text));
        return fail(ErrorCode::Invalid,
                    u"resolution_not_allowed",
                    QStringLiteral("%1 ends by: %2").arg(toText(row.code), allowed.join(u", ")));
    }
    if (way.effect == CaseEffect::Link)
        return fail(ErrorCode::Conflict, u"use_transfer_link", toText(row.code));
    if (way.effect == CaseEffect::Refund)
        return fail(ErrorCode::Conflict, u"refund_not_available", toText(row.code));
    return way;
}

// One person's decision while it becomes facts.
struct CaseDecision
{
    const CaseRow& row;
    const PaymentRow& payment;
    const PaymentFacts& facts;
    const PaymentState& state;
    const QString& reason;
    const ActionContext& context;
};

Outcome decideMoney(Database& db, const CaseDecision& decision, DecisionKind kind)
{
    if (!decision.row.tx)
        return fail(ErrorCode::Conflict, u"refund_not_available", toText(decision.row.code));
    return insertDecision(db,
                          {DecisionId::make(decision.context.now),
                           decision.payment.id,
                           *decision.row.tx,
                           decision.row.binding,
                           kind,
                           decision.context.now,
                           decision.context.actor,
                           decision.reason});
}

Outcome credit(Database& db, const CaseDecision& decision, Amount amount)
{
    if (amount.units() <= 0)
        return fail(ErrorCode::Conflict, u"case_changed", QStringLiteral("nothing is left over"));
    return insertCredit(db,
                        {CreditId::make(decision.context.now),
                         decision.payment.id,
                         std::nullopt,
                         GivenKind::Credit,
                         amount,
                         decision.context.now,
                         decision.context.actor,
                         decision.reason});
}

// The bound moves down to what is confirmed; what was accepted earlier stays accepted.
Outcome acceptShort(Database& db, const CaseDecision& decision)
{
    // What will be missing is known when the money is back, or its own case is resolved.
    if (decision.state.status == PaymentStatus::Reorged)
        return fail(ErrorCode::Conflict, u"payment_reorged", decision.payment.id.text());
    const auto missing = decision.state.low.minus(decision.state.confirmed);
    if (!missing)
        return fail(missing.error());
    if (missing->units() <= 0)
        return fail(ErrorCode::Conflict, u"case_changed", QStringLiteral("nothing is missing"));
    const auto shortfall = decision.payment.acceptedShortfall.plus(*missing);
    if (!shortfall)
        return fail(shortfall.error());
    return setAcceptedShortfall(db, decision.payment.id, *shortfall);
}

// What a reorganisation may still take back is no ground for giving anything away: each transfer
// in question has reached the depth or tag that its value needs.
Outcome demandConfirmed(const CaseDecision& decision)
{
    const CaseRow& row = decision.row;
    const auto& money = decision.facts.money;
    // The excess over a closing refund is part of all that counts.
    const bool waits = row.tx ? std::any_of(money.begin(),
                                            money.end(),
                                            [&](const MoneyFact& fact) {
                                                return fact.tx == *row.tx &&
                                                       fact.binding == row.binding &&
                                                       fact.state == TransferState::Mined;
                                            })
                              : decision.state.mined > decision.state.confirmed;
    if (waits)
        return fail(ErrorCode::Conflict, u"money_not_confirmed", decision.payment.id.text());
    return Done;
}

// Money that came to a closed payment is taken in and given to the customer as a credit, so that
// the payment itself stays as it was.
Outcome countAndCredit(Database& db, const CaseDecision& decision)
{
    const auto needed = std::find_if(
        decision.state.cases.begin(), decision.state.cases.end(), [&](const NeededCase& fact) {
            return fact.code == decision.row.code && fact.tx == decision.row.tx &&
                   (!fact.tx || fact.binding == decision.row.binding);
        });
    if (needed == decision.state.cases.end())
        return fail(ErrorCode::Conflict, u"case_changed", QStringLiteral("the money is gone"));
    if (const auto confirmed = demandConfirmed(decision); !confirmed)
        return confirmed;
    if (decision.row.tx) {
        if (auto done = decideMoney(db, decision, DecisionKind::Count); !done)
            return done;
    }
    return credit(db, decision, needed->amount);
}

Outcome applyEffect(Database& db, const CaseDecision& decision, CaseEffect effect)
{
    switch (effect) {
    case CaseEffect::Count:
        return decideMoney(db, decision, DecisionKind::Count);
    case CaseEffect::Decline:
        return decideMoney(db, decision, DecisionKind::Decline);
    case CaseEffect::AcceptShort:
        return acceptShort(db, decision);
    case CaseEffect::Credit:
        return credit(db, decision, decision.state.surplus);
    case CaseEffect::CountCredit:
        return countAndCredit(db, decision);
    case CaseEffect::Close:
    case CaseEffect::Link:
    case CaseEffect::Refund:
        break;
    }
    return Done;
}

Outcome changeFacts(Database& db,
                    const CaseRow& row,
                    CaseEffect effect,
                    const QString& reason,
                    const ActionContext& context)
{
    if (!row.payment || effect == CaseEffect::Close)
        return Done;
    const auto loaded = loadPayments(db, {*row.payment});
    if (!loaded)
        return fail(loaded.error());
    if (loaded->empty())
        return fail(ErrorCode::NotFound, u"payment_unknown", row.payment->text());
    const auto state = derivePaymentState(loaded->front().facts);
    if (!state)
        return fail(state.error());
    const LoadedPayment& payment = loaded->front();
    return applyEffect(db, {row, payment.row, payment.facts, *state, reason, context}, effect);
}

// A case that comes back at once was not answered: its fact stands.
Outcome demandAnswered(Database& db, const CaseRow& row)
{
    const auto again = openCaseOf(db, row.subject, row.code);
    if (!again)
        return fail(again.error());
    if (*again)
        return fail(ErrorCode::Conflict, u"case_fact_stands", toText(row.code));
    return Done;
}

Result<QJsonObject> endWithPayment(Database& db,
                                   const CaseRow& row,
                                   const QJsonObject& answer,
                                   const QString& reason,
                                   const ActionContext& context)
{
    QJsonObject data = answer;
    data.insert(QStringLiteral("reason"), reason);
    const auto ended = endAction(db, *row.payment, kinds::kCaseResolve, data, context);
    if (!ended)
        return ended;
    QJsonObject whole = *ended;
    for (auto at = answer.begin(); at != answer.end(); ++at)
        whole.insert(at.key(), at.value());
    return whole;
}

} // namespace

Result<QJsonObject>
decideCase(Database& db, const ResolveCasePayload& payload, const ActionContext& context)
{
    const auto row = readCase(db, payload.id);
    if (!row)
        return fail(row.error());
    const auto way = mayDecide(*row, payload, context);
    if (!way)
        return fail(way.error());
    const CaseResolution* resolution = resolutionOfWord(row->code, payload.resolution);
    const bool second = resolution->second == SecondPerson::Yes;
    const QJsonObject answer{{QStringLiteral("case"), row->id.text()},
                             {QStringLiteral("code"), toText(row->code)},
                             {QStringLiteral("resolution"), QString::fromLatin1(resolution->text)},
                             {QStringLiteral("second_person_needed"), second}};
    if (auto done = changeFacts(db, *row, way->effect, payload.reason, context); !done)
        return fail(done.error());
    const CaseEnding ending{QString::fromLatin1(resolution->text),
                            payload.reason,
                            kinds::kCaseResolve,
                            {{QStringLiteral("second_person_needed"), second}}};
    if (auto done = endCase(db, *row, ending, context); !done)
        return fail(done.error());
    if (!row->payment)
        return answer;
    const auto whole = endWithPayment(db, *row, answer, payload.reason, context);
    if (!whole)
        return whole;
    if (const auto answered = demandAnswered(db, *row); !answered)
        return fail(answered.error());
    return whole;
}

} // namespace tieout
