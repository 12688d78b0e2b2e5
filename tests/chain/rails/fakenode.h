// SPDX-License-Identifier: GPL-3.0-or-later
// FakeNode: a small EVM chain in memory that answers JSON-RPC batches as a node does, and can be
// told to lag, hide logs, refuse ranges and batches, or change its answers. Thread-safe: a
// ScriptServer calls answer() from its threads.
#pragma once

#include "model/domain/blocks.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <mutex>
#include <vector>

namespace tieout::test {

Account testAccount(quint8 last);

struct FakeBlock
{
    Hash32 hash{};
    Hash32 parent{};
    std::vector<TransferLog> logs;
};

class FakeNode
{
public:
    explicit FakeNode(qint64 chainId = 31'337, quint8 fork = 0);

    // One block with transfers of `token` to each of `payees`.
    void mine(const std::vector<Account>& payees = {}, const Account& token = testAccount(0x70));
    void mineMany(int blocks);
    // Replaces the newest blocks by empty ones with other hashes.
    void reorganise(int depth);

    qint64 height() const;
    Hash32 hashAt(qint64 number) const;
    BlockHeader headerAt(qint64 number) const;

    QByteArray answer(const QByteArray& request);

    // Faults; set before the rail asks.
    qint64 lag = 0;
    qint64 finalizedBehind = 4;
    qint64 maxRange = 0; // eth_getLogs refuses more, in words
    qint64 batchMax = 0;
    bool hideRangeLogs = false; // logs by range are empty, by hash they are there
    bool hideAllLogs = false;
    bool onlyLatestState = false;
    std::function<void(QJsonArray&)> tamper; // last word on every answer
    // eth_call to a contract: given the input, answers the result or fills the error.
    std::function<QJsonValue(const QString&, QJsonObject&)> view;
    std::vector<qint64> rangesAsked; // sizes of eth_getLogs by range

private:
    QJsonValue call(const QString& method, const QJsonArray& params, QJsonObject& error);
    QJsonValue block(const QJsonValue& which) const;
    QJsonValue logs(const QJsonObject& filter, QJsonObject& error);
    QJsonObject logJson(const TransferLog& log) const;
    Hash32 nextHash();
    qint64 top() const { return static_cast<qint64>(m_blocks.size()) - 1 - lag; }

    mutable std::mutex m_mutex;
    qint64 m_chainId;
    quint64 m_seed;
    std::vector<FakeBlock> m_blocks;
};

} // namespace tieout::test
