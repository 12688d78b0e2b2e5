// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the commerce plane on both databases: payments with everything that is known about
// them in one loading, projections written in batches, cases, events and the lists that loops ask
// for.
#include "model/store/awaiting.h"
#include "model/store/corridors.h"
#include "model/store/events.h"
#include "model/store/paymentfacts.h"
#include "model/store/sightings.h"
#include "tests/model/store/storedesk.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

PaymentId paymentId(int n)
{
    return PaymentId::trusted(QStringLiteral("pay_%1").arg(n));
}

BindingId bindingId(int n)
{
    return BindingId::trusted(QStringLiteral("bnd_%1").arg(n));
}

PaymentRow rowOf(const StoreDesk& desk, int n)
{
    PaymentRow row;
    row.id = paymentId(n);
    row.merchant = MerchantId::trusted(QStringLiteral("mer_1"));
    row.rail = desk.rail;
    row.token = desk.token;
    row.symbol = QStringLiteral("USDT");
    row.decimals = 6;
    row.policy.corridor = QStringLiteral("usdt-ethereum");
    row.policy.version = 1;
    row.policy.due = coins("100");
    row.policy.underGrace = coins("1");
    row.policy.overTolerance = coins("1");
    row.policy.dustFloor = coins("0.01");
    row.policy.bands = {{std::nullopt, {12, FinalityMark::None}}};
    row.policy.strongest = {0, FinalityMark::Finalized};
    row.policy.topUpWindow = std::chrono::seconds(500);
    row.createdAt = at(n);
    row.expiresAt = at(1000 + n);
    row.topUpUntil = at(1500 + n);
    row.orderReference = QStringLiteral("order-%1").arg(n);
    row.idempotencyKey = QStringLiteral("key-%1").arg(n);
    row.correlationId = QStringLiteral("cor-%1").arg(n);
    row.acceptedShortfall = coins("0");
    row.projection.status = QStringLiteral("pending");
    row.projection.detection = QStringLiteral("created");
    row.projection.confirmation = QStringLiteral("none");
    row.projection.recognition = QStringLiteral("not-eligible");
    row.projection.verdict = QStringLiteral("none");
    row.projection.received = coins("0");
    row.projection.confirmed = coins("0");
    row.projection.remaining = coins("100");
    row.version = 1;
    return row;
}

// Payments 1..count, each with an address of its own: that of its number.
void addPayments(StoreDesk& desk, int count)
{
    StoreDesk::must(desk.write([&]() -> Outcome {
        const MerchantRow merchant{MerchantId::trusted(QStringLiteral("mer_1")),
                                   QStringLiteral("Shop")};
        if (auto done = insertMerchant(desk.db(), merchant, at(0)); !done)
            return done;
        for (int n = 1; n <= count; ++n) {
            if (auto done = insertPayment(desk.db(), rowOf(desk, n)); !done)
                return done;
            BindingRow binding;
            binding.id = bindingId(n);
            binding.payment = paymentId(n);
            binding.rail = desk.rail;
            binding.account = accountOf(n);
            binding.createdAt = at(n);
            if (auto done = insertBinding(desk.db(), binding); !done)
                return done;
        }
        return Done;
    }));
}

LinkRow linkOf(const StoreDesk& desk, int tx, int payment)
{
    return {desk.rail,
            hashOf(tx),
            accountOf(payment),
            {},
            paymentId(payment),
            bindingId(payment),
            QStringLiteral("engine"),
            at(50)};
}

// What people say: a hold on payment 1 and a credit from it, money of payment 2 declined.
Outcome addPeoplesWords(Database& db)
{
    const HoldRow hold{HoldId::trusted(QStringLiteral("hld_1")),
                       paymentId(1),
                       HoldKind::Operator,
                       QStringLiteral("looks odd"),
                       at(60),
                       QStringLiteral("alice")};
    if (auto done = insertHold(db, hold); !done)
        return done;
    DecisionRow decision;
    decision.id = DecisionId::trusted(QStringLiteral("dec_1"));
    decision.payment = paymentId(2);
    decision.tx = hashOf(13);
    decision.binding = bindingId(2);
    decision.kind = DecisionKind::Decline;
    decision.at = at(61);
    decision.by = QStringLiteral("alice");
    if (auto done = insertDecision(db, decision); !done)
        return done;
    CreditRow credit;
    credit.id = CreditId::trusted(QStringLiteral("crd_1"));
    credit.payment = paymentId(1);
    credit.kind = GivenKind::Credit;
    credit.amount = coins("0.5");
    credit.at = at(62);
    credit.by = QStringLiteral("alice");
    return insertCredit(db, credit);
}

