// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/killdesk.h"

#include "chain/engine/addressbook.h"
#include "chain/sandbox/sandboxtokens.h"
#include "model/store/addresses.h"
#include "model/store/corridors.h"
#include "model/store/transfers.h"
#include "tests/kill/killscript.h"
#include "tests/support/must.h"
#include "tests/support/newpayment.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QUrl>
#include <QUrlQuery>

namespace tieout::test {

namespace {

constexpr int kLongestRun = 120'000; // ms; a run that hangs is killed and fails

// As the engine, whose term is told when its lease is taken.
QString engineUrl(const DatabaseAddress& address)
{
    if (address.dialect() == Dialect::Sqlite)
        return address.url;
    QUrl url(address.url);
    QUrlQuery query(url);
    query.addQueryItem(QStringLiteral("options"), QStringLiteral("-c role=tieout_sandbox_engine"));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

PolicySnapshot killPolicy(int index)
{
    const auto tokens = [](qint64 count) { return Amount(count * KillScript::kToken, 6); };
    PolicySnapshot policy;
    policy.corridor = QStringLiteral("usdt-sandbox");
    policy.version = 1;
    policy.due = tokens(KillScript::due(index));
    policy.underGrace = Amount(KillScript::kToken / 10, 6);
    policy.overTolerance = Amount(KillScript::kToken / 10, 6);
    policy.dustFloor = Amount(1000, 6);
    policy.bands = {{tokens(100), {3, FinalityMark::None}},
                    {tokens(1000), {6, FinalityMark::None}},
                    {std::nullopt, {0, FinalityMark::Finalized}}};
    policy.strongest = strongestRule(FinalityFamily::Tag, policy.bands);
    policy.topUpWindow = std::chrono::minutes(5);
    return policy;
}

PaymentRow freshPayment(int index)
{
    PaymentRow row;
    row.id = PaymentId::make(KillScript::kStart);
    row.symbol = QStringLiteral("USDT");
    row.decimals = 6;
    row.policy = killPolicy(index);
    row.createdAt = KillScript::kStart;
    row.expiresAt = KillScript::expires(index);
    finishNewPayment(row);
    return row;
}

} // namespace

KillDesk::KillDesk(Dialect dialect)
    : m_database(TestDatabase::make(dialect))
    , m_db(m_database->openEngine(QStringLiteral("killdesk")))
    , m_engineUrl(engineUrl(m_database->address()))
    , m_merchant(MerchantId::make(KillScript::kStart))
{
    setUp();
    m_chain.emplace(KillScript::chain(m_accounts));
    QFile file(m_folder.filePath(QStringLiteral("chain.json")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no folder");
    file.write(QJsonDocument(m_chain->toJson()).toJson());
    m_chain->advance(KillScript::at(KillScript::kTicks));
}

KillDesk::~KillDesk() = default;

void KillDesk::setUp()
{
    const Term term{*m_db, m_database->epoch()};
    qint64 token = 0;
    XpubRow xpub;
    mustWork(inTerm(term, [&]() -> Outcome {
        RailRow wanted;
        wanted.name = QStringLiteral("sandbox");
        wanted.family = QStringLiteral("sandbox");
        wanted.chain = sandboxChainId(SandboxNetwork::Main);
        m_rail = mustHave(ensureRail(*m_db, wanted));
        xpub.name = sandboxXpubName();
        xpub.family = QStringLiteral("evm");
        xpub.key = sandboxXpub();
        xpub = mustHave(ensureXpub(*m_db, xpub));
        TokenRow usdt;
        usdt.rail = m_rail.id;
        usdt.account = sandboxToken(u"usdt").contract;
        usdt.symbol = QStringLiteral("USDT");
        usdt.decimals = 6;
        usdt.listed = true;
        token = mustHave(ensureToken(*m_db, usdt));
        return insertMerchant(*m_db, {m_merchant, QStringLiteral("main")}, KillScript::kStart);
    }));
    AddressBook book(2 * KillScript::kPayments);
    book.expect(m_rail.name, QStringLiteral("evm"));
    WatchSet set;
    mustHave(book.follow(term, m_rail.name, set));
    mustWork(inTerm(term, [&]() -> Outcome {
        m_payments.clear();
        m_bindings.clear();
        m_accounts.clear();
        for (int i = 0; i < KillScript::kPayments; ++i) {
            if (auto done = makePayment(i, token, xpub.id); !done)
                return done;
        }
        return Done;
    }));
}

Outcome KillDesk::makePayment(int index, qint64 token, qint64 xpub)
{
    const auto position = allocateIndex(*m_db, xpub);
    if (!position)
        return fail(position.error());
    PaymentRow row = freshPayment(index);
    row.merchant = m_merchant;
    row.rail = m_rail.id;
    row.token = token;
    if (auto done = insertPayment(*m_db, row); !done)
        return done;
    BindingRow binding;
    binding.id = BindingId::make(KillScript::kStart);
    binding.payment = row.id;
    binding.rail = m_rail.id;
    binding.account = Account::of(mustHave(depositAddress(*m_db, xpub, *position)));
    binding.xpub = xpub;
    binding.position = *position;
    binding.createdAt = KillScript::kStart;
    m_payments.push_back(row.id);
    m_bindings.push_back(binding.id);
    m_accounts.push_back(binding.account);
    return insertBinding(*m_db, binding);
}

KillEnd KillDesk::run(const QByteArray& failpoint, std::optional<Duration> killAfter)
{
    // The silence that ends a dead engine's term isn't waited for.
    m_database->execute("UPDATE lease SET heartbeat = 0");
    QProcess worker;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("TIEOUT_FAILPOINT"));
    if (!failpoint.isEmpty())
        environment.insert(QStringLiteral("TIEOUT_FAILPOINT"), QString::fromLatin1(failpoint));
    worker.setProcessEnvironment(environment);
    worker.setProcessChannelMode(QProcess::MergedChannels);
    worker.start(QStringLiteral(TIEOUT_KILLWORKER),
                 {m_engineUrl,
                  m_folder.filePath(QStringLiteral("chain.json")),
                  m_folder.filePath(QStringLiteral("clock"))});
    const int limit = killAfter ? static_cast<int>(killAfter->count()) : kLongestRun;
    const bool ended = worker.waitForFinished(limit);
    if (!ended) {
        worker.kill();
        worker.waitForFinished(-1);
    }
    m_output = QString::fromUtf8(worker.readAll());
    // It may have ended by itself between our looking and our killing.
    if (worker.exitStatus() == QProcess::NormalExit) {
        if (worker.exitCode() == 0)
            return KillEnd::Finished;
        return worker.exitCode() == 99 ? KillEnd::Failpoint : KillEnd::Failed;
    }
    return !ended && killAfter ? KillEnd::Killed : KillEnd::Failed;
}

} // namespace tieout::test
