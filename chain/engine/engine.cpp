// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/engine.h"

#include "chain/engine/addresswork.h"
#include "chain/engine/sandboxport.h"
#include "chain/engine/watchwork.h"
#include "chain/sandbox/sandboxtokens.h"
#include "model/actions/setupdesk.h"
#include "model/store/environment.h"
#include "model/store/lease.h"
#include "model/store/migrations.h"
#include "model/store/standby.h"
#include "model/store/transfers.h"
#include "model/store/writegate.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace tieout {

namespace {

constexpr Duration kStandbyPoll{1'000};
constexpr Duration kLoopsStopWithin{8'000};
constexpr int kMostSteps = 100'000;

QString familyWord(RailKind kind)
{
    switch (kind) {
    case RailKind::Evm:
        return QStringLiteral("evm");
    case RailKind::Tron:
        return QStringLiteral("tron");
    case RailKind::Sandbox:
        break;
    }
    return QStringLiteral("sandbox");
}

// What the sandbox has of its own: where sweeps go, and tokens that a payer may send on the network
// that no corridor names.
Outcome setUpSandboxRail(Database& db, const RailRow& rail, UtcTime now)
{
    OwnAddressRow treasury;
    treasury.rail = rail.id;
    treasury.account = sandboxTreasury();
    treasury.kind = OwnKind::Treasury;
    treasury.label = QStringLiteral("sandbox treasury");
    const auto own = readOwnAddresses(db, rail.id);
    if (!own)
        return fail(own.error());
    const bool known = std::any_of(own->begin(), own->end(), [&](const OwnAddressRow& row) {
        return row.account == treasury.account;
    });
    if (!known) {
        if (auto done = registerOwnAddress(db, treasury, now); !done)
            return done;
    }
    for (const SandboxToken& token : sandboxTokens()) {
        if (!token.listed)
            continue;
        const auto id =
            ensureToken(db, {0, rail.id, token.contract, token.symbol, token.decimals, true});
        if (!id)
            return fail(id.error());
    }
    return Done;
}

} // namespace

// Takes the lease, beats it, and starts and stops the loops with the term.
class Engine::Keeper final : public LoopWork
{
public:
    explicit Keeper(Engine& engine)
        : m_engine(engine)
    {}

    QString name() const override { return kLeaseConnection.toString(); }
    bool isTheEnd(const Error&) const override { return false; }

    Outcome open() override
    {
        auto opened = Database::open(m_engine.m_settings.database, name(), OpenMode::ReadWrite);
        if (!opened)
            return fail(opened.error());
        m_db = std::move(opened).value();
        m_db->setWriteGate(m_engine.m_options.gate);
        return Done;
    }

    Result<StepOutcome> step(UtcTime now) override
    {
        if (m_epoch == 0)
            return take(now);
        const auto beaten = heartbeat(*m_db, m_epoch);
        const bool lost =
            m_engine.m_termLost.load() || (!beaten && beaten.error().reason == u"lease_lost");
        if (lost) {
            leave();
            return StepOutcome{false, now + kStandbyPoll};
        }
        if (!beaten)
            return fail(beaten.error());
        return StepOutcome{false, now + kLeaseBeat};
    }

    void close() override
    {
        if (m_epoch != 0) {
            const qint64 epoch = m_epoch;
            leave();
            // Released in order, so that another engine need not wait for silence.
            (void)releaseLease(*m_db, epoch);
        }
        m_db.reset();
    }

private:
    Result<StepOutcome> take(UtcTime now)
    {
        const auto epoch = takeLease(*m_db, m_engine.holder());
        if (!epoch && epoch.error().reason == u"lease_held")
            return standBy(now);
        if (!epoch)
            return fail(epoch.error());
        m_epoch = *epoch;
        m_saidThatItWaits = false;
        if (auto done = m_engine.setUp(*m_db, m_epoch, now); !done) {
            (void)releaseLease(*m_db, m_epoch);
            m_epoch = 0;
            return fail(done.error());
        }
        m_engine.startLoops(m_epoch);
        return StepOutcome{false, now + kLeaseBeat};
    }

    // Said once each time, so that nobody wonders why a second engine does nothing.
    Result<StepOutcome> standBy(UtcTime now)
    {
        const StepOutcome waits{false, now + kStandbyPoll};
        if (std::exchange(m_saidThatItWaits, true) || !m_engine.m_options.log)
            return waits;
        const auto lease = readLease(*m_db);
        if (!lease)
            return fail(lease.error());
        m_engine.m_options.log(
            {LogWeight::Info,
             QStringLiteral("engine.standing_by"),
             name(),
             {},
             {{QStringLiteral("holder"), lease->holder}, {QStringLiteral("epoch"), lease->epoch}}});
        return waits;
    }

    void leave()
    {
        m_engine.stopLoops(kLoopsStopWithin);
        m_epoch = 0;
    }

    Engine& m_engine;
    std::unique_ptr<Database> m_db;
    qint64 m_epoch = 0;
    bool m_saidThatItWaits = false;
};

struct Engine::Round
{
    std::unique_ptr<Database> db;
    UtcTime beatAt;
    std::vector<std::unique_ptr<LoopWork>> works;
    std::vector<bool> open;
    std::vector<bool> ended;
};

Engine::Engine(EngineSettings settings, const Clock& clock, Options options)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_options(std::move(options))
{
    if (m_options.gate == nullptr && m_settings.database.dialect() == Dialect::Sqlite) {
        m_ownGate = std::make_unique<WriteGate>();
        m_options.gate = m_ownGate.get();
    }
    if (!m_options.maker) {
        m_options.maker = [sandbox = m_settings.sandbox](const Term& term,
                                                         const RailRow& row,
                                                         const RailSettings& rail,
                                                         UtcTime now) {
            return rail.kind == RailKind::Sandbox ? SandboxPort::make(term, row, sandbox, now)
                                                  : makeRpcPort(rail);
        };
    }
}

Engine::~Engine()
{
    stop(kLoopsStopWithin);
    (void)finish();
}

QString Engine::holder() const
{
    return QStringLiteral("%1:%2:%3")
        .arg(QSysInfo::machineHostName())
        .arg(QCoreApplication::applicationPid())
        .arg(makeUlid(m_clock.now()).right(6));
}

Outcome Engine::check() const
{
    const auto db =
        Database::open(m_settings.database, QStringLiteral("start"), OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    if (auto done = demandSchema(**db); !done)
        return done;
    return demandEnvironment(**db, m_settings.environment);
}

Outcome Engine::setUp(Database& db, qint64 epoch, UtcTime now) const
{
    return inTerm({db, epoch}, [&]() -> Outcome {
        DeskSetup setup;
        for (const RailSettings& rail : m_settings.rails) {
            RailRow row;
            row.name = rail.name;
            row.family = familyWord(rail.kind);
            row.chain = rail.chain;
            if (rail.genesis)
                row.genesis = toBytes(*rail.genesis);
            row.explorer = rail.explorer;
            setup.rails.push_back(row);
        }
        for (const XpubSettings& xpub : m_settings.xpubs)
            setup.xpubs.push_back({0, xpub.name, xpub.family, xpub.key, 0, -1});
        const auto rows = setUpDesk(db, setup, now);
        if (!rows)
            return fail(rows.error());
        for (const RailRow& rail : rows->rails) {
            if (rail.family != u"sandbox")
                continue;
            if (auto done = setUpSandboxRail(db, rail, now); !done)
                return done;
        }
        return Done;
    });
}

std::vector<std::unique_ptr<LoopWork>> Engine::makeWorks(qint64 epoch) const
{
    EngineWorkSetup work{
        m_settings, m_options.gate, epoch, std::make_shared<SourceTestQueue>(), m_options.log};
    const auto book = std::make_shared<AddressBook>(m_settings.lookAhead);
    for (const RailSettings& rail : m_settings.rails)
        book->expect(rail.name, keyFamilyOf(familyWord(rail.kind)));
    std::vector<std::unique_ptr<LoopWork>> works;
    works.push_back(std::make_unique<CommandsWork>(work));
    for (const RailSettings& rail : m_settings.rails) {
        WatchSetup watch;
        watch.database = m_settings.database;
        watch.gate = m_options.gate;
        watch.epoch = epoch;
        watch.settings = rail;
        watch.maker = m_options.maker;
        watch.book = book;
        watch.log = m_options.log;
        works.push_back(std::make_unique<WatchWork>(std::move(watch), m_clock));
    }
    works.push_back(std::make_unique<SourceTestWork>(
        SourceTestSetup{m_settings.database, m_options.gate, epoch, m_settings.rails, work.tests}));
    works.push_back(std::make_unique<AddressWork>(work));
    works.push_back(std::make_unique<SealWork>(work));
    return works;
}

void Engine::startLoops(qint64 epoch)
{
    m_termLost = false;
    m_epoch = epoch;
    m_loops.use([&](auto& loops) {
        for (auto& work : makeWorks(epoch)) {
            const QString name = work->name();
            const auto onEnd = [this, name](const Error& error) { ended(name, error); };
            loops.push_back(std::make_unique<Loop>(std::move(work), m_clock, m_options.log, onEnd));
            loops.back()->start();
        }
    });
    m_state = EngineState::Running;
    if (m_options.log)
        m_options.log({LogWeight::Info,
                       QStringLiteral("engine.running"),
                       QStringLiteral("lease"),
                       {},
                       {{QStringLiteral("epoch"), epoch}}});
}

void Engine::ended(const QString& loop, const Error& error)
{
    if (error.reason == u"lease_lost")
        m_termLost = true; // the keeper sees it at its next beat, and every write fails until then
    m_ended.use([&](QStringList& names) { names.append(loop); });
}

bool Engine::stopLoops(Duration within)
{
    std::vector<std::unique_ptr<Loop>> loops;
    m_loops.use([&](auto& running) { loops.swap(running); });
    m_ended.use([](QStringList& names) { names.clear(); });
    for (const auto& loop : loops)
        loop->requestStop();
    bool inTime = true;
    for (const auto& loop : loops)
        inTime = loop->join(within) && inTime;
    m_state = EngineState::StandingBy;
    m_epoch = 0;
    return inTime;
}

QStringList Engine::endedLoops() const
{
    return m_ended.use([](const QStringList& names) { return names; });
}

Outcome Engine::start()
{
    TIEOUT_CHECK(!m_keeper && !m_round);
    if (auto good = check(); !good)
        return good;
    m_state = EngineState::StandingBy;
    m_keeper = std::make_unique<Loop>(std::make_unique<Keeper>(*this), m_clock, m_options.log);
    m_keeper->start();
    return Done;
}

bool Engine::stop(Duration within)
{
    if (!m_keeper)
        return true;
    m_keeper->requestStop();
    const bool inTime = m_keeper->join(within);
    m_keeper.reset();
    m_state = EngineState::Stopped;
    return inTime;
}

void Engine::wake()
{
    m_loops.use([](const auto& loops) {
        for (const auto& loop : loops)
            loop->wake();
    });
}

Outcome Engine::beginRound(UtcTime now)
{
    if (m_round) {
        if (now >= m_round->beatAt && now - m_round->beatAt < kLeaseBeat)
            return Done;
        m_round->beatAt = now;
        return heartbeat(*m_round->db, m_epoch);
    }
    if (auto good = check(); !good)
        return good;
    auto db = Database::open(m_settings.database, QStringLiteral("lease"), OpenMode::ReadWrite);
    if (!db)
        return fail(db.error());
    (*db)->setWriteGate(m_options.gate);
    const auto epoch = takeLease(**db, holder());
    if (!epoch)
        return fail(epoch.error());
    auto round = std::make_unique<Round>();
    round->db = std::move(db).value();
    round->beatAt = now;
    if (auto done = setUp(*round->db, *epoch, now); !done) {
        (void)releaseLease(*round->db, *epoch);
        return done;
    }
    round->works = makeWorks(*epoch);
    round->open.assign(round->works.size(), false);
    round->ended.assign(round->works.size(), false);
    m_epoch = *epoch;
    m_round = std::move(round);
    return Done;
}

Result<bool> Engine::stepWork(size_t index, UtcTime now)
{
    LoopWork& work = *m_round->works[index];
    if (!m_round->open[index]) {
        if (auto opened = work.open(); !opened)
            return fail(opened.error());
        m_round->open[index] = true;
    }
    bool any = false;
    // A rail that catches up does so in this round; the bound is for a step that never ends.
    for (int i = 0; i < kMostSteps; ++i) {
        const auto stepped = work.step(now);
        if (!stepped)
            return fail(stepped.error());
        if (!stepped->didWork)
            break;
        any = true;
    }
    return any;
}

Result<bool> Engine::stepOnce(UtcTime now)
{
    TIEOUT_CHECK(!m_keeper);
    if (auto begun = beginRound(now); !begun)
        return fail(begun.error());
    bool any = false;
    for (size_t i = 0; i < m_round->works.size(); ++i) {
        if (m_round->ended[i])
            continue;
        const auto stepped = stepWork(i, now);
        if (stepped) {
            any = any || *stepped;
            continue;
        }
        const LoopWork& work = *m_round->works[i];
        const bool end = work.isTheEnd(stepped.error());
        if (m_options.log)
            m_options.log({LogWeight::Warning,
                           QStringLiteral("loop.failed"),
                           work.name(),
                           {},
                           errorData(stepped.error())});
        if (stepped.error().reason == u"lease_lost" ||
            stepped.error().code == ErrorCode::Internal ||
            stepped.error().code == ErrorCode::Corrupt)
            return stepped;
        if (end) {
            m_round->ended[i] = true;
            m_ended.use([&](QStringList& names) { names.append(work.name()); });
        }
    }
    return any;
}

Outcome Engine::finish()
{
    if (!m_round)
        return Done;
    for (size_t i = 0; i < m_round->works.size(); ++i) {
        if (m_round->open[i])
            m_round->works[i]->close();
    }
    const qint64 epoch = m_epoch.exchange(0);
    auto released = releaseLease(*m_round->db, epoch);
    m_round.reset();
    return released;
}

} // namespace tieout
