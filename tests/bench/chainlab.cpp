// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/chainlab.h"

#include "tests/bench/benchmark.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTextStream>

namespace tieout::bench {

namespace {

constexpr int kBlocks = 10'000;
constexpr int kLogsPerBlock = 100;
constexpr int kRealisticShare = 100; // one log in so many is ours
constexpr int kBuildLimitMs = 1'800'000;
const char* const kPayee = "00000000000000000000000000000000000000aa";

QString nameOfTraffic(Traffic traffic)
{
    return traffic == Traffic::Treasury ? QStringLiteral("treasury") : QStringLiteral("realistic");
}

Account accountFromHex(const QByteArray& hex)
{
    return Account::of(QByteArray::fromHex(hex));
}

std::optional<QJsonObject> runningNode()
{
    const QString path = qEnvironmentVariable("TIEOUT_BENCH_CHAIN");
    if (path.isEmpty())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        stop("can't read", qPrintable(path));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

QJsonObject BenchChain::toJson() const
{
    return {{QStringLiteral("url"), QString::fromLatin1(url)},
            {QStringLiteral("token"), QString::fromLatin1(token.toBytes().toHex())},
            {QStringLiteral("payee"), QString::fromLatin1(payee.toBytes().toHex())},
            {QStringLiteral("first"), first},
            {QStringLiteral("head"), head},
            {QStringLiteral("logs"), logs},
            {QStringLiteral("hits"), hits}};
}

BenchChain BenchChain::fromJson(const QJsonObject& json)
{
    BenchChain chain;
    chain.url = json.value(u"url").toString().toLatin1();
    chain.token = accountFromHex(json.value(u"token").toString().toLatin1());
    chain.payee = accountFromHex(json.value(u"payee").toString().toLatin1());
    chain.first = json.value(u"first").toInteger();
    chain.head = json.value(u"head").toInteger();
    chain.logs = json.value(u"logs").toInteger();
    chain.hits = json.value(u"hits").toInteger();
    return chain;
}

Outcome ChainLab::startNode()
{
    if (m_node)
        return Done;
    if (!test::haveAnvil() || !test::haveLab())
        return fail(ErrorCode::Unavailable,
                    u"no_node",
                    QStringLiteral("TIEOUT_TEST_ANVIL and TIEOUT_TEST_LAB are not set"));
    m_node.emplace();
    return m_node->start({QStringLiteral("--no-mining"),
                          QStringLiteral("--prune-history"),
                          QStringLiteral("--order"),
                          QStringLiteral("fifo")});
}

Result<BenchChain> ChainLab::build(Traffic traffic)
{
    const int blocks = std::max(10, static_cast<int>(kBlocks * m_scale));
    const int every = traffic == Traffic::Treasury ? 1 : kRealisticShare;
    QTextStream(stdout) << "   builds " << blocks << " blocks with " << kLogsPerBlock
                        << " logs each\n"
                        << Qt::flush;
    QProcess script;
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(QStringLiteral("node"),
                 {QStringLiteral(TIEOUT_SOURCE_DIR "/tests/lab/build-chain.mjs"),
                  QStringLiteral("--rpc"),
                  QString::fromLatin1(m_node->url()),
                  QStringLiteral("--payee"),
                  QStringLiteral("0x") + QString::fromLatin1(kPayee),
                  QStringLiteral("--blocks"),
                  QString::number(blocks),
                  QStringLiteral("--per"),
                  QString::number(kLogsPerBlock),
                  QStringLiteral("--every"),
                  QString::number(every)});
    if (!script.waitForFinished(kBuildLimitMs) || script.exitCode() != 0)
        return fail(ErrorCode::Internal, u"chain_not_built", script.errorString());
    const auto facts = QJsonDocument::fromJson(script.readAllStandardOutput()).object();
    BenchChain chain;
    chain.url = m_node->url();
    chain.token = accountFromHex(facts.value(u"token").toString().mid(2).toLatin1());
    chain.payee = accountFromHex(kPayee);
    chain.first = facts.value(u"first").toInteger();
    chain.head = facts.value(u"head").toInteger();
    chain.logs = facts.value(u"logs").toInteger();
    chain.hits = facts.value(u"hits").toInteger();
    return chain;
}

Result<BenchChain> ChainLab::chain(Traffic traffic)
{
    if (const auto known = m_chains.find(traffic); known != m_chains.end())
        return known->second;
    if (const auto running = runningNode())
        return BenchChain::fromJson(running->value(nameOfTraffic(traffic)).toObject());
    if (auto started = startNode(); !started)
        return fail(started.error());
    auto built = build(traffic);
    if (built)
        m_chains.emplace(traffic, *built);
    return built;
}

int serveChains(double scale, const QString& path)
{
    ChainLab lab(scale);
    QJsonObject all;
    for (const Traffic traffic : {Traffic::Treasury, Traffic::Realistic})
        all.insert(nameOfTraffic(traffic), mustHave(lab.chain(traffic)).toJson());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0)
        stop("can't write", qPrintable(path));
    file.close();
    QTextStream(stdout) << "serves until its input ends\n" << Qt::flush;
    QTextStream(stdin).readAll();
    return 0;
}

} // namespace tieout::bench
