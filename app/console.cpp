// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <QFileInfo>
#include <QUrl>

namespace tieout {

namespace console {

constexpr std::chrono::seconds kStopWithin{5};

QString nameOf(const DatabaseAddress& address)
{
    return address.dialect() == Dialect::Sqlite ? QFileInfo(address.url).fileName()
                                                : address.redacted();
}

QString personOf(const DatabaseAddress& address)
{
    if (address.dialect() == Dialect::Sqlite)
        return QStringLiteral("operator");
    return QUrl(address.url).userName();
}

} // namespace console

Console::Console(ConsoleParts parts, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_clock(clock)
    , m_appearance(m_parts.theme)
{
    if (m_parts.remembers)
        m_settings = std::make_unique<QSettings>();
    const DatabaseAddress address = databaseAddress(m_parts.config);
    m_store = std::make_unique<AsyncStore>(address, &m_gate);
    m_window = std::make_unique<MainWindow>(WindowParts{*m_store,
                                                        m_clock,
                                                        m_appearance,
                                                        console::nameOf(address),
                                                        console::personOf(address),
                                                        m_settings.get()});
}

// The window and the lanes end before the engine, so that nothing asks a database that goes away.
Console::~Console()
{
    m_window.reset();
    m_feed.reset();
    m_store.reset();
    if (m_engine)
        m_engine->stop(console::kStopWithin);
}

Outcome Console::start()
{
    const DatabaseAddress address = databaseAddress(m_parts.config);
    if (address.dialect() == Dialect::Sqlite && m_parts.withEngine) {
        auto engine = startEmbeddedEngine(m_parts.config, m_clock, &m_gate);
        if (!engine)
            return fail(engine.error());
        m_engine = std::move(engine).value();
    }
    m_feed = std::make_unique<ChangeFeed>(address);
    m_window->follow(*m_feed);
    m_window->start();
    return Done;
}

} // namespace tieout
