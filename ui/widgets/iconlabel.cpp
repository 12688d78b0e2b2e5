// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include "ui/theme/icons.h"

#include <QPainter>

namespace tieout {

IconLabel::IconLabel(const QString& icon, int size, QWidget* parent)
    : QWidget(parent)
    , m_icon(lineIcon(icon))
    , m_size(size)
{
    setFixedSize(size, size);
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace tieout
