// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentsFilterBar: search, status filter and their chips above the queue, how many payments
// match, and the button that shows what is new. No filter is ever in force without being seen here.
// GUI thread.
#pragma once

#include "model/tables/paymentstable.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace tieout {

class PaymentsFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PaymentsFilterBar(PaymentsTable& table, QWidget* parent = nullptr);

    void focusSearch();
    void search(const QString& text);
    bool isSearching() const;

Q_SIGNALS:
    void filterApplied();
    void newRowsWanted();

private:
    QWidget* makeSearch();
    QWidget* makeStatusFilter();
    void apply();
    void clear();
    void showChips();
    void showCount();
    void announce(qint64 newRows, bool reordered);

    PaymentsTable& m_table;
    QLineEdit* m_search = nullptr;
    QMenu* m_statuses = nullptr;
    QWidget* m_chips = nullptr;
    QHBoxLayout* m_chipRow = nullptr;
    QToolButton* m_new = nullptr;
    QLabel* m_count = nullptr;
    QTimer m_typing;
};

} // namespace tieout
