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
    {"already_open",
     QT_TRANSLATE_NOOP("errors",
                       "This file is open in another window of Tieout, which was asked to come to "
                       "the front. Work there, or open another database.")},
    {"server_missing", QT_TRANSLATE_NOOP("errors", "Name the server.")},
    {"database_missing", QT_TRANSLATE_NOOP("errors", "Name the database.")},
    {"login_missing", QT_TRANSLATE_NOOP("errors", "Name your login.")},
    {"port_range", QT_TRANSLATE_NOOP("errors", "The port is a number from 1 to 65535.")},
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
         "errors", "The configuration file is too large or deep. That can't be the right file.")},
    {"unknown_option",
     QT_TRANSLATE_NOOP("errors",
                       "The command line isn't understood. Run with --help to see the options.")},
    {"folder_unwritable",
     QT_TRANSLATE_NOOP("errors",
                       "The folder for the data can't be written. Check its rights, or name a "
                       "database with --database.")},
    {"class_may_not_submit",
     QT_TRANSLATE_NOOP("errors",
                       "Your role doesn't hold this decision. Ask somebody whose role does.")},
    {"role_revoked",
     QT_TRANSLATE_NOOP("errors",
                       "You no longer hold the role that this needs. Ask an administrator.")},
    {"too_many_commands",
     QT_TRANSLATE_NOOP("errors",
                       "Too many of your decisions wait for the engine. Take some back, or wait "
                       "until it has answered.")},
    {"command_expired",
     QT_TRANSLATE_NOOP("errors",
                       "No engine took this in time, and none will any more. Nothing was changed; "
                       "ask again once an engine runs.")},
    {"command_cancelled",
     QT_TRANSLATE_NOOP("errors", "Taken back before the engine took it. Nothing was changed.")},
    {"not_your_command",
     QT_TRANSLATE_NOOP("errors", "Somebody else asked for this, so only he can take it back.")},
    {"command_id_used",
     QT_TRANSLATE_NOOP(
         "errors",
         "This was asked for with other words already. Close the window and start anew.")},
    {"payload_invalid",
     QT_TRANSLATE_NOOP("errors",
                       "The engine didn't understand the request. Nothing was changed; show the "
                       "log to an engineer.")},
    {"payload_too_large",
     QT_TRANSLATE_NOOP("errors", "That is too much text. Shorten it and try again.")},
    {"payload_not_plain",
     QT_TRANSLATE_NOOP(
         "errors", "The text holds characters that can't be kept. Type it again without them.")},
    {"engine_restarted",
     QT_TRANSLATE_NOOP(
         "errors",
         "The engine ended while it worked on this. Look at what stands now, then ask again.")},
    {"not_available_here",
     QT_TRANSLATE_NOOP("errors", "This engine can't do that. Ask an engineer which one can.")},
    {"not_available_yet", QT_TRANSLATE_NOOP("errors", "Tieout can't do this yet.")},
    {"projection_raced",
     QT_TRANSLATE_NOOP(
         "errors",
         "The payment changed at the same moment. Look at it again, then repeat your step.")},
    {"payment_changed",
     QT_TRANSLATE_NOOP("errors",
                       "Somebody was first: the payment changed since you opened this. Look at it "
                       "as it is now, and decide again if it is still right.")},
    {"case_changed",
     QT_TRANSLATE_NOOP(
         "errors",
         "Somebody was first: the case changed since you opened this. Look at it as it is now.")},
    {"payment_closed",
     QT_TRANSLATE_NOOP("errors", "The payment is closed already: cancelled, or refunded in full.")},
    {"payment_has_money",
     QT_TRANSLATE_NOOP("errors",
                       "Money was seen for this payment, so it can't be cancelled. Hold it, or "
                       "resolve its case.")},
    {"payment_has_undecided_money",
     QT_TRANSLATE_NOOP("errors",
                       "Money of this payment waits for a decision. Resolve its case first.")},
    {"payment_released",
     QT_TRANSLATE_NOOP("errors", "The payment is paid and released: nothing is left to ask for.")},
    {"hold_open",
     QT_TRANSLATE_NOOP("errors", "A hold of this kind is open already. Release it first.")},
    {"hold_role",
     QT_TRANSLATE_NOOP("errors",
                       "Holds of this kind belong to another role: screening to compliance, "
                       "finance to finance, a stopped corridor to treasury.")},
    {"case_role",
     QT_TRANSLATE_NOOP(
         "errors", "Cases of this kind are decided by another role: the case names its owner.")},
    {"hold_unknown", QT_TRANSLATE_NOOP("errors", "This hold was released by somebody else.")},
    {"hold_not_releasable",
     QT_TRANSLATE_NOOP("errors", "This hold ends by itself, with the refund that it belongs to.")},
    {"no_open_hold", QT_TRANSLATE_NOOP("errors", "No hold is open.")},
    {"no_open_case", QT_TRANSLATE_NOOP("errors", "No case is open.")},
    {"choice_missing", QT_TRANSLATE_NOOP("errors", "Choose one of the two decisions.")},
    {"case_missing", QT_TRANSLATE_NOOP("errors", "Choose a case.")},
    {"hold_missing", QT_TRANSLATE_NOOP("errors", "Choose a hold.")},
    {"transfer_missing",
     QT_TRANSLATE_NOOP("errors", "Choose the transfer that belongs to this payment.")},
    {"resolution_not_allowed",
     QT_TRANSLATE_NOOP("errors", "A case of this kind can't end this way.")},
    {"use_transfer_link",
     QT_TRANSLATE_NOOP(
         "errors",
         "Accepting means saying which payment the money belongs to: use Link transfer.")},
    {"refund_not_available",
     QT_TRANSLATE_NOOP("errors",
                       "This means sending money back, and refunds can't be made here yet.")},
    {"payment_reorged",
     QT_TRANSLATE_NOOP("errors",
                       "Money of this payment was reorganised away and may come back. Resolve that "
                       "case first.")},
    {"money_not_confirmed",
     QT_TRANSLATE_NOOP("errors",
                       "The money isn't confirmed yet and may still be reorganised away. Give it "
                       "away once it is confirmed.")},
    {"case_fact_stands",
     QT_TRANSLATE_NOOP("errors",
                       "What opened the case is still so, so the word alone can't end it. Change "
                       "the fact first.")},
    {"case_unknown",
     QT_TRANSLATE_NOOP("errors", "This case isn't in the database. Read the list again.")},
    {"transfer_unknown",
     QT_TRANSLATE_NOOP("errors",
                       "No transfer of this chain transaction was seen in a block on this rail. "
                       "Check the hash and the network; if it is new, wait for the next block.")},
    {"transfer_linked",
     QT_TRANSLATE_NOOP("errors", "This money belongs to another payment already.")},
    {"transfer_without_value",
     QT_TRANSLATE_NOOP("errors", "This transfer moved nothing, so there is nothing to link.")},
    {"transfer_not_incoming",
     QT_TRANSLATE_NOOP(
         "errors", "This is a move of our own money, from one of our addresses: it is no income.")},
    {"wrong_rail",
     QT_TRANSLATE_NOOP("errors", "This money came on another network than the payment's.")},
    {"tx_malformed",
     QT_TRANSLATE_NOOP(
         "errors", "A hash has 64 digits from 0 to 9 and a to f, with or without 0x before them.")},
    {"merchant_unknown", QT_TRANSLATE_NOOP("errors", "This merchant isn't in the database.")},
    {"merchant_needed", QT_TRANSLATE_NOOP("errors", "Choose the merchant.")},
    {"corridor_none",
     QT_TRANSLATE_NOOP("errors",
                       "No corridor is enabled for this merchant. Treasury enables corridors.")},
    {"corridor_unknown", QT_TRANSLATE_NOOP("errors", "This corridor isn't in the database.")},
    {"corridor_not_enabled",
     QT_TRANSLATE_NOOP(
         "errors", "This corridor isn't enabled for this merchant. Treasury enables corridors.")},
    {"corridor_draft",
     QT_TRANSLATE_NOOP("errors", "This corridor is a draft; nothing may be created on it yet.")},
    {"corridor_sandbox_only",
     QT_TRANSLATE_NOOP("errors", "This corridor is for the sandbox only.")},
    {"corridor_suspended",
     QT_TRANSLATE_NOOP("errors",
                       "This corridor takes no new payments at the moment. Choose another one.")},
    {"corridor_stopped",
     QT_TRANSLATE_NOOP("errors", "This corridor is stopped. Choose another one, or ask treasury.")},
    {"corridor_retired",
     QT_TRANSLATE_NOOP("errors", "This corridor is retired. Choose another one.")},
    {"corridor_moved",
     QT_TRANSLATE_NOOP("errors",
                       "The corridor moved to another rail since the payment was made. Create a "
                       "new payment instead.")},
    {"rail_unknown",
     QT_TRANSLATE_NOOP("errors", "The rail of this corridor isn't set up. Ask an engineer.")},
    {"backfill_below_start",
     QT_TRANSLATE_NOOP(
         "errors",
         "These blocks lie before the first one that was ever read. To begin earlier, "
         "set start_block in the configuration and start the engine again; nothing is "
         "confirmed until all of it is read.")},
    {"source_url_not_plain",
     QT_TRANSLATE_NOOP(
         "errors",
         "Only scheme, host and port may stand in an address that is tested: a key in "
         "it would be kept for ever. Put the address into the configuration and test "
         "that source by its name.")},
    {"amount_malformed",
     QT_TRANSLATE_NOOP("errors",
                       "Type an amount such as 1234.50: digits, and a point before the decimals.")},
    {"amount_precision", QT_TRANSLATE_NOOP("errors", "The token has fewer decimals than that.")},
    {"amount_range", QT_TRANSLATE_NOOP("errors", "The amount is too large to be kept.")},
    {"amount_decimals",
     QT_TRANSLATE_NOOP("errors", "The amount has other decimals than the corridor's token.")},
    {"amount_not_positive", QT_TRANSLATE_NOOP("errors", "The amount must be more than zero.")},
    {"amount_below_minimum",
     QT_TRANSLATE_NOOP("errors", "The amount is below the corridor's minimum.")},
    {"value_missing", QT_TRANSLATE_NOOP("errors", "This is needed.")},
    {"reason_missing", QT_TRANSLATE_NOOP("errors", "Say why; the journal keeps it.")},
    {"text_too_long", QT_TRANSLATE_NOOP("errors", "This is longer than can be kept. Shorten it.")},
    {"text_control",
     QT_TRANSLATE_NOOP("errors",
                       "This holds characters that can't be kept. Type it again without them.")},
    {"duration_malformed", QT_TRANSLATE_NOOP("errors", "Type a time such as 30m, 24h or 7d.")},
    {"expiry_range", QT_TRANSLATE_NOOP("errors", "The time must be from one second to 90 days.")},
    {"view_name_taken",
     QT_TRANSLATE_NOOP("errors", "You have a saved view of this name already. Choose another.")},
    {"view_changed",
     QT_TRANSLATE_NOOP("errors",
                       "The saved view has been changed meanwhile. Look at it as it is now.")},
    {"view_unknown", QT_TRANSLATE_NOOP("errors", "The saved view has been deleted meanwhile.")},
    {"view_not_yours",
     QT_TRANSLATE_NOOP("errors", "Only its owner can change this view. Save it as your own.")},
    {"view_too_large",
     QT_TRANSLATE_NOOP("errors", "This view is too large to be saved. Shorten its filter.")},
    {"terms_not_read", QT_TRANSLATE_NOOP("errors", "Reading the corridors…")},
    {"idempotency_key_reused",
     QT_TRANSLATE_NOOP("errors", "Another payment has this key already.")},
    {"addresses_exhausted",
     QT_TRANSLATE_NOOP("errors",
                       "The watcher hasn't acknowledged enough addresses yet, and none is handed "
                       "out that nobody watches. Try again in a moment.")},
    {"xpub_unknown",
     QT_TRANSLATE_NOOP("errors",
                       "The account key of this corridor isn't set up. Ask an engineer.")},
    {"address_mismatch",
     QT_TRANSLATE_NOOP("errors",
                       "The address isn't the one that the corridor gives, so it isn't shown. Tell "
                       "an engineer at once; nobody may pay to it.")},
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

bool isDatabaseLost(const Error& error)
{
    return error.reason == u"database_unreachable" || error.reason == u"connection_lost";
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
