// SPDX-License-Identifier: GPL-3.0-or-later
// The link that a wallet opens with everything filled in: ERC-681 for EVM networks. Families
// without a standard of their own (Tron) have none; their QR code carries the address. Pure.
#pragma once

#include "model/domain/address.h"
#include "model/domain/amount.h"
#include "model/domain/caip.h"

#include <optional>

namespace tieout {

// "ethereum:TOKEN@CHAIN/transfer?address=TO&uint256=UNITS". The chain is always named, and the
// amount stands in minor units, so that no wallet guesses. Nothing for other families, an empty
// amount, or an address of another family.
std::optional<QString> paymentUri(const AssetId& asset, const Address& to, const Amount& amount);

} // namespace tieout
