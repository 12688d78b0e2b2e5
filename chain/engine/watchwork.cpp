// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/watchwork.h"

#include "model/actions/watchcases.h"
#include "model/store/watchinputs.h"
#include "model/store/writegate.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr Duration kShortestPoll{20};

bool isWrongNetwork(const Error& error)
{
    return error.reason == u"chain_id_mismatch" || error.reason == u"genesis_mismatch" ||
           error.reason == u"rail_chain_mismatch" || error.reason == u"rail_genesis_mismatch";
}

} // namespace

struct WatchWork::Parts
{
    Parts(RailRow row, WatchWork& work)
        : context(std::move(row))
        , desk{{*work.m_db, work.m_setup.epoch},
               *work.m_port,
               context,
               work.m_watched,
               work.m_setup.settings,
               work.m_clock,
               work.m_setup.log}
        , follower(desk)
        , mempool(desk)
        , second(desk)
        , health(desk)
    {}

    RailContext context;
    RailDesk desk;
    ChainFollower follower;
    MempoolWatch mempool;
    SecondLook second;
    RailHealth health;
};

WatchWork::WatchWork(WatchSetup setup, const Clock& clock)
    : m_setup(std::move(setup))
    , m_clock(clock)
{}

WatchWork::~WatchWork() = default;

bool WatchWork::isTheEnd(const Error& error) const
{
    return LoopWork::isTheEnd(error) || isWrongNetwork(error);
}

void WatchWork::interrupt()
{
    m_shared.use([](RailPort* port) {
        if (port != nullptr)
            port->rail().interrupt();
    });
}

void WatchWork::close()
{
    m_parts.reset();
    m_shared.use([](RailPort*& port) { port = nullptr; });
    m_port.reset();
    m_db.reset();
    m_connected = false;
    m_fingerprint.clear();
}

Outcome WatchWork::open()
{
    auto opened = Database::open(m_setup.database, name(), OpenMode::ReadWrite);
    if (!opened)
        return fail(opened.error());
    m_db = std::move(opened).value();
    m_db->setWriteGate(m_setup.gate);
    const auto prepared = prepare(m_clock.now());
    if (!prepared)
        close();
    return prepared;
}

Outcome WatchWork::prepare(UtcTime now)
{
    auto row = railByName(*m_db, m_setup.settings.name);
    if (!row)
        return fail(row.error());
    const Term term{*m_db, m_setup.epoch};
    RailSettings settings = m_setup.settings;
    if (!settings.genesis && row->genesis.size() == 32)
        settings.genesis = hash32(row->genesis);
    auto port = m_setup.maker(term, *row, settings, now);
    if (!port)
        return fail(port.error());
    m_port = std::move(port).value();
    m_shared.use([this](RailPort*& shared) { shared = m_port.get(); });
    const QString family = keyFamilyOf(row->family);
    m_parts = std::make_unique<Parts>(std::move(row).value(), *this);
    m_parts->context.setDepositGuess(
        [this](const Account& account) { return m_watched.contains(account); });
    return eachDepositAddress(*m_db, family, [this](const Account& a) { m_watched.add(a); });
}

Outcome WatchWork::refresh()
{
    const auto print = watchFingerprint(*m_db, m_parts->desk.id());
    if (!print)
        return fail(print.error());
    if (*print == m_fingerprint)
        return Done;
    if (auto done = m_parts->context.refresh(*m_db); !done)
        return done;
    const auto own = readOwnAddresses(*m_db, m_parts->desk.id());
    if (!own)
        return fail(own.error());
    for (const OwnAddressRow& row : *own)
        m_watched.add(row.account);
    std::vector<Account> tokens;
    for (const KnownToken& known : m_parts->context.knownTokens())
        tokens.push_back(known.contract);
    m_port->setTokens(tokens);
    m_fingerprint = *print;
    return Done;
}

Outcome WatchWork::checkGenesis(UtcTime now)
{
    const auto zero = m_port->rail().header(0, now);
    if (!zero)
        return zero.error().code == ErrorCode::Unavailable ? Outcome(fail(zero.error()))
                                                           : Outcome(Done);
    if (!*zero)
        return Done; // a source without history
    const QByteArray genesis = toBytes((*zero)->hash);
    const QByteArray& known = m_parts->context.rail().genesis;
    if (!known.isEmpty() && known != genesis)
        return fail(ErrorCode::Forbidden, u"genesis_mismatch", m_setup.settings.name);
    if (!known.isEmpty())
        return Done;
    return inTerm(m_parts->desk.term,
                  [&] { return pinGenesis(*m_db, m_parts->desk.id(), genesis); });
}

