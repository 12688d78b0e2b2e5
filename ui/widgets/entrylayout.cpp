// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/entrylayout.h"

#include "ui/widgets/numbertext.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace tieout {

namespace entrylayout {

constexpr qreal kTitleHeight = 22;
constexpr qreal kLineHeight = 17;
constexpr qreal kGap = 10;
constexpr qreal kShape = 12;
constexpr qreal kIcon = 14;
constexpr qreal kColumn = 22; // of a node, of an icon, of what is clicked
constexpr qreal kLane = 9;
constexpr int kMaxLanes = 3;
constexpr int kMaxLines = 5;

// Brackets that would cross share no column. Those that touch do: back and forth is one story.
void placeBrackets(const std::vector<Entry>& entries, EntryLayout& layout)
{
    std::vector<size_t> ends;
    for (size_t i = 0; i < entries.size(); ++i) {
        const auto to = entries[i].undoes;
        if (!to || *to <= i || *to >= entries.size())
            continue;
        const auto open =
            std::find_if(ends.begin(), ends.end(), [&](size_t end) { return end <= i; });
        const auto lane = int(open - ends.begin());
        if (lane >= kMaxLanes)
            continue;
        if (open == ends.end())
            ends.push_back(*to);
        else
            *open = *to;
        layout.brackets.push_back({i, *to, lane});
    }
    layout.lanes = int(ends.size());
}

struct Wrapped
{
    QString shown;
    qreal height = 0;
};

Wrapped wrapped(const QString& text, const QFont& font, qreal width)
{
    // A line is higher in some scripts than the font says.
    QTextLayout layout(text, font);
    // A word that no line holds is broken.
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    Wrapped result{text};
    int last = 0; // where the last line that is shown begins
    layout.beginLayout();
    QTextLine line = layout.createLine();
    for (int lines = 0; line.isValid() && lines < kMaxLines; line = layout.createLine(), ++lines) {
        line.setLineWidth(width);
        last = line.textStart();
        result.height += std::max(kLineHeight, std::ceil(line.height()));
    }
    layout.endLayout();
    result.height = std::max(result.height, kLineHeight);
    if (line.isValid())
        result.shown =
            text.left(last) + QFontMetricsF(font).elidedText(text.mid(last), Qt::ElideRight, width);
    return result;
}

EntryLineBox
lineBox(const EntryLine& line, const EntryFonts& fonts, qreal left, qreal top, qreal width)
{
    EntryLineBox placed;
    qreal room = width;
    const auto take = [&](bool wanted, QRectF& box) {
        if (!wanted)
            return;
        room -= kColumn;
        box = QRectF(left + room, top, kColumn, kLineHeight);
    };
    take(!line.link.isEmpty(), placed.link);
    take(!line.copy.isEmpty(), placed.copy);
    const Wrapped text = wrapped(line.text, fonts.of(line), room);
    placed.shown = text.shown;
    placed.text = QRectF(left, top, room, text.height);
    placed.box = QRectF(left, top, width, text.height);
    return placed;
}

EntryBox entryBox(const Entry& entry, const EntryFonts& fonts, qreal indent, qreal top, qreal width)
{
    EntryBox placed;
    placed.node = QRectF(indent + 4, top + (kTitleHeight - kShape) / 2, kShape, kShape);
    qreal left = indent + kColumn + 2;
    if (!entry.icon.isEmpty()) {
        placed.icon = QRectF(left, top + (kTitleHeight - kIcon) / 2, kIcon, kIcon);
        left += kColumn - 2;
    }
    const qreal right = width - 4;
    const qreal rightWidth =
        entry.right.isEmpty()
            ? 0
            : std::ceil(QFontMetricsF(fonts.small).horizontalAdvance(entry.right)) + 1;
    placed.right = QRectF(right - rightWidth, top, rightWidth, kTitleHeight);
    placed.title = QRectF(left, top, std::max(0.0, placed.right.left() - 8 - left), kTitleHeight);
    qreal y = top + kTitleHeight;
    for (const EntryLine& line : entry.lines) {
        placed.lines.push_back(lineBox(line, fonts, left, y, right - left));
        y += placed.lines.back().box.height();
    }
    placed.box = QRectF(0, top, width, y + kGap - top);
    return placed;
}

void mirror(QRectF& box, qreal width)
{
    if (!box.isEmpty())
        box.moveLeft(width - box.right());
}

} // namespace entrylayout

const QFont& EntryFonts::of(const EntryLine& line) const
{
    return line.mono && !hasLettersToTheLeft(line.text) ? mono : small;
}

EntryLayout layOutEntries(const std::vector<Entry>& entries,
                          const EntryFonts& fonts,
                          qreal width,
                          bool mirrored)
{
    using namespace entrylayout;
    EntryLayout layout;
    placeBrackets(entries, layout);
    for (const Entry& entry : entries) {
        layout.boxes.push_back(entryBox(entry, fonts, kLane * layout.lanes, layout.height, width));
        layout.height += layout.boxes.back().box.height();
    }
    if (!mirrored)
        return layout;
    for (EntryBox& each : layout.boxes) {
        for (QRectF* box : {&each.node, &each.icon, &each.title, &each.right})
            mirror(*box, width);
        for (EntryLineBox& line : each.lines) {
            for (QRectF* box : {&line.box, &line.text, &line.copy, &line.link})
                mirror(*box, width);
        }
    }
    return layout;
}

qreal bracketX(const EntryLayout& layout, int lane, qreal width, bool mirrored)
{
    const qreal x = 3 + entrylayout::kLane * (layout.lanes - 1 - lane);
    return mirrored ? width - x : x;
}

} // namespace tieout
