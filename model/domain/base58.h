// SPDX-License-Identifier: GPL-3.0-or-later
// Base58 with a four-byte double-SHA-256 checksum: Tron addresses and extended public keys.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>

namespace tieout {

QString toBase58Check(const QByteArray& payload);
// The payload without its checksum. Reasons: base58_malformed, base58_checksum. At most 128
// characters.
Result<QByteArray> fromBase58Check(QStringView text);

} // namespace tieout
