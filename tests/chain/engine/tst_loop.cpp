// SPDX-License-Identifier: GPL-3.0-or-later
// How a loop ends and goes on: what was cancelled without a stop is an error like others, and a
// stop doesn't wait for an address that hangs.
#include "chain/engine/sourcetests.h"
#include "model/store/systemclock.h"
#include "tests/chain/rails/scriptserver.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelledWithoutAStopIsAnError();
    void aStopInterruptsASourceTest();
};

namespace {

constexpr int kPatienceMs = 20'000;

// As a server that cancels every statement by itself.
class CancelledWork final : public LoopWork
{
public:
    QString name() const override { return QStringLiteral("cancelled"); }
    Outcome open() override { return Done; }
    Result<StepOutcome> step(UtcTime) override
    {
        steps.release();
        return fail(ErrorCode::Cancelled, u"cancelled");
    }
    void close() override {}

    QSemaphore steps;
};

} // namespace

void TstLoop::cancelledWithoutAStopIsAnError()
{
    const SystemClock clock;
    auto work = std::make_unique<CancelledWork>();
    QSemaphore& steps = work->steps;
    Guarded<QStringList> events;
    const EngineLog log = [&](const LogLine& line) {
        events.use([&](QStringList& all) {
            all.append(line.event + u' ' + line.data.value(u"reason").toString());
        });
    };
    Loop loop(std::move(work), clock, log);
    QElapsedTimer timer;
    timer.start();
    loop.start();
    QVERIFY(steps.tryAcquire(3, kPatienceMs)); // it goes on, with pauses of 250 and 500 ms
    QVERIFY2(timer.elapsed() >= 700, qPrintable(QString::number(timer.elapsed())));
    loop.requestStop();
    QVERIFY(loop.join(Duration(kPatienceMs)));
    const QStringList said = events.use([](const QStringList& all) { return all; });
    QVERIFY(said.size() >= 2);
    QCOMPARE(said.front(), QStringLiteral("loop.failed cancelled"));
}

void TstLoop::aStopInterruptsASourceTest()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    QSemaphore asked;
    ScriptServer server([&](const QByteArray&, int) {
        asked.release();
        ScriptAnswer answer;
        answer.hang = true;
        return answer;
    });
    RailSettings rail;
    rail.name = QStringLiteral("lab");
    rail.chain = QStringLiteral("eip155:31337");
    rail.timeoutMs = 3 * kPatienceMs;
    rail.sources.push_back(
        {QStringLiteral("s1"), QStringLiteral("one"), QString::fromLatin1(server.url()), {}});
    SourceTestSetup setup;
    setup.database = database->engineAddress();
    setup.epoch = database->epoch();
    setup.rails = {rail};
    setup.queue = std::make_shared<SourceTestQueue>();
    const SystemClock clock;
    setup.queue->put({CommandId::make(clock.now()), {rail.name, QStringLiteral("s1"), {}}});
    Loop loop(std::make_unique<SourceTestWork>(setup), clock, {});
    loop.start();
    QVERIFY(asked.tryAcquire(1, kPatienceMs));
    QElapsedTimer timer;
    timer.start();
    loop.requestStop();
    QVERIFY(!loop.join(Duration(1))); // it hangs, and is interrupted
    QVERIFY2(timer.elapsed() < kPatienceMs, qPrintable(QString::number(timer.elapsed())));
}

TIEOUT_REGISTER_TEST(TstLoop)
#include "tst_loop.moc"
