// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart.h"

#include "model/exports/exportwriter.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

namespace tieout {

Chart::Chart(const Appearance& appearance, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void Chart::setFigures(const QString& words, std::vector<QStringList> cells)
{
    setAccessibleDescription(words);
    m_cells = std::move(cells);
    updateGeometry();
    renew();
}

QRectF Chart::mirrored(const QRectF& box) const
{
    if (!isMirrored())
        return box;
    return {width() - box.right(), box.top(), box.width(), box.height()};
}

void Chart::renew()
{
    m_marks = layOut();
    const int count = int(m_marks.size());
    m_hovered = -1;
    if (m_current >= count)
        m_current = -1;
    update();
}

void Chart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    renew();
}

void Chart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    draw(painter);
    const int lit = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    painter.setBrush(Qt::NoBrush);
    if (hasFocus() && lit < 0) {
        painter.setPen(QPen(theme().accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    if (lit < 0 || m_marks[size_t(lit)].target.isEmpty())
        return;
    painter.setPen(QPen(theme().accent, 1.5));
    painter.drawRoundedRect(m_marks[size_t(lit)].box.adjusted(-2, -2, 2, 2), 3, 3);
}

int Chart::markAt(const QPointF& at) const
{
    for (size_t i = 0; i < m_marks.size(); ++i) {
        // What is thin can be met all the same.
        if (m_marks[i].box.adjusted(-2, -2, 2, 2).contains(at))
            return int(i);
    }
    return -1;
}

int Chart::nextOpening(int from, int step) const
{
    for (int i = from; i >= 0 && i < int(m_marks.size()); i += step) {
        if (!m_marks[size_t(i)].target.isEmpty())
            return i;
    }
    return -1;
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    const int at = markAt(event->position());
    const bool opens = at >= 0 && !m_marks[size_t(at)].target.isEmpty();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (at != std::exchange(m_hovered, at))
        update();
}

void Chart::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void Chart::mouseReleaseEvent(QMouseEvent* event)
{
    const int at = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
    if (at < 0 || m_marks[size_t(at)].target.isEmpty())
        return QWidget::mouseReleaseEvent(event);
    m_current = at;
    // A copy: whoever opens it may give new figures.
    const QString target = m_marks[size_t(at)].target;
    Q_EMIT opened(target);
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    int wanted = -1;
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        wanted = nextOpening(m_current + 1, 1);
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        wanted = nextOpening(m_current - 1, -1);
    else if (event->key() == Qt::Key_Home)
        wanted = nextOpening(0, 1);
    else if (event->key() == Qt::Key_End)
        wanted = nextOpening(int(m_marks.size()) - 1, -1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
              event->key() == Qt::Key_Space) &&
             m_current >= 0 && !m_marks[size_t(m_current)].target.isEmpty()) {
        const QString target = m_marks[size_t(m_current)].target;
        Q_EMIT opened(target);
        return;
    } else if (event->matches(QKeySequence::Copy)) {
        return copyCsv();
    } else {
        return QWidget::keyPressEvent(event);
    }
    if (wanted < 0)
        return;
    m_current = wanted;
    const ChartMark& mark = m_marks[size_t(wanted)];
    QToolTip::showText(mapToGlobal(mark.box.bottomLeft().toPoint()), mark.words, this);
    update();
}

bool Chart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = markAt(help->pos());
        if (at >= 0)
            QToolTip::showText(help->globalPos(), m_marks[size_t(at)].words, this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::LayoutDirectionChange)
        renew();
    return QWidget::event(event);
}

void Chart::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy as &image")), &QAction::triggered, this, &Chart::copyImage);
    connect(
        menu->addAction(tr("Copy figures as &CSV")), &QAction::triggered, this, &Chart::copyCsv);
    menu->popup(event->globalPos());
}

void Chart::copyImage()
{
    const int hovered = std::exchange(m_hovered, -1);
    const int current = std::exchange(m_current, -1);
    QImage image(size() * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    image.fill(theme().surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    draw(painter);
    painter.end();
    QGuiApplication::clipboard()->setImage(image);
    m_hovered = hovered;
    m_current = current;
}

void Chart::copyCsv()
{
    QByteArray csv;
    const std::vector<ExportColumn> columns(m_cells.empty() ? 0 : size_t(m_cells.front().size()));
    for (const QStringList& line : m_cells)
        csv += csvLine(line, columns);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(csv));
}

} // namespace tieout
