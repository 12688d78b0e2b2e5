// SPDX-License-Identifier: GPL-3.0-or-later
// Who made a version of a subject, by its entry in the journal or its inbox: the answer to the
// second of two people. Thread of the Database; for reading only.
#pragma once

#include "model/store/database.h"

#include <optional>

namespace tieout {

struct LastEntry
{
    QString action;
    QString actor;
    QString at; // ISO 8601
};

// Nothing when that version has no entry of its own.
Result<std::optional<LastEntry>>
entryOfVersion(Database& db, const QString& subject, qint64 version);

} // namespace tieout
