// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/address.h"

#include "model/domain/base58.h"
#include "model/domain/keccak.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr char kTronPrefix = 0x41;

QString checksummed(const QByteArray& bytes)
{
    QByteArray hex = bytes.toHex();
    const QByteArray hash = keccak256(hex).toHex();
    for (qsizetype i = 0; i < hex.size(); ++i) {
        if (hash[i] >= '8' && hex[i] >= 'a')
            hex[i] = static_cast<char>(hex[i] - 'a' + 'A');
    }
    return QStringLiteral("0x") + QString::fromLatin1(hex);
}

Result<Address> parseEvm(QStringView text)
{
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    const QStringView digits = text.mid(2);
    if (text.size() != 42 || !text.startsWith(u"0x") ||
        !std::all_of(digits.begin(), digits.end(), isHex))
        return fail(ErrorCode::Invalid, u"address_malformed", text.left(80).toString());
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    const bool allLower =
        std::none_of(digits.begin(), digits.end(), [](QChar c) { return c.isUpper(); });
    if (!allLower && checksummed(bytes) != text)
        return fail(ErrorCode::Invalid, u"address_checksum", text.toString());
    return Address::fromBytes(AddressFamily::Evm, bytes);
}

Result<Address> parseTron(QStringView text)
{
    const auto payload = fromBase58Check(text);
    if (!payload)
        return fail(ErrorCode::Invalid,
                    payload.error().reason == u"base58_checksum" ? u"address_checksum"
                                                                 : u"address_malformed",
                    text.left(80).toString());
    if (payload->size() != 21 || (*payload)[0] != kTronPrefix)
        return fail(ErrorCode::Invalid, u"address_malformed", text.left(80).toString());
    return Address::fromBytes(AddressFamily::Tron, payload->mid(1));
}

} // namespace

QString toText(AddressFamily family)
{
    return family == AddressFamily::Evm ? QStringLiteral("evm") : QStringLiteral("tron");
}

Result<AddressFamily> addressFamilyFromText(QStringView text)
{
    if (text == u"evm")
        return AddressFamily::Evm;
    if (text == u"tron")
        return AddressFamily::Tron;
    return fail(ErrorCode::Invalid, u"address_family_unknown", text.left(40).toString());
}

Result<Address> Address::parse(QStringView text, AddressFamily family)
{
    return family == AddressFamily::Evm ? parseEvm(text) : parseTron(text);
}

Address Address::fromBytes(AddressFamily family, QByteArray bytes20)
{
    TIEOUT_CHECK(bytes20.size() == 20);
    Address address;
    address.m_family = family;
    address.m_bytes = std::move(bytes20);
    return address;
}

Result<Address> Address::fromWord(AddressFamily family, QByteArrayView word32)
{
    if (word32.size() != 32 ||
        std::any_of(word32.begin(), word32.begin() + 12, [](char c) { return c != 0; }))
        return fail(ErrorCode::Invalid, u"address_malformed", QStringLiteral("dirty upper bytes"));
    return fromBytes(family, word32.sliced(12).toByteArray());
}

QString Address::toText() const
{
    if (m_bytes.isEmpty())
        return {};
    return m_family == AddressFamily::Evm ? checksummed(m_bytes)
                                          : toBase58Check(kTronPrefix + m_bytes);
}

size_t qHash(const Address& address, size_t seed)
{
    return qHash(address.bytes(), seed);
}

} // namespace tieout
