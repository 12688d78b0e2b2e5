// SPDX-License-Identifier: GPL-3.0-or-later
// An address that was swapped in the database: it is not answered, whoever changed what beside it,
// and the engine opens one severity 1 case that stays until a person resolves it.
#include "model/actions/checkaddresses.h"
#include "model/store/paymentdetail.h"
#include "model/store/statement.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

namespace tieout::test {

class TstCheckAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatedCreateIsRefused_data() { TestDatabase::addDialectRows(); }
    void repeatedCreateIsRefused();
    void everyWayToSwapIsSeen_data();
    void everyWayToSwapIsSeen();
    void theCaseComesOnce_data() { TestDatabase::addDialectRows(); }
    void theCaseComesOnce();
    void reissuingEndsIt_data() { TestDatabase::addDialectRows(); }
    void reissuingEndsIt();
    void aWrongWatchIsACase_data() { TestDatabase::addDialectRows(); }
    void aWrongWatchIsACase();
    void anotherKeyIsACase_data() { TestDatabase::addDialectRows(); }
    void anotherKeyIsACase();
    void everyOpenPaymentIsReached_data() { TestDatabase::addDialectRows(); }
    void everyOpenPaymentIsReached();
};

namespace {

const QByteArray kThief = "00000000000000000000000000000000000bad00";

void change(ActionDesk& desk, const QByteArray& set, const PaymentId& id)
{
    const bool sqlite = desk.db().dialect() == Dialect::Sqlite;
    QByteArray sql =
        "UPDATE binding SET " + set + " WHERE payment_id = '" + id.text().toUtf8() + "'";
    sql.replace("{thief}", (sqlite ? "x'" : "'\\x") + kThief + "'");
    desk.store().execute(sql);
}

QByteArray accountSet(ActionDesk& desk, const QByteArray& account)
{
    const bool sqlite = desk.db().dialect() == Dialect::Sqlite;
    return "account = " + ((sqlite ? "x'" : "'\\x") + account.toHex() + "'");
}

QJsonObject wishWithKey()
{
    return {{QStringLiteral("corridor"), QStringLiteral("usdt-test")},
            {QStringLiteral("amount"), QStringLiteral("10")},
            {QStringLiteral("idempotency_key"), QStringLiteral("k-1")}};
}

CommandAnswer createAgain(ActionDesk& desk)
{
    return desk.run(QStringLiteral("payment.create"), QStringLiteral("operator"), wishWithKey());
}

AddressPass lookAtAll(ActionDesk& desk, int limit = kAddressesPerPass)
{
    AddressPass all;
    PlaceCursor cursor;
    do {
        const auto pass = checkAddresses(desk.term(), cursor, desk.clock().now(), limit);
        if (!pass)
            qFatal("pass: %s %s", qPrintable(pass.error().reason), qPrintable(pass.error().detail));
        all.looked += pass->looked;
        all.wrong += pass->wrong;
        all.opened += pass->opened;
    } while (!cursor.isAtStart());
    return all;
}

std::vector<CaseRow> casesOf(ActionDesk& desk, bool openOnly = true)
{
    return listCases(desk.db(), {QString(), openOnly, 100}).value();
}

bool isShown(ActionDesk& desk, const PaymentId& id)
{
    return readPaymentDetail(desk.db(), id).value().bindings.front().isProved;
}

} // namespace

void TstCheckAddresses::repeatedCreateIsRefused()
{
    TIEOUT_ACTION_DESK(desk);
    const auto first = createAgain(desk);
    QVERIFY(!first.error);
    const auto id = PaymentId::trusted(first.result.value(u"payment").toString());
    const auto honest = createAgain(desk);
    QCOMPARE(honest.result.value(u"address"), first.result.value(u"address"));
    QVERIFY(isShown(desk, id));

    change(desk, "account = {thief}", id);
    const auto swapped = createAgain(desk);
    QCOMPARE(swapped.state, CommandState::Refused);
    QCOMPARE(swapped.error->reason, QStringLiteral("address_mismatch"));
    QVERIFY(!swapped.error->detail.contains(QString::fromLatin1(kThief)));
    QVERIFY(!isShown(desk, id));
    // The refusal and the case are one transaction.
    const CaseRow row = desk.openCase(CaseCode::EnvMismatch);
    QCOMPARE(row.payment, std::optional<PaymentId>(id));
    QCOMPARE(caseRule(row.code).severity, 1);
    const QJsonObject evidence = QJsonDocument::fromJson(row.evidence.toUtf8()).object();
    QCOMPARE(evidence.value(u"found").toString().toLatin1(), kThief);
    QCOMPARE(evidence.value(u"derived"), first.result.value(u"address"));
    QCOMPARE(desk.journal(row.id.text()), QStringList{QStringLiteral("case.open")});
    QCOMPARE(desk.events(row.id.text()).size(), size_t(1));

    createAgain(desk);
    QCOMPARE(casesOf(desk).size(), size_t(1));
}

