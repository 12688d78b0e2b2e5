// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/railline.h"

#include "ui/overview/overviewwords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/statuslook.h"
#include "ui/widgets/plaintip.h"
#include "ui/widgets/raillabel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <array>

namespace tieout {

namespace railline {

constexpr int kHeight = 52;
constexpr int kTrouble = 26;
constexpr qreal kInset = 10;
constexpr qreal kShape = 14;
constexpr qreal kArrow = 20;

// Names of the columns and their shares of the width, in hundredths.
struct Column
{
    const char* name;
    int share;
};

constexpr std::array kColumns{
    Column{QT_TRANSLATE_NOOP("RailLine", "Rail"), 22},
    Column{QT_TRANSLATE_NOOP("RailLine", "Head"), 14},
    Column{QT_TRANSLATE_NOOP("RailLine", "Behind"), 12},
    Column{QT_TRANSLATE_NOOP("RailLine", "Finality"), 15},
    Column{QT_TRANSLATE_NOOP("RailLine", "Coverage"), 14},
    Column{QT_TRANSLATE_NOOP("RailLine", "Sources"), 12},
    Column{QT_TRANSLATE_NOOP("RailLine", "Reorganisations"), 11},
};

QRectF columnBox(const QWidget& row, size_t column, qreal top, qreal height)
{
    const qreal all = row.width() - 2 * kInset - kArrow;
    qreal left = kInset;
    for (size_t i = 0; i < column; ++i)
        left += all * kColumns[i].share / 100;
    const qreal wide = all * kColumns[column].share / 100 - 8;
    const QRectF box(left, top, wide, height);
    if (row.layoutDirection() == Qt::LeftToRight)
        return box;
    return {row.width() - box.right(), top, wide, height};
}

void drawCut(QPainter& painter, const QRectF& box, const QString& text)
{
    const QString cut = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, box.width());
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, cut);
}

} // namespace railline

RailHeader::RailHeader(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setFixedHeight(24);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void RailHeader::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(mediumOf(interfaceFont(9)));
    painter.setPen(theme.muted);
    for (size_t i = 0; i < railline::kColumns.size(); ++i)
        railline::drawCut(painter,
                          railline::columnBox(*this, i, 0, height() - 1),
                          QCoreApplication::translate("RailLine", railline::kColumns[i].name));
    painter.setPen(theme.line);
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
}

RailLine::RailLine(const Appearance& appearance, QWidget* parent)
    : QAbstractButton(parent)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("railLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QSize RailLine::sizeHint() const
{
    return {640, railline::kHeight + (m_trouble.isEmpty() ? 0 : railline::kTrouble)};
}

void RailLine::setRail(const RailStatus& rail, UtcTime now)
{
    m_rail = rail;
    m_now = now;
    const QString trouble = railTroubleText(rail);
    const bool resized = trouble.isEmpty() != m_trouble.isEmpty();
    m_trouble = trouble;
    const RailCell cells[] = {headCell(rail),
                              lagCell(rail, now),
                              finalityCell(rail),
                              coverageCell(rail),
                              sourcesCell(rail),
                              reorgsCell(rail)};
    QStringList words{railStateText(rail)};
    for (size_t i = 0; i < std::size(cells); ++i) {
        const QString name =
            QCoreApplication::translate("RailLine", railline::kColumns[i + 1].name);
        words.append(cells[i].note.isEmpty()
                         ? tr("%1: %2").arg(name, cells[i].value)
                         //: A name, a value, a remark.
                         : tr("%1: %2, %3").arg(name, cells[i].value, cells[i].note));
    }
    if (!trouble.isEmpty())
        words.append(trouble);
    setAccessibleName(tr("Rail %1").arg(rail.name));
    setAccessibleDescription(words.join(u'\n'));
    setToolTip(plainTip(words.join(u'\n')));
    if (resized)
        updateGeometry();
    update();
}

void RailLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void RailLine::paintName(QPainter& painter, const QRectF& box) const
{
    const Theme& theme = m_appearance.theme();
    const Look look = lookOfRail(m_rail);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const qreal indent = railline::kShape + 10;
    const QRectF shape(rtl ? box.right() - railline::kShape : box.left(),
                       box.top() + 10,
                       railline::kShape,
                       railline::kShape);
    drawShape(painter, shape, look.shape, theme.tone(look.tone).line);
    const QRectF words = rtl ? box.adjusted(0, 0, -indent, 0) : box.adjusted(indent, 0, 0, 0);
    painter.setFont(mediumOf(interfaceFont(10.5)));
    painter.setPen(theme.text);
    railline::drawCut(painter, QRectF(words.left(), box.top() + 7, words.width(), 20), m_rail.name);
    painter.setFont(interfaceFont(9));
    painter.setPen(look.tone == Tone::Good ? theme.muted : theme.tone(look.tone).ink);
    //: The state of a rail, then which chain it is.
    const QString note = m_rail.chain.isEmpty()
                             ? railStateText(m_rail)
                             : tr("%1 · %2").arg(railStateText(m_rail), m_rail.chain);
    railline::drawCut(painter, QRectF(words.left(), box.top() + 27, words.width(), 18), note);
}

void RailLine::paintTrouble(QPainter& painter, const QRectF& box) const
{
    const ToneColors& tone = m_appearance.theme().tone(m_rail.frozen ? Tone::Bad : Tone::Caution);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.ground);
    painter.drawRoundedRect(box, 5, 5);
    painter.setFont(interfaceFont(9.25));
    painter.setPen(tone.ink);
    railline::drawCut(painter, box.adjusted(8, 0, -8, 0), m_trouble);
}

void RailLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6);
    }
    paintName(painter, railline::columnBox(*this, 0, 0, railline::kHeight));
    const RailCell cells[] = {headCell(m_rail),
                              lagCell(m_rail, m_now),
                              finalityCell(m_rail),
                              coverageCell(m_rail),
                              sourcesCell(m_rail),
                              reorgsCell(m_rail)};
    for (size_t i = 0; i < std::size(cells); ++i) {
        const QRectF box = railline::columnBox(*this, i + 1, 7, 20);
        const bool plain = cells[i].tone == Tone::Neutral;
        painter.setFont(plain ? interfaceFont(10) : mediumOf(interfaceFont(10)));
        painter.setPen(plain ? theme.text : theme.tone(cells[i].tone).ink);
        railline::drawCut(painter, box, cells[i].value);
        painter.setFont(interfaceFont(9));
        painter.setPen(theme.muted);
        railline::drawCut(painter, box.translated(0, 20), cells[i].note);
    }
    if (!m_trouble.isEmpty())
        paintTrouble(painter,
                     QRectF(railline::kInset,
                            railline::kHeight - 4,
                            width() - 2 * railline::kInset,
                            railline::kTrouble - 2));
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const qreal x = rtl ? railline::kInset + 8 : width() - railline::kInset - 8;
    const qreal tip = rtl ? x - 4 : x + 4;
    painter.setPen(QPen(theme.muted, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal y = railline::kHeight / 2.0;
    painter.drawPolyline(QPolygonF{QPointF(x, y - 4), QPointF(tip, y), QPointF(x, y + 4)});
}

} // namespace tieout
