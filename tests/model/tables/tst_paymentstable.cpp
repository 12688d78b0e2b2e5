// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of the payments queue say, and the order and filter that reach the database.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "model/tables/paymentoptions.h"
#include "model/tables/paymentrecord.h"
#include "model/tables/paymentstable.h"
#include "model/tables/stationstatus.h"
#include "tests/support/busylane.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using namespace tieout::test;
using namespace std::chrono_literals;

class TstPaymentsTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAnAge_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("before") << qint64(-5) << QStringLiteral("0 s");
        QTest::newRow("seconds") << qint64(59) << QStringLiteral("59 s");
        QTest::newRow("minutes") << qint64(60) << QStringLiteral("1 m");
        QTest::newRow("hours") << qint64(4 * 3600 + 12 * 60) << QStringLiteral("4 h 12 m");
        QTest::newRow("days") << qint64(2 * 86400 + 3600) << QStringLiteral("2 d 1 h");
        QTest::newRow("weeks") << qint64(40 * 86400) << QStringLiteral("40 d");
    }
    void saysAnAge()
    {
        QFETCH(qint64, seconds);
        QTEST(ageText(std::chrono::seconds(seconds)), "text");
    }

    void ageRises_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<qint64>("minutes"); // since it was made; it expires after 40
        QTest::addColumn<QString>("step");
        const auto row = [](const char* status, qint64 minutes, const char* step) {
            const QByteArray name = QByteArray(status) + ' ' + QByteArray::number(minutes);
            QTest::newRow(name) << QString::fromLatin1(status) << minutes
                                << QString::fromLatin1(step);
        };
        row("pending", -600, "fresh");
        row("pending", 0, "fresh");
        row("pending", 29, "fresh");
        row("pending", 30, "due");
        row("pending", 39, "due");
        row("pending", 40, "late");
        row("pending", 40 + 4 * 60 - 1, "late");
        row("pending", 40 + 4 * 60, "breached");
        row("confirming", 40 + 4 * 60, "breached"); // STUCK-CONF: 4 h
        row("reorged", 40 + 29, "late");
        row("reorged", 40 + 30, "breached"); // REORG-POST: 30 min
        row("overpaid", 40 + 24 * 60 - 1, "late");
        row("overpaid", 40 + 24 * 60, "breached"); // AMT-OVER: 1 d
        row("underpaid", 40 + 48 * 60 - 1, "late");
        row("underpaid", 40 + 48 * 60, "breached"); // AMT-UNDER: 2 d
        row("held", 40 + 48 * 60, "breached");
        for (const char* ended : {"confirmed", "expired", "refunded", "cancelled"})
            row(ended, 90 * 24 * 60, "");
    }
    void ageRises()
    {
        QFETCH(QString, status);
        QFETCH(qint64, minutes);
        const UtcTime created = kSeedStart;
        const auto marks = ageMarks(*fromText<PaymentStatus>(status), created, created + 40min);
        QTEST(marks ? toText(marks->stepAt(created + std::chrono::minutes(minutes))) : QString(),
              "step");
    }

    // One that expires before it was made, as after a clock was set back, has no way round.
    void ageMarksKeepTheirOrder()
    {
        const auto marks = ageMarks(PaymentStatus::Pending, kSeedStart, kSeedStart - 1h);
        QVERIFY(marks && marks->due <= marks->late && marks->late <= marks->breached);
    }

    void countsConfirmations_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<qint64>("block");
        QTest::addColumn<QString>("text");
        QTest::newRow("the block itself")
            << QStringLiteral("depth:12") << qint64(100) << QStringLiteral("1/12");
        QTest::newRow("on its way")
            << QStringLiteral("depth:12") << qint64(94) << QStringLiteral("7/12");
        QTest::newRow("no more than asked")
            << QStringLiteral("depth:3") << qint64(10) << QStringLiteral("3/3");
        QTest::newRow("a mark") << QStringLiteral("finalized") << qint64(99)
                                << QStringLiteral("finalized");
    }
    void countsConfirmations()
    {
        QFETCH(QString, rule);
        QFETCH(qint64, block);
        QueueRow row;
        row.rail = 1;
        row.decidingNumber = block;
        row.rule = *ConfirmationRule::fromText(rule);
        row.confirmation = ConfirmationState::Confirming;
        QTEST(confirmationProgress(row, {{1, 100}}).text, "text");
    }

    void readsRowsAsTheyAre_data() { TestDatabase::addDialectRows(); }
    void readsRowsAsTheyAre()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, 12);
        FakeClock clock(kSeedStart + 10min);
        AsyncStore store(db->address());
        PaymentsTable table(store, clock);
        table.setHeads({{1, kSeedHead}});
        QSignalSpy refreshed(&table, &WindowedTable::refreshed);
        table.setQuery({});
        QVERIFY(refreshed.wait(10'000));
        QCOMPARE(table.rowCount(), 12);
        using C = PaymentsTable::Column;
        const auto text = [&](int row, C column) {
            return table.index(row, int(column)).data().toString();
        };
        // Row 7 is payment 4: underpaid.
        QCOMPARE(text(7, C::Status), QStringLiteral("Underpaid"));
        QCOMPARE(text(7, C::Due), QStringLiteral("31776"));
        QCOMPARE(text(7, C::Received), QStringLiteral("19065.6"));
        QCOMPARE(text(7, C::Remaining), QStringLiteral("12710.4"));
        QCOMPARE(text(7, C::Symbol), QStringLiteral("USDC"));
        QCOMPARE(text(7, C::Confirmations), QStringLiteral("3/3"));
        QCOMPARE(text(7, C::Labels), QStringLiteral("Short"));
        QCOMPARE(text(7, C::Age), QStringLiteral("9 m"));
        QCOMPARE(text(7, C::OrderReference), QStringLiteral("ORD-4"));
        QCOMPARE(text(10, C::Confirmations), QStringLiteral("6/12"));
        QCOMPARE(table.index(10, 0).data(RecordRole).value<QueueRow>().id.text(), paymentId(1));
        QVERIFY(table.index(0, int(C::Due)).data(Qt::ToolTipRole).toString().endsWith(u"USDT"));
        QVERIFY(!table.index(0, 0).data(Qt::ForegroundRole).isValid());

        QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        table.setHeads({{1, kSeedHead + 4}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().column(), int(C::Confirmations));
        QCOMPARE(text(10, C::Confirmations), QStringLiteral("10/12"));
        table.setHeads({{1, kSeedHead + 4}});
        QCOMPARE(changed.count(), 1);
        clock.advance(1h);
        table.tick();
        QCOMPARE(changed.count(), 2);
        QCOMPARE(text(7, C::Age), QStringLiteral("1 h 9 m"));
        // How pressing it is follows the clock too, and is told in words.
        const auto told = changed.at(1).at(2).value<QList<int>>();
        QVERIFY(told.contains(AgeStepRole) && told.contains(Qt::AccessibleTextRole));
        const QModelIndex age = table.index(7, int(C::Age));
        QCOMPARE(age.data(AgeStepRole).toInt(), int(AgeStep::Late));
        QCOMPARE(age.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Age: 1 h 9 m. Late"));
        QVERIFY(age.data(Qt::ToolTipRole).toString().contains(u"Late: late from 2026-"));
        const QModelIndex ended = table.index(8, int(C::Age)); // payment 3: confirmed
        QVERIFY(!ended.data(AgeStepRole).isValid());
        QCOMPARE(ended.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Age: 1 h 9 m"));
    }

    void filtersAndSortsInTheDatabase_data() { TestDatabase::addDialectRows(); }
    void filtersAndSortsInTheDatabase()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, 600);
        FakeClock clock;
        AsyncStore store(db->address());
        PaymentsTable table(store, clock);
        const auto count = [&](const QString& filter) {
            PaymentQuery query;
            query.filter = parseFilter(filter, paymentFilterFields()).filter;
            QSignalSpy refreshed(&table, &WindowedTable::refreshed);
            table.setQuery(query);
            return refreshed.wait(10'000) ? table.rowCount() : -1;
        };
        QCOMPARE(count(QStringLiteral("status:pending,held")), 100);
        QCOMPARE(count(QStringLiteral("status:pending,held corridor:usdc-base")), 50);
        QCOMPARE(count(QStringLiteral("ord-59")), 11);
        QCOMPARE(count(QStringLiteral("\"100%_\"")), 0);
        QCOMPARE(count(paymentId(77)), 1);
        QCOMPARE(count(QStringLiteral("\"'; DROP TABLE payment; --\"")), 0);
        QCOMPARE(count({}), 600);
        // Relative times mean the moment of the last refresh.
        clock.set(kSeedStart + 10min);
        QCOMPARE(count(QStringLiteral("created:-1m")), 60);
        clock.advance(30s);
        {
            QSignalSpy refreshed(&table, &WindowedTable::refreshed);
            table.refresh();
            QVERIFY(refreshed.wait(10'000));
        }
        QCOMPARE(table.rowCount(), 30);
        QCOMPARE(count({}), 600);

        QSignalSpy refreshed(&table, &WindowedTable::refreshed);
        table.sort(int(PaymentsTable::Column::Age), Qt::DescendingOrder);
        QVERIFY(refreshed.wait());
        QCOMPARE(table.idAt(0), paymentId(0));
        table.sort(int(PaymentsTable::Column::Due), Qt::DescendingOrder);
        QCOMPARE(table.query().sort, PaymentSort::Created);
    }

    void readsTheWholeStory_data() { TestDatabase::addDialectRows(); }
    void readsTheWholeStory()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, 12);
        seedStory(*db, 4);
        AsyncStore store(db->address());
        PaymentRecord record(store);
        QSignalSpy changed(&record, &PaymentRecord::changed);
        record.show(paymentId(4));
        QCOMPARE(changed.count(), 1);
        QVERIFY(!record.detail());
        QVERIFY(changed.wait(10'000));
        const PaymentDetail& detail = *record.detail();
        QCOMPARE(detail.merchant, QStringLiteral("Example Store"));
        QCOMPARE(detail.policyVersion, 3);
        QCOMPARE(*detail.rail.head, kSeedHead);
        QCOMPARE(detail.bindings.size(), size_t(1));
        QCOMPARE(detail.accountText(detail.bindings.front().account),
                 QStringLiteral("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"));
        QCOMPARE(detail.money.size(), size_t(3));
        QVERIFY(detail.money[0].withdrawnAt.has_value());
        QVERIFY(!detail.money[1].withdrawnAt.has_value());
        QCOMPARE(detail.money[1].amount.toText(), QStringLiteral("60"));
        QCOMPARE(detail.money[2].sightingState, QStringLiteral("replaced"));
        QCOMPARE(detail.holds.size(), size_t(1));
        QCOMPARE(detail.cases.size(), size_t(1));
        QVERIFY(detail.cases[0].open);
        QCOMPARE(detail.events.size(), size_t(6));

        QSignalSpy failed(&record, &PaymentRecord::failed);
        record.show(QStringLiteral("pay_unknown"));
        QVERIFY(failed.wait());
        QCOMPARE(failed.at(0).at(0).value<Error>().reason, QStringLiteral("payment_unknown"));
    }

    // Whoever walks through a list, or a feed that names one payment often, makes few readings.
    void readsOnceForAllThatAsk()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 12);
        AsyncStore store(db->address());
        PaymentRecord record(store);
        PaymentOptionsRecord options(store, QStringLiteral("ana"));
        const auto isAnswered = [&] {
            return record.detail() && (options.options() || options.error());
        };
        BusyLane first(store, AsyncStore::Lane::Page);
        for (int n = 0; n < 12; ++n) {
            record.show(paymentId(n));
            options.show(paymentId(n));
            for (int i = 0; i < 10; ++i) {
                record.reload();
                options.reload();
            }
        }
        bool isPast = false;
        store.run(AsyncStore::Lane::Page, [](Database&) -> Outcome { return Done; })
            .then(&record, [&isPast](const Outcome&) { isPast = true; });
        BusyLane second(store, AsyncStore::Lane::Page);
        QSignalSpy changed(&record, &PaymentRecord::changed);
        QSignalSpy changedOptions(&options, &PaymentOptionsRecord::changed);
        first.open();
        QTRY_VERIFY(isPast);
        // The first one was read, which nobody looks at any more; none of the others yet.
        QVERIFY(!record.detail() && !options.options() && !options.error());
        second.open();
        QTRY_VERIFY(isAnswered());
        QCOMPARE(record.detail()->row.orderReference, QStringLiteral("ORD-11"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changedOptions.count(), 1);
    }

    void readsTheStation_data() { TestDatabase::addDialectRows(); }
    void readsTheStation()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        const auto connection = db->open();
        const auto view = readStation(*connection);
        QVERIFY(view);
        QCOMPARE(view->environment, QStringLiteral("sandbox"));
        QCOMPARE(view->rails.size(), size_t(1));
        QCOMPARE(view->rails[0].head, kSeedHead);
        QVERIFY(view->rails[0].healthy);
        QVERIFY(!view->engineAlive);
        db->epoch();
        const auto held = readStation(*connection);
        QVERIFY(held);
        QVERIFY(held->engineAlive);
    }
};

TIEOUT_REGISTER_TEST(TstPaymentsTable)
#include "tst_paymentstable.moc"
