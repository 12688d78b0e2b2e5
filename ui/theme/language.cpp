// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/language.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tieout {

namespace language {

void install(const QString& file, const QString& folder, QObject& owner)
{
    auto* translator = new QTranslator(&owner);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace language

QList<Language> availableLanguages(const QString& folder)
{
    QList<Language> all{{QStringLiteral("en"), QStringLiteral("English")}};
    const Language others[] = {{QStringLiteral("es"), QStringLiteral("Español")},
                               {QStringLiteral("ar"), QStringLiteral("العربية")}};
    for (const Language& each : others) {
        if (QFileInfo::exists(QStringLiteral("%1/tieout_%2.qm").arg(folder, each.code)))
            all.append(each);
    }
    return all;
}

QString
chooseLanguage(const QString& wish, const QStringList& system, const QList<Language>& available)
{
    for (const QString& wanted : QStringList(wish) + system) {
        const QString code = wanted.section(u'-', 0, 0).section(u'_', 0, 0);
        for (const Language& each : available) {
            if (each.code == code)
                return code;
        }
    }
    return QStringLiteral("en");
}

void wearLanguage(const QString& code, QObject& owner, const QString& folder)
{
    // English is the language of the source; its file holds the plurals that others may lack.
    language::install(QStringLiteral("tieout_en"), folder, owner);
    if (code != u"en") {
        language::install(QStringLiteral("qtbase_") + code,
                          QLibraryInfo::path(QLibraryInfo::TranslationsPath),
                          owner);
        language::install(QStringLiteral("tieout_") + code, folder, owner);
    }
    QGuiApplication::setLayoutDirection(QLocale(code).textDirection());
    // One way to write numbers, whatever the system's: amounts and hashes stand beside them.
    QLocale::setDefault(QLocale::c());
}

} // namespace tieout
