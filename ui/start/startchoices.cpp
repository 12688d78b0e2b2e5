// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startchoices.h"

#include "model/store/connectiontest.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/leading.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

namespace tieout {

namespace startchoices {

constexpr int kIcon = 30;
constexpr int kRecentShown = 4;
constexpr int kCardHeight = 300;

struct Card
{
    QString icon;
    QString title;
    QString text;
};

QWidget* makeCard(const Card& card, const QList<QPushButton*>& buttons, QWidget* parent)
{
    auto* box = new QWidget(parent);
    box->setProperty("card", true);
    box->setAttribute(Qt::WA_StyledBackground);
    box->setAccessibleName(card.title);
    box->setMinimumHeight(kCardHeight);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(22, 22, 22, 20);
    column->setSpacing(10);
    column->addWidget(new IconLabel(card.icon, kIcon, box));
    column->addSpacing(4);
    auto* title = new QLabel(card.title, box);
    title->setFont(mediumOf(interfaceFont(12.5)));
    title->setWordWrap(true);
    alignLeading(*title);
    column->addWidget(title);
    auto* text = new QLabel(card.text, box);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    column->addWidget(text, 1);
    column->addSpacing(6);
    for (QPushButton* button : buttons) {
        button->setParent(box);
        button->setAccessibleDescription(card.text);
        column->addWidget(button);
    }
    return box;
}

QPushButton* button(const QString& name, const QString& text, bool primary)
{
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setProperty("primary", primary);
    made->setMinimumHeight(36);
    return made;
}

} // namespace startchoices

QString shownName(const QString& url)
{
    if (DatabaseAddress{url, {}}.dialect() == Dialect::Sqlite)
        return QFileInfo(url).fileName();
    return QUrl(url).path().mid(1);
}

QString shownPlace(const QString& url)
{
    if (DatabaseAddress{url, {}}.dialect() == Dialect::Sqlite) {
        const QString folder = QFileInfo(url).absolutePath();
        const QString home = QDir::homePath();
        return QDir::toNativeSeparators(
            folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder);
    }
    return DatabaseAddress{url, {}}.redacted();
}

StartChoices::StartChoices(QWidget* parent)
    : QWidget(parent)
    , m_recent(new QWidget(this))
    , m_recentColumn(new QVBoxLayout(m_recent))
{
    using namespace startchoices;
    auto* sandbox = button(QStringLiteral("sandbox"), tr("Try the sandbox"), true);
    auto* open = button(QStringLiteral("openFile"), tr("Open a file…"), false);
    auto* create = button(QStringLiteral("createFile"), tr("Create a file…"), false);
    auto* server = button(QStringLiteral("server"), tr("Connect…"), false);
    connect(sandbox, &QPushButton::clicked, this, &StartChoices::sandboxWanted);
    connect(open, &QPushButton::clicked, this, &StartChoices::openFileWanted);
    connect(create, &QPushButton::clicked, this, &StartChoices::createFileWanted);
    connect(server, &QPushButton::clicked, this, &StartChoices::serverWanted);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(makeCard({QStringLiteral("sandbox"),
                               tr("Sandbox"),
                               tr("A scripted chain with payments in every state, in a file of "
                                  "your own. No network, no keys, no money.")},
                              {sandbox},
                              this),
                     1);
    cards->addWidget(makeCard({QStringLiteral("file"),
                               tr("A file on this machine"),
                               tr("One desk: the engine works inside this window. A new file "
                                  "becomes a sandbox; production is set up with tieoutd and a "
                                  "configuration.")},
                              {open, create},
                              this),
                     1);
    cards->addWidget(makeCard({QStringLiteral("server"),
                               tr("PostgreSQL"),
                               tr("A team: everyone has their own login, and the engine runs "
                                  "beside the database as tieoutd.")},
                              {server},
                              this),
                     1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(22);
    column->addLayout(cards);
    column->addWidget(m_recent);
    column->addStretch(1);
    m_recentColumn->setContentsMargins(0, 0, 0, 0);
    m_recentColumn->setSpacing(2);
    m_recent->hide();
    sandbox->setDefault(true);
    setFocusProxy(sandbox);
}

void StartChoices::setRecent(const QStringList& urls)
{
    while (QLayoutItem* item = m_recentColumn->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_recent->setVisible(!urls.isEmpty());
    auto* head = new QLabel(tr("Opened before"), m_recent);
    head->setFont(mediumOf(interfaceFont(9.5)));
    head->setForegroundRole(QPalette::PlaceholderText);
    m_recentColumn->addWidget(head);
    for (const QString& url : urls.mid(0, startchoices::kRecentShown)) {
        auto* button = new QToolButton(m_recent);
        button->setObjectName(QStringLiteral("recent"));
        button->setText(tr("%1   –   %2").arg(shownName(url), shownPlace(url)));
        button->setIcon(lineIcon(QStringLiteral("database")));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(DatabaseAddress{url, {}}.redacted());
        connect(button, &QToolButton::clicked, this, [this, url] { Q_EMIT recentWanted(url); });
        m_recentColumn->addWidget(button, 0, Qt::AlignLeading);
    }
}

} // namespace tieout
