// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/keccak.h"

#include <QCryptographicHash>

namespace tieout {

QByteArray keccak256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Keccak_256);
}

} // namespace tieout
