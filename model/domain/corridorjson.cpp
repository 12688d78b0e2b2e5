// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/corridor.h"
#include "model/domain/durationtext.h"
#include "model/domain/keyreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace tieout {

namespace {

constexpr int kMaxBands = 20;
constexpr int kDefaultBasisPoints = 10;

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

bool isName(const QString& text)
{
    static const QRegularExpression kName(QStringLiteral("^[a-z0-9][a-z0-9-]{0,63}\\z"));
    return kName.match(text).hasMatch();
}

// Both readers speak of bands in their own words for an amount: decimal text or minor units.
QJsonArray bandsToJson(const std::vector<ValueBand>& bands, QString (Amount::*text)() const)
{
    QJsonArray array;
    for (const ValueBand& band : bands) {
        QJsonObject object;
        if (band.upTo)
            object.insert(key("upTo"), ((*band.upTo).*text)());
        object.insert(key("rule"), band.rule.toText());
        array.append(object);
    }
    return array;
}

QJsonObject quorumToJson(const Quorum& quorum, QString (Amount::*text)() const)
{
    QJsonObject object{{key("count"), quorum.count}};
    if (quorum.above)
        object.insert(key("above"), ((*quorum.above).*text)());
    return object;
}

ValueBand readBand(KeyReader& reader, int decimals, bool last, bool inUnits)
{
    ValueBand band;
    const QString upTo = key("upTo");
    if (reader.has(upTo)) {
        band.upTo = reader.amount(upTo, inUnits ? 0 : decimals);
        if (inUnits)
            band.upTo = Amount(band.upTo->units(), decimals);
    }
    if (reader.has(upTo) == last)
        reader.invalid(upTo, QStringLiteral("the last band alone has no upper end"));
    const auto rule = ConfirmationRule::fromText(reader.text(key("rule")));
    if (!rule)
        reader.invalid(key("rule"), rule.error().reason);
    else if (rule->quorum > 1)
        reader.invalid(key("rule"), QStringLiteral("the quorum is a key of its own"));
    else
        band.rule = *rule;
    return band;
}

std::vector<ValueBand>
readBands(KeyReader& parent, int decimals, bool inUnits, const QString& prefix)
{
    std::vector<ValueBand> bands;
    const QJsonArray array = parent.array(key("bands"));
    if (array.isEmpty() || array.size() > kMaxBands)
        parent.invalid(key("bands"), QStringLiteral("1 to %1 bands").arg(kMaxBands));
    for (qsizetype i = 0; i < array.size() && i < kMaxBands; ++i) {
        KeyReader reader(
            array[i].toObject(), prefix, parent.pathOf(QStringLiteral("bands[%1].").arg(i)));
        const ValueBand band = readBand(reader, decimals, i + 1 == array.size(), inUnits);
        if (band.upTo && !bands.empty() && bands.back().upTo && *band.upTo <= *bands.back().upTo)
            reader.invalid(key("upTo"), QStringLiteral("not above the band before"));
        if (const auto done = reader.finish(); !done)
            parent.adopt(done.error());
        bands.push_back(band);
    }
    return bands;
}

Tolerance readTolerance(KeyReader& parent, const char* name, int decimals, Tolerance fallback)
{
    if (!parent.has(key(name)))
        return fallback;
    KeyReader reader(
        parent.object(key(name)), QStringLiteral("corridor"), parent.pathOf(key(name)) + u'.');
    Tolerance tolerance;
    tolerance.absolute = reader.amount(key("absolute"), decimals);
    tolerance.basisPoints = reader.number(key("basisPoints"), 0, 10'000);
    if (const auto done = reader.finish(); !done)
        parent.adopt(done.error());
    return tolerance;
}

QJsonObject toleranceToJson(const Tolerance& tolerance)
{
    return {{key("absolute"), tolerance.absolute.toText()},
            {key("basisPoints"), tolerance.basisPoints}};
}

ScreeningNeed readScreening(KeyReader& parent, int decimals)
{
    ScreeningNeed need;
    if (!parent.has(key("screening")))
        return need;
    KeyReader reader(
        parent.object(key("screening")), QStringLiteral("corridor"), QStringLiteral("screening."));
    need.when = reader.word<ScreeningWhen>(key("when"));
    if (need.when == ScreeningWhen::Above)
        need.above = reader.amount(key("above"), decimals);
    if (const auto done = reader.finish(); !done)
        parent.adopt(done.error());
    return need;
}

BindingPlan readBinding(KeyReader& parent, const AssetId& asset)
{
    BindingPlan plan;
    if (!parent.has(key("binding"))) {
        (void)parent.text(key("binding")); // says that it is missing
        return plan;
    }
    KeyReader reader(
        parent.object(key("binding")), QStringLiteral("corridor"), QStringLiteral("binding."));
    plan.scheme = reader.word<BindingScheme>(key("scheme"));
    if (plan.scheme == BindingScheme::Xpub) {
        plan.xpub = reader.text(key("xpub"));
        if (!isName(plan.xpub))
            reader.invalid(key("xpub"), QStringLiteral("not a name of an account key"));
    } else {
        plan.address = reader.text(key("address"));
        const auto contract = asset.contract();
        const auto address = contract ? Address::parse(plan.address, contract->family())
                                      : Result<Address>(Address());
        if (plan.address.isEmpty() || plan.address.size() > 128 || !address)
            reader.invalid(key("address"),
                           address ? QStringLiteral("1 to 128 characters")
                                   : address.error().reason);
        else if (contract)
            plan.address = address->toText();
    }
    if (const auto done = reader.finish(); !done)
        parent.adopt(done.error());
    return plan;
}

Quorum readQuorum(KeyReader& parent, int decimals, bool inUnits, const QString& prefix)
{
    Quorum quorum;
    if (!parent.has(key("quorum")))
        return quorum;
    KeyReader reader(parent.object(key("quorum")), prefix, QStringLiteral("quorum."));
    if (reader.has(key("above"))) {
        quorum.above = reader.amount(key("above"), inUnits ? 0 : decimals);
        if (inUnits)
            quorum.above = Amount(quorum.above->units(), decimals);
    }
    quorum.count = reader.number(key("count"), 1, kMaxQuorum);
    if (const auto done = reader.finish(); !done)
        parent.adopt(done.error());
    return quorum;
}

// A default of 0.10 where the token can say it, else nothing absolute.
Amount defaultTolerance(int decimals)
{
    return Amount::parse(u"0.10", decimals).value_or(Amount(0, decimals));
}

void readIdentity(KeyReader& reader, CorridorVersion& corridor)
{
    corridor.name = reader.text(key("name"));
    if (!isName(corridor.name))
        reader.invalid(key("name"), QStringLiteral("lower case letters, digits and hyphens"));
    corridor.version = reader.number(key("version"), 1, 1'000'000, 1);
    const auto asset = AssetId::parse(reader.text(key("asset")));
    if (asset)
        corridor.asset = *asset;
    else
        reader.invalid(key("asset"), asset.error().reason);
    corridor.rail = reader.text(key("rail"));
    if (!isName(corridor.rail))
        reader.invalid(key("rail"), QStringLiteral("lower case letters, digits and hyphens"));
    corridor.decimals = reader.number(key("decimals"), 0, Amount::kMaxDecimals);
    corridor.symbol = reader.text(key("symbol"));
    if (corridor.symbol.isEmpty() || corridor.symbol.size() > 32)
        reader.invalid(key("symbol"), QStringLiteral("1 to 32 characters"));
    corridor.issuer = reader.text(key("issuer"), QString());
    corridor.status = reader.word<CorridorStatus>(key("status"), CorridorStatus::Draft);
    corridor.runbook = reader.text(key("runbook"), QString());
}

void readPolicy(KeyReader& reader, CorridorVersion& corridor)
{
    const int decimals = corridor.decimals;
    const Amount none(0, decimals);
    const Tolerance usual{defaultTolerance(decimals), kDefaultBasisPoints};
    corridor.finality = reader.word<FinalityFamily>(key("finality"));
    corridor.bands = readBands(reader, decimals, false, QStringLiteral("corridor"));
    for (size_t i = 0; i < corridor.bands.size(); ++i) {
        if (!familyAllows(corridor.finality, corridor.bands[i].rule.mark))
            reader.invalid(QStringLiteral("bands[%1].rule").arg(i),
                           QStringLiteral("a mark that this finality model doesn't have"));
    }
    corridor.underGrace = readTolerance(reader, "underGrace", decimals, usual);
    corridor.overTolerance = readTolerance(reader, "overTolerance", decimals, usual);
    corridor.feeTolerance = readTolerance(reader, "feeTolerance", decimals, {none, 0});
    corridor.timingSkew = reader.duration(key("timingSkew"), std::chrono::minutes(15));
    corridor.topUpWindow = reader.duration(key("topUpWindow"), std::chrono::hours(24));
    corridor.expiry = reader.duration(key("expiry"), std::chrono::hours(1));
    if (corridor.expiry.count() == 0)
        reader.invalid(key("expiry"), QStringLiteral("a payment must live for some time"));
    corridor.dustFloor = reader.amount(key("dustFloor"), decimals, none);
    corridor.minimum = reader.amount(key("minimum"), decimals, corridor.dustFloor);
    if (corridor.minimum < corridor.dustFloor)
        reader.invalid(key("minimum"), QStringLiteral("below the dust floor"));
    corridor.screening = readScreening(reader, decimals);
    corridor.binding = readBinding(reader, corridor.asset);
    corridor.quorum = readQuorum(reader, decimals, false, QStringLiteral("corridor"));
}

} // namespace

QJsonObject toJson(const CorridorVersion& corridor)
{
    QJsonObject screening{{key("when"), toText(corridor.screening.when)}};
    if (corridor.screening.above)
        screening.insert(key("above"), corridor.screening.above->toText());
    QJsonObject binding{{key("scheme"), toText(corridor.binding.scheme)}};
    if (corridor.binding.scheme == BindingScheme::Xpub)
        binding.insert(key("xpub"), corridor.binding.xpub);
    else
        binding.insert(key("address"), corridor.binding.address);
    return {
        {key("name"), corridor.name},
        {key("version"), corridor.version},
        {key("asset"), corridor.asset.text()},
        {key("rail"), corridor.rail},
        {key("decimals"), corridor.decimals},
        {key("symbol"), corridor.symbol},
        {key("issuer"), corridor.issuer},
        {key("status"), toText(corridor.status)},
        {key("finality"), toText(corridor.finality)},
        {key("bands"), bandsToJson(corridor.bands, &Amount::toText)},
        {key("underGrace"), toleranceToJson(corridor.underGrace)},
        {key("overTolerance"), toleranceToJson(corridor.overTolerance)},
        {key("feeTolerance"), toleranceToJson(corridor.feeTolerance)},
        {key("timingSkew"), toText(corridor.timingSkew)},
        {key("topUpWindow"), toText(corridor.topUpWindow)},
        {key("expiry"), toText(corridor.expiry)},
        {key("minimum"), corridor.minimum.toText()},
        {key("dustFloor"), corridor.dustFloor.toText()},
        {key("screening"), screening},
        {key("binding"), binding},
        {key("quorum"), quorumToJson(corridor.quorum, &Amount::toText)},
        {key("runbook"), corridor.runbook},
    };
}

Result<CorridorVersion> corridorFromJson(const QJsonObject& json)
{
    CorridorVersion corridor;
    KeyReader reader(json, QStringLiteral("corridor"));
    readIdentity(reader, corridor);
    readPolicy(reader, corridor);
    if (const auto done = reader.finish(); !done)
        return fail(done.error());
    return corridor;
}

QJsonObject toJson(const PolicySnapshot& policy)
{
    QJsonObject json{
        {key("corridor"), policy.corridor},
        {key("version"), policy.version},
        {key("decimals"), policy.due.decimals()},
        {key("due"), policy.due.toUnitsText()},
        {key("underGrace"), policy.underGrace.toUnitsText()},
        {key("overTolerance"), policy.overTolerance.toUnitsText()},
        {key("dustFloor"), policy.dustFloor.toUnitsText()},
        {key("bands"), bandsToJson(policy.bands, &Amount::toUnitsText)},
        {key("strongest"), policy.strongest.toText()},
        {key("topUpWindow"), toText(policy.topUpWindow)},
    };
    if (policy.quorum.count > 1)
        json.insert(key("quorum"), quorumToJson(policy.quorum, &Amount::toUnitsText));
    return json;
}

Result<PolicySnapshot> policyFromJson(const QJsonObject& json)
{
    PolicySnapshot policy;
    KeyReader reader(json, QStringLiteral("policy"));
    const int decimals = reader.number(key("decimals"), 0, Amount::kMaxDecimals);
    const auto units = [&reader, decimals](const char* name) {
        return Amount(reader.amount(key(name), 0).units(), decimals);
    };
    policy.corridor = reader.text(key("corridor"));
    policy.version = reader.number(key("version"), 1, 1'000'000);
    policy.due = units("due");
    policy.underGrace = units("underGrace");
    policy.overTolerance = units("overTolerance");
    policy.dustFloor = units("dustFloor");
    policy.bands = readBands(reader, decimals, true, QStringLiteral("policy"));
    const auto strongest = ConfirmationRule::fromText(reader.text(key("strongest")));
    if (strongest)
        policy.strongest = *strongest;
    else
        reader.invalid(key("strongest"), strongest.error().reason);
    policy.quorum = readQuorum(reader, decimals, true, QStringLiteral("policy"));
    policy.topUpWindow = reader.duration(key("topUpWindow"));
    if (const auto done = reader.finish(); !done)
        return fail(done.error());
    return policy;
}

} // namespace tieout
