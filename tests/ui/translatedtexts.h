// SPDX-License-Identifier: GPL-3.0-or-later
// TranslatedTexts: the texts of a translation file, and what is wrong with a translation. Pure but
// for the file.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace tieout::test {

struct TranslatedText
{
    QString context;
    QString source;
    QString comment; // tells two texts of one source apart
    bool isPlural = false;
    bool isFinished = false;
    QStringList forms; // one, or as many as the language has plural forms

    QString name() const; // for a message
};

using TranslatedTexts = QMap<QString, TranslatedText>;

QString textKey(const QString& context, const QString& source, const QString& comment = {});
// Nothing when the file can't be read to its end.
TranslatedTexts readTexts(const QString& path);
// One line per mistake; `forms`: how many plural forms the language has.
QStringList mistakesIn(const TranslatedText& text, int forms);
// As mistakesIn(), and what mixed directions need: what is put in is isolated, digits are those of
// the amounts.
QStringList rightToLeftMistakesIn(const TranslatedText& text);

} // namespace tieout::test
