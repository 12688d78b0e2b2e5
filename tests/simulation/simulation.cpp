// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulation.h"

#include "chain/sandbox/sandboxtokens.h"
#include "model/store/corridors.h"
#include "model/store/journal.h"
#include "tests/support/must.h"
#include "tests/support/newpayment.h"

#include <QJsonObject>

namespace tieout::test {

namespace {

constexpr int kSimDecimals = 6;
constexpr qint64 kToken = 1'000'000; // minor units of one

// The chain outlives its watcher, as a network does.
class SharedPort final : public RailPort
{
public:
    explicit SharedPort(std::unique_ptr<SandboxRail> rail)
        : m_rail(std::move(rail))
    {}

    Rail& rail() override { return *m_rail; }
    Duration blockTime() const override { return kSandboxInterval; }

private:
    std::unique_ptr<SandboxRail> m_rail;
};

PolicySnapshot policyOf(qint64 due)
{
    PolicySnapshot policy;
    policy.corridor = QStringLiteral("usdt-sandbox");
    policy.version = 1;
    policy.due = Amount(due * kToken, kSimDecimals);
    policy.underGrace = Amount(kToken / 10, kSimDecimals);
    policy.overTolerance = Amount(kToken / 10, kSimDecimals);
    policy.dustFloor = Amount(1000, kSimDecimals);
    policy.bands = {{Amount(100 * kToken, kSimDecimals), {3, FinalityMark::None}},
                    {Amount(1000 * kToken, kSimDecimals), {6, FinalityMark::None}},
                    {std::nullopt, {0, FinalityMark::Finalized}}};
    policy.strongest = strongestRule(FinalityFamily::Tag, policy.bands);
    policy.topUpWindow = std::chrono::minutes(5);
    return policy;
}

} // namespace

Simulation::Simulation(TestDatabase& database, quint32 seed)
    : m_database(database)
    , m_db(database.openEngine(QStringLiteral("simulation")))
    , m_random(seed)
    , m_seed(seed)
    , m_merchant(MerchantId::make(m_clock.now()))
{
    setUp();
    openWatcher();
}

Simulation::~Simulation()
{
    m_watch->close();
}

int Simulation::below(int bound)
{
    return static_cast<int>(m_random() % static_cast<quint32>(bound));
}

void Simulation::setUp()
{
    SandboxParameters parameters;
    parameters.seed = m_seed;
    parameters.genesis = m_clock.now();
    m_chain = std::make_shared<SandboxChain>(parameters);
    mustWork(inTerm(Term{*m_db, m_database.epoch()}, [&]() -> Outcome {
        RailRow wanted;
        wanted.name = QStringLiteral("sandbox");
        wanted.family = QStringLiteral("sandbox");
        wanted.chain = sandboxChainId(SandboxNetwork::Main);
        m_row = mustHave(ensureRail(*m_db, wanted));
        XpubRow xpub;
        xpub.name = sandboxXpubName();
        xpub.family = QStringLiteral("evm");
        xpub.key = sandboxXpub();
        if (auto made = ensureXpub(*m_db, xpub); !made)
            return fail(made.error());
        TokenRow token;
        token.rail = m_row.id;
        token.account = sandboxToken(u"usdt").contract;
        token.symbol = QStringLiteral("USDT");
        token.decimals = kSimDecimals;
        token.listed = true;
        m_token = mustHave(ensureToken(*m_db, token));
        OwnAddressRow treasury;
        treasury.rail = m_row.id;
        treasury.account = sandboxTreasury();
        if (auto done = registerOwnAddress(*m_db, treasury, m_clock.now()); !done)
            return done;
        return insertMerchant(*m_db, {m_merchant, QStringLiteral("main")}, m_clock.now());
    }));
}

void Simulation::openWatcher()
{
    WatchSetup setup;
    setup.database = m_database.engineAddress();
    setup.epoch = m_database.epoch();
    setup.settings.name = QStringLiteral("sandbox");
    setup.settings.kind = RailKind::Sandbox;
    setup.settings.chain = sandboxChainId(SandboxNetwork::Main);
    setup.settings.startBlock = 1;
    setup.settings.headAgeLimit = std::chrono::minutes(3);
    setup.book = std::make_shared<AddressBook>(200);
    setup.book->expect(QStringLiteral("sandbox"), QStringLiteral("evm"));
    setup.maker = [this](const Term&,
                         const RailRow&,
                         const RailSettings&,
                         UtcTime) -> Result<std::unique_ptr<RailPort>> {
        SandboxRailOptions options;
        options.span = 1 + below(40);
        auto rail = std::make_unique<SandboxRail>(m_chain, nullptr, options);
        m_rail = rail.get();
        return std::unique_ptr<RailPort>(std::make_unique<SharedPort>(std::move(rail)));
    };
    m_watch = std::make_unique<WatchWork>(std::move(setup), m_clock);
    mustWork(m_watch->open());
}

void Simulation::step()
{
    const auto stepped = m_watch->step(m_clock.now());
    // What the network does is weather; anything else is a mistake of ours.
    if (!stepped && stepped.error().code != ErrorCode::Unavailable &&
        stepped.error().reason != u"sources_disagree" && m_problem.isEmpty())
        m_problem =
            QStringLiteral("step: %1 %2").arg(stepped.error().reason, stepped.error().detail);
}

void Simulation::seal()
{
    const auto sealed =
        inTerm(Term{*m_db, m_database.epoch()}, [&] { return sealJournal(*m_db, 1 + below(50)); });
    if (!sealed && m_problem.isEmpty())
        m_problem = QStringLiteral("seal: %1 %2").arg(sealed.error().reason, sealed.error().detail);
}

void Simulation::live(int ticks)
{
    // A chain of some age: a reorganisation to before our first block is another chain, which the
    // watcher refuses.
    m_clock.advance(std::chrono::minutes(2));
    step();
    for (int i = 0; i < ticks; ++i)
        tick();
    calm();
}

void Simulation::tick()
{
    m_clock.advance(std::chrono::milliseconds(500 + below(4000)));
    const int actions = below(3);
    for (int i = 0; i < actions; ++i)
        act();
    step();
    if (below(4) == 0)
        seal();
}

void Simulation::act()
{
    const int chance = below(100);
    if (chance < 25 || m_payments.empty())
        pay();
    else if (chance < 70) {
        const auto& payment = m_payments[static_cast<size_t>(below(payments()))];
        const qint64 due = static_cast<qint64>(payment.policy.due.units());
        const qint64 choices[] = {due, due, due / 2, due - kToken / 20, due + 3 * kToken, 1, 0};
        const bool wrong = below(12) == 0;
        send(payment,
             choices[below(7)],
             wrong ? QStringLiteral("bridged-usdt") : QStringLiteral("usdt"));
    } else if (chance < 80)
        reorganise();
    else if (chance < 95)
        disturb();
    else
        restart();
}

void Simulation::pay()
{
    SimulatedPayment made;
    const qint64 dues[] = {5, 50, 100, 500, 5000};
    made.policy = policyOf(dues[below(5)]);
    made.hurried = below(4) == 0;
    const UtcTime now = m_clock.now();
    const auto written = inTerm(Term{*m_db, m_database.epoch()}, [&]() -> Outcome {
        const auto xpub = xpubByName(*m_db, sandboxXpubName());
        if (!xpub)
            return fail(xpub.error());
        const auto index = allocateIndex(*m_db, xpub->id);
        if (!index)
            return fail(index.error());
        made.id = PaymentId::make(now);
        made.account = Account::of(mustHave(depositAddress(*m_db, xpub->id, *index)));
        PaymentRow row;
        row.id = made.id;
        row.merchant = m_merchant;
        row.rail = m_row.id;
        row.token = m_token;
        row.symbol = QStringLiteral("USDT");
        row.decimals = kSimDecimals;
        row.policy = made.policy;
        row.createdAt = now;
        row.expiresAt = now + (made.hurried ? Duration(20'000) : Duration(86'400'000));
        finishNewPayment(row);
        if (auto done = insertPayment(*m_db, row); !done)
            return done;
        BindingRow binding;
        binding.id = BindingId::make(now);
        binding.payment = made.id;
        binding.rail = m_row.id;
        binding.account = made.account;
        binding.xpub = xpub->id;
        binding.position = *index;
        binding.createdAt = now;
        return insertBinding(*m_db, binding);
    });
    if (written)
        m_payments.push_back(made);
    else if (written.error().reason != u"addresses_exhausted" && m_problem.isEmpty())
        m_problem =
            QStringLiteral("pay: %1 %2").arg(written.error().reason, written.error().detail);
}

void Simulation::addToChain(SandboxAction action)
{
    action.at = m_clock.now();
    m_chain->advance(m_clock.now());
    // A reorganisation or a drop may name what isn't there any more; the chain refuses that.
    const auto added = m_chain->add(std::move(action));
    Q_UNUSED(added);
}

void Simulation::send(const SimulatedPayment& payment, qint64 units, const QString& token)
{
    SandboxAction action;
    action.kind = SandboxActionKind::Send;
    action.key = QStringLiteral("tx%1").arg(++m_sent);
    action.sender = sandboxPayer(QString::number(below(5)));
    action.delay = below(4);
    action.stuck = below(15) == 0;
    const int parts = below(6) == 0 ? 2 : 1;
    for (int i = 0; i < parts; ++i) {
        SandboxTransfer transfer;
        transfer.token = sandboxToken(token).contract;
        transfer.to = payment.account;
        transfer.value = evmWord(Amount(units / parts, kSimDecimals));
        action.transfers.push_back(transfer);
    }
    m_pendingKeys.append(action.key);
    addToChain(std::move(action));
}

void Simulation::reorganise()
{
    SandboxAction action;
    action.kind = below(6) == 0 ? SandboxActionKind::Restore : SandboxActionKind::Reorg;
    action.depth = below(12) == 0 ? 14 + below(4) : 1 + below(7);
    action.shorter = below(3) == 0 ? 1 : 0;
    const ReorgFate fates[] = {ReorgFate::Elsewhere, ReorgFate::Mempool, ReorgFate::Dropped};
    action.fate = fates[below(3)];
    action.delay = below(3);
    ++m_reorgs;
    addToChain(std::move(action));
}

void Simulation::disturb()
{
    const SandboxFault faults[] = {SandboxFault::Unreachable,
                                   SandboxFault::Timeout,
                                   SandboxFault::RateLimited,
                                   SandboxFault::Inconsistent,
                                   SandboxFault::Lagging,
                                   SandboxFault::Empty,
                                   SandboxFault::Disagree};
    if (below(3) == 0)
        m_rail->faults().clear();
    else
        m_rail->faults().setChance(faults[below(7)], below(500));
    if (!m_pendingKeys.isEmpty() && below(3) == 0) {
        SandboxAction action;
        action.kind = below(2) == 0 ? SandboxActionKind::Drop : SandboxActionKind::Release;
        action.key = m_pendingKeys.at(below(static_cast<int>(m_pendingKeys.size())));
        addToChain(std::move(action));
    }
}

void Simulation::restart()
{
    ++m_restarts;
    m_watch->close();
    if (below(2) == 0)
        m_clock.advance(std::chrono::seconds(below(60)));
    if (below(3) == 0) {
        auto again = SandboxChain::fromJson(m_chain->toJson());
        m_chain = std::make_shared<SandboxChain>(mustHave(std::move(again)));
        m_chain->advance(m_clock.now());
    }
    openWatcher();
}

void Simulation::acknowledge()
{
    const auto state = mustHave(readRailState(*m_db, m_row.id));
    if (!state.frozenAt)
        return;
    mustWork(inTerm(Term{*m_db, m_database.epoch()}, [&] {
        return acknowledgeRail(
            *m_db, m_row.id, QStringLiteral("simulation"), QStringLiteral("seen"), m_clock.now());
    }));
}

void Simulation::calm()
{
    m_rail->faults().clear();
    for (int i = 0; i < 40; ++i) {
        acknowledge();
        m_clock.advance(std::chrono::seconds(2));
        for (int again = 0; again < 3; ++again)
            step();
    }
    while (mustHave(inTerm(Term{*m_db, m_database.epoch()}, [&] { return sealJournal(*m_db); })) >
           0) {
    }
}

} // namespace tieout::test
