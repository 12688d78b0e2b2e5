// SPDX-License-Identifier: GPL-3.0-or-later
// The languages the console speaks: English, and those whose translation is compiled in. Texts are
// made when their widgets are, so that a language is worn before the first window and changed by a
// new start. GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QObject;

namespace tieout {

struct Language
{
    QString code; // "en", "es", "ar"
    QString name; // in its own words

    bool operator==(const Language&) const = default;
};

// `folder` holds tieout_CODE.qm. English always comes first.
QList<Language> availableLanguages(const QString& folder = QStringLiteral(":/i18n"));
// The one of them that was wished for, else the first that the system speaks, else English.
QString
chooseLanguage(const QString& wish, const QStringList& system, const QList<Language>& available);
// Installs its translations and direction; `owner` keeps them. Numbers are written alike in all.
void wearLanguage(const QString& code,
                  QObject& owner,
                  const QString& folder = QStringLiteral(":/i18n"));

} // namespace tieout
