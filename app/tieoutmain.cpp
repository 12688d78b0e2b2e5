// SPDX-License-Identifier: GPL-3.0-or-later
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

} // namespace

int main(int argc, char** argv)
{
    const bool display =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && needsNoDisplay(argc, argv))
        qputenv("QT_QPA_PLATFORM", QByteArrayLiteral("offscreen"));
    return tieout::runConsole(argc, argv);
}
