// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/railcontext.h"

#include "model/store/corridors.h"

#include <algorithm>

namespace tieout {

AddressFamily RailContext::family() const
{
    return m_rail.family == u"tron" ? AddressFamily::Tron : AddressFamily::Evm;
}

Outcome RailContext::refresh(Database& db)
{
    const auto tokens = readTokens(db, m_rail.id);
    if (!tokens)
        return fail(tokens.error());
    const auto own = readOwnAddresses(db, m_rail.id);
    if (!own)
        return fail(own.error());
    const auto corridors = currentCorridors(db);
    if (!corridors)
        return fail(corridors.error());
    m_tokens.clear();
    m_own.clear();
    m_corridors.clear();
    m_known.clear();
    m_rules.clear();
    for (const TokenRow& row : *tokens)
        m_tokens.insert(row.account, row);
    for (const OwnAddressRow& row : *own)
        m_own.insert(row.account, row.kind);
    for (const CorridorVersion& corridor : *corridors)
        addCorridor(corridor);
    m_filterVersion = static_cast<qint64>(own->size());
    // A corridor that retired leaves its token behind: it stays a token that we know.
    for (const TokenRow& row : *tokens) {
        m_filterVersion += row.listed ? 1 : 0;
        const bool listed =
            row.listed && std::none_of(m_known.begin(), m_known.end(), [&](const auto& k) {
                return k.contract == row.account;
            });
        if (listed)
            m_known.push_back({row.account, row.symbol, true});
    }
    return Done;
}

void RailContext::addCorridor(const CorridorVersion& corridor)
{
    if (corridor.rail != m_rail.name)
        return;
    m_corridors.push_back(corridor);
    if (const auto contract = corridor.asset.contract(); contract)
        m_known.push_back({Account::of(contract->bytes()), corridor.symbol, true});
    for (const ConfirmationRule& rule : corridor.rules()) {
        if (std::find(m_rules.begin(), m_rules.end(), rule) == m_rules.end())
            m_rules.push_back(rule);
    }
}

std::optional<OwnKind> RailContext::own(const Account& account) const
{
    const auto at = m_own.constFind(account);
    return at == m_own.constEnd() ? std::nullopt : std::optional<OwnKind>(*at);
}

bool RailContext::isKnownToken(const Account& account) const
{
    return m_tokens.contains(account);
}

Result<TokenRow> RailContext::token(Database& db, const Account& account)
{
    if (const auto at = m_tokens.constFind(account); at != m_tokens.constEnd())
        return *at;
    if (const auto at = m_new.constFind(account); at != m_new.constEnd())
        return *at;
    TokenRow row;
    row.rail = m_rail.id;
    row.account = account;
    if (const auto facts = m_facts.constFind(account); facts != m_facts.constEnd()) {
        row.symbol = facts->symbol;
        row.decimals = facts->decimals;
    }
    const auto id = ensureToken(db, row);
    if (!id)
        return fail(id.error());
    row.id = *id;
    m_new.insert(account, row);
    return row;
}

void RailContext::learnToken(const Account& account,
                             const QString& symbol,
                             std::optional<int> decimals)
{
    m_facts.insert(account, {symbol.left(40), decimals});
}

void RailContext::keepNew()
{
    for (auto at = m_new.constBegin(); at != m_new.constEnd(); ++at)
        m_tokens.insert(at.key(), at.value());
    m_new.clear();
}

} // namespace tieout
