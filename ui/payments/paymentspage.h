// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentsPage: the queue with its search, status filter, counts, announcement of new rows, and the
// detail of the current payment. GUI thread.
#pragma once

#include "model/tables/paymentrecord.h"
#include "model/tables/paymentstable.h"
#include "model/tables/selectionkeeper.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace tieout {

class Decisions;
class PaymentActions;
class PaymentPanel;
class PaymentsFilterBar;
class QueueView;

class PaymentsPage final : public QWidget
{
    Q_OBJECT

public:
    PaymentsPage(AsyncStore& store,
                 const Clock& clock,
                 const Appearance& appearance,
                 QWidget* parent = nullptr);

    // Puts the actions in; without them the page only reads.
    void decideThrough(Decisions& decisions);
    void start(); // reads the queue for the first time
    PaymentsTable& table() { return m_table; }
    QueueView& view() { return *m_view; }
    SelectionKeeper& selection() { return *m_keeper; }
    PaymentRecord& record() { return m_record; }
    PaymentActions* actions() { return m_actions; }
    void focusSearch();
    void search(const QString& text);
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

    void noteChanged(const QStringList& ids); // none: many

private:
    QWidget* makeNotice();
    QWidget* makeBody();
    void setUpView();
    void sortBy(int section);
    void showState();

    AsyncStore& m_store;
    const Appearance& m_appearance;
    PaymentsTable m_table;
    PaymentRecord m_record;
    QueueView* m_view = nullptr;
    SelectionKeeper* m_keeper = nullptr;
    PaymentsFilterBar* m_bar = nullptr;
    PaymentPanel* m_panel = nullptr;
    PaymentActions* m_actions = nullptr;
    QWidget* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_emptyText = nullptr;
    QSplitter* m_splitter = nullptr;
};

} // namespace tieout
