// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/statuslook.h"
#include "ui/widgets/numbertext.h"

#include <QAbstractScrollArea>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tieout {

namespace celldelegate {

constexpr qreal kMargin = 10;
constexpr int kMostPlaces = 6; // room on the right of the point
constexpr QChar kThinSpace(0x202f);
constexpr qreal kNoteShape = 10; // beside a status: something is being decided
constexpr qreal kNoteGap = 7;

} // namespace celldelegate

struct CellDelegate::Cell
{
    QPainter& painter;
    const QStyleOptionViewItem& option;
    const QModelIndex& index;
    const Theme& theme;
    QRectF box; // without margins
    QString text;

    const QueueRow record() const { return index.data(RecordRole).value<QueueRow>(); }
};

AmountParts amountParts(const Amount& amount)
{
    AmountParts parts;
    const QString text = amount.toText();
    const qsizetype point = text.indexOf(u'.');
    parts.whole = point < 0 ? text : text.left(point);
    parts.fraction = point < 0 ? QString() : text.mid(point + 1);
    const qsizetype sign = parts.whole.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = parts.whole.size() - 3; at > sign; at -= 3)
        parts.whole.insert(at, celldelegate::kThinSpace);
    if (sign == 1)
        parts.whole.replace(0, 1, QChar(0x2212));
    const qsizetype places = std::min(2, amount.decimals());
    if (parts.fraction.size() < places)
        parts.padding = QString(places - parts.fraction.size(), u'0');
    return parts;
}

QString amountText(const Amount& amount)
{
    const AmountParts parts = amountParts(amount);
    const QString fraction = parts.fraction + parts.padding;
    return fraction.isEmpty() ? parts.whole : parts.whole + u'.' + fraction;
}

CellDelegate::CellDelegate(const Appearance& appearance, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_appearance(appearance)
    , m_pillFont(mediumOf(interfaceFont(9)))
    , m_monoFont(monoFont(9))
{}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {80, 28};
}

void CellDelegate::paint(QPainter* painter,
                         const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const qreal margin = celldelegate::kMargin;
    const Cell cell{*painter,
                    option,
                    index,
                    m_appearance.theme(),
                    QRectF(option.rect).adjusted(margin, 0, -margin, 0),
                    index.data(Qt::DisplayRole).toString()};
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintGround(cell);
    painter->setFont(option.font);
    painter->setPen(cell.theme.text);
    if (index.data(LoadingRole).toBool()) {
        painter->setPen(cell.theme.muted);
        painter->drawText(cell.box, Qt::AlignVCenter | Qt::AlignLeading, cell.text);
        painter->restore();
        return;
    }
    switch (CellKind(index.data(KindRole).toInt())) {
    case CellKind::Status:
        paintStatus(cell);
        break;
    case CellKind::Labels:
        paintLabels(cell);
        break;
    case CellKind::Amount:
        paintAmount(cell);
        break;
    case CellKind::Progress:
        paintProgress(cell);
        break;
    case CellKind::Mono:
        painter->setFont(m_monoFont);
        painter->setPen(cell.theme.muted);
        paintText(cell);
        break;
    case CellKind::Time:
        painter->setPen(cell.theme.muted);
        paintText(cell);
        break;
    case CellKind::Age:
        paintAge(cell);
        break;
    case CellKind::Text:
        paintText(cell);
        break;
    }
    painter->restore();
}

