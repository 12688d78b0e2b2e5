// SPDX-License-Identifier: GPL-3.0-or-later
// Navigation: the rail at the leading edge: a button for each page that exists, those of the house
// (settings, theme) at its foot. Buttons carry actions, so that keys, palette and rail agree. GUI
// thread.
#pragma once

#include <QWidget>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace tieout {

class Navigation final : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget* parent = nullptr);

    void addPage(QAction& page);
    // Icons only, at the foot.
    QToolButton& addFoot(QAction& action);

private:
    QVBoxLayout* m_column;
    int m_pages = 0;
};

// Name and keys, for a tool tip: "Settings (Ctrl+,)".
QString tipOf(const QAction& action);

} // namespace tieout
