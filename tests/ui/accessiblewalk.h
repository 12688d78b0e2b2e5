// SPDX-License-Identifier: GPL-3.0-or-later
// What a person who can't see the screen, or uses no mouse, meets in a window: the tree of
// accessible objects, and the way of the focus. Each function answers one line per mistake.
#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace tieout::test {

// Every control without a name, with a name that can't be said, or with a role that misleads; every
// disabled button that doesn't say why.
QStringList spokenMistakes(QWidget& window);
// Every control that Tab or Shift+Tab never reaches, and every one that looks the same with the
// focus as without.
QStringList focusMistakes(QWidget& window);
// Letters that two controls of one window answer to with Alt.
QStringList mnemonicMistakes(QWidget& window);

// Says each of them; true when there is none.
bool noneOf(const QStringList& mistakes);

// Hears what is announced while it lives.
class AlertSpy final : public QObject
{
public:
    AlertSpy();

    const QStringList& names() const { return m_names; } // of what was announced

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QStringList m_names;
};

} // namespace tieout::test
