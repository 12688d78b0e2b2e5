// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/announce.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QWidget>

namespace tieout {

QEvent::Type announcedEvent()
{
    static const int type = QEvent::registerEventType();
    return QEvent::Type(type);
}

void announce(QWidget& widget)
{
    QAccessibleEvent alert(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    QEvent announced(announcedEvent());
    QCoreApplication::sendEvent(&widget, &announced);
}

} // namespace tieout
