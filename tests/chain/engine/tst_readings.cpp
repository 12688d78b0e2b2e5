// SPDX-License-Identifier: GPL-3.0-or-later
// What two readings of the same blocks say, where a person may read again, and when a
// reconciliation must not tie.
#include "chain/reconcile/reconcile.h"
#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/commands/submit.h"
#include "model/store/backfills.h"
#include "model/store/cases.h"
#include "model/store/corridors.h"
#include "model/store/systemclock.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/chain/engine/lyingrail.h"
#include "tests/chain/rails/railkit.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstReadings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingsThatDifferAreTold_data();
    void readingsThatDifferAreTold();
    void aReplacedContractIsStillAskedFor_data() { TestDatabase::addDialectRows(); }
    void aReplacedContractIsStillAskedFor();
    void aFilterThatGrewIsNoDisagreement_data();
    void aFilterThatGrewIsNoDisagreement();
    void aBackfillBelowTheStartIsRefused();
    void anInterruptedBackfillGoesOn();
    void newMoneyIsNotHiddenBehindOldMoney_data() { TestDatabase::addDialectRows(); }
    void newMoneyIsNotHiddenBehindOldMoney();
    void whatWasNotLookedAtDoesNotTie();

private:
    void steps(Engine& engine, SteppedClock& clock, int count);
    CommandId ask(Database& db, qint64 from, qint64 to);
    void apply(TestDatabase& database, const CorridorVersion& corridor);

    SteppedClock m_clock{sandboxStart()};
};

