// SPDX-License-Identifier: GPL-3.0-or-later
// Corridor documents and pinned policies: what is read is written back as the same, and a payment
// on a corridor that was taken never meets a policy that can't be asked.
#include "model/crypto/canonicaljson.h"
#include "model/domain/corridor.h"

using namespace tieout;

namespace {

void asks(const PolicySnapshot& policy)
{
    TIEOUT_CHECK(!policy.bands.empty() && !policy.bands.back().upTo);
    for (const Int128 units : {Int128(0), Int128(1), Amount::kMaxUnits}) {
        const auto rule = policy.ruleFor(Amount(units, policy.due.decimals()));
        TIEOUT_CHECK(*ConfirmationRule::fromText(rule.toText()) == rule);
    }
    const auto again = policyFromJson(toJson(policy));
    TIEOUT_CHECK(again);
    TIEOUT_CHECK(*again == policy);
}

void pins(const CorridorVersion& corridor)
{
    const auto again = corridorFromJson(toJson(corridor));
    TIEOUT_CHECK(again);
    TIEOUT_CHECK(*again == corridor);
    TIEOUT_CHECK(toCanonicalJson(toJson(corridor)));
    for (const Int128 units : {Int128(0), Int128(1), Int128(250'000'000), Amount::kMaxUnits}) {
        const Amount due(units, corridor.decimals);
        const auto policy = pinPolicy(corridor, due);
        TIEOUT_CHECK(policy || due.isZero() || units == Amount::kMaxUnits ||
                     policy.error().reason == u"amount_range");
        if (!policy)
            continue;
        TIEOUT_CHECK(!policy->underGrace.isNegative() && !policy->overTolerance.isNegative());
        asks(*policy);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto json =
        parsePlainObject({reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)});
    if (!json)
        return 0;
    if (const auto corridor = corridorFromJson(*json))
        pins(*corridor);
    else
        TIEOUT_CHECK(corridor.error().reason.startsWith(u"corridor_"));
    if (const auto policy = policyFromJson(*json))
        asks(*policy);
    else
        TIEOUT_CHECK(policy.error().reason.startsWith(u"policy_"));
    return 0;
}
