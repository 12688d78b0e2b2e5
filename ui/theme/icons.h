// SPDX-License-Identifier: GPL-3.0-or-later
// Line icons in the colour of the palette at the time of painting: one set for light, dark,
// disabled and any scale. What points somewhere is mirrored with the window. GUI thread.
#pragma once

#include <QIcon>

namespace tieout {

// `name` is a file of resources/icons without its ending.
QIcon lineIcon(const QString& name);

} // namespace tieout
