// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/sourcetests.h"

#include "chain/engine/railport.h"
#include "model/actions/runcommand.h"

#include <algorithm>

namespace tieout {

namespace {

// Without the words of a provider: they may repeat an address with its key, and a command's answer
// is kept for ever. Its number stays.
Result<QJsonObject> withoutWords(const Result<QJsonObject>& answer)
{
    const QString reason = answer ? QString() : answer.error().reason;
    if (reason != u"source_refused" && reason != u"source_lagging")
        return answer;
    Error error = answer.error();
    error.detail = reason == u"source_refused" ? error.detail.section(u' ', 0, 0) : QString();
    return fail(error);
}

} // namespace

void SourceTestQueue::put(Request request)
{
    m_waiting.use([&](std::deque<Request>& waiting) { waiting.push_back(std::move(request)); });
}

std::optional<SourceTestQueue::Request> SourceTestQueue::take()
{
    return m_waiting.use([](std::deque<Request>& waiting) -> std::optional<Request> {
        if (waiting.empty())
            return std::nullopt;
        Request request = std::move(waiting.front());
        waiting.pop_front();
        return request;
    });
}

Outcome SourceTestWork::open()
{
    auto opened = Database::open(m_setup.database, name(), OpenMode::ReadWrite);
    if (!opened)
        return fail(opened.error());
    m_db = std::move(opened).value();
    m_db->setWriteGate(m_setup.gate);
    return Done;
}

void SourceTestWork::interrupt()
{
    m_trial.use([](Trial& trial) {
        trial.interrupted = true;
        if (trial.rail != nullptr)
            trial.rail->interrupt();
    });
}

Result<QJsonObject> SourceTestWork::test(const SourceTestPayload& payload, UtcTime now) const
{
    const auto rail = std::find_if(m_setup.rails.begin(),
                                   m_setup.rails.end(),
                                   [&](const RailSettings& r) { return r.name == payload.rail; });
    if (rail == m_setup.rails.end())
        return fail(ErrorCode::NotFound, u"rail_unknown", payload.rail);
    if (rail->kind == RailKind::Sandbox)
        return QJsonObject{{QStringLiteral("rail"), rail->name},
                           {QStringLiteral("source"), QStringLiteral("sandbox")}};
    RailSettings settings = *rail;
    settings.sources.clear();
    if (!payload.url.isEmpty())
        settings.sources.push_back(
            {QStringLiteral("tested"), QStringLiteral("tested"), payload.url, {}});
    for (const RailSourceSettings& source : rail->sources) {
        if (source.name == payload.source)
            settings.sources.push_back(source);
    }
    if (settings.sources.empty())
        return fail(ErrorCode::NotFound, u"source_unknown", payload.source);
    auto port = makeRpcPort(settings);
    if (!port)
        return fail(port.error());
    const bool interrupted = m_trial.use([&](Trial& trial) {
        trial.rail = &(*port)->rail();
        return trial.interrupted;
    });
    auto answer = interrupted ? Result<QJsonObject>(fail(ErrorCode::Cancelled, u"interrupted"))
                              : ask((*port)->rail(),
                                    {{QStringLiteral("rail"), rail->name},
                                     {QStringLiteral("source"), settings.sources.front().name}},
                                    now);
    m_trial.use([](Trial& trial) { trial.rail = nullptr; });
    return answer;
}

Result<QJsonObject> SourceTestWork::ask(Rail& rail, QJsonObject answer, UtcTime now) const
{
    if (auto connected = rail.connect(now); !connected)
        return fail(connected.error());
    const auto head = rail.head(-1, now);
    if (!head)
        return fail(head.error());
    const auto health = rail.health();
    answer.insert(QStringLiteral("head"), head->latest.number);
    answer.insert(QStringLiteral("head_time"), head->latest.time.toText());
    if (head->marks.finalized)
        answer.insert(QStringLiteral("finalized"), *head->marks.finalized);
    if (!health.empty())
        answer.insert(QStringLiteral("latency_ms"), health.front().latencyMs);
    return answer;
}

Result<StepOutcome> SourceTestWork::step(UtcTime now)
{
    const auto request = m_setup.queue->take();
    if (!request)
        return StepOutcome{false, now + Duration(200)};
    const Term term{*m_db, m_setup.epoch};
    const auto answer = test(request->payload, now);
    if (!answer && answer.error().code == ErrorCode::Cancelled)
        return fail(answer.error());
    const auto told = finishLongCommand(term, request->command, withoutWords(answer));
    if (!told && told.error().reason != u"command_step")
        return fail(told.error());
    return StepOutcome{true, now};
}

} // namespace tieout
