// SPDX-License-Identifier: GPL-3.0-or-later
// What can be asked of a SandboxChain, and its form as JSON.
#include "chain/sandbox/sandboxchain.h"
#include "chain/sandbox/sandboxtokens.h"
#include "chain/sandbox/word256.h"
#include "model/domain/keccak.h"

#include <QJsonArray>

#include <algorithm>

namespace tieout {

Account SandboxChain::senderOf(const SandboxTx& tx, const SandboxTransfer& transfer)
{
    return transfer.from.size > 0 ? transfer.from : tx.action.sender;
}

quint64 SandboxChain::forkOf(qint64 number) const
{
    const auto it = std::find_if(
        m_forks.rbegin(), m_forks.rend(), [&](const Fork& fork) { return fork.from <= number; });
    return it->id;
}

Hash32 SandboxChain::hashOf(qint64 number) const
{
    QByteArray content = salt("block") + bigEndian(number) +
                         bigEndian(static_cast<qint64>(forkOf(number))) +
                         bigEndian(m_timeline.timeOf(number).ms());
    if (const auto it = m_blocks.find(number); it != m_blocks.end()) {
        for (const Entry& entry : it->second)
            content += toBytes(m_txs[entry.tx].hash) + (entry.succeeded ? '\1' : '\0');
    }
    return hash32(keccak256(content));
}

std::optional<BlockHeader> SandboxChain::header(qint64 number) const
{
    if (number < 0 || number > m_head)
        return std::nullopt;
    BlockHeader header;
    header.number = number;
    header.hash = hashOf(number);
    if (number > 0)
        header.parent = hashOf(number - 1);
    header.time = m_timeline.timeOf(number);
    return header;
}

FinalityMarks SandboxChain::marks() const
{
    return {std::max<qint64>(0, m_head - kSafeBehind),
            std::max<qint64>(0, m_head - kFinalizedBehind)};
}

std::vector<TransferLog> SandboxChain::transfers(qint64 number) const
{
    std::vector<TransferLog> logs;
    const auto it = m_blocks.find(number);
    if (it == m_blocks.end() || number > m_head)
        return logs;
    const Hash32 hash = hashOf(number);
    // Strangers' logs come first in a block; one block later on the next fork the base differs.
    auto index = static_cast<qint32>((forkOf(number) * 7 + static_cast<quint64>(number)) % 64);
    for (const Entry& entry : it->second) {
        const SandboxTx& tx = m_txs[entry.tx];
        if (!entry.succeeded)
            continue;
        for (const auto& transfer : tx.action.transfers) {
            TransferLog log;
            log.block = number;
            log.logIndex = index++;
            log.blockHash = hash;
            log.tx = tx.hash;
            log.token = transfer.token;
            log.from = senderOf(tx, transfer);
            log.to = transfer.to;
            log.value = transfer.value;
            log.reference = transfer.reference;
            logs.push_back(log);
        }
    }
    return logs;
}

std::vector<qint64> SandboxChain::busyBlocks(qint64 from, qint64 to) const
{
    std::vector<qint64> numbers;
    for (auto it = m_blocks.lower_bound(from); it != m_blocks.end() && it->first <= to; ++it)
        numbers.push_back(it->first);
    return numbers;
}

std::vector<const SandboxTx*> SandboxChain::mempool() const
{
    std::vector<const SandboxTx*> waiting;
    for (const size_t index : m_pending)
        waiting.push_back(&m_txs[index]);
    return waiting;
}

const SandboxTx* SandboxChain::transaction(const Hash32& hash) const
{
    const auto it = m_byHash.constFind(toBytes(hash));
    return it == m_byHash.cend() ? nullptr : &m_txs[*it];
}

const SandboxTx* SandboxChain::transaction(const QString& key) const
{
    const auto it = m_byKey.constFind(key);
    return it == m_byKey.cend() ? nullptr : &m_txs[*it];
}

Word32 SandboxChain::balance(const Account& token, const Account& holder, qint64 number) const
{
    static const Word32 grant =
        evmWord(Amount(Int128(1'000'000'000'000) * Int128(1'000'000'000'000), 0));
    Word32 in = isSandboxPayer(holder) ? grant : Word32{};
    Word32 out{};
    for (auto it = m_blocks.begin(); it != m_blocks.end() && it->first <= number; ++it) {
        for (const Entry& entry : it->second) {
            const SandboxTx& tx = m_txs[entry.tx];
            for (const auto& transfer : tx.action.transfers) {
                if (!entry.succeeded || !(transfer.token == token))
                    continue;
                if (transfer.to == holder)
                    in = wordPlus(in, transfer.value);
                if (senderOf(tx, transfer) == holder)
                    out = wordPlus(out, transfer.value);
            }
        }
    }
    // Tokens outside the sandbox's list aren't bound by what their holders own.
    return in < out ? Word32{} : wordMinus(in, out);
}

bool SandboxChain::isFrozen(const Account& token, const Account& account) const
{
    return m_frozen.contains({token, account});
}

QByteArray SandboxChain::codeHash(const Account& token) const
{
    const SandboxToken* known = findSandboxToken(token);
    if (!known)
        return {};
    return keccak256("tieout sandbox code " + known->name.toUtf8() + ' ' +
                     QByteArray::number(m_upgrades.value(token)));
}

QJsonObject SandboxChain::toJson() const
{
    QJsonArray actions;
    for (const auto& action : m_actions)
        actions.append(action.toJson());
    return {{QStringLiteral("seed"), QString::number(m_parameters.seed)},
            {QStringLiteral("network"), toText(m_parameters.network)},
            {QStringLiteral("genesis"), m_parameters.genesis.ms()},
            {QStringLiteral("interval"), qint64(m_parameters.interval.count())},
            {QStringLiteral("actions"), actions}};
}

Result<SandboxChain> SandboxChain::fromJson(const QJsonObject& object)
{
    SandboxParameters parameters;
    bool number = false;
    parameters.seed = object[QStringLiteral("seed")].toString().toULongLong(&number);
    const auto network = sandboxNetworkFromText(object[QStringLiteral("network")].toString());
    if (!network)
        return fail(network.error());
    parameters.network = *network;
    parameters.genesis = UtcTime::fromMs(object[QStringLiteral("genesis")].toInteger(-1));
    parameters.interval = Duration(object[QStringLiteral("interval")].toInteger(0));
    if (!number || parameters.genesis.ms() < 0 ||
        parameters.interval < SandboxTimeline::kMinInterval)
        return fail(ErrorCode::Invalid, u"sandbox_action_malformed", QStringLiteral("parameters"));
    std::vector<SandboxAction> actions;
    for (const auto& item : object[QStringLiteral("actions")].toArray()) {
        auto action = SandboxAction::fromJson(item.toObject());
        if (!action)
            return fail(action.error());
        actions.push_back(std::move(action).value());
    }
    SandboxChain chain(parameters);
    if (const auto loaded = chain.load(actions); !loaded)
        return fail(loaded.error());
    return chain;
}

} // namespace tieout
