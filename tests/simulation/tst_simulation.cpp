// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulation.h"
#include "tests/support/testmain.h"

#include <QTest>

using tieout::Dialect;
using tieout::test::Simulation;
using tieout::test::TestDatabase;

namespace {

// TIEOUT_SIM_SEEDS many from TIEOUT_SIM_FIRST on; one failed seed is run again by naming it alone.
quint32 seedCount(Dialect dialect)
{
    if (qEnvironmentVariableIsSet("TIEOUT_SIM_SEEDS"))
        return qEnvironmentVariable("TIEOUT_SIM_SEEDS").toUInt();
    const bool full = qEnvironmentVariableIsSet("TIEOUT_TEST_FULL");
    if (dialect == Dialect::Sqlite)
        return full ? 2000 : 60;
    return full ? 200 : 8;
}

} // namespace

class TstSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyLifeEndsAsTheChainSays_data() { TestDatabase::addDialectRows(); }
    void anyLifeEndsAsTheChainSays();
};

void TstSimulation::anyLifeEndsAsTheChainSays()
{
    QFETCH(Dialect, dialect);
    if (const QString why = TestDatabase::whyNot(dialect); !why.isEmpty()) {
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    const quint32 first = qEnvironmentVariable("TIEOUT_SIM_FIRST", QStringLiteral("1")).toUInt();
    const quint32 count = seedCount(dialect);
    int reorgs = 0;
    int restarts = 0;
    int payments = 0;
    for (quint32 seed = first; seed < first + count; ++seed) {
        const auto database = TestDatabase::make(dialect);
        Simulation simulation(*database, seed);
        simulation.live(60);
        const QString problem = simulation.broken();
        QVERIFY2(problem.isEmpty(),
                 qPrintable(QStringLiteral("TIEOUT_SIM_FIRST=%1 TIEOUT_SIM_SEEDS=1: %2")
                                .arg(seed)
                                .arg(problem)));
        reorgs += simulation.reorgs();
        restarts += simulation.restarts();
        payments += simulation.payments();
    }
    qInfo("seeds %u to %u: %d payments, %d reorganisations, %d restarts",
          first,
          first + count - 1,
          payments,
          reorgs,
          restarts);
    QVERIFY(reorgs > 0);
}

TIEOUT_REGISTER_TEST(TstSimulation)

#include "tst_simulation.moc"
