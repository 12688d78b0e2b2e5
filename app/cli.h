// SPDX-License-Identifier: GPL-3.0-or-later
// Cli: what every command of tieoutd shares: the configuration, the database, what is printed, and
// how a decision is submitted and its answer awaited. One thread. The exit codes are part of the
// program's contract and never change their meaning.
#pragma once

#include "app/cliargs.h"
#include "app/config.h"
#include "app/logging.h"
#include "model/commands/submit.h"
#include "model/store/systemclock.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace tieout {

enum class ExitCode {
    Ok = 0,
    Refused = 1,       // a refusal, or it does not tie
    Usage = 2,         // unknown words, options or values
    Configuration = 3, // the file or the environment of the program
    Database = 4,      // unreachable, of another version or environment, no right
    NoEngine = 5,      // no engine answered in time
    Internal = 6,
};

class Cli;

struct CliCommand
{
    const char* words;    // "payments list"
    const char* operands; // "PAYMENT"
    const char* help;
    std::vector<CliOption> options;
    int operandCount; // exactly so many
    ExitCode (*run)(Cli&, const CliArgs&);
};

// Filled by the files of the command groups.
std::vector<CliCommand> paymentCommands();
std::vector<CliCommand> caseCommands();
std::vector<CliCommand> chainCommands();
std::vector<CliCommand> engineCommands();
std::vector<CliCommand> checkCommands();
std::vector<CliCommand> deskCommands();

class Cli
{
public:
    // The whole program: words without the program's name. Answers the exit code.
    static int run(const QStringList& words);

    const Config& config() const { return m_config; }
    DatabaseAddress address() const;
    const Clock& clock() const { return m_clock; }
    Log& log() { return *m_log; }
    bool json() const { return m_json; }

    // Opens and checks schema and environment.
    Result<std::unique_ptr<Database>> open(OpenMode mode = OpenMode::ReadWrite) const;

    // Submits and waits. On SQLite, when no engine holds the lease, it is taken for one round.
    Result<QJsonObject> act(QStringView kind,
                            const char* role,
                            const QString& subject,
                            const QJsonObject& payload,
                            const CliArgs& args);
    // The same, printed: the answer, or the refusal.
    ExitCode actAndPrint(QStringView kind,
                         const char* role,
                         const QString& subject,
                         const QJsonObject& payload,
                         const CliArgs& args);

    void print(const QString& line) const;
    void printJson(const QJsonObject& object) const;
    // What a command answered: JSON, or a line for each word.
    void printAnswer(const QJsonObject& result) const;
    // JSON as an array in one object {"NAME": […]}, else a table with these columns.
    void printRows(const char* name, const QStringList& columns, const QJsonArray& rows) const;
    // One line with the reason and what to do next; in JSON an object on the same stream.
    ExitCode fails(const Error& error) const;

private:
    Outcome load(const CliArgs& args);
    // SQLite's engine for a moment; nothing while somebody else holds the lease.
    Result<std::optional<CommandAnswer>> runAlone(Database& db, const CommandId& id);
    Result<CommandAnswer> waitForAnswer(Database& db, const CommandId& id, const CliArgs& args);
    ExitCode runCommand(const CliCommand& command, const QStringList& words);

    Config m_config;
    SystemClock m_clock;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<QtMessages> m_messages;
    bool m_json = false;
};

// Options that every command takes.
const std::vector<CliOption>& commonOptions();
QString helpOf(const CliCommand& command);
QString overview(const std::vector<CliCommand>& commands);
ExitCode exitCodeOf(const Error& error);
// "0x…" of bytes.
QString hexOf(const QByteArray& bytes);
QString defaultDatabasePath();

} // namespace tieout
