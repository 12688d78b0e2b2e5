// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "model/tables/paymentstable.h"
#include "ui/shell/palettedelegate.h"
#include "ui/shortcuts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/numbertext.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace tieout {

namespace commandpalette {

constexpr int kWidth = 620;
constexpr int kTop = 84;
constexpr int kRowsShown = 8;
// Before anything is typed; more would leave no room for the actions.
constexpr size_t kViewsUnasked = 4;
constexpr std::chrono::milliseconds kPause{120};

PaletteEntry entryOf(QAction* action, PaletteKind kind)
{
    PaletteEntry entry;
    entry.kind = kind;
    entry.action = action;
    entry.title = action->text();
    entry.title.remove(u'&');
    entry.enabled = action->isEnabled();
    entry.keys = action->shortcut().toString(QKeySequence::NativeText);
    if (!entry.enabled)
        entry.detail = action->toolTip();
    return entry;
}

PaletteEntry entryOf(QAbstractButton* button)
{
    PaletteEntry entry;
    entry.button = button;
    // Its spoken name says more where the button stands alone.
    entry.title =
        button->accessibleName().isEmpty() ? button->text().remove(u'&') : button->accessibleName();
    entry.enabled = button->isEnabled();
    entry.icon = QStringLiteral("command");
    if (!entry.enabled)
        entry.detail = button->toolTip();
    return entry;
}

// A foreign text that runs to the left, or has signs that turn what follows, keeps to itself.
QString keptApart(QString text)
{
    const auto isSign = [](QChar each) { return each.category() == QChar::Other_Format; };
    if (!hasLettersToTheLeft(text) && std::none_of(text.cbegin(), text.cend(), isSign))
        return text;
    // Beginnings and ends of isolates in it would end this one elsewhere.
    text.removeIf([](QChar each) { return each >= QChar(0x2066) && each <= QChar(0x2069); });
    return isolated(text);
}

PaletteEntry entryOf(const QueueRow& row)
{
    PaletteEntry entry;
    entry.kind = PaletteKind::Payment;
    entry.payment = row.id.text();
    entry.icon = QStringLiteral("payments");
    const QString amount = amountText(row.due) + QChar(0x00a0) + row.symbol;
    entry.title = row.orderReference.isEmpty()
                      ? amount
                      : keptApart(row.orderReference) + QStringLiteral("  ·  ") + amount;
    QString status;
    for (const auto& word : wordsOf(PaymentStatus{})) {
        if (word.value == row.status)
            status = translatedWord(word.label);
    }
    entry.detail = QStringList{status, row.railName, row.id.text()}.join(QStringLiteral("  ·  "));
    return entry;
}

// What is no filter is looked for as it is.
QString filterOf(const QString& text)
{
    return parseFilter(text, paymentFilterFields()).isGood() ? text : quotedFilterText(text, true);
}

} // namespace commandpalette

CommandPalette::CommandPalette(Parts parts, QWidget& window)
    : Overlay(parts.appearance, window)
    , m_parts(std::move(parts))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setPlace(commandpalette::kWidth, commandpalette::kTop);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(commandpalette::kPause);
    connect(&m_pause, &QTimer::timeout, this, &CommandPalette::askPayments);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        showMatches();
        m_pause.start();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    setFocusProxy(m_field);
}

void CommandPalette::build()
{
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setFont(interfaceFont(12));
    m_field->setMaxLength(int(kMostSearch));
    m_field->setPlaceholderText(
        tr("Page, view, action, payment id, order, address or transaction"));
    m_field->setAccessibleName(tr("What are you looking for?"));
    m_field->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_parts.appearance, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    m_empty = new QLabel(tr("Nothing matches."), this);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setFixedHeight(PaletteDelegate::kRowHeight * 2);
    auto* hint = new QLabel(tr("↑ ↓ to move   ·   Enter to choose   ·   Esc to close"), this);
    hint->setObjectName(QStringLiteral("overlayFoot"));
    hint->setFont(interfaceFont(9));
    hint->setAlignment(Qt::AlignCenter);
    hint->setFixedHeight(30);
    for (QWidget* each : {static_cast<QWidget*>(m_field),
                          static_cast<QWidget*>(m_list),
                          static_cast<QWidget*>(m_empty),
                          static_cast<QWidget*>(hint)})
        column().addWidget(each);
}

void CommandPalette::open()
{
    m_field->clear();
    m_found.clear();
    m_foundFor.clear();
    showMatches();
    Overlay::open();
    m_field->setFocus(Qt::PopupFocusReason);
}

QString CommandPalette::typed() const
{
    return m_field->text().trimmed();
}

std::vector<PaletteEntry> CommandPalette::buttons() const
{
    std::vector<PaletteEntry> all;
    for (QAbstractButton* button : m_parts.page()->findChildren<QAbstractButton*>()) {
        const bool acts = qobject_cast<QToolButton*>(button) || qobject_cast<QPushButton*>(button);
        if (acts && button->isVisible() && !button->text().isEmpty())
            all.push_back(commandpalette::entryOf(button));
    }
    return all;
}

