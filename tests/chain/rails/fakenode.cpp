// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/fakenode.h"

#include "chain/rails/evmdecode.h"
#include "chain/rails/jsonrpc.h"
#include "model/domain/keccak.h"

#include <QJsonDocument>

namespace tieout::test {

namespace {

QString hexText(const void* bytes, size_t size)
{
    return QString::fromLatin1(rpcHex(bytes, size));
}

QString quantityText(qint64 value)
{
    return QString::fromLatin1(rpcQuantity(value));
}

QString addressWord(const Account& account)
{
    Word32 word{};
    std::copy_n(account.bytes.begin(), 20, word.begin() + 12);
    return hexText(word.data(), word.size());
}

void setBits(LogsBloom& bloom, const void* item, size_t size)
{
    const BloomBits bits =
        bloomBits(QByteArrayView(static_cast<const char*>(item), static_cast<qsizetype>(size)));
    for (const quint16 bit : bits)
        bloom[255u - bit / 8u] = static_cast<quint8>(bloom[255u - bit / 8u] | (1u << (bit % 8)));
}

QJsonObject rpcFault(int code, const QString& message)
{
    return {{QStringLiteral("code"), code}, {QStringLiteral("message"), message}};
}

} // namespace

Account testAccount(quint8 last)
{
    Account out;
    out.size = 20;
    out.bytes[19] = last;
    return out;
}

FakeNode::FakeNode(qint64 chainId, quint8 fork)
    : m_chainId(chainId)
    , m_seed(quint64(fork) << 32)
{
    m_blocks.push_back({hash32(keccak256(QByteArray::number(chainId) + char(fork))), {}, {}});
}

Hash32 FakeNode::nextHash()
{
    return hash32(keccak256("block " + QByteArray::number(++m_seed)));
}

void FakeNode::mine(const std::vector<Account>& payees, const Account& token)
{
    const std::lock_guard lock(m_mutex);
    FakeBlock block;
    block.hash = nextHash();
    block.parent = m_blocks.back().hash;
    for (const Account& payee : payees) {
        TransferLog log;
        log.block = static_cast<qint64>(m_blocks.size());
        log.logIndex = static_cast<qint32>(block.logs.size());
        log.blockHash = block.hash;
        log.tx = hash32(keccak256(toBytes(block.hash) + QByteArray::number(log.logIndex)));
        log.token = token;
        log.from = testAccount(0x01);
        log.to = payee;
        log.value[31] = static_cast<quint8>(5 + log.logIndex);
        block.logs.push_back(log);
    }
    m_blocks.push_back(std::move(block));
}

void FakeNode::mineMany(int blocks)
{
    for (int i = 0; i < blocks; ++i)
        mine();
}

void FakeNode::reorganise(int depth)
{
    {
        const std::lock_guard lock(m_mutex);
        m_blocks.resize(m_blocks.size() - static_cast<size_t>(depth));
    }
    mineMany(depth);
}

qint64 FakeNode::height() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qint64>(m_blocks.size()) - 1;
}

Hash32 FakeNode::hashAt(qint64 number) const
{
    const std::lock_guard lock(m_mutex);
    return m_blocks.at(static_cast<size_t>(number)).hash;
}

