// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd as a script meets it: what it prints, its exit codes, and that no secret comes out of it.
#include "tests/app/cli/clikit.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

namespace {

// Never to be seen in any output.
const QByteArray kCanary = "canary-7f31c0ffee-secret";

} // namespace

using namespace tieout::test;

class TstCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void wrongWordsAreUsage();
    void aDatabaseThatIsNotThere();
    void aPaymentFromBeginToEnd();
    void corridorsArePrintedToBeApplied();
    void paymentsAreListedByFilter();
    void aSwappedAddressIsNotSaid();
    void aNewUserIsInTheJournal();
    void derivesWhatOthersDerive_data();
    void derivesWhatOthersDerive();
    void aPrivateKeyIsRefused();
    void aBrokenConfigurationNamesItsLines();
    void noSecretComesOut();
    void anAddressWithAKeyIsNotKept();
    void callsAtOnceAreAllAnswered();
    void verifyAndReconcileSayHowItStands();

private:
    Ran run(QStringList words, const QMap<QString, QString>& variables = {}) const;
    QString database() const { return m_folder->filePath(QStringLiteral("desk.sqlite")); }
    QString write(const QString& name, const QByteArray& text) const;
    // The first row's first cell; empty for a statement that answers nothing.
    QString sql(const QString& statement) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

Ran TstCli::run(QStringList words, const QMap<QString, QString>& variables) const
{
    return runTieoutd(words, m_folder->path(), variables);
}

QString TstCli::write(const QString& name, const QByteArray& text) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("can't write");
    return file.fileName();
}

QString TstCli::sql(const QString& statement) const
{
    QString cell;
    {
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(database());
        if (!db.open())
            qFatal("can't open");
        QSqlQuery query(db);
        if (!query.exec(statement))
            qFatal("%s", qPrintable(query.lastError().text()));
        if (query.next())
            cell = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return cell;
}

void TstCli::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("words");
    for (const char* words : {"run",
                              "migrate",
                              "status",
                              "payments list",
                              "payments show",
                              "payments create",
                              "payments cancel",
                              "payments reissue",
                              "payments hold",
                              "payments release",
                              "cases list",
                              "cases resolve",
                              "transfers list",
                              "transfers link",
                              "coverage",
                              "backfill",
                              "sources test",
                              "sandbox scenario",
                              "sandbox speed",
                              "verify",
                              "verify journal",
                              "verify projections",
                              "verify addresses",
                              "reconcile",
                              "derive",
                              "config check",
                              "corridors list",
                              "corridors apply",
                              "user add",
                              "user list"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void TstCli::everyCommandHasHelp()
{
    QFETCH(QString, words);
    const Ran ran = run(words.split(u' ') + QStringList{QStringLiteral("--help")});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.startsWith("usage: tieoutd " + words.toUtf8()));
    QVERIFY(ran.out.contains("--json"));
}

void TstCli::wrongWordsAreUsage()
{
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({QStringLiteral("nonsense")}).code, 2);
    QCOMPARE(run({QStringLiteral("payments"), QStringLiteral("show")}).code, 2);
    const Ran ran =
        run({QStringLiteral("status"), QStringLiteral("--colour"), QStringLiteral("--json")});
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.reason(), QStringLiteral("option_unknown"));
}

void TstCli::aDatabaseThatIsNotThere()
{
    const Ran ran = run({QStringLiteral("status"),
                         QStringLiteral("--database"),
                         m_folder->filePath(QStringLiteral("none/desk.sqlite"))});
    QCOMPARE(ran.code, 4);
    QCOMPARE(ran.err.count('\n'), 1);
    QVERIFY(ran.err.startsWith("tieoutd: database_unreachable"));
}

