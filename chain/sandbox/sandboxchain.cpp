// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxchain.h"

#include "chain/sandbox/sandboxtokens.h"
#include "chain/sandbox/word256.h"
#include "model/domain/keccak.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace tieout {

QByteArray SandboxChain::bigEndian(qint64 number)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

SandboxChain::SandboxChain(SandboxParameters parameters)
    : m_parameters(parameters)
    , m_timeline(parameters.genesis, parameters.interval)
    , m_time(parameters.genesis)
{}

Outcome SandboxChain::check(const SandboxAction& action, bool fresh) const
{
    using Kind = SandboxActionKind;
    const auto malformed = [&](QStringView what) {
        return fail(ErrorCode::Invalid, u"sandbox_action_malformed", what.toString());
    };
    if (action.network != m_parameters.network)
        return malformed(u"network");
    if (action.kind == Kind::Send) {
        if (action.key.isEmpty() || action.sender.size == 0 || action.transfers.empty())
            return malformed(u"send");
        if (fresh && knows(action.key))
            return fail(ErrorCode::Conflict, u"sandbox_key_taken", action.key);
    }
    if ((action.kind == Kind::Release || action.kind == Kind::Drop) && !knows(action.key))
        return fail(ErrorCode::NotFound, u"sandbox_key_unknown", action.key);
    QStringList named = action.lost;
    named << action.replaces << action.of;
    for (const QString& key : named) {
        if (!key.isEmpty() && !knows(key))
            return fail(ErrorCode::NotFound, u"sandbox_key_unknown", key);
    }
    if (action.kind == Kind::Reorg && action.depth <= 0 && action.of.isEmpty())
        return malformed(u"depth");
    if (action.kind == Kind::Speed && action.interval < SandboxTimeline::kMinInterval)
        return malformed(u"interval");
    const bool issuers = action.kind == Kind::Freeze || action.kind == Kind::Unfreeze ||
                         action.kind == Kind::Pause || action.kind == Kind::Unpause ||
                         action.kind == Kind::Upgrade;
    if (issuers && action.token.size == 0)
        return malformed(u"token");
    return Done;
}

Result<SandboxAction> SandboxChain::add(SandboxAction action)
{
    if (action.at <= m_time)
        action.at = m_time + Duration(1);
    if (const auto good = check(action, true); !good)
        return fail(good.error());
    if (m_sink) {
        if (const auto kept = m_sink(action); !kept)
            return fail(kept.error());
    }
    insert(action);
    return action;
}

Outcome SandboxChain::load(const std::vector<SandboxAction>& actions)
{
    TIEOUT_CHECK(m_applied == 0);
    // A line may name a transaction that an earlier line scripted for a later time.
    for (const auto& action : actions) {
        if (action.kind != SandboxActionKind::Send)
            continue;
        if (knows(action.key))
            return fail(ErrorCode::Conflict, u"sandbox_key_taken", action.key);
        m_keys.insert(action.key);
    }
    for (const auto& action : actions) {
        if (const auto good = check(action, false); !good)
            return good;
        insert(action);
    }
    return Done;
}

void SandboxChain::insert(SandboxAction action)
{
    if (action.kind == SandboxActionKind::Send)
        m_keys.insert(action.key);
    const auto first = m_actions.begin() + static_cast<std::ptrdiff_t>(m_applied);
    const auto place = std::upper_bound(
        first, m_actions.end(), action.at, [](UtcTime at, const SandboxAction& each) {
            return at < each.at;
        });
    m_actions.insert(place, std::move(action));
}

Outcome SandboxChain::resume(UtcTime now, qint64 knownHead)
{
    if (!m_actions.empty())
        advance(std::min(now, m_actions.back().at));
    const qint64 base = std::max(m_head, knownHead);
    if (now <= m_time || m_timeline.heightAt(now) - base <= kMaxCatchUp)
        return Done;
    SandboxAction action;
    action.at = now;
    action.network = m_parameters.network;
    action.kind = SandboxActionKind::Resume;
    action.head = base;
    if (const auto added = add(action); !added)
        return fail(added.error());
    return Done;
}

void SandboxChain::advance(UtcTime now)
{
    while (m_applied < m_actions.size() && m_actions[m_applied].at <= now) {
        const SandboxAction action = m_actions[m_applied++];
        qint64 before = m_timeline.firstNotBefore(action.at) - 1;
        if (action.kind == SandboxActionKind::Resume)
            before = std::min(before, action.head);
        grow(before);
        m_time = std::max(m_time, action.at);
        apply(action);
    }
    if (now > m_time) {
        m_time = now;
        grow(m_timeline.heightAt(now));
    }
}

