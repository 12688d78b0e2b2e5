// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/corridor.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr Word<ScreeningWhen> kScreeningWhenWords[] = {
    {ScreeningWhen::None, "none", QT_TRANSLATE_NOOP("words", "None")},
    {ScreeningWhen::Above, "above", QT_TRANSLATE_NOOP("words", "Above an amount")},
    {ScreeningWhen::Always, "always", QT_TRANSLATE_NOOP("words", "Always")},
};

constexpr Word<BindingScheme> kBindingSchemeWords[] = {
    {BindingScheme::Xpub, "xpub", QT_TRANSLATE_NOOP("words", "Own address")},
    {BindingScheme::Reference, "reference", QT_TRANSLATE_NOOP("words", "Address and reference")},
};

Outcome mayCreateNow(CorridorStatus status, bool sandbox)
{
    switch (status) {
    case CorridorStatus::Enabled:
        return Done;
    case CorridorStatus::Draft:
        return fail(ErrorCode::Conflict, u"corridor_draft");
    case CorridorStatus::Sandbox:
        if (sandbox)
            return Done;
        return fail(ErrorCode::Conflict, u"corridor_sandbox_only");
    case CorridorStatus::Suspended:
        return fail(ErrorCode::Conflict, u"corridor_suspended");
    case CorridorStatus::Stopped:
        return fail(ErrorCode::Conflict, u"corridor_stopped");
    case CorridorStatus::Retired:
        return fail(ErrorCode::Conflict, u"corridor_retired");
    }
    return fail(ErrorCode::Internal, u"corridor_status");
}

Outcome checkDue(const CorridorVersion& corridor, Amount due)
{
    if (due.decimals() != corridor.decimals)
        return fail(ErrorCode::Invalid, u"amount_decimals", corridor.name);
    if (due.isZero() || due.isNegative())
        return fail(ErrorCode::Invalid, u"amount_not_positive", due.toText());
    return Done;
}

} // namespace

std::span<const Word<ScreeningWhen>> wordsOf(ScreeningWhen)
{
    return kScreeningWhenWords;
}

std::span<const Word<BindingScheme>> wordsOf(BindingScheme)
{
    return kBindingSchemeWords;
}

Result<Amount> Tolerance::of(Amount due) const
{
    const auto relative = due.basisPoints(basisPoints);
    if (!relative)
        return relative;
    if (relative->decimals() != absolute.decimals())
        return fail(ErrorCode::Invalid, u"amount_decimals");
    return std::max(*relative, absolute);
}

std::vector<ConfirmationRule> CorridorVersion::rules() const
{
    std::vector<ConfirmationRule> rules;
    const auto add = [&rules](ConfirmationRule rule, int count) {
        rule.quorum = count;
        if (std::find(rules.begin(), rules.end(), rule) == rules.end())
            rules.push_back(rule);
    };
    Amount lowest(1, decimals);
    for (const ValueBand& band : bands) {
        if (!quorum.isAsked(lowest))
            add(band.rule, 1);
        if (quorum.count > 1 && (!band.upTo || quorum.isAsked(*band.upTo)))
            add(band.rule, quorum.count);
        if (band.upTo)
            lowest = Amount(band.upTo->units() + 1, decimals);
    }
    add(strongest(), 1);
    return rules;
}

ConfirmationRule PolicySnapshot::ruleFor(Amount amount) const
{
    ConfirmationRule rule = requiredRule(bands, due, amount);
    if (quorum.isAsked(std::max(due, amount)))
        rule.quorum = quorum.count;
    return rule;
}

Outcome mayCreatePayment(const CorridorVersion& corridor, Amount due, bool sandbox)
{
    if (auto open = mayCreateNow(corridor.status, sandbox); !open)
        return open;
    if (auto sound = checkDue(corridor, due); !sound)
        return sound;
    if (due < corridor.minimum)
        return fail(ErrorCode::Invalid, u"amount_below_minimum", corridor.minimum.toText());
    return Done;
}

Result<PolicySnapshot> pinPolicy(const CorridorVersion& corridor, Amount due)
{
    if (const auto sound = checkDue(corridor, due); !sound)
        return fail(sound.error());
    const auto under = corridor.underGrace.of(due);
    const auto over = corridor.overTolerance.of(due);
    if (!under || !over)
        return fail(under ? over.error() : under.error());
    if (const auto high = due.plus(*over); !high)
        return fail(high.error());
    PolicySnapshot policy;
    policy.corridor = corridor.name;
    policy.version = corridor.version;
    policy.due = due;
    policy.underGrace = *under;
    policy.overTolerance = *over;
    policy.dustFloor = corridor.dustFloor;
    policy.bands = corridor.bands;
    policy.strongest = corridor.strongest();
    if (corridor.quorum.count > 1)
        policy.quorum = corridor.quorum;
    policy.topUpWindow = corridor.topUpWindow;
    return policy;
}

} // namespace tieout
