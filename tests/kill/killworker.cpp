// SPDX-License-Identifier: GPL-3.0-or-later
// killworker ADDRESS CHAIN CLOCK: an engine of one rail that a test kills. Takes the lease, builds
// the chain again from the file CHAIN, goes on at the tick that the file CLOCK has, and ends with
// status 0 when the script is over, everything is read and the journal is sealed.
#include "chain/engine/sandboxport.h"
#include "chain/engine/watchwork.h"
#include "chain/sandbox/sandboxtokens.h"
#include "model/actions/recordblocks.h"
#include "model/store/journal.h"
#include "tests/kill/killscript.h"
#include "tests/support/fakeclock.h"
#include "tests/support/must.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace {

using namespace tieout;
using test::KillScript;
using test::mustHave;
using test::mustWork;

constexpr int kMostSteps = 50; // of one tick

class KillPort final : public RailPort
{
public:
    explicit KillPort(std::shared_ptr<SandboxChain> chain)
        : m_rail(std::move(chain), nullptr, {.span = 5, .expectedGenesis = {}, .operators = 2})
    {
        m_rail.faults().addWindow(SandboxFault::Omission,
                                  KillScript::at(KillScript::kOmission),
                                  KillScript::at(KillScript::kOmission + 1));
    }

    Rail& rail() override { return m_rail; }
    Duration blockTime() const override { return kSandboxInterval; }

private:
    SandboxRail m_rail;
};

class KillWorker
{
public:
    KillWorker(const DatabaseAddress& address, const QString& chainFile, const QString& clockFile)
        : m_address(address)
        , m_clockFile(clockFile)
        , m_db(mustHave(Database::open(address, QStringLiteral("killworker"), OpenMode::ReadWrite)))
        , m_epoch(mustHave(takeLease(*m_db, QStringLiteral("killworker"))))
    {
        QFile file(chainFile);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no chain");
        m_chain = std::make_shared<SandboxChain>(
            mustHave(SandboxChain::fromJson(QJsonDocument::fromJson(file.readAll()).object())));
        if (!m_clockFile.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            qFatal("no clock");
        m_rail = mustHave(railByName(*m_db, QStringLiteral("sandbox"))).id;
        m_tick = m_clockFile.readAll().toInt();
        m_clock.set(KillScript::at(m_tick));
        openWatch();
    }

    void run()
    {
        for (; m_tick <= KillScript::kTicks; ++m_tick) {
            tell(m_tick);
            tick();
        }
        while (seal(1'000) > 0) {
        }
        const auto state = mustHave(readRailState(*m_db, m_rail));
        if (state.cursorNumber != m_chain->head() || state.frozenAt)
            qFatal("not calm at the end");
        m_watch->close();
        mustWork(releaseLease(*m_db, m_epoch));
    }

private:
    void openWatch()
    {
        WatchSetup setup;
        setup.database = m_address;
        setup.epoch = m_epoch;
        setup.settings.name = QStringLiteral("sandbox");
        setup.settings.kind = RailKind::Sandbox;
        setup.settings.chain = sandboxChainId(SandboxNetwork::Main);
        setup.settings.startBlock = 1;
        setup.book = std::make_shared<AddressBook>(2 * KillScript::kPayments);
        setup.book->expect(QStringLiteral("sandbox"), QStringLiteral("evm"));
        setup.maker = [this](const Term&, const RailRow&, const RailSettings&, UtcTime) {
            return Result<std::unique_ptr<RailPort>>(std::make_unique<KillPort>(m_chain));
        };
        m_watch = std::make_unique<WatchWork>(std::move(setup), m_clock);
        mustWork(m_watch->open());
    }

    // The world's clock: what a dead engine has seen, the next one doesn't see undone.
    void tell(int tick)
    {
        m_clock.set(KillScript::at(tick));
        m_clockFile.seek(0);
        if (m_clockFile.write(QByteArray::number(tick).rightJustified(6, '0')) != 6)
            qFatal("no clock");
    }

    void tick()
    {
        // First of all, so that a tick that is lived twice is the same both times.
        if (m_tick % 10 == 9)
            acknowledge();
        int steps = 0;
        while (mustHave(m_watch->step(m_clock.now())).didWork) {
            if (++steps > kMostSteps)
                qFatal("tick %d has no end", m_tick);
        }
        if (m_tick % 3 == 2)
            seal(5 + m_tick % 40);
        if (m_tick % 25 == 24)
            mustWork(heartbeat(*m_db, m_epoch));
    }

    // A person sees what happened, later.
    void acknowledge()
    {
        mustWork(inTerm(Term{*m_db, m_epoch}, [&]() -> Outcome {
            const auto state = mustHave(readRailState(*m_db, m_rail));
            if (!state.frozenAt)
                return Done;
            return acknowledgeRail(
                *m_db, m_rail, QStringLiteral("operator"), QStringLiteral("seen"), m_clock.now());
        }));
    }

    int seal(int limit)
    {
        return mustHave(inTerm(Term{*m_db, m_epoch}, [&] { return sealJournal(*m_db, limit); }));
    }

    DatabaseAddress m_address;
    QFile m_clockFile;
    std::unique_ptr<Database> m_db;
    qint64 m_epoch;
    std::shared_ptr<SandboxChain> m_chain;
    test::FakeClock m_clock;
    qint64 m_rail = 0;
    int m_tick = 0;
    std::unique_ptr<WatchWork> m_watch;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 4)
        qFatal("usage: killworker ADDRESS CHAIN CLOCK");
    KillWorker({arguments.at(1), {}}, arguments.at(2), arguments.at(3)).run();
    return 0;
}
