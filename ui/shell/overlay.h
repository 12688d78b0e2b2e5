// SPDX-License-Identifier: GPL-3.0-or-later
// Overlay: a card above the whole window, with the window dimmed behind it: no dialog, no loop of
// its own. Escape or a click beside the card closes it, unless it is held; the focus goes back to
// where it was. Hidden until open(). GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tieout {

class Overlay : public QWidget
{
    Q_OBJECT

public:
    Overlay(const Appearance& appearance, QWidget& window);

    // Nothing but the program closes a held one.
    void setHeld(bool held) { m_held = held; }
    bool isOpen() const { return isVisibleTo(parentWidget()); }
    virtual void open();
    virtual void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    // The card's column, to be filled; its width, and how far below the top it stands (below 0:
    // in the middle).
    QVBoxLayout& column() { return *m_column; }
    void setPlace(int width, int top);
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    const Appearance& m_appearance;
    QWidget* m_card;
    QVBoxLayout* m_column;
    QPointer<QWidget> m_focusBefore;
    int m_width = 560;
    int m_top = -1;
    bool m_held = false;
};

} // namespace tieout
