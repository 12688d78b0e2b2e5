// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consoleoptions.h"
#include "app/tieout.h"

#include <QByteArray>
#include <QTemporaryFile>

#include <algorithm>
#include <string_view>

namespace {

// Help, pictures and the headless run work on a server that has no display at all.
bool needsNoDisplay(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "--help" || argument == "-h" || argument == "--version" ||
               argument == "-v" || argument == "--headless" ||
               argument.starts_with("--screenshots");
    });
}

bool wantsPictures(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument.starts_with("--screenshots");
    });
}

// The screen that isn't there is 800 by 800 otherwise, and menus stay on it instead of where their
// buttons are. Holds every size that can be asked for, also drawn at twice its scale.
constexpr char kRoomyScreen[] =
    R"({"screens": [{"name": "pictures", "x": 0, "y": 0, "width": 15360, "height": 8640,)"
    R"( "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})";

// The file is read once, when the application begins.
void makeRoom(QTemporaryFile& file)
{
    if (!file.open() || file.write(kRoomyScreen) < 0 || !file.flush())
        return; // menus are beside their buttons, then
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(file.fileName()));
}

// Qt reads its factor once, before there is an application that could read options.
void scalePictures(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const std::string_view begin = "--scale";
        if (!word.starts_with(begin))
            continue;
        QByteArray value;
        if (word == begin && i + 1 < argc)
            value = argv[i + 1];
        else if (word.substr(begin.size()).starts_with('='))
            value = word.substr(begin.size() + 1).data();
        if (tieout::isPictureScale(QString::fromLatin1(value)))
            qputenv("QT_SCALE_FACTOR", value);
    }
}

} // namespace

int main(int argc, char** argv)
{
    const bool display =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && needsNoDisplay(argc, argv))
        qputenv("QT_QPA_PLATFORM", QByteArrayLiteral("offscreen"));
    scalePictures(argc, argv);
    QTemporaryFile screen;
    if (wantsPictures(argc, argv) && qgetenv("QT_QPA_PLATFORM") == "offscreen")
        makeRoom(screen);
    return tieout::runConsole(argc, argv);
}
