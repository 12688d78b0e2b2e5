// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/payments/paymentspage.h"
#include "ui/shell/environmentstrip.h"
#include "ui/shell/footer.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace tieout {

MainWindow::MainWindow(const WindowParts& parts, QWidget* parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_status(parts.store, parts.clock)
{
    m_frame = new EnvironmentFrame(parts.appearance, this);
    m_strip = new EnvironmentStrip(parts.appearance, m_frame);
    m_frame->layout()->addWidget(m_strip);
    auto* content = new QWidget(m_frame);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_pages = new QStackedWidget(content);
    middle->addWidget(makeRail());
    middle->addWidget(m_pages, 1);
    column->addLayout(middle, 1);
    column->addWidget(new Footer(m_status, parts.appearance, content));
    m_frame->setContent(content);
    setCentralWidget(m_frame);

    m_payments = new PaymentsPage(parts.store, parts.clock, parts.appearance, m_pages);
    addPage(tr("Payments"), QStringLiteral("payments"), m_payments);
    makeShortcuts();
    connect(&m_status, &StationStatus::changed, this, &MainWindow::showStatus);
    m_tick.setInterval(1'000);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_payments->table().tick(); });
    resize(1440, 860);
    restore();
    showThemeButton();
    showStatus();
}

QWidget* MainWindow::makeRail()
{
    auto* rail = new QWidget(this);
    rail->setObjectName(QStringLiteral("rail"));
    rail->setAttribute(Qt::WA_StyledBackground);
    rail->setFixedWidth(92);
    m_railLayout = new QVBoxLayout(rail);
    m_railLayout->setContentsMargins(6, 10, 6, 10);
    m_railLayout->setSpacing(4);
    m_railLayout->addStretch(1);
    m_theme = new QToolButton(rail);
    m_theme->setObjectName(QStringLiteral("themeSwitch"));
    m_theme->setIconSize({20, 20});
    m_theme->setFocusPolicy(Qt::TabFocus);
    m_railLayout->addWidget(m_theme, 0, Qt::AlignHCenter);
    connect(m_theme, &QToolButton::clicked, this, [this] {
        m_parts.appearance.setMode(m_parts.appearance.theme().dark ? ThemeMode::Light
                                                                   : ThemeMode::Dark);
    });
    connect(&m_parts.appearance, &Appearance::changed, this, &MainWindow::showThemeButton);
    m_navigation = new QButtonGroup(this);
    m_navigation->setExclusive(true);
    connect(m_navigation, &QButtonGroup::idClicked, m_pages, &QStackedWidget::setCurrentIndex);
    return rail;
}

void MainWindow::addPage(const QString& name, const QString& icon, QWidget* page)
{
    const int number = m_pages->addWidget(page);
    auto* button = new QToolButton(m_railLayout->parentWidget());
    button->setText(name);
    button->setIcon(lineIcon(icon));
    button->setIconSize({22, 22});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setChecked(number == 0);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number)));
    button->setToolTip(
        tr("%1 (%2)").arg(name, button->shortcut().toString(QKeySequence::NativeText)));
    button->setAccessibleName(name);
    m_navigation->addButton(button, number);
    m_railLayout->insertWidget(number, button);
}

void MainWindow::makeShortcuts()
{
    connect(new QShortcut(QKeySequence::Find, this),
            &QShortcut::activated,
            m_payments,
            &PaymentsPage::focusSearch);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, [this] {
        m_payments->table().refresh();
        m_status.refresh();
    });
}

void MainWindow::start()
{
    m_status.start();
    m_tick.start();
    m_payments->start();
}

void MainWindow::follow(ChangeFeed& feed)
{
    connect(&feed, &ChangeFeed::changed, m_payments, &PaymentsPage::noteChanged);
    connect(&feed, &ChangeFeed::changed, &m_status, &StationStatus::refresh);
}

void MainWindow::showThemeButton()
{
    const bool dark = m_parts.appearance.theme().dark;
    m_theme->setIcon(lineIcon(dark ? QStringLiteral("sun") : QStringLiteral("moon")));
    m_theme->setToolTip(dark ? tr("Switch to light") : tr("Switch to dark"));
    m_theme->setAccessibleName(m_theme->toolTip());
}

void MainWindow::showStatus()
{
    const auto& view = m_status.view();
    const QString name = view ? view->environment : QString();
    const ShownEnvironment environment = shownEnvironment(name);
    m_strip->setEnvironment(environment);
    m_frame->setEnvironment(environment);
    QString engine;
    if (view && view->engineAlive)
        engine = tr("engine running, term %1").arg(view->engineEpoch);
    else if (view)
        engine = tr("no engine");
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

void MainWindow::restore()
{
    if (!m_parts.settings)
        return;
    restoreGeometry(m_parts.settings->value(QStringLiteral("window/geometry")).toByteArray());
    m_payments->restoreState(
        m_parts.settings->value(QStringLiteral("payments/state")).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_parts.settings) {
        m_parts.settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
        m_parts.settings->setValue(QStringLiteral("payments/state"), m_payments->saveState());
    }
    QMainWindow::closeEvent(event);
}

} // namespace tieout