void SandboxChain::apply(const SandboxAction& action)
{
    using Kind = SandboxActionKind;
    switch (action.kind) {
    case Kind::Send:
        return send(action);
    case Kind::Release:
        if (const auto tx = pendingByKey(action.key)) {
            m_txs[*tx].stuck = false;
            m_txs[*tx].notBefore = m_head + 1;
        }
        return;
    case Kind::Drop:
        if (const auto tx = pendingByKey(action.key))
            forget(*tx, SandboxTxState::Dropped);
        return;
    case Kind::Reorg:
        return reorg(action);
    case Kind::Restore:
        return restore(action);
    case Kind::Speed:
        return m_timeline.restart(m_head, action.at, action.interval);
    case Kind::Resume:
        return m_timeline.restart(m_head, action.at, m_timeline.interval());
    case Kind::Freeze:
        m_frozen.insert({action.token, action.account});
        return;
    case Kind::Unfreeze:
        m_frozen.remove({action.token, action.account});
        return;
    case Kind::Pause:
        m_paused.insert(action.token);
        return;
    case Kind::Unpause:
        m_paused.remove(action.token);
        return;
    case Kind::Upgrade:
        ++m_upgrades[action.token];
        return;
    }
}

void SandboxChain::send(const SandboxAction& action)
{
    SandboxTx tx;
    tx.action = action;
    tx.stuck = action.stuck;
    tx.notBefore = m_head + 1 + action.delay;
    tx.nonce = freeNonce(action.sender);
    const auto replaced = action.replaces.isEmpty() ? std::nullopt : pendingByKey(action.replaces);
    if (replaced)
        tx.nonce = m_txs[*replaced].nonce;
    QByteArray content =
        salt("tx") + action.sender.toBytes() + bigEndian(tx.nonce) + action.key.toUtf8();
    for (const auto& transfer : action.transfers)
        content += transfer.token.toBytes() + transfer.to.toBytes() + toBytes(transfer.value);
    tx.hash = hash32(keccak256(content));
    const size_t index = m_txs.size();
    if (replaced) {
        m_txs[*replaced].replacedBy = tx.hash;
        forget(*replaced, SandboxTxState::Replaced);
    } else if (!action.replaces.isEmpty()) {
        // What it meant to replace was mined or forgotten meanwhile: a node refuses it.
        tx.state = SandboxTxState::Dropped;
    }
    m_byKey.insert(action.key, index);
    m_byHash.insert(toBytes(tx.hash), index);
    if (tx.state == SandboxTxState::Pending)
        m_pending.push_back(index);
    m_txs.push_back(std::move(tx));
}

void SandboxChain::forget(size_t tx, SandboxTxState state)
{
    m_txs[tx].state = state;
    std::erase(m_pending, tx);
}

std::vector<size_t> SandboxChain::withdrawFrom(qint64 from)
{
    std::vector<size_t> withdrawn;
    const auto first = m_blocks.lower_bound(from);
    for (auto it = first; it != m_blocks.end(); ++it) {
        for (const Entry& entry : it->second) {
            SandboxTx& tx = m_txs[entry.tx];
            tx.state = SandboxTxState::Pending;
            tx.notBefore = tx.block + 1;
            tx.block = -1;
            tx.succeeded = false;
            --m_nonces[tx.action.sender];
            withdrawn.push_back(entry.tx);
        }
    }
    m_blocks.erase(first, m_blocks.end());
    m_pending.insert(m_pending.end(), withdrawn.begin(), withdrawn.end());
    std::sort(m_pending.begin(), m_pending.end());
    return withdrawn;
}

SandboxChain::Left SandboxChain::leave(qint64 from) const
{
    return {from, m_head, m_timeline, m_forks, Blocks(m_blocks.lower_bound(from), m_blocks.end())};
}

void SandboxChain::branch(qint64 from)
{
    std::erase_if(m_forks, [&](const Fork& fork) { return fork.from >= from; });
    m_forks.push_back({from, ++m_lastFork});
}

void SandboxChain::reorg(const SandboxAction& action)
{
    qint64 from = m_head - action.depth + 1;
    if (!action.of.isEmpty()) {
        const SandboxTx* tx = transaction(action.of);
        if (!tx || tx->state != SandboxTxState::Mined)
            return;
        from = std::min(tx->block, action.depth > 0 ? from : tx->block);
    }
    from = std::max<qint64>(from, 1);
    if (from > m_head)
        return;
    const qint64 head = std::max(from - 1, m_head - action.shorter);
    m_left = leave(from);
    const auto withdrawn = withdrawFrom(from);
    for (const size_t tx : withdrawn) {
        if (action.fate == ReorgFate::Dropped || action.lost.contains(m_txs[tx].action.key))
            forget(tx, SandboxTxState::Dropped);
        else if (action.fate == ReorgFate::Mempool)
            m_txs[tx].notBefore = head + 1 + action.delay;
    }
    branch(from);
    const qint64 former = std::exchange(m_head, from - 1);
    if (head < former)
        m_timeline.restart(head, action.at, m_timeline.interval());
    grow(head);
}

