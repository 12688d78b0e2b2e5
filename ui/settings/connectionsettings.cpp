// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionsettings.h"

#include "ui/settings/settingscard.h"
#include "ui/start/connectionview.h"
#include "ui/start/postgresaddress.h"
#include "ui/start/startchoices.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/factgrid.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace tieout {

namespace connectionsettings {

constexpr int kPathRoom = 520; // of the narrowest window

} // namespace connectionsettings

ConnectionSettings::ConnectionSettings(const SettingsParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeOpen());
    column->addWidget(makeRecent());
    connect(&parts.status, &StationStatus::changed, this, &ConnectionSettings::showFacts);
    connect(&parts.preferences, &Preferences::changed, this, &ConnectionSettings::showRecent);
    showFacts();
    showRecent();
}

QWidget* ConnectionSettings::makeOpen()
{
    auto* card = new SettingsCard(tr("Open in this window"), {}, this);
    m_facts = new FactGrid(card, connectionsettings::kPathRoom);
    m_view = new ConnectionView(m_parts.appearance, card);
    m_test = new QPushButton(tr("Test connection"), card);
    m_test->setObjectName(QStringLiteral("testConnection"));
    connect(m_test, &QPushButton::clicked, this, [this] { m_view->test(m_parts.store.address()); });
    connect(m_view, &ConnectionView::changed, this, [this] {
        m_test->setEnabled(!m_view->isTesting());
    });
    card->column().addWidget(m_facts);
    card->column().addWidget(m_test, 0, Qt::AlignLeading);
    card->column().addWidget(m_view);
    return card;
}

QWidget* ConnectionSettings::makeRecent()
{
    auto* card = new SettingsCard(
        tr("Opened before"),
        tr("Opening another one closes this window in order first. Passwords are never kept; the "
           "login's is asked for again."),
        this);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(4);
    card->column().addLayout(m_recent);
    auto* another = new QPushButton(tr("Open another database…"), card);
    another->setObjectName(QStringLiteral("openAnother"));
    connect(another, &QPushButton::clicked, this, [this] { Q_EMIT databaseWanted({}); });
    card->column().addWidget(another, 0, Qt::AlignLeading);
    return card;
}

void ConnectionSettings::showFacts()
{
    const DatabaseAddress& address = m_parts.store.address();
    const auto& view = m_parts.status.view();
    const bool file = address.dialect() == Dialect::Sqlite;
    std::vector<Fact> facts{
        {tr("Database"), file ? QDir::toNativeSeparators(address.url) : address.redacted(), true},
        {tr("Acting as"), m_parts.person}};
    if (!file) {
        const auto parts = PostgresAddress::fromUrl(address.url);
        const QString mode = !parts                     ? QString()
                             : parts->isSocket()        ? tr("a socket of this machine")
                             : parts->tlsMode.isEmpty() ? tr("libpq's default (prefer)")
                                                        : parts->tlsMode;
        facts.push_back({tr("TLS mode"), mode});
    }
    facts.push_back({tr("Environment"), view ? view->environment : tr("not read yet")});
    if (view)
        facts.push_back({tr("Engine"),
                         view->engineAlive
                             ? tr("%1, term %2").arg(view->engineHolder).arg(view->engineEpoch)
                             : tr("none works on it now")});
    m_facts->setFacts(facts);
}

void ConnectionSettings::showRecent()
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QStringList recent = m_parts.preferences.recentDatabases();
    if (recent.isEmpty())
        m_recent->addWidget(mutedLabel(tr("Nothing yet: this window was opened directly."), this));
    for (const QString& url : recent) {
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* names = new QVBoxLayout;
        names->setSpacing(0);
        auto* name = new QLabel(shownName(url), line);
        name->setTextFormat(Qt::PlainText);
        auto* place = mutedLabel(shownPlace(url), line);
        place->setFont(interfaceFont(9));
        names->addWidget(name);
        names->addWidget(place);
        row->addLayout(names, 1);
        const bool here = url == m_parts.store.address().url;
        auto* open = new QPushButton(here ? tr("Is open") : tr("Open"), line);
        open->setEnabled(!here);
        open->setToolTip(here ? tr("It is open in this window") : QString());
        open->setAccessibleName(tr("Open %1").arg(shownName(url)));
        connect(open, &QPushButton::clicked, this, [this, url] { Q_EMIT databaseWanted(url); });
        auto* forget = new QToolButton(line);
        forget->setIcon(lineIcon(QStringLiteral("close")));
        forget->setToolTip(tr("Forget it; the database itself stays"));
        forget->setAccessibleName(tr("Forget %1").arg(shownName(url)));
        connect(forget, &QToolButton::clicked, this, [this, url] {
            m_parts.preferences.forgetDatabase(url);
        });
        row->addWidget(open);
        row->addWidget(forget);
        m_recent->addWidget(line);
    }
}

} // namespace tieout
