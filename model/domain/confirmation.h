// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation rules: which rule a transfer needs, how far a rail has promoted
// each rule, and the state of a transfer that follows. Heights are block numbers. Pure; any thread.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/blocks.h"
#include "model/domain/words.h"

#include <vector>

namespace tieout {

enum class FinalityFamily { Depth, Tag, Solidified, Commitment, LedgerClosed };
// A mark of the chain itself. Solidified, Commitment and Closed travel in FinalityMarks::finalized.
enum class FinalityMark { None, Safe, Finalized, Solidified, Commitment, Closed };

std::span<const Word<FinalityFamily>> wordsOf(FinalityFamily);
std::span<const Word<FinalityMark>> wordsOf(FinalityMark);

inline constexpr int kMaxQuorum = 9;

// All are demanded: at least `depth` confirmations (the block itself is the first; 0 asks for
// none), the chain's mark, and `quorum` distinct operators that name the same block. Text, also the
// key of the rule's promotion mark: "depth:12", "finalized+128", "finalized quorum 2".
struct ConfirmationRule
{
    int depth = 0;
    FinalityMark mark = FinalityMark::None;
    int quorum = 1; // 1 … kMaxQuorum; 1 asks nobody else

    QString toText() const;
    // Reason: rule_malformed. A rule without depth and mark is refused.
    static Result<ConfirmationRule> fromText(QStringView text);
    bool operator==(const ConfirmationRule&) const = default;
};

// The last band has no upper end.
struct ValueBand
{
    std::optional<Amount> upTo; // inclusive
    ConfirmationRule rule;
    bool operator==(const ValueBand&) const = default;
};

bool familyAllows(FinalityFamily family, FinalityMark mark);
// What makes a transfer Final: the family's strongest mark with the greatest depth that any band
// demands beside it; without marks, the deepest band.
ConfirmationRule strongestRule(FinalityFamily family, const std::vector<ValueBand>& bands);
// By the band of max(due, amount): a large payment in small pieces waits like a large one.
// `bands` as CorridorVersion demands them (a broken program otherwise).
ConfirmationRule requiredRule(const std::vector<ValueBand>& bands, Amount due, Amount amount);

struct PromotionInput
{
    qint64 head = 0; // our tip: the last block that we hold
    FinalityMarks marks;
    std::optional<qint64> previous;
    bool healthy = false; // the head is fresh
    bool gapless = false; // every block up to head is covered
    int agreeing = 0;     // distinct operators that name our tip; 0: nothing may be promoted
};

// The height that satisfies the rule now, before health is asked; nothing when no block does.
std::optional<qint64>
ruleHeight(const ConfirmationRule& rule, qint64 head, const FinalityMarks& marks);
// The new promotion mark: advances only while healthy, gapless and agreed by as many operators as
// the rule asks for; never falls here.
std::optional<qint64> promotedMark(const ConfirmationRule& rule, const PromotionInput& input);
// The only way down: everything above `ancestor` was withdrawn.
std::optional<qint64> rewoundMark(std::optional<qint64> mark, qint64 ancestor);

// Confirmed and Final follow from the height and the marks of the required and the strongest rule;
// Final demands both. Without a height the transfer is in the mempool.
TransferState transferState(std::optional<qint64> height,
                            bool withdrawn,
                            std::optional<qint64> requiredMark,
                            std::optional<qint64> strongestMark);

// "7 of 12"; `need` 0 where the rule asks for a mark only.
struct Confirmations
{
    qint64 have = 0;
    int need = 0;
};

Confirmations confirmations(const ConfirmationRule& rule, qint64 height, qint64 head);

} // namespace tieout
