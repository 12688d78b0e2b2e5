// SPDX-License-Identifier: GPL-3.0-or-later
// The modules of a QR code (ISO/IEC 18004) as a square of bits, for whoever paints or prints it.
// Pure; any thread.
#pragma once

#include "model/domain/result.h"

#include <QBitArray>

namespace tieout {

struct QrModules
{
    int size = 0;   // modules along a side, without the quiet zone (4 modules) that readers need
    QBitArray dark; // row by row

    bool isDark(int x, int y) const { return dark.testBit(y * size + x); }
};

// Medium error correction: a code on a screen is read askew, but it isn't scratched. Reason:
// qr_too_long.
Result<QrModules> qrModules(const QString& text);

} // namespace tieout