Outcome WatchWork::connect(UtcTime now)
{
    if (m_connected)
        return Done;
    if (auto done = m_port->rail().connect(now); !done)
        return done;
    if (auto done = checkGenesis(now); !done)
        return done;
    m_connected = true;
    m_parts->desk.say(LogWeight::Info, QStringLiteral("rail.connected"));
    return Done;
}

Outcome WatchWork::mismatch(const Error& error, UtcTime now)
{
    m_setup.book->forget(m_setup.settings.name);
    const auto noted = noteRailCase(
        m_parts->desk.term, m_setup.settings.name, CaseCode::EnvMismatch, errorData(error), now);
    return noted ? Outcome(Done) : Outcome(fail(noted.error()));
}

Duration WatchWork::poll() const
{
    const Duration block = m_port->blockTime();
    if (block.count() <= 0)
        return m_setup.settings.poll;
    return std::clamp(block / 2, kShortestPoll, std::max(kShortestPoll, m_setup.settings.poll));
}

Result<bool> WatchWork::readAgain(const FollowOutcome& outcome, UtcTime now)
{
    bool more = false;
    if (outcome.caughtUp && outcome.head.marks.finalized) {
        const qint64 finalized = std::min(*outcome.head.marks.finalized, outcome.tip.number);
        const auto again = m_parts->second.again(finalized, now);
        // A second reading that doesn't come is tried at the next step; the first one stands.
        if (!again && again.error().code != ErrorCode::Unavailable)
            return again;
        more = again && *again;
        if (auto done = m_parts->second.thin(); !done)
            return fail(done.error());
    }
    const auto backfilled = m_parts->second.backfill(outcome.tip.number, now);
    if (!backfilled)
        return backfilled;
    return more || *backfilled;
}

Result<StepOutcome> WatchWork::work(UtcTime now)
{
    const auto outcome = m_parts->follower.follow(now, kBudget);
    if (!outcome)
        return fail(outcome.error());
    const auto gap = m_parts->second.fillGap(outcome->tip.number, now);
    if (!gap && gap.error().code != ErrorCode::Unavailable)
        return fail(gap.error());
    const auto promoting = m_parts->health.note(*outcome, gap && !*gap, now);
    if (!promoting)
        return fail(promoting.error());
    const auto again = readAgain(*outcome, now);
    if (!again)
        return fail(again.error());
    // Sightings are hints: money in blocks that were read is promoted without them. They come last,
    // because a source that fails here rests and would be missing for a quorum.
    if (outcome->caughtUp) {
        if (auto done = m_parts->mempool.step(now); !done)
            return fail(done.error());
    }
    if (!gap)
        return fail(gap.error());
    if (auto done = m_parts->health.writeSources(now); !done)
        return fail(done.error());
    const bool behind = outcome->withdrawn > 0 || (!outcome->caughtUp && outcome->blocks > 0);
    return StepOutcome{behind || *gap || *promoting || *again, now + poll()};
}

Failure WatchWork::failed(const Error& error, UtcTime now)
{
    if (isWrongNetwork(error)) {
        if (auto noted = mismatch(error, now); !noted)
            return fail(noted.error());
    }
    if (auto noted = m_parts->health.noteFailure(error, now); !noted)
        return fail(noted.error());
    if (auto written = m_parts->health.writeSources(now); !written)
        return fail(written.error());
    return fail(error);
}

Result<StepOutcome> WatchWork::step(UtcTime now)
{
    if (auto done = m_port->sync(m_parts->desk.term, now); !done)
        return fail(done.error());
    const auto followed =
        m_setup.book->follow(m_parts->desk.term, m_setup.settings.name, m_watched);
    if (!followed)
        return fail(followed.error());
    if (auto done = refresh(); !done)
        return fail(done.error());
    if (auto done = connect(now); !done)
        return failed(done.error(), now);
    auto stepped = work(now);
    if (!stepped)
        return failed(stepped.error(), now);
    return stepped;
}

} // namespace tieout
