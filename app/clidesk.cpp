// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd corridors …, user …
#include "app/cli.h"
#include "chain/sandbox/sandboxcorridors.h"
#include "model/commands/commandkinds.h"
#include "model/store/accounts.h"
#include "model/store/corridors.h"

#include <QFile>
#include <QJsonDocument>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace tieout {

namespace {

constexpr size_t kLongestPasswdLine = 16'384;

ExitCode showCorridors(Cli& cli, const CliArgs& args)
{
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto corridors = currentCorridors(**db);
    if (!corridors)
        return cli.fails(corridors.error());
    QJsonArray list;
    for (const CorridorVersion& corridor : *corridors) {
        list.append(args.has("whole")
                        ? toJson(corridor)
                        : QJsonObject{{QStringLiteral("corridor"), corridor.name},
                                      {QStringLiteral("version"), corridor.version},
                                      {QStringLiteral("status"), toText(corridor.status)},
                                      {QStringLiteral("symbol"), corridor.symbol},
                                      {QStringLiteral("rail"), corridor.rail},
                                      {QStringLiteral("asset"), corridor.asset.text()}});
    }
    if (args.has("whole")) {
        cli.printJson({{QStringLiteral("corridors"), list}});
        return ExitCode::Ok;
    }
    cli.printRows("corridors",
                  {QStringLiteral("corridor"),
                   QStringLiteral("version"),
                   QStringLiteral("status"),
                   QStringLiteral("symbol"),
                   QStringLiteral("rail"),
                   QStringLiteral("asset")},
                  list);
    return ExitCode::Ok;
}

Result<QJsonArray> corridorDocuments(const QString& path)
{
    QJsonArray documents;
    if (path == u"sandbox") {
        for (const QJsonObject& document : sandboxCorridors())
            documents.append(document);
        return documents;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"file_unreadable", path);
    QJsonParseError problem;
    const QJsonDocument whole = QJsonDocument::fromJson(file.readAll(), &problem);
    if (whole.isArray())
        return whole.array();
    // What "corridors list --whole" prints.
    if (whole.isObject() && whole.object().value(u"corridors").isArray())
        return whole.object().value(u"corridors").toArray();
    if (whole.isObject())
        return QJsonArray{whole.object()};
    return fail(ErrorCode::Invalid, u"file_not_json", problem.errorString());
}

ExitCode applyCorridors(Cli& cli, const CliArgs& args)
{
    const auto documents = corridorDocuments(args.positional(0));
    if (!documents)
        return cli.fails(documents.error());
    QJsonArray answers;
    for (const auto& each : *documents) {
        QJsonObject payload = each.toObject();
        payload.insert(QStringLiteral("corridor"), payload.value(u"name"));
        const auto answer = cli.act(
            kinds::kCorridorApply, "treasury", payload.value(u"name").toString(), payload, args);
        if (!answer)
            return cli.fails(answer.error());
        answers.append(*answer);
    }
    cli.printRows("corridors",
                  {QStringLiteral("corridor"), QStringLiteral("version"), QStringLiteral("status")},
                  answers);
    return ExitCode::Ok;
}

// A file has no logins: whoever may write it is who the operating system says.
QString systemLogin()
{
    std::array<char, kLongestPasswdLine> room{};
    passwd entry{};
    passwd* found = nullptr;
    getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found);
    return QStringLiteral("os:") +
           (found ? QString::fromLocal8Bit(found->pw_name) : QString::number(geteuid()));
}

ExitCode addUser(Cli& cli, const CliArgs& args)
{
    const auto classes = args.required("classes");
    if (!classes)
        return cli.fails(classes.error());
    auto db = cli.open();
    if (!db)
        return cli.fails(db.error());
    const QString password = qEnvironmentVariable("TIEOUT_USER_PASSWORD");
    const auto added = addAccount(**db,
                                  args.positional(0),
                                  classes->split(u',', Qt::SkipEmptyParts),
                                  password,
                                  {systemLogin(), cli.clock().now()});
    if (!added)
        return cli.fails(added.error());
    const QJsonObject answer{{QStringLiteral("user"), args.positional(0)},
                             {QStringLiteral("classes"), *classes}};
    if (cli.json())
        cli.printJson(answer);
    else
        cli.print(QStringLiteral("%1 holds %2").arg(args.positional(0), *classes));
    return ExitCode::Ok;
}

ExitCode showUsers(Cli& cli, const CliArgs&)
{
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto accounts = listAccounts(**db);
    if (!accounts)
        return cli.fails(accounts.error());
    QJsonArray list;
    for (const DeskAccount& account : *accounts)
        list.append(QJsonObject{{QStringLiteral("user"), account.name},
                                {QStringLiteral("classes"), account.classes.join(u',')},
                                {QStringLiteral("active"), account.active}});
    cli.printRows("users",
                  {QStringLiteral("user"), QStringLiteral("classes"), QStringLiteral("active")},
                  list);
    return ExitCode::Ok;
}

} // namespace

std::vector<CliCommand> deskCommands()
{
    return {
        {"corridors list",
         "",
         "The newest version of every corridor.",
         {{"whole",
           nullptr,
           "with every rule, as JSON; with its version raised by one it can be applied again"}},
         0,
         showCorridors},
        {"corridors apply",
         "FILE",
         "Apply corridors from a JSON file. Sandbox only; the word 'sandbox' applies the built-in "
         "ones.",
         {},
         1,
         applyCorridors},
        {"user add",
         "NAME",
         "Add a login with its classes. On PostgreSQL its password comes from "
         "TIEOUT_USER_PASSWORD.",
         {{"classes", "WORDS", "comma-separated, such as operator,finance; required"}},
         1,
         addUser},
        {"user list", "", "Logins and what they hold.", {}, 0, showUsers},
    };
}

} // namespace tieout
