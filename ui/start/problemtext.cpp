// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/problemtext.h"

#include "ui/errortext.h"

#include <QCoreApplication>

namespace tieout {

namespace problemtext {

struct Title
{
    const char* reason;
    const char* text;
};

constexpr Title kTitles[] = {
    {"already_open", QT_TRANSLATE_NOOP("problems", "Already open in another window")},
    {"database_newer", QT_TRANSLATE_NOOP("problems", "Made by a newer version of Tieout")},
    {"database_older", QT_TRANSLATE_NOOP("problems", "Made by an older version of Tieout")},
    {"database_empty", QT_TRANSLATE_NOOP("problems", "This database is empty")},
    {"database_foreign", QT_TRANSLATE_NOOP("problems", "This is no database of Tieout")},
    {"migration_changed", QT_TRANSLATE_NOOP("problems", "Made by another build of Tieout")},
    {"environment_mismatch", QT_TRANSLATE_NOOP("problems", "Sandbox and production never mix")},
    {"environment_missing", QT_TRANSLATE_NOOP("problems", "Neither sandbox nor production")},
    {"database_login", QT_TRANSLATE_NOOP("problems", "The login was refused")},
    {"database_unreachable", QT_TRANSLATE_NOOP("problems", "The database doesn't answer")},
    {"connection_lost", QT_TRANSLATE_NOOP("problems", "The database doesn't answer")},
    {"database_locked", QT_TRANSLATE_NOOP("problems", "Another program holds this file")},
    {"database_corrupt", QT_TRANSLATE_NOOP("problems", "The file is damaged")},
    {"database_read_only", QT_TRANSLATE_NOOP("problems", "The file can't be written")},
    {"folder_unwritable", QT_TRANSLATE_NOOP("problems", "The folder can't be written")},
    {"disk_full", QT_TRANSLATE_NOOP("problems", "The disk is full")},
};

} // namespace problemtext

QString problemTitle(const Error& error)
{
    for (const auto& title : problemtext::kTitles) {
        if (error.reason == QLatin1String(title.reason))
            return QCoreApplication::translate("problems", title.text);
    }
    return QCoreApplication::translate("problems", "The database can't be opened");
}

bool isWorthRetrying(const Error& error)
{
    return error.code == ErrorCode::Unavailable || error.reason == u"already_open" ||
           error.reason == u"folder_unwritable" || error.reason == u"database_empty" ||
           error.reason == u"database_older";
}

bool mayPassByItself(const Error& error)
{
    return isDatabaseLost(error) || error.reason == u"database_busy" ||
           error.reason == u"disk_full";
}

} // namespace tieout
