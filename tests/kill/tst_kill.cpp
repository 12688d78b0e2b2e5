// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/killdesk.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <random>

using tieout::Dialect;
using tieout::Duration;
using tieout::test::KillDesk;
using tieout::test::KillEnd;
using tieout::test::TestDatabase;

namespace {

bool isFull()
{
    return qEnvironmentVariableIsSet("TIEOUT_TEST_FULL");
}

constexpr int kRandomKills = 20;  // of one row
constexpr int kKillsPerLife = 10; // of one database before its life is looked at

} // namespace

class TstKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theScriptHasEverything_data() { TestDatabase::addDialectRows(); }
    void theScriptHasEverything();
    void aFailpointLosesNothing_data();
    void aFailpointLosesNothing();
    void anyCommitMayBeTheLast_data();
    void anyCommitMayBeTheLast();
    void aRandomKillLosesNothing_data();
    void aRandomKillLosesNothing();

private:
    // What an engine that nobody kills makes of it.
    const QStringList& undisturbed(Dialect dialect);
    void compare(KillDesk& desk, Dialect dialect);

    QMap<Dialect, QStringList> m_stories;
    QMap<Dialect, qint64> m_lengths; // ms
};

void TstKill::init()
{
    QFETCH(Dialect, dialect);
    if (const QString why = TestDatabase::whyNot(dialect); !why.isEmpty()) {
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
}

const QStringList& TstKill::undisturbed(Dialect dialect)
{
    if (!m_stories.contains(dialect)) {
        KillDesk desk(dialect);
        QElapsedTimer watch;
        watch.start();
        if (desk.run() != KillEnd::Finished)
            qFatal("undisturbed: %s", qPrintable(desk.output()));
        m_lengths[dialect] = watch.elapsed();
        if (const QString problem = desk.broken(); !problem.isEmpty())
            qFatal("undisturbed: %s", qPrintable(problem));
        m_stories[dialect] = desk.story();
    }
    return m_stories[dialect];
}

void TstKill::compare(KillDesk& desk, Dialect dialect)
{
    const QString problem = desk.broken();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QStringList story = desk.story();
    const QStringList expected = undisturbed(dialect);
    for (qsizetype i = 0; i < qMin(story.size(), expected.size()); ++i)
        QCOMPARE(story.at(i), expected.at(i));
    QCOMPARE(story.size(), expected.size());
}

void TstKill::theScriptHasEverything()
{
    QFETCH(Dialect, dialect);
    const QString story = undisturbed(dialect).join(u'\n');
    qInfo("%lld ms", m_lengths[dialect]);
    for (const QString& word : {QStringLiteral("payment.recalled"),
                                QStringLiteral("payment.resumed"),
                                QStringLiteral(" confirmed "),
                                QStringLiteral(" overpaid "),
                                QStringLiteral(" expired "),
                                QStringLiteral("NODE-DISAGREE"),
                                QStringLiteral("REPLACED"),
                                QStringLiteral("acknowledged 2"),
                                QStringLiteral("credit 2"),
                                QStringLiteral("rail 12")})
        QVERIFY2(story.contains(word), qPrintable(word));
    for (const QStringList& other : std::as_const(m_stories))
        QCOMPARE(other, undisturbed(dialect));
}

void TstKill::aFailpointLosesNothing_data()
{
    struct Group
    {
        const char* name;
        int passes;
        QList<QByteArray> failpoints;
    };
    const std::vector<Group> groups{
        {"transaction", 2, {"transaction.before-commit", "transaction.after-commit"}},
        {"record",
         2,
         {"record.after-blocks",
          "record.after-transfers",
          "record.after-bind",
          "record.before-end"}},
        {"projection",
         2,
         {"projection.after-payments", "projection.after-events", "projection.after-awaiting"}},
        {"rewind", 3, {"rewind.after-withdrawn", "rewind.after-lowered"}},
        {"promote and seal", 3, {"promote.after-mark", "seal.after-links"}},
        {"watch", 1, {"mempool.before-settled", "second.before-stored"}},
    };
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<int>("passes");
    QTest::addColumn<QList<QByteArray>>("failpoints");
    for (const Group& group : groups) {
        QTest::addRow("SQLite, %s", group.name)
            << Dialect::Sqlite << group.passes << group.failpoints;
        QTest::addRow("PostgreSQL, %s", group.name)
            << Dialect::PostgreSql << group.passes << group.failpoints;
    }
}

void TstKill::aFailpointLosesNothing()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, passes);
    QFETCH(QList<QByteArray>, failpoints);
    KillDesk desk(dialect);
    for (int pass = 1; pass <= passes; ++pass) {
        for (const QByteArray& failpoint : std::as_const(failpoints)) {
            const QByteArray armed = failpoint + ':' + QByteArray::number(pass);
            const KillEnd end = desk.run(armed);
            QVERIFY2(end == KillEnd::Failpoint,
                     qPrintable(QString::fromLatin1(armed + ' ') + desk.output()));
        }
    }
    QVERIFY2(desk.run() == KillEnd::Finished, qPrintable(desk.output()));
    compare(desk, dialect);
}