const LoadedPayment* find(const std::vector<LoadedPayment>& loaded, int n)
{
    for (const LoadedPayment& one : loaded) {
        if (one.row.id == paymentId(n))
            return &one;
    }
    return nullptr;
}

} // namespace

class TstPaymentRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack_data() { TestDatabase::addDialectRows(); }
    void thereAndBack()
    {
        TIEOUT_STORE_DESK(desk);
        addPayments(desk, 2);
        const PaymentRow wrote = rowOf(desk, 1);
        const PaymentRow read = readPayment(desk.db(), paymentId(1)).value();
        QVERIFY(read.policy == wrote.policy);
        QVERIFY(read.projection == wrote.projection);
        QCOMPARE(read.merchant.text(), wrote.merchant.text());
        QCOMPARE(read.expiresAt, wrote.expiresAt);
        QCOMPARE(read.orderReference, wrote.orderReference);
        QVERIFY(!read.cancelledAt);
        QCOMPARE(read.version, qint64(1));
        QCOMPARE(readPayment(desk.db(), paymentId(9)).error().reason,
                 QStringLiteral("payment_unknown"));
        const auto found =
            paymentByIdempotencyKey(desk.db(), wrote.merchant, QStringLiteral("key-2")).value();
        QVERIFY(found && *found == paymentId(2));
        QVERIFY(
            !paymentByIdempotencyKey(desk.db(), wrote.merchant, QStringLiteral("key-3")).value());
        QCOMPARE(
            desk.write([&] { return insertPayment(desk.db(), rowOf(desk, 2)); }).error().reason,
            QStringLiteral("already_exists"));
    }

    void oneOwnerOfAnAddress_data() { TestDatabase::addDialectRows(); }
    void oneOwnerOfAnAddress()
    {
        TIEOUT_STORE_DESK(desk);
        addPayments(desk, 2);
        BindingRow twice;
        twice.id = bindingId(9);
        twice.payment = paymentId(2);
        twice.rail = desk.rail;
        twice.account = accountOf(1);
        twice.createdAt = at(9);
        QCOMPARE(desk.write([&] { return insertBinding(desk.db(), twice); }).error().reason,
                 QStringLiteral("already_exists"));
        TIEOUT_GOES(desk.write([&]() -> Outcome {
            if (auto done = replaceBindings(desk.db(), paymentId(1), at(60)); !done)
                return done;
            twice.payment = paymentId(1);
            twice.account = accountOf(77);
            return insertBinding(desk.db(), twice);
        }));
        const auto bindings = readBindings(desk.db(), paymentId(1)).value();
        QCOMPARE(int(bindings.size()), 2);
        const BindingRow& older = bindings[0].id == bindingId(1) ? bindings[0] : bindings[1];
        const BindingRow& newer = bindings[0].id == bindingId(1) ? bindings[1] : bindings[0];
        QCOMPARE(*older.replacedAt, at(60));
        QVERIFY(!newer.replacedAt && newer.account == accountOf(77));
    }

    void everythingIsLoaded_data() { TestDatabase::addDialectRows(); }
    void everythingIsLoaded()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        addPayments(desk, 3);
        TIEOUT_GOES(desk.addBlocks(1, 3));
        TIEOUT_GOES(desk.addTransfer(StoreDesk::logOf(2, 0, 11, 1), coins("40")));
        TIEOUT_GOES(desk.addTransfer(StoreDesk::logOf(3, 0, 12, 1), coins("60.5")));
        TIEOUT_GOES(desk.addTransfer(StoreDesk::logOf(3, 1, 13, 2), coins("7")));
        TIEOUT_GOES(desk.write([&]() -> Outcome {
            if (auto done = insertLinks(
                    db, {linkOf(desk, 11, 1), linkOf(desk, 12, 1), linkOf(desk, 13, 2)});
                !done)
                return done;
            // Again, as a batch that is read twice does.
            if (auto done = insertLinks(db, {linkOf(desk, 11, 1)}); !done)
                return done;
            return addPeoplesWords(db);
        }));
        const auto loaded = desk.write([&] {
            return loadPayments(
                db, {paymentId(1), paymentId(2), paymentId(2), paymentId(3), paymentId(9)});
        });
        TIEOUT_GOES(loaded);
        QCOMPARE(int(loaded->size()), 3);
        const LoadedPayment* first = find(*loaded, 1);
        QVERIFY(first != nullptr);
        QCOMPARE(int(first->facts.money.size()), 2);
        QVERIFY(first->facts.money[0].amount.plus(first->facts.money[1].amount).value() ==
                coins("100.5"));
        QVERIFY(first->facts.money[0].state == TransferState::Mined);
        QVERIFY(first->facts.openHolds == std::vector<HoldKind>{HoldKind::Operator});
        QCOMPARE(int(first->facts.given.size()), 1);
        const LoadedPayment* second = find(*loaded, 2);
        QVERIFY(second != nullptr);
        QCOMPARE(int(second->facts.decisions.size()), 1);
        QVERIFY(second->facts.decisions[0].kind == DecisionKind::Decline);
        QVERIFY(second->facts.openHolds.empty());
        QVERIFY(find(*loaded, 3)->facts.money.empty());

        const auto close = [&] {
            return desk.write([&] {
                return closeHold(db,
                                 HoldId::trusted(QStringLiteral("hld_1")),
                                 paymentId(1),
                                 QStringLiteral("bob"),
                                 QStringLiteral("fine"),
                                 at(70));
            });
        };
        TIEOUT_GOES(close());
        QCOMPARE(close().error().reason, QStringLiteral("hold_unknown"));
    }

    void moneyHasOneOwner_data() { TestDatabase::addDialectRows(); }
    void moneyHasOneOwner()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        addPayments(desk, 2);
        TIEOUT_GOES(desk.addBlocks(1, 2));
        TIEOUT_GOES(desk.addTransfer(StoreDesk::logOf(2, 0, 11, 1), coins("40")));
        TIEOUT_GOES(desk.write([&] { return insertLink(db, linkOf(desk, 11, 1)); }));
        LinkRow other = linkOf(desk, 11, 1);
        other.payment = paymentId(2);
        QCOMPARE(desk.write([&] { return insertLink(db, other); }).error().reason,
                 QStringLiteral("transfer_linked"));
        const auto transfers = linkedTransfers(db, desk.rail, hashOf(11), paymentId(1)).value();
        QCOMPARE(int(transfers.size()), 1);
        QCOMPARE(transfers[0].blockNumber, qint64(2));
        QVERIFY(transfers[0].amount == coins("40"));
        QVERIFY(paymentsAbove(db, desk.rail, 1).value() == std::vector<PaymentId>{paymentId(1)});
        QVERIFY(paymentsAbove(db, desk.rail, 2)->empty());
        // It was Confirmed when its block went.
        TIEOUT_GOES(desk.write([&]() -> Outcome {
            const ReachedTransfer reached{paymentId(1), hashOf(11), 2, coins("40")};
            if (auto done = rememberReached(db, desk.rail, {reached}); !done)
                return done;
            if (auto gone = withdrawBlocksAbove(db, desk.rail, 1, at(90)); !gone)
                return fail(gone.error());
            return Done;
        }));
        const auto loaded = desk.write([&] { return loadPayments(db, {paymentId(1)}); }).value();
        QCOMPARE(int(loaded[0].facts.money.size()), 1);
        QVERIFY(loaded[0].facts.money[0].state == TransferState::Withdrawn);
        QVERIFY(loaded[0].facts.money[0].reachedConfirmed);
        QCOMPARE(loaded[0].facts.money[0].withdrawnAt, at(90));
    }

    void projectionsInBatches_data() { TestDatabase::addDialectRows(); }
    void projectionsInBatches()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        addPayments(desk, 3);
        PaymentProjection p = rowOf(desk, 1).projection;
        p.status = QStringLiteral("confirming");
        p.labels = QStringLiteral("multi");
        p.received = Amount(Amount::kMaxUnits, 6);
        p.decidingNumber = 77;
        p.required = QStringLiteral("12");
        p.fulfilment = FulfilmentState::Released;
        p.releasedAt = at(80);
        TIEOUT_GOES(desk.write([&] {
            return writeProjections(db, {{paymentId(1), 1, p}, {paymentId(2), 1, p}}, at(81));
        }));
        const PaymentRow read = readPayment(db, paymentId(2)).value();
        QVERIFY(read.projection == p);
        QCOMPARE(read.version, qint64(2));
        QCOMPARE(readPayment(db, paymentId(3))->version, qint64(1));
        // One of them was changed meanwhile: none is written.
        p.status = QStringLiteral("confirmed");
        QCOMPARE(desk.write([&] {
                         return writeProjections(
                             db, {{paymentId(3), 1, p}, {paymentId(1), 1, p}}, at(82));
                     })
                     .error()
                     .reason,
                 QStringLiteral("projection_raced"));
        QCOMPARE(readPayment(db, paymentId(3))->projection.status, QStringLiteral("pending"));
    }

    void dueLists_data() { TestDatabase::addDialectRows(); }
    void dueLists()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        addPayments(desk, 3);
        QVERIFY(pendingPast(db, desk.rail, at(1001), 9)->empty());
        QVERIFY(pendingPast(db, desk.rail, at(1003), 9).value() ==
                (std::vector<PaymentId>{paymentId(1), paymentId(2)}));
        QCOMPARE(int(pendingPast(db, desk.rail, at(5000), 2)->size()), 2);
        TIEOUT_GOES(desk.write([&] { return setCancelled(db, paymentId(1), at(10)); }));
        TIEOUT_GOES(desk.write([&] { return setExpiry(db, paymentId(2), at(2000), at(2500)); }));
        QVERIFY(pendingPast(db, desk.rail, at(1900), 9).value() ==
                std::vector<PaymentId>{paymentId(3)});
        QCOMPARE(*readPayment(db, paymentId(1))->cancelledAt, at(10));
        QVERIFY(topUpPast(db, desk.rail, at(9000), 9)->empty());
    }

    void awaitingInBulkAndOneByOne_data() { TestDatabase::addDialectRows(); }
    void awaitingInBulkAndOneByOne()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        addPayments(desk, 3);
        const QString rule = QStringLiteral("12");
        std::vector<AwaitingRow> many;
        for (int n = 0; n < 100; ++n)
            many.push_back({rule, 10 + n / 2, paymentId(1 + n % 2)});
        many.push_back(many.front());
        TIEOUT_GOES(desk.write([&] { return addAwaiting(db, desk.rail, many, true); }));
        const std::vector<AwaitingRow> few{{rule, 10, paymentId(1)},
                                           {QStringLiteral("finalized"), 11, paymentId(3)}};
        TIEOUT_GOES(desk.write([&] { return addAwaiting(db, desk.rail, few, false); }));
        QCOMPARE(int(awaitedRules(db, desk.rail)->size()), 2);

        const auto take = [&](qint64 mark, int limit) {
            return desk.write([&] { return takeAwaiting(db, desk.rail, rule, mark, limit); });
        };
        QVERIFY(take(9, 100)->empty());
        QCOMPARE(int(take(11, 100)->size()), 4);
        QVERIFY(take(11, 100)->empty());
        QCOMPARE(int(take(99, 10)->size()), 10);
        TIEOUT_GOES(desk.write([&] { return dropAwaitingAbove(db, desk.rail, 20); }));
        QCOMPARE(int(take(99, 100)->size()), 8);
        QVERIFY(awaitedRules(db, desk.rail).value() ==
                std::vector<QString>{QStringLiteral("finalized")});
    }

    void cases_data() { TestDatabase::addDialectRows(); }
    void cases()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        addPayments(desk, 1);
        CaseRow row;
        row.id = CaseId::trusted(QStringLiteral("cas_1"));
        row.code = CaseCode::AmtUnder;
        row.subject = paymentId(1).text();
        row.payment = paymentId(1);
        row.evidence = QStringLiteral("{}");
        row.openedAt = at(5);
        QCOMPARE(desk.write([&] { return openCase(db, row); }).value(), true);
        CaseRow again = row;
        again.id = CaseId::trusted(QStringLiteral("cas_2"));
        QCOMPARE(desk.write([&] { return openCase(db, again); }).value(), false);
        QCOMPARE(openCaseOf(db, row.subject, row.code).value()->id.text(), QStringLiteral("cas_1"));
        QCOMPARE(int(listCases(db, {})->size()), 1);

        const auto resolve = [&](const CaseRow& which) {
            return desk.write([&] {
                return resolveCase(db,
                                   which,
                                   QStringLiteral("accept-short"),
                                   QStringLiteral("good customer"),
                                   QStringLiteral("alice"),
                                   at(9));
            });
        };
        CaseRow stale = row;
        stale.version = 7;
        QCOMPARE(resolve(stale).error().reason, QStringLiteral("case_changed"));
        TIEOUT_GOES(resolve(row));
        QCOMPARE(resolve(row).error().reason, QStringLiteral("case_changed"));
        const CaseRow read = readCase(db, row.id).value();
        QCOMPARE(read.state, CaseState::Resolved);
        QCOMPARE(read.resolvedBy, QStringLiteral("alice"));
        QCOMPARE(*read.resolvedAt, at(9));
        QVERIFY(listCases(db, {})->empty());
        // The same fault later is a case of its own.
        QCOMPARE(desk.write([&] { return openCase(db, again); }).value(), true);
        QCOMPARE(int(listCases(db, {paymentId(1).text(), false, 10})->size()), 2);
        QCOMPARE(readCase(db, CaseId::trusted(QStringLiteral("cas_9"))).error().reason,
                 QStringLiteral("case_unknown"));
    }

    void events_data() { TestDatabase::addDialectRows(); }
    void events()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        std::vector<EventRow> rows;
        for (int n = 1; n <= 3; ++n)
            rows.push_back({EventId::trusted(QStringLiteral("evt_%1").arg(n)),
                            EventType::PaymentDetected,
                            QStringLiteral("pay_1"),
                            4 - n,
                            0,
                            QStringLiteral("cor"),
                            QStringLiteral("{\"text\":\"tab \\t\"}"),
                            at(n)});
        TIEOUT_GOES(desk.write([&] { return insertEvents(db, rows); }));
        const auto read = readEvents(db, QStringLiteral("pay_1")).value();
        QCOMPARE(int(read.size()), 3);
        QCOMPARE(read[0].subjectVersion, qint64(1));
        QCOMPARE(read[0].type, EventType::PaymentDetected);
        QCOMPARE(read[0].payload, rows[0].payload);
        QVERIFY(readEvents(db, QStringLiteral("pay_2"))->empty());
    }

    void merchants_data() { TestDatabase::addDialectRows(); }
    void merchants()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        addPayments(desk, 0);
        QCOMPARE(findMerchant(db, QString())->name, QStringLiteral("Shop"));
        QCOMPARE(findMerchant(db, QStringLiteral("mer_1"))->name, QStringLiteral("Shop"));
        QCOMPARE(findMerchant(db, QStringLiteral("x")).error().reason,
                 QStringLiteral("merchant_unknown"));
        const MerchantRow other{MerchantId::trusted(QStringLiteral("mer_2")),
                                QStringLiteral("Other")};
        TIEOUT_GOES(desk.write([&] { return insertMerchant(db, other, at(1)); }));
        QCOMPARE(findMerchant(db, QString()).error().reason, QStringLiteral("merchant_needed"));
        const QString corridor = QStringLiteral("usdt-ethereum");
        QCOMPARE(corridorEnabled(db, other.id, corridor).value(), false);
        for (int i = 0; i < 2; ++i)
            TIEOUT_GOES(desk.write([&] { return enableCorridor(db, other.id, corridor); }));
        QCOMPARE(corridorEnabled(db, other.id, corridor).value(), true);
        QCOMPARE(currentCorridor(db, corridor).error().reason, QStringLiteral("corridor_unknown"));
    }
};

TIEOUT_REGISTER_TEST(TstPaymentRows)
#include "tst_paymentrows.moc"
