// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/caip.h"

#include <QRegularExpression>

namespace tieout {

namespace {

bool fits(QStringView text, const QString& pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

const QString kChain = QStringLiteral("[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}");

} // namespace

Result<ChainId> ChainId::parse(QStringView text)
{
    if (!fits(text, kChain))
        return fail(ErrorCode::Invalid, u"chain_id_malformed", text.left(80).toString());
    ChainId id;
    id.m_text = text.toString();
    return id;
}

QStringView ChainId::ns() const
{
    return QStringView(m_text).left(m_text.indexOf(u':'));
}

QStringView ChainId::reference() const
{
    return QStringView(m_text).mid(m_text.indexOf(u':') + 1);
}

Result<AssetId> AssetId::parse(QStringView text)
{
    if (!fits(text,
              kChain +
                  QStringLiteral("/[-a-z0-9]{3,8}:[-.%a-zA-Z0-9]{1,128}(/[-.%a-zA-Z0-9]{1,78})?")))
        return fail(ErrorCode::Invalid, u"asset_id_malformed", text.left(80).toString());
    AssetId id;
    id.m_text = text.toString();
    if (id.assetNs() == u"erc20" || id.assetNs() == u"trc20") {
        const auto contract = id.contract();
        if (!contract)
            return fail(ErrorCode::Invalid, u"asset_id_malformed", contract.error().detail);
        id.m_text.replace(id.m_text.lastIndexOf(u':') + 1, id.m_text.size(), contract->toText());
    }
    return id;
}

Result<ChainId> AssetId::chain() const
{
    return ChainId::parse(QStringView(m_text).left(m_text.indexOf(u'/')));
}

QStringView AssetId::assetNs() const
{
    const auto slash = m_text.indexOf(u'/');
    return QStringView(m_text).mid(slash + 1, m_text.indexOf(u':', slash) - slash - 1);
}

QStringView AssetId::reference() const
{
    const auto slash = m_text.indexOf(u'/');
    return QStringView(m_text).mid(m_text.indexOf(u':', slash) + 1);
}

Result<Address> AssetId::contract() const
{
    if (assetNs() == u"erc20")
        return Address::parse(reference(), AddressFamily::Evm);
    if (assetNs() == u"trc20")
        return Address::parse(reference(), AddressFamily::Tron);
    return fail(ErrorCode::Invalid, u"asset_without_contract", m_text);
}

Result<AccountId> AccountId::parse(QStringView text)
{
    if (!fits(text, kChain + QStringLiteral(":[-.%a-zA-Z0-9]{1,128}")))
        return fail(ErrorCode::Invalid, u"account_id_malformed", text.left(80).toString());
    AccountId id;
    id.m_text = text.toString();
    return id;
}

} // namespace tieout
