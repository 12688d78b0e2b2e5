// SPDX-License-Identifier: GPL-3.0-or-later
// announce(): tells assistive technology that a widget says something new which can't wait until
// it is visited: its accessible name and description are what is said. The widget gets an event of
// announcedEvent() too, for Qt drops alerts while no assistive technology runs. GUI thread.
#pragma once

#include <QEvent>

class QWidget;

namespace tieout {

void announce(QWidget& widget);
QEvent::Type announcedEvent();

} // namespace tieout
