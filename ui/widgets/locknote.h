// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet line with a lock: what is shown here can only be read. GUI thread.
#pragma once

#include <QWidget>

namespace tieout {

// `text` is plain and wraps.
QWidget* lockNote(const QString& text, QWidget* parent);

} // namespace tieout
