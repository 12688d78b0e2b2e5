// SPDX-License-Identifier: GPL-3.0-or-later
// Values there and back on both databases: amounts to the last unit, texts, bytes, nothing; sums
// and order of amounts; bulk inserts that equal statements.
#include "model/store/bulkinsert.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QSqlQuery>
#include <QTest>

using namespace tieout;
using tieout::test::TestDatabase;

namespace {

const QString kMostUnits = QStringLiteral("170141183460469231731687303715884105727");

Amount units(const QString& text)
{
    return Amount::fromUnitsText(text, 6).value();
}

void makeProbe(const TestDatabase& database)
{
    QByteArray sql = "CREATE TABLE probe (n {int} PRIMARY KEY, t {text}, b {bytes}, a {amount});";
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    sql.replace("{int}", sqlite ? "INTEGER" : "bigint").replace("{text}", sqlite ? "TEXT" : "text");
    sql.replace("{bytes}", sqlite ? "BLOB" : "bytea");
    sql.replace("{amount}", sqlite ? "BLOB" : "numeric(39,0)");
    database.execute(sql);
}

Outcome insertRow(Database& db, qint64 n, const QString& t, const QByteArray& b, const Amount& a)
{
    Statement s(db, u"INSERT INTO probe (n, t, b, a) VALUES (:n, :t, :b, :a)");
    return s.bind(u":n", n).bind(u":t", t).bind(u":b", b).bind(u":a", a).exec();
}

QStringList dump(Database& db)
{
    QStringList rows;
    Statement s(db, u"SELECT n, t, b, a FROM probe ORDER BY n");
    while (s.next()) {
        const auto amount = s.optionalAmount(3, 6);
        rows << QStringLiteral("%1|%2|%3|%4")
                    .arg(s.integer(0))
                    .arg(s.isNull(1) ? QStringLiteral("null") : s.text(1))
                    .arg(s.isNull(2) ? QStringLiteral("null")
                                     : QString::fromLatin1(s.bytes(2).toHex()))
                    .arg(amount ? amount->toUnitsText() : QStringLiteral("null"));
    }
    if (auto done = s.finish(); !done)
        rows << done.error().detail;
    return rows;
}

} // namespace

class TstStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountThereAndBack_data() { TestDatabase::addDialectRows(); }
    void amountThereAndBack()
    {
        TIEOUT_TEST_DATABASE(database);
        makeProbe(*database);
        const auto db = database->open();
        const QStringList texts{
            QStringLiteral("0"),
            QStringLiteral("1"),
            QStringLiteral("-1"),
            QStringLiteral("9007199254740993"), // 2^53 + 1: a double would lose it
            QStringLiteral("18446744073709551616"),
            QStringLiteral("-170141183460469231731687303715884105727"),
            kMostUnits};
        for (int i = 0; i < texts.size(); ++i)
            QVERIFY(insertRow(*db, i, QString(), {}, units(texts[i])).has_value());
        for (int i = 0; i < texts.size(); ++i) {
            Statement s(*db, u"SELECT a FROM probe WHERE a = :a");
            s.bind(u":a", units(texts[i]));
            QVERIFY(s.next());
            QCOMPARE(s.amount(0, 6).toUnitsText(), texts[i]);
            QVERIFY(!s.next());
            QVERIFY(s.finish().has_value());
        }
    }

    void amountsKeepTheirOrder_data() { TestDatabase::addDialectRows(); }
    void amountsKeepTheirOrder()
    {
        TIEOUT_TEST_DATABASE(database);
        makeProbe(*database);
        const auto db = database->open();
        const QStringList ordered{QLatin1Char('-') + kMostUnits,
                                  QStringLiteral("-256"),
                                  QStringLiteral("-255"),
                                  QStringLiteral("-1"),
                                  QStringLiteral("0"),
                                  QStringLiteral("1"),
                                  QStringLiteral("255"),
                                  QStringLiteral("256"),
                                  QStringLiteral("9999999999999999999"),
                                  QStringLiteral("10000000000000000000"),
                                  kMostUnits};
        for (int i = 0; i < ordered.size(); ++i)
            QVERIFY(insertRow(*db, (i * 7) % 11, QString(), {}, units(ordered[i])).has_value());
        QStringList read;
        Statement s(*db, u"SELECT a FROM probe ORDER BY a");
        while (s.next())
            read << s.amount(0, 6).toUnitsText();
        QVERIFY(s.finish().has_value());
        QCOMPARE(read, ordered);
        Statement above(*db, u"SELECT count(*) FROM probe WHERE a > :a");
        above.bind(u":a", units(QStringLiteral("255")));
        QVERIFY(above.next());
        QCOMPARE(above.integer(0), qint64(4));
    }

    void sums_data() { TestDatabase::addDialectRows(); }
    void sums()
    {
        TIEOUT_TEST_DATABASE(database);
        makeProbe(*database);
        const auto db = database->open();
        const auto sum = [&]() -> std::optional<Amount> {
            Statement s(*db, u"SELECT amount_sum(a) FROM probe");
            return s.next() ? s.optionalAmount(0, 6) : std::nullopt;
        };
        QVERIFY(!sum());
        const QStringList texts{QStringLiteral("9007199254740993"),
                                QStringLiteral("-3"),
                                QStringLiteral("85070591730234615865843651857942052863"),
                                QStringLiteral("85070591730234615865834644658687311874")};
        for (int i = 0; i < texts.size(); ++i)
            QVERIFY(insertRow(*db, i, QString(), {}, units(texts[i])).has_value());
        QVERIFY(sum().has_value());
        QCOMPARE(sum()->toUnitsText(), kMostUnits);
        // Nulls don't count.
        Statement none(*db, u"INSERT INTO probe (n, a) VALUES (99, :a)");
        QVERIFY(none.bindNull(u":a").exec().has_value());
        QCOMPARE(sum()->toUnitsText(), kMostUnits);
        // Beyond the range the sum is an error, never another number.
        QVERIFY(insertRow(*db, 100, QString(), {}, units(QStringLiteral("1"))).has_value());
        Statement over(*db, u"SELECT amount_sum(a) FROM probe");
        if (over.next())
            over.amount(0, 6);
        QVERIFY(!over.finish().has_value());
    }

    // Qt hands a numeric out as double unless it is told otherwise.
    void numbersAreTexts()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        const auto db = database->open();
        QSqlQuery query(db->sql());
        QVERIFY(query.exec(
            QStringLiteral("SELECT 170141183460469231731687303715884105727::numeric(39,0)")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).typeId(), int(QMetaType::QString));
        QCOMPARE(query.value(0).toString(), kMostUnits);
    }

    void malformedAmountIsCorrupt()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        makeProbe(*database);
        database->execute("INSERT INTO probe (n, a) VALUES (1, x'0102')");
        const auto db = database->open();
        Statement s(*db, u"SELECT a FROM probe");
        QVERIFY(s.next());
        s.amount(0, 6);
        const auto done = s.finish();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Corrupt);
        QCOMPARE(done.error().reason, QStringLiteral("amount_malformed"));
    }

    void otherValues_data() { TestDatabase::addDialectRows(); }
    void otherValues()
    {
        TIEOUT_TEST_DATABASE(database);
        makeProbe(*database);
        const auto db = database->open();
        const QString text = QStringLiteral("'; DROP TABLE probe; -- \\ \" \t\n\u00e4\u20ac:n ?");
        const QByteArray bytes = QByteArray::fromHex("00ff0027005c0a0d80");
        QVERIFY(insertRow(*db, INT64_MAX, text, bytes, units(QStringLiteral("5"))).has_value());
        QVERIFY(insertRow(*db, INT64_MIN, QString(), QByteArray(), units(QStringLiteral("5")))
                    .has_value());
        Statement nulls(*db, u"INSERT INTO probe (n, t, b, a) VALUES (:n, :t, :b, :a)");
        nulls.bind(u":n", 0).bind(u":t", std::optional<QString>()).bindNull(u":b").bindNull(u":a");
        QVERIFY(nulls.exec().has_value());

        Statement s(*db, u"SELECT n, t, b FROM probe ORDER BY n");
        QVERIFY(s.next());
        QCOMPARE(s.integer(0), qint64(INT64_MIN));
        QVERIFY(!s.isNull(1) && !s.isNull(2));
        QCOMPARE(s.text(1), QString());
        QCOMPARE(s.bytes(2), QByteArray());
        QVERIFY(s.next());
        QVERIFY(s.isNull(1) && s.isNull(2));
        QVERIFY(!s.optionalInteger(1));
        QVERIFY(s.next());
        QCOMPARE(s.integer(0), qint64(INT64_MAX));
        QCOMPARE(s.text(1), text);
        QCOMPARE(s.bytes(2), bytes);
        QVERIFY(!s.next());
    }

    void firstErrorStays_data() { TestDatabase::addDialectRows(); }
    void firstErrorStays()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->open();
        Statement s(*db, u"SELECT nothing FROM nowhere");
        QVERIFY(!s.next());
        QVERIFY(!s.next());
        const auto done = s.finish();
        QCOMPARE(done.error().code, ErrorCode::Internal);
        QCOMPARE(done.error().reason, QStringLiteral("sql_error"));
        // The connection goes on.
        Statement fine(*db, u"SELECT 1");
        QVERIFY(fine.next());
    }

    void bulkEqualsStatements_data() { TestDatabase::addDialectRows(); }
    void bulkEqualsStatements()
    {
        TIEOUT_TEST_DATABASE(database);
        makeProbe(*database);
        const auto db = database->open();
        const QString text = QStringLiteral("tab\t line\n back\\ \\N \\. \u00e4\u20ac '\"");
        const auto outcome = inTransaction(*db, [&]() -> Outcome {
            BulkInsert bulk(*db, "probe", "n, t, b, a");
            bulk.integer(1)
                .text(text)
                .bytes(QByteArray::fromHex("00ff5c"))
                .amount(units(kMostUnits))
                .endRow();
            bulk.integer(3).null().null().null().endRow();
            bulk.integer(5).text(QString()).bytes({}).amount(units(QStringLiteral("-7"))).endRow();
            // More than one buffer's worth.
            for (qint64 n = 100; n < 3000; ++n)
                bulk.integer(n).text(QString(40, u'x')).null().amount(Amount(n, 6)).endRow();
            return bulk.end();
        });
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().detail));
        const QStringList bulked = dump(*db);
        QCOMPARE(bulked.size(), 2903);
        database->execute("DELETE FROM probe");
        QVERIFY(inTransaction(*db, [&]() -> Outcome {
                    if (auto done = insertRow(
                            *db, 1, text, QByteArray::fromHex("00ff5c"), units(kMostUnits));
                        !done)
                        return done;
                    Statement nulls(*db, u"INSERT INTO probe (n) VALUES (3)");
                    if (auto done = nulls.exec(); !done)
                        return done;
                    if (auto done = insertRow(*db, 5, QString(), {}, units(QStringLiteral("-7")));
                        !done)
                        return done;
                    Statement s(*db, u"INSERT INTO probe (n, t, b, a) VALUES (:n, :t, :b, :a)");
                    for (qint64 n = 100; n < 3000; ++n) {
                        s.bind(u":n", n).bind(u":t", QString(40, u'x')).bindNull(u":b");
                        if (auto done = s.bind(u":a", Amount(n, 6)).exec(); !done)
                            return done;
                    }
                    return Done;
                }).has_value());
        QCOMPARE(dump(*db), bulked);
    }

    void bulkErrorTakesAllBack_data() { TestDatabase::addDialectRows(); }
    void bulkErrorTakesAllBack()
    {
        TIEOUT_TEST_DATABASE(database);
        makeProbe(*database);
        const auto db = database->open();
        const auto outcome = inTransaction(*db, [&]() -> Outcome {
            BulkInsert bulk(*db, "probe", "n");
            bulk.integer(1).endRow();
            bulk.integer(2).endRow();
            bulk.integer(1).endRow();
            bulk.integer(3).endRow();
            return bulk.end();
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Conflict);
        QCOMPARE(outcome.error().reason, QStringLiteral("already_exists"));
        QVERIFY(dump(*db).isEmpty());
    }

    void abandonedBulkLeavesTheConnection_data() { TestDatabase::addDialectRows(); }
    void abandonedBulkLeavesTheConnection()
    {
        TIEOUT_TEST_DATABASE(database);
        makeProbe(*database);
        const auto db = database->open();
        const auto outcome = inTransaction(*db, [&]() -> Outcome {
            BulkInsert bulk(*db, "probe", "n");
            bulk.integer(1).endRow();
            return fail(ErrorCode::Conflict, u"changed_my_mind");
        });
        QCOMPARE(outcome.error().reason, QStringLiteral("changed_my_mind"));
        QVERIFY(dump(*db).isEmpty());
        QVERIFY(insertRow(*db, 1, QString(), {}, units(QStringLiteral("1"))).has_value());
    }
};

TIEOUT_REGISTER_TEST(TstStatement)
#include "tst_statement.moc"
