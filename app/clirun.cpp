// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the command that the words name, its help, and the edge where it is run.
#include "app/cli.h"

#include <algorithm>
#include <cstdio>

namespace tieout {

namespace {

std::vector<CliCommand> allCommands()
{
    std::vector<CliCommand> all;
    for (auto group : {engineCommands(),
                       paymentCommands(),
                       caseCommands(),
                       chainCommands(),
                       checkCommands(),
                       deskCommands()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

QStringList wordsOfCommand(const CliCommand& command)
{
    return QString::fromLatin1(command.words).split(u' ');
}

// The command with the most words that the call begins with.
const CliCommand* findCommand(const std::vector<CliCommand>& all, const QStringList& words)
{
    const CliCommand* best = nullptr;
    qsizetype length = 0;
    for (const CliCommand& command : all) {
        const QStringList name = wordsOfCommand(command);
        if (name.size() > length && words.mid(0, name.size()) == name) {
            best = &command;
            length = name.size();
        }
    }
    return best;
}

// "payments" of "payments list": the commands that begin with a word that is none itself.
std::vector<CliCommand> groupOf(const std::vector<CliCommand>& all, const QString& word)
{
    std::vector<CliCommand> group;
    for (const CliCommand& command : all) {
        if (wordsOfCommand(command).first() == word)
            group.push_back(command);
    }
    return group;
}

QString optionLine(const CliOption& option)
{
    QString name = QStringLiteral("  --") + QLatin1String(option.name);
    if (option.value != nullptr)
        name += u' ' + QLatin1String(option.value);
    return name.leftJustified(26) + QLatin1String(option.help);
}

void say(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

} // namespace

const std::vector<CliOption>& commonOptions()
{
    static const std::vector<CliOption> options{
        {"config", "FILE", "the configuration; without it the embedded sandbox"},
        {"database",
         "URL",
         "a file, or postgresql://USER@HOST/NAME; instead of the configuration's"},
        {"json", nullptr, "answers as JSON"},
        {"help", nullptr, "this text"},
        {"account", "NAME", "who acts, on SQLite (default: operator)"},
        {"role", "CLASS", "in which class (default: the one that usually does it)"},
        {"command-id", "ID", "the command's id, which makes a repeated call harmless"},
        {"wait", "TIME", "how long to wait for the engine's answer (default: 30s)"},
    };
    return options;
}

QString helpOf(const CliCommand& command)
{
    QStringList lines;
    lines << QStringLiteral("usage: tieoutd %1 %2 [options]")
                 .arg(QLatin1String(command.words), QLatin1String(command.operands))
                 .simplified();
    lines << QLatin1String(command.help) << QString();
    for (const CliOption& option : command.options)
        lines << optionLine(option);
    lines << QStringLiteral("Options of every command:");
    for (const CliOption& option : commonOptions())
        lines << optionLine(option);
    return lines.join(u'\n');
}

QString overview(const std::vector<CliCommand>& commands)
{
    QStringList lines;
    lines << QStringLiteral("tieoutd " TIEOUT_VERSION ": Tieout's engine and its command line.")
          << QStringLiteral("usage: tieoutd COMMAND [options]; each has --help") << QString();
    for (const CliCommand& command : commands) {
        const QString name = QStringLiteral("  %1 %2").arg(QLatin1String(command.words),
                                                           QLatin1String(command.operands));
        lines << name.leftJustified(34) + QString::fromLatin1(command.help).section(u'.', 0, 0);
    }
    lines << QString()
          << QStringLiteral("Exit codes: 0 done; 1 refused, or it does not tie; "
                            "2 usage; 3 configuration; 4 database unreachable,")
          << QStringLiteral("of another version or environment; 5 no engine answered; 6 internal.");
    return lines.join(u'\n');
}

ExitCode Cli::runCommand(const CliCommand& command, const QStringList& words)
{
    std::vector<CliOption> options = command.options;
    options.insert(options.end(), commonOptions().begin(), commonOptions().end());
    const auto args = CliArgs::parse(words.mid(wordsOfCommand(command).size()), options);
    if (!args)
        return fails(args.error());
    if (args->has("help")) {
        say(stdout, helpOf(command));
        return ExitCode::Ok;
    }
    if (args->positionals().size() != command.operandCount)
        return fails({ErrorCode::Invalid,
                      QStringLiteral("operands"),
                      QStringLiteral("tieoutd %1 %2")
                          .arg(QLatin1String(command.words), QLatin1String(command.operands))});
    if (auto loaded = load(*args); !loaded)
        return fails(loaded.error());
    return command.run(*this, *args);
}

int Cli::run(const QStringList& words)
{
    const auto all = allCommands();
    if (words.isEmpty() || words.first() == u"--help" || words.first() == u"help") {
        say(words.isEmpty() ? stderr : stdout, overview(all));
        return static_cast<int>(words.isEmpty() ? ExitCode::Usage : ExitCode::Ok);
    }
    if (words.first() == u"--version") {
        say(stdout, QStringLiteral("tieoutd " TIEOUT_VERSION));
        return static_cast<int>(ExitCode::Ok);
    }
    Cli cli;
    cli.m_json = words.contains(QStringLiteral("--json"));
    const CliCommand* command = findCommand(all, words);
    const auto group = groupOf(all, words.first());
    if (command == nullptr && !group.empty() &&
        words.mid(1) == QStringList{QStringLiteral("--help")}) {
        say(stdout, overview(group));
        return static_cast<int>(ExitCode::Ok);
    }
    if (command == nullptr)
        return static_cast<int>(cli.fails({ErrorCode::Invalid,
                                           QStringLiteral("command_unknown"),
                                           words.mid(0, 2).join(u' ').left(80)}));
    return static_cast<int>(cli.runCommand(*command, words));
}

} // namespace tieout
