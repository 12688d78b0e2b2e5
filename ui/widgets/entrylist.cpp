// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/entrylist.h"

#include "ui/theme/fonts.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace tieout {

namespace entrylist {

constexpr int kTitleHeight = 22;
constexpr int kLineHeight = 17;
constexpr int kGap = 9;
constexpr qreal kIndent = 24;
constexpr qreal kShape = 12;

} // namespace entrylist

EntryList::EntryList(const Appearance& appearance, bool threaded, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_threaded(threaded)
    , m_title(mediumOf(interfaceFont(9.75)))
    , m_small(interfaceFont(9))
    , m_mono(monoFont(8.5))
{
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void EntryList::setEntries(std::vector<Entry> entries)
{
    if (entries == m_entries)
        return;
    m_entries = std::move(entries);
    m_current = std::clamp(m_current, 0, std::max(0, int(m_entries.size()) - 1));
    QStringList all;
    for (size_t i = 0; i < m_entries.size(); ++i)
        all.append(plainText(i));
    setAccessibleDescription(all.join(u'\n'));
    updateGeometry();
    update();
}

QString EntryList::plainText(size_t entry) const
{
    const Entry& e = m_entries.at(entry);
    QStringList parts{e.title};
    if (!e.right.isEmpty())
        parts.append(e.right);
    for (const EntryLine& line : e.lines)
        parts.append(line.text);
    return parts.join(QStringLiteral(" · "));
}

int EntryList::entryHeight(const Entry& entry) const
{
    return entrylist::kTitleHeight + int(entry.lines.size()) * entrylist::kLineHeight +
           entrylist::kGap;
}

int EntryList::heightForWidth(int) const
{
    int height = 0;
    for (const Entry& entry : m_entries)
        height += entryHeight(entry);
    return height;
}

QSize EntryList::sizeHint() const
{
    return {320, heightForWidth(320)};
}

QSize EntryList::minimumSizeHint() const
{
    return {200, heightForWidth(200)};
}

void EntryList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qreal top = 0;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const QRectF box(0, top, width(), entryHeight(m_entries[i]));
        if (hasFocus() && int(i) == m_current) {
            painter.setPen(QPen(m_appearance.theme().accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -4.5), 4, 4);
        }
        paintEntry(painter, m_entries[i], box, i + 1 == m_entries.size());
        top += box.height();
    }
}

void EntryList::paintEntry(QPainter& painter,
                           const Entry& entry,
                           const QRectF& box,
                           bool last) const
{
    using namespace entrylist;
    const Theme& theme = m_appearance.theme();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal shapeLeft = mirrored ? box.right() - kShape - 4 : box.left() + 4;
    const QRectF shape(shapeLeft, box.top() + (kTitleHeight - kShape) / 2, kShape, kShape);
    if (m_threaded && !last) {
        painter.setPen(QPen(theme.line, 1.5));
        painter.drawLine(
            QPointF(shape.center().x(), shape.bottom() + 3),
            QPointF(shape.center().x(), box.bottom() + (kTitleHeight - kShape) / 2 - 3));
    }
    drawShape(painter, shape, entry.look.shape, theme.tone(entry.look.tone).line);
    const QRectF text =
        mirrored ? box.adjusted(4, 0, -kIndent, 0) : box.adjusted(kIndent, 0, -4, 0);
    const QRectF head(text.left(), text.top(), text.width(), kTitleHeight);
    painter.setPen(theme.muted);
    painter.setFont(m_small);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignTrailing, entry.right);
    const qreal rightWidth = QFontMetricsF(m_small).horizontalAdvance(entry.right) + 8;
    QFont title = m_title;
    title.setStrikeOut(entry.struck);
    painter.setFont(title);
    painter.setPen(entry.struck ? theme.muted : theme.text);
    const QRectF titleBox =
        mirrored ? head.adjusted(rightWidth, 0, 0, 0) : head.adjusted(0, 0, -rightWidth, 0);
    painter.drawText(
        titleBox,
        Qt::AlignVCenter | Qt::AlignLeading,
        QFontMetricsF(title).elidedText(entry.title, Qt::ElideRight, titleBox.width()));
    painter.setPen(theme.muted);
    qreal top = head.bottom();
    for (const EntryLine& line : entry.lines) {
        const QFont& font = line.mono ? m_mono : m_small;
        painter.setFont(font);
        const QRectF row(text.left(), top, text.width(), kLineHeight);
        painter.drawText(row,
                         Qt::AlignVCenter | Qt::AlignLeading,
                         QFontMetricsF(font).elidedText(
                             line.text, line.mono ? Qt::ElideMiddle : Qt::ElideRight, row.width()));
        top += kLineHeight;
    }
}

void EntryList::keyPressEvent(QKeyEvent* event)
{
    if (m_entries.empty())
        return QWidget::keyPressEvent(event);
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(plainText(size_t(m_current)));
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        m_current = std::clamp(m_current + step, 0, int(m_entries.size()) - 1);
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void EntryList::mousePressEvent(QMouseEvent* event)
{
    int top = 0;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        top += entryHeight(m_entries[i]);
        if (event->position().y() < top) {
            m_current = int(i);
            setFocus(Qt::MouseFocusReason);
            update();
            return;
        }
    }
}

} // namespace tieout
