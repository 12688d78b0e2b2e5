// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd run, migrate, status
#include "app/cli.h"
#include "app/enginefactory.h"
#include "model/store/backfills.h"
#include "model/store/environment.h"
#include "model/store/journal.h"
#include "model/store/lease.h"
#include "model/store/migrations.h"
#include "model/store/rails.h"
#include "model/store/standby.h"

#include <csignal>

namespace tieout {

namespace {

constexpr Duration kStopWithin{20'000};

ExitCode runEngine(Cli& cli, const CliArgs&)
{
    // Before any thread begins, so that all of them leave these signals to this one.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int each : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, each);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    if (cli.address().dialect() == Dialect::Sqlite) {
        const auto made =
            makeDatabase(cli.address(), toText(cli.config().environment), cli.clock().now());
        if (!made)
            return cli.fails(made.error());
    }
    Engine engine(engineSettingsFrom(cli.config()), cli.clock(), {cli.log().sink(), nullptr, {}});
    if (auto started = engine.start(); !started)
        return cli.fails(started.error());
    cli.log().write(
        {LogWeight::Info, QStringLiteral("engine.started"), QStringLiteral("main"), {}, {}});
    int signal = 0;
    sigwait(&signals, &signal);
    cli.log().write({LogWeight::Info,
                     QStringLiteral("engine.stopping"),
                     QStringLiteral("main"),
                     {},
                     {{QStringLiteral("signal"), signal}}});
    const bool inTime = engine.stop(kStopWithin);
    cli.log().write({inTime ? LogWeight::Info : LogWeight::Warning,
                     QStringLiteral("engine.stopped"),
                     QStringLiteral("main"),
                     {},
                     {}});
    return ExitCode::Ok;
}

ExitCode migrateOne(Cli& cli, const CliArgs&)
{
    const auto version =
        makeDatabase(cli.address(), toText(cli.config().environment), cli.clock().now());
    if (!version)
        return cli.fails(version.error());
    const QJsonObject answer{{QStringLiteral("database"), cli.address().redacted()},
                             {QStringLiteral("environment"), toText(cli.config().environment)},
                             {QStringLiteral("version"), *version}};
    if (cli.json())
        cli.printJson(answer);
    else
        cli.print(QStringLiteral("%1 is at version %2 (%3)")
                      .arg(cli.address().redacted())
                      .arg(*version)
                      .arg(toText(cli.config().environment)));
    return ExitCode::Ok;
}

QJsonObject railStatus(const RailRow& row, const RailState& state, const QJsonArray& sources)
{
    QJsonObject rail{{QStringLiteral("rail"), row.name},
                     {QStringLiteral("chain"), row.chain},
                     {QStringLiteral("read_through"), state.cursorNumber},
                     {QStringLiteral("head"), state.headNumber},
                     {QStringLiteral("head_time"), state.headTime.toText()},
                     {QStringLiteral("head_seen_at"), state.headSeenAt.toText()},
                     {QStringLiteral("healthy"), state.healthy},
                     {QStringLiteral("reason"), state.healthReason},
                     {QStringLiteral("frozen"), state.frozenAt.has_value()},
                     {QStringLiteral("frozen_reason"), state.frozenReason},
                     {QStringLiteral("reorganisations"), state.reorgs},
                     {QStringLiteral("deepest"), state.deepestReorg},
                     {QStringLiteral("sources"), sources}};
    rail.insert(QStringLiteral("finalized"),
                state.finalized ? QJsonValue(*state.finalized) : QJsonValue());
    return rail;
}

Result<QJsonArray> railsStatus(Database& db)
{
    const auto rails = readRails(db);
    if (!rails)
        return fail(rails.error());
    QJsonArray list;
    for (const RailRow& row : *rails) {
        const auto state = readRailState(db, row.id);
        if (!state)
            return fail(state.error());
        const auto health = readSourceHealth(db, row.id);
        if (!health)
            return fail(health.error());
        QJsonArray sources;
        for (const SourceHealthRow& each : *health)
            sources.append(QJsonObject{{QStringLiteral("source"), each.name},
                                       {QStringLiteral("operator"), each.operatorName},
                                       {QStringLiteral("healthy"), each.healthy},
                                       {QStringLiteral("head"), each.head},
                                       {QStringLiteral("requests"), each.requests},
                                       {QStringLiteral("failures"), each.failures},
                                       {QStringLiteral("latency_ms"), each.latencyMs},
                                       {QStringLiteral("last_error"), each.lastError}});
        list.append(railStatus(row, *state, sources));
    }
    return list;
}

Result<QJsonObject> wholeStatus(Cli& cli, Database& db)
{
    const auto lease = readLease(db);
    const auto standing = enginesStandingBy(db, lease && lease->isHeld);
    const auto environment = readEnvironment(db);
    const auto rails = railsStatus(db);
    const auto tail = readUnsealed(db);
    const auto waiting = nextWaiting(db, CommandWork::Any, 1'000);
    const auto backfills = listBackfills(db, 20);
    if (!lease)
        return fail(lease.error());
    if (!standing)
        return fail(standing.error());
    if (!environment)
        return fail(environment.error());
    if (!rails)
        return fail(rails.error());
    if (!tail)
        return fail(tail.error());
    if (!waiting)
        return fail(waiting.error());
    if (!backfills)
        return fail(backfills.error());
    QJsonArray work;
    for (const BackfillRow& row : *backfills)
        work.append(QJsonObject{{QStringLiteral("command"), row.id},
                                {QStringLiteral("from"), row.from},
                                {QStringLiteral("to"), row.to},
                                {QStringLiteral("next"), row.next},
                                {QStringLiteral("state"), row.state}});
    return QJsonObject{
        {QStringLiteral("database"), cli.address().redacted()},
        {QStringLiteral("environment"), environment->name},
        {QStringLiteral("engine"),
         QJsonObject{
             {QStringLiteral("running"), lease->isHeld},
             {QStringLiteral("epoch"), lease->epoch},
             {QStringLiteral("holder"), lease->holder},
             {QStringLiteral("heartbeat"), lease->heartbeat.toText()},
             {QStringLiteral("heartbeat_age_ms"),
              lease->isHeld ? QJsonValue(qint64(lease->age.count())) : QJsonValue()},
             {QStringLiteral("standing_by"), *standing ? QJsonValue(**standing) : QJsonValue()}}},
        {QStringLiteral("rails"), *rails},
        {QStringLiteral("waiting_commands"), qint64(waiting->size())},
        {QStringLiteral("unsealed_entries"), tail->count},
        {QStringLiteral("backfills"), work}};
}

ExitCode showStatus(Cli& cli, const CliArgs&)
{
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto status = wholeStatus(cli, **db);
    if (!status)
        return cli.fails(status.error());
    if (cli.json()) {
        cli.printJson(*status);
        return ExitCode::Ok;
    }
    const QJsonObject engine = status->value(u"engine").toObject();
    cli.print(QStringLiteral("%1 (%2)").arg(status->value(u"database").toString(),
                                            status->value(u"environment").toString()));
    cli.print(engine.value(u"running").toBool() ? QStringLiteral("engine: runs as %1, term %2")
                                                      .arg(engine.value(u"holder").toString())
                                                      .arg(engine.value(u"epoch").toInteger())
                                                : QStringLiteral("engine: none runs"));
    if (const int standing = engine.value(u"standing_by").toInt(); standing > 0)
        cli.print(QStringLiteral("standing by: %1").arg(standing));
    cli.printRows("rails",
                  {QStringLiteral("rail"),
                   QStringLiteral("read_through"),
                   QStringLiteral("head"),
                   QStringLiteral("healthy"),
                   QStringLiteral("reason"),
                   QStringLiteral("reorganisations")},
                  status->value(u"rails").toArray());
    return ExitCode::Ok;
}

} // namespace

std::vector<CliCommand> engineCommands()
{
    return {
        {"run", "", "Run the engine until it is told to stop (SIGTERM).", {}, 0, runEngine},
        {"migrate",
         "",
         "Make the database, or bring it to this program's version.",
         {},
         0,
         migrateOne},
        {"status", "", "The engine, its rails and what waits.", {}, 0, showStatus},
    };
}

} // namespace tieout
