// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config.h"

#include "app/configreader.h"
#include "app/configurl.h"
#include "model/domain/amount.h"
#include "model/domain/explorerurl.h"

#include <QFile>
#include <QProcessEnvironment>

#include <algorithm>

namespace tieout {

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kMaxConfigBytes = kMiB / 4;
// The library goes one call deeper for each dot of a key, until the stack ends.
constexpr qsizetype kMaxConfigDots = 10'000;
constexpr qint64 kMaxHeight = qint64(1) << 53;

// Reads the whole file into a Config; what is wrong gathers in m_problems.
class ConfigParser
{
public:
    explicit ConfigParser(const EnvironmentLookup& lookup)
        : m_lookup(lookup)
    {}

    void parse(const toml::table& root)
    {
        ConfigReader reader(&root, QString(), 0, m_problems);
        readEnvironment(reader.table(u"environment"));
        readDatabase(reader.table(u"database"));
        for (auto& rail : reader.tables(u"rail"))
            m_config.rails.push_back(readRail(rail));
        for (auto& xpub : reader.tables(u"xpub"))
            m_config.xpubs.push_back(readXpub(xpub));
        readLimits(reader.table(u"limits"));
        readLog(reader.table(u"log"));
        readSandbox(reader.table(u"sandbox"));
        reader.finish();
        std::ranges::stable_sort(m_problems, {}, &ConfigProblem::line);
    }

    const std::vector<ConfigProblem>& problems() const { return m_problems; }
    Config& config() { return m_config; }

private:
    void readEnvironment(ConfigReader reader)
    {
        m_config.environment = reader.word<Environment>(
            u"name",
            {{u"sandbox", Environment::Sandbox}, {u"production", Environment::Production}},
            std::nullopt);
        reader.finish();
    }

    void readDatabase(ConfigReader reader)
    {
        m_config.database.url = reader.needText(u"url");
        const auto checked = checkDatabaseUrl(m_config.database.url);
        if (!checked)
            reader.problem(u"url", checked.error().reason);
        m_config.database.password =
            m_lookup(QStringLiteral("TIEOUT_DATABASE_PASSWORD")).value_or(QString());
        reader.finish();
    }