void TstReadings::steps(Engine& engine, SteppedClock& clock, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto stepped = engine.stepOnce(clock.now());
        QVERIFY2(stepped, qPrintable(stepped ? QString() : stepped.error().detail));
        clock.advance(Duration(1'000));
    }
}

CommandId TstReadings::ask(Database& db, qint64 from, qint64 to)
{
    CommandRequest request;
    request.id = CommandId::make(m_clock.now());
    request.role = QStringLiteral("engineer");
    request.kind = kinds::kRailBackfill.toString();
    request.payload = BackfillPayload{QStringLiteral("sandbox"), from, to, {}}.toJson();
    if (const auto asked = submit(db, QStringLiteral("operator"), request); !asked)
        qFatal("%s", qPrintable(asked.error().reason));
    return request.id;
}

void TstReadings::apply(TestDatabase& database, const CorridorVersion& corridor)
{
    const auto address = database.makeLogin(QStringLiteral("trader"), {QStringLiteral("treasury")});
    const auto db = openOrStop(address, QStringLiteral("trader"));
    CommandRequest request;
    request.id = CommandId::make(SystemClock().now());
    request.role = QStringLiteral("treasury");
    request.kind = kinds::kCorridorApply.toString();
    request.payload = toJson(corridor);
    request.payload.insert(QStringLiteral("corridor"), corridor.name);
    if (const auto asked = submit(*db, database.loginName(QStringLiteral("trader")), request);
        !asked)
        qFatal("%s", qPrintable(asked.error().reason));
}

// What the first reading changes, what the second one does, and whether somebody is told.
void TstReadings::readingsThatDifferAreTold_data()
{
    using Lie = std::function<void(TransferLog&)>;
    QTest::addColumn<Lie>("first");
    QTest::addColumn<Lie>("second");
    QTest::addColumn<bool>("differs");
    QTest::addColumn<Dialect>("dialect");
    const Lie flipsValue = [](TransferLog& log) { log.value[31] ^= 1; };
    const Lie flipsTo = [](TransferLog& log) { log.to.bytes[19] ^= 1; };
    const Lie flipsFrom = [](TransferLog& log) { log.from.bytes[19] ^= 1; };
    const Lie flipsToken = [](TransferLog& log) { log.token.bytes[19] ^= 1; };
    const Lie huge = [](TransferLog& log) { log.value[0] = 0x10; };
    const Lie hugeAndOne = [](TransferLog& log) {
        log.value[0] = 0x10;
        log.value[31] ^= 1;
    };
    const auto row =
        [](const char* name, const Lie& one, const Lie& other, bool isTold, Dialect dialect) {
            QTest::newRow(name) << one << other << isTold << dialect;
        };
    row("honest", {}, {}, false, Dialect::Sqlite);
    row("honest, PostgreSQL", {}, {}, false, Dialect::PostgreSql);
    row("value", flipsValue, {}, true, Dialect::Sqlite);
    row("value, PostgreSQL", flipsValue, {}, true, Dialect::PostgreSql);
    row("to", flipsTo, {}, true, Dialect::Sqlite);
    row("from", flipsFrom, {}, true, Dialect::Sqlite);
    row("token", flipsToken, {}, true, Dialect::Sqlite);
    row("the second one lies", {}, flipsValue, true, Dialect::Sqlite);
    row("beyond an amount, alike", huge, huge, false, Dialect::PostgreSql);
    row("beyond an amount", huge, hugeAndOne, true, Dialect::Sqlite);
}

void TstReadings::readingsThatDifferAreTold()
{
    using Lie = std::function<void(TransferLog&)>;
    QFETCH(Lie, first);
    QFETCH(Lie, second);
    QFETCH(bool, differs);
    QFETCH(Dialect, dialect);
    const auto database = TestDatabase::make(dialect);
    askForCorridors(*database);
    SteppedClock clock(sandboxStart());
    Lies lies;
    lies.first = first;
    lies.second = second;
    Engine engine(engineSettings(*database), clock, {{}, nullptr, LyingPort::maker(lies)});
    steps(engine, clock, 90);
    const auto db = database->open();
    const qint64 rail = railByName(*db, QStringLiteral("sandbox"))->id;
    const auto ledger = readCoverage(*db, rail);
    QVERIFY(ledger && !ledger->empty() && ledger->front().secondReadAt);
    const auto open = openCaseOf(*db, QStringLiteral("rail:sandbox"), CaseCode::NodeDisagree);
    QVERIFY(open);
    QCOMPARE(open->has_value(), differs);
    // Also those that came while the case was open: nobody takes them for agreed.
    const auto apart = std::count_if(
        ledger->begin(), ledger->end(), [](const CoverageRow& row) { return row.differences > 0; });
    QVERIFY2(differs ? apart >= 2 : apart == 0, qPrintable(QString::number(apart)));
}

// Who was told the old contract may still pay it; and the ledger says what was looked for.
void TstReadings::aReplacedContractIsStillAskedFor()
{
    TIEOUT_TEST_DATABASE(database);
    askForCorridors(*database);
    SteppedClock clock(sandboxStart());
    std::vector<Account> asked;
    Lies lies;
    lies.tokens = [&asked](const std::vector<Account>& tokens) { asked = tokens; };
    Engine engine(engineSettings(*database), clock, {{}, nullptr, LyingPort::maker(lies)});
    steps(engine, clock, 20);
    const auto db = database->open();
    const auto before = currentCorridors(*db);
    QVERIFY(before && !before->empty());
    CorridorVersion next = before->front();
    const Account old = Account::of(next.asset.contract()->bytes());
    const Account replacement = testAccount(0x5e);
    const auto asset = AssetId::parse(QStringLiteral("%1/erc20:0x%2")
                                          .arg(next.asset.text().section(u'/', 0, 0),
                                               QString::fromLatin1(replacement.toBytes().toHex())));
    QVERIFY2(asset, qPrintable(next.asset.text()));
    ++next.version;
    next.asset = *asset;
    apply(*database, next);
    steps(engine, clock, 20);
    QCOMPARE(currentCorridors(*db)->front().asset.text(), asset->text());
    QVERIFY(std::count(asked.begin(), asked.end(), replacement) == 1);
    QVERIFY(std::count(asked.begin(), asked.end(), old) == 1);
    const auto ledger = readCoverage(*db, railByName(*db, QStringLiteral("sandbox"))->id);
    QVERIFY(ledger && ledger->size() >= 2);
    QCOMPARE(ledger->back().filterVersion, ledger->front().filterVersion + 1);
}

// What the first reading couldn't know is added by the second one, and nobody is accused; what it
// had to see is an omission all the same.
void TstReadings::aFilterThatGrewIsNoDisagreement_data()
{
    QTest::addColumn<bool>("listedOnly");
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("listed tokens") << true << Dialect::Sqlite;
    QTest::newRow("listed tokens, PostgreSQL") << true << Dialect::PostgreSql;
    QTest::newRow("all tokens") << false << Dialect::Sqlite;
}

void TstReadings::aFilterThatGrewIsNoDisagreement()
{
    QFETCH(bool, listedOnly);
    TIEOUT_TEST_DATABASE(database);
    askForCorridors(*database);
    SteppedClock clock(sandboxStart());
    Lies lies;
    lies.listedOnly = listedOnly;
    Engine engine(engineSettings(*database), clock, {{}, nullptr, LyingPort::maker(lies)});
    steps(engine, clock, 10);
    lies.hides = true;
    for (int i = 0; i < 90; ++i) {
        // As if these blocks had been read before the token was listed.
        database->execute("UPDATE coverage SET filter_version = 0 WHERE second_read_at IS NULL");
        steps(engine, clock, 1);
    }
    const auto db = database->open();
    const auto exact = storyPayments(*db, QStringLiteral("exact"));
    QCOMPARE(int(exact.size()), 1);
    QCOMPARE(exact.front().row.received.toText(), QStringLiteral("100"));
    const auto open = openCaseOf(*db, QStringLiteral("rail:sandbox"), CaseCode::NodeDisagree);
    QVERIFY(open);
    QCOMPARE(open->has_value(), !listedOnly);
    const auto ledger = readCoverage(*db, railByName(*db, QStringLiteral("sandbox"))->id);
    QVERIFY(ledger && !ledger->empty());
    QCOMPARE(std::any_of(ledger->begin(),
                         ledger->end(),
                         [](const CoverageRow& row) { return row.differences > 0; }),
             !listedOnly);
}

void TstReadings::aBackfillBelowTheStartIsRefused()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    EngineSettings settings = engineSettings(*database);
    settings.rails.front().startBlock = 5;
    Engine engine(settings, m_clock, {});
    steps(engine, m_clock, 30);
    const auto db = database->open();
    const qint64 rail = railByName(*db, QStringLiteral("sandbox"))->id;
    QCOMPARE(readCoverage(*db, rail)->front().from, qint64(5));
    const CommandId below = ask(*db, 4, 8);
    const CommandId from = ask(*db, 5, 8);
    steps(engine, m_clock, 3);
    const auto refused = readCommand(*db, below);
    QVERIFY(refused && refused->error);
    QCOMPARE(refused->error->reason, QStringLiteral("backfill_below_start"));
    QCOMPARE(refused->error->detail, QStringLiteral("5"));
    QVERIFY(!*readBackfill(*db, below.text()));
    QCOMPARE(readCommand(*db, from)->state, CommandState::Succeeded);
    QCOMPARE(readCoverage(*db, rail)->front().from, qint64(5));
}