void CellDelegate::paintGround(const Cell& cell) const
{
    const bool selected = cell.option.state.testFlag(QStyle::State_Selected);
    const bool hovered = cell.option.state.testFlag(QStyle::State_MouseOver);
    if (selected)
        cell.painter.fillRect(cell.option.rect, cell.theme.selection);
    else if (hovered)
        cell.painter.fillRect(cell.option.rect, cell.theme.hover);
    QRect line = cell.option.rect;
    line.setTop(line.bottom());
    cell.painter.fillRect(line, cell.theme.line);
    if (cell.option.state.testFlag(QStyle::State_HasFocus)) {
        cell.painter.setPen(QPen(cell.theme.accent, 1));
        cell.painter.drawRect(QRectF(cell.option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
    }
}

void CellDelegate::paintStatus(const Cell& cell) const
{
    using namespace celldelegate;
    const QString note = cell.index.data(NoteRole).toString();
    const bool mirrored = cell.option.direction == Qt::RightToLeft;
    const qreal room = note.isEmpty() ? 0 : kNoteShape + kNoteGap;
    const QRectF pill =
        drawPill(cell.painter,
                 mirrored ? cell.box.adjusted(room, 0, 0, 0) : cell.box.adjusted(0, 0, -room, 0),
                 cell.text,
                 lookOf(cell.record().status),
                 cell.theme,
                 m_pillFont);
    if (note.isEmpty())
        return;
    const ToneColors& tone = cell.theme.tone(Tone::Progress);
    const qreal left = mirrored ? pill.left() - room : pill.right() + kNoteGap;
    drawShape(cell.painter,
              {left, pill.center().y() - kNoteShape / 2, kNoteShape, kNoteShape},
              Shape::Half,
              tone.line);
    QRectF words = cell.box;
    mirrored ? words.setRight(left - kNoteGap / 2)
             : words.setLeft(left + kNoteShape + kNoteGap / 2);
    // Half a word says less than the shape alone; the tip has all of it.
    if (words.width() < QFontMetricsF(m_pillFont).horizontalAdvance(note))
        return;
    cell.painter.setFont(m_pillFont);
    cell.painter.setPen(cell.theme.muted);
    cell.painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, note);
}

void CellDelegate::paintLabels(const Cell& cell) const
{
    cell.painter.setFont(m_pillFont);
    cell.painter.setPen(cell.theme.muted);
    paintText(cell);
}

void CellDelegate::paintAmount(const Cell& cell) const
{
    const QueueRow row = cell.record();
    const auto column = PaymentsTable::Column(cell.index.column());
    const Amount amount = column == PaymentsTable::Column::Due        ? row.due
                          : column == PaymentsTable::Column::Received ? row.received
                                                                      : row.remaining;
    const QFontMetricsF metrics(cell.option.font);
    const qreal digit = metrics.horizontalAdvance(u'0');
    // Numbers run from left to right in every language.
    cell.painter.setLayoutDirection(Qt::LeftToRight);
    const AmountParts parts = amountParts(amount);
    const int places = placesFor(cell, int(parts.fraction.size()));
    const qreal point = cell.box.right() - digit * places - metrics.horizontalAdvance(u'.');
    const bool quiet = amount.isZero() && column != PaymentsTable::Column::Due;
    const QRectF left(cell.box.left(), cell.box.top(), point - cell.box.left(), cell.box.height());
    const QRectF right(point, cell.box.top(), cell.box.right() - point + 4, cell.box.height());
    if (quiet) {
        cell.painter.setPen(cell.theme.muted);
        cell.painter.drawText(left, Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("–"));
        return;
    }
    cell.painter.drawText(left,
                          Qt::AlignVCenter | Qt::AlignRight,
                          metrics.elidedText(parts.whole, Qt::ElideLeft, left.width()));
    if (parts.fraction.isEmpty() && parts.padding.isEmpty())
        return;
    const QString solid =
        u'.' + metrics.elidedText(parts.fraction, Qt::ElideRight, digit * places + 2);
    if (parts.fraction.isEmpty())
        cell.painter.setPen(cell.theme.muted);
    cell.painter.drawText(right, Qt::AlignVCenter | Qt::AlignLeft, solid);
    cell.painter.setPen(cell.theme.muted);
    cell.painter.drawText(right.adjusted(metrics.horizontalAdvance(solid), 0, 0, 0),
                          Qt::AlignVCenter | Qt::AlignLeft,
                          parts.padding);
}

// Room for the longest fraction that was ever painted, so that all points stand in one line and
// what is common ends where its header ends.
int CellDelegate::placesFor(const Cell& cell, int fraction) const
{
    const int wanted = std::min(fraction, celldelegate::kMostPlaces);
    if (wanted > m_places) {
        m_places = wanted;
        if (const auto* view = qobject_cast<const QAbstractScrollArea*>(cell.option.widget))
            view->viewport()->update();
    }
    return m_places;
}

void CellDelegate::paintProgress(const Cell& cell) const
{
    if (cell.text.isEmpty())
        return;
    const QueueRow row = cell.record();
    const bool reached = row.confirmation == ConfirmationState::Confirmed ||
                         row.confirmation == ConfirmationState::Final;
    const ToneColors& tone = cell.theme.tone(reached ? Tone::Good : Tone::Progress);
    const auto parts = cell.text.split(u'/');
    const double have = parts.value(0).toDouble();
    const double need = parts.value(1).toDouble();
    const double share = reached ? 1.0 : need > 0 ? std::clamp(have / need, 0.0, 1.0) : 0.0;
    constexpr qreal kBarHeight = 4;
    const bool mirrored = cell.option.direction == Qt::RightToLeft;
    QRectF bar(mirrored ? cell.box.right() - kProgressBar : cell.box.left(),
               cell.box.center().y() - kBarHeight / 2,
               kProgressBar,
               kBarHeight);
    cell.painter.setRenderHint(QPainter::Antialiasing);
    cell.painter.setPen(Qt::NoPen);
    cell.painter.setBrush(cell.theme.line);
    cell.painter.drawRoundedRect(bar, 2, 2);
    if (share > 0) {
        QRectF done = bar;
        done.setWidth(std::max(kBarHeight, kProgressBar * share));
        if (mirrored)
            done.moveRight(bar.right());
        cell.painter.setBrush(tone.line);
        cell.painter.drawRoundedRect(done, 2, 2);
    }
    cell.painter.setPen(reached ? cell.theme.muted : cell.theme.text);
    const QRectF beside = mirrored ? cell.box.adjusted(0, 0, -kProgressBar - kProgressGap, 0)
                                   : cell.box.adjusted(kProgressBar + kProgressGap, 0, 0, 0);
    if (!hasLettersToTheLeft(cell.text))
        cell.painter.setLayoutDirection(Qt::LeftToRight);
    cell.painter.drawText(
        beside,
        Qt::AlignVCenter | Qt::AlignAbsolute | (mirrored ? Qt::AlignRight : Qt::AlignLeft),
        QFontMetricsF(cell.painter.font()).elidedText(cell.text, Qt::ElideRight, beside.width()));
}

// Ages without a step begin where the others do.
void CellDelegate::paintAge(Cell cell) const
{
    using namespace celldelegate;
    const bool mirrored = cell.option.direction == Qt::RightToLeft;
    const QVariant step = cell.index.data(AgeStepRole);
    cell.painter.setPen(cell.theme.muted);
    if (step.isValid()) {
        const Look look = lookOf(AgeStep(step.toInt()));
        const ToneColors& tone = cell.theme.tone(look.tone);
        const qreal left = mirrored ? cell.box.right() - kAgeShape : cell.box.left();
        const qreal top = std::floor(cell.box.center().y() - kAgeShape / 2.0); // whole pixels
        drawShape(cell.painter, {left, top, kAgeShape, kAgeShape}, look.shape, tone.line);
        cell.painter.setPen(tone.ink);
    }
    const qreal room = kAgeShape + kNoteGap;
    cell.box.adjust(mirrored ? 0 : room, 0, mirrored ? -room : 0, 0);
    paintText(cell);
}

void CellDelegate::paintText(const Cell& cell) const
{
    const QFontMetricsF metrics(cell.painter.font());
    const bool mirrored = cell.option.direction == Qt::RightToLeft;
    if (!hasLettersToTheLeft(cell.text))
        cell.painter.setLayoutDirection(Qt::LeftToRight);
    cell.painter.drawText(cell.box,
                          Qt::AlignVCenter | Qt::AlignAbsolute |
                              (mirrored ? Qt::AlignRight : Qt::AlignLeft),
                          metrics.elidedText(cell.text, Qt::ElideRight, cell.box.width()));
}

} // namespace tieout
