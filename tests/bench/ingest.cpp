// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmrail.h"
#include "chain/rails/watchset.h"
#include "model/actions/recordblocks.h"
#include "model/store/systemclock.h"
#include "tests/bench/baseline.h"
#include "tests/bench/benchdesk.h"
#include "tests/bench/benchmark.h"

#include <algorithm>

namespace tieout::bench {

namespace {

constexpr int kWatchedAddresses = 5'000'000;
constexpr double kIngestBar = 1.3;
constexpr double kRealisticBar = 1.2;
constexpr double kResidentBar = 150;
constexpr double kBytesPerAddressBar = 24;

std::unique_ptr<EvmRail> railOf(const BenchChain& chain)
{
    EvmRailSettings settings;
    settings.name = QStringLiteral("bench");
    settings.chain = mustHave(ChainId::parse(u"eip155:31337"));
    settings.scan = TokenScan::ListedTokens;
    settings.tokens = {chain.token};
    settings.mempool = false;
    SourceConfig source;
    source.name = QStringLiteral("node");
    source.operatorName = QStringLiteral("bench");
    source.url = chain.url;
    settings.sources = {source};
    return mustHave(EvmRail::make(std::move(settings)));
}

struct IngestPass
{
    Sample sample;
    std::vector<RangeRequest> requests; // what was asked for, to ask for it again
    qint64 stored = 0;
};

// The watch loop's work, step by step: read forward, record, promote at the end of each reading.
class Ingest
{
public:
    Ingest(BenchDesk& desk, const BenchChain& chain, const WatchSet& watched)
        : m_desk(desk)
        , m_chain(chain)
        , m_watched(watched)
        , m_rail(railOf(chain))
    {
        desk.rail().setDepositGuess([&watched](const Account& a) { return watched.contains(a); });
        mustWork(m_rail->connect(m_clock.now()));
    }

