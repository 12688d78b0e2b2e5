// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tieout.h"

int main(int argc, char** argv)
{
    return tieout::runConsole(argc, argv);
}
