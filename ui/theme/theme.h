// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: every colour of the console, in one table for light and one for dark. Immutable values.
// Text on its ground has a contrast of at least 4.5:1, a shape, a field's edge and the focus 3:1; a
// test computes it from these tables.
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace tieout {

// What a state means to the person who looks; its colour follows from it.
enum class Tone { Neutral, Waiting, Progress, Good, Caution, Bad, Held, Over };
inline constexpr int kToneCount = 8;

struct ToneColors
{
    QColor ground; // of a pill
    QColor ink;    // text and shape on that ground
    QColor line;   // a thin line or a shape on the surface
};

struct Theme
{
    bool dark = false;
    QColor window;  // behind everything
    QColor surface; // tables, cards
    QColor raised;  // headers, tool bars
    QColor line;    // parts one thing from another; nothing depends on it
    QColor edge;    // shows where a field is
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent;
    QColor selection; // ground of selected rows; their text stays `text`
    QColor hover;
    QColor production;
    QColor onProduction;
    QColor sandbox;
    QColor sandboxStripe;
    QColor onSandbox;
    std::array<ToneColors, kToneCount> tones;

    static const Theme& light();
    static const Theme& darkOne();

    const ToneColors& tone(Tone tone) const { return tones[size_t(tone)]; }
    QPalette palette() const;
    // For cards, headers and tool bars only; tables and their cells are painted by delegates.
    QString styleSheet() const;
};

// The ratio of WCAG 2.1, 1 to 21.
double contrast(const QColor& a, const QColor& b);

} // namespace tieout