    IngestPass run()
    {
        IngestPass pass;
        Stopwatch watch(m_desk.server());
        const auto head = mustHave(m_rail->head(-1, m_clock.now()));
        BlockHeader tip;
        tip.number = m_chain.first - 1;
        while (tip.number < m_chain.head) {
            const auto batch = mustHave(m_rail->blocks(tip, m_chain.head, m_filter, m_clock.now()));
            pass.requests.push_back({tip, batch.to, ScanScope::ListedTokens});
            pass.stored +=
                mustHave(recordBlocks(m_desk.term(), m_desk.rail(), batch, m_clock.now()))
                    .transfers;
            tip = batch.headers.back();
        }
        HeadFacts facts{head.latest, head.marks, true, 1, {}};
        while (mustHave(promote(m_desk.term(), m_desk.rail(), facts, m_clock.now())).more) {
        }
        pass.sample = watch.stop();
        return pass;
    }

private:
    BenchDesk& m_desk;
    const BenchChain& m_chain;
    const WatchSet& m_watched;
    std::unique_ptr<EvmRail> m_rail;
    SystemClock m_clock;
    WatchFilter m_filter = [this](const TransferLog& log) {
        return m_watched.contains(log.to) || m_watched.contains(log.from);
    };
};

struct IngestRounds
{
    std::vector<Sample> ingest;
    std::vector<Sample> download;
    std::vector<Sample> insert;
    double bytes = 0;
};

// Everything in turn, so that a machine that slows down slows down all.
IngestRounds
runRounds(const Setting& setting, Dialect dialect, const BenchChain& chain, const WatchSet& watched)
{
    IngestRounds rounds;
    for (int run = 0; run < setting.runs; ++run) {
        BenchDesk desk(dialect, chain.token);
        desk.addTreasury(chain.payee);
        const IngestPass pass = Ingest(desk, chain, watched).run();
        const qint64 rows = desk.count(u"SELECT count(*) FROM transfer");
        if (pass.stored != chain.hits || rows != chain.hits)
            setting.report.failed(
                QStringLiteral("ingest"),
                QStringLiteral("%1 rows, should be %2").arg(rows).arg(chain.hits));
        rounds.ingest.push_back(pass.sample);
        const Download download = bareDownload(chain, pass.requests);
        rounds.download.push_back(download.sample);
        rounds.bytes = double(download.bytes);
        rounds.insert.push_back(bareInsert(desk.database()));
    }
    return rounds;
}

double worstPeak(const std::vector<Sample>& samples)
{
    double most = 0;
    for (const Sample& sample : samples)
        most = std::max(most, sample.peakMb);
    return most;
}

std::optional<BenchChain> chainFor(const Setting& setting, const char* bench, Traffic traffic)
{
    const auto chain = setting.lab.chain(traffic);
    if (chain)
        return *chain;
    const QString name = QString::fromLatin1(bench);
    if (chain.error().reason == u"no_node" && !test::nodesRequired())
        setting.report.skipped(name, chain.error().detail);
    else
        setting.report.failed(name, chain.error().reason + u' ' + chain.error().detail);
    return std::nullopt;
}

void ingestInto(const Setting& setting, Dialect dialect, const char* bench, double landmark)
{
    if (const QString why = test::TestDatabase::whyNot(dialect); !why.isEmpty())
        return setting.report.skipped(QString::fromLatin1(bench), why);
    const auto chain = chainFor(setting, bench, Traffic::Treasury);
    if (!chain)
        return;
    WatchSet watched;
    watched.add(chain->payee);
    const IngestRounds rounds = runRounds(setting, dialect, *chain, watched);
    const double logs = double(chain->logs);
    const double ingest = median(rounds.ingest).seconds;
    const double download = median(rounds.download).seconds;
    const double insert = median(rounds.insert).seconds;
    const QString name = nameOf(dialect);
    Report& report = setting.report;
    report.ratio(QStringLiteral("%1 ingest / slower of download and insert").arg(name),
                 ingest / std::max(download, insert),
                 Bar::AtMost,
                 kIngestBar);
    report.ratio(QStringLiteral("%1 ingest / (download + insert)").arg(name),
                 ingest / (download + insert),
                 Bar::AtMost,
                 0);
    report.ratio(QStringLiteral("%1 ingest").arg(name),
                 logs / ingest,
                 Bar::AtLeast,
                 landmark,
                 QStringLiteral("logs/s"));
    report.ratio(QStringLiteral("%1 ingest, resident").arg(name),
                 worstPeak(rounds.ingest),
                 Bar::AtMost,
                 kResidentBar,
                 QStringLiteral("MB"));
    report.figure(
        QStringLiteral("%1 ingest").arg(name), QStringLiteral("logs"), logs, rounds.ingest);
    report.figure(QStringLiteral("%1: bare download").arg(name),
                  QStringLiteral("logs"),
                  logs,
                  rounds.download);
    report.figure(
        QStringLiteral("%1: bare insert").arg(name), QStringLiteral("rows"), logs, rounds.insert);
    report.value(QStringLiteral("%1: bytes of the answers").arg(name),
                 QStringLiteral("%1 MB").arg(rounds.bytes / 1e6, 0, 'f', 0));
}

} // namespace

void benchIngestPostgres(const Setting& setting)
{
    ingestInto(setting, Dialect::PostgreSql, "ingest-pg", 60'000);
}

void benchIngestSqlite(const Setting& setting)
{
    ingestInto(setting, Dialect::Sqlite, "ingest-sqlite", 40'000);
}

void benchRealistic(const Setting& setting)
{
    const auto chain = chainFor(setting, "realistic", Traffic::Realistic);
    if (!chain)
        return;
    const double before = residentMb();
    WatchSet watched;
    const int addresses = setting.sized(kWatchedAddresses, 1'000);
    for (int i = 1; i < addresses; ++i)
        watched.add(accountNumbered(quint64(i)));
    watched.add(chain->payee);
    Report& report = setting.report;
    report.ratio(QStringLiteral("watched addresses, by the table's own count"),
                 double(watched.bytesUsed()) / double(watched.size()),
                 Bar::AtMost,
                 kBytesPerAddressBar,
                 QStringLiteral("bytes each"));
    report.ratio(QStringLiteral("watched addresses, by resident memory"),
                 (residentMb() - before) * 1024 * 1024 / double(watched.size()),
                 Bar::AtMost,
                 kBytesPerAddressBar,
                 QStringLiteral("bytes each"));
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::Sqlite}) {
        if (const QString why = test::TestDatabase::whyNot(dialect); !why.isEmpty()) {
            report.skipped(QStringLiteral("realistic"), why);
            continue;
        }
        const IngestRounds rounds = runRounds(setting, dialect, *chain, watched);
        const QString name = QStringLiteral("realistic, %1").arg(nameOf(dialect));
        const double logs = double(chain->logs);
        report.ratio(name + QStringLiteral(" ingest / download"),
                     median(rounds.ingest).seconds / median(rounds.download).seconds,
                     Bar::AtMost,
                     kRealisticBar);
        report.figure(
            name + QStringLiteral(" ingest"), QStringLiteral("logs"), logs, rounds.ingest);
        report.figure(
            name + QStringLiteral(" download"), QStringLiteral("logs"), logs, rounds.download);
    }
}

} // namespace tieout::bench