void SandboxChain::restore(const SandboxAction& action)
{
    if (!m_left)
        return;
    const Left left = std::move(*m_left);
    m_left = leave(left.from);
    withdrawFrom(left.from);
    settle(left);
    const Duration interval = m_timeline.interval();
    m_timeline = left.timeline;
    m_timeline.restart(left.head, m_timeline.timeOf(left.head), interval);
    m_forks = left.forks;
    branch(left.head + 1);
    m_head = left.head;
    grow(m_timeline.firstNotBefore(action.at) - 1);
}

void SandboxChain::settle(const Left& left)
{
    for (const auto& [number, entries] : left.blocks) {
        for (const Entry& entry : entries) {
            forget(entry.tx, SandboxTxState::Mined);
            SandboxTx& tx = m_txs[entry.tx];
            tx.block = number;
            tx.succeeded = entry.succeeded;
            ++m_nonces[tx.action.sender];
        }
        m_blocks[number] = entries;
    }
    // What waits with a nonce that the returned branch has used can never be mined.
    const auto waiting = m_pending;
    for (const size_t tx : waiting) {
        m_txs[tx].notBefore = std::max(m_txs[tx].notBefore, left.head + 1);
        if (m_txs[tx].nonce < m_nonces.value(m_txs[tx].action.sender))
            forget(tx, SandboxTxState::Dropped);
    }
}

void SandboxChain::grow(qint64 head)
{
    for (auto next = nextBusy(); next && *next <= head; next = nextBusy()) {
        m_head = *next;
        mine(*next);
    }
    m_head = std::max(m_head, head);
}

bool SandboxChain::minable(const SandboxTx& tx) const
{
    return !tx.stuck && tx.nonce == m_nonces.value(tx.action.sender);
}

std::optional<qint64> SandboxChain::nextBusy() const
{
    qint64 first = std::numeric_limits<qint64>::max();
    for (const size_t index : m_pending) {
        const SandboxTx& tx = m_txs[index];
        if (minable(tx))
            first = std::min(
                first,
                std::max({m_head + 1, tx.notBefore, m_timeline.firstNotBefore(tx.action.at)}));
    }
    if (first == std::numeric_limits<qint64>::max())
        return std::nullopt;
    return first;
}

void SandboxChain::mine(qint64 number)
{
    const UtcTime time = m_timeline.timeOf(number);
    bool found = true;
    while (found) {
        found = false;
        const auto waiting = m_pending;
        for (const size_t index : waiting) {
            SandboxTx& tx = m_txs[index];
            if (!minable(tx) || tx.notBefore > number || tx.action.at > time)
                continue;
            tx.succeeded = execute(tx);
            tx.block = number;
            m_blocks[number].push_back({index, tx.succeeded});
            forget(index, SandboxTxState::Mined);
            ++m_nonces[tx.action.sender];
            found = true;
        }
    }
}

bool SandboxChain::execute(const SandboxTx& tx) const
{
    QHash<QPair<Account, Account>, Word32> spent;
    for (const auto& transfer : tx.action.transfers) {
        const Account from = senderOf(tx, transfer);
        if (isPaused(transfer.token) || isFrozen(transfer.token, from) ||
            isFrozen(transfer.token, transfer.to))
            return false;
        if (transfer.value == Word32{})
            continue;
        Word32& sum = spent[{transfer.token, from}];
        sum = wordPlus(sum, transfer.value);
        if (balance(transfer.token, from, m_head) < sum && findSandboxToken(transfer.token))
            return false;
    }
    return true;
}

qint64 SandboxChain::freeNonce(const Account& sender) const
{
    QSet<qint64> used;
    for (const size_t index : m_pending) {
        if (m_txs[index].action.sender == sender)
            used.insert(m_txs[index].nonce);
    }
    qint64 nonce = m_nonces.value(sender);
    while (used.contains(nonce))
        ++nonce;
    return nonce;
}

std::optional<size_t> SandboxChain::pendingByKey(const QString& key) const
{
    const auto it = m_byKey.constFind(key);
    if (it == m_byKey.cend() || m_txs[*it].state != SandboxTxState::Pending)
        return std::nullopt;
    return *it;
}

QByteArray SandboxChain::salt(QByteArrayView what) const
{
    return "tieout sandbox " + what.toByteArray() + '\0' +
           bigEndian(static_cast<qint64>(m_parameters.seed)) +
           toText(m_parameters.network).toUtf8();
}

} // namespace tieout
