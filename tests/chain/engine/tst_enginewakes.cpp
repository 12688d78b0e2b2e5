// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does without being asked twice: it runs a command as soon as PostgreSQL tells of
// it, and looks by itself at where payments ask money to be sent.
#include "chain/engine/addresswork.h"
#include "model/commands/submit.h"
#include "model/store/cases.h"
#include "model/store/lease.h"
#include "model/store/systemclock.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

#include <algorithm>

using namespace tieout;
using namespace tieout::test;

class TstEngineWakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandRingsItsLoop();
    void aCommandIsAnsweredAtOnce();
    void aSwappedAddressIsNoticed_data() { TestDatabase::addDialectRows(); }
    void aSwappedAddressIsNoticed();
};

namespace {

constexpr int kPatience = 20'000;

// About nothing that exists, so that every answer is a refusal.
CommandRequest askToCancel(UtcTime now)
{
    CommandRequest request;
    request.id = CommandId::make(now);
    request.role = QStringLiteral("operator");
    request.kind = QStringLiteral("payment.cancel");
    request.payload = {{QStringLiteral("payment"), PaymentId::make(now).text()},
                       {QStringLiteral("expected_version"), 1}};
    return request;
}

QString whyNoServer()
{
    return TestDatabase::whyNot(Dialect::PostgreSql);
}

} // namespace

// The loop's work alone, without a loop: only the server's word can release the semaphore.
void TstEngineWakes::aCommandRingsItsLoop()
{
    if (const QString why = whyNoServer(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto database = TestDatabase::make(Dialect::PostgreSql);
    const SystemClock clock;
    EngineWorkSetup setup;
    setup.settings.database = database->engineAddress();
    setup.settings.environment = QStringLiteral("sandbox");
    setup.epoch = database->epoch();
    setup.tests = std::make_shared<SourceTestQueue>();
    CommandsWork work(setup);
    QSemaphore woken;
    work.wakeBy([&] { woken.release(); });
    QVERIFY(work.open());
    QVERIFY(woken.tryAcquire(1, kPatience)); // it listens
    while (work.step(clock.now())->didWork)
        ;
    const auto idle = work.step(clock.now());
    QVERIFY(idle && idle->nextWake - clock.now() > CommandsWork::kPoll);

    const auto login = database->makeLogin(QStringLiteral("ann"), {QStringLiteral("operator")});
    const auto person = openOrStop(login, QStringLiteral("ann"));
    const CommandRequest request = askToCancel(clock.now());
    QVERIFY(submit(*person, {}, request));
    QVERIFY(woken.tryAcquire(1, kPatience));
    QVERIFY(work.step(clock.now()));
    QCOMPARE(readCommand(*person, request.id)->state, CommandState::Refused);
    // A cancelled command is told as well.
    const CommandRequest second = askToCancel(clock.now());
    QVERIFY(submit(*person, {}, second));
    QVERIFY(woken.tryAcquire(1, kPatience));
    QVERIFY(cancelCommand(*person, {}, second.id));
    QVERIFY(woken.tryAcquire(1, kPatience));
    work.close();
}

void TstEngineWakes::aCommandIsAnsweredAtOnce()
{
    if (const QString why = whyNoServer(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto database = TestDatabase::make(Dialect::PostgreSql);
    const SystemClock clock;
    EngineSettings settings = engineSettings(*database);
    settings.sandbox.playScenarios = false;
    Engine engine(settings, clock, {});
    QVERIFY(engine.start());
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), EngineState::Running, kPatience);
    const auto login = database->makeLogin(QStringLiteral("ann"), {QStringLiteral("operator")});
    const auto person = openOrStop(login, QStringLiteral("ann"));
    QSemaphore news;
    const ChangeBell bell(login, {[&](const QStringList&) { news.release(); }, {}});
    QVERIFY(news.tryAcquire(1, kPatience));
    std::vector<qint64> took;
    for (int i = 0; i < 21; ++i) {
        const CommandRequest request = askToCancel(clock.now());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(submit(*person, {}, request));
        while (!isFinal(readCommand(*person, request.id)->state))
            QVERIFY(news.tryAcquire(1, kPatience));
        took.push_back(timer.nsecsElapsed() / 1'000);
    }
    std::sort(took.begin(), took.end());
    qInfo("submit to answer: median %lld us, worst %lld us", took[10], took[20]);
    // The poll alone would need half of a second on average.
    QVERIFY(took[10] < CommandsWork::kPollWhenTold.count() * 1'000 / 4);
    QVERIFY(engine.stop(Duration(kPatience)));
}

void TstEngineWakes::aSwappedAddressIsNoticed()
{
    TIEOUT_TEST_DATABASE(database);
    SteppedClock clock(sandboxStart());
    Engine engine(engineSettings(*database), clock, {});
    askForCorridors(*database);
    const auto db = database->open();
    const auto steps = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const auto stepped = engine.stepOnce(clock.now());
            if (!stepped)
                qFatal("step: %s", qPrintable(stepped.error().detail));
            clock.advance(Duration(1'000));
        }
    };
    steps(4);
    const auto payments = storyPayments(*db, QStringLiteral("stuck"));
    QVERIFY(!payments.empty());
    const QByteArray id = payments.front().row.id.text().toUtf8();
    const auto open = [&] {
        return openCaseOf(*db, QString::fromUtf8(id), CaseCode::EnvMismatch).value();
    };
    QVERIFY(!open());
    database->execute("UPDATE binding SET position = position + 500 WHERE payment_id = '" + id +
                      "'");
    // Within two rounds of the pass, whatever it was doing when the row was changed.
    for (int i = 0; i < 150 && !open(); ++i)
        steps(1);
    QVERIFY(open());
    QVERIFY(engine.finish());
}

TIEOUT_REGISTER_TEST(TstEngineWakes)
#include "tst_enginewakes.moc"
