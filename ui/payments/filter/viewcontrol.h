// SPDX-License-Identifier: GPL-3.0-or-later
// ViewControl: the saved views of the payments page: a button with the one that is in use and
// whether it has been changed, its menu with what may be done, and below the filter how a change
// that was asked for stands. GUI thread.
#pragma once

#include "model/domain/clock.h"
#include "model/tables/savedviewlist.h"
#include "ui/payments/actions/decisiondialog.h"
#include "ui/payments/filter/paymentsview.h"

#include <QPointer>

#include <functional>

class QMenu;

namespace tieout {

class MenuButton;

class ViewControl final : public QObject
{
    Q_OBJECT

public:
    // `seen` answers what the page shows now.
    ViewControl(const DecisionDesk& desk,
                const Clock& clock,
                std::function<PaymentsView()> seen,
                QWidget* page);

    MenuButton& button() { return *m_button; }
    DecisionStrip& strip() { return *m_strip; }
    SavedViewList& list() { return m_list; }
    DecisionDialog* dialog() const { return m_dialog; }
    const QString& current() const { return m_current; }
    bool isModified() const;

    void choose(const QString& id);
    // The page shows something else now.
    void showState();

Q_SIGNALS:
    void chosen(const tieout::PaymentsView& view);
    void left(); // all payments are wanted again

private:
    void takeList();
    void fillMenu();
    void addViews(bool mine, const QString& title);
    void addChanges();
    void save(const SavedViewRow& row);
    void update();
    void remove();
    void open(DecisionDialog* dialog);
    std::optional<PaymentsView> viewOf(const SavedViewRow& row) const;

    DecisionDesk m_desk;
    const Clock& m_clock;
    std::function<PaymentsView()> m_seen;
    SavedViewList m_list;
    MenuButton* m_button;
    QMenu* m_menu;
    DecisionStrip* m_strip;
    QPointer<DecisionDialog> m_dialog;
    QString m_current; // its id; empty: none
};

} // namespace tieout
