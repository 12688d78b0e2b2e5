// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/commands/deskpayloads.h"

#include "model/commands/payloadreader.h"

#include <QUrl>

namespace tieout {

namespace {

constexpr qint64 kMaxBlock = 1LL << 50;
constexpr qint64 kMaxDeskVersion = 1LL << 50;
constexpr qint64 kMaxSpeed = 100'000;

bool isPlainAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == u"http" || url.scheme() == u"https";
    return url.isValid() && isHttp && !url.host().isEmpty() && !text.contains(u'@') &&
           (url.path().isEmpty() || url.path() == u"/") && !url.hasQuery() && !url.hasFragment();
}

} // namespace

QJsonObject BackfillPayload::toJson() const
{
    return {{QStringLiteral("rail"), rail},
            {QStringLiteral("from"), from},
            {QStringLiteral("to"), to},
            {QStringLiteral("reason"), reason}};
}

Result<BackfillPayload> BackfillPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    BackfillPayload value;
    value.rail = reader.text("rail");
    value.from = reader.integer("from", 0, kMaxBlock);
    // Never below `from`, so an inverted range is out of range.
    value.to = reader.integer("to", value.from, kMaxBlock);
    value.reason = reader.optionalText("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject SourceTestPayload::toJson() const
{
    return {{QStringLiteral("rail"), rail},
            {QStringLiteral("source"), source},
            {QStringLiteral("url"), url}};
}

Result<SourceTestPayload> SourceTestPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    SourceTestPayload value;
    value.rail = reader.text("rail");
    value.source = reader.optionalText("source");
    value.url = reader.optionalText("url", 2000);
    if (auto done = reader.finish(); !done)
        return fail(done.error());
    if (value.source.isEmpty() == value.url.isEmpty())
        return fail(
            ErrorCode::Invalid, u"payload_invalid", QStringLiteral("source or url, not both"));
    if (!value.url.isEmpty() && !isPlainAddress(value.url))
        return fail(ErrorCode::Invalid, u"source_url_not_plain");
    return value;
}

QJsonObject AcknowledgeRailPayload::toJson() const
{
    return {{QStringLiteral("rail"), rail},
            {QStringLiteral("expected_version"), expectedVersion},
            {QStringLiteral("reason"), reason}};
}

Result<AcknowledgeRailPayload> AcknowledgeRailPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    AcknowledgeRailPayload value;
    value.rail = reader.text("rail");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxDeskVersion);
    value.reason = reader.text("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject SandboxSpeedPayload::toJson() const
{
    return {{QStringLiteral("rail"), rail}, {QStringLiteral("factor"), factor}};
}

Result<SandboxSpeedPayload> SandboxSpeedPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    SandboxSpeedPayload value;
    value.rail = reader.text("rail");
    value.factor = reader.integer("factor", 0, kMaxSpeed);
    return reader.finishWith(value);
}

QJsonObject SandboxScenarioPayload::toJson() const
{
    return {{QStringLiteral("rail"), rail},
            {QStringLiteral("scenario"), scenario},
            {QStringLiteral("corridor"), corridor},
            {QStringLiteral("payment"), payment},
            {QStringLiteral("parameters"), parameters}};
}

Result<SandboxScenarioPayload> SandboxScenarioPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    SandboxScenarioPayload value;
    value.rail = reader.text("rail");
    value.scenario = reader.text("scenario");
    value.corridor = reader.optionalText("corridor");
    value.payment = reader.optionalText("payment");
    value.parameters = reader.object("parameters");
    return reader.finishWith(value);
}

QJsonObject CorridorPayload::toJson() const
{
    QJsonObject json = document;
    json.insert(u"corridor", corridor);
    json.insert(u"version", version);
    json.insert(u"status", status);
    json.insert(u"asset", asset);
    json.insert(u"rail", rail);
    return json;
}

Result<CorridorPayload> CorridorPayload::fromJson(const QJsonObject& json)
{
    // The other keys are the corridor's own and judged by whoever parses the whole document.
    QJsonObject keys;
    for (const QString& key : {QStringLiteral("corridor"),
                               QStringLiteral("version"),
                               QStringLiteral("status"),
                               QStringLiteral("asset"),
                               QStringLiteral("rail")})
        keys.insert(key, json.value(key));
    PayloadReader reader(keys);
    CorridorPayload value;
    value.corridor = reader.text("corridor", 100);
    value.version = reader.integer("version", 1, 1'000'000);
    value.status = reader.word(
        "status", {u"draft", u"sandbox", u"enabled", u"suspended", u"stopped", u"retired"});
    value.asset = reader.text("asset");
    value.rail = reader.text("rail");
    value.document = json;
    return reader.finishWith(value);
}

QJsonObject ProposalDecisionPayload::toJson() const
{
    return {{QStringLiteral("reason"), reason}};
}

Result<ProposalDecisionPayload> ProposalDecisionPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    ProposalDecisionPayload value;
    value.reason = reader.optionalText("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject SaveViewPayload::toJson() const
{
    return {{QStringLiteral("view"), view},
            {QStringLiteral("page"), page},
            {QStringLiteral("name"), name},
            {QStringLiteral("shared_with"), sharedWith},
            {QStringLiteral("body"), body},
            {QStringLiteral("expected_version"), expectedVersion}};
}

Result<SaveViewPayload> SaveViewPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    SaveViewPayload value;
    value.view = reader.text("view", 60);
    value.page = reader.text("page", 60);
    value.name = reader.text("name", 100);
    value.sharedWith = reader.optionalText("shared_with", 60);
    value.body = reader.object("body");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxDeskVersion);
    return reader.finishWith(value);
}

QJsonObject DeleteViewPayload::toJson() const
{
    return {{QStringLiteral("view"), view}, {QStringLiteral("expected_version"), expectedVersion}};
}

Result<DeleteViewPayload> DeleteViewPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    DeleteViewPayload value;
    value.view = reader.text("view", 60);
    value.expectedVersion = reader.integer("expected_version", 0, kMaxDeskVersion);
    return reader.finishWith(value);
}

} // namespace tieout
