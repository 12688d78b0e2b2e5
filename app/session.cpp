// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

namespace tieout {

namespace session {

constexpr int kDatabase = 4;

} // namespace session

Session::Session(ConsoleOptions options,
                 QSettings* settings,
                 Appearance& appearance,
                 const Clock& clock,
                 QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_settings(settings)
    , m_appearance(appearance)
    , m_clock(clock)
    , m_preferences(settings)
    , m_start(appearance)
{
    connect(&m_start, &StartWindow::sandboxWanted, this, &Session::openSandbox);
    connect(&m_start, &StartWindow::fileWanted, this, [this](const QString& path) {
        openUrl(path, {});
    });
    connect(&m_start, &StartWindow::serverWanted, this, [this](const DatabaseAddress& address) {
        openUrl(address.url, address.password);
    });
    connect(&m_start, &StartWindow::recentWanted, this, [this](const QString& url) {
        openUrl(url, {});
    });
    connect(&m_start, &StartWindow::retried, this, [this] { open(m_config, m_byConfigFile); });
    connect(&m_start, &StartWindow::closed, this, [this] { Q_EMIT ended(m_exitCode); });
    connect(&m_test, &ConnectionTest::finished, this, &Session::tested);
}

Session::~Session() = default;

void Session::begin()
{
    if (m_options.named)
        return open(m_options.config, !m_options.configFile.isEmpty());
    if (m_options.sandbox)
        return openSandbox();
    const QStringList recent = m_preferences.recentDatabases();
    if (!recent.isEmpty())
        return openUrl(recent.front(), m_options.config.database.password);
    m_start.showChoices({});
    m_start.show();
}

void Session::openSandbox()
{
    const auto path = defaultSandboxPath();
    if (path)
        return openUrl(*path, {});
    m_config = embeddedSandbox({});
    problem(path.error());
}

void Session::openUrl(const QString& url, const QString& password)
{
    Config config = embeddedSandbox(url);
    config.database.password = password;
    open(config, false);
}

void Session::open(const Config& config, bool byConfigFile)
{
    m_config = config;
    m_byConfigFile = byConfigFile;
    m_exitCode = 0;
    const DatabaseAddress address = databaseAddress(config);
    m_start.showOpening(nameOfDatabase(address));
    m_start.show();
    if (address.dialect() == Dialect::PostgreSql)
        return m_test.start(address);
    m_lock.reset();
    auto lock = DeskLock::take(address.url);
    if (!lock)
        return problem(lock.error());
    m_lock = std::move(lock).value();
    connect(m_lock.get(), &DeskLock::rung, this, &Session::rise);
    openConsole();
}

void Session::tested(const Result<ConnectionReport>& report)
{
    const DatabaseAddress address = databaseAddress(m_config);
    if (!report) {
        // Without a password the form is the next step, not an error.
        if (report.error().reason == u"database_login" && address.password.isEmpty())
            return m_start.showServer(address.url);
        return problem(report.error());
    }
    if (report->problem)
        return problem(*report->problem);
    const QString wanted = toText(m_config.environment);
    if (m_byConfigFile && report->environment != wanted)
        return problem({ErrorCode::Conflict, QStringLiteral("environment_mismatch"), wanted});
    openConsole();
}

void Session::openConsole()
{
    m_console =
        std::make_unique<Console>(ConsoleParts{m_config, true, m_settings}, m_appearance, m_clock);
    connect(m_console.get(), &Console::ready, this, &Session::ready);
    connect(m_console.get(), &Console::closed, this, &Session::leave);
    // The console isn't dropped within its own signal.
    connect(
        m_console.get(),
        &Console::failed,
        this,
        [this](const Error& error) {
            m_console.reset();
            m_lock.reset();
            problem(error);
        },
        Qt::QueuedConnection);
    connect(&m_console->window(), &MainWindow::databaseWanted, this, [this](const QString& url) {
        m_next = url;
        m_console->window().close();
    });
    connect(&m_console->window(), &MainWindow::kept, this, [this] { m_next.reset(); });
    m_console->start();
}

void Session::ready()
{
    // A file that only its configuration can open is no choice for a start without it.
    const bool file = databaseAddress(m_config).dialect() == Dialect::Sqlite;
    if (!m_byConfigFile || !file)
        m_preferences.rememberDatabase(m_config.database.url);
    m_console->window().show();
    m_start.hide();
}

void Session::problem(const Error& error)
{
    m_exitCode = session::kDatabase;
    m_start.showProblem(error, nameOfDatabase(databaseAddress(m_config)));
    m_start.show();
    Q_EMIT noted(QStringLiteral("%1: %2").arg(error.reason, error.detail));
}

void Session::leave(bool orderly)
{
    if (!orderly)
        Q_EMIT noted(QStringLiteral("The engine didn't end within %1 s and was interrupted.")
                         .arg(EngineHost::kStopWithin.count()));
    m_console.reset();
    m_lock.reset();
    if (!m_next)
        return Q_EMIT ended(0);
    const QString next = *std::exchange(m_next, std::nullopt);
    if (!next.isEmpty())
        return openUrl(next, {});
    m_start.showChoices(m_preferences.recentDatabases());
    m_start.show();
}

void Session::rise()
{
    if (m_console && m_console->window().isVisible())
        return m_console->window().rise();
    m_start.show();
    m_start.raise();
    m_start.activateWindow();
}

} // namespace tieout