void TstCli::aPaymentFromBeginToEnd()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    QCOMPARE(run(QStringList{QStringLiteral("migrate")} + at).code, 0);
    QCOMPARE(run(QStringList{QStringLiteral("corridors"),
                             QStringLiteral("apply"),
                             QStringLiteral("sandbox")} +
                 at)
                 .code,
             0);
    const QStringList create{QStringLiteral("payments"),
                             QStringLiteral("create"),
                             QStringLiteral("--corridor"),
                             QStringLiteral("usdt-sandbox"),
                             QStringLiteral("--amount"),
                             QStringLiteral("12.50"),
                             QStringLiteral("--key"),
                             QStringLiteral("order-1")};
    const Ran created = run(create + at);
    QCOMPARE(created.code, 0);
    const QString id = created.json().value(u"payment").toString();
    QCOMPARE(created.json().value(u"amount").toString(), QStringLiteral("12.5"));
    // Published vector: the first address of the account key of the well-known test phrase.
    QCOMPARE(created.json().value(u"address").toString(),
             QStringLiteral("0xc25E354Fa03D281b140AA5bEc49E21bD6Cd22b12"));
    // The same key again answers the same payment.
    QCOMPARE(run(create + at).json().value(u"payment").toString(), id);
    const Ran shown = run(QStringList{QStringLiteral("payments"), QStringLiteral("show"), id} + at);
    QCOMPARE(shown.json().value(u"status").toString(), QStringLiteral("pending"));
    const QStringList cancel{QStringLiteral("payments"),
                             QStringLiteral("cancel"),
                             id,
                             QStringLiteral("--reason"),
                             QStringLiteral("no longer wanted")};
    // A version that nobody has seen.
    const Ran stale =
        run(cancel + QStringList{QStringLiteral("--seen-version"), QStringLiteral("99")} + at);
    QCOMPARE(stale.code, 1);
    QCOMPARE(stale.reason(), QStringLiteral("payment_changed"));
    QCOMPARE(run(cancel + at).json().value(u"status").toString(), QStringLiteral("cancelled"));
    QCOMPARE(run(cancel + at).reason(), QStringLiteral("payment_closed"));
    const QJsonArray listed =
        run(QStringList{QStringLiteral("payments"), QStringLiteral("list")} + at)
            .json()
            .value(u"payments")
            .toArray();
    QCOMPARE(int(listed.size()), 1);
    QCOMPARE(listed.first().toObject().value(u"status").toString(), QStringLiteral("cancelled"));
    const Ran suspended = run(QStringList{QStringLiteral("payments"),
                                          QStringLiteral("create"),
                                          QStringLiteral("--corridor"),
                                          QStringLiteral("dai-sandbox"),
                                          QStringLiteral("--amount"),
                                          QStringLiteral("5")} +
                              at);
    QCOMPARE(suspended.code, 1);
    QCOMPARE(suspended.reason(), QStringLiteral("corridor_suspended"));
}

// What is printed with every rule is applied again as it is, one version later.
void TstCli::corridorsArePrintedToBeApplied()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
    QCOMPARE(run(QStringList{QStringLiteral("migrate")} + at).code, 0);
    QCOMPARE(run(words("corridors apply sandbox") + at).code, 0);
    QJsonObject printed = run(words("corridors list --whole") + at).json();
    QJsonArray corridors = printed.value(u"corridors").toArray();
    QVERIFY(corridors.size() > 1);
    for (auto&& each : corridors) {
        QJsonObject corridor = each.toObject();
        corridor.insert(QStringLiteral("version"), 2);
        each = corridor;
    }
    printed.insert(QStringLiteral("corridors"), corridors);
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QJsonDocument(printed).toJson());
    file.close();
    const Ran applied = run(
        QStringList{QStringLiteral("corridors"), QStringLiteral("apply"), file.fileName()} + at);
    QVERIFY2(applied.code == 0, applied.err.constData());
    for (const auto& each : run(words("corridors list") + at).json().value(u"corridors").toArray())
        QCOMPARE(each.toObject().value(u"version").toInt(), 2);
}

void TstCli::paymentsAreListedByFilter()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    QCOMPARE(run(QStringList{QStringLiteral("migrate")} + at).code, 0);
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
    QCOMPARE(run(words("corridors apply sandbox") + at).code, 0);
    QCOMPARE(run(words("payments create --corridor usdt-sandbox --amount 12.50") + at).code, 0);
    const auto filtered = [&](const char* text) {
        return run(QStringList{QStringLiteral("payments"),
                               QStringLiteral("list"),
                               QStringLiteral("--filter"),
                               QString::fromLatin1(text)} +
                   at);
    };
    QCOMPARE(filtered("amount:12..13 -status:expired").json().value(u"payments").toArray().size(),
             1);
    QCOMPARE(filtered("amount>13").json().value(u"payments").toArray().size(), 0);
    const Ran wrong = filtered("status:payd");
    QCOMPARE(wrong.code, 2);
    QCOMPARE(wrong.reason(), QStringLiteral("option_value"));
    QVERIFY(wrong.err.contains("payd"));
}

