// SPDX-License-Identifier: GPL-3.0-or-later
// ShortcutSheet (? or F1): every key of the console by group, from the table that makes them. GUI
// thread.
#pragma once

#include "ui/shell/overlay.h"

class QGridLayout;

namespace tieout {

class Shortcuts;
enum class ShortcutGroup;

class ShortcutSheet final : public Overlay
{
    Q_OBJECT

public:
    ShortcutSheet(const Appearance& appearance, const Shortcuts& shortcuts, QWidget& window);

    void open() override; // lists the pages that there are by then

private:
    void build();
    void addGroup(QGridLayout& grid, ShortcutGroup group, int column, int& row);

    const Appearance& m_appearance;
    const Shortcuts& m_shortcuts;
    QWidget* m_body = nullptr;
};

} // namespace tieout