void TstReadings::anInterruptedBackfillGoesOn()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    const auto db = database->open();
    EngineSettings settings = engineSettings(*database);
    settings.rails.front().startBlock = 1;
    Lies lies;
    lies.interrupted = [](qint64 from, qint64 to) { return from == 3 && to == 6; };
    CommandId id;
    {
        Engine engine(settings, m_clock, {{}, nullptr, LyingPort::maker(lies)});
        steps(engine, m_clock, 20);
        id = ask(*db, 3, 6);
        steps(engine, m_clock, 2);
        const auto row = readBackfill(*db, id.text());
        QVERIFY(row && *row);
        QCOMPARE((*row)->state, QStringLiteral("running"));
        QVERIFY(engine.finish());
    }
    Engine engine(settings, m_clock, {});
    steps(engine, m_clock, 3);
    const auto row = readBackfill(*db, id.text());
    QVERIFY(row && *row);
    QCOMPARE((*row)->state, QStringLiteral("done"));
    QCOMPARE((*row)->next, qint64(7));
}

void TstReadings::newMoneyIsNotHiddenBehindOldMoney()
{
    TIEOUT_TEST_DATABASE(database);
    askForCorridors(*database);
    SteppedClock clock(sandboxStart());
    Engine engine(engineSettings(*database), clock, {});
    steps(engine, clock, 90);
    const auto db = database->open();
    // Behind the program's back: no payment owns anything, and somebody was told of the oldest.
    database->execute("DELETE FROM transfer_payment");
    const auto before = unmatchedMoney(*db, {}, 1'000);
    QVERIFY(before && before->size() >= 3);
    const auto oldest =
        std::min_element(before->begin(), before->end(), [](const auto& a, const auto& b) {
            return std::pair(a.block, a.logIndex) < std::pair(b.block, b.logIndex);
        });
    const QByteArray tx = toBytes(oldest->tx).toHex();
    const QByteArray bytes = database->dialect() == Dialect::PostgreSql
                                 ? "decode('" + tx + "', 'hex')"
                                 : "x'" + tx + "'";
    database->execute("UPDATE exception_case SET tx = " + bytes);
    const auto all = unmatchedMoney(*db, {}, 1'000);
    QVERIFY(all);
    QCOMPARE(all->size(), before->size());
    QVERIFY(!all->front().hasCase);
    QVERIFY(all->back().hasCase);
    QCOMPARE(all->back().tx, oldest->tx);
    const auto first = unmatchedMoney(*db, {}, 1);
    QVERIFY(first && first->size() == 1 && !first->front().hasCase);
    const auto cut = reconcile(*db, {}, 1);
    QVERIFY(cut && cut->unmatchedCut && cut->unmatched.size() == 1 && !cut->ties());
    const auto whole = reconcile(*db, {}, static_cast<int>(all->size()));
    QVERIFY(whole && !whole->unmatchedCut);
    QCOMPARE(whole->unmatched.size(), all->size());
}

void TstReadings::whatWasNotLookedAtDoesNotTie()
{
    Reconciliation money;
    QVERIFY(money.ties());
    money.unmatchedCut = true;
    QVERIFY(!money.ties());
    QVERIFY(money.toText().endsWith(QStringLiteral("It does not tie.\n")));

    const auto database = TestDatabase::make(Dialect::Sqlite);
    Engine engine(engineSettings(*database), m_clock, {});
    steps(engine, m_clock, 20);
    const auto db = database->open();
    const auto good = reconcile(*db, {});
    QVERIFY(good && good->ties());
    database->execute("DELETE FROM coverage");
    const auto bad = reconcile(*db, {});
    QVERIFY(bad && !bad->ties());
}

TIEOUT_REGISTER_TEST(TstReadings)
#include "tst_readings.moc"