void TstCli::aSwappedAddressIsNotSaid()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    const auto words = [&](const char* text) { return QString::fromLatin1(text).split(u' ') + at; };
    QCOMPARE(run(words("migrate")).code, 0);
    QCOMPARE(run(words("corridors apply sandbox")).code, 0);
    const QStringList create =
        words("payments create --corridor usdt-sandbox --amount 12.50 --key order-1");
    const QStringList same = create + QStringList{QStringLiteral("--command-id"),
                                                  QStringLiteral("cmd_01ARZ3NDEKTSV4RRFFQ69G5FAV")};
    const Ran created = run(same);
    QCOMPARE(created.code, 0);
    const QString id = created.json().value(u"payment").toString();
    QCOMPARE(run(same).json().value(u"address"), created.json().value(u"address"));
    QCOMPARE(run(words("verify addresses")).code, 0);

    sql(QStringLiteral("UPDATE binding SET account = x'00000000000000000000000000000000000bad00'"));
    const Ran shown = run(words("payments show") + QStringList(id));
    QCOMPARE(shown.code, 0);
    const QJsonObject binding = shown.json().value(u"bindings").toArray().first().toObject();
    QVERIFY(binding.value(u"address").isNull());
    QCOMPARE(binding.value(u"problem").toString(), QStringLiteral("address_mismatch"));
    // The stored answer of the same command, and the same key in a new one.
    for (const QStringList& again : {same, create}) {
        const Ran ran = run(again);
        QVERIFY(ran.code != 0);
        QCOMPARE(ran.reason(), QStringLiteral("address_mismatch"));
        QVERIFY(ran.err.contains("reissue"));
        QVERIFY(!ran.err.toLower().contains("bad00") && ran.out.isEmpty());
    }
    QVERIFY(!shown.out.toLower().contains("bad00"));
    const QJsonArray cases = run(words("cases list")).json().value(u"cases").toArray();
    QCOMPARE(int(cases.size()), 1);
    QCOMPARE(cases.first().toObject().value(u"code").toString(), QStringLiteral("ENV-MISMATCH"));
    QCOMPARE(cases.first().toObject().value(u"severity").toInt(), 1);
    QCOMPARE(cases.first().toObject().value(u"payment").toString(), id);
    const Ran verified = run(words("verify addresses"));
    QCOMPARE(verified.code, 1);
    QVERIFY(verified.out.contains(id.toLatin1()));
    const Ran reissued = run(words("payments reissue --reason swapped") + QStringList(id));
    QCOMPARE(reissued.code, 0);
    QVERIFY(reissued.json().value(u"address") != created.json().value(u"address"));
    QCOMPARE(run(create).json().value(u"address"), reissued.json().value(u"address"));
}

void TstCli::aNewUserIsInTheJournal()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    QCOMPARE(run(QStringList{QStringLiteral("migrate")} + at).code, 0);
    const Ran added = run(QStringList{QStringLiteral("user"),
                                      QStringLiteral("add"),
                                      QStringLiteral("anna"),
                                      QStringLiteral("--classes"),
                                      QStringLiteral("finance")} +
                              at,
                          {{QStringLiteral("TIEOUT_USER_PASSWORD"), QString::fromLatin1(kCanary)}});
    QCOMPARE(added.code, 0);
    const QString body =
        sql(QStringLiteral("SELECT body FROM journal_inbox WHERE subject = 'account:anna'"));
    const QJsonObject entry = QJsonDocument::fromJson(body.toUtf8()).object();
    QCOMPARE(entry.value(u"action").toString(), QStringLiteral("account.add"));
    QVERIFY(entry.value(u"actor").toString().startsWith(u"os:"));
    QVERIFY(!body.contains(QString::fromLatin1(kCanary)));
}

void TstCli::derivesWhatOthersDerive_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("file");
    QTest::newRow("EVM") << QStringLiteral("evm") << QStringLiteral("xpub-evm.json");
    QTest::newRow("Tron") << QStringLiteral("tron") << QStringLiteral("xpub-tron.json");
}

void TstCli::derivesWhatOthersDerive()
{
    QFETCH(QString, family);
    QFETCH(QString, file);
    QFile data(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/data/") + file);
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QJsonObject vectors = QJsonDocument::fromJson(data.readAll()).object();
    QVERIFY(!vectors.isEmpty());
    const QJsonArray expected = vectors.value(u"addresses").toArray();
    QVERIFY(expected.size() >= 5);
    for (const auto& each : {expected.first(), expected.at(4), expected.last()}) {
        const qint64 index = each.toObject().value(u"index").toInteger();
        const Ran ran = run({QStringLiteral("derive"),
                             QStringLiteral("--xpub"),
                             vectors.value(u"xpub").toString(),
                             QStringLiteral("--family"),
                             family,
                             QStringLiteral("--from"),
                             QString::number(index),
                             QStringLiteral("--count"),
                             QStringLiteral("1"),
                             QStringLiteral("--json")});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json().value(u"addresses").toArray().first().toObject().value(u"address"),
                 each.toObject().value(u"address"));
    }
}

void TstCli::aPrivateKeyIsRefused()
{
    // A published test key of BIP-32, vector 1.
    const QString secret = QStringLiteral(
        "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU"
        "3TGtRBeJgk33yuGBxrMPHi");
    const Ran ran =
        run({QStringLiteral("derive"), QStringLiteral("--xpub"), secret, QStringLiteral("--json")});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.reason(), QStringLiteral("xpub_is_private"));
    QVERIFY(!ran.err.contains(secret.toUtf8()) && !ran.out.contains(secret.toUtf8()));
}