void TstKill::anyCommitMayBeTheLast_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QByteArray>("failpoint");
    QTest::addColumn<int>("every");
    const auto add = [](const QByteArray& point, int every) {
        QTest::addRow("SQLite, %s, %d", point.constData(), every)
            << Dialect::Sqlite << point << every;
        QTest::addRow("PostgreSQL, %s, %d", point.constData(), every)
            << Dialect::PostgreSql << point << every;
    };
    add("transaction.after-commit", 26);
    for (int every = 20; isFull() && every < 60; every += 3) {
        add("transaction.before-commit", every);
        add("transaction.after-commit", every + 1);
    }
}

// The engine dies after every so many commits, so that it dies between any two of one step.
void TstKill::anyCommitMayBeTheLast()
{
    QFETCH(Dialect, dialect);
    QFETCH(QByteArray, failpoint);
    QFETCH(int, every);
    KillDesk desk(dialect);
    int kills = 0;
    KillEnd end = KillEnd::Failpoint;
    while (end == KillEnd::Failpoint) {
        end = desk.run(failpoint + ':' + QByteArray::number(every + kills % 3));
        QVERIFY2(++kills < 1000, "it makes no progress");
    }
    QVERIFY2(end == KillEnd::Finished, qPrintable(desk.output()));
    QVERIFY(kills > 5);
    qInfo("%d kills", kills - 1);
    compare(desk, dialect);
}

void TstKill::aRandomKillLosesNothing_data()
{
    QTest::addColumn<Dialect>("dialect");
    for (int row = 0; row < (isFull() ? 15 : 1); ++row) {
        QTest::addRow("SQLite, %d", row) << Dialect::Sqlite;
        QTest::addRow("PostgreSQL, %d", row) << Dialect::PostgreSql;
    }
}

void TstKill::aRandomKillLosesNothing()
{
    QFETCH(Dialect, dialect);
    undisturbed(dialect);
    const quint32 seed = qEnvironmentVariableIsSet("TIEOUT_KILL_SEED")
                             ? qEnvironmentVariable("TIEOUT_KILL_SEED").toUInt()
                             : QRandomGenerator::system()->generate();
    qInfo("TIEOUT_KILL_SEED=%u", seed);
    std::mt19937 random(seed);
    const auto longest = static_cast<quint32>(qMax<qint64>(50, m_lengths[dialect] / 3));
    int kills = 0;
    while (kills < kRandomKills) {
        KillDesk desk(dialect);
        KillEnd end = KillEnd::Killed;
        for (int i = 0; i < kKillsPerLife && kills < kRandomKills && end == KillEnd::Killed; ++i) {
            end = desk.run({}, Duration(1 + random() % longest));
            kills += end == KillEnd::Killed ? 1 : 0;
        }
        if (end == KillEnd::Killed)
            end = desk.run();
        QVERIFY2(end == KillEnd::Finished, qPrintable(desk.output()));
        compare(desk, dialect);
        if (QTest::currentTestFailed())
            return;
    }
}

TIEOUT_REGISTER_TEST(TstKill)

#include "tst_kill.moc"
