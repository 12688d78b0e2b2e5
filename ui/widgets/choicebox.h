// SPDX-License-Identifier: GPL-3.0-or-later
// ChoiceBox: a combo box that looks like the fields beside it, in every theme and direction. GUI
// thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QComboBox>

namespace tieout {

class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(const Appearance& appearance, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    // Scrolling a form must not change what was chosen in it.
    void wheelEvent(QWheelEvent* event) override;

private:
    const Appearance& m_appearance;
};

} // namespace tieout