void TstCli::aBrokenConfigurationNamesItsLines()
{
    const QString file =
        write(QStringLiteral("broken.toml"),
              "[environment]\nname = \"sandbox\"\ncolour = 1\n[database]\nurl = \"x.db\"\n");
    const Ran ran =
        run({QStringLiteral("config"), QStringLiteral("check"), QStringLiteral("--config"), file});
    QCOMPARE(ran.code, 3);
    QVERIFY(ran.err.contains(":3:"));
    QVERIFY(ran.err.contains("unknown_key"));
}

void TstCli::noSecretComesOut()
{
    const QString file =
        write(QStringLiteral("secret.toml"),
              "[environment]\nname = \"sandbox\"\n[database]\nurl = \"" + database().toUtf8() +
                  "\"\n[[rail]]\nname = \"net\"\nfamily = \"evm\"\nchain = \"eip155:1\"\n"
                  "[[rail.source]]\nname = \"s\"\noperator = \"o\"\n"
                  "url = \"https://127.0.0.1:9/v2/${CANARY_KEY}\"\n[log]\nlevel = \"debug\"\n");
    const QMap<QString, QString> variables{
        {QStringLiteral("CANARY_KEY"), QString::fromLatin1(kCanary)},
        {QStringLiteral("TIEOUT_DATABASE_PASSWORD"), QString::fromLatin1(kCanary)}};
    const QStringList with{QStringLiteral("--config"), file};
    for (const QStringList& words : {QStringList{QStringLiteral("config"), QStringLiteral("check")},
                                     QStringList{QStringLiteral("migrate")},
                                     QStringList{QStringLiteral("status")},
                                     QStringList{QStringLiteral("sources"),
                                                 QStringLiteral("test"),
                                                 QStringLiteral("--rail"),
                                                 QStringLiteral("net"),
                                                 QStringLiteral("--source"),
                                                 QStringLiteral("s"),
                                                 QStringLiteral("--wait"),
                                                 QStringLiteral("100ms")}}) {
        const Ran ran = run(words + with, variables);
        QVERIFY2(!ran.out.contains(kCanary) && !ran.err.contains(kCanary),
                 qPrintable(words.join(u' ')));
        QVERIFY(!(ran.out + ran.err).isEmpty());
    }
}

void TstCli::anAddressWithAKeyIsNotKept()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    QCOMPARE(run(QStringList{QStringLiteral("migrate")} + at).code, 0);
    for (const char* url : {"https://h.example/v3/", "https://h.example/?k=", "https://h:"}) {
        const QString words = QStringLiteral("sources test --rail net --url ");
        const Ran ran = run((words + QLatin1String(url) + QLatin1String(kCanary)).split(u' ') + at);
        QCOMPARE(ran.reason(), QStringLiteral("source_url_not_plain"));
        QVERIFY2(!(ran.out + ran.err).contains(kCanary), url);
    }
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM command")), QStringLiteral("0"));
}

void TstCli::callsAtOnceAreAllAnswered()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    const auto words = [&](const char* text) { return QString::fromLatin1(text).split(u' ') + at; };
    QCOMPARE(run(words("migrate")).code, 0);
    QCOMPARE(run(words("corridors apply sandbox")).code, 0);
    std::array<QProcess, 5> calls;
    for (QProcess& call : calls)
        call.start(QStringLiteral(TIEOUTD),
                   words("payments create --corridor usdt-sandbox --amount 5"));
    for (QProcess& call : calls) {
        QVERIFY(call.waitForFinished(60'000));
        QVERIFY2(call.exitCode() == 0, call.readAllStandardError().constData());
    }
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM payment")), QStringLiteral("5"));
}

void TstCli::verifyAndReconcileSayHowItStands()
{
    const QStringList at{QStringLiteral("--database"), database(), QStringLiteral("--json")};
    QCOMPARE(run(QStringList{QStringLiteral("migrate")} + at).code, 0);
    QCOMPARE(run(QStringList{QStringLiteral("verify")} + at).code, 0);
    const Ran tied = run(QStringList{QStringLiteral("reconcile"),
                                     QStringLiteral("--since"),
                                     QStringLiteral("2026-01-01")} +
                         at);
    QCOMPARE(tied.code, 0);
    QVERIFY(tied.json().value(u"ties").toBool());
    QCOMPARE(run(QStringList{QStringLiteral("reconcile"),
                             QStringLiteral("--since"),
                             QStringLiteral("soon")} +
                 at)
                 .code,
             2);
    const Ran status = run(QStringList{QStringLiteral("status")} + at);
    QVERIFY(!status.json().value(u"engine").toObject().value(u"running").toBool());
}

TIEOUT_REGISTER_TEST(TstCli)
#include "tst_cli.moc"
