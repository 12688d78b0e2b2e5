// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tieout;

namespace {

constexpr char kEvmKey[] = "xpub6DUHsvfgeqB9bfuV2Z6kKpY5d2HiRUAeAkc4Lw5WitjmbEZ1fNU6LD73QmF94sJG"
                           "BuVptmYsMMB5jcbGjfh4c92zCvEHcqxwJN9zywLJf84";

EnvironmentLookup variables(const QHash<QString, QString>& set = {})
{
    return [set](const QString& name) -> std::optional<QString> {
        const auto found = set.constFind(name);
        return found == set.cend() ? std::nullopt : std::optional<QString>(*found);
    };
}

QByteArray exampleText()
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/resources/config/example.toml"));
    TIEOUT_CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

EnvironmentLookup exampleVariables()
{
    return variables({{QStringLiteral("ETHEREUM_PROVIDER_KEY"), QStringLiteral("Key1")},
                      {QStringLiteral("TRON_PROVIDER_KEY"), QStringLiteral("Key2")},
                      {QStringLiteral("TIEOUT_DATABASE_PASSWORD"), QStringLiteral("pass word")}});
}

QByteArray smallText()
{
    return "environment = { name = \"sandbox\" }\n" // line 1
           "database = { url = \"tieout.sqlite\" }\n"
           "[[rail]]\n"
           "name = \"local\"\n"
           "family = \"evm\"\n" // line 5
           "chain = \"eip155:31337\"\n"
           "[[rail.source]]\n"
           "name = \"a\"\n"
           "operator = \"us\"\n"
           "url = \"http://127.0.0.1:8545\"\n" // line 10
           "[rail.limits]\n"
           "max_span = 10\n";
}

// Another source, between the first and the limits.
QByteArray withSecondSource(const QByteArray& name, const QByteArray& operatorName)
{
    QByteArray text = smallText();
    return text.replace("[rail.limits]",
                        "[[rail.source]]\nname = \"" + name + "\"\noperator = \"" + operatorName +
                            "\"\nurl = \"http://h\"\n[rail.limits]");
}

// "3 rail[0].name bad_name", one a problem.
QStringList problemsOf(const QByteArray& text, const EnvironmentLookup& lookup = variables())
{
    QStringList rows;
    for (const auto& problem : configProblems(text, lookup))
        rows += QStringLiteral("%1 %2 %3").arg(problem.line).arg(problem.key, problem.reason);
    return rows;
}

void addMistake(const QByteArray& from, const QByteArray& to, const char* problem)
{
    const QByteArray shown = QByteArray(to).replace('\n', ' ');
    QTest::addRow("%s %s", shown.constData(), problem)
        << from << to << QString::fromLatin1(problem);
}

void addRailMistakes()
{
    addMistake("name = \"local\"", "name = \"Local Net\"", "4 rail[0].name bad_name");
    addMistake("name = \"local\"", "name = \"-local\"", "4 rail[0].name bad_name");
    addMistake("name = \"local\"\n", "", "3 rail[0].name missing_key");
    addMistake("family = \"evm\"", "family = \"solana\"", "5 rail[0].family not_allowed");
    addMistake("family = \"evm\"", "family = \"\"", "5 rail[0].family out_of_range");
    addMistake("family = \"evm\"\n", "", "3 rail[0].family missing_key");
    addMistake("eip155:31337", "31337", "6 rail[0].chain chain_id_malformed");
    addMistake("eip155:31337", "tron:0x2b6653dc", "6 rail[0].chain not_allowed");
    addMistake("family = ", "polls = 1\nfamily = ", "5 rail[0].polls unknown_key");
    addMistake("family = ", "poll_ms = 9\nfamily = ", "5 rail[0].poll_ms out_of_range");
    addMistake("family = ", "poll_ms = 600001\nfamily = ", "5 rail[0].poll_ms out_of_range");
    addMistake("family = ", "poll_ms = \"2000\"\nfamily = ", "5 rail[0].poll_ms wrong_type");
    addMistake("family = ", "poll_ms = 2000.0\nfamily = ", "5 rail[0].poll_ms wrong_type");
    addMistake("family = ", "scan = \"some\"\nfamily = ", "5 rail[0].scan not_allowed");
    addMistake("family = ", "scan = \"\"\nfamily = ", "5 rail[0].scan not_allowed");
    addMistake("family = ", "start_block = -1\nfamily = ", "5 rail[0].start_block out_of_range");
    addMistake("family = ", "mempool = 1\nfamily = ", "5 rail[0].mempool wrong_type");
    addMistake("family = ", "quorum = 0\nfamily = ", "5 rail[0].quorum out_of_range");
    addMistake("family = ", "quorum = 2\nfamily = ", "5 rail[0].quorum quorum_unreachable");
    addMistake("family = ", "genesis = \"0x12\"\nfamily = ", "5 rail[0].genesis hash_malformed");
    addMistake("family = ",
               "explorer = \"http://h/{tx}\"\nfamily = ",
               "5 rail[0].explorer explorer_malformed");
    addMistake("name = \"a\"", "name = \"a b\"", "8 rail[0].source[0].name bad_name");
    addMistake("operator = \"us\"", "operator = \"\"", "9 rail[0].source[0].operator out_of_range");
    addMistake("operator = \"us\"\n", "", "7 rail[0].source[0].operator missing_key");
    addMistake("operator = ", "ca_file = 1\noperator = ", "9 rail[0].source[0].ca_file wrong_type");
    addMistake("operator = ", "weight = 1\noperator = ", "9 rail[0].source[0].weight unknown_key");
    addMistake("max_span = 10", "max_span = 0", "12 rail[0].limits.max_span out_of_range");
    addMistake("max_span = 10", "max_span = true", "12 rail[0].limits.max_span wrong_type");
    addMistake(
        "max_span = 10", "target_bytes = 999999", "12 rail[0].limits.target_bytes out_of_range");
    addMistake("max_span = 10",
               "target_bytes = 6000000\nmax_response_bytes = 1048576",
               "12 rail[0].limits.target_bytes out_of_range");
}

} // namespace

class TstConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExample();
    void readsTheExamplesRails();
    void exampleNamesEveryKey();
    void fillsInDefaults();
    void refusesEachMistake_data();
    void refusesEachMistake();
    void refusesTables_data();
    void refusesTables();
    void tellsAllProblemsInOrder();
    void refusesSandboxRailInProduction();
    void refusesDoubles();
    void countsOperatorsForTheQuorum();
    void readsFiles();
    void offersTheEmbeddedSandbox();
};

void TstConfig::readsTheExample()
{
    QCOMPARE(problemsOf(exampleText(), exampleVariables()).join(u'\n'), QString());
    const auto config =
        loadConfig(exampleText(), exampleVariables(), QStringLiteral("example.toml"));
    QVERIFY(config);
    QCOMPARE(config->environment, Environment::Sandbox);
    QCOMPARE(config->database.url,
             QStringLiteral("postgresql://tieout@db.example.internal/tieout_sandbox"));
    QCOMPARE(config->database.password, QStringLiteral("pass word"));
    QCOMPARE(config->xpubs.size(), size_t(2));
    QCOMPARE(config->xpub(u"deposits-tron")->family, AddressFamily::Tron);
    QCOMPARE(config->xpub(u"deposits-evm")->key.address(AddressFamily::Evm, 0)->toText(),
             QStringLiteral("0xc25E354Fa03D281b140AA5bEc49E21bD6Cd22b12"));
    QVERIFY(!config->xpub(u"deposits"));
    QCOMPARE(config->limits.lookAhead, 1000);
    QCOMPARE(config->log.format, LogFormat::Text);
    QCOMPARE(config->sandbox.seed, quint64(1));
}

void TstConfig::readsTheExamplesRails()
{
    const auto config = loadConfig(exampleText(), exampleVariables(), QString());
    QVERIFY(config);
    QCOMPARE(config->rails.size(), size_t(3));
    const RailConfig* rail = config->rail(u"ethereum");
    QVERIFY(rail);
    QCOMPARE(rail->family, RailFamily::Evm);
    QCOMPARE(rail->chain.text(), QStringLiteral("eip155:1"));
    QVERIFY(rail->genesis);
    QCOMPARE(toBytes(*rail->genesis).left(4).toHex(), QByteArray("d4e56740"));
    QCOMPARE(rail->startBlock, std::optional<qint64>(19'000'000));
    QCOMPARE(rail->scan, ScanMode::AllTokens);
    QCOMPARE(rail->quorum, 2);
    QCOMPARE(rail->sources.size(), size_t(2));
    QCOMPARE(rail->sources[0].caFile, QStringLiteral("/etc/tieout/internal-ca.pem"));
    QCOMPARE(rail->sources[1].url, QStringLiteral("https://ethereum.example.com/v2/Key1"));
    QCOMPARE(rail->sources[1].displayUrl, QStringLiteral("https://ethereum.example.com/\u2026"));
    QCOMPARE(rail->limits.maxResponseBytes, qint64(64) << 20);
    QCOMPARE(config->rail(u"tron")->scan, ScanMode::ListedTokens);
    QVERIFY(!config->rail(u"tron")->startBlock);
    QCOMPARE(config->rail(u"sandbox")->family, RailFamily::Sandbox);
    QVERIFY(!config->rail(u"Ethereum"));
}