void TstCheckAddresses::everyWayToSwapIsSeen_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("corridor");
    QTest::addColumn<QByteArray>("set");
    struct Way
    {
        const char* name;
        const char* corridor;
        const char* set;
    };
    constexpr Way kWays[] = {
        {"another account", "usdt-test", "account = {thief}"},
        {"as if it were shared", "usdt-test", "account = {thief}, xpub = NULL, position = NULL"},
        {"without its index", "usdt-test", "account = {thief}, position = NULL"},
        {"an index that never was", "usdt-test", "account = {thief}, position = -7"},
        {"of another length", "usdt-test", "account = {thief_}"},
        {"a shared one", "usdt-memo", "account = {thief}"},
        {"a shared one with a key", "usdt-memo", "account = {thief}, xpub = 1, position = 3"}};
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
        for (const Way& way : kWays)
            QTest::addRow("%s, %s", dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL", way.name)
                << dialect << QString::fromLatin1(way.corridor) << QByteArray(way.set);
    }
}

void TstCheckAddresses::everyWayToSwapIsSeen()
{
    TIEOUT_ACTION_DESK(desk);
    QFETCH(QString, corridor);
    QFETCH(QByteArray, set);
    const PaymentId other = desk.create(QStringLiteral("10"), corridor);
    const PaymentId id = desk.create(QStringLiteral("10"), corridor);
    QVERIFY(isShown(desk, id));
    QCOMPARE(lookAtAll(desk).wrong, 0);
    const bool sqlite = desk.db().dialect() == Dialect::Sqlite;
    set.replace("{thief_}", (sqlite ? "x'" : "'\\x") + kThief.repeated(3) + "'");
    change(desk, set, id);
    QVERIFY(!isShown(desk, id));
    QVERIFY(isShown(desk, other));
    QCOMPARE(reasonOf(demandProved(desk.db(), id)), QStringLiteral("address_mismatch"));
    QVERIFY(demandProved(desk.db(), other));
    const AddressPass pass = lookAtAll(desk);
    QCOMPARE(pass.looked, 2);
    QCOMPARE(pass.opened, 1);
    QCOMPARE(desk.openCases(id).size(), size_t(1));
}

void TstCheckAddresses::theCaseComesOnce()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("10"));
    const QByteArray honest = desk.binding(id).account.toBytes();
    change(desk, "account = {thief}", id);
    QCOMPARE(lookAtAll(desk).opened, 1);
    const AddressPass again = lookAtAll(desk);
    QCOMPARE(again.wrong, 1);
    QCOMPARE(again.opened, 0);
    QCOMPARE(casesOf(desk).size(), size_t(1));

    // Put back: the address is shown again, and the case waits for a person all the same.
    change(desk, accountSet(desk, honest), id);
    QVERIFY(isShown(desk, id));
    QCOMPARE(lookAtAll(desk).wrong, 0);
    desk.mine({});
    desk.confirm();
    const CaseRow row = desk.openCase(CaseCode::EnvMismatch);
    const auto resolved = desk.run(QStringLiteral("case.resolve"),
                                   QStringLiteral("engineer"),
                                   {{QStringLiteral("case"), row.id.text()},
                                    {QStringLiteral("expected_version"), row.version},
                                    {QStringLiteral("resolution"), QStringLiteral("accept")},
                                    {QStringLiteral("reason"), QStringLiteral("put back")}});
    QVERIFY2(!resolved.error, qPrintable(resolved.error ? resolved.error->reason : QString()));
    QCOMPARE(lookAtAll(desk).opened, 0);
    QVERIFY(casesOf(desk).empty());

    // Resolved while it is still wrong, it comes back.
    change(desk, "account = {thief}", id);
    QCOMPARE(lookAtAll(desk).opened, 1);
    QCOMPARE(casesOf(desk, false).size(), size_t(2));
}

