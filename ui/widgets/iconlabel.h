// SPDX-License-Identifier: GPL-3.0-or-later
// IconLabel: a line icon that is only looked at, in the palette's colour at any scale. GUI thread.
#pragma once

#include <QIcon>
#include <QWidget>

namespace tieout {

class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    IconLabel(const QString& icon, int size, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
    int m_size;
};

} // namespace tieout
