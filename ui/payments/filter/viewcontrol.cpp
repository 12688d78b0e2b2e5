// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/viewcontrol.h"

#include "model/commands/commandkinds.h"
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "ui/errortext.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/filter/filterwords.h"
#include "ui/payments/filter/menubutton.h"
#include "ui/payments/filter/viewdialogs.h"
#include "ui/theme/icons.h"
#include "ui/widgets/plaintip.h"

#include <QFontMetrics>
#include <QJsonDocument>

namespace tieout {

namespace viewcontrol {

constexpr int kWidestName = 180;

// A name as it is: in menus and buttons a '&' would be a mnemonic.
QString plain(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace viewcontrol

ViewControl::ViewControl(const DecisionDesk& desk,
                         const Clock& clock,
                         std::function<PaymentsView()> seen,
                         QWidget* page)
    : QObject(page)
    , m_desk(desk)
    , m_clock(clock)
    , m_seen(std::move(seen))
    , m_list(desk.store, QStringLiteral("payments"), desk.decisions.account())
    , m_button(new MenuButton(desk.appearance, QStringLiteral("bookmark"), tr("Views"), page))
    , m_menu(new TickMenu(m_button))
    , m_strip(new DecisionStrip(desk.decisions, desk.appearance, page))
{
    m_button->setObjectName(QStringLiteral("savedViews"));
    m_button->opens(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewControl::fillMenu);
    connect(&m_list, &SavedViewList::changed, this, &ViewControl::takeList);
    connect(&desk.decisions, &Decisions::changed, this, [this](const CommandId& id) {
        const Decision* decision = m_desk.decisions.find(id);
        const bool ours = decision && (decision->request.kind == kinds::kViewSave ||
                                       decision->request.kind == kinds::kViewDelete);
        if (!ours || !isFinal(decision->state))
            return;
        m_list.refresh();
        // What went well is seen in the list itself.
        if (id == m_strip->id() && decision->state == DecisionState::Succeeded)
            m_strip->follow({});
    });
    showState();
}

std::optional<PaymentsView> ViewControl::viewOf(const SavedViewRow& row) const
{
    return viewFromJson(QJsonDocument::fromJson(row.body.toUtf8()).object());
}

void ViewControl::takeList()
{
    // Deleted elsewhere, or no longer shared: what it showed stays on screen.
    if (m_list.views() && !m_current.isEmpty() && !m_list.find(m_current))
        m_current.clear();
    showState();
    if (m_menu->isVisible())
        fillMenu();
}

bool ViewControl::isModified() const
{
    const SavedViewRow* row = m_list.find(m_current);
    const auto view = row ? viewOf(*row) : std::nullopt;
    return view && !view->looksLike(m_seen());
}

void ViewControl::showState()
{
    const SavedViewRow* row = m_list.find(m_current);
    const bool modified = isModified();
    QString text = tr("Views");
    QString spoken = tr("Saved views");
    if (row) {
        const QFontMetrics metrics(m_button->font());
        const QString name = viewcontrol::plain(
            metrics.elidedText(row->name, Qt::ElideRight, viewcontrol::kWidestName));
        //: The name of a saved view that was changed since and not saved.
        text = modified ? tr("%1 · modified").arg(name) : name;
        spoken = modified ? tr("Saved views: %1, modified").arg(row->name)
                          : tr("Saved views: %1").arg(row->name);
    }
    m_button->setText(text);
    m_button->setAccessibleName(spoken);
    m_button->setToolTip(row ? plainTip(row->name) : QString());
}

void ViewControl::choose(const QString& id)
{
    const SavedViewRow* row = m_list.find(id);
    const auto view = row ? viewOf(*row) : std::nullopt;
    if (!view)
        return;
    m_current = id;
    Q_EMIT chosen(*view);
    showState();
}

void ViewControl::fillMenu()
{
    m_menu->clear();
    QAction* all = m_menu->addAction(tr("All payments"));
    all->setObjectName(QStringLiteral("allPayments"));
    connect(all, &QAction::triggered, this, [this] {
        m_current.clear();
        Q_EMIT left();
        showState();
    });
    m_menu->addSeparator();
    const auto say = [this](const QString& text) { m_menu->addAction(text)->setEnabled(false); };
    if (!m_list.views()) {
        say(m_list.error() ? errorText(*m_list.error()) : tr("Reading the saved views…"));
    } else if (m_list.views()->rows.empty()) {
        say(tr("No saved views yet"));
    } else {
        addViews(true, tr("Mine"));
        addViews(false, tr("Shared with me"));
    }
    if (m_list.error()) {
        QAction* retry = m_menu->addAction(tr("Read the saved views again"));
        connect(retry, &QAction::triggered, &m_list, &SavedViewList::refresh);
    }
    m_menu->addSeparator();
    addChanges();
}

void ViewControl::addViews(bool mine, const QString& title)
{
    std::vector<const SavedViewRow*> rows;
    for (const SavedViewRow& row : m_list.views()->rows) {
        if (m_list.isMine(row) == mine)
            rows.push_back(&row);
    }
    if (rows.empty())
        return;
    QAction* head = m_menu->addAction(title);
    head->setEnabled(false);
    for (const SavedViewRow* row : rows) {
        const QString name = viewcontrol::plain(row->name);
        QString text = name;
        if (!mine)
            //: A saved view and whose it is.
            text = tr("%1  –  of %2").arg(name, viewcontrol::plain(row->owner));
        else if (!row->sharedWith.isEmpty())
            //: A saved view and who sees it: everyone, a class.
            text = tr("%1  –  %2").arg(name, sharedWithText(row->sharedWith));
        QAction* view = m_menu->addAction(text);
        view->setData(row->id);
        const auto body = viewOf(*row);
        view->setEnabled(body.has_value());
        view->setToolTip(body ? plainTip(body->filter)
                              : tr("This view was saved in a form that isn't known here"));
        view->setIconVisibleInMenu(true);
        if (row->id == m_current)
            view->setIcon(lineIcon(QStringLiteral("check")));
        connect(view, &QAction::triggered, this, [this, id = row->id] { choose(id); });
    }
    m_menu->addSeparator();
}

void ViewControl::addChanges()
{
    const auto& views = m_list.views();
    const bool may = views && !views->role.isEmpty();
    const QString whyNot =
        views ? errorText({ErrorCode::Forbidden, QStringLiteral("class_may_not_submit"), {}})
              : tr("Reading the saved views…");
    const SavedViewRow* row = m_list.find(m_current);
    const bool mine = row && m_list.isMine(*row);
    const auto add = [&](const char* id, const QString& text, const QString& why, auto act) {
        QAction* action = m_menu->addAction(text);
        action->setObjectName(QLatin1String(id));
        action->setEnabled(may && why.isEmpty());
        action->setToolTip(may ? why : whyNot);
        connect(action, &QAction::triggered, this, act);
    };
    if (row) {
        const QString name = viewcontrol::plain(row->name);
        const QString foreign =
            mine ? QString() : tr("Only %1 can change this view").arg(row->owner);
        const QString same = isModified() ? QString() : tr("Nothing has been changed in it");
        add("updateView", tr("Update “%1”").arg(name), mine ? same : foreign, [this] { update(); });
        add("changeView", tr("Rename or share “%1”…").arg(name), foreign, [this] {
            if (const SavedViewRow* known = m_list.find(m_current))
                save(*known);
        });
        add("deleteView", tr("Delete “%1”…").arg(name), foreign, [this] { remove(); });
        m_menu->addSeparator();
    }
    add("saveView", tr("Save as a new view…"), {}, [this] { save({}); });
}

void ViewControl::open(DecisionDialog* dialog)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = dialog;
    dialog->open();
}

void ViewControl::save(const SavedViewRow& row)
{
    // A new name for a view doesn't save what is on screen as well.
    const auto kept = row.id.isEmpty() ? std::nullopt : viewOf(row);
    const PaymentsView view = kept.value_or(m_seen());
    const Filter filter = parseFilter(view.filter, paymentFilterFields()).filter;
    const QString about = filter.isEmpty() ? tr("All payments") : filterSummary(filter);
    auto* dialog = new SaveViewDialog(
        m_desk, m_clock.now(), m_list, row, toJson(view), about, m_button->window());
    connect(dialog, &SaveViewDialog::saved, this, [this](const QString& id) {
        m_current = id;
        m_list.refresh();
    });
    open(dialog);
}

void ViewControl::update()
{
    const SavedViewRow* row = m_list.find(m_current);
    if (!row)
        return;
    m_desk.decisions.forget(m_strip->id());
    m_strip->follow(m_desk.decisions.submit(saveViewRequest(m_list, *row, toJson(m_seen()))));
}

void ViewControl::remove()
{
    if (const SavedViewRow* row = m_list.find(m_current))
        open(new DeleteViewDialog(m_desk, m_list, *row, m_button->window()));
}

} // namespace tieout
