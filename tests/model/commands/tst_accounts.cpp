// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts: who gets in as what, on both databases.
#include "model/store/accounts.h"
#include "model/store/statement.h"
#include "tests/model/commands/commanddesk.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

namespace tieout::test {

class TstAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void added_data() { TestDatabase::addDialectRows(); }
    void added();
    void refused_data() { TestDatabase::addDialectRows(); }
    void refused();
    void closed_data() { TestDatabase::addDialectRows(); }
    void closed();
    void everyChangeIsInTheJournal_data() { TestDatabase::addDialectRows(); }
    void everyChangeIsInTheJournal();
    void firstAccount();
    void passwordStaysHere();

private:
    // Logins belong to the cluster, so each test has its own.
    static QString unique(const char* name)
    {
        return QString::fromLatin1(name) +
               sha256Text(QString::number(qint64(QDateTime::currentMSecsSinceEpoch()))).left(8);
    }

    static void drop(CommandDesk& desk, const QString& name)
    {
        if (desk.arena())
            desk.execute(QStringLiteral("DROP ROLE IF EXISTS \"%1\"").arg(name));
    }
};

namespace {

const AccountChange kChange{QStringLiteral("os:tester"), UtcTime::fromMs(1'790'000'000'000)};
const QString kGoodPassword = QStringLiteral("it's \\ a long one");

QString accountReason(const Outcome& outcome)
{
    return outcome ? QString() : outcome.error().reason;
}

std::optional<DeskAccount> find(Database& db, const QString& name)
{
    auto accounts = listAccounts(db);
    if (!accounts)
        return std::nullopt;
    const auto found = std::find_if(
        accounts->begin(), accounts->end(), [&](const DeskAccount& a) { return a.name == name; });
    return found == accounts->end() ? std::nullopt : std::optional(*found);
}

} // namespace

void TstAccounts::added()
{
    TIEOUT_COMMAND_DESK(desk);
    const QString name = unique("u");
    QCOMPARE(accountReason(addAccount(desk.administrator(),
                                      name,
                                      {QStringLiteral("treasury"), QStringLiteral("operator")},
                                      kGoodPassword,
                                      kChange)),
             QString());
    auto account = find(desk.administrator(), name);
    QVERIFY(account);
    QCOMPARE(account->classes,
             QStringList({QStringLiteral("operator"), QStringLiteral("treasury")}));
    QVERIFY(account->active);
    QCOMPARE(accountReason(addAccount(
                 desk.administrator(), name, {QStringLiteral("operator")}, kGoodPassword, kChange)),
             QStringLiteral("already_exists"));
    drop(desk, name);
}

