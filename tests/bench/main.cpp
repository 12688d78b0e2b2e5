// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/chainlab.h"
#include "tests/bench/queueconsole.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <curl/curl.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace tieout::bench {

namespace {

constexpr std::array<Benchmark, 9> kBenchmarks{{
    {"parse-match",
     "eth_getLogs answers into transfers, each looked up among watched accounts",
     benchParseMatch},
    {"derive", "status derivation and matching on one core", benchDerive},
    {"payments", "transfers that each pay one payment, to Confirmed", benchPayments},
    {"commands", "submit to answer, idle and under ingest", benchCommands},
    {"ingest-pg", "a real chain into PostgreSQL against download and COPY", benchIngestPostgres},
    {"ingest-sqlite", "a real chain into SQLite against download and insert", benchIngestSqlite},
    {"realistic",
     "one log in a hundred is ours, millions of addresses are watched",
     benchRealistic},
    {"queue-sqlite", "the console over millions of payments against Qt's models", benchQueueSqlite},
    {"queue-pg", "the same on PostgreSQL", benchQueuePostgres},
}};

struct Options
{
    QStringList names;
    QString serve;
    double scale = 1;
    int runs = 3;
    bool list = false;
};

Options readOptions(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Benchmarks of Tieout; all of them, or those named."));
    const QCommandLineOption list(QStringLiteral("list"), QStringLiteral("Names the benchmarks."));
    const QCommandLineOption scale(QStringLiteral("scale"),
                                   QStringLiteral("Shrinks every size, e.g. 0.01."),
                                   QStringLiteral("factor"),
                                   QStringLiteral("1"));
    const QCommandLineOption runs(QStringLiteral("runs"),
                                  QStringLiteral("Repetitions, of which the median counts."),
                                  QStringLiteral("n"),
                                  QStringLiteral("3"));
    const QCommandLineOption serve(
        QStringLiteral("serve"),
        QStringLiteral("Builds the chains, describes them in FILE for TIEOUT_BENCH_CHAIN and keeps "
                       "the node until it is stopped."),
        QStringLiteral("file"));
    parser.addOptions({list, scale, runs, serve});
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("name"), QStringLiteral("Benchmarks to run."));
    parser.process(app);
    return {parser.positionalArguments(),
            parser.value(serve),
            parser.value(scale).toDouble(),
            parser.value(runs).toInt(),
            parser.isSet(list)};
}

int runAll(const Options& options)
{
    QTextStream out(stdout);
    ChainLab lab(options.scale);
    Report report;
    const Setting setting{options.scale, std::max(1, options.runs), lab, report};
    for (const Benchmark& benchmark : kBenchmarks) {
        const QString name = QString::fromLatin1(benchmark.name);
        if (!options.names.isEmpty() && !options.names.contains(name))
            continue;
        out << "== " << name << ": " << benchmark.what << '\n';
        out.flush();
        try {
            benchmark.run(setting);
        } catch (const std::exception& error) {
            report.failed(name, QString::fromUtf8(error.what()));
        }
    }
    report.print(out);
    return report.hasFailed() ? 1 : 0;
}

int listAll()
{
    QTextStream out(stdout);
    for (const Benchmark& benchmark : kBenchmarks)
        out << QString::fromLatin1(benchmark.name).leftJustified(16) << benchmark.what << '\n';
    return 0;
}

bool allKnown(const QStringList& names)
{
    return std::all_of(names.begin(), names.end(), [](const QString& name) {
        return std::any_of(kBenchmarks.begin(), kBenchmarks.end(), [&](const Benchmark& b) {
            return name == QLatin1String(b.name);
        });
    });
}

} // namespace

void stop(const char* what, const char* why)
{
    throw std::runtime_error(std::string(what) + ' ' + why);
}

void mustWork(const Outcome& outcome)
{
    if (!outcome)
        stop(qPrintable(outcome.error().reason), qPrintable(outcome.error().detail));
}

QString nameOf(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL");
}

} // namespace tieout::bench

int main(int argc, char** argv)
{
    using namespace tieout::bench;
    if (argc > 1 && std::string_view(argv[1]) == kQueueConsole)
        return runQueueConsole(argc, argv);
    QCoreApplication app(argc, argv);
    const Options options = readOptions(app);
    if (options.list)
        return listAll();
    if (!(options.scale > 0) || !allKnown(options.names)) {
        QTextStream(stderr) << "unknown benchmark or scale; see --list and --help\n";
        return 2;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    const int status =
        options.serve.isEmpty() ? runAll(options) : serveChains(options.scale, options.serve);
    curl_global_cleanup();
    return status;
}
