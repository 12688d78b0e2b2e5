// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions of one rail look up for every transfer, kept in memory by its watch thread:
// tokens, our own addresses, the corridors' rules. A cache of rows that only this engine writes;
// refresh() when a command or a configuration changed them. Also answers what the watcher must look
// for.
#pragma once

#include "model/domain/corridor.h"
#include "model/domain/matching.h"
#include "model/store/addresses.h"
#include "model/store/rails.h"
#include "model/store/transfers.h"

#include <QHash>

namespace tieout {

class RailContext
{
public:
    explicit RailContext(RailRow rail)
        : m_rail(std::move(rail))
    {}

    Outcome refresh(Database& db);

    const RailRow& rail() const { return m_rail; }
    AddressFamily family() const;
    std::optional<OwnKind> own(const Account& account) const;
    const std::vector<CorridorVersion>& corridors() const { return m_corridors; }
    std::span<const KnownToken> knownTokens() const { return m_known; }
    // Every rule that a corridor of this rail asks for, the strongest ones included.
    const std::vector<ConfirmationRule>& rules() const { return m_rules; }

    // What coverage rows say was looked for: grows with every token that is listed and every own
    // address, of which neither is ever taken away. Deposit addresses don't count, for none is
    // handed out before it is watched. Blocks that were read with an older filter are no gap:
    // nobody was asked for that money yet. Their second reading looks with the newest one, and what
    // it adds is no disagreement.
    qint64 filterVersion() const { return m_filterVersion; }
    // The row of a token; one that is met for the first time is written, inside the transaction.
    Result<TokenRow> token(Database& db, const Account& account);
    bool isKnownToken(const Account& account) const;
    // What the contract itself says, asked before its first transfer is recorded. Not proof of
    // anything: a look-alike says it too.
    void learnToken(const Account& account, const QString& symbol, std::optional<int> decimals);
    // A quick guess, true for every deposit address: the watcher's set in memory. Without one every
    // account is looked up.
    void setDepositGuess(std::function<bool(const Account&)> guess) { m_guess = std::move(guess); }
    bool maybeDeposit(const Account& account) const { return !m_guess || m_guess(account); }
    // Forgets rows that a rolled back transaction wrote.
    void forgetNew() { m_new.clear(); }
    void keepNew();

private:
    struct TokenFacts
    {
        QString symbol;
        std::optional<int> decimals;
    };

    void addCorridor(const CorridorVersion& corridor);

    RailRow m_rail;
    QHash<Account, TokenFacts> m_facts;
    std::function<bool(const Account&)> m_guess;
    QHash<Account, TokenRow> m_tokens;
    QHash<Account, TokenRow> m_new;
    QHash<Account, OwnKind> m_own;
    std::vector<CorridorVersion> m_corridors;
    std::vector<KnownToken> m_known;
    std::vector<ConfirmationRule> m_rules;
    qint64 m_filterVersion = 0;
};

} // namespace tieout
