// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentsPage: the queue with its filter, saved views, columns, counts, announcement of new rows,
// and the detail of the current payment. GUI thread.
#pragma once

#include "model/tables/paymentrecord.h"
#include "model/tables/paymentstable.h"
#include "model/tables/savedviewlist.h"
#include "model/tables/selectionkeeper.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace tieout {

class Decisions;
class PaymentActions;
class PaymentColumns;
class PaymentPanel;
class PaymentsExporter;
class PaymentsFilterBar;
class QueueNotice;
class QueuePlaceholder;
class QueueView;
class ViewControl;
struct PaymentsView;

class PaymentsPage final : public QWidget
{
    Q_OBJECT

public:
    PaymentsPage(AsyncStore& store,
                 const Clock& clock,
                 const Appearance& appearance,
                 QWidget* parent = nullptr);

    // Puts the actions and the saved views in; without them the page only reads.
    void decideThrough(Decisions& decisions);
    // Where the filters used before are kept; may be null.
    void keepHistoryIn(QSettings* settings);
    void start(); // reads the queue for the first time
    PaymentsTable& table() { return m_table; }
    QueueView& view() { return *m_view; }
    SelectionKeeper& selection() { return *m_keeper; }
    PaymentRecord& record() { return m_record; }
    PaymentPanel& panel() { return *m_panel; }
    PaymentActions* actions() { return m_actions; }
    PaymentsExporter& exporter() { return *m_exporter; }
    PaymentsFilterBar& bar() { return *m_bar; }
    ViewControl* views() { return m_views; }
    // Those that the person sees, as far as they are known.
    std::vector<SavedViewRow> savedViews() const;
    void chooseView(const QString& id);
    void focusSearch();
    // Puts this text into the filter and applies it.
    void search(const QString& text);
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

    void noteChanged(const QStringList& ids); // none: many

private:
    void makeBody();
    void connectList();
    void connectBar();
    PaymentsView seen() const;
    void look(const PaymentsView& view);
    void order();
    void selectOnceRead(const QString& id);
    void showCurrent(const QString& id);
    void showFailure(const Error& error);
    void showState();

    AsyncStore& m_store;
    const Clock& m_clock;
    const Appearance& m_appearance;
    PaymentsTable m_table;
    PaymentRecord m_record;
    QueueView* m_view = nullptr;
    PaymentColumns* m_columns = nullptr;
    SelectionKeeper* m_keeper = nullptr;
    PaymentsFilterBar* m_bar = nullptr;
    PaymentPanel* m_panel = nullptr;
    PaymentActions* m_actions = nullptr;
    PaymentsExporter* m_exporter = nullptr;
    ViewControl* m_views = nullptr;
    QueueNotice* m_notice = nullptr;
    QStackedWidget* m_stack = nullptr;
    QueuePlaceholder* m_placeholder = nullptr;
    QSplitter* m_splitter = nullptr;
    QString m_lost;       // the row that has just left the list
    PaymentQuery m_shown; // what the rows on screen were read with
};

} // namespace tieout
