// SPDX-License-Identifier: GPL-3.0-or-later
// ConsoleOptions: what the command line of tieout asks for. Pure but for the default folder.
#pragma once

#include "app/config.h"
#include "ui/theme/appearance.h"

#include <QList>
#include <QSize>

#include <optional>

namespace tieout {

struct ConsoleOptions
{
    bool help = false;
    bool version = false;
    bool headless = false;
    bool sandbox = false;
    bool named = false; // a database or a configuration was named
    QString configFile;
    std::optional<ThemeMode> theme; // nothing: as the person chose before
    QString language;               // a code; empty: as the person chose before
    QString screenshots;            // a folder
    QList<ThemeMode> pictureThemes; // at least one
    QSize pictureSize;
    Config config; // the embedded sandbox unless something else was named
};

// The factor that pictures are drawn with must be known before there is a QApplication.
bool isPictureScale(QStringView text);
// Reasons: unknown_option (detail: the words), and those of loadConfigFile.
Result<ConsoleOptions> parseConsoleOptions(const QStringList& arguments);
QString consoleHelp();
// The sandbox in its file: one scripted rail, the engine inside the console.
Config embeddedSandbox(const QString& path);
// DATA/sandbox.sqlite of the person; makes the folder. Reason: folder_unwritable.
Result<QString> defaultSandboxPath();

} // namespace tieout