// The values in the example are the defaults where it says so, and no key is left out of it.
void TstConfig::exampleNamesEveryKey()
{
    const QByteArray text = exampleText();
    for (const char* key : {"name",
                            "url",
                            "family",
                            "chain",
                            "genesis",
                            "poll_ms",
                            "scan",
                            "start_block",
                            "mempool",
                            "quorum",
                            "operator",
                            "ca_file",
                            "max_response_bytes",
                            "timeout_ms",
                            "connect_timeout_ms",
                            "max_span",
                            "target_bytes",
                            "key",
                            "look_ahead",
                            "seal_interval_ms",
                            "level",
                            "format",
                            "speed",
                            "seed"})
        QVERIFY2(text.contains('\n' + QByteArray(key) + " = "), key);
    const auto config = loadConfig(text, exampleVariables(), QString());
    QVERIFY(config);
    const RailLimits given = config->rail(u"ethereum")->limits;
    const RailLimits usual;
    QCOMPARE(given.maxResponseBytes, usual.maxResponseBytes);
    QCOMPARE(given.timeoutMs, usual.timeoutMs);
    QCOMPARE(given.connectTimeoutMs, usual.connectTimeoutMs);
    QCOMPARE(given.maxSpan, usual.maxSpan);
    QCOMPARE(given.targetBytes, usual.targetBytes);
    const LimitsConfig limits;
    QCOMPARE(config->limits.lookAhead, limits.lookAhead);
    QCOMPARE(config->limits.sealIntervalMs, limits.sealIntervalMs);
}

void TstConfig::fillsInDefaults()
{
    const auto config = loadConfig(smallText(), variables(), QString());
    QVERIFY(config);
    const RailConfig& rail = config->rails.front();
    QCOMPARE(rail.limits.maxSpan, 10);
    QCOMPARE(rail.pollMs, RailConfig().pollMs);
    QCOMPARE(rail.quorum, 1);
    QVERIFY(rail.mempool);
    QVERIFY(!rail.genesis);
    QCOMPARE(rail.sources[0].displayUrl, QStringLiteral("http://127.0.0.1:8545"));
    QVERIFY(config->database.password.isEmpty());
    QCOMPARE(config->log.level, LogLevel::Info);
    const auto bare =
        loadConfig("environment.name=\"production\"\ndatabase.url=\"a.db\"", variables(), {});
    QVERIFY(bare);
    QCOMPARE(bare->environment, Environment::Production);
    QVERIFY(bare->rails.empty());
}

// Each row replaces a part of the small text; the problem must be the only one and name its line.
void TstConfig::refusesEachMistake_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("problem");
    addMistake("name = \"sandbox\"", "name = \"staging\"", "1 environment.name not_allowed");
    addMistake("name = \"sandbox\"", "name = \"Sandbox\"", "1 environment.name not_allowed");
    addMistake("name = \"sandbox\"", "name = 1", "1 environment.name wrong_type");
    addMistake("name = \"sandbox\"", "", "1 environment.name missing_key");
    addMistake("name = \"sandbox\"", "name = \"sandbox\", x = 1", "1 environment.x unknown_key");
    addMistake("url = \"tieout.sqlite\"", "", "2 database.url missing_key");
    addMistake("tieout.sqlite", "", "2 database.url out_of_range");
    addMistake("tieout.sqlite", "mysql://host/db", "2 database.url bad_url");
    addMistake("tieout.sqlite", "host=x dbname=y", "2 database.url bad_url");
    addRailMistakes();
    addMistake("= 10\n", "= 10\n[log]\nlevel = \"loud\"\n", "14 log.level not_allowed");
    addMistake("= 10\n", "= 10\n[log]\nformat = true\n", "14 log.format wrong_type");
    addMistake("= 10\n", "= 10\n[sandbox]\nspeed = 0\n", "14 sandbox.speed out_of_range");
    addMistake("= 10\n", "= 10\n[sandbox]\nseed = -1\n", "14 sandbox.seed out_of_range");
    addMistake("= 10\n", "= 10\n[limits]\nlook_ahead = 0\n", "14 limits.look_ahead out_of_range");
    addMistake("= 10\n", "= 10\n[limits]\nlook_aheads = 1\n", "14 limits.look_aheads unknown_key");
    addMistake("environment =", "Rail = 1\nenvironment =", "1 Rail unknown_key");
    addMistake("environment =", "\"a b\\n\" = 1\nenvironment =", "1 (unprintable) unknown_key");
    addMistake("environment =", "limits = 1\nenvironment =", "1 limits wrong_type");
    addMistake("= 10\n", "= 10\nx = [\n", "13  syntax");
    addMistake("= 10\n", "= 10\n[environment]\nname = \"production\"\n", "13  syntax");
}

