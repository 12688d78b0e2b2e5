// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/paymentdetail.h"

#include "model/store/bindingproof.h"
#include "model/store/corridors.h"
#include "model/store/statement.h"

namespace tieout {

namespace paymentdetail {

Outcome readTerms(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    const auto rows = readPaymentsById(db, {id.text()});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorCode::NotFound, u"payment_unknown", id.text());
    detail.row = rows->front();
    Statement s(db,
                u"SELECT m.name, p.policy, p.corridor_version, p.top_up_until,"
                u" p.correlation_id, p.cancelled_at, p.expired_at, p.released_at, p.confirmed_at,"
                u" p.final_at, p.fulfilment, p.detection, p.recognition, p.verdict, p.confirmed"
                u" FROM payment p JOIN merchant m ON m.id = p.merchant_id WHERE p.id = :id");
    s.bind(u":id", id);
    if (s.next()) {
        detail.merchant = s.text(0);
        detail.policy = s.text(1);
        detail.policyVersion = s.integer(2);
        detail.topUpUntil = s.time(3);
        detail.correlationId = s.text(4);
        detail.cancelledAt = s.optionalTime(5);
        detail.expiredAt = s.optionalTime(6);
        detail.releasedAt = s.optionalTime(7);
        detail.confirmedAt = s.optionalTime(8);
        detail.finalAt = s.optionalTime(9);
        detail.fulfilment = fromText<FulfilmentState>(s.text(10)).value_or(FulfilmentState::None);
        detail.detection = fromText<DetectionState>(s.text(11)).value_or(DetectionState::Created);
        detail.recognition =
            fromText<RecognitionState>(s.text(12)).value_or(RecognitionState::NotEligible);
        detail.verdict = fromText<Verdict>(s.text(13)).value_or(Verdict::None);
        detail.confirmed = s.amount(14, detail.row.due.decimals());
    }
    return s.finish();
}

Outcome readRail(Database& db, const PaymentId&, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT r.family, r.chain, r.explorer, t.head_number, t.head_time, t.safe_number,"
                u" t.finalized_number, t.healthy, t.frozen_at, t.agreeing FROM rail r"
                u" LEFT JOIN rail_state t ON t.rail = r.id WHERE r.id = :rail");
    s.bind(u":rail", detail.row.rail);
    if (s.next()) {
        detail.rail.family = s.text(0);
        detail.rail.chain = s.text(1);
        detail.rail.explorer = s.text(2);
        if (!s.isNull(3) && s.integer(3) >= 0) {
            detail.rail.head = s.integer(3);
            detail.rail.headTime = s.time(4);
            detail.rail.marks = {s.optionalInteger(5), s.optionalInteger(6)};
            detail.rail.healthy = s.boolean(7);
            detail.rail.frozen = !s.isNull(8);
            detail.rail.agreeing = static_cast<int>(s.integer(9));
        }
    }
    return s.finish();
}

// The token as the governed version names it, not as the table of tokens does.
Outcome readAsset(Database& db, const PaymentId&, PaymentDetail& detail)
{
    const auto version =
        corridorVersion(db, detail.row.corridor, static_cast<int>(detail.policyVersion));
    if (version)
        detail.asset = version->asset;
    const bool lost = !version && version.error().code != ErrorCode::NotFound &&
                      version.error().code != ErrorCode::Invalid;
    return lost ? Outcome(fail(version.error())) : Outcome(Done);
}

Outcome readBindings(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    const auto proof = BindingProof::load(db, detail.row.corridor);
    if (!proof)
        return fail(proof.error());
    Statement s(db,
                u"SELECT id, account, reference, position, created_at, replaced_at, xpub"
                u" FROM binding WHERE payment_id = :id"
                u" ORDER BY CASE WHEN replaced_at IS NULL THEN 0 ELSE 1 END, created_at DESC, id");
    s.bind(u":id", id);
    while (s.next()) {
        DetailBinding binding{
            s.text(0), s.bytes(1), s.text(2), s.optionalInteger(3), s.time(4), s.optionalTime(5)};
        binding.isProved = proof->holds(
            {detail.row.corridor, binding.account, s.optionalInteger(6), binding.position});
        detail.bindings.push_back(std::move(binding));
    }
    return s.finish();
}

Outcome readTransfers(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT l.tx, k.symbol, k.decimals, t.amount, t.from_account, t.to_account,"
                u" t.reference, l.linked_by, b.number, b.hash, t.log_index, b.time, b.withdrawn_at,"
                u" l.linked_at"
                u" FROM transfer_payment l JOIN transfer t ON t.tx = l.tx"
                u" AND t.to_account = l.account AND coalesce(t.reference, '') = l.reference"
                u" JOIN block b ON b.id = t.block_id AND b.rail = l.rail"
                u" JOIN token k ON k.id = t.token_id WHERE l.payment_id = :id"
                u" ORDER BY b.time, b.number, t.log_index");
    s.bind(u":id", id);
    while (s.next()) {
        DetailMoney money;
        money.tx = s.bytes(0);
        money.symbol = s.text(1);
        // A token whose decimals nobody could read is shown in minor units.
        money.amount = s.amount(3, int(s.optionalInteger(2).value_or(0)));
        money.from = s.bytes(4);
        money.to = s.bytes(5);
        money.reference = s.text(6);
        money.linkedBy = s.text(7);
        money.blockNumber = s.integer(8);
        money.blockHash = s.bytes(9);
        money.logIndex = s.integer(10);
        money.seenAt = s.time(11);
        money.withdrawnAt = s.optionalTime(12);
        money.linkedAt = s.time(13);
        detail.money.push_back(std::move(money));
    }
    return s.finish();
}

