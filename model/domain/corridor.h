// SPDX-License-Identifier: GPL-3.0-or-later
// A corridor version: an asset on a network with its policy, immutable and the same
// in every environment. PolicySnapshot is what a payment pins of it when it is created. Pure
// values.
#pragma once

#include "model/domain/caip.h"
#include "model/domain/confirmation.h"

#include <QJsonObject>

namespace tieout {

enum class ScreeningWhen { None, Above, Always };
enum class BindingScheme { Xpub, Reference };

std::span<const Word<ScreeningWhen>> wordsOf(ScreeningWhen);
std::span<const Word<BindingScheme>> wordsOf(BindingScheme);

// The larger of the two applies.
struct Tolerance
{
    Amount absolute;
    int basisPoints = 10;

    Result<Amount> of(Amount due) const;
    bool operator==(const Tolerance&) const = default;
};

struct ScreeningNeed
{
    ScreeningWhen when = ScreeningWhen::None;
    std::optional<Amount> above; // with Above only
    bool operator==(const ScreeningNeed&) const = default;
};

// Xpub: a fresh address per payment from the account key of that name in the configuration.
// Reference: one shared address, and a memo or reference tells the payments apart.
struct BindingPlan
{
    BindingScheme scheme = BindingScheme::Xpub;
    QString xpub;
    QString address;
    bool operator==(const BindingPlan&) const = default;
};

// How many distinct operators must agree on a transfer whose value is above the amount. The value
// is the one that chooses the band: max(due, amount).
struct Quorum
{
    std::optional<Amount> above; // nothing: for every value
    int count = 1;               // 1 … kMaxQuorum; 1 asks nobody else

    bool isAsked(Amount value) const { return count > 1 && (!above || value > *above); }
    bool operator==(const Quorum&) const = default;
};

struct CorridorVersion
{
    QString name; // "usdt-ethereum"
    int version = 1;
    AssetId asset;
    QString rail;
    int decimals = 0;
    QString symbol; // shown, never an identity
    QString issuer;
    CorridorStatus status = CorridorStatus::Draft;
    FinalityFamily finality = FinalityFamily::Depth;
    std::vector<ValueBand> bands; // ascending, the last one open
    Tolerance underGrace;         // default 0.10 and 10 basis points
    Tolerance overTolerance;      // the same
    Tolerance feeTolerance;       // reconciliation; default 0
    Duration timingSkew{};        // reconciliation
    Duration topUpWindow{};
    Duration expiry{};
    Amount minimum;
    Amount dustFloor;
    ScreeningNeed screening;
    BindingPlan binding;
    Quorum quorum;
    QString runbook;

    ConfirmationRule strongest() const { return strongestRule(finality, bands); }
    // Every rule that money may need, the strongest one included; none twice.
    std::vector<ConfirmationRule> rules() const;
    bool operator==(const CorridorVersion&) const = default;
};

// Keys as the fields above; amounts are decimal text in the token's units ("0.10"), rules and
// durations text ("finalized+128", "24h"). Reasons: corridor_key_unknown, corridor_key_missing,
// corridor_value_invalid; the detail begins with the key's path ("bands[1].rule: …").
QJsonObject toJson(const CorridorVersion& corridor);
Result<CorridorVersion> corridorFromJson(const QJsonObject& json);

// Whether a payment may be created on it now. A corridor in sandbox status serves only the sandbox
// environment. Reasons: corridor_draft, corridor_sandbox_only, corridor_suspended,
// corridor_stopped, corridor_retired, amount_decimals, amount_not_positive, amount_below_minimum.
Outcome mayCreatePayment(const CorridorVersion& corridor, Amount due, bool sandbox);

// Only the corridor's status is ever read anew; all of this stays as it was.
struct PolicySnapshot
{
    QString corridor;
    int version = 0;
    Amount due;
    Amount underGrace;
    Amount overTolerance;
    Amount dustFloor;
    std::vector<ValueBand> bands;
    ConfirmationRule strongest;
    Quorum quorum;
    Duration topUpWindow{};

    // The rule of the band, with the quorum where the value is above its amount.
    ConfirmationRule ruleFor(Amount amount) const;
    bool operator==(const PolicySnapshot&) const = default;
};

// Reasons: amount_decimals, amount_not_positive, amount_range.
Result<PolicySnapshot> pinPolicy(const CorridorVersion& corridor, Amount due);
// Minor units as text; without the key "quorum" nobody else is asked. Reasons: policy_key_unknown,
// policy_key_missing, policy_value_invalid.
QJsonObject toJson(const PolicySnapshot& policy);
Result<PolicySnapshot> policyFromJson(const QJsonObject& json);

} // namespace tieout
