// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentsFilterBar: the filter of the queue as one line of text, what is wrong with it, the chips
// of what is in force, how many payments match, and the button that shows what is new. The text is
// the only truth: chips and menus edit it. What is wrong is never applied, and no filter is ever in
// force without being seen here. GUI thread.
#pragma once

#include "model/domain/filterparser.h"
#include "model/tables/filternames.h"
#include "model/tables/paymentstable.h"
#include "ui/payments/filter/filterhistory.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QBoxLayout;
class QToolButton;

namespace tieout {

class FieldNote;
class FilterChips;
class FilterEdit;
class FilterSuggestions;
class MenuButton;

class PaymentsFilterBar final : public QWidget
{
    Q_OBJECT

public:
    PaymentsFilterBar(AsyncStore& store,
                      PaymentsTable& table,
                      const Appearance& appearance,
                      QWidget* parent = nullptr);
    ~PaymentsFilterBar() override;
    Q_DISABLE_COPY_MOVE(PaymentsFilterBar)

    // Null: the history lasts as long as the bar.
    void keepHistoryIn(QSettings* settings) { m_history.keepIn(settings); }
    void focusSearch();
    // As if it had been typed and Enter pressed.
    void search(const QString& text);
    void clear();
    // The filter in force, as it was typed.
    const QString& text() const { return m_applied; }
    const Filter& filter() const { return m_inForce; }
    bool isSearching() const; // somebody types in it
    // Whether the rows on screen were read with the filter in force.
    bool isShown() const { return m_shownFilter == m_inForce; }
    // A menu of the page, behind the field: the last, or at this place; its icon alone where there
    // is little room.
    void addMenu(MenuButton& button, qsizetype place = -1);
    // A control of the page at the bar's trailing end, after those that are there.
    void addTool(QWidget* tool);
    // Something that is said about the filter, between the field and the chips.
    void addLine(QWidget* line);

Q_SIGNALS:
    void filterApplied();
    void newRowsWanted();
    void leaveWanted(); // to the list

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeField();
    void makeRow(AsyncStore& store);
    void makeStop();
    void typed();
    void rest();
    void enter();
    bool applyTyped();
    void apply(const QString& text, const Filter& filter);
    void showProblems(const ParsedFilter& parsed);
    void removeTerm(int term);
    void stop();
    ParsedFilter parsed() const;

    PaymentsTable& m_table;
    const Appearance& m_appearance;
    PaymentFilterNames m_names;
    FilterHistory m_history;
    QString m_applied;
    Filter m_inForce;
    QString m_shown; // what the rows on screen were read with
    Filter m_shownFilter;
    FilterEdit* m_edit = nullptr;
    FilterSuggestions* m_suggestions = nullptr;
    FieldNote* m_note = nullptr;
    FilterChips* m_chips = nullptr;
    QBoxLayout* m_row = nullptr;
    QBoxLayout* m_lines = nullptr;
    QList<MenuButton*> m_menus;
    QToolButton* m_stop = nullptr;
    QTimer m_typing{this};
    QTimer m_patience;
};

} // namespace tieout