// Sightings that were mined are told by their transfer.
Outcome readSightings(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT g.tx, k.symbol, k.decimals, g.amount, g.from_account, g.to_account,"
                u" g.reference, g.first_seen_at, g.state, g.replaced_by, g.state_at FROM binding d"
                u" JOIN sighting g ON g.rail = d.rail AND g.to_account = d.account"
                u" AND g.reference = d.reference JOIN token k ON k.id = g.token_id"
                u" WHERE d.payment_id = :id AND g.state <> 'mined' ORDER BY g.first_seen_at");
    s.bind(u":id", id);
    while (s.next()) {
        DetailMoney money;
        money.tx = s.bytes(0);
        money.symbol = s.text(1);
        money.amount = s.amount(3, int(s.optionalInteger(2).value_or(0)));
        money.from = s.bytes(4);
        money.to = s.bytes(5);
        money.reference = s.text(6);
        money.seenAt = s.time(7);
        money.sightingState = s.text(8);
        money.replacedBy = s.bytes(9);
        money.sightingStateAt = s.time(10);
        detail.money.push_back(std::move(money));
    }
    return s.finish();
}

Outcome readHolds(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT id, kind, reason, opened_at, opened_by, closed_at, closed_by, close_reason"
                u" FROM hold WHERE payment_id = :id ORDER BY opened_at, id");
    s.bind(u":id", id);
    while (s.next())
        detail.holds.push_back({s.text(0),
                                fromText<HoldKind>(s.text(1)).value_or(HoldKind::Operator),
                                s.text(2),
                                s.time(3),
                                s.text(4),
                                s.optionalTime(5),
                                s.text(6),
                                s.text(7)});
    return s.finish();
}

Outcome readCases(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT id, code, severity, owner, state, opened_at, due_at, resolved_at,"
                u" resolved_by, resolution, reason FROM exception_case WHERE payment_id = :id"
                u" ORDER BY opened_at, id");
    s.bind(u":id", id);
    while (s.next())
        detail.cases.push_back({s.text(0),
                                s.text(1),
                                int(s.integer(2)),
                                s.text(3),
                                s.text(4) == u"open",
                                s.time(5),
                                s.optionalTime(6),
                                s.optionalTime(7),
                                s.text(8),
                                s.text(9),
                                s.text(10)});
    return s.finish();
}

Outcome readDecisions(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT kind, tx, decided_at, decided_by, reason FROM decision"
                u" WHERE payment_id = :id ORDER BY decided_at, id");
    s.bind(u":id", id);
    while (s.next())
        detail.decisions.push_back(
            {fromText<DecisionKind>(s.text(0)).value_or(DecisionKind::Decline),
             s.bytes(1),
             s.time(2),
             s.text(3),
             s.text(4)});
    return s.finish();
}

Outcome readCredits(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(
        db,
        u"SELECT kind, amount, coalesce(to_payment_id, ''), credited_at, credited_by, reason"
        u" FROM credit WHERE payment_id = :id ORDER BY credited_at, id");
    s.bind(u":id", id);
    while (s.next())
        detail.credits.push_back({s.text(0),
                                  s.amount(1, detail.row.due.decimals()),
                                  s.text(2),
                                  s.time(3),
                                  s.text(4),
                                  s.text(5)});
    return s.finish();
}

Outcome readOutbox(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT count(DISTINCT o.event_id), min(o.due_at), coalesce(max(o.attempt), 0)"
                u" FROM event e JOIN outbox_due o ON o.event_id = e.id WHERE e.subject = :id");
    s.bind(u":id", id);
    if (s.next())
        detail.outbox = {s.integer(0), s.optionalTime(1), static_cast<int>(s.integer(2))};
    return s.finish();
}

// Events and entries: the newest thousand. A payment with more has a story that no one reads on a
// screen.
Outcome readJournal(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(
        db,
        u"SELECT subject_version, line, 1 FROM journal WHERE subject = :id"
        u" UNION ALL SELECT subject_version, body, 0 FROM journal_inbox WHERE subject = :id2"
        u" ORDER BY 1 DESC LIMIT 1000");
    s.bind(u":id", id).bind(u":id2", id);
    while (s.next())
        detail.journal.push_back({s.integer(0), s.text(1), s.boolean(2)});
    return s.finish();
}

Outcome readEvents(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT id, type, subject_version, payload, at FROM event"
                u" WHERE subject = :id ORDER BY subject_version DESC, step DESC LIMIT 1000");
    s.bind(u":id", id);
    while (s.next())
        detail.events.push_back({s.text(0), s.text(1), s.integer(2), s.text(3), s.time(4)});
    return s.finish();
}

} // namespace paymentdetail

QString PaymentDetail::accountText(const QByteArray& account) const
{
    if (account.size() != 20)
        return QString::fromLatin1(account.toHex());
    const auto family = rail.family == u"tron" ? AddressFamily::Tron : AddressFamily::Evm;
    return Address::fromBytes(family, account).toText();
}

Result<PaymentDetail> readPaymentDetail(Database& db, const PaymentId& id)
{
    using Part = Outcome (*)(Database&, const PaymentId&, PaymentDetail&);
    constexpr Part kParts[] = {paymentdetail::readTerms,
                               paymentdetail::readRail,
                               paymentdetail::readAsset,
                               paymentdetail::readBindings,
                               paymentdetail::readTransfers,
                               paymentdetail::readSightings,
                               paymentdetail::readHolds,
                               paymentdetail::readCases,
                               paymentdetail::readDecisions,
                               paymentdetail::readCredits,
                               paymentdetail::readEvents,
                               paymentdetail::readJournal,
                               paymentdetail::readOutbox};
    PaymentDetail detail;
    for (const Part part : kParts) {
        if (const auto done = part(db, id, detail); !done)
            return fail(done.error());
    }
    return detail;
}

} // namespace tieout
