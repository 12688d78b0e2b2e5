// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers that came to us and belong to no payment yet: those that an open case names, and those
// of a chain transaction that a person names. For reading only; thread of the Database.
#pragma once

#include "model/store/transfers.h"

namespace tieout {

struct UnlinkedTransfer
{
    QString caseCode; // of its open case; empty without one
    TransferView transfer;
};

// In canonical blocks, those whose case was opened last first; one per transaction, destination and
// reference, as a link covers them.
Result<std::vector<UnlinkedTransfer>> unlinkedTransfers(Database& db, qint64 rail, int limit);
// Of one transaction, wherever its blocks are; those that are linked included (their paymentId).
Result<std::vector<UnlinkedTransfer>>
transfersToLink(Database& db, qint64 rail, const QByteArray& tx);

} // namespace tieout
