// SPDX-License-Identifier: GPL-3.0-or-later
// Short words for the sandbox's tests: a chain with blocks every 2 s, actions, and what to compare.
#pragma once

#include "chain/sandbox/sandboxchain.h"
#include "chain/sandbox/sandboxtokens.h"

namespace tieout::test {

inline constexpr UtcTime kGenesis = UtcTime::fromMs(1'790'000'000'000);
inline constexpr Duration kBlock{2000};

// `quarters` of a block after genesis.
inline UtcTime at(qint64 quarters)
{
    return kGenesis + kBlock * quarters / 4;
}

inline SandboxParameters parameters(quint64 seed = 7)
{
    return {seed, SandboxNetwork::Main, kGenesis, kBlock};
}

inline Account someone(const char* who)
{
    return sandboxPayer(QString::fromLatin1(who));
}

inline SandboxTransfer transfer(const Account& to, qint64 units, QStringView token = u"usdt")
{
    SandboxTransfer transfer;
    transfer.token = sandboxToken(token).contract;
    transfer.to = to;
    transfer.value = evmWord(Amount(units, 6));
    return transfer;
}

inline SandboxAction act(SandboxActionKind kind, UtcTime time)
{
    SandboxAction action;
    action.kind = kind;
    action.at = time;
    return action;
}

inline SandboxAction send(const char* key, UtcTime time, std::vector<SandboxTransfer> transfers)
{
    SandboxAction action = act(SandboxActionKind::Send, time);
    action.key = QString::fromLatin1(key);
    action.sender = someone(key);
    action.transfers = std::move(transfers);
    return action;
}

inline SandboxAction reorg(UtcTime time, qint64 depth, ReorgFate fate = ReorgFate::Elsewhere)
{
    SandboxAction action = act(SandboxActionKind::Reorg, time);
    action.depth = depth;
    action.fate = fate;
    return action;
}

// Hashes of all blocks, to compare two chains or two moments.
inline std::vector<Hash32> hashes(const SandboxChain& chain)
{
    std::vector<Hash32> all;
    for (qint64 number = 0; number <= chain.head(); ++number)
        all.push_back(chain.header(number)->hash);
    return all;
}

inline bool linked(const SandboxChain& chain)
{
    for (qint64 number = 1; number <= chain.head(); ++number) {
        const auto below = chain.header(number - 1);
        const auto header = chain.header(number);
        if (header->parent != below->hash || header->time <= below->time)
            return false;
    }
    return true;
}

inline const SandboxTx& tx(const SandboxChain& chain, const char* key)
{
    const SandboxTx* found = chain.transaction(QString::fromLatin1(key));
    TIEOUT_CHECK(found);
    return *found;
}

// Something of everything.
inline std::vector<SandboxAction> busyScript()
{
    std::vector<SandboxAction> script{
        send("a",
             at(3),
             {transfer(sandboxSharedAddress(), 100), transfer(sandboxSharedAddress(), 200)}),
        send("b", at(9), {transfer(sandboxSharedAddress(), 300)}),
        send("c", at(9), {transfer(sandboxSharedAddress(), 400)}),
        reorg(at(22), 4),
        send("late", at(41), {transfer(sandboxSharedAddress(), 1)}),
        reorg(at(46), 3, ReorgFate::Mempool),
        act(SandboxActionKind::Restore, at(58)),
        act(SandboxActionKind::Speed, at(70)),
        reorg(at(81), 2, ReorgFate::Dropped),
    };
    script[2].stuck = true;
    SandboxAction replacing = send("d", at(13), {transfer(sandboxSharedAddress(), 401)});
    replacing.replaces = QStringLiteral("c");
    script.push_back(replacing);
    script[7].interval = Duration(300);
    return script;
}

inline SandboxChain
played(const std::vector<SandboxAction>& script, UtcTime until, quint64 seed = 7)
{
    SandboxChain chain(parameters(seed));
    for (const auto& action : script)
        TIEOUT_CHECK(chain.add(action).has_value());
    chain.advance(until);
    return chain;
}

} // namespace tieout::test
