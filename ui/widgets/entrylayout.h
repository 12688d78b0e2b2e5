// SPDX-License-Identifier: GPL-3.0-or-later
// What an EntryList shows, and where each part of it stands for a width. Plain values; GUI thread,
// for it measures text.
#pragma once

#include "ui/theme/statuslook.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace tieout {

// Wraps, to five lines at most; what is longer ends in "…" there. What `copy` holds is copied whole
// with one click or key; `link` is opened in the browser.
struct EntryLine
{
    QString text;
    bool mono = false;
    QString copy = {};
    QString link = {};
    QString tip = {};

    bool operator==(const EntryLine&) const = default;
};

struct Entry
{
    Look look;
    QString title;
    QString right;
    std::vector<EntryLine> lines;
    bool struck = false; // taken back
    QString icon = {};   // where it comes from: of resources/icons
    QString source = {}; // the icon in a word
    QString tip = {};    // of what is on the right
    // The entry further down that this one takes back: a bracket joins the two.
    std::optional<size_t> undoes = {};

    bool operator==(const Entry&) const = default;
};

struct EntryFonts
{
    QFont title;
    QFont small;
    QFont mono;

    // Of a line. Words of a script that joins its letters would be squeezed into equal widths.
    const QFont& of(const EntryLine& line) const;
};

struct EntryLineBox
{
    QRectF box; // whole
    QRectF text;
    QString shown; // of the text
    QRectF copy;   // where it is clicked; empty without
    QRectF link;
};

struct EntryBox
{
    QRectF box;
    QRectF node;
    QRectF icon; // empty without
    QRectF title;
    QRectF right;
    std::vector<EntryLineBox> lines;
};

// `lane` is the column of the bracket, counted from the nodes.
struct EntryBracket
{
    size_t from = 0; // the one that takes back
    size_t to = 0;
    int lane = 0;
};

struct EntryLayout
{
    std::vector<EntryBox> boxes;
    std::vector<EntryBracket> brackets; // those that find a column
    int lanes = 0;
    qreal height = 0;
};

EntryLayout layOutEntries(const std::vector<Entry>& entries,
                          const EntryFonts& fonts,
                          qreal width,
                          bool mirrored);
// The leading edge of a bracket's upright stroke.
qreal bracketX(const EntryLayout& layout, int lane, qreal width, bool mirrored);

} // namespace tieout
