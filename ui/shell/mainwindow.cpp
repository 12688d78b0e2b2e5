// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/overview/overviewpage.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/export/paymentsexporter.h"
#include "ui/payments/paymentpanel.h"
#include "ui/payments/paymentspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/closenotice.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/connectionbanner.h"
#include "ui/shell/environmentstrip.h"
#include "ui/shell/footer.h"
#include "ui/shell/navigation.h"
#include "ui/shell/notifier.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/stopnotice.h"
#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/queueview.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QHeaderView>
#include <QSettings>
#include <QToolButton>

namespace tieout {

MainWindow::MainWindow(const WindowParts& parts, QWidget* parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_preferences(parts.settings)
    , m_status(parts.store, parts.clock)
    , m_alarms(parts.store)
    , m_decisions(parts.store, parts.clock, parts.person)
    , m_shortcuts(new Shortcuts(*this))
{
    makeFrame();
    makePages();
    makeOverlays();
    makeActions();
    connect(&m_status, &StationStatus::changed, this, &MainWindow::showStatus);
    connect(&m_parts.appearance, &Appearance::changed, this, &MainWindow::showAppearance);
    auto* notifier = new Notifier(m_alarms, m_preferences, this);
    connect(notifier, &Notifier::windowWanted, this, &MainWindow::rise);
    connect(notifier, &Notifier::told, this, [this](const QString& title, const QString& text) {
        m_strip->setAccessibleDescription(title + u'\n' + text);
        announce(*m_strip);
    });
    m_tick.setInterval(1'000);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_payments->table().tick(); });
    resize(1440, 860);
    restore();
    showAppearance();
    showStatus();
}

void MainWindow::makeFrame()
{
    m_frame = new EnvironmentFrame(m_parts.appearance, this);
    m_strip = new EnvironmentStrip(m_parts.appearance, m_frame);
    m_frame->layout()->addWidget(m_strip);
    auto* content = new QWidget(m_frame);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ConnectionBanner(m_status, m_parts.appearance, content));
    m_pages = new PageStack(*m_shortcuts, content);
    column->addWidget(m_pages, 1);
    column->addWidget(new Footer(m_status, m_parts.appearance, content));
    m_frame->setContent(content);
    setCentralWidget(m_frame);
}

void MainWindow::makePages()
{
    m_overview = new OverviewPage(
        {m_parts.store, m_parts.clock, m_parts.appearance, m_status, m_decisions}, m_pages);
    addPage(tr("Overview"), QStringLiteral("overview"), m_overview);
    connect(m_overview, &OverviewPage::paymentsWanted, this, &MainWindow::showPayments);
    m_payments = new PaymentsPage(m_parts.store, m_parts.clock, m_parts.appearance, m_pages);
    m_payments->decideThrough(m_decisions);
    m_payments->keepHistoryIn(m_parts.settings);
    addPage(tr("Payments"), QStringLiteral("payments"), m_payments);
    m_settings = new SettingsPage(
        {m_parts.store, m_status, m_parts.appearance, m_preferences, m_decisions, m_parts.person},
        m_pages);
    m_pages->addPage(m_shortcuts->action("settings"), m_settings);
    connect(m_settings, &SettingsPage::databaseWanted, this, &MainWindow::databaseWanted);
}

void MainWindow::addPage(const QString& name, const QString& key, QWidget* page)
{
    m_pages->addPage(name, key, page);
}

void MainWindow::showPage(QWidget* page)
{
    m_pages->showPage(page);
}

void MainWindow::makeOverlays()
{
    m_palette = new CommandPalette({m_parts.store,
                                    m_parts.clock,
                                    m_parts.appearance,
                                    *m_shortcuts,
                                    [this] { return m_pages->current(); },
                                    [this] { return m_payments->savedViews(); }},
                                   *this);
    connect(m_palette, &CommandPalette::paymentChosen, this, &MainWindow::showPayment);
    connect(m_palette, &CommandPalette::viewChosen, this, [this](const QString& id) {
        showPage(m_payments);
        m_payments->chooseView(id);
    });
    connect(m_palette, &CommandPalette::searchWanted, this, &MainWindow::showPayments);
    m_sheet = new ShortcutSheet(m_parts.appearance, *m_shortcuts, *this);
    m_stop = new StopNotice(m_parts.appearance, *this);
    m_close = new CloseNotice(m_parts.appearance, *this);
    connect(m_close, &CloseNotice::closeWanted, this, [this] {
        m_closesAnyway = true;
        m_close->hide();
        close();
    });
    connect(m_close, &Overlay::dismissed, this, &MainWindow::kept);
    // Nothing is asked about any more; what came of it is to be seen.
    connect(&m_decisions, &Decisions::changed, m_close, [this] {
        if (m_close->isOpen() && unanswered().empty())
            m_close->dismiss();
    });
}

void MainWindow::makeActions()
{
    const auto on = [this](const char* id, const std::function<void()>& act) {
        connect(&m_shortcuts->action(id), &QAction::triggered, this, act);
    };
    on("palette", [this] { m_palette->isOpen() ? m_palette->dismiss() : m_palette->open(); });
    on("keys", [this] { m_sheet->isOpen() ? m_sheet->dismiss() : m_sheet->open(); });
    on("quit", [this] { close(); });
    on("find", [this] {
        showPage(m_payments);
        m_payments->focusSearch();
    });
    m_payments->panel().listenTo(*m_shortcuts);
    on("new", [this] {
        showPage(m_payments);
        m_payments->actions()->createPayment(this);
    });
    on("export", [this] {
        showPage(m_payments);
        m_payments->exporter().open();
    });
    on("refresh", [this] {
        m_payments->table().refresh();
        m_overview->refresh();
        m_status.refresh();
    });
    on("theme", [this] { m_parts.appearance.toggleDark(); });
    on("density", [this] { m_parts.appearance.toggleDensity(); });
    Navigation& rail = m_pages->navigation();
    rail.addFoot(m_shortcuts->action("keys"));
    rail.addFoot(m_shortcuts->action("settings"));
    rail.addFoot(m_shortcuts->action("theme")).setObjectName(QStringLiteral("themeSwitch"));
}

void MainWindow::start()
{
    m_status.start();
    m_tick.start();
    m_payments->start();
    m_alarms.check();
    m_decisions.resume();
    connect(&m_parts.store, &AsyncStore::connectionChanged, this, [this](bool connected) {
        if (connected)
            m_decisions.resume();
    });
    if (m_parts.settings)
        m_pages->showKey(m_parts.settings->value(QStringLiteral("window/page")).toString());
}

void MainWindow::follow(ChangeFeed& feed)
{
    connect(&feed, &ChangeFeed::changed, m_payments, &PaymentsPage::noteChanged);
    connect(&feed, &ChangeFeed::changed, m_overview, &OverviewPage::noteChanged);
    connect(&feed, &ChangeFeed::changed, &m_status, &StationStatus::refresh);
    connect(&feed, &ChangeFeed::changed, &m_alarms, &CaseAlarms::check);
    connect(&feed, &ChangeFeed::changed, &m_decisions, &Decisions::noteChanged);
}

void MainWindow::showAppearance()
{
    const Appearance& worn = m_parts.appearance;
    m_shortcuts->action("theme").setIcon(
        lineIcon(worn.theme().dark ? QStringLiteral("sun") : QStringLiteral("moon")));
    for (QueueView* view : findChildren<QueueView*>()) {
        view->verticalHeader()->setMinimumSectionSize(rowHeightOf(worn.density()));
        view->verticalHeader()->setDefaultSectionSize(rowHeightOf(worn.density()));
    }
    m_preferences.setTheme(worn.mode());
    m_preferences.setDensity(worn.density());
}

void MainWindow::showStatus()
{
    const auto& view = m_status.view();
    const QString name = view ? view->environment : QString();
    const ShownEnvironment environment = shownEnvironment(name);
    m_strip->setEnvironment(environment);
    m_frame->setEnvironment(environment);
    const QString engine = m_status.lostSince() ? tr("disconnected") : engineText(view);
    m_strip->setFacts(m_parts.databaseName, engine, m_parts.person);
    //: The title of the window: environment, database, program.
    setWindowTitle(environment == ShownEnvironment::Unknown
                       ? tr("Tieout")
                       : tr("[%1] %2 – Tieout").arg(name.toUpper(), m_parts.databaseName));
    if (!view)
        return;
    RailHeads heads;
    for (const RailStatus& rail : view->rails)
        heads.insert(rail.rail, rail.head);
    m_payments->table().setHeads(heads);
}

void MainWindow::showPayments(const QString& filter)
{
    showPage(m_payments);
    m_payments->search(filter);
}

void MainWindow::showPayment(const QString& id)
{
    showPage(m_payments);
    m_payments->selection().select(id);
    // Shown beside the list also when its filter leaves the payment out.
    m_payments->record().show(id);
}

} // namespace tieout
