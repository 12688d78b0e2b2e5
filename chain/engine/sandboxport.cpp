// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/sandboxport.h"

#include "model/store/sandboxactions.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tieout {

namespace {

// A sandbox begins with some blocks behind it, so that finality has something to name.
constexpr int kBlocksBefore = 32;

Result<std::vector<SandboxActionRow>>
readOrBegin(const Term& term, const RailRow& row, const SandboxSettings& settings, UtcTime now)
{
    auto rows = readSandboxActions(term.db, row.id, 0);
    if (!rows || !rows->empty())
        return rows;
    const auto network = sandboxNetworkFromText(row.name);
    if (!network)
        return fail(network.error());
    const Duration interval = sandboxInterval(settings.speed);
    SandboxParameters parameters;
    parameters.seed = settings.seed;
    parameters.network = *network;
    parameters.interval = interval;
    parameters.genesis = now - interval * kBlocksBefore;
    QJsonObject object = SandboxChain(parameters).toJson();
    object.remove(QStringLiteral("actions"));
    const QString body = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    const auto seq = inTerm(term, [&]() -> Result<qint64> {
        return insertSandboxAction(term.db, row.id, parameters.genesis, body);
    });
    if (!seq)
        return fail(seq.error());
    return std::vector<SandboxActionRow>{{*seq, row.id, parameters.genesis, body}};
}

Result<std::shared_ptr<SandboxChain>> chainFrom(const std::vector<SandboxActionRow>& rows)
{
    QJsonObject object = sandboxLineObject(rows.front().body);
    QJsonArray actions;
    for (size_t i = 1; i < rows.size(); ++i)
        actions.append(sandboxLineObject(rows[i].body));
    object[QStringLiteral("actions")] = actions;
    auto chain = SandboxChain::fromJson(object);
    if (!chain)
        return fail(ErrorCode::Corrupt, u"sandbox_script_corrupt", chain.error().detail);
    return std::make_shared<SandboxChain>(std::move(chain).value());
}

} // namespace

SandboxPort::SandboxPort(qint64 rail, std::shared_ptr<SandboxChain> chain, qint64 seq)
    : m_railId(rail)
    , m_chain(std::move(chain))
    , m_seq(seq)
{}

Result<std::unique_ptr<RailPort>> SandboxPort::make(const Term& term,
                                                    const RailRow& row,
                                                    const SandboxSettings& settings,
                                                    UtcTime now)
{
    const auto rows = readOrBegin(term, row, settings, now);
    if (!rows)
        return fail(rows.error());
    const auto chain = chainFrom(*rows);
    if (!chain)
        return fail(chain.error());
    const auto state = readRailState(term.db, row.id);
    if (!state)
        return fail(state.error());
    std::unique_ptr<SandboxPort> port(new SandboxPort(row.id, *chain, rows->back().seq));
    // A line that resume() adds is kept before it takes effect.
    (*chain)->setSink([&term, &port, &row](const SandboxAction& action) -> Outcome {
        const auto seq = inTerm(term, [&]() -> Result<qint64> {
            return insertSandboxAction(term.db, row.id, action.at, sandboxLine(action));
        });
        if (!seq)
            return fail(seq.error());
        port->m_seq = *seq;
        return Done;
    });
    const auto resumed = (*chain)->resume(now, std::max(state->headNumber, state->cursorNumber));
    (*chain)->setSink({});
    if (!resumed)
        return fail(resumed.error());
    SandboxRailOptions options;
    if (row.genesis.size() == 32)
        options.expectedGenesis = hash32(row.genesis);
    port->m_rail = std::make_unique<SandboxRail>(*chain, nullptr, options);
    return std::unique_ptr<RailPort>(std::move(port));
}

Outcome SandboxPort::take(const Term& term, qint64 seq, const QString& body)
{
    const auto action = SandboxAction::fromJson(sandboxLineObject(body));
    const auto taken = action ? m_chain->add(*action) : Result<SandboxAction>(fail(action.error()));
    // What the chain took later than it was written is kept as it was taken: the same script must
    // give the same chain. What it refused doesn't happen.
    if (taken && taken->at == action->at)
        return Done;
    return inTerm(term, [&]() -> Outcome {
        if (!taken)
            return deleteSandboxAction(term.db, seq);
        return moveSandboxAction(term.db, seq, taken->at, sandboxLine(*taken));
    });
}

Outcome SandboxPort::sync(const Term& term, UtcTime now)
{
    const auto rows = readSandboxActions(term.db, m_railId, m_seq);
    if (!rows)
        return fail(rows.error());
    m_chain->advance(now);
    for (const SandboxActionRow& row : *rows) {
        if (auto done = take(term, row.seq, row.body); !done)
            return done;
        m_seq = row.seq;
    }
    return Done;
}

} // namespace tieout
