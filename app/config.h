// SPDX-License-Identifier: GPL-3.0-or-later
// Config: the one file both programs read (TOML), checked as a whole. Pure: the text and a lookup
// of environment variables go in, plain values come out; every problem is told with line, key and
// reason. Secrets come from the environment only, and no message ever holds one.
#pragma once

#include "model/crypto/xpub.h"
#include "model/domain/blocks.h"
#include "model/domain/caip.h"

#include <functional>
#include <optional>
#include <vector>

namespace tieout {

enum class Environment { Sandbox, Production };
QString toText(Environment environment);

enum class RailFamily { Evm, Tron, Sandbox };
QString toText(RailFamily family);

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Text, Json };

// What is asked for at the head: every token's transfers, or only those of the corridors' tokens.
// Off is the latter: nothing beyond the corridors is looked for.
enum class ScanMode { AllTokens, ListedTokens, Off };

// A file path for SQLite, or a libpq URI "postgresql://USER@HOST/NAME" (store/database.h).
struct DatabaseConfig
{
    QString url;      // never with a password
    QString password; // TIEOUT_DATABASE_PASSWORD; empty when there is none
};

struct SourceEntry
{
    QString name;
    QString operatorName; // who runs it: a quorum counts these, not URLs
    QString url;          // with its secrets filled in: never to a log
    QString displayUrl;   // scheme and host only
    QStringList secrets;  // what no output may hold (configurl.h)
    QString caFile;       // empty: the system's authorities
};

struct RailLimits
{
    qint64 maxResponseBytes = 64 << 20;
    int timeoutMs = 20'000;
    int connectTimeoutMs = 5'000;
    int maxSpan = 2'000;            // blocks per reading
    qint64 targetBytes = 4'000'000; // 1 to 6 MB an answer is fastest
};

struct RailConfig
{
    QString name;
    RailFamily family = RailFamily::Evm;
    ChainId chain;
    std::optional<Hash32> genesis;
    QString explorer; // for people: the page of a transaction (domain/explorerurl.h); empty: none
    int pollMs = 2'000;
    ScanMode scan = ScanMode::AllTokens;
    std::optional<qint64> startBlock; // nothing: begin at the present head
    int quorum = 1;                   // distinct operators that must name the same block
    bool mempool = true;
    std::vector<SourceEntry> sources;
    RailLimits limits;
};

struct XpubConfig
{
    QString name; // what corridors refer to
    AddressFamily family = AddressFamily::Evm;
    Xpub key;
};

struct LimitsConfig
{
    int lookAhead = 1'000; // addresses watched beyond the last one handed out
    int sealIntervalMs = 1'000;
};

struct LogConfig
{
    LogLevel level = LogLevel::Info;
    LogFormat format = LogFormat::Text;
};

struct SandboxConfig
{
    double speed = 1.0; // the sandbox chain's clock against the wall's
    quint64 seed = 1;
};

struct Config
{
    Environment environment = Environment::Sandbox;
    DatabaseConfig database;
    std::vector<RailConfig> rails;
    std::vector<XpubConfig> xpubs;
    LimitsConfig limits;
    LogConfig log;
    SandboxConfig sandbox;

    const RailConfig* rail(QStringView name) const;
    const XpubConfig* xpub(QStringView name) const;
};

// The embedded default: a sandbox with the scripted chain as its one rail.
Config sandboxConfig(const QString& databaseUrl);

// Nothing when the variable isn't set.
using EnvironmentLookup = std::function<std::optional<QString>(const QString& name)>;
EnvironmentLookup processEnvironment();

struct ConfigProblem
{
    int line = 0; // 0: the file as a whole
    QString key;  // "rail[1].source[0].url"
    QString reason;
};

// Every problem of a text, in the order of its lines; empty when it loads. Reasons: syntax,
// unknown_key, missing_key, wrong_type, out_of_range, not_allowed (not one of the known words),
// bad_name, duplicate_name, bad_url, password_in_file, secret_in_file, secret_missing, secret_name,
// secret_value, chain_id_malformed, hash_malformed, explorer_malformed, amount_malformed,
// environment_mismatch, no_source, quorum_unreachable (fewer operators than it needs), and the
// xpub_* of Xpub::parse.
std::vector<ConfigProblem> configProblems(const QByteArray& text, const EnvironmentLookup& lookup);

// Invalid / config_invalid: the detail has one line "PATH:LINE: KEY: REASON" per problem; or
// config_too_large (over 256 KiB, or over 10 000 dots).
Result<Config>
loadConfig(const QByteArray& text, const EnvironmentLookup& lookup, const QString& path);
// Reads the file first. Reason also: config_unreadable (NotFound).
Result<Config> loadConfigFile(const QString& path, const EnvironmentLookup& lookup);

// What a log or a screen may show: scheme, host and port; "/…" where a path, query or user was.
QString redactedUrl(const QString& url);

} // namespace tieout
