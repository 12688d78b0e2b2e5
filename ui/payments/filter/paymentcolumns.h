// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentColumns: which columns of the queue are shown, where, how wide, and by which one it is
// ordered: from the menu of the header or of its button (which has everything that the mouse can do
// with the header, but widths), by dragging, or from a saved view. One
// column always stays. The first of the texts takes the room that the others leave, until somebody
// sizes it. The header's arrow never tells of an order that the list hasn't. GUI thread.
#pragma once

#include "ui/payments/filter/paymentsview.h"
#include "ui/theme/appearance.h"

#include <QSet>

class QHeaderView;
class QMenu;
class QTableView;

namespace tieout {

class MenuButton;

class PaymentColumns final : public QObject
{
    Q_OBJECT

public:
    PaymentColumns(QTableView& view, const Appearance& appearance);

    MenuButton& button() { return *m_button; }
    // Those that are shown, in their order; the width is 0 where nobody has chosen one.
    std::vector<ColumnPlace> places() const;
    // None: as by default.
    void show(const std::vector<ColumnPlace>& places);
    const ColumnOrder& order() const { return m_order; }
    // Shows it only; the list is asked through ordered().
    void setOrder(const ColumnOrder& order);
    PaymentQuery ordered(PaymentQuery query) const;

Q_SIGNALS:
    void changed();      // what places() says
    void orderChanged(); // by a click on the header, or from its menu

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // the view's viewport

private:
    void fillMenu(QMenu& menu, int section);
    void addMoves(QMenu& menu, int section);
    void addOrder(QMenu& menu);
    void setShown(int section, bool shown);
    void setDefaultWidth(int section);
    void takeSize(int section);
    int firstText() const; // -1: none is shown
    void fillRoom();
    void clickHeader(int section);
    void orderBy(const ColumnOrder& order);
    void showOrder();
    int shownCount() const;
    QString titleOf(int section) const;

    QTableView& m_view;
    QHeaderView& m_header;
    MenuButton* m_button;
    ColumnOrder m_order;
    int m_flexible = -1; // the section that takes the room that is left
    QSet<int> m_sized;   // sections whose width somebody chose
    bool m_showing = false;
};

} // namespace tieout
