// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <cmath>

namespace tieout {

namespace themetables {

ToneColors tone(const char* ground, const char* ink, const char* line)
{
    return {QColor(QLatin1String(ground)), QColor(QLatin1String(ink)), QColor(QLatin1String(line))};
}

QColor color(const char* name)
{
    return QColor(QLatin1String(name));
}

Theme makeLight()
{
    Theme t;
    t.window = color("#f3f4f6");
    t.surface = color("#ffffff");
    t.raised = color("#fafbfc");
    t.line = color("#e2e5ea");
    t.edge = color("#828d9d");
    t.text = color("#18212c");
    t.muted = color("#5b6675");
    t.accent = color("#2357d9");
    t.onAccent = color("#ffffff");
    t.selection = color("#e4ecfd");
    t.hover = color("#f3f6fb");
    t.production = color("#c0262d");
    t.onProduction = color("#ffffff");
    t.sandbox = color("#ffd566");
    t.sandboxStripe = color("#f5bd2f");
    t.onSandbox = color("#3d2a00");
    t.tones = {tone("#eceff3", "#475160", "#7a8594"),
               tone("#e7f1f8", "#1c5576", "#3c86b3"),
               tone("#e3ebfd", "#1f4bbd", "#2f62e0"),
               tone("#dff4e7", "#12633a", "#1e9158"),
               tone("#fdf0d3", "#7a4d00", "#b87700"),
               tone("#fde5e4", "#a01c22", "#d6353c"),
               tone("#efe7fb", "#5b2f9e", "#7f4bd0"),
               tone("#dcf3f2", "#0d5c5f", "#14898d")};
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = color("#12161c");
    t.surface = color("#191e26");
    t.raised = color("#1e242d");
    t.line = color("#2d353f");
    t.edge = color("#6f7a8a");
    t.text = color("#e5e9ef");
    t.muted = color("#9ba6b4");
    t.accent = color("#7aa2ff");
    t.onAccent = color("#0d1526");
    t.selection = color("#24344f");
    t.hover = color("#1f2630");
    t.production = color("#d9363e");
    t.onProduction = color("#ffffff");
    t.sandbox = color("#59450f");
    t.sandboxStripe = color("#6e5716");
    t.onSandbox = color("#ffe9b0");
    t.tones = {tone("#2b323c", "#c2cad5", "#8b96a5"),
               tone("#1b3444", "#9dd0ee", "#5fa9d3"),
               tone("#1f3160", "#b3c9ff", "#7aa2ff"),
               tone("#16392a", "#8fe0b3", "#43b97c"),
               tone("#44330f", "#ffd483", "#e0a52c"),
               tone("#4a1f22", "#ffb4b1", "#f0666b"),
               tone("#35264f", "#d6bdff", "#a97df0"),
               tone("#123a3c", "#8fe0e2", "#3fb6ba")};
    return t;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

// Cards, overlays, push buttons, settings: %1 to %10 as in styleSheet().
QString frameSheet()
{
    return QStringLiteral(
        "QWidget[card=\"true\"], #overlayCard { background: %4; border: 1px solid %2;"
        " border-radius: 10px; }"
        "#paletteField { border: none; border-bottom: 1px solid %2; border-radius: 0;"
        " background: transparent; min-height: 52px; padding: 0 12px; }"
        "#overlayFoot { color: %3; border-top: 1px solid %2; }"
        "QPushButton { color: %6; background: %4; border: 1px solid %2; border-radius: 6px;"
        " padding: 0 14px; min-height: 30px; }"
        "QPushButton:hover { background: %7; }"
        "QPushButton:focus { border: 1px solid %5; }"
        "QPushButton:disabled { color: %3; background: %1; }"
        "QPushButton[primary=\"true\"] { color: %10; background: %5; border: 1px solid %5;"
        " font-weight: 500; }"
        "QPushButton[primary=\"true\"]:focus { border: 2px solid %6; }"
        "QPushButton[primary=\"true\"]:disabled { color: %3; background: %1;"
        " border: 1px solid %2; }"
        "#settingsSide { background: %1; border-right: 1px solid %2; }"
        "#sections { background: transparent; border: none; outline: none; }"
        "#sections::item { padding: 8px 12px; border-radius: 6px; color: %6; }"
        "#sections::item:selected { background: %4; color: %5; border: 1px solid %2; }"
        "#sections::item:focus { border: 1px solid %5; }"
        "#candidates { border: 1px solid %2; border-radius: 6px; }"
        "#candidates:focus { border: 1px solid %5; }"
        "QProgressBar { background: %2; border: none; border-radius: 3px; }"
        "QProgressBar::chunk { background: %5; border-radius: 3px; }");
}

} // namespace themetables

const Theme& Theme::light()
{
    static const Theme theme = themetables::makeLight();
    return theme;
}

const Theme& Theme::darkOne()
{
    static const Theme theme = themetables::makeDark();
    return theme;
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = themetables::luminance(a) + 0.05;
    const double second = themetables::luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, surface);
    p.setColor(QPalette::AlternateBase, raised);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, muted);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, onAccent);
    p.setColor(QPalette::ToolTipBase, dark ? raised : text);
    p.setColor(QPalette::ToolTipText, dark ? text : surface);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Light, dark ? line.lighter(130) : surface);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, dark ? window : line.darker(115));
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : line.darker(140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, muted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return p;
}

