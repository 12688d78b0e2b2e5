// SPDX-License-Identifier: GPL-3.0-or-later
// RailDesk: what the parts of one watch loop share: its connection and term, its rail, its cache of
// rows, its set of watched accounts. Lives in the watch thread.
#pragma once

#include "chain/engine/enginelog.h"
#include "chain/engine/railport.h"
#include "chain/rails/watchset.h"
#include "model/actions/railcontext.h"
#include "model/domain/clock.h"

namespace tieout {

// What a rail is called as a subject of cases, and in the log.
inline QString railSubject(const QString& rail)
{
    return QStringLiteral("rail:") + rail;
}

struct RailDesk
{
    Term term;
    RailPort& port;
    RailContext& context;
    WatchSet& watched;
    const RailSettings& settings;
    const Clock& clock;
    const EngineLog& log;

    Rail& rail() const { return port.rail(); }
    Database& db() const { return term.db; }
    qint64 id() const { return context.rail().id; }
    QString name() const { return context.rail().name; }

    WatchFilter filter() const
    {
        return [set = &watched](const TransferLog& each) {
            return set->contains(each.to) || set->contains(each.from);
        };
    }

    void say(LogWeight weight, const QString& event, QJsonObject data = {}) const
    {
        if (!log)
            return;
        data.insert(QStringLiteral("rail"), name());
        log({weight, event, QStringLiteral("watch-") + name(), railSubject(name()), data});
    }

    // What a contract says of itself, asked once before its first transfer is written. One that
    // can't say anything is written without a name: anybody can deploy it and send it to us, so it
    // must not stop the rail. Errors: the others of Rail::contract, which say nothing of it.
    Outcome learnTokens(const std::vector<TransferLog>& transfers, UtcTime now) const
    {
        for (const TransferLog& each : transfers) {
            if (context.isKnownToken(each.token))
                continue;
            const auto facts = rail().contract(each.token, now);
            if (facts)
                context.learnToken(each.token, facts->symbol, facts->decimals);
            else if (facts.error().reason == u"contract_unreadable")
                context.learnToken(each.token, {}, std::nullopt);
            else
                return fail(facts.error());
        }
        return Done;
    }
};

} // namespace tieout
