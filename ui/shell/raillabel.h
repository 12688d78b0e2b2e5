// SPDX-License-Identifier: GPL-3.0-or-later
// RailLabel: one rail in the status bar: a shape for its health, name, head, lag, source. GUI
// thread.
#pragma once

#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QFont>
#include <QWidget>

namespace tieout {

Look lookOfRail(const RailStatus& rail);

class RailLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit RailLabel(const Appearance& appearance, QWidget* parent = nullptr);

    void setRail(const RailStatus& rail, UtcTime now);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    QFont m_font;
    QString m_text;
    Look m_look;
};

} // namespace tieout
