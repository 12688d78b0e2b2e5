// SPDX-License-Identifier: GPL-3.0-or-later
// ThemeSample: a button with a small picture of the window in one theme, for choosing by eye. GUI
// thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QAbstractButton>

namespace tieout {

class ThemeSample final : public QAbstractButton
{
    Q_OBJECT

public:
    ThemeSample(ThemeMode mode,
                const QString& name,
                const Appearance& appearance,
                QWidget* parent = nullptr);

    QSize sizeHint() const override { return {176, 138}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWindow(QPainter& painter, const QRectF& box, const Theme& theme) const;

    ThemeMode m_mode;
    const Appearance& m_appearance;
};

} // namespace tieout
