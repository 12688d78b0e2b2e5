// SPDX-License-Identifier: GPL-3.0-or-later
// FactGrid: names and values in two columns. Values can be selected and copied; they are plain text
// whatever they hold. GUI thread.
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace tieout {

struct Fact
{
    QString name;
    QString value;
    bool mono = false;
};

class FactGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(QWidget* parent = nullptr);

    void setFacts(const std::vector<Fact>& facts);
    // Of the fact with this name; empty when there is none.
    QString value(const QString& name) const;

private:
    struct Pair
    {
        QLabel* name;
        QLabel* value;
        bool mono;
    };

    QLabel* makeValue(bool mono);
    Pair& pairAt(size_t index, bool mono);

    QGridLayout* m_grid;
    std::vector<Pair> m_pairs;
};

} // namespace tieout
