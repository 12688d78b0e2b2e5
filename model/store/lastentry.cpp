// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/lastentry.h"

#include "model/store/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tieout {

Result<std::optional<LastEntry>>
entryOfVersion(Database& db, const QString& subject, qint64 version)
{
    Statement s(db,
                u"SELECT body FROM journal_inbox WHERE subject = :s1 AND subject_version = :v1"
                u" UNION ALL"
                u" SELECT line FROM journal WHERE subject = :s2 AND subject_version = :v2");
    s.bind(u":s1", subject).bind(u":v1", version).bind(u":s2", subject).bind(u":v2", version);
    std::optional<LastEntry> entry;
    while (s.next()) {
        const QJsonObject body = QJsonDocument::fromJson(s.text(0).toUtf8()).object();
        entry = {body.value(u"action").toString(),
                 body.value(u"actor").toString(),
                 body.value(u"at").toString()};
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return entry;
}

} // namespace tieout
