// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/confirmation.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr Word<FinalityFamily> kFinalityFamilyWords[] = {
    {FinalityFamily::Depth, "depth", QT_TRANSLATE_NOOP("words", "Depth")},
    {FinalityFamily::Tag, "tag", QT_TRANSLATE_NOOP("words", "Tag")},
    {FinalityFamily::Solidified, "solidified", QT_TRANSLATE_NOOP("words", "Solidified")},
    {FinalityFamily::Commitment, "commitment", QT_TRANSLATE_NOOP("words", "Commitment")},
    {FinalityFamily::LedgerClosed, "ledger-closed", QT_TRANSLATE_NOOP("words", "Ledger closed")},
};

constexpr Word<FinalityMark> kFinalityMarkWords[] = {
    {FinalityMark::None, "none", QT_TRANSLATE_NOOP("words", "None")},
    {FinalityMark::Safe, "safe", QT_TRANSLATE_NOOP("words", "Safe")},
    {FinalityMark::Finalized, "finalized", QT_TRANSLATE_NOOP("words", "Finalized")},
    {FinalityMark::Solidified, "solidified", QT_TRANSLATE_NOOP("words", "Solidified")},
    {FinalityMark::Commitment, "commitment", QT_TRANSLATE_NOOP("words", "Finalized commitment")},
    {FinalityMark::Closed, "closed", QT_TRANSLATE_NOOP("words", "Closed")},
};

constexpr int kMaxDepth = 1'000'000;
constexpr QStringView kQuorumText = u" quorum ";

FinalityMark topMark(FinalityFamily family)
{
    switch (family) {
    case FinalityFamily::Depth:
        return FinalityMark::None;
    case FinalityFamily::Tag:
        return FinalityMark::Finalized;
    case FinalityFamily::Solidified:
        return FinalityMark::Solidified;
    case FinalityFamily::Commitment:
        return FinalityMark::Commitment;
    case FinalityFamily::LedgerClosed:
        return FinalityMark::Closed;
    }
    return FinalityMark::None;
}

// From 1 to `most`, in plain digits.
std::optional<int> countFromText(QStringView text, int most)
{
    bool ok = false;
    const int count = text.toInt(&ok);
    const bool plain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!ok || !plain || text.startsWith(u'0') || count > most)
        return std::nullopt;
    return count;
}

} // namespace

std::span<const Word<FinalityFamily>> wordsOf(FinalityFamily)
{
    return kFinalityFamilyWords;
}

std::span<const Word<FinalityMark>> wordsOf(FinalityMark)
{
    return kFinalityMarkWords;
}

QString ConfirmationRule::toText() const
{
    QString text = QStringLiteral("depth:%1").arg(depth);
    if (mark != FinalityMark::None) {
        text = tieout::toText(mark);
        if (depth > 0)
            text += QStringLiteral("+%1").arg(depth);
    }
    if (quorum > 1)
        text += kQuorumText.toString() + QString::number(quorum);
    return text;
}

Result<ConfirmationRule> ConfirmationRule::fromText(QStringView text)
{
    const Failure malformed = fail(ErrorCode::Invalid, u"rule_malformed", text.left(40).toString());
    ConfirmationRule rule;
    if (const qsizetype at = text.indexOf(kQuorumText); at >= 0) {
        const auto quorum = countFromText(text.mid(at + kQuorumText.size()), kMaxQuorum);
        if (!quorum || *quorum < 2)
            return malformed;
        rule.quorum = *quorum;
        text = text.left(at);
    }
    if (text.startsWith(u"depth:")) {
        const auto depth = countFromText(text.mid(6), kMaxDepth);
        if (!depth)
            return malformed;
        rule.depth = *depth;
        return rule;
    }
    const qsizetype plus = text.indexOf(u'+');
    const auto mark = tieout::fromText<FinalityMark>(plus < 0 ? text : text.left(plus));
    const auto depth =
        plus < 0 ? std::optional<int>(0) : countFromText(text.mid(plus + 1), kMaxDepth);
    if (!mark || *mark == FinalityMark::None || !depth)
        return malformed;
    rule.depth = *depth;
    rule.mark = *mark;
    return rule;
}

bool familyAllows(FinalityFamily family, FinalityMark mark)
{
    // Every family also counts blocks; only tags have a weaker mark beside the strongest.
    return mark == FinalityMark::None || mark == topMark(family) ||
           (family == FinalityFamily::Tag && mark == FinalityMark::Safe);
}

ConfirmationRule strongestRule(FinalityFamily family, const std::vector<ValueBand>& bands)
{
    ConfirmationRule strongest{0, topMark(family)};
    for (const ValueBand& band : bands) {
        if (band.rule.mark == strongest.mark)
            strongest.depth = std::max(strongest.depth, band.rule.depth);
    }
    if (strongest.mark == FinalityMark::None)
        strongest.depth = std::max(strongest.depth, 1);
    return strongest;
}

ConfirmationRule requiredRule(const std::vector<ValueBand>& bands, Amount due, Amount amount)
{
    const Amount value = std::max(due, amount);
    for (const ValueBand& band : bands) {
        if (!band.upTo || value <= *band.upTo)
            return band.rule;
    }
    qFatal("value bands without an open end");
}

std::optional<qint64>
ruleHeight(const ConfirmationRule& rule, qint64 head, const FinalityMarks& marks)
{
    qint64 height = rule.depth > 1 ? head - rule.depth + 1 : head;
    if (rule.mark != FinalityMark::None) {
        const auto& mark = rule.mark == FinalityMark::Safe ? marks.safe : marks.finalized;
        if (!mark)
            return std::nullopt;
        height = std::min(height, *mark);
    }
    return height < 0 ? std::nullopt : std::optional(height);
}

std::optional<qint64> promotedMark(const ConfirmationRule& rule, const PromotionInput& input)
{
    if (!input.healthy || !input.gapless || input.agreeing < rule.quorum)
        return input.previous;
    const auto height = ruleHeight(rule, input.head, input.marks);
    if (!height)
        return input.previous;
    return input.previous ? std::max(*input.previous, *height) : *height;
}

std::optional<qint64> rewoundMark(std::optional<qint64> mark, qint64 ancestor)
{
    if (!mark || ancestor < 0)
        return std::nullopt;
    return std::min(*mark, ancestor);
}

TransferState transferState(std::optional<qint64> height,
                            bool withdrawn,
                            std::optional<qint64> requiredMark,
                            std::optional<qint64> strongestMark)
{
    if (withdrawn)
        return TransferState::Withdrawn;
    if (!height)
        return TransferState::Mempool;
    if (!requiredMark || *height > *requiredMark)
        return TransferState::Mined;
    return strongestMark && *height <= *strongestMark ? TransferState::Final
                                                      : TransferState::Confirmed;
}

Confirmations confirmations(const ConfirmationRule& rule, qint64 height, qint64 head)
{
    return {std::max<qint64>(0, head - height + 1), rule.depth};
}

} // namespace tieout
