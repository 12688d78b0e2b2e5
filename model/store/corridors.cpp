// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/corridors.h"

#include "model/store/statement.h"

#include <QJsonDocument>

namespace tieout {

namespace {

Result<CorridorVersion> corridorFromPayload(const QString& payload)
{
    // The row's own key beside the document's "name"; the database generates a column from it.
    QJsonObject document = QJsonDocument::fromJson(payload.toUtf8()).object();
    document.remove(QStringLiteral("corridor"));
    return corridorFromJson(document);
}

Result<std::vector<CorridorVersion>> readVersions(Statement& s)
{
    std::vector<QString> payloads;
    while (s.next())
        payloads.push_back(s.text(0));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    std::vector<CorridorVersion> versions;
    for (const QString& payload : payloads) {
        auto version = corridorFromPayload(payload);
        if (!version)
            return fail(version.error());
        versions.push_back(std::move(version).value());
    }
    return versions;
}

Result<CorridorVersion> onlyVersion(Statement& s, const QString& name)
{
    auto versions = readVersions(s);
    if (!versions)
        return fail(versions.error());
    if (versions->empty())
        return fail(ErrorCode::NotFound, u"corridor_unknown", name);
    return versions->front();
}

} // namespace

Result<CorridorVersion> currentCorridor(Database& db, const QString& name)
{
    Statement s(db,
                u"SELECT payload FROM corridor_version WHERE corridor = :name"
                u" ORDER BY version DESC LIMIT 1");
    s.bind(u":name", name);
    return onlyVersion(s, name);
}

Result<CorridorVersion> corridorVersion(Database& db, const QString& name, int version)
{
    Statement s(
        db, u"SELECT payload FROM corridor_version WHERE corridor = :name AND version = :version");
    s.bind(u":name", name).bind(u":version", version);
    return onlyVersion(s, name);
}

Result<std::vector<CorridorVersion>> corridorVersions(Database& db, const QString& name)
{
    Statement s(db,
                u"SELECT payload FROM corridor_version WHERE :any = '' OR corridor = :name"
                u" ORDER BY corridor, version");
    s.bind(u":any", name).bind(u":name", name);
    return readVersions(s);
}

Result<std::vector<CorridorVersion>> currentCorridors(Database& db)
{
    Statement s(db,
                u"SELECT payload FROM corridor_version v WHERE version ="
                u" (SELECT max(version) FROM corridor_version w WHERE w.corridor = v.corridor)"
                u" ORDER BY corridor");
    return readVersions(s);
}

Outcome applyCorridor(Database& db, const CommandId& command, const QString& payload)
{
    Statement s(db,
                u"INSERT INTO corridor_version (command_id, payload) VALUES (:command, :payload)");
    s.bind(u":command", command).bind(u":payload", payload);
    return s.exec();
}

Outcome insertMerchant(Database& db, const MerchantRow& merchant, UtcTime now)
{
    Statement s(db,
                u"INSERT INTO merchant (id, name, created_at, version) VALUES (:id, :name, :at, 1)"
                u" ON CONFLICT (name) DO NOTHING");
    s.bind(u":id", merchant.id).bind(u":name", merchant.name).bind(u":at", now);
    return s.exec();
}

Result<MerchantRow> findMerchant(Database& db, const QString& idOrName)
{
    Statement s(db,
                u"SELECT id, name FROM merchant WHERE :any = '' OR id = :id OR name = :name"
                u" ORDER BY id LIMIT 2");
    s.bind(u":any", idOrName).bind(u":id", idOrName).bind(u":name", idOrName);
    std::vector<MerchantRow> rows;
    while (s.next())
        rows.push_back({MerchantId::trusted(s.text(0)), s.text(1)});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (rows.empty())
        return fail(ErrorCode::NotFound, u"merchant_unknown", idOrName);
    if (idOrName.isEmpty() && rows.size() > 1)
        return fail(ErrorCode::Invalid, u"merchant_needed");
    return rows.front();
}

Outcome enableCorridor(Database& db, const MerchantId& merchant, const QString& corridor)
{
    Statement s(
        db,
        u"INSERT INTO merchant_corridor (merchant_id, corridor) VALUES (:merchant, :corridor)"
        u" ON CONFLICT DO NOTHING");
    s.bind(u":merchant", merchant).bind(u":corridor", corridor);
    return s.exec();
}

Result<bool> corridorEnabled(Database& db, const MerchantId& merchant, const QString& corridor)
{
    Statement s(
        db,
        u"SELECT 1 FROM merchant_corridor WHERE merchant_id = :merchant AND corridor = :corridor");
    s.bind(u":merchant", merchant).bind(u":corridor", corridor);
    const bool found = s.next();
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return found;
}

} // namespace tieout
