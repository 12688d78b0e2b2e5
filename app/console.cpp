// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <QEvent>
#include <QFileInfo>
#include <QUrl>

namespace tieout {

namespace console {

QString personOf(const DatabaseAddress& address, const QString& person)
{
    if (address.dialect() == Dialect::Sqlite)
        return person.isEmpty() ? QStringLiteral("operator") : person;
    return QUrl(address.url).userName();
}

} // namespace console

QString nameOfDatabase(const DatabaseAddress& address)
{
    return address.dialect() == Dialect::Sqlite ? QFileInfo(address.url).fileName()
                                                : address.redacted();
}

Console::Console(ConsoleParts parts, Appearance& appearance, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_appearance(appearance)
    , m_clock(clock)
{
    const DatabaseAddress address = databaseAddress(m_parts.config);
    m_store = std::make_unique<AsyncStore>(address, &m_gate);
    m_window = std::make_unique<MainWindow>(WindowParts{*m_store,
                                                        m_clock,
                                                        m_appearance,
                                                        nameOfDatabase(address),
                                                        console::personOf(address, m_parts.person),
                                                        m_parts.settings});
    m_window->installEventFilter(this);
    m_late.setSingleShot(true);
    m_late.setInterval(EngineHost::kStopWithin);
    connect(&m_late, &QTimer::timeout, m_window.get(), &MainWindow::showStoppingLate);
}

// The window and the lanes end before the engine, so that nothing asks a database that goes away.
Console::~Console()
{
    m_window.reset();
    m_feed.reset();
    m_store.reset();
    m_engine.reset();
}

void Console::start()
{
    const DatabaseAddress address = databaseAddress(m_parts.config);
    if (address.dialect() != Dialect::Sqlite || !m_parts.withEngine)
        return begin();
    m_engine = std::make_unique<EngineHost>(m_parts.config, m_clock, &m_gate);
    connect(m_engine.get(), &EngineHost::started, this, [this](const Outcome& outcome) {
        if (outcome)
            return begin();
        Q_EMIT failed(outcome.error());
    });
    connect(m_engine.get(), &EngineHost::stopped, this, [this](bool inTime) {
        m_late.stop();
        m_stopped = true;
        m_orderly = inTime;
        m_window->close();
    });
    m_engine->start();
}

void Console::begin()
{
    m_feed = std::make_unique<ChangeFeed>(databaseAddress(m_parts.config));
    m_window->follow(*m_feed);
    m_window->start();
    Q_EMIT ready();
}

// The first wish to close that the window agrees to stops the engine; the window goes when that is
// done.
bool Console::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_window.get() || event->type() != QEvent::Close)
        return QObject::eventFilter(watched, event);
    if (!m_window->mayClose()) {
        event->ignore();
        return true;
    }
    if (m_engine && m_engine->isRunning() && !m_stopped) {
        event->ignore();
        stopEngine();
        return true;
    }
    // After the window itself has seen it.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT closed(m_orderly); }, Qt::QueuedConnection);
    return false;
}

void Console::stopEngine()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_window->showStopping();
    m_late.start();
    m_engine->stop();
}

} // namespace tieout
