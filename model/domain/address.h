// SPDX-License-Identifier: GPL-3.0-or-later
// Address: an account or a contract on a chain, in the one form that the family compares. EVM: 20
// bytes, shown with EIP-55 case. Tron: the same 20 bytes, shown as base58check of 0x41 ‖ bytes.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QHash>

namespace tieout {

enum class AddressFamily { Evm, Tron };

QString toText(AddressFamily family);
Result<AddressFamily> addressFamilyFromText(QStringView text);

class Address
{
public:
    Address() = default;

    // EVM: "0x" and 40 hex digits; mixed case must satisfy EIP-55, all-lower is accepted without
    // proof. Tron: base58check only. Reasons: address_malformed, address_checksum.
    static Result<Address> parse(QStringView text, AddressFamily family);
    // `bytes20` is exactly 20 bytes (a broken program otherwise).
    static Address fromBytes(AddressFamily family, QByteArray bytes20);
    // A 32-byte ABI word; refused unless its upper 12 bytes are zero (dirty words are spoofs).
    static Result<Address> fromWord(AddressFamily family, QByteArrayView word32);

    AddressFamily family() const { return m_family; }
    const QByteArray& bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    QString toText() const;

    bool operator==(const Address&) const = default;

private:
    AddressFamily m_family = AddressFamily::Evm;
    QByteArray m_bytes;
};

size_t qHash(const Address& address, size_t seed = 0);

} // namespace tieout
