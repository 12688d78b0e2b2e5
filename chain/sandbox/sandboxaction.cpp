// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxaction.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace tieout {

namespace sandboxjson {

constexpr std::array kKinds{
    std::pair{SandboxActionKind::Send, u"send"},
    std::pair{SandboxActionKind::Release, u"release"},
    std::pair{SandboxActionKind::Drop, u"drop"},
    std::pair{SandboxActionKind::Reorg, u"reorg"},
    std::pair{SandboxActionKind::Restore, u"restore"},
    std::pair{SandboxActionKind::Speed, u"speed"},
    std::pair{SandboxActionKind::Resume, u"resume"},
    std::pair{SandboxActionKind::Freeze, u"freeze"},
    std::pair{SandboxActionKind::Unfreeze, u"unfreeze"},
    std::pair{SandboxActionKind::Pause, u"pause"},
    std::pair{SandboxActionKind::Unpause, u"unpause"},
    std::pair{SandboxActionKind::Upgrade, u"upgrade"},
};

constexpr std::array kFates{
    std::pair{ReorgFate::Elsewhere, u"elsewhere"},
    std::pair{ReorgFate::Mempool, u"mempool"},
    std::pair{ReorgFate::Dropped, u"dropped"},
};

template<class Table, class Value>
QString wordFor(const Table& table, Value value)
{
    const auto it = std::find_if(
        table.begin(), table.end(), [&](const auto& row) { return row.first == value; });
    TIEOUT_CHECK(it != table.end());
    return QString::fromUtf16(it->second);
}

// Reads one object's fields and remembers whether any of them was wrong, so that fromJson can ask
// for all of them and judge once.
class Reader
{
public:
    explicit Reader(const QJsonObject& object)
        : m_object(object)
    {}

    bool good() const { return m_wrong.isEmpty(); }
    const QString& wrong() const { return m_wrong; }

    void blame(QStringView key)
    {
        if (m_wrong.isEmpty())
            m_wrong = key.toString();
    }

    QString text(QStringView key)
    {
        const QJsonValue value = m_object[key];
        if (value.isUndefined() || value.isNull())
            return {};
        if (!value.isString())
            blame(key);
        return value.toString();
    }

    qint64 number(QStringView key)
    {
        const QJsonValue value = m_object[key];
        if (value.isUndefined())
            return 0;
        const qint64 number = value.toInteger(-1);
        if (number < 0)
            blame(key);
        return number;
    }

    bool flag(QStringView key)
    {
        const QJsonValue value = m_object[key];
        if (!value.isUndefined() && !value.isBool())
            blame(key);
        return value.toBool();
    }

    QStringList texts(QStringView key)
    {
        QStringList list;
        const QJsonValue value = m_object[key];
        if (!value.isUndefined() && !value.isArray())
            blame(key);
        for (const auto& item : value.toArray()) {
            if (!item.isString())
                blame(key);
            list.append(item.toString());
        }
        return list;
    }

    QByteArray hex(QStringView key, qsizetype limit)
    {
        const QString digits = text(key);
        if (digits.isEmpty())
            return {};
        const QByteArray ascii = digits.mid(2).toLatin1();
        const QByteArray bytes = QByteArray::fromHex(ascii);
        if (!digits.startsWith(u"0x") || bytes.toHex() != ascii || bytes.size() > limit)
            blame(key);
        return bytes.left(limit);
    }

    Account account(QStringView key) { return Account::of(hex(key, 32)); }

    Word32 word(QStringView key)
    {
        Word32 word{};
        const QByteArray bytes = hex(key, 32);
        std::copy(bytes.begin(), bytes.end(), word.end() - bytes.size());
        return word;
    }

