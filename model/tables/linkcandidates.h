// SPDX-License-Identifier: GPL-3.0-or-later
// Which money might belong to a payment, and why each is proposed: the unlinked transfers of its
// rail, ranked by the reasons of domain/matching. A reason proposes; a person decides. Immutable
// values; the functions run on the thread of the Database.
#pragma once

#include "model/domain/ids.h"
#include "model/store/unlinked.h"

#include <QStringList>

namespace tieout {

struct LinkCandidate
{
    UnlinkedTransfer money;
    QString rail;
    QString account; // the destination as the rail writes it
    QString sender;
    QStringList reasons; // amount-remaining, amount-due, reference-similar, in-time, same-token
    int score = 0;
    std::optional<Error> why; // set: it can't be linked (transfer_linked, transfer_without_value)
};

inline constexpr int kMostCandidates = 200;

// The best first; those without any reason last. NotFound (payment_unknown).
Result<std::vector<LinkCandidate>> linkCandidates(Database& db, const PaymentId& payment);
// Of the chain transaction that a person names, with "0x" or without. Reasons: tx_malformed,
// transfer_unknown.
Result<std::vector<LinkCandidate>>
linkCandidatesOf(Database& db, const PaymentId& payment, const QString& tx);

} // namespace tieout
