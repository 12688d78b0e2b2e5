// SPDX-License-Identifier: GPL-3.0-or-later
// Xpub: an account's extended public key (BIP-32) and the deposit addresses below it. Immutable
// value, safe on any thread. Only public, non-hardened derivation: this program never holds a
// private key and refuses one that is pasted in. No reason or detail ever repeats the key's text.
#pragma once

#include "model/domain/address.h"

#include <QByteArray>

namespace tieout {

class Xpub
{
public:
    static constexpr quint32 kMaxIndex = 0x7fffffff;

    Xpub() = default;

    // Reasons: xpub_is_private (an extended private key), xpub_version (another coin's or an
    // unknown kind), xpub_checksum, xpub_malformed (not base58, wrong length), xpub_invalid (BIP-32
    // test vector 5: a point that isn't on the curve, a zero depth with a parent).
    static Result<Xpub> parse(QStringView text);

    // Reasons: xpub_hardened (index above kMaxIndex), xpub_child_invalid (about 1 in 2^127: use the
    // next index), xpub_depth (255 levels).
    Result<Xpub> child(quint32 index) const;
    // The address at 0/index: the external chain of the account. Reasons as child().
    Result<Address> address(AddressFamily family, quint32 index) const;
    // Of this very key, without a step.
    Address addressOfKey(AddressFamily family) const;

    bool isEmpty() const { return m_key.isEmpty(); }
    int depth() const { return m_depth; }
    QByteArray publicKey() const { return m_key; } // 33 bytes, compressed
    QString fingerprint() const; // 8 hex digits: names a key without giving it away
    QString toText() const;
    bool operator==(const Xpub& other) const;

private:
    struct Node
    {
        QByteArray key;   // 33 bytes
        QByteArray chain; // 32 bytes
    };
    static Result<Node> derive(const QByteArray& key, const QByteArray& chain, quint32 index);

    quint8 m_depth = 0;
    QByteArray m_parent; // 4 bytes, fingerprint
    quint32 m_index = 0;
    QByteArray m_chain; // 32 bytes
    QByteArray m_key;   // 33 bytes
    // The external chain (child 0), derived once by parse(); empty when child 0 is invalid.
    Node m_external;
};

} // namespace tieout
