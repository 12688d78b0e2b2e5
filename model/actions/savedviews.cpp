// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/savedviews.h"

#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/crypto/canonicaljson.h"
#include "model/domain/ids.h"
#include "model/domain/words.h"
#include "model/store/savedviews.h"

namespace tieout {

namespace {

constexpr qsizetype kMaxViewBytes = 16'384;
constexpr QStringView kViewPrefix = u"view_";

Outcome checkView(const SaveViewPayload& payload)
{
    const QStringView id = payload.view;
    if (!id.startsWith(kViewPrefix) || !isUlid(id.mid(kViewPrefix.size())))
        return fail(ErrorCode::Invalid, u"view_id", payload.view);
    const bool known = payload.sharedWith.isEmpty() || payload.sharedWith == u"everyone" ||
                       fromText<Role>(payload.sharedWith);
    if (!known)
        return fail(ErrorCode::Invalid, u"view_shared_with", payload.sharedWith);
    return Done;
}

// The view as the person saw it.
Result<SavedViewRow>
viewToChange(Database& db, const QString& id, qint64 expectedVersion, const ActionContext& context)
{
    auto found = findSavedView(db, id);
    if (!found)
        return fail(found.error());
    const std::optional<SavedViewRow> row = std::move(found).value();
    if (!row)
        return fail(ErrorCode::NotFound, u"view_unknown", id);
    if (row->owner != context.actor)
        return fail(ErrorCode::Forbidden, u"view_not_yours", id);
    if (row->version != expectedVersion)
        return fail(
            ErrorCode::Conflict,
            u"view_changed",
            QStringLiteral("expected version %1, it is %2").arg(expectedVersion).arg(row->version));
    return *row;
}

Result<QJsonObject> endViewAction(Database& db,
                                  const SavedViewRow& row,
                                  qint64 version,
                                  QStringView action,
                                  const ActionContext& context)
{
    const QJsonObject data{{QStringLiteral("page"), row.page},
                           {QStringLiteral("name"), row.name},
                           {QStringLiteral("shared_with"), row.sharedWith}};
    if (auto done = writeEntry(db, row.id, version, action, data, context); !done)
        return fail(done.error());
    return QJsonObject{{QStringLiteral("view"), row.id}, {QStringLiteral("version"), version}};
}

} // namespace

Result<QJsonObject>
saveView(Database& db, const SaveViewPayload& payload, const ActionContext& context)
{
    if (const auto good = checkView(payload); !good)
        return fail(good.error());
    const auto body = toCanonicalJson(payload.body);
    if (!body)
        return fail(body.error());
    if (body->size() > kMaxViewBytes)
        return fail(ErrorCode::Invalid, u"view_too_large", QString::number(body->size()));
    SavedViewRow row;
    if (payload.expectedVersion > 0) {
        auto known = viewToChange(db, payload.view, payload.expectedVersion, context);
        if (!known)
            return fail(known.error());
        row = std::move(known).value();
    } else {
        const auto known = findSavedView(db, payload.view);
        if (!known)
            return fail(known.error());
        if (*known)
            return fail(ErrorCode::Conflict, u"view_changed", QStringLiteral("it exists already"));
        row.id = payload.view;
        row.owner = context.actor;
    }
    row.page = payload.page;
    row.name = payload.name;
    row.sharedWith = payload.sharedWith;
    row.body = QString::fromUtf8(*body);
    row.updatedAt = context.now;
    const bool isNew = payload.expectedVersion == 0;
    if (auto done = isNew ? insertSavedView(db, row) : updateSavedView(db, row); !done)
        return fail(done.error());
    return endViewAction(db, row, payload.expectedVersion + 1, kinds::kViewSave, context);
}

Result<QJsonObject>
deleteView(Database& db, const DeleteViewPayload& payload, const ActionContext& context)
{
    const auto row = viewToChange(db, payload.view, payload.expectedVersion, context);
    if (!row)
        return fail(row.error());
    if (auto done = deleteSavedView(db, row->id, row->version); !done)
        return fail(done.error());
    return endViewAction(db, *row, row->version + 1, kinds::kViewDelete, context);
}

} // namespace tieout
