// SPDX-License-Identifier: GPL-3.0-or-later
// Tool tips that hold foreign text: Qt would read markup in them. Pure.
#pragma once

#include <QString>

namespace tieout {

// The text so that a tool tip shows it as it is written.
QString plainTip(const QString& text);

} // namespace tieout
