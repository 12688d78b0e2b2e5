// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/qrview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tieout {

namespace qrview {

constexpr int kQuiet = 4; // modules on each side, which ISO/IEC 18004 demands
constexpr int kSmall = 2; // pixels a module
constexpr int kGrownSide = 320;
constexpr int kFocus = 3; // around it

} // namespace qrview

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("QR code for the payer"));
}

bool QrView::setContent(const QString& text)
{
    setAccessibleDescription(text);
    const auto modules = text.isEmpty() ? Result<QrModules>(QrModules()) : qrModules(text);
    m_modules = modules.value_or(QrModules());
    updateGeometry();
    update();
    return m_modules.size > 0;
}

void QrView::setGrown(bool grown)
{
    if (grown == m_grown)
        return;
    m_grown = grown;
    updateGeometry();
    update();
    Q_EMIT grownChanged(grown);
}

int QrView::modulePixels() const
{
    const int side = m_modules.size + 2 * qrview::kQuiet;
    return m_grown ? std::max(qrview::kSmall + 1, qrview::kGrownSide / side) : qrview::kSmall;
}

QSize QrView::sizeHint() const
{
    const int side = (m_modules.size + 2 * qrview::kQuiet) * modulePixels() + 2 * qrview::kFocus;
    return {side, side};
}

void QrView::paintEvent(QPaintEvent*)
{
    if (m_modules.size == 0)
        return;
    QPainter painter(this);
    const QRect box =
        QRect({}, sizeHint())
            .adjusted(qrview::kFocus, qrview::kFocus, -qrview::kFocus, -qrview::kFocus);
    painter.fillRect(box, Qt::white);
    const int pixels = modulePixels();
    const QPoint first = box.topLeft() + QPoint(1, 1) * qrview::kQuiet * pixels;
    for (int y = 0; y < m_modules.size; ++y) {
        for (int x = 0; x < m_modules.size; ++x) {
            if (m_modules.isDark(x, y))
                painter.fillRect(QRect(first + QPoint(x, y) * pixels, QSize(pixels, pixels)),
                                 Qt::black);
        }
    }
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 3, 3);
}

void QrView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        setGrown(!m_grown);
    else if (key == Qt::Key_Escape && m_grown)
        setGrown(false);
    else
        QWidget::keyPressEvent(event);
}

void QrView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setGrown(!m_grown);
}

void QrView::focusInEvent(QFocusEvent* event)
{
    update();
    QWidget::focusInEvent(event);
}

void QrView::focusOutEvent(QFocusEvent* event)
{
    update();
    QWidget::focusOutEvent(event);
}

} // namespace tieout
