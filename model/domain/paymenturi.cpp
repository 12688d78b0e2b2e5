// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/paymenturi.h"

namespace tieout {

std::optional<QString> paymentUri(const AssetId& asset, const Address& to, const Amount& amount)
{
    const auto chain = asset.chain();
    const auto token = asset.contract();
    if (!chain || !token || chain->ns() != u"eip155" || asset.assetNs() != u"erc20")
        return std::nullopt;
    if (to.isEmpty() || to.family() != AddressFamily::Evm || amount.units() <= 0)
        return std::nullopt;
    return QStringLiteral("ethereum:%1@%2/transfer?address=%3&uint256=%4")
        .arg(token->toText(), chain->reference(), to.toText(), amount.toUnitsText());
}

} // namespace tieout
