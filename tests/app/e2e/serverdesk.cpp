// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/e2e/serverdesk.h"

#include "chain/sandbox/sandboxcorridors.h"
#include "model/store/lease.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>
#include <QUrl>

#include <csignal>

namespace tieout::test {

namespace {

constexpr char kPassword[] = "a long one for tests";
// As tests/support/testdatabase.cpp has it: roles are made by one program at a time.
constexpr char kRolesLock[] = "SELECT pg_advisory_lock(7716054)";
constexpr char kXpub[] =
    "xpub6DUHsvfgeqB9bfuV2Z6kKpY5d2HiRUAeAkc4Lw5WitjmbEZ1fNU6LD73QmF94sJGBuVptmYsMMB5jcbGjfh4c92"
    "zCvEHcqxwJN9zywLJf84";

void demand(bool good, const char* what, const QByteArray& why = {})
{
    if (!good)
        qFatal("%s: %s", what, why.constData());
}

// %1 database, %2 node, %3 account key
constexpr char kConfig[] = R"([environment]
name = "sandbox"
[database]
url = "%1"
[[rail]]
name = "lab"
family = "evm"
chain = "eip155:31337"
poll_ms = 100
start_block = 0
[[rail.source]]
name = "node"
operator = "lab"
url = "%2"
[[xpub]]
name = "deposits"
family = "evm"
key = "%3"
[limits]
look_ahead = 20
seal_interval_ms = 50
)";

} // namespace

ServerDesk::ServerDesk()
    : m_mark(QStringLiteral("_e2e%1").arg(QRandomGenerator::system()->generate()))
    , m_database(TestDatabase::makeEmpty(Dialect::PostgreSql))
{
    // What tieoutd and the window take their passwords from.
    qputenv("TIEOUT_DATABASE_PASSWORD", kPassword);
    qputenv("TIEOUT_USER_PASSWORD", kPassword);
    const auto started = m_node.start({QStringLiteral("--slots-in-an-epoch"), QStringLiteral("8")});
    demand(started.has_value(), "anvil", started ? QByteArray() : started.error().detail.toUtf8());
    makeToken();
    migrate();
    addLogins();
    m_look = m_database->open(QStringLiteral("look"));
    startEngine();
    applyCorridor();
}

ServerDesk::~ServerDesk()
{
    m_engine.stop();
    m_look.reset();
    m_database.reset();
    const auto cluster = openOrStop({qEnvironmentVariable("TIEOUT_TEST_PG"), {}}, m_mark);
    for (const QString& person : std::as_const(m_people))
        QSqlQuery(cluster->sql()).exec(QStringLiteral("DROP ROLE IF EXISTS ") + loginOf(person));
    qunsetenv("TIEOUT_DATABASE_PASSWORD");
    qunsetenv("TIEOUT_USER_PASSWORD");
}

void ServerDesk::makeToken()
{
    const QJsonArray accounts = m_node.rpc(QStringLiteral("eth_accounts")).toArray();
    m_customer = accounts.at(1).toString();
    const QStringList names{QStringLiteral("Plain USD"), QStringLiteral("PUSD")};
    m_token = m_node.deploy(QStringLiteral("PlainToken"), encodeStrings(names, encodeNumber(1)));
    m_node.waitReceipt(
        m_node.send(accounts.at(0).toString(),
                    m_token,
                    QStringLiteral("PlainToken"),
                    QStringLiteral("mint(address,uint256)"),
                    encodeAddress(m_customer) + encodeNumber(quint64(kUnit) * 1'000'000)));
}

void ServerDesk::migrate()
{
    const auto cluster = openOrStop({qEnvironmentVariable("TIEOUT_TEST_PG"), {}}, m_mark);
    demand(QSqlQuery(cluster->sql()).exec(QLatin1String(kRolesLock)), "roles");
    write(QStringLiteral("tieout.toml"),
          QString::fromLatin1(kConfig)
              .arg(addressOf(QStringLiteral("engine")).url,
                   QString::fromLatin1(m_node.url()),
                   QLatin1String(kXpub))
              .toUtf8());
    call(m_database->address(), {QStringLiteral("migrate")});
}

