// SPDX-License-Identifier: GPL-3.0-or-later
// The reference (memo) that tells the payments of a shared address apart: ten characters of an
// alphabet without look-alikes (no 0, 1, I, L, O), the last one a check digit that notices any
// single wrong character and any two swapped ones. Pure but for newReference(); any thread.
#pragma once

#include <QString>

namespace tieout {

inline constexpr int kReferenceLength = 10;

// From the secure generator: 31^9 of them; the database refuses a repeated one.
QString newReference();
bool isReference(QStringView text);

} // namespace tieout
