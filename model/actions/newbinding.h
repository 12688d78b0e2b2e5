// SPDX-License-Identifier: GPL-3.0-or-later
// newBinding: where a payment's money is to go, by its corridor's scheme. A deposit address is
// derived again here and compared with the one that the watcher looks for. Engine thread; inside
// the caller's transaction.
#pragma once

#include "model/domain/corridor.h"
#include "model/store/payments.h"
#include "model/store/rails.h"

namespace tieout {

// Writes the binding's row. Reasons: addresses_exhausted (Unavailable: the watcher must acknowledge
// more addresses first, try again), xpub_unknown, address_mismatch (Corrupt: the derived address is
// not the watched one; checkaddresses.h), those of Xpub::parse and of Address::parse.
Result<BindingRow> newBinding(Database& db,
                              const CorridorVersion& corridor,
                              qint64 rail,
                              const PaymentId& payment,
                              UtcTime now);

// How a rail writes its accounts; a sandbox writes them as EVM does.
AddressFamily addressFamilyOf(const RailRow& rail);
QString accountText(const RailRow& rail, const Account& account);

} // namespace tieout