void TstAccounts::refused()
{
    TIEOUT_COMMAND_DESK(desk);
    Database& db = desk.administrator();
    const QStringList one{QStringLiteral("operator")};
    for (const char* name : {"",
                             "A",
                             "x",
                             "Alice",
                             "tieout_sandbox_owner",
                             "pg_monitor",
                             "postgres",
                             "engine",
                             "alice\n",
                             "a b",
                             "a\"; DROP TABLE command; --",
                             "a'b",
                             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
        QCOMPARE(
            accountReason(addAccount(db, QString::fromLatin1(name), one, kGoodPassword, kChange)),
            QStringLiteral("account_name"));
    const QString name = unique("r");
    for (const QStringList& classes :
         {QStringList(),
          QStringList{QStringLiteral("owner")},
          QStringList{QStringLiteral("people")},
          QStringList{QStringLiteral("operator"), QStringLiteral("auditor")},
          QStringList{QStringLiteral("operator"), QStringLiteral("engine")}})
        QCOMPARE(accountReason(addAccount(db, name, classes, kGoodPassword, kChange)),
                 QStringLiteral("account_class"));
    if (desk.dialect() == Dialect::PostgreSql) {
        QCOMPARE(accountReason(addAccount(db, name, one, QStringLiteral("short"), kChange)),
                 QStringLiteral("account_password"));
        QVERIFY(!addAccount(desk.person("alice"), name, one, kGoodPassword, kChange));
    }
    QVERIFY(!find(db, name));
}

void TstAccounts::closed()
{
    TIEOUT_COMMAND_DESK(desk);
    QVERIFY(desk.submit("alice", CommandDesk::request()));
    QCOMPARE(accountReason(
                 setAccountActive(desk.administrator(), desk.account("alice"), false, kChange)),
             QString());
    QVERIFY(!find(desk.administrator(), desk.account("alice"))->active);
    auto refused = desk.submit("alice", CommandDesk::request());
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, QStringLiteral("class_may_not_submit"));
    QCOMPARE(
        accountReason(setAccountActive(desk.administrator(), desk.account("alice"), true, kChange)),
        QString());
    QVERIFY(desk.submit("alice", CommandDesk::request()));
    QCOMPARE(accountReason(
                 setAccountActive(desk.administrator(), QStringLiteral("nobody"), false, kChange)),
             QStringLiteral("account_not_found"));
}

void TstAccounts::everyChangeIsInTheJournal()
{
    TIEOUT_COMMAND_DESK(desk);
    Database& db = desk.administrator();
    const QString name = unique("j");
    const QStringList classes{QStringLiteral("treasury"), QStringLiteral("operator")};
    QVERIFY(!addAccount(db, name, {QStringLiteral("owner")}, kGoodPassword, kChange));
    QCOMPARE(accountReason(addAccount(db, name, classes, kGoodPassword, kChange)), QString());
    QVERIFY(!addAccount(db, name, classes, kGoodPassword, kChange));
    QCOMPARE(accountReason(setAccountActive(db, name, false, kChange)), QString());
    QCOMPARE(accountReason(setAccountActive(db, name, true, kChange)), QString());
    // The connection is the administrator's again, not the owner's.
    QCOMPARE(accountReason(setAccountActive(db, name, false, kChange)), QString());
    const auto login = sessionAccount(db);
    const QString actor =
        desk.dialect() == Dialect::Sqlite ? kChange.by : login.value_or(QString());
    QVERIFY(!actor.isEmpty());
    Statement read(db,
                   u"SELECT subject_version, body FROM journal_inbox WHERE subject = :subject"
                   u" ORDER BY subject_version");
    read.bind(u":subject", QStringLiteral("account:") + name);
    QStringList actions;
    while (read.next()) {
        const QString body = read.text(1);
        const QJsonObject entry = QJsonDocument::fromJson(body.toUtf8()).object();
        actions.append(entry.value(u"action").toString());
        QCOMPARE(read.integer(0), actions.size());
        QCOMPARE(entry.value(u"actor").toString(), actor);
        QVERIFY(!body.contains(kGoodPassword) && !body.contains(u"SCRAM"));
        const QJsonObject data = entry.value(u"data").toObject();
        QCOMPARE(data.value(u"account").toString(), name);
        if (actions.size() == 1)
            QCOMPARE(data.value(u"classes").toArray(),
                     QJsonArray({QStringLiteral("operator"), QStringLiteral("treasury")}));
    }
    QCOMPARE(actions,
             QStringList({QStringLiteral("account.add"),
                          QStringLiteral("account.close"),
                          QStringLiteral("account.open"),
                          QStringLiteral("account.close")}));
    drop(desk, name);
}

void TstAccounts::firstAccount()
{
    CommandDesk desk(Dialect::Sqlite);
    QVERIFY2(desk.problem().isEmpty(), qPrintable(desk.problem()));
    auto account = find(desk.administrator(), QStringLiteral("operator"));
    QVERIFY(account);
    QCOMPARE(account->classes.size(), 6);
    QVERIFY(!account->classes.contains(QStringLiteral("auditor")));
}

void TstAccounts::passwordStaysHere()
{
    if (const QString why = CommandDesk::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    CommandDesk desk(Dialect::PostgreSql);
    QVERIFY2(desk.problem().isEmpty(), qPrintable(desk.problem()));
    const QString name = unique("p");
    QCOMPARE(accountReason(addAccount(
                 desk.administrator(), name, {QStringLiteral("engine")}, kGoodPassword, kChange)),
             QString());
    Statement stored(desk.administrator(),
                     u"SELECT rolpassword FROM pg_authid WHERE rolname = :name");
    stored.bind(u":name", name);
    QVERIFY(stored.next());
    QVERIFY(stored.text(0).startsWith(u"SCRAM-SHA-256$"));
    QCOMPARE(find(desk.administrator(), name)->classes, QStringList{QStringLiteral("engine")});
    drop(desk, name);
    QCOMPARE(sessionAccount(desk.person("alice")).value_or(QString()), desk.account("alice"));
}

} // namespace tieout::test

using tieout::test::TstAccounts;
TIEOUT_REGISTER_TEST(TstAccounts)
#include "tst_accounts.moc"
