// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/applycorridor.h"

#include "model/actions/corridorholds.h"
#include "model/actions/newbinding.h"
#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/store/addresses.h"
#include "model/store/corridors.h"
#include "model/store/environment.h"
#include "model/store/events.h"
#include "model/store/transfers.h"

#include <QJsonDocument>

#include <algorithm>

namespace tieout {

namespace {

struct CorridorChange
{
    CorridorVersion next;
    std::optional<CorridorVersion> previous;
    RailRow rail;
    Address contract;
};

Outcome demandSandbox(Database& db)
{
    const auto environment = readEnvironment(db);
    if (!environment)
        return fail(environment.error());
    if (environment->name != u"sandbox")
        return fail(ErrorCode::Forbidden, u"corridor_needs_proposal", environment->name);
    return Done;
}

Result<CorridorVersion> parseCorridor(const CorridorPayload& payload)
{
    QJsonObject document = payload.document;
    document.remove(QStringLiteral("corridor"));
    auto corridor = corridorFromJson(document);
    if (corridor && corridor->name != payload.corridor)
        return fail(ErrorCode::Invalid, u"corridor_name_mismatch", corridor->name);
    return corridor;
}

Outcome demandNext(const CorridorChange& change)
{
    const int expected = change.previous ? change.previous->version + 1 : 1;
    if (change.next.version != expected)
        return fail(ErrorCode::Conflict,
                    u"corridor_version",
                    QStringLiteral("the next version is %1").arg(expected));
    if (change.previous && change.previous->rail != change.next.rail)
        return fail(ErrorCode::Conflict, u"corridor_moved", change.previous->rail);
    return Done;
}

Outcome demandFit(Database& db, const CorridorChange& change)
{
    const auto chain = change.next.asset.chain();
    if (!chain)
        return fail(chain.error());
    if (chain->text() != change.rail.chain)
        return fail(ErrorCode::Invalid,
                    u"corridor_rail_mismatch",
                    QStringLiteral("%1 reads %2").arg(change.rail.name, change.rail.chain));
    if (change.next.binding.scheme == BindingScheme::Xpub) {
        const auto xpub = xpubByName(db, change.next.binding.xpub);
        if (!xpub)
            return fail(xpub.error());
        if (xpub->family != toText(change.contract.family()))
            return fail(ErrorCode::Invalid, u"corridor_xpub_family", xpub->family);
    }
    const auto tokens = readTokens(db, change.rail.id);
    if (!tokens)
        return fail(tokens.error());
    for (const TokenRow& token : *tokens) {
        if (token.account.toBytes() == change.contract.bytes() && token.decimals &&
            *token.decimals != change.next.decimals)
            return fail(ErrorCode::Conflict,
                        u"token_decimals",
                        QStringLiteral("known with %1").arg(*token.decimals));
    }
    return Done;
}

Result<CorridorChange> judgeChange(Database& db, const CorridorPayload& payload)
{
    CorridorChange change;
    auto next = parseCorridor(payload);
    if (!next)
        return fail(next.error());
    change.next = std::move(next).value();
    auto previous = currentCorridor(db, payload.corridor);
    if (!previous && previous.error().code != ErrorCode::NotFound)
        return fail(previous.error());
    if (previous)
        change.previous = std::move(previous).value();
    auto rail = railByName(db, change.next.rail);
    if (!rail)
        return fail(rail.error());
    change.rail = std::move(rail).value();
    auto contract = change.next.asset.contract();
    if (!contract)
        return fail(contract.error());
    change.contract = std::move(contract).value();
    if (const auto fits = demandNext(change); !fits)
        return fail(fits.error());
    if (const auto fits = demandFit(db, change); !fits)
        return fail(fits.error());
    return change;
}

Outcome registerSharedAddress(Database& db, const CorridorChange& change, UtcTime now)
{
    if (change.next.binding.scheme != BindingScheme::Reference)
        return Done;
    const auto address = Address::parse(change.next.binding.address, change.contract.family());
    if (!address)
        return fail(address.error());
    return registerOwnAddress(
        db,
        {change.rail.id, Account::of(address->bytes()), OwnKind::Shared, change.next.name},
        now);
}

// A desk with one merchant never sees the word: what the corridor allows, its merchant may use.
Outcome enableForOnlyMerchant(Database& db, const QString& corridor)
{
    const auto merchant = findMerchant(db, QString());
    if (!merchant) {
        const bool severalOrNone = merchant.error().reason == u"merchant_needed" ||
                                   merchant.error().reason == u"merchant_unknown";
        return severalOrNone ? Outcome(Done) : fail(merchant.error());
    }
    return enableCorridor(db, merchant->id, corridor);
}

Outcome writeVersion(Database& db,
                     const CommandId& command,
                     const CorridorChange& change,
                     const QString& text,
                     UtcTime now)
{
    if (auto done = applyCorridor(db, command, text); !done)
        return done;
    const auto token = ensureToken(db,
                                   {0,
                                    change.rail.id,
                                    Account::of(change.contract.bytes()),
                                    change.next.symbol,
                                    change.next.decimals,
                                    true});
    if (!token)
        return fail(token.error());
    if (auto done = registerSharedAddress(db, change, now); !done)
        return done;
    return enableForOnlyMerchant(db, change.next.name);
}

struct HoldCount
{
    int held = 0;
    int released = 0;
};

Result<HoldCount>
followStatus(Database& db, const CorridorChange& change, const ActionContext& context)
{
    HoldCount count;
    const bool stopped = change.next.status == CorridorStatus::Stopped;
    const bool wasStopped = change.previous && change.previous->status == CorridorStatus::Stopped;
    if (stopped == wasStopped)
        return count;
    const auto changed = stopped ? openCorridorHolds(db, change.next, context)
                                 : closeCorridorHolds(db, change.next, context);
    if (!changed)
        return fail(changed.error());
    (stopped ? count.held : count.released) = *changed;
    return count;
}

Outcome recordChange(Database& db,
                     const CorridorChange& change,
                     const QJsonObject& answer,
                     const ActionContext& context)
{
    const QString subject = QStringLiteral("corridor:") + change.next.name;
    EventRow event;
    event.id = EventId::make(context.now);
    event.type = EventType::CorridorChanged;
    event.subject = subject;
    event.subjectVersion = change.next.version;
    event.correlationId = context.correlationId;
    event.payload = QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
    event.at = context.now;
    if (auto done = insertEvents(db, {event}); !done)
        return done;
    QJsonObject data = answer;
    data.insert(QStringLiteral("asset"), change.next.asset.text());
    if (change.previous)
        data.insert(QStringLiteral("previous_status"), toText(change.previous->status));
    return writeEntry(db, subject, change.next.version, kinds::kCorridorApply, data, context);
}

} // namespace

Result<QJsonObject> applyCorridorVersion(Database& db,
                                         const CommandId& command,
                                         const CorridorPayload& payload,
                                         const QString& text,
                                         const ActionContext& context)
{
    if (const auto allowed = demandSandbox(db); !allowed)
        return fail(allowed.error());
    const auto change = judgeChange(db, payload);
    if (!change)
        return fail(change.error());
    if (auto done = writeVersion(db, command, *change, text, context.now); !done)
        return fail(done.error());
    const auto count = followStatus(db, *change, context);
    if (!count)
        return fail(count.error());
    const QJsonObject answer{{QStringLiteral("corridor"), change->next.name},
                             {QStringLiteral("version"), change->next.version},
                             {QStringLiteral("status"), toText(change->next.status)},
                             {QStringLiteral("held"), count->held},
                             {QStringLiteral("released"), count->released}};
    if (auto done = recordChange(db, *change, answer, context); !done)
        return fail(done.error());
    return answer;
}

} // namespace tieout
