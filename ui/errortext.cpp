// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include <QCoreApplication>

namespace tieout {

namespace errortext {

struct Sentence
{
    const char* reason;
    const char* text;
};

constexpr Sentence kSentences[] = {
    {"database_unreachable",
     QT_TRANSLATE_NOOP("errors",
                       "The database can't be reached. Check the address and that the server runs; "
                       "the window tries again by itself.")},
    {"connection_lost",
     QT_TRANSLATE_NOOP("errors",
                       "The connection to the database was lost. What you see may be old; the "
                       "window reads again as soon as the database answers.")},
    {"database_locked",
     QT_TRANSLATE_NOOP(
         "errors",
         "Another program has locked the database file. Close it there, then press Retry.")},
    {"database_busy",
     QT_TRANSLATE_NOOP(
         "errors",
         "The database is busy with another writer. Nothing was lost; try again in a moment.")},
    {"database_login",
     QT_TRANSLATE_NOOP("errors",
                       "The database refused this login. Check the name and the password, or ask "
                       "an administrator for a role.")},
    {"database_read_only",
     QT_TRANSLATE_NOOP(
         "errors",
         "The database can only be read here. Check the rights of the file or of your login.")},
    {"database_corrupt",
     QT_TRANSLATE_NOOP("errors",
                       "The database is damaged. Stop the engine, keep a copy of the file and "
                       "restore the last backup.")},
    {"database_address",
     QT_TRANSLATE_NOOP("errors",
                       "That is no address of a database. Use the path of a file, or "
                       "postgresql://user@host/name.")},
    {"database_newer",
     QT_TRANSLATE_NOOP(
         "errors",
         "This database was made by a newer version of Tieout. Install that version to open it.")},
    {"database_older",
     QT_TRANSLATE_NOOP("errors",
                       "This database is older than the program. An administrator brings it up to "
                       "date with: tieoutd migrate")},
    {"database_empty",
     QT_TRANSLATE_NOOP(
         "errors", "This database is empty. An administrator prepares it with: tieoutd migrate")},
    {"database_foreign",
     QT_TRANSLATE_NOOP("errors", "This file belongs to another program. Choose another file.")},
    {"migration_changed",
     QT_TRANSLATE_NOOP("errors",
                       "This database was made by another build of Tieout whose tables differ. "
                       "Open it with that build.")},
    {"environment_mismatch",
     QT_TRANSLATE_NOOP("errors",
                       "This database belongs to the other environment: sandbox and production "
                       "never mix. Check which database you meant to open.")},
    {"environment_missing",
     QT_TRANSLATE_NOOP("errors",
                       "This database doesn't say whether it is a sandbox or production. An "
                       "administrator prepares it with: tieoutd migrate")},
    {"disk_full",
     QT_TRANSLATE_NOOP(
         "errors",
         "The disk of the database is full. Free some space; the work goes on by itself.")},
    {"already_exists",
     QT_TRANSLATE_NOOP("errors",
                       "This exists already. Open what is there, or choose another name.")},
    {"serialization_failure",
     QT_TRANSLATE_NOOP("errors",
                       "Somebody else changed the same thing at the same moment. Look at it again, "
                       "then repeat your step if it is still right.")},
    {"payment_unknown",
     QT_TRANSLATE_NOOP("errors",
                       "This payment isn't in the database. Check the id, and that you opened the "
                       "right environment.")},
    {"lease_held",
     QT_TRANSLATE_NOOP(
         "errors",
         "Another engine works on this database. Stop it first, or leave this one as a console.")},
    {"lease_lost",
     QT_TRANSLATE_NOOP("errors",
                       "Another engine took over this database. This one has stopped writing.")},
    {"config_invalid",
     QT_TRANSLATE_NOOP(
         "errors",
         "The configuration has mistakes. The log names each line; correct them and start again.")},
    {"config_unreadable",
     QT_TRANSLATE_NOOP("errors",
                       "The configuration file can't be read. Check its path and its rights.")},
    {"config_too_large",
     QT_TRANSLATE_NOOP(
         "errors", "The configuration file is larger than 1 MiB. That can't be the right file.")},
    {"unknown_option",
     QT_TRANSLATE_NOOP("errors",
                       "The command line isn't understood. Run with --help to see the options.")},
    {"folder_unwritable",
     QT_TRANSLATE_NOOP("errors",
                       "The folder for the data can't be written. Check its rights, or name a "
                       "database with --database.")},
};

const Sentence* find(QStringView reason)
{
    for (const Sentence& sentence : kSentences) {
        if (reason == QLatin1String(sentence.reason))
            return &sentence;
    }
    return nullptr;
}

const char* byCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("errors", "That isn't there any more. Read the list again.");
    case ErrorCode::Conflict:
        return QT_TRANSLATE_NOOP("errors",
                                 "Somebody else was first. Look at what changed before you go on.");
    case ErrorCode::Invalid:
        return QT_TRANSLATE_NOOP("errors", "That can't be accepted. Correct it and try again.");
    case ErrorCode::Forbidden:
        return QT_TRANSLATE_NOOP(
            "errors", "Your role doesn't allow this. Ask somebody who holds the right one.");
    case ErrorCode::Unavailable:
        return QT_TRANSLATE_NOOP("errors", "No answer at the moment. Try again shortly.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP(
            "errors", "The data is not as it must be. Stop here and show the log to an engineer.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("errors", "That was cancelled. Nothing was changed.");
    case ErrorCode::Internal:
        break;
    }
    return QT_TRANSLATE_NOOP(
        "errors",
        "The program met a fault of its own. Nothing was changed; the log has the details.");
}

} // namespace errortext

bool hasErrorText(QStringView reason)
{
    return errortext::find(reason) != nullptr;
}

QString errorText(const Error& error)
{
    if (const auto* sentence = errortext::find(error.reason))
        return QCoreApplication::translate("errors", sentence->text);
    const QString text = QCoreApplication::translate("errors", errortext::byCode(error.code));
    //: A sentence, then the machine's word for the reason.
    return error.reason.isEmpty()
               ? text
               : QCoreApplication::translate("errors", "%1 (%2)").arg(text, error.reason);
}

} // namespace tieout
