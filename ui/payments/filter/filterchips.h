// SPDX-License-Identifier: GPL-3.0-or-later
// FilterChips: the filter that is in force, a chip for each term in the words of the person, and a
// way to take each away, or all. Chips wrap; more than three rows scroll. Hidden while there are
// none. GUI thread.
#pragma once

#include "model/domain/filter.h"

#include <QScrollArea>

class QToolButton;

namespace tieout {

class FilterChips final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget* parent = nullptr);

    void show(const Filter& filter);
    qsizetype count() const { return m_chips.size(); }

Q_SIGNALS:
    void removeWanted(int term); // by its place in the filter
    void clearWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeChip(const FilterTerm& term, int place);
    void arrange();

    QWidget* m_inner;
    QToolButton* m_all;
    QList<QWidget*> m_chips;
};

} // namespace tieout
