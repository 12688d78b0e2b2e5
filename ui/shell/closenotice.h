// SPDX-License-Identifier: GPL-3.0-or-later
// CloseNotice: what the window asks before it closes over decisions that live in it alone, for the
// database hasn't answered yet: keep the window, or close it anyway. Escape and a click beside the
// card keep it. GUI thread.
#pragma once

#include "model/commands/decisions.h"
#include "ui/shell/overlay.h"

class QLabel;
class QPushButton;

namespace tieout {

class CloseNotice final : public Overlay
{
    Q_OBJECT

public:
    CloseNotice(const Appearance& appearance, QWidget& window);

    // What would be lost; not empty.
    void ask(const std::vector<Decision>& unanswered);

Q_SIGNALS:
    void closeWanted();

protected:
    bool focusNextPrevChild(bool next) override;

private:
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_list;
    QPushButton* m_keep;
    QPushButton* m_close;
};

} // namespace tieout
