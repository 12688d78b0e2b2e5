// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak-256 with the original padding (0x01), as Ethereum and Tron use it; not SHA3-256.
#pragma once

#include <QByteArray>

namespace tieout {

QByteArray keccak256(QByteArrayView bytes);

} // namespace tieout
