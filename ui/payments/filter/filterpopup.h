// SPDX-License-Identifier: GPL-3.0-or-later
// FilterPopup: the list below a filter: suggestions or earlier filters, each with a quiet word on
// what it is. A card within the window that never takes the keys from the field. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QLabel;
class QListView;
class QStandardItemModel;

namespace tieout {

struct PopupRow
{
    QString label;
    QString help;
    bool mono = false;
};

class FilterPopup final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int kRowsShown = 10;

    FilterPopup(const Appearance& appearance, QWidget& window);

    // `place` is in the window's coordinates: the list begins below it. `current` -1: no row yet.
    void open(const std::vector<PopupRow>& rows, int current, const QRect& place, int minimumWidth);
    // Of the place; the list moves there.
    void setBottom(int bottom);
    int current() const; // -1: none
    int rows() const;
    void move(int by); // around the ends
    QListView& list() { return *m_list; }

Q_SIGNALS:
    void chosen(int row);

private:
    void lay();

    const Appearance& m_appearance;
    QRect m_place;
    int m_width = 0; // that the words and the place ask for
    QStandardItemModel* m_model;
    QListView* m_list;
    QLabel* m_hint;
};

} // namespace tieout
