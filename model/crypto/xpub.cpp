// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/xpub.h"

#include "model/crypto/hash.h"
#include "model/domain/base58.h"
#include "model/domain/keccak.h"

#include <QtEndian>

#include <openssl/evp.h>

#include <algorithm>
#include <secp256k1.h>

namespace tieout {

namespace {

constexpr int kExtendedKeySize = 78;
constexpr quint32 kPublicVersion = 0x0488b21e;

// xprv, tprv and the SLIP-132 kinds of private keys: told apart so that the answer can be clear.
constexpr quint32 kPrivateVersions[] = {
    0x0488ade4,
    0x04358394,
    0x049d7878,
    0x04b2430c,
    0x0295b005,
    0x02aa7a99,
    0x044a4e28,
    0x045f18bc,
    0x024285b5,
    0x02575048,
};

const unsigned char* unsignedBytes(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

bool readPoint(const QByteArray& key, secp256k1_pubkey& point)
{
    return secp256k1_ec_pubkey_parse(secp256k1_context_static,
                                     &point,
                                     unsignedBytes(key),
                                     static_cast<size_t>(key.size())) == 1;
}

QByteArray writePoint(const secp256k1_pubkey& point, bool compressed)
{
    size_t size = compressed ? 33 : 65;
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    const int done = secp256k1_ec_pubkey_serialize(secp256k1_context_static,
                                                   reinterpret_cast<unsigned char*>(bytes.data()),
                                                   &size,
                                                   &point,
                                                   compressed ? SECP256K1_EC_COMPRESSED
                                                              : SECP256K1_EC_UNCOMPRESSED);
    TIEOUT_CHECK(done == 1 && static_cast<qsizetype>(size) == bytes.size());
    return bytes;
}

// The first four bytes of RIPEMD-160(SHA-256(key)), as BIP-32 names a parent.
QByteArray keyFingerprint(const QByteArray& key)
{
    const QByteArray inner = sha256(key);
    QByteArray digest(20, Qt::Uninitialized);
    unsigned int written = 0;
    const int done = EVP_Digest(inner.constData(),
                                static_cast<size_t>(inner.size()),
                                reinterpret_cast<unsigned char*>(digest.data()),
                                &written,
                                EVP_ripemd160(),
                                nullptr);
    TIEOUT_CHECK(done == 1 && written == 20);
    return digest.left(4);
}

// Ethereum and Tron agree: the last 20 bytes of Keccak-256 over both coordinates.
Address addressOfPoint(AddressFamily family, const QByteArray& key)
{
    secp256k1_pubkey point;
    TIEOUT_CHECK(readPoint(key, point));
    const QByteArray whole = writePoint(point, false);
    return Address::fromBytes(family, keccak256(QByteArrayView(whole).sliced(1)).right(20));
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

Failure refuseText(QStringView text, const Error& error)
{
    // Said even of a mistyped private key: what was pasted matters more than its checksum.
    if (text.size() > 4 && text.mid(1).startsWith(u"prv", Qt::CaseInsensitive))
        return fail(ErrorCode::Invalid, u"xpub_is_private");
    return fail(ErrorCode::Invalid,
                error.reason == u"base58_checksum" ? u"xpub_checksum" : u"xpub_malformed");
}

} // namespace

Result<Xpub> Xpub::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const auto payload = fromBase58Check(trimmed);
    if (!payload)
        return refuseText(trimmed, payload.error());
    if (payload->size() != kExtendedKeySize)
        return fail(ErrorCode::Invalid, u"xpub_malformed");
    const auto version = qFromBigEndian<quint32>(payload->constData());
    const QByteArray key = payload->mid(45);
    if (std::ranges::find(kPrivateVersions, version) != std::end(kPrivateVersions))
        return fail(ErrorCode::Invalid, u"xpub_is_private");
    if (version != kPublicVersion)
        return fail(ErrorCode::Invalid, u"xpub_version");
    if (key[0] == '\0') // a private key under a public name
        return fail(ErrorCode::Invalid, u"xpub_is_private");

    Xpub xpub;
    xpub.m_depth = static_cast<quint8>(payload->at(4));
    xpub.m_parent = payload->mid(5, 4);
    xpub.m_index = qFromBigEndian<quint32>(payload->constData() + 9);
    xpub.m_chain = payload->mid(13, 32);
    xpub.m_key = key;
    if (xpub.m_depth == 0 && (xpub.m_index != 0 || xpub.m_parent != QByteArray(4, '\0')))
        return fail(ErrorCode::Invalid, u"xpub_invalid");
    secp256k1_pubkey point;
    if (!readPoint(key, point))
        return fail(ErrorCode::Invalid, u"xpub_invalid");
    xpub.m_external = derive(xpub.m_key, xpub.m_chain, 0).value_or(Node{});
    return xpub;
}

Result<Xpub::Node> Xpub::derive(const QByteArray& key, const QByteArray& chain, quint32 index)
{
    if (index > kMaxIndex)
        return fail(ErrorCode::Invalid, u"xpub_hardened", QString::number(index));
    const QByteArray mac = hmacSha512(chain, key + bigEndian(index));
    secp256k1_pubkey point;
    TIEOUT_CHECK(readPoint(key, point));
    // Fails when the left half is not below the group's order or the sum is the point at infinity.
    if (secp256k1_ec_pubkey_tweak_add(secp256k1_context_static, &point, unsignedBytes(mac)) != 1)
        return fail(ErrorCode::Invalid, u"xpub_child_invalid", QString::number(index));
    return Node{writePoint(point, true), mac.mid(32)};
}

Result<Xpub> Xpub::child(quint32 index) const
{
    TIEOUT_CHECK(!isEmpty());
    if (m_depth == 255)
        return fail(ErrorCode::Invalid, u"xpub_depth");
    auto node = derive(m_key, m_chain, index);
    if (!node)
        return fail(node.error());
    Xpub child;
    child.m_depth = static_cast<quint8>(m_depth + 1);
    child.m_parent = keyFingerprint(m_key);
    child.m_index = index;
    child.m_chain = node->chain;
    child.m_key = node->key;
    child.m_external = derive(child.m_key, child.m_chain, 0).value_or(Node{});
    return child;
}

Result<Address> Xpub::address(AddressFamily family, quint32 index) const
{
    TIEOUT_CHECK(!isEmpty());
    if (m_depth >= 254)
        return fail(ErrorCode::Invalid, u"xpub_depth");
    if (m_external.key.isEmpty())
        return fail(ErrorCode::Invalid, u"xpub_child_invalid", QStringLiteral("external chain"));
    const auto node = derive(m_external.key, m_external.chain, index);
    if (!node)
        return fail(node.error());
    return addressOfPoint(family, node->key);
}

Address Xpub::addressOfKey(AddressFamily family) const
{
    TIEOUT_CHECK(!isEmpty());
    return addressOfPoint(family, m_key);
}

QString Xpub::fingerprint() const
{
    return isEmpty() ? QString() : QString::fromLatin1(keyFingerprint(m_key).toHex());
}

QString Xpub::toText() const
{
    if (isEmpty())
        return {};
    return toBase58Check(bigEndian(kPublicVersion) + static_cast<char>(m_depth) + m_parent +
                         bigEndian(m_index) + m_chain + m_key);
}

bool Xpub::operator==(const Xpub& other) const
{
    return m_depth == other.m_depth && m_parent == other.m_parent && m_index == other.m_index &&
           m_chain == other.m_chain && m_key == other.m_key;
}

} // namespace tieout
