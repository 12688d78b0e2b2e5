// SPDX-License-Identifier: GPL-3.0-or-later
// SecondLook: reads every range once more when it has become final, from another source if there is
// one, and compares all that a transfer says: what was left out the first time is added, and any
// difference opens NODE-DISAGREE and is counted in the coverage ledger. The one thing that finds an
// omission or a wrong amount which no answer shows by itself. Also the gaps of
// the coverage ledger and the readings that a person asked for, in slices, and the housekeeping of
// what has been read twice. Watch thread.
#pragma once

#include "chain/engine/raildesk.h"
#include "model/store/backfills.h"
#include "model/store/secondreading.h"

namespace tieout {

class SecondLook
{
public:
    explicit SecondLook(const RailDesk& desk)
        : m_desk(desk)
    {}

    // One slice at or below `finalized`; false when nothing is left.
    Result<bool> again(qint64 finalized, UtcTime now);
    // One slice of what the ledger doesn't cover at or below `tip`; false when it is whole.
    Result<bool> fillGap(qint64 tip, UtcTime now);
    // One slice of a person's backfill; false when none waits.
    Result<bool> backfill(qint64 tip, UtcTime now);
    // One slice of the block rows that finality and the second reading have left behind.
    Outcome thin();

private:
    Result<BlockBatch> read(qint64 from, qint64 to, bool second, UtcTime now);
    struct Comparison
    {
        // Transfers that stand in one reading only, or say another token, sender, receiver, amount
        // or memo in the other.
        int differences = 0;
        // Transfers of a second reading that the first one, with an older filter, didn't look for.
        int added = 0;
    };
    Result<Comparison> compare(const BlockBatch& batch);
    Outcome tell(const BlockBatch& batch, int differences, UtcTime now);
    Outcome store(const BlockBatch& batch, UtcTime now);
    Outcome answer(const BackfillRow& work, qint64 last, const std::optional<Error>& problem);

    const RailDesk& m_desk;
    qint64 m_thinned = -1; // rows up to here have been looked at since the start
};

} // namespace tieout