void TstConfig::refusesEachMistake()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, problem);
    QByteArray text = smallText();
    const auto at = text.indexOf(from);
    QVERIFY(at >= 0);
    text.replace(at, from.size(), to);
    QCOMPARE(problemsOf(text), QStringList{problem});
    const auto config = loadConfig(text, variables(), QStringLiteral("/etc/t.toml"));
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::Invalid);
    QCOMPARE(config.error().reason, QStringLiteral("config_invalid"));
    QVERIFY(config.error().detail.startsWith(
        QStringLiteral("/etc/t.toml:%1: ").arg(problem.section(u' ', 0, 0))));
}

void TstConfig::refusesTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("problems");
    const QByteArray head = "environment.name = \"sandbox\"\ndatabase.url = \"a.db\"\n";
    QTest::newRow("nothing") << QByteArray()
                             << QStringList{QStringLiteral("0 environment.name missing_key"),
                                            QStringLiteral("0 database.url missing_key")};
    QTest::newRow("rail is a table") << head + "[rail]\nname = \"x\"\n"
                                     << QStringList{QStringLiteral("3 rail wrong_type")};
    QTest::newRow("rail holds numbers") << head + "rail = [1]\n"
                                        << QStringList{QStringLiteral("3 rail wrong_type")};
    QTest::newRow("no source")
        << head + "\n[[rail]]\nname = \"x\"\nfamily = \"evm\"\nchain = \"eip155:1\"\n"
        << QStringList{QStringLiteral("4 rail[0].source no_source")};
    QTest::newRow("sandbox with a source")
        << head + "[[rail]]\nname = \"x\"\nfamily = \"sandbox\"\n[[rail.source]]\nname = \"a\"\n"
                  "operator = \"b\"\nurl = \"http://h\"\n"
        << QStringList{QStringLiteral("6 rail[0].source not_allowed")};
    QTest::newRow("sandbox on another chain")
        << head + "[[rail]]\nname = \"x\"\nfamily = \"sandbox\"\nchain = \"eip155:1\"\n"
        << QStringList{QStringLiteral("6 rail[0].chain not_allowed")};
    QTest::newRow("xpub without a key") << head + "[[xpub]]\nname = \"x\"\nfamily = \"evm\"\n"
                                        << QStringList{QStringLiteral("3 xpub[0].key missing_key")};
    QTest::newRow("xpub of a sandbox")
        << head + "[[xpub]]\nname = \"x\"\nfamily = \"sandbox\"\nkey = \"" + kEvmKey + "\"\n"
        << QStringList{QStringLiteral("5 xpub[0].family not_allowed")};
    QTest::newRow("not UTF-8") << head + "log.level = \"\xff\"\n"
                               << QStringList{QStringLiteral("3  syntax")};
}

void TstConfig::refusesTables()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, problems);
    QCOMPARE(problemsOf(text), problems);
}

void TstConfig::tellsAllProblemsInOrder()
{
    const QByteArray text = "[log]\nlevel = \"loud\"\n[environment]\nname = \"x\"\nwhy = 1\n"
                            "[database]\nurl = 1\n[[rail]]\nname = \"a\"\nfamily = \"evm\"\n"
                            "chain = \"x\"\nscan = 1\n";
    const QStringList expected{QStringLiteral("2 log.level not_allowed"),
                               QStringLiteral("4 environment.name not_allowed"),
                               QStringLiteral("5 environment.why unknown_key"),
                               QStringLiteral("7 database.url wrong_type"),
                               QStringLiteral("8 rail[0].source no_source"),
                               QStringLiteral("11 rail[0].chain chain_id_malformed"),
                               QStringLiteral("12 rail[0].scan wrong_type")};
    QCOMPARE(problemsOf(text), expected);
    const auto config = loadConfig(text, variables(), QStringLiteral("t.toml"));
    QCOMPARE(config.error().detail.split(u'\n').size(), 7);
    QVERIFY(config.error().detail.endsWith(QStringLiteral("t.toml:12: rail[0].scan: wrong_type")));
}

