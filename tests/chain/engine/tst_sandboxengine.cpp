// SPDX-License-Identifier: GPL-3.0-or-later
// The whole engine over the scripted chain, on both databases: every story ends as it says.
#include "chain/sandbox/scenario.h"
#include "model/store/cases.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstSandboxEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStoryEndsAsItSays_data() { TestDatabase::addDialectRows(); }
    void everyStoryEndsAsItSays();

private:
    static QString codesOf(Database& db, const PaymentDetail& payment);
    void checkStory(Database& db, const Scenario& scenario);
    QStringList m_wrong;
};

QString TstSandboxEngine::codesOf(Database& db, const PaymentDetail& payment)
{
    QStringList codes;
    for (const DetailCase& each : payment.cases)
        codes.append(each.code);
    const auto all = listCases(db, {{}, false, 1000});
    for (const CaseRow& row : *all) {
        if (!row.payment)
            codes.append(toText(row.code));
    }
    return codes.join(QLatin1Char(' '));
}

void TstSandboxEngine::checkStory(Database& db, const Scenario& scenario)
{
    const auto payments = storyPayments(db, scenario.name);
    if (payments.size() != size_t(scenario.payments)) {
        m_wrong.append(scenario.name + QStringLiteral(": payments"));
        return;
    }
    for (const PaymentDetail& payment : payments) {
        const QString codes = codesOf(db, payment);
        QStringList wrong;
        if (payment.row.status != scenario.expectedStatus)
            wrong.append(QStringLiteral("status ") + toText(payment.row.status));
        if (payment.verdict != scenario.expectedVerdict)
            wrong.append(QStringLiteral("verdict ") + toText(payment.verdict));
        for (const QString& label :
             scenario.expectedLabels.toText().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!payment.row.labels.toText().split(QLatin1Char(' ')).contains(label))
                wrong.append(
                    QStringLiteral("no label %1 in '%2'").arg(label, payment.row.labels.toText()));
        }
        for (const CaseCode code : scenario.expectedCases) {
            if (!codes.split(QLatin1Char(' ')).contains(toText(code)))
                wrong.append(QStringLiteral("no case %1 in '%2'").arg(toText(code), codes));
        }
        if (!wrong.isEmpty())
            m_wrong.append(scenario.name + QStringLiteral(": ") + wrong.join(QStringLiteral(", ")));
    }
}

void TstSandboxEngine::everyStoryEndsAsItSays()
{
    TIEOUT_TEST_DATABASE(database);
    m_wrong.clear();
    SteppedClock clock(sandboxStart());
    Engine engine(engineSettings(*database), clock, {printLog(), nullptr, {}});
    askForCorridors(*database);
    const auto run = runSandboxToHorizon(engine, clock);
    QVERIFY2(
        run,
        qPrintable(run ? QString() : run.error().reason + QLatin1Char(' ') + run.error().detail));
    const auto db = database->open();
    for (const Scenario& scenario : scenarios())
        checkStory(*db, scenario);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
}

TIEOUT_REGISTER_TEST(TstSandboxEngine)
#include "tst_sandboxengine.moc"