void ServerDesk::addLogins()
{
    const auto add = [this](const char* person, const char* role) {
        m_people.append(QLatin1String(person));
        call(m_database->address(),
             {QStringLiteral("user"),
              QStringLiteral("add"),
              loginOf(m_people.back()),
              QStringLiteral("--classes"),
              QLatin1String(role)});
    };
    add("engine", "engine");
    add("alice", "operator");
    add("teresa", "treasury");
}

void ServerDesk::startEngine()
{
    const auto started = m_engine.start(QStringLiteral(TIEOUTD),
                                        {QStringLiteral("run"),
                                         QStringLiteral("--config"),
                                         m_folder.filePath(QStringLiteral("tieout.toml"))});
    demand(started.has_value(), "tieoutd run");
    const auto line = m_engine.waitForLine(QRegularExpression(QStringLiteral("engine\\.started")));
    demand(line.has_value(), "tieoutd run", m_engine.output());
}

void ServerDesk::applyCorridor()
{
    QJsonObject corridor = sandboxCorridors().front();
    corridor[QStringLiteral("name")] = QStringLiteral("pusd-lab");
    corridor[QStringLiteral("rail")] = QStringLiteral("lab");
    corridor[QStringLiteral("asset")] = QStringLiteral("eip155:31337/erc20:") + m_token;
    corridor[QStringLiteral("symbol")] = QStringLiteral("PUSD");
    corridor[QStringLiteral("decimals")] = 6;
    corridor[QStringLiteral("binding")] =
        QJsonObject{{QStringLiteral("scheme"), QStringLiteral("xpub")},
                    {QStringLiteral("xpub"), QStringLiteral("deposits")}};
    const QString file = write(QStringLiteral("corridor.json"), QJsonDocument(corridor).toJson());
    run(QStringLiteral("teresa"), {QStringLiteral("corridors"), QStringLiteral("apply"), file});
}

DatabaseAddress ServerDesk::addressOf(const QString& person) const
{
    QUrl url(m_database->address().url);
    url.setUserName(loginOf(person));
    return {url.toString(QUrl::FullyEncoded), QString::fromLatin1(kPassword)};
}

QByteArray ServerDesk::run(const QString& person, const QStringList& words) const
{
    return call(addressOf(person), words);
}

QByteArray ServerDesk::call(const DatabaseAddress& address, const QStringList& words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(TIEOUTD),
                  words + QStringList{QStringLiteral("--config"),
                                      m_folder.filePath(QStringLiteral("tieout.toml")),
                                      QStringLiteral("--database"),
                                      address.url});
    const bool ended = process.waitForFinished(kPatience);
    const QByteArray output = process.readAll();
    demand(ended && process.exitCode() == 0, qPrintable(words.join(u' ')), output);
    return output;
}

QStringList ServerDesk::row(const QString& statement)
{
    QSqlQuery query(m_look->sql());
    demand(query.exec(statement), qPrintable(statement), query.lastError().text().toUtf8());
    QStringList cells;
    if (query.next()) {
        for (int i = 0; i < query.record().count(); ++i)
            cells.append(query.value(i).toString());
    }
    return cells;
}

QString ServerDesk::pay(const QString& address, qint64 units)
{
    const QString tx = m_node.send(m_customer,
                                   m_token,
                                   QStringLiteral("PlainToken"),
                                   QStringLiteral("transfer(address,uint256)"),
                                   encodeAddress(address) + encodeNumber(quint64(units)));
    m_node.waitReceipt(tx);
    return m_node.rpc(QStringLiteral("eth_getRawTransactionByHash"), {tx}).toString();
}

void ServerDesk::mineAgain(const QString& raw) const
{
    m_node.waitReceipt(m_node.rpc(QStringLiteral("eth_sendRawTransaction"), {raw}).toString());
}

QByteArray ServerDesk::stopEngine()
{
    ::kill(pid_t(m_engine.pid()), SIGTERM);
    (void)m_engine.waitUntil([] { return false; }, std::chrono::seconds(30));
    demand(!m_engine.isRunning(), "tieoutd doesn't stop", m_engine.output());
    return m_engine.output();
}

bool ServerDesk::engineHoldsTheLease()
{
    const auto lease = readLease(*m_look);
    return lease && lease->isHeld;
}

QString ServerDesk::write(const QString& name, const QByteArray& text) const
{
    QFile file(m_folder.filePath(name));
    demand(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), "no folder");
    return file.fileName();
}

} // namespace tieout::test
