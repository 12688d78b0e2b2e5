// SPDX-License-Identifier: GPL-3.0-or-later
// ElidingLabel: one line of plain text that gives way to what stands beside it: what has no room
// loses its end, and the tip then has all of it. GUI thread.
#pragma once

#include <QLabel>

namespace tieout {

class ElidingLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidingLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
    // As it is drawn.
    QString shownText() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace tieout
