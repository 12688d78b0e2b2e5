// SPDX-License-Identifier: GPL-3.0-or-later
// RailLine: one rail in a line: name and state, head, lag, finality, coverage, sources,
// reorganisations; below it what is wrong, if anything is. A click or Enter opens its panel. All
// rows and the header share the columns. GUI thread.
#pragma once

#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

#include <QAbstractButton>

namespace tieout {

class RailHeader final : public QWidget
{
    Q_OBJECT

public:
    RailHeader(const Appearance& appearance, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
};

class RailLine final : public QAbstractButton
{
    Q_OBJECT

public:
    RailLine(const Appearance& appearance, QWidget* parent = nullptr);

    void setRail(const RailStatus& rail, UtcTime now);
    qint64 rail() const { return m_rail.rail; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintName(QPainter& painter, const QRectF& box) const;
    void paintTrouble(QPainter& painter, const QRectF& box) const;

    const Appearance& m_appearance;
    RailStatus m_rail;
    UtcTime m_now;
    QString m_trouble;
};

} // namespace tieout
