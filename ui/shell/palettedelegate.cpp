// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "ui/shell/keycaps.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace tieout {

namespace palettedelegate {

constexpr int kMargin = 16;
constexpr int kIcon = 18;

QIcon iconOf(const PaletteEntry& entry)
{
    if (entry.action && !entry.action->icon().isNull())
        return entry.action->icon();
    return lineIcon(entry.icon);
}

} // namespace palettedelegate

PaletteDelegate::PaletteDelegate(const Appearance& appearance, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_appearance(appearance)
    , m_title(interfaceFont(10.5))
    , m_detail(interfaceFont(9))
{}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(index)
    return {option.rect.width(), kRowHeight};
}

void PaletteDelegate::paintTitle(QPainter& painter,
                                 const PaletteEntry& entry,
                                 const QRectF& box) const
{
    const Theme& theme = m_appearance.theme();
    const QString text =
        QFontMetricsF(m_title).elidedText(entry.title, Qt::ElideRight, box.width());
    QTextLayout layout(text, m_title);
    QTextOption direction;
    direction.setTextDirection(painter.layoutDirection());
    direction.setWrapMode(QTextOption::NoWrap);
    direction.setAlignment(Qt::AlignLeading);
    if (painter.layoutDirection() == Qt::RightToLeft)
        direction.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    layout.setTextOption(direction);
    QList<QTextLayout::FormatRange> marks;
    for (const int at : entry.matched) {
        QTextCharFormat format;
        format.setForeground(theme.accent);
        format.setFontWeight(QFont::Medium);
        if (at < text.size())
            marks.append({at, 1, format});
    }
    if (entry.enabled)
        layout.setFormats(marks);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(box.width());
    layout.endLayout();
    painter.setPen(entry.enabled ? theme.text : theme.muted);
    layout.draw(&painter, QPointF(box.left(), box.center().y() - line.height() / 2));
}

void PaletteDelegate::paint(QPainter* painter,
                            const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    using namespace palettedelegate;
    const auto entry = index.data(PaletteModel::kEntryRole).value<PaletteEntry>();
    const Theme& theme = m_appearance.theme();
    painter->save();
    painter->setLayoutDirection(option.direction);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, current ? theme.selection : theme.surface);
    const auto mirrored = [&](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QRect all = option.rect;
    if (current)
        painter->fillRect(mirrored({all.left(), all.top(), 3, all.height()}), theme.accent);
    const QRect icon(all.left() + kMargin, all.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    iconOf(entry).paint(
        painter, mirrored(icon), Qt::AlignCenter, entry.enabled ? QIcon::Normal : QIcon::Disabled);
    const int left = icon.right() + 14;
    const QRectF whole = mirrored({left, all.top(), all.right() - kMargin - left, all.height()});
    const qreal used = paintKeys(*painter, entry.keys, whole, theme, option.direction);
    QRectF text = option.direction == Qt::RightToLeft ? whole.adjusted(used, 0, 0, 0)
                                                      : whole.adjusted(0, 0, -used, 0);
    if (!entry.detail.isEmpty()) {
        const QRectF below(text.left(), text.center().y() + 1, text.width(), 16);
        painter->setFont(m_detail);
        painter->setPen(theme.muted);
        painter->drawText(
            below,
            Qt::AlignLeading | Qt::AlignVCenter,
            QFontMetricsF(m_detail).elidedText(entry.detail, Qt::ElideRight, below.width()));
        text.setHeight(text.height() - 16);
    }
    paintTitle(*painter, entry, text);
    painter->restore();
}

} // namespace tieout