void TstCheckAddresses::reissuingEndsIt()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("10"));
    change(desk, "account = {thief}", id);
    QCOMPARE(lookAtAll(desk).opened, 1);
    const auto answer = desk.run(QStringLiteral("payment.reissue"),
                                 QStringLiteral("operator"),
                                 {{QStringLiteral("payment"), id.text()},
                                  {QStringLiteral("expected_version"), desk.payment(id).version},
                                  {QStringLiteral("reason"), QStringLiteral("swapped")}});
    QVERIFY2(!answer.error, qPrintable(answer.error ? answer.error->reason : QString()));
    QCOMPARE(answer.result.value(u"address").toString(), ActionDesk::addressAt(1).toText());
    QCOMPARE(lookAtAll(desk).wrong, 0);
    const auto detail = readPaymentDetail(desk.db(), id);
    QCOMPARE(detail->bindings.size(), size_t(2));
    QVERIFY(detail->bindings.front().isProved);
    QVERIFY(!detail->bindings.back().isProved);
    QCOMPARE(casesOf(desk).size(), size_t(1));
}

void TstCheckAddresses::aWrongWatchIsACase()
{
    TIEOUT_ACTION_DESK(desk, 1);
    const PaymentId id = desk.create(QStringLiteral("10"));
    const DepositAddressRow wrong{Account::of(ActionDesk::addressAt(7).bytes()), 1, 1};
    QVERIFY(desk.inEngine([&] { return acknowledgeAddresses(desk.db(), 1, {wrong}); }));
    const auto refused = desk.run(QStringLiteral("payment.create"),
                                  QStringLiteral("operator"),
                                  {{QStringLiteral("corridor"), QStringLiteral("usdt-test")},
                                   {QStringLiteral("amount"), QStringLiteral("10")}});
    QCOMPARE(refused.error->reason, QStringLiteral("address_mismatch"));
    QCOMPARE(desk.openCase(CaseCode::EnvMismatch).subject, QStringLiteral("xpub:deposits"));

    // The binding is right and the watcher would look elsewhere after its next start.
    const bool sqlite = desk.db().dialect() == Dialect::Sqlite;
    desk.store().execute("UPDATE deposit_address SET account = " +
                         ((sqlite ? "x'" : "'\\x") + kThief + "' WHERE position = 0"));
    QCOMPARE(lookAtAll(desk).opened, 1);
    QCOMPARE(desk.openCases(id).size(), size_t(1));
}

void TstCheckAddresses::anotherKeyIsACase()
{
    TIEOUT_ACTION_DESK(desk);
    auto keys = readXpubs(desk.db()).value();
    const auto check = [&] { return checkKeys(desk.term(), keys, desk.clock().now()).value(); };
    QCOMPARE(check(), 0);
    desk.store().execute("UPDATE xpub SET key = 'somebody else''s'");
    QCOMPARE(check(), 1);
    QCOMPARE(check(), 0);
    QCOMPARE(desk.openCase(CaseCode::EnvMismatch).subject, QStringLiteral("xpub:deposits"));
}

// In steps of two, over several statuses, with one wrong place in each.
void TstCheckAddresses::everyOpenPaymentIsReached()
{
    TIEOUT_ACTION_DESK(desk);
    const std::vector<QByteArray> statuses{
        "pending", "underpaid", "confirming", "held", "reorged", "confirmed"};
    int wrong = 0;
    for (const QByteArray& status : statuses) {
        for (int i = 0; i < 3; ++i) {
            const PaymentId id = desk.create(QStringLiteral("10"));
            desk.store().execute("UPDATE payment SET status = '" + status + "' WHERE id = '" +
                                 id.text().toUtf8() + "'");
            if (i == 2)
                change(desk, accountSet(desk, QByteArray(19, '\0') + char(++wrong)), id);
        }
    }
    PlaceCursor cursor;
    int looked = 0;
    int seen = 0;
    int steps = 0;
    do {
        const auto page = nextPlaces(desk.db(), cursor, openStatuses(), 2);
        QVERIFY(page);
        QVERIFY(page->size() <= 2);
        const auto proof = BindingProof::load(desk.db());
        for (const StoredPlace& place : *page)
            seen += proof->holds(place) ? 0 : 1;
        looked += int(page->size());
        ++steps;
    } while (!cursor.isAtStart());
    QCOMPARE(looked, 15); // nobody asks for money on a confirmed one
    QCOMPARE(seen, 5);
    QCOMPARE(steps, 10);
}

TIEOUT_REGISTER_TEST(TstCheckAddresses)

} // namespace tieout::test

#include "tst_checkaddresses.moc"
