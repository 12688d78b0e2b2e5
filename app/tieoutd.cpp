// SPDX-License-Identifier: GPL-3.0-or-later
// The engine without a screen, and its command line.
#include "app/cli.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tieoutd"));
    return tieout::Cli::run(application.arguments().mid(1));
}
