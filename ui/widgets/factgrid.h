// SPDX-License-Identifier: GPL-3.0-or-later
// FactGrid: names and values in two columns. Values can be selected and copied; they are plain text
// whatever they hold; a word that no line has room for loses its middle, and its tip has it whole.
// Amounts stand right-aligned below each other. GUI thread.
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace tieout {

struct Fact
{
    QString name;
    QString value;
    bool mono = false;
    bool amount = false; // of the same number of places as the grid's others
    QString copy = {};   // copied whole with one click; empty: no button
    QString tip = {};
};

class FactGrid final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kNarrowWord = 200; // what the narrowest panel has room for

    // `widestWord` in pixels: what a line has room for.
    explicit FactGrid(QWidget* parent = nullptr, int widestWord = kNarrowWord);

    void setFacts(const std::vector<Fact>& facts);
    // Of the fact with this name; empty when there is none.
    QString value(const QString& name) const;

private:
    struct Row
    {
        QLabel* name;
        QLabel* value;
        QToolButton* copy;
        bool mono;
    };

    QLabel* makeValue(bool mono);
    QToolButton* makeCopy();
    Row& rowAt(size_t index, bool mono);
    void alignAmounts(const std::vector<Fact>& facts);

    QGridLayout* m_grid;
    int m_widestWord;
    std::vector<Row> m_rows;
};

} // namespace tieout