void TstConfig::refusesSandboxRailInProduction()
{
    const QByteArray text =
        "database.url = \"a.db\"\n[[rail]]\nname = \"s\"\nfamily = \"sandbox\"\n"
        "[environment]\nname = \"production\"\n";
    QCOMPARE(problemsOf(text),
             QStringList{QStringLiteral("4 rail[0].family environment_mismatch")});
    QByteArray sandbox = text;
    QCOMPARE(problemsOf(sandbox.replace("production", "sandbox")), QStringList());
}

void TstConfig::refusesDoubles()
{
    const QByteArray key = "key = \"" + QByteArray(kEvmKey) + "\"\n";
    const QByteArray text = "environment.name = \"sandbox\"\ndatabase.url = \"a.db\"\n"
                            "[[rail]]\nname = \"s\"\nfamily = \"sandbox\"\n"
                            "[[rail]]\nname = \"s\"\nfamily = \"sandbox\"\n"
                            "[[xpub]]\nname = \"s\"\nfamily = \"evm\"\n" +
                            key + "[[xpub]]\nname = \"s\"\nfamily = \"evm\"\n" + key;
    QCOMPARE(problemsOf(text),
             (QStringList{QStringLiteral("6 rail[1].chain duplicate_name"),
                          QStringLiteral("7 rail[1].name duplicate_name"),
                          QStringLiteral("14 xpub[1].name duplicate_name"),
                          QStringLiteral("16 xpub[1].key duplicate_name")}));
    QCOMPARE(problemsOf(withSecondSource("a", "them")),
             QStringList{QStringLiteral("12 rail[0].source[1].name duplicate_name")});
}

void TstConfig::countsOperatorsForTheQuorum()
{
    const auto problems = [](const QByteArray& operatorName) {
        return problemsOf(
            withSecondSource("b", operatorName).replace("family = ", "quorum = 2\nfamily = "));
    };
    QCOMPARE(problems("them"), QStringList());
    const QStringList unreachable{QStringLiteral("5 rail[0].quorum quorum_unreachable")};
    QCOMPARE(problems("us"), unreachable);
    QCOMPARE(problems(" US "), unreachable);
    const auto config = loadConfig(withSecondSource("b", " Them "), variables(), QString());
    QVERIFY(config);
    QCOMPARE(config->rails[0].sources[1].operatorName, QStringLiteral("them"));
}

void TstConfig::readsFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.toml"));
    QCOMPARE(loadConfigFile(path, variables()).error().reason, QStringLiteral("config_unreadable"));
    const auto write = [&path](const QByteArray& text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    };
    write(smallText());
    QVERIFY(loadConfigFile(path, variables()));
    const QString tooLarge = QStringLiteral("config_too_large");
    write(smallText() + QByteArray(256 * 1024 - smallText().size(), '#'));
    QVERIFY(loadConfigFile(path, variables()));
    write(smallText() + QByteArray(256 * 1024, '#'));
    QCOMPARE(loadConfigFile(path, variables()).error().reason, tooLarge);
    // Each dot is a table within the one before.
    write(QByteArray("a.").repeated(10'000) + "a = 1\n");
    QCOMPARE(loadConfigFile(path, variables()).error().reason, QStringLiteral("config_invalid"));
    write(QByteArray("a.").repeated(100'000) + "a = 1\n");
    QCOMPARE(loadConfigFile(path, variables()).error().reason, tooLarge);
    QCOMPARE(loadConfigFile(folder.path(), variables()).error().reason,
             QStringLiteral("config_unreadable"));
}

void TstConfig::offersTheEmbeddedSandbox()
{
    const Config config = sandboxConfig(QStringLiteral("a.db"));
    QCOMPARE(config.environment, Environment::Sandbox);
    QCOMPARE(config.database.url, QStringLiteral("a.db"));
    QCOMPARE(config.rails.size(), size_t(1));
    QCOMPARE(config.rail(u"sandbox")->chain.text(), QStringLiteral("sandbox:1"));
    QCOMPARE(toText(config.rails[0].family), QStringLiteral("sandbox"));
    QCOMPARE(toText(Environment::Production), QStringLiteral("production"));
}

TIEOUT_REGISTER_TEST(TstConfig)

#include "tst_config.moc"
