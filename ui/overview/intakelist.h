// SPDX-License-Identifier: GPL-3.0-or-later
// IntakeList: today's confirmed money in lines: corridor, payments, exact sum aligned on the point,
// unit. The count opens its payments. GUI thread.
#pragma once

#include "model/tables/overview.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tieout {

class FigureLink;

// One exact amount, its point at the same place as that of others with the same `places`.
class AlignedAmount final : public QWidget
{
    Q_OBJECT

public:
    explicit AlignedAmount(const Appearance& appearance, QWidget* parent = nullptr);

    // `places`: room for digits behind the point.
    void setAmount(const Amount& amount, int places);
    QString text() const
    {
        return m_whole + (m_fraction.isEmpty() ? m_fraction : u'.' + m_fraction);
    }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qreal fractionWidth() const;

    const Appearance& m_appearance;
    QString m_whole;
    QString m_fraction;
    int m_places = 0;
};

class IntakeList final : public QWidget
{
    Q_OBJECT

public:
    explicit IntakeList(const Appearance& appearance, QWidget* parent = nullptr);

    void setIntake(const DayIntake& intake);

Q_SIGNALS:
    void opened(const QString& filter);

private:
    struct Line
    {
        QLabel* corridor;
        FigureLink* count;
        AlignedAmount* sum;
        QLabel* unit;
    };

    Line& lineAt(size_t index);

    const Appearance& m_appearance;
    QGridLayout* m_grid;
    std::vector<Line> m_lines;
};

} // namespace tieout
