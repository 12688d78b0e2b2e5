// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview counts, on both databases: the coverage ledger as a whole, today's confirmed
// money, times from first seen, open cases.
#include "model/store/overview.h"
#include "tests/model/store/storedesk.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

Outcome coverAs(StoreDesk& desk, qint64 from, qint64 to, const char* source, qint64 filter)
{
    CoverageRow row;
    row.rail = desk.rail;
    row.from = from;
    row.to = to;
    row.endHash = hashOf(int(to));
    row.filterVersion = filter;
    row.source = QString::fromLatin1(source);
    row.readAt = at(to);
    return desk.write([&] { return addCoverage(desk.db(), row); });
}

QByteArray literal(const TestDatabase& db, const QByteArray& bytes)
{
    return db.dialect() == Dialect::Sqlite ? "x'" + bytes.toHex() + "'"
                                           : "'\\x" + bytes.toHex() + "'";
}

QByteArray literal(const TestDatabase& db, const Amount& amount)
{
    return db.dialect() == Dialect::Sqlite ? literal(db, amount.toSortable())
                                           : amount.toUnitsText().toLatin1();
}

struct Confirmed
{
    const char* id;
    const char* corridor;
    const char* symbol;
    int decimals;
    const char* sum; // in tokens
    qint64 confirmedAt;
    qint64 finalAt; // 0: not yet
    const char* status = "confirmed";
    qint64 deciding = 0; // 0: none
    const char* required = "depth:12";
};

void addPayment(StoreDesk& desk, const Confirmed& p)
{
    const TestDatabase& db = desk.database();
    const auto orNull = [](qint64 value) {
        return value == 0 ? QByteArray("NULL") : QByteArray::number(value);
    };
    const Amount sum = Amount::parse(QString::fromLatin1(p.sum), p.decimals).value();
    db.execute(
        "INSERT INTO merchant (id, name, created_at, version) VALUES ('mer_o', 'Example Store', 0,"
        " 1) ON CONFLICT DO NOTHING;"
        "INSERT INTO payment (id, merchant_id, corridor, corridor_version, rail, token_id, symbol,"
        " decimals, due, policy, created_at, expires_at, top_up_until, order_reference, customer,"
        " correlation_id, accepted_shortfall, fulfilment, status, detection, confirmation,"
        " recognition, verdict, labels, received, confirmed, remaining, deciding_number, required,"
        " confirmed_at, final_at, updated_at, version) VALUES ('" +
        QByteArray(p.id) + "', 'mer_o', '" + p.corridor + "', 1, " + QByteArray::number(desk.rail) +
        ", " + QByteArray::number(desk.token) + ", '" + p.symbol + "', " +
        QByteArray::number(p.decimals) + ", " + literal(db, sum) +
        ", '{}', 0, 1, 2, 'ORD', '', 'cor', " + literal(db, Amount(0, p.decimals)) + ", 'none', '" +
        p.status + "', 'detected', 'confirmed', 'not-eligible', 'exact', '', " + literal(db, sum) +
        ", " + literal(db, sum) + ", " + literal(db, Amount(0, p.decimals)) + ", " +
        orNull(p.deciding) + ", '" + p.required + "', " + orNull(p.confirmedAt) + ", " +
        orNull(p.finalAt) + ", 0, 1)");
}

// A binding of the payment and its link with a chain transaction.
void linkTo(StoreDesk& desk, const QByteArray& payment, int tx, int account)
{
    const TestDatabase& db = desk.database();
    const QByteArray to = literal(db, accountOf(account).toBytes());
    const QByteArray rail = QByteArray::number(desk.rail);
    db.execute("INSERT INTO binding (id, payment_id, rail, account, reference, created_at)"
               " VALUES ('bnd_" +
               payment + "', '" + payment + "', " + rail + ", " + to +
               ", '', 0);"
               "INSERT INTO transfer_payment (rail, tx, account, reference, payment_id,"
               " binding_id, linked_by, linked_at) VALUES (" +
               rail + ", " + literal(db, toBytes(hashOf(tx))) + ", " + to + ", '', '" + payment +
               "', 'bnd_" + payment + "', 'binding', 0)");
}

void addCase(StoreDesk& desk,
             const char* id,
             int severity,
             qint64 openedAt,
             qint64 dueAt,
             const char* payment)
{
    const QByteArray about = payment ? "'" + QByteArray(payment) + "'" : QByteArray("NULL");
    desk.database().execute(
        "INSERT INTO exception_case (id, code, severity, plane, owner, subject, payment_id, state,"
        " evidence, opened_at, due_at, version) VALUES ('" +
        QByteArray(id) + "', 'LATE', " + QByteArray::number(severity) + ", 'chain', 'operator', '" +
        id + "', " + about + ", 'open', '{}', " + QByteArray::number(openedAt) + ", " +
        QByteArray::number(dueAt) + ", 1)");
}

} // namespace

class TstOverviewRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ledgerAsAWhole_data() { TestDatabase::addDialectRows(); }
    void ledgerAsAWhole()
    {
        TIEOUT_STORE_DESK(desk);
        QVERIFY(coverageSum(desk.db(), desk.rail).value() == CoverageSum{});
        QVERIFY(innerGaps(desk.db(), desk.rail, 10)->empty());
        TIEOUT_GOES(coverAs(desk, 100, 199, "one", 1));
        TIEOUT_GOES(coverAs(desk, 201, 299, "one", 1));
        TIEOUT_GOES(coverAs(desk, 310, 400, "two", 2));
        TIEOUT_GOES(desk.write([&] {
            return markSecondReading(
                desk.db(), desk.rail, 310, 349, hashOf(349), QStringLiteral("one"), 0, at(500));
        }));
        const CoverageSum sum = coverageSum(desk.db(), desk.rail).value();
        QVERIFY(sum == (CoverageSum{100, 400, 290, 2, 11}));
        QVERIFY(innerGaps(desk.db(), desk.rail, 10).value() ==
                (std::vector<Gap>{{200, 200}, {300, 309}}));
        QVERIFY(innerGaps(desk.db(), desk.rail, 1).value() == (std::vector<Gap>{{200, 200}}));
        const auto parts = coverageParts(desk.db(), desk.rail, 10).value();
        QCOMPARE(parts.size(), size_t(2));
        QVERIFY(parts[0] ==
                (CoveragePart{
                    QStringLiteral("one"), ScanScope::ListedTokens, 1, 100, 299, 199, 0, at(299)}));
        QCOMPARE(parts[1].filterVersion, 2);
        QCOMPARE(parts[1].readTwice, 40);
        QCOMPARE(parts[1].blocks, 91);
    }

    void confirmedMoneyIsExact_data() { TestDatabase::addDialectRows(); }
    void confirmedMoneyIsExact()
    {
        TIEOUT_STORE_DESK(desk);
        addPayment(desk, {"pay_1", "usdt-a", "USDT", 6, "0.1", 1'000, 0});
        addPayment(desk, {"pay_2", "usdt-a", "USDT", 6, "0.2", 1'999, 0});
        addPayment(desk, {"pay_3", "usdt-a", "USDT", 6, "7", 2'000, 0}); // the next day's
        addPayment(desk, {"pay_4", "usdt-a", "USDT", 6, "9", 999, 0});
        addPayment(desk, {"pay_5", "usdt-a", "USDT", 6, "9", 0, 0});
        addPayment(desk,
                   {"pay_6", "usdt-b", "USDT", 18, "90000000000.000000000000000001", 1'500, 0});
        const auto sums =
            confirmedWithin(desk.db(), UtcTime::fromMs(1'000), UtcTime::fromMs(2'000)).value();
        QCOMPARE(sums.size(), size_t(2));
        QCOMPARE(sums[0].corridor, QStringLiteral("usdt-a"));
        QCOMPARE(sums[0].payments, 2);
        QCOMPARE(sums[0].confirmed.toText(), QStringLiteral("0.3"));
        QCOMPARE(sums[1].confirmed.toText(), QStringLiteral("90000000000.000000000000000001"));
    }

    void confirmingByRailAndDepth_data() { TestDatabase::addDialectRows(); }
    void confirmingByRailAndDepth()
    {
        TIEOUT_STORE_DESK(desk);
        TIEOUT_GOES(desk.write([&] {
            RailState state = readRailState(desk.db(), desk.rail).value();
            state.headNumber = 120;
            return writeRailState(desk.db(), state);
        }));
        addPayment(desk, {"pay_1", "c", "USDT", 6, "1", 0, 0, "confirming", 116});
        addPayment(desk, {"pay_2", "c", "USDT", 6, "1", 0, 0, "confirming", 116, "depth:3"});
        addPayment(desk, {"pay_3", "c", "USDT", 6, "1", 0, 0, "confirming", 120});
        addPayment(desk, {"pay_4", "c", "USDT", 6, "1", 0, 0, "confirming", 0, "finalized"});
        addPayment(desk, {"pay_5", "c", "USDT", 6, "1", 5, 0, "confirmed", 100});
        const auto counts = confirmingCounts(desk.db(), 100).value();
        QStringList said;
        for (const ConfirmingCount& count : counts)
            said.append(QStringLiteral("%1 %2 %3")
                            .arg(count.have)
                            .arg(count.rule ? count.rule->toText() : QString())
                            .arg(count.payments));
        QCOMPARE(said,
                 QStringList({QStringLiteral("0 finalized 1"),
                              QStringLiteral("1 depth:12 1"),
                              QStringLiteral("5 depth:12 1"),
                              QStringLiteral("5 depth:3 1")}));
        QCOMPARE(confirmingCounts(desk.db(), 1)->size(), size_t(1));
    }

    void firstSeenIsTheEarlier_data() { TestDatabase::addDialectRows(); }
    void firstSeenIsTheEarlier()
    {
        TIEOUT_STORE_DESK(desk);
        TIEOUT_GOES(desk.addBlocks(1, 3)); // at 12, 24 and 36 s
        TIEOUT_GOES(desk.addTransfer(StoreDesk::logOf(2, 0, 7, 41), coins("1")));
        TIEOUT_GOES(desk.addTransfer(StoreDesk::logOf(3, 0, 8, 42), coins("1")));
        addPayment(desk, {"pay_mined", "c", "USDT", 6, "1", 60'000, 0});
        linkTo(desk, "pay_mined", 7, 41);
        addPayment(desk, {"pay_seen", "c", "USDT", 6, "1", 61'000, 90'000});
        linkTo(desk, "pay_seen", 8, 42);
        desk.database().execute(
            "INSERT INTO sighting (rail, tx, to_account, token_id, from_account, amount,"
            " reference, first_seen_at, state, state_at) VALUES (" +
            QByteArray::number(desk.rail) + ", " + literal(desk.database(), toBytes(hashOf(8))) +
            ", " + literal(desk.database(), accountOf(42).toBytes()) + ", 1, " +
            literal(desk.database(), accountOf(99).toBytes()) + ", " +
            literal(desk.database(), coins("1")) + ", '', 30000, 'mined', 36000)");
        addPayment(desk, {"pay_unlinked", "c", "USDT", 6, "1", 62'000, 0});
        addPayment(desk, {"pay_old", "c", "USDT", 6, "1", 4'000, 0});
        const auto times = settledTimes(desk.db(), UtcTime::fromMs(5'000), 10).value();
        QCOMPARE(times.size(), size_t(3));
        QVERIFY(!times[0].firstSeen);
        QCOMPARE(times[1].firstSeen->ms(), 30'000);
        QCOMPARE(times[1].finalAt->ms(), 90'000);
        QCOMPARE(times[2].firstSeen->ms(), 24'000);
        QCOMPARE(times[2].confirmedAt.ms(), 60'000);
        QVERIFY(!times[2].finalAt);
        QCOMPARE(settledTimes(desk.db(), UtcTime::fromMs(5'000), 2)->size(), size_t(2));
    }

    void openCasesAndTheOldest_data() { TestDatabase::addDialectRows(); }
    void openCasesAndTheOldest()
    {
        TIEOUT_STORE_DESK(desk);
        addPayment(desk, {"pay_1", "c", "USDT", 6, "1", 0, 0});
        addCase(desk, "cas_1", 2, 500, 900, "pay_1");
        addCase(desk, "cas_2", 2, 400, 2'000, nullptr);
        addCase(desk, "cas_3", 1, 100, 2'000, "pay_1");
        const UtcTime now = UtcTime::fromMs(1'000);
        const OpenCases two = openCasesOfSeverity(desk.db(), 2, now, 10).value();
        QCOMPARE(two.cases, 2);
        QCOMPARE(two.withoutPayment, 1);
        QCOMPARE(two.overdue, 1);
        QCOMPARE(two.oldest->ms(), 400);
        QVERIFY(two.oldestPayment.isEmpty());
        QCOMPARE(two.oldestSubject, QStringLiteral("cas_2"));
        QCOMPARE(openCasesOfSeverity(desk.db(), 1, now, 10)->oldestPayment,
                 QStringLiteral("pay_1"));
        QVERIFY(openCasesOfSeverity(desk.db(), 3, now, 10).value() == OpenCases{});
        QCOMPARE(openCasesOfCode(desk.db(), QStringLiteral("LATE"), 1)->oldest->ms(), 100);
    }
};

TIEOUT_REGISTER_TEST(TstOverviewRows)
#include "tst_overviewrows.moc"
