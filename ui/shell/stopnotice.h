// SPDX-License-Identifier: GPL-3.0-or-later
// StopNotice: what the window shows while its engine ends: nothing can be done behind it, and
// nothing waits in the GUI thread. GUI thread.
#pragma once

#include "ui/shell/overlay.h"

class QLabel;

namespace tieout {

class StopNotice final : public Overlay
{
    Q_OBJECT

public:
    StopNotice(const Appearance& appearance, QWidget& window);

    void open() override;
    // The time for an orderly end is over: its calls are being interrupted.
    void showForced();
    QString text() const;

private:
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace tieout