    RailConfig readRail(ConfigReader& reader)
    {
        RailConfig rail;
        rail.name = reader.name(u"name", m_railNames);
        rail.family = reader.word<RailFamily>(u"family",
                                              {{u"evm", RailFamily::Evm},
                                               {u"tron", RailFamily::Tron},
                                               {u"sandbox", RailFamily::Sandbox}},
                                              std::nullopt);
        const bool isSandbox = rail.family == RailFamily::Sandbox && !reader.hasProblem(u"family");
        if (isSandbox && m_config.environment == Environment::Production)
            reader.problem(u"family", u"environment_mismatch");
        readChain(reader, rail, isSandbox);
        rail.pollMs = static_cast<int>(reader.whole(u"poll_ms", 10, 600'000, rail.pollMs));
        rail.scan = reader.word<ScanMode>(u"scan",
                                          {{u"all-tokens", ScanMode::AllTokens},
                                           {u"listed-tokens", ScanMode::ListedTokens},
                                           {u"off", ScanMode::Off}},
                                          rail.scan);
        rail.startBlock = reader.wholeIf(u"start_block", 0, kMaxHeight);
        rail.mempool = reader.flag(u"mempool", rail.mempool);
        rail.explorer = reader.text(u"explorer");
        if (!rail.explorer.isEmpty() && !checkExplorer(rail.explorer))
            reader.problem(u"explorer", u"explorer_malformed");
        readSources(reader, rail, isSandbox);
        readQuorum(reader, rail, isSandbox);
        readRailLimits(reader.table(u"limits"), rail.limits);
        reader.finish();
        return rail;
    }

    void readChain(ConfigReader& reader, RailConfig& rail, bool isSandbox)
    {
        const QString text = isSandbox ? reader.text(u"chain", QStringLiteral("sandbox:1"))
                                       : reader.needText(u"chain");
        if (!text.isEmpty()) {
            const auto chain = ChainId::parse(text);
            rail.chain = chain.value_or(ChainId());
            if (!chain)
                reader.problem(u"chain", u"chain_id_malformed");
            else if (!reader.hasProblem(u"family") && chain->ns() != chainNamespace(rail.family))
                reader.problem(u"chain", u"not_allowed");
            else if (m_chains.contains(text))
                reader.problem(u"chain", u"duplicate_name");
            m_chains.insert(text);
        }
        if (!reader.has(u"genesis"))
            return;
        const QString genesis = reader.needText(u"genesis");
        const QByteArray hash = QByteArray::fromHex(genesis.mid(2).toLatin1());
        const bool sound = genesis.startsWith(u"0x") && genesis.size() == 66 && hash.size() == 32;
        if (sound)
            rail.genesis = hash32(hash);
        else if (!genesis.isEmpty())
            reader.problem(u"genesis", u"hash_malformed");
    }

    static QStringView chainNamespace(RailFamily family)
    {
        switch (family) {
        case RailFamily::Evm:
            return u"eip155";
        case RailFamily::Tron:
            return u"tron";
        case RailFamily::Sandbox:
            return u"sandbox";
        }
        return {};
    }

    void readSources(ConfigReader& reader, RailConfig& rail, bool isSandbox)
    {
        QSet<QString> names;
        for (auto& entry : reader.tables(u"source")) {
            SourceEntry source;
            source.name = entry.name(u"name", names);
            source.operatorName = entry.needText(u"operator").trimmed().toLower();
            source.caFile = entry.text(u"ca_file");
            const QString written = entry.needText(u"url");
            if (!written.isEmpty()) {
                const auto filled = fillUrl(written, m_lookup);
                if (!filled)
                    entry.problem(u"url", filled.error().reason);
                source.url = filled ? filled->url : QString();
                source.displayUrl = filled ? filled->display : QString();
                source.secrets = filled ? filled->secrets : QStringList();
            }
            entry.finish();
            rail.sources.push_back(std::move(source));
        }
        if (isSandbox && !rail.sources.empty())
            reader.problem(u"source", u"not_allowed");
        if (!isSandbox && rail.sources.empty() && !reader.hasProblem(u"source"))
            reader.problem(u"source", u"no_source");
    }

    void readQuorum(ConfigReader& reader, RailConfig& rail, bool isSandbox)
    {
        rail.quorum = static_cast<int>(reader.whole(u"quorum", 1, 16, rail.quorum));
        QSet<QString> operators;
        for (const auto& source : rail.sources)
            operators.insert(source.operatorName);
        if (!isSandbox && !rail.sources.empty() && rail.quorum > operators.size())
            reader.problem(u"quorum", u"quorum_unreachable");
    }

    static void readRailLimits(ConfigReader reader, RailLimits& limits)
    {
        const auto take = [&reader](QStringView key, qint64 low, qint64 high, int fallback) {
            return static_cast<int>(reader.whole(key, low, high, fallback));
        };
        limits.maxResponseBytes =
            reader.whole(u"max_response_bytes", kMiB, 1024 * kMiB, limits.maxResponseBytes);
        limits.timeoutMs = take(u"timeout_ms", 100, 600'000, limits.timeoutMs);
        limits.connectTimeoutMs = take(u"connect_timeout_ms", 50, 120'000, limits.connectTimeoutMs);
        limits.maxSpan = take(u"max_span", 1, 1'000'000, limits.maxSpan);
        limits.targetBytes =
            reader.whole(u"target_bytes", 1'000'000, 6'000'000, limits.targetBytes);
        if (limits.targetBytes > limits.maxResponseBytes)
            reader.problem(u"target_bytes", u"out_of_range");
        reader.finish();
    }

    XpubConfig readXpub(ConfigReader& reader)
    {
        XpubConfig xpub;
        xpub.name = reader.name(u"name", m_xpubNames);
        xpub.family = reader.word<AddressFamily>(
            u"family",
            {{u"evm", AddressFamily::Evm}, {u"tron", AddressFamily::Tron}},
            std::nullopt);
        const QString text = reader.needText(u"key");
        if (!text.isEmpty()) {
            auto key = Xpub::parse(text);
            if (!key)
                reader.problem(u"key", key.error().reason);
            else if (m_xpubKeys.contains(key->publicKey()))
                reader.problem(u"key", u"duplicate_name");
            xpub.key = key.value_or(Xpub());
            if (!xpub.key.isEmpty())
                m_xpubKeys.insert(xpub.key.publicKey());
        }
        reader.finish();
        return xpub;
    }

    void readLimits(ConfigReader reader)
    {
        auto& limits = m_config.limits;
        const auto take = [&reader](QStringView key, qint64 low, qint64 high, int fallback) {
            return static_cast<int>(reader.whole(key, low, high, fallback));
        };
        limits.lookAhead = take(u"look_ahead", 1, 100'000, limits.lookAhead);
        limits.sealIntervalMs = take(u"seal_interval_ms", 50, 60'000, limits.sealIntervalMs);
        reader.finish();
    }

    void readLog(ConfigReader reader)
    {
        m_config.log.level = reader.word<LogLevel>(u"level",
                                                   {{u"debug", LogLevel::Debug},
                                                    {u"info", LogLevel::Info},
                                                    {u"warning", LogLevel::Warning},
                                                    {u"error", LogLevel::Error}},
                                                   m_config.log.level);
        m_config.log.format =
            reader.word<LogFormat>(u"format",
                                   {{u"text", LogFormat::Text}, {u"json", LogFormat::Json}},
                                   m_config.log.format);
        reader.finish();
    }

    void readSandbox(ConfigReader reader)
    {
        auto& sandbox = m_config.sandbox;
        sandbox.speed = reader.number(u"speed", 0.01, 100'000, sandbox.speed);
        sandbox.seed = static_cast<quint64>(
            reader.whole(u"seed", 0, kMaxHeight, static_cast<qint64>(sandbox.seed)));
        reader.finish();
    }

    const EnvironmentLookup& m_lookup;
    std::vector<ConfigProblem> m_problems;
    Config m_config;
    QSet<QString> m_railNames;
    QSet<QString> m_chains;
    QSet<QString> m_xpubNames;
    QSet<QByteArray> m_xpubKeys;
};

// The library throws; its text may quote the file, so only the line is kept.
std::optional<ConfigProblem> parseText(const QByteArray& text, ConfigParser& parser)
{
    try {
        const auto table =
            toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size())));
        parser.parse(table);
        return {};
    } catch (const toml::parse_error& error) {
        return ConfigProblem{
            static_cast<int>(error.source().begin.line), QString(), QStringLiteral("syntax")};
    }
}

Failure refuse(const std::vector<ConfigProblem>& problems, const QString& path)
{
    QStringList lines;
    for (const auto& problem : problems) {
        const QString key = problem.key.isEmpty() ? QString() : problem.key + QStringLiteral(": ");
        lines += QStringLiteral("%1:%2: %3%4").arg(path).arg(problem.line).arg(key, problem.reason);
    }
    return fail(ErrorCode::Invalid, u"config_invalid", lines.join(u'\n'));
}

} // namespace

QString toText(Environment environment)
{
    return environment == Environment::Production ? QStringLiteral("production")
                                                  : QStringLiteral("sandbox");
}

QString toText(RailFamily family)
{
    switch (family) {
    case RailFamily::Evm:
        return QStringLiteral("evm");
    case RailFamily::Tron:
        return QStringLiteral("tron");
    case RailFamily::Sandbox:
        return QStringLiteral("sandbox");
    }
    return {};
}

const RailConfig* Config::rail(QStringView name) const
{
    const auto found = std::ranges::find(rails, name, &RailConfig::name);
    return found == rails.end() ? nullptr : &*found;
}

const XpubConfig* Config::xpub(QStringView name) const
{
    const auto found = std::ranges::find(xpubs, name, &XpubConfig::name);
    return found == xpubs.end() ? nullptr : &*found;
}

Config sandboxConfig(const QString& databaseUrl)
{
    Config config;
    config.database.url = databaseUrl;
    RailConfig rail;
    rail.name = QStringLiteral("sandbox");
    rail.family = RailFamily::Sandbox;
    rail.chain = *ChainId::parse(u"sandbox:1");
    config.rails.push_back(rail);
    return config;
}

EnvironmentLookup processEnvironment()
{
    return [variables = QProcessEnvironment::systemEnvironment()](
               const QString& name) -> std::optional<QString> {
        if (!variables.contains(name))
            return {};
        return variables.value(name);
    };
}

std::vector<ConfigProblem> configProblems(const QByteArray& text, const EnvironmentLookup& lookup)
{
    ConfigParser parser(lookup);
    if (const auto broken = parseText(text, parser))
        return {*broken};
    return parser.problems();
}

Result<Config>
loadConfig(const QByteArray& text, const EnvironmentLookup& lookup, const QString& path)
{
    if (text.size() > kMaxConfigBytes || text.count('.') > kMaxConfigDots)
        return fail(ErrorCode::Invalid, u"config_too_large", path);
    ConfigParser parser(lookup);
    if (const auto broken = parseText(text, parser))
        return refuse({*broken}, path);
    if (!parser.problems().empty())
        return refuse(parser.problems(), path);
    return std::move(parser.config());
}

Result<Config> loadConfigFile(const QString& path, const EnvironmentLookup& lookup)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"config_unreadable", path);
    return loadConfig(file.read(kMaxConfigBytes + 1), lookup, path);
}

} // namespace tieout
