// SPDX-License-Identifier: GPL-3.0-or-later
// PillLabel: one status pill as a widget. GUI thread.
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QWidget>

namespace tieout {

class PillLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit PillLabel(const Appearance& appearance, QWidget* parent = nullptr);

    void setState(const QString& word, Look look);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    QString m_word;
    Look m_look;
    QFont m_pillFont;
};

} // namespace tieout
