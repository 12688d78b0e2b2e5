// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/export/exportwords.h"

#include "ui/errortext.h"

#include <QCoreApplication>

namespace tieout {

namespace exportwords {

struct Sentence
{
    const char* reason;
    const char* text;
};

constexpr Sentence kSentences[] = {
    {"path_missing", QT_TRANSLATE_NOOP("Export", "Name the file that is to be written.")},
    {"path_relative",
     QT_TRANSLATE_NOOP("Export", "Type the whole path, or choose the place with Browse.")},
    {"path_is_folder",
     QT_TRANSLATE_NOOP("Export", "This is a folder. Add the name of a file to it.")},
    {"folder_missing",
     QT_TRANSLATE_NOOP("Export", "This folder isn't there. Make it first, or choose another one.")},
    {"folder_not_writable",
     QT_TRANSLATE_NOOP("Export", "You may not write into this folder. Choose another one.")},
    {"file_not_writable",
     QT_TRANSLATE_NOOP("Export", "This file is there and can't be replaced. Choose another name.")},
    {"file_exists",
     QT_TRANSLATE_NOOP(
         "Export",
         "A file of this name is there. Choose another name, or say that it is replaced.")},
    {"export_too_long",
     QT_TRANSLATE_NOOP(
         "Export", "That is more than a workbook holds. Choose CSV or JSON, or a smaller filter.")},
};

struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

// Estimates that are read as promises come in steps of ten seconds and of whole minutes.
constexpr std::chrono::milliseconds kLeastSpent{1'000};

} // namespace exportwords

QString exportErrorText(const Error& error)
{
    using namespace exportwords;
    for (const Sentence& sentence : kSentences) {
        if (error.reason == QLatin1String(sentence.reason))
            return ExportText::tr(sentence.text);
    }
    if (error.reason != u"export_write")
        return errorText(error);
    if (error.detail.isEmpty())
        return ExportText::tr("The file can't be written. Choose another place.");
    //: %1 is the system's word for what is wrong, such as "No space left on device".
    return ExportText::tr("The file can't be written: %1. Free some space, or choose another "
                          "place.")
        .arg(error.detail);
}

std::optional<std::chrono::seconds>
timeLeft(std::chrono::milliseconds spent, qint64 done, qint64 left)
{
    if (spent < exportwords::kLeastSpent || done <= 0 || left < 0)
        return std::nullopt;
    return std::chrono::seconds(spent.count() * left / done / 1'000);
}

QString timeLeftText(std::chrono::seconds left)
{
    using exportwords::ExportText;
    const qint64 tens = left.count() / 10;
    if (tens < 1)
        return ExportText::tr("less than 10 s left");
    if (left < std::chrono::seconds(90))
        return ExportText::tr("about %1 s left").arg((tens + 1) * 10);
    return ExportText::tr("about %1 min left").arg((left.count() + 59) / 60);
}

} // namespace tieout
