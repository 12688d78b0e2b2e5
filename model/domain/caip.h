// SPDX-License-Identifier: GPL-3.0-or-later
// CAIP-2 chain, CAIP-10 account and CAIP-19 asset ids (ChainAgnostic/CAIPs): the identity of a
// network and of a token, never the ticker. Immutable values.
#pragma once

#include "model/domain/address.h"
#include "model/domain/result.h"

#include <QString>

namespace tieout {

class ChainId
{
public:
    ChainId() = default;
    // Reason: chain_id_malformed. Grammar of CAIP-2.
    static Result<ChainId> parse(QStringView text);

    const QString& text() const { return m_text; }
    QStringView ns() const;        // "eip155"
    QStringView reference() const; // "1"
    bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const ChainId&) const = default;

private:
    QString m_text;
};

class AssetId
{
public:
    AssetId() = default;
    // Reason: asset_id_malformed. Grammar of CAIP-19; an erc20 or trc20 reference must be an
    // address of its family and is kept in the family's checked form.
    static Result<AssetId> parse(QStringView text);

    const QString& text() const { return m_text; }
    Result<ChainId> chain() const;
    QStringView assetNs() const;   // "erc20"
    QStringView reference() const; // contract address, mint, CODE-ISSUER
    // The token contract, for the families that have one. Reason: asset_without_contract.
    Result<Address> contract() const;
    bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const AssetId&) const = default;

private:
    QString m_text;
};

class AccountId
{
public:
    AccountId() = default;
    // Reason: account_id_malformed. Grammar of CAIP-10.
    static Result<AccountId> parse(QStringView text);
    const QString& text() const { return m_text; }
    bool operator==(const AccountId&) const = default;

private:
    QString m_text;
};

} // namespace tieout