BlockHeader FakeNode::headerAt(qint64 number) const
{
    const std::lock_guard lock(m_mutex);
    const FakeBlock& block = m_blocks.at(static_cast<size_t>(number));
    return {number, block.hash, block.parent, UtcTime::fromMs(1'700'000'000'000 + number * 12'000)};
}

QJsonValue FakeNode::block(const QJsonValue& which) const
{
    const QString tag = which.toString();
    qint64 number = top();
    if (tag == u"finalized" || tag == u"safe")
        number = std::max<qint64>(0, top() - finalizedBehind);
    else if (tag != u"latest" && tag != u"pending")
        number = tag.mid(2).toLongLong(nullptr, 16);
    if (number > top())
        return QJsonValue::Null;
    const FakeBlock& block = m_blocks[static_cast<size_t>(number)];
    LogsBloom bloom{};
    for (const TransferLog& log : block.logs) {
        setBits(bloom, transferTopic().data(), 32);
        setBits(bloom, log.token.bytes.data(), 20);
    }
    return QJsonObject{{QStringLiteral("number"), quantityText(number)},
                       {QStringLiteral("hash"), hexText(block.hash.data(), 32)},
                       {QStringLiteral("parentHash"), hexText(block.parent.data(), 32)},
                       {QStringLiteral("timestamp"), quantityText(1'700'000'000 + number * 12)},
                       {QStringLiteral("logsBloom"), hexText(bloom.data(), bloom.size())},
                       {QStringLiteral("transactions"), QJsonArray()}};
}

QJsonObject FakeNode::logJson(const TransferLog& log) const
{
    return {{QStringLiteral("address"), hexText(log.token.bytes.data(), 20)},
            {QStringLiteral("topics"),
             QJsonArray{
                 hexText(transferTopic().data(), 32), addressWord(log.from), addressWord(log.to)}},
            {QStringLiteral("data"), hexText(log.value.data(), 32)},
            {QStringLiteral("blockHash"), hexText(log.blockHash.data(), 32)},
            {QStringLiteral("blockNumber"), quantityText(log.block)},
            {QStringLiteral("transactionHash"), hexText(log.tx.data(), 32)},
            {QStringLiteral("transactionIndex"), quantityText(log.logIndex)},
            {QStringLiteral("logIndex"), quantityText(log.logIndex)},
            {QStringLiteral("removed"), false}};
}

QJsonValue FakeNode::logs(const QJsonObject& filter, QJsonObject& error)
{
    QJsonArray out;
    const QJsonArray addresses = filter.value(QStringLiteral("address")).toArray();
    const QString byHash = filter.value(QStringLiteral("blockHash")).toString();
    const qint64 from =
        filter.value(QStringLiteral("fromBlock")).toString().mid(2).toLongLong(nullptr, 16);
    qint64 to = filter.value(QStringLiteral("toBlock")).toString().mid(2).toLongLong(nullptr, 16);
    if (byHash.isEmpty()) {
        rangesAsked.push_back(to - from + 1);
        if (maxRange > 0 && to - from + 1 > maxRange) {
            error =
                rpcFault(-32'602, QStringLiteral("exceed maximum block range: %1").arg(maxRange));
            return {};
        }
        to = std::min(to, top());
    }
    bool known = byHash.isEmpty();
    for (qint64 number = 0; number <= top(); ++number) {
        const FakeBlock& block = m_blocks[static_cast<size_t>(number)];
        const bool asked = byHash.isEmpty() ? number >= from && number <= to
                                            : hexText(block.hash.data(), 32) == byHash;
        known = known || asked;
        if (!asked || hideAllLogs || (hideRangeLogs && byHash.isEmpty()))
            continue;
        for (const TransferLog& log : block.logs) {
            const QJsonObject json = logJson(log);
            if (addresses.isEmpty() || addresses.contains(json.value(QStringLiteral("address"))))
                out.append(json);
        }
    }
    if (!known)
        error = rpcFault(-32'000, QStringLiteral("unknown block"));
    return out;
}

QJsonValue FakeNode::call(const QString& method, const QJsonArray& params, QJsonObject& error)
{
    if (method == u"eth_chainId")
        return quantityText(m_chainId);
    if (method == u"eth_getBlockByNumber")
        return block(params.at(0));
    if (method == u"eth_getLogs")
        return logs(params.at(0).toObject(), error);
    if (method == u"eth_getCode")
        return QStringLiteral("0x6001");
    if (method == u"eth_call" && view)
        return view(params.at(0)[QStringLiteral("data")].toString(), error);
    if (method == u"eth_call") {
        if (onlyLatestState && params.at(1).toString() != u"latest")
            error = rpcFault(-32'602,
                             QStringLiteral("QUANTITY not supported, just support TAG as latest"));
        return QStringLiteral("0x") + QString(63, u'0') + QStringLiteral("7");
    }
    error = rpcFault(-32'601, QStringLiteral("method not found"));
    return {};
}

QByteArray FakeNode::answer(const QByteArray& request)
{
    const std::lock_guard lock(m_mutex);
    const QJsonArray calls = QJsonDocument::fromJson(request).array();
    if (batchMax > 0 && calls.size() > batchMax)
        return R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}})";
    QJsonArray out;
    for (const QJsonValue& entry : calls) {
        QJsonObject error;
        const QJsonValue result = call(entry[QStringLiteral("method")].toString(),
                                       entry[QStringLiteral("params")].toArray(),
                                       error);
        QJsonObject one{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                        {QStringLiteral("id"), entry[QStringLiteral("id")]}};
        one.insert(error.isEmpty() ? QStringLiteral("result") : QStringLiteral("error"),
                   error.isEmpty() ? result : QJsonValue(error));
        out.append(one);
    }
    if (tamper)
        tamper(out);
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

} // namespace tieout::test
