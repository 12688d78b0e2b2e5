// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consoleoptions.h"
#include "app/tieout.h"

#include <QByteArray>

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
    return tieout::runConsole(argc, argv);
}
