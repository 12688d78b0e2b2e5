// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical transfers of a range of blocks, for comparing them with a second reading of the
// same range. Thread of the Database.
#pragma once

#include "model/domain/blocks.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

struct StoredTransfer
{
    qint64 block = 0;
    Hash32 blockHash{};
    qint32 logIndex = 0;
    Hash32 tx{};
    QByteArray token;
    QByteArray from;
    QByteArray to;
    Word32 value{}; // as the chain says it, also where no Amount holds it
    QString reference;
    bool listed = false; // of a corridor's token
};

// In the order of (block, log index).
Result<std::vector<StoredTransfer>>
canonicalTransfers(Database& db, qint64 rail, qint64 from, qint64 to);

} // namespace tieout