QString Theme::styleSheet() const
{
    const QString sheet =
        themetables::frameSheet() +
        QStringLiteral(
            "QToolTip { color: %9; background: %8; border: 1px solid %2; padding: 4px 6px; }"
            "QHeaderView { background: %1; }"
            "QHeaderView::section { background: %1; color: %3; border: none;"
            " border-bottom: 1px solid %2; padding: 0 10px; font-weight: 500; }"
            "QLineEdit { background: %4; border: 1px solid %11; border-radius: 6px; padding: 0 8px;"
            " min-height: 28px; selection-background-color: %5; }"
            "QLineEdit:focus { border: 1px solid %5; }"
            "QSpinBox[plain=\"true\"] { background: %4; border: 1px solid %11; border-radius: 6px;"
            " padding: 0 8px; min-height: 28px; }"
            "QSpinBox[plain=\"true\"]:focus { border: 1px solid %5; }"
            "QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 8px;"
            " color: %6; }"
            "QToolButton:hover { background: %7; }"
            "QToolButton:disabled { color: %3; }"
            "QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid %3;"
            " border-radius: 8px; background: %4; }"
            "QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid %5; }"
            "QRadioButton::indicator:focus { border-color: %5; }"
            "QRadioButton::indicator:disabled { border-color: %2; background: %1; }"
            "QRadioButton:disabled { color: %3; }"
            "QToolButton[framed=\"true\"]:disabled { color: %3; background: %1; }"
            "QToolButton:focus { border: 1px solid %5; }"
            "QToolButton[framed=\"true\"] { border: 1px solid %2; background: %4; min-height: "
            "20px; }"
            "QToolButton[framed=\"true\"]:focus { border: 1px solid %5; }"
            "QToolButton::menu-indicator { image: none; }"
            "QSplitter::handle { background: %2; }"
            "QMenu { background: %4; border: 1px solid %2; padding: 4px; }"
            "QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }"
            "QMenu::item:selected { background: %7; }"
            "QMenu::item:disabled { color: %3; }"
            "QMenu::separator { height: 1px; background: %2; margin: 4px 8px; }"
            "QAbstractScrollArea::corner { background: transparent; border: none; }"
            "QScrollBar { background: transparent; border: none; margin: 0; }"
            "QScrollBar:vertical { width: 11px; } QScrollBar:horizontal { height: 11px; }"
            "QScrollBar::handle { background: %2; border-radius: 4px; margin: 2px; }"
            "QScrollBar::handle:vertical { min-height: 32px; }"
            "QScrollBar::handle:horizontal { min-width: 32px; }"
            "QScrollBar::handle:hover { background: %3; }"
            "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
            "#toolBar, #footer { background: %1; }"
            "#toolBar { border-bottom: 1px solid %2; }"
            "#chip { background: %4; border: 1px solid %2; border-radius: 13px; }"
            "#chip QToolButton { padding: 0; border-radius: 11px; }"
            "#chips, #chips > QWidget > QWidget { background: transparent; }"
            "#footer { border-top: 1px solid %2; }"
            "#footer QLabel { color: %3; }"
            "#rail { background: %1; border-right: 1px solid %2; }"
            "#detail, #detail > QWidget { background: %4; }");
    return sheet.arg(raised.name(), line.name(), muted.name(), surface.name(), accent.name())
        .arg(text.name(),
             hover.name(),
             (dark ? raised : text).name(),
             (dark ? text : surface).name(),
             onAccent.name(),
             edge.name());
}

} // namespace tieout
