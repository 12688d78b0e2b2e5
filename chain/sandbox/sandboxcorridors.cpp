// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxcorridors.h"

#include "chain/sandbox/sandboxtokens.h"

#include <QJsonArray>

namespace tieout {

namespace {

QJsonObject sandboxBand(const char* rule, const char* upTo = nullptr)
{
    QJsonObject band{{QStringLiteral("rule"), QString::fromLatin1(rule)}};
    if (upTo)
        band[QStringLiteral("upTo")] = QString::fromLatin1(upTo);
    return band;
}

QJsonObject sandboxTolerance()
{
    return {{QStringLiteral("absolute"), QStringLiteral("0.10")},
            {QStringLiteral("basisPoints"), 10}};
}

QJsonObject sandboxBinding(bool shared)
{
    if (shared)
        return {{QStringLiteral("scheme"), QStringLiteral("reference")},
                {QStringLiteral("address"), sandboxAddressText(sandboxSharedAddress())}};
    return {{QStringLiteral("scheme"), QStringLiteral("xpub")},
            {QStringLiteral("xpub"), sandboxXpubName()}};
}

QJsonObject
sandboxCorridor(const QString& name, QStringView tokenName, const char* status, bool shared)
{
    const SandboxToken& token = sandboxToken(tokenName);
    return {
        {QStringLiteral("name"), name},
        {QStringLiteral("version"), 1},
        {QStringLiteral("asset"), sandboxAsset(SandboxNetwork::Main, token)},
        {QStringLiteral("rail"), toText(SandboxNetwork::Main)},
        {QStringLiteral("decimals"), token.decimals},
        {QStringLiteral("symbol"), token.symbol},
        {QStringLiteral("issuer"), QStringLiteral("sandbox")},
        {QStringLiteral("status"), QString::fromLatin1(status)},
        {QStringLiteral("finality"), QStringLiteral("tag")},
        {QStringLiteral("bands"),
         QJsonArray{sandboxBand("depth:3", "100"),
                    sandboxBand("depth:12", "10000"),
                    sandboxBand("finalized")}},
        {QStringLiteral("underGrace"), sandboxTolerance()},
        {QStringLiteral("overTolerance"), sandboxTolerance()},
        {QStringLiteral("timingSkew"), QStringLiteral("5m")},
        {QStringLiteral("topUpWindow"), QStringLiteral("2m")},
        {QStringLiteral("expiry"), QStringLiteral("20m")},
        {QStringLiteral("minimum"), QStringLiteral("1")},
        {QStringLiteral("dustFloor"), QStringLiteral("0.01")},
        {QStringLiteral("screening"),
         QJsonObject{{QStringLiteral("when"), QStringLiteral("none")}}},
        {QStringLiteral("binding"), sandboxBinding(shared)},
        {QStringLiteral("runbook"), QStringLiteral("handbook:sandbox")},
    };
}

} // namespace

QString sandboxUsdtCorridor()
{
    return QStringLiteral("usdt-sandbox");
}

QString sandboxUsdcCorridor()
{
    return QStringLiteral("usdc-sandbox-memo");
}

QString sandboxSuspendedCorridor()
{
    return QStringLiteral("dai-sandbox");
}

std::vector<QJsonObject> sandboxCorridors()
{
    return {sandboxCorridor(sandboxUsdtCorridor(), u"usdt", "sandbox", false),
            sandboxCorridor(sandboxUsdcCorridor(), u"usdc", "sandbox", true),
            sandboxCorridor(sandboxSuspendedCorridor(), u"dai", "suspended", false)};
}

} // namespace tieout