    template<class Table, class Value>
    void choice(QStringView key, const Table& table, Value& value)
    {
        const QString word = text(key);
        for (const auto& [each, name] : table) {
            if (QStringView(name) == word) {
                value = each;
                return;
            }
        }
        blame(key);
    }

private:
    const QJsonObject& m_object;
    QString m_wrong;
};

QString hexOf(const QByteArray& bytes)
{
    return QStringLiteral("0x") + QString::fromLatin1(bytes.toHex());
}

void put(QJsonObject& object, const QString& key, const QString& text)
{
    if (!text.isNull())
        object[key] = text;
}

void put(QJsonObject& object, const QString& key, const Account& account)
{
    if (account.size > 0)
        object[key] = hexOf(account.toBytes());
}

void put(QJsonObject& object, const QString& key, qint64 number)
{
    if (number != 0)
        object[key] = number;
}

QJsonObject encode(const SandboxTransfer& transfer)
{
    QJsonObject object;
    put(object, QStringLiteral("token"), transfer.token);
    put(object, QStringLiteral("from"), transfer.from);
    put(object, QStringLiteral("to"), transfer.to);
    put(object, QStringLiteral("reference"), transfer.reference);
    QByteArray bytes = toBytes(transfer.value);
    qsizetype zeros = 0;
    while (zeros < 31 && bytes[zeros] == 0)
        ++zeros;
    object[QStringLiteral("value")] = hexOf(bytes.mid(zeros));
    return object;
}

void decodeTransfers(Reader& reader, const QJsonObject& object, SandboxAction& action)
{
    for (const auto& item : object[QStringLiteral("transfers")].toArray()) {
        const QJsonObject inner = item.toObject();
        Reader fields(inner);
        SandboxTransfer transfer;
        transfer.token = fields.account(u"token");
        transfer.from = fields.account(u"from");
        transfer.to = fields.account(u"to");
        transfer.reference = fields.text(u"reference");
        transfer.value = fields.word(u"value");
        if (!fields.good() || transfer.token.size == 0 || transfer.to.size == 0)
            reader.blame(u"transfers");
        action.transfers.push_back(transfer);
    }
}

} // namespace sandboxjson

QString toText(SandboxNetwork network)
{
    return network == SandboxNetwork::Main ? QStringLiteral("sandbox")
                                           : QStringLiteral("sandbox-side");
}

Result<SandboxNetwork> sandboxNetworkFromText(QStringView text)
{
    if (text == u"sandbox")
        return SandboxNetwork::Main;
    if (text == u"sandbox-side")
        return SandboxNetwork::Side;
    return fail(ErrorCode::Invalid, u"sandbox_network_unknown", text.left(40).toString());
}

QJsonObject SandboxAction::toJson() const
{
    using namespace sandboxjson;
    QJsonObject object;
    object[QStringLiteral("at")] = at.ms();
    object[QStringLiteral("network")] = toText(network);
    object[QStringLiteral("do")] = wordFor(kKinds, kind);
    put(object, QStringLiteral("key"), key);
    put(object, QStringLiteral("sender"), sender);
    if (!transfers.empty()) {
        QJsonArray list;
        for (const auto& transfer : transfers)
            list.append(encode(transfer));
        object[QStringLiteral("transfers")] = list;
    }
    put(object, QStringLiteral("delay"), delay);
    if (stuck)
        object[QStringLiteral("stuck")] = true;
    put(object, QStringLiteral("replaces"), replaces);
    put(object, QStringLiteral("depth"), depth);
    put(object, QStringLiteral("of"), of);
    put(object, QStringLiteral("shorter"), shorter);
    if (kind == SandboxActionKind::Reorg)
        object[QStringLiteral("fate")] = wordFor(kFates, fate);
    if (!lost.isEmpty())
        object[QStringLiteral("lost")] = QJsonArray::fromStringList(lost);
    put(object, QStringLiteral("interval"), qint64(interval.count()));
    put(object, QStringLiteral("head"), head);
    put(object, QStringLiteral("token"), token);
    put(object, QStringLiteral("account"), account);
    return object;
}

Result<SandboxAction> SandboxAction::fromJson(const QJsonObject& object)
{
    sandboxjson::Reader reader(object);
    SandboxAction action;
    action.at = UtcTime::fromMs(reader.number(u"at"));
    const auto network = sandboxNetworkFromText(reader.text(u"network"));
    if (!network)
        return fail(network.error());
    action.network = *network;
    reader.choice(u"do", sandboxjson::kKinds, action.kind);
    action.key = reader.text(u"key");
    action.sender = reader.account(u"sender");
    sandboxjson::decodeTransfers(reader, object, action);
    action.delay = reader.number(u"delay");
    action.stuck = reader.flag(u"stuck");
    action.replaces = reader.text(u"replaces");
    action.depth = reader.number(u"depth");
    action.of = reader.text(u"of");
    action.shorter = reader.number(u"shorter");
    if (action.kind == SandboxActionKind::Reorg)
        reader.choice(u"fate", sandboxjson::kFates, action.fate);
    action.lost = reader.texts(u"lost");
    action.interval = Duration(reader.number(u"interval"));
    action.head = reader.number(u"head");
    action.token = reader.account(u"token");
    action.account = reader.account(u"account");
    if (!reader.good())
        return fail(ErrorCode::Invalid, u"sandbox_action_malformed", reader.wrong());
    return action;
}

Word32 evmWord(const Amount& amount)
{
    TIEOUT_CHECK(!amount.isNegative());
    Word32 word{};
    Int128 rest = amount.units();
    for (size_t i = 32; i-- > 16; rest >>= 8)
        word[i] = static_cast<quint8>(rest & 0xff);
    return word;
}

} // namespace tieout
