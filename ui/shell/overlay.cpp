// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/overlay.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace tieout {

namespace overlay {

constexpr int kEdge = 16; // kept free around the card
constexpr int kShade = 6;

} // namespace overlay

Overlay::Overlay(const Appearance& appearance, QWidget& window)
    : QWidget(&window)
    , m_appearance(appearance)
    , m_card(new QWidget(this))
    , m_column(new QVBoxLayout(m_card))
{
    hide();
    m_card->setObjectName(QStringLiteral("overlayCard"));
    m_card->setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setFocusPolicy(Qt::StrongFocus);
    window.installEventFilter(this);
    m_card->installEventFilter(this);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void Overlay::setPlace(int width, int top)
{
    m_width = width;
    m_top = top;
}

void Overlay::open()
{
    if (!isOpen())
        m_focusBefore = QApplication::focusWidget();
    place();
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void Overlay::dismiss()
{
    if (!isOpen())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT dismissed();
}

void Overlay::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(m_width, this->width() - 2 * overlay::kEdge);
    m_card->setFixedWidth(std::max(width, 0));
    m_column->activate();
    const int most = height() - 2 * overlay::kEdge;
    const int wanted = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                                     : m_column->totalSizeHint().height();
    const int tall = std::min(wanted, most);
    const int top = m_top < 0 ? (height() - tall) / 2
                              : std::min(m_top, std::max(overlay::kEdge, height() - tall));
    m_card->setGeometry((this->width() - width) / 2, top, width, tall);
}

void Overlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor scrim = m_appearance.theme().dark ? QColor(Qt::black) : m_appearance.theme().text;
    scrim.setAlphaF(m_appearance.theme().dark ? 0.55F : 0.32F);
    painter.fillRect(rect(), scrim);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor shade(Qt::black);
    shade.setAlpha(m_appearance.theme().dark ? 28 : 10);
    painter.setBrush(shade);
    for (int i = 1; i <= overlay::kShade; ++i)
        painter.drawRoundedRect(m_card->geometry().adjusted(-i, -i + 2, i, i + 2), 10 + i, 10 + i);
}

void Overlay::mousePressEvent(QMouseEvent*)
{
    if (!m_held)
        dismiss();
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || m_held)
        return QWidget::keyPressEvent(event);
    dismiss();
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen())
        place();
    if (watched == m_card && event->type() == QEvent::LayoutRequest && isOpen())
        place();
    // A click on the card is not one beside it.
    if (watched == m_card && event->type() == QEvent::MouseButtonPress)
        return true;
    return QWidget::eventFilter(watched, event);
}

// Tab stays inside while the window behind is covered.
bool Overlay::focusNextPrevChild(bool next)
{
    Q_UNUSED(next)
    return true;
}

} // namespace tieout
