// SPDX-License-Identifier: GPL-3.0-or-later
// DepthList: queues in lines: name, how many payments, the age of the oldest; both figures open
// what they tell of. GUI thread.
#pragma once

#include "model/tables/overview.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;

namespace tieout {

class FigureLink;

class DepthList final : public QWidget
{
    Q_OBJECT

public:
    // Of cases: what is about no payment, or overdue, is told beside the name.
    DepthList(const Appearance& appearance, bool ofCases, QWidget* parent = nullptr);

    void setDepths(const std::vector<QueueDepth>& depths, UtcTime now);
    FigureLink* countOf(Queue queue) const; // null when it isn't shown

Q_SIGNALS:
    void opened(const QString& filter);

private:
    struct Line
    {
        QLabel* note = nullptr;
        FigureLink* count = nullptr;
        FigureLink* oldest = nullptr;
    };

    QLabel* headLabel(const QString& text);
    Line& lineOf(Queue queue);
    QString noteText(const QueueDepth& depth) const;
    void showOldest(const Line& line, const QueueDepth& depth, UtcTime now);

    const Appearance& m_appearance;
    QGridLayout* m_grid;
    std::map<Queue, Line> m_lines;
};

} // namespace tieout
