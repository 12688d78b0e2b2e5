// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/filteredit.h"

#include "model/domain/filterparser.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QPainter>
#include <QTextLayout>

namespace tieout {

namespace filteredit {

// QLineEdit's rectangle of the cursor begins so far before the cursor itself.
constexpr int kCursorMargin = 5;
constexpr int kSideMargin = 30; // of the icons within the frame

} // namespace filteredit

FilterEdit::FilterEdit(const Appearance& appearance, QWidget* parent)
    : QLineEdit(parent)
    , m_appearance(appearance)
{
    setMaxLength(int(kMaxFilterInput));
    addActions();
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void FilterEdit::addActions()
{
    addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    QAction* history = addAction(lineIcon(QStringLiteral("clock")), QLineEdit::TrailingPosition);
    history->setObjectName(QStringLiteral("filterHistory"));
    history->setText(tr("Filters used before"));
    history->setToolTip(tr("Filters used before (↓ in the empty field)"));
    connect(history, &QAction::triggered, this, &FilterEdit::historyWanted);
    QAction* wipe = addAction(lineIcon(QStringLiteral("close")), QLineEdit::TrailingPosition);
    wipe->setObjectName(QStringLiteral("clearFilterText"));
    wipe->setText(tr("Clear"));
    wipe->setToolTip(tr("Clear the filter"));
    wipe->setVisible(false);
    connect(wipe, &QAction::triggered, this, [this] {
        setFocus(Qt::MouseFocusReason);
        clear();
    });
    connect(this, &QLineEdit::textChanged, wipe, [wipe](const QString& text) {
        wipe->setVisible(!text.isEmpty());
    });
}

void FilterEdit::setWrongParts(std::vector<FilterSpan> parts)
{
    if (parts == m_wrong)
        return;
    m_wrong = std::move(parts);
    update();
}

void FilterEdit::replace(const FilterSpan& part, const QString& text)
{
    setSelection(int(part.start), int(part.length));
    if (part.length == 0)
        setCursorPosition(int(part.start));
    insert(text);
}

void FilterEdit::layOut(QTextLayout& layout) const
{
    // As QLineEdit lays it out: one line, its direction from the text.
    QTextOption option;
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setFlags(QTextOption::IncludeTrailingSpaces);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

// The cursor tells how far the line is scrolled.
qreal FilterEdit::originOf(const QTextLayout& layout) const
{
    const qreal cursor = layout.lineAt(0).cursorToX(cursorPosition());
    return cursorRect().left() + filteredit::kCursorMargin - cursor;
}

qreal FilterEdit::xOf(qsizetype place) const
{
    QTextLayout layout(displayText(), font());
    layOut(layout);
    return originOf(layout) + layout.lineAt(0).cursorToX(int(place));
}

void FilterEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_wrong.empty() || m_composing || text().isEmpty())
        return;
    QTextLayout layout(displayText(), font());
    QList<QTextLayout::FormatRange> marks;
    for (const FilterSpan& part : m_wrong) {
        QTextCharFormat wave;
        wave.setForeground(Qt::transparent);
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(m_appearance.theme().tone(Tone::Bad).line);
        marks.append({int(part.start), int(part.length), wave});
    }
    layout.setFormats(marks);
    layOut(layout);
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int icons = filteredit::kSideMargin * 2;
    painter.setClipRect(rect().adjusted(mirrored ? icons : filteredit::kSideMargin,
                                        1,
                                        mirrored ? -filteredit::kSideMargin : -icons,
                                        -1));
    painter.setPen(Qt::transparent);
    layout.draw(&painter, QPointF(originOf(layout), cursorRect().top()));
}

void FilterEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void FilterEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT focusChanged(true);
}

void FilterEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    Q_EMIT focusChanged(false);
}

} // namespace tieout
