// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd coverage, backfill, sources test, sandbox …
#include "app/cli.h"
#include "chain/sandbox/scenario.h"
#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/store/coverage.h"
#include "model/store/rails.h"

namespace tieout {

namespace {

ExitCode showCoverage(Cli& cli, const CliArgs& args)
{
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto rails = readRails(**db);
    if (!rails)
        return cli.fails(rails.error());
    QJsonArray list;
    for (const RailRow& rail : *rails) {
        if (args.has("rail") && rail.name != args.text("rail"))
            continue;
        const auto rows = readCoverage(**db, rail.id);
        if (!rows)
            return cli.fails(rows.error());
        for (const CoverageRow& row : *rows) {
            list.append(QJsonObject{{QStringLiteral("rail"), rail.name},
                                    {QStringLiteral("from"), row.from},
                                    {QStringLiteral("to"), row.to},
                                    {QStringLiteral("end_hash"), hexOf(toBytes(row.endHash))},
                                    {QStringLiteral("scope"), toText(row.scope)},
                                    {QStringLiteral("filter_version"), row.filterVersion},
                                    {QStringLiteral("source"), row.source},
                                    {QStringLiteral("read_at"), row.readAt.toText()},
                                    {QStringLiteral("second_source"), row.secondSource},
                                    {QStringLiteral("second_read_at"),
                                     row.secondReadAt ? row.secondReadAt->toText() : QString()},
                                    {QStringLiteral("differences"), row.differences}});
        }
    }
    cli.printRows("coverage",
                  {QStringLiteral("rail"),
                   QStringLiteral("from"),
                   QStringLiteral("to"),
                   QStringLiteral("scope"),
                   QStringLiteral("source"),
                   QStringLiteral("read_at"),
                   QStringLiteral("second_source"),
                   QStringLiteral("differences")},
                  list);
    return ExitCode::Ok;
}

ExitCode askBackfill(Cli& cli, const CliArgs& args)
{
    const auto rail = args.required("rail");
    const auto from = args.integer("from");
    const auto to = args.integer("to");
    if (!rail)
        return cli.fails(rail.error());
    if (!from)
        return cli.fails(from.error());
    if (!to)
        return cli.fails(to.error());
    BackfillPayload payload;
    payload.rail = *rail;
    payload.from = *from;
    payload.to = *to;
    payload.reason = args.text("reason");
    return cli.actAndPrint(kinds::kRailBackfill, "engineer", *rail, payload.toJson(), args);
}

ExitCode testSource(Cli& cli, const CliArgs& args)
{
    const auto rail = args.required("rail");
    if (!rail)
        return cli.fails(rail.error());
    SourceTestPayload payload;
    payload.rail = *rail;
    payload.source = args.text("source");
    payload.url = args.text("url");
    // Before it is submitted: what was submitted stays in the database.
    if (const auto good = SourceTestPayload::fromJson(payload.toJson()); !good)
        return cli.fails(good.error());
    return cli.actAndPrint(kinds::kSourceTest, "engineer", *rail, payload.toJson(), args);
}

ExitCode acknowledge(Cli& cli, const CliArgs& args)
{
    const auto reason = args.required("reason");
    if (!reason)
        return cli.fails(reason.error());
    AcknowledgeRailPayload payload;
    payload.rail = args.positional(0);
    payload.reason = *reason;
    return cli.actAndPrint(
        kinds::kRailAcknowledge, "engineer", payload.rail, payload.toJson(), args);
}

ExitCode setSpeed(Cli& cli, const CliArgs& args)
{
    bool good = false;
    SandboxSpeedPayload payload;
    payload.rail = QStringLiteral("sandbox");
    payload.factor = args.positional(0).toLongLong(&good);
    if (!good)
        return cli.fails(
            {ErrorCode::Invalid, QStringLiteral("number_malformed"), args.positional(0)});
    return cli.actAndPrint(kinds::kSandboxSpeed, "operator", {}, payload.toJson(), args);
}

ExitCode playOne(Cli& cli, const CliArgs& args)
{
    SandboxScenarioPayload payload;
    payload.rail = QStringLiteral("sandbox");
    payload.scenario = args.positional(0);
    payload.corridor = args.text("corridor");
    payload.payment = args.text("payment");
    return cli.actAndPrint(kinds::kSandboxScenario, "operator", {}, payload.toJson(), args);
}

ExitCode showScenarios(Cli& cli, const CliArgs&)
{
    QJsonArray list;
    for (const Scenario& scenario : scenarios())
        list.append(QJsonObject{{QStringLiteral("scenario"), scenario.name},
                                {QStringLiteral("ends"), toText(scenario.expectedStatus)},
                                {QStringLiteral("what"), scenario.sentence}});
    cli.printRows("scenarios",
                  {QStringLiteral("scenario"), QStringLiteral("ends"), QStringLiteral("what")},
                  list);
    return ExitCode::Ok;
}

} // namespace

std::vector<CliCommand> chainCommands()
{
    return {
        {"coverage",
         "",
         "Which blocks were read, from where and when.",
         {{"rail", "NAME", "only this one"}},
         0,
         showCoverage},
        {"backfill",
         "",
         "Read blocks again.",
         {{"rail", "NAME", "required"},
          {"from", "BLOCK", "required"},
          {"to", "BLOCK", "required"},
          {"reason", "TEXT", "why"}},
         0,
         askBackfill},
        {"sources test",
         "",
         "Ask a source what the watcher asks.",
         {{"rail", "NAME", "required"},
          {"source", "NAME", "one of the configuration"},
          {"url", "URL", "or an address: scheme, host and port only"}},
         0,
         testSource},
        {"rails acknowledge",
         "RAIL",
         "Go on after a finality violation.",
         {{"reason", "TEXT", "why; required"}},
         1,
         acknowledge},
        {"sandbox scenario",
         "NAME",
         "Play a story on the sandbox's chain.",
         {{"corridor", "NAME", "instead of the story's own"},
          {"payment", "PAYMENT", "an existing one, for stories of one payment"}},
         1,
         playOne},
        {"sandbox scenarios", "", "The stories that there are.", {}, 0, showScenarios},
        {"sandbox speed",
         "FACTOR",
         "How many times faster blocks come; 0 stands still.",
         {},
         1,
         setSpeed},
    };
}

} // namespace tieout
