// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/paymentdetail.h"

#include "model/store/bindingproof.h"
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
                u"SELECT m.name, r.family, r.chain, p.corridor_version, p.top_up_until,"
                u" p.correlation_id, p.cancelled_at, p.expired_at, p.released_at, p.confirmed_at,"
                u" p.final_at, p.fulfilment, p.detection, p.recognition, p.verdict, p.confirmed,"
                u" t.head_number FROM payment p JOIN merchant m ON m.id = p.merchant_id"
                u" JOIN rail r ON r.id = p.rail LEFT JOIN rail_state t ON t.rail = p.rail"
                u" WHERE p.id = :id");
    s.bind(u":id", id);
    if (s.next()) {
        detail.merchant = s.text(0);
        detail.railFamily = s.text(1);
        detail.chain = s.text(2);
        detail.policyVersion = s.integer(3);
        detail.topUpUntil = s.time(4);
        detail.correlationId = s.text(5);
        detail.cancelledAt = s.optionalTime(6);
        detail.expiredAt = s.optionalTime(7);
        detail.releasedAt = s.optionalTime(8);
        detail.confirmedAt = s.optionalTime(9);
        detail.finalAt = s.optionalTime(10);
        detail.fulfilment = fromText<FulfilmentState>(s.text(11)).value_or(FulfilmentState::None);
        detail.detection = fromText<DetectionState>(s.text(12)).value_or(DetectionState::Created);
        detail.recognition =
            fromText<RecognitionState>(s.text(13)).value_or(RecognitionState::NotEligible);
        detail.verdict = fromText<Verdict>(s.text(14)).value_or(Verdict::None);
        detail.confirmed = s.amount(15, detail.row.due.decimals());
        detail.head = s.optionalInteger(16);
    }
    return s.finish();
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
                u" t.reference, l.linked_by, b.number, b.hash, t.log_index, b.time, b.withdrawn_at"
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
        detail.money.push_back(std::move(money));
    }
    return s.finish();
}

// Sightings that were mined are told by their transfer.
Outcome readSightings(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    Statement s(db,
                u"SELECT g.tx, k.symbol, k.decimals, g.amount, g.from_account, g.to_account,"
                u" g.reference, g.first_seen_at, g.state, g.replaced_by FROM binding d"
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

Outcome readEvents(Database& db, const PaymentId& id, PaymentDetail& detail)
{
    // The newest thousand: a payment with more has a story that no one reads on a screen.
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
    const auto family = railFamily == u"tron" ? AddressFamily::Tron : AddressFamily::Evm;
    return Address::fromBytes(family, account).toText();
}

Result<PaymentDetail> readPaymentDetail(Database& db, const PaymentId& id)
{
    using Part = Outcome (*)(Database&, const PaymentId&, PaymentDetail&);
    constexpr Part kParts[] = {paymentdetail::readTerms,
                               paymentdetail::readBindings,
                               paymentdetail::readTransfers,
                               paymentdetail::readSightings,
                               paymentdetail::readHolds,
                               paymentdetail::readCases,
                               paymentdetail::readDecisions,
                               paymentdetail::readEvents};
    PaymentDetail detail;
    for (const Part part : kParts) {
        if (const auto done = part(db, id, detail); !done)
            return fail(done.error());
    }
    return detail;
}

} // namespace tieout