std::vector<PaletteEntry> CommandPalette::views() const
{
    std::vector<PaletteEntry> all;
    if (!m_parts.views)
        return all;
    for (const SavedViewRow& row : m_parts.views()) {
        if (typed().isEmpty() && all.size() == commandpalette::kViewsUnasked)
            break;
        PaletteEntry entry;
        entry.kind = PaletteKind::View;
        entry.title = row.name;
        entry.detail = tr("Saved view of payments");
        entry.icon = QStringLiteral("bookmark");
        entry.view = row.id;
        all.push_back(entry);
    }
    return all;
}

std::vector<PaletteEntry> CommandPalette::commands() const
{
    std::vector<PaletteEntry> all;
    for (QAction* page : m_parts.shortcuts.pages()) {
        all.push_back(commandpalette::entryOf(page, PaletteKind::Page));
        all.back().detail = tr("Page");
    }
    const auto saved = views();
    all.insert(all.end(), saved.begin(), saved.end());
    const auto shown = buttons();
    all.insert(all.end(), shown.begin(), shown.end());
    QList<QAction*> actions = m_parts.page()->actions();
    actions.append(m_parts.shortcuts.actions());
    for (QAction* action : actions) {
        const bool own = action->objectName() == u"palette";
        if (!own && action->isVisible() && !action->isSeparator() && !action->text().isEmpty())
            all.push_back(commandpalette::entryOf(action, PaletteKind::Action));
    }
    return all;
}

void CommandPalette::showMatches()
{
    const QString text = typed();
    const int row = m_list->currentIndex().row();
    auto entries = matchingEntries(text, commands());
    const size_t commandCount = entries.size();
    if (text == m_foundFor) {
        for (const QueueRow& each : m_found)
            entries.push_back(commandpalette::entryOf(each));
    }
    if (text.size() >= kLeastSearch) {
        PaletteEntry search;
        search.kind = PaletteKind::Search;
        search.icon = QStringLiteral("search");
        search.title = tr("Search the payments for “%1”").arg(text);
        entries.push_back(search);
    }
    // What was chosen stays so when payments arrive below; new words begin at the top.
    const bool same = text == m_foundFor && commandCount > 0;
    m_model.setEntries(std::move(entries));
    const int rows = m_model.rowCount();
    m_list->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    m_list->setFixedHeight(std::min(rows, commandpalette::kRowsShown) *
                           PaletteDelegate::kRowHeight);
    m_list->setCurrentIndex(m_model.index(same ? std::clamp(row, 0, rows - 1) : 0, 0));
}

void CommandPalette::askPayments()
{
    const QString text = typed();
    if (m_asking || text == m_foundFor || text.size() < kLeastSearch || !isOpen())
        return;
    m_asking = true;
    m_parts.store
        .run(AsyncStore::Lane::Page,
             [text, now = m_parts.clock.now()](Database& db) {
                 return searchPayments(db, text, now, kMostFound);
             })
        .then(this, [this, text](const Result<std::vector<QueueRow>>& answer) {
            m_asking = false;
            takePayments(text, answer);
        });
}

void CommandPalette::takePayments(const QString& text, const Result<std::vector<QueueRow>>& answer)
{
    if (text != typed() || !isOpen())
        return askPayments();
    if (!answer) {
        // A table's new question ended ours; the palette asks again.
        if (answer.error().code == ErrorCode::Cancelled)
            m_pause.start();
        return;
    }
    m_found = *answer;
    m_foundFor = text;
    showMatches();
}

void CommandPalette::move(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int wanted = std::clamp(m_list->currentIndex().row() + rows, -1, count);
    const int row = wanted < 0 ? count - 1 : wanted >= count ? 0 : wanted;
    m_list->setCurrentIndex(m_model.index(row, 0));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(commandpalette::kRowsShown);
        return true;
    case Qt::Key_PageUp:
        move(-commandpalette::kRowsShown);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    default:
        return Overlay::eventFilter(watched, event);
    }
}

void CommandPalette::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const auto entry = index.data(PaletteModel::kEntryRole).value<PaletteEntry>();
    if (!entry.enabled)
        return;
    const QString text = typed();
    dismiss();
    switch (entry.kind) {
    case PaletteKind::Page:
    case PaletteKind::Action:
        if (entry.action)
            entry.action->trigger();
        if (entry.button)
            entry.button->click();
        break;
    case PaletteKind::Payment:
        Q_EMIT paymentChosen(entry.payment);
        break;
    case PaletteKind::View:
        Q_EMIT viewChosen(entry.view);
        break;
    case PaletteKind::Search:
        Q_EMIT searchWanted(commandpalette::filterOf(text));
        break;
    }
}

} // namespace tieout
