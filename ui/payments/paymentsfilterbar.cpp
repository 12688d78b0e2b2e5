// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentsfilterbar.h"

#include "model/domain/filterpayment.h"
#include "ui/payments/filter/filterchips.h"
#include "ui/payments/filter/filteredit.h"
#include "ui/payments/filter/filtersuggestions.h"
#include "ui/payments/filter/filterwords.h"
#include "ui/payments/filter/menubutton.h"
#include "ui/payments/filter/newrowsbutton.h"
#include "ui/payments/filter/queuecount.h"
#include "ui/payments/filter/statusmenu.h"
#include "ui/widgets/fieldnote.h"

#include <QBoxLayout>
#include <QToolButton>

namespace tieout {

namespace paymentsfilterbar {

constexpr std::chrono::milliseconds kPause{300};      // in typing, before it is applied
constexpr std::chrono::milliseconds kPatience{1'000}; // before a search offers to be stopped
constexpr int kRoomy = 1'080;                         // from here on menus have their words

} // namespace paymentsfilterbar

PaymentsFilterBar::PaymentsFilterBar(AsyncStore& store,
                                     PaymentsTable& table,
                                     const Appearance& appearance,
                                     QWidget* parent)
    : QWidget(parent)
    , m_table(table)
    , m_appearance(appearance)
    , m_names(store)
    , m_history(QStringLiteral("payments"))
{
    setObjectName(QStringLiteral("toolBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    column->addLayout(m_row);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(6);
    column->addLayout(m_lines);
    m_note = new FieldNote(appearance, this);
    m_note->setObjectName(QStringLiteral("filterNote"));
    m_note->hide();
    makeField();
    makeRow(store);
    m_lines->addWidget(m_note);
    m_chips = new FilterChips(this);
    column->addWidget(m_chips);
    connect(m_chips, &FilterChips::removeWanted, this, &PaymentsFilterBar::removeTerm);
    connect(m_chips, &FilterChips::clearWanted, this, &PaymentsFilterBar::clear);
}

// The field tells when it loses the keys, also while it goes.
PaymentsFilterBar::~PaymentsFilterBar()
{
    m_edit->disconnect(this);
}

void PaymentsFilterBar::makeField()
{
    m_edit = new FilterEdit(m_appearance, this);
    m_edit->setObjectName(QStringLiteral("filterEdit"));
    m_edit->setMinimumWidth(180);
    m_edit->setPlaceholderText(tr("Filter, such as status:underpaid age>4h, or any words"));
    m_edit->setAccessibleName(tr("Filter payments"));
    m_row->addWidget(m_edit, 1);
    m_suggestions =
        new FilterSuggestions({*m_edit,
                               paymentFilterFields(),
                               [this](const QString& field) { return m_names.names(field); },
                               m_history,
                               m_appearance,
                               *m_note});
    connect(m_edit, &QLineEdit::textChanged, this, &PaymentsFilterBar::typed);
    connect(m_edit, &QLineEdit::returnPressed, this, &PaymentsFilterBar::enter);
    connect(m_edit, &FilterEdit::focusChanged, this, [this](bool focused) {
        if (focused)
            m_names.refresh();
        else if (m_edit->text() == m_applied)
            m_history.add(m_applied);
    });
    connect(m_suggestions, &FilterSuggestions::earlierChosen, this, &PaymentsFilterBar::search);
    connect(m_suggestions, &FilterSuggestions::leaveWanted, this, &PaymentsFilterBar::leaveWanted);
    m_typing.setObjectName(QStringLiteral("filterPause"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(paymentsfilterbar::kPause);
    connect(&m_typing, &QTimer::timeout, this, &PaymentsFilterBar::rest);
}

void PaymentsFilterBar::makeRow(AsyncStore& store)
{
    addMenu(*makeStatusMenu(
        m_appearance,
        [this] { return m_edit->text(); },
        [this](const QString& text) {
            m_edit->setText(text);
            rest();
        },
        this));
    makeStop();
    auto* fresh = new NewRowsButton(m_table, this);
    m_row->addWidget(fresh);
    connect(fresh, &QToolButton::clicked, this, &PaymentsFilterBar::newRowsWanted);
    m_row->addWidget(new QueueCount(store, m_table, this));
}

void PaymentsFilterBar::makeStop()
{
    m_stop = new QToolButton(this);
    m_stop->setObjectName(QStringLiteral("stopSearch"));
    m_stop->setProperty("framed", true);
    m_stop->setFocusPolicy(Qt::StrongFocus);
    m_stop->setText(tr("Stop searching"));
    m_stop->hide();
    m_row->addWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, &PaymentsFilterBar::stop);
    m_patience.setSingleShot(true);
    m_patience.setInterval(paymentsfilterbar::kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_stop->setVisible(!isShown()); });
    connect(&m_table, &WindowedTable::stateChanged, this, [this](WindowedTable::State state) {
        m_stop->hide();
        state == WindowedTable::State::Loading ? m_patience.start() : m_patience.stop();
    });
    connect(&m_table, &WindowedTable::refreshed, this, [this] {
        m_shown = m_applied;
        m_shownFilter = m_inForce;
    });
}

ParsedFilter PaymentsFilterBar::parsed() const
{
    return parseFilter(m_edit->text(), paymentFilterFields());
}

// What is wrong is said after a pause: half a word is not a mistake yet. What is said follows the
// text at once.
void PaymentsFilterBar::typed()
{
    m_typing.start();
    const ParsedFilter now = parsed();
    if (now.isGood() || !m_note->isHidden())
        showProblems(now);
}

void PaymentsFilterBar::rest()
{
    m_typing.stop();
    if (applyTyped())
        return;
    const ParsedFilter now = parsed();
    // While values are offered, that there is none yet is no mistake.
    if (m_suggestions->isOpen() && now.problems.size() == 1 &&
        now.problems.front().reason == u"field_needs_value")
        return m_typing.start();
    showProblems(now);
}

void PaymentsFilterBar::enter()
{
    m_typing.stop();
    m_suggestions->close();
    if (applyTyped()) {
        m_history.add(m_applied);
        return;
    }
    showProblems(parsed());
    const FilterSpan first = m_edit->wrongParts().front();
    m_edit->setSelection(int(first.start), int(first.length));
}

bool PaymentsFilterBar::applyTyped()
{
    const ParsedFilter now = parsed();
    if (!now.isGood())
        return false;
    showProblems(now);
    apply(m_edit->text(), now.filter);
    return true;
}

void PaymentsFilterBar::apply(const QString& text, const Filter& filter)
{
    m_applied = text;
    if (m_inForce != filter)
        m_chips->show(filter);
    m_inForce = filter; // its spans are those of the text, also when it means the same
    PaymentQuery query = m_table.query();
    if (query.filter == filter)
        return;
    query.filter = filter;
    m_table.setQuery(query);
    Q_EMIT filterApplied();
}

void PaymentsFilterBar::showProblems(const ParsedFilter& parsed)
{
    std::vector<FilterSpan> parts;
    for (const FilterProblem& problem : parsed.problems)
        parts.push_back(problem.span);
    m_edit->setWrongParts(std::move(parts));
    QString words;
    if (!parsed.isGood()) {
        words = filterProblemText(parsed.problems.front(), m_edit->text());
        if (const int more = int(parsed.problems.size()) - 1; more > 0)
            //: After a sentence about one mistake in a filter.
            words += u' ' + tr("%n more to correct after that.", nullptr, more);
    }
    m_note->say(words, Look{Tone::Bad, Shape::Triangle});
    m_note->setVisible(!words.isEmpty());
    m_edit->setAccessibleDescription(words);
}

void PaymentsFilterBar::removeTerm(int term)
{
    const auto chips = filterChips(m_inForce, m_applied);
    if (term < 0 || size_t(term) >= chips.size())
        return;
    const QString without = chips[size_t(term)].without;
    // What is typed and not applied yet stays; only this condition goes from there too.
    QString text = m_edit->text();
    if (text == m_applied) {
        text = without;
    } else {
        const ParsedFilter now = parsed();
        for (size_t i = 0; i < now.filter.terms.size(); ++i) {
            if (now.filter.terms[i] == m_inForce.terms[size_t(term)]) {
                text = filterChips(now.filter, text)[i].without;
                break;
            }
        }
    }
    apply(without, parseFilter(without, paymentFilterFields()).filter);
    m_edit->setText(text);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void PaymentsFilterBar::clear()
{
    m_history.add(m_applied);
    m_edit->clear();
    rest();
}

// Back to what the list shows: its rows were read with that filter.
void PaymentsFilterBar::stop()
{
    const QString typed = m_edit->text();
    apply(m_shown, m_shownFilter);
    m_typing.stop();
    if (typed == m_applied)
        return;
    m_note->say(tr("Stopped. The list shows what it showed before; Enter searches again."));
    m_note->show();
}

void PaymentsFilterBar::focusSearch()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void PaymentsFilterBar::search(const QString& text)
{
    m_edit->setText(text);
    enter();
    if (!m_note->isHidden())
        m_edit->setFocus(Qt::OtherFocusReason);
}

bool PaymentsFilterBar::isSearching() const
{
    return m_edit->hasFocus();
}

void PaymentsFilterBar::addMenu(MenuButton& button, qsizetype place)
{
    const qsizetype at = place < 0 ? m_menus.size() : std::min(place, m_menus.size());
    m_menus.insert(at, &button);
    m_row->insertWidget(int(at) + 1, &button);
    button.setCompact(width() < paymentsfilterbar::kRoomy);
}

void PaymentsFilterBar::addTool(QWidget* tool)
{
    m_row->addWidget(tool);
}

void PaymentsFilterBar::addLine(QWidget* line)
{
    m_lines->addWidget(line);
}

void PaymentsFilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (MenuButton* button : m_menus)
        button->setCompact(width() < paymentsfilterbar::kRoomy);
}

} // namespace tieout
