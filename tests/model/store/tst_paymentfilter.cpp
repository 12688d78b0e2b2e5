// SPDX-License-Identifier: GPL-3.0-or-later
// Filters of the payments page on both databases, against a plain evaluation of the same filters
// over the same payments.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "model/store/paymentfilter.h"
#include "model/store/paymentqueue.h"
#include "model/store/statement.h"
#include "tests/model/store/filterscene.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

constexpr int kCount = 240;

const std::vector<KnownPayment>& known()
{
    static const auto kPayments = makeKnownPayments(kCount);
    return kPayments;
}

PaymentQuery queryOf(const Filter& filter)
{
    PaymentQuery query;
    query.filter = filter;
    query.now = kSceneNow;
    return query;
}

QStringList expectedIds(const Filter& filter)
{
    QStringList ids;
    for (const KnownPayment& payment : known()) {
        if (isAdmitted(filter, payment, kSceneNow))
            ids.append(payment.id);
    }
    ids.sort();
    return ids;
}

// What the queue shows, in pages of a few rows each; or the reason of its failure.
QStringList shownIds(Database& db, const PaymentQuery& query, int pageRows = kCount)
{
    QStringList ids;
    PageStart start;
    for (;;) {
        const auto rows = readPaymentPage(db, query, start, 0, pageRows);
        if (!rows)
            return {rows.error().reason, rows.error().detail};
        for (const QueueRow& row : *rows)
            ids.append(row.id.text());
        if (int(rows->size()) < pageRows)
            return ids;
        start = PageStart::after(placeOf(rows->back(), query.sort));
    }
}

bool createdBefore(const QString& a, const QString& b)
{
    const auto place = [](const QString& id) {
        const auto one = std::find_if(
            known().begin(), known().end(), [&](const KnownPayment& p) { return p.id == id; });
        return std::pair(one->createdAt, id);
    };
    return place(a) < place(b);
}

QStringList sorted(QStringList ids)
{
    ids.sort();
    return ids;
}

QString any(QRandomGenerator& random, const QStringList& texts)
{
    return texts.at(random.bounded(texts.size()));
}

// A value of the field, mostly one that some payment has.
QString anyValue(QRandomGenerator& random, const FilterField& field)
{
    const KnownPayment& one = known()[size_t(random.bounded(kCount))];
    const auto texts = [&](const char* words) {
        return any(random, QString::fromLatin1(words).split(u' '));
    };
    switch (field.kind) {
    case FilterKind::Words:
        return any(random, field.words);
    case FilterKind::Names:
        return any(random,
                   {one.railName.toUpper(),
                    one.railName,
                    one.corridor,
                    one.symbol.toLower(),
                    one.merchantName.toUpper(),
                    one.merchantId,
                    QStringLiteral("none")});
    case FilterKind::Text:
        return any(random,
                   {one.orderReference,
                    one.orderReference.toLower(),
                    one.customer.left(4),
                    one.customer,
                    QStringLiteral("%"),
                    QStringLiteral("_"),
                    QStringLiteral("\\")});
    case FilterKind::Id:
        return field.name == u"id" ? one.id : one.correlation;
    case FilterKind::Address:
        return one.address;
    case FilterKind::Hash:
        return one.tx.isEmpty() ? QStringLiteral("0x") + QString(64, u'a') : one.tx;
    case FilterKind::Amount:
        return texts("0 1 99 99.5 99.999999 99.9999999 100 100.000000000000000001 101 200 31776"
                     " -1 -0.5 -99999999999999999999999999 99999999999999999999999999"
                     " 170141183460469231731687303715884105728");
    case FilterKind::Integer:
        return texts("0 1 5 12 20 4000 4010 9223372036854775807");
    case FilterKind::Time:
        return texts("today yesterday now -2d -100h +1d 2026-11 2026-11-18 2026-11-20T06:30"
                     " 2026-11-20T06:30:00");
    case FilterKind::Age:
        return texts("0 1h 4h 30m 2d 7d 100h");
    }
    return {};
}

QString anyTerm(QRandomGenerator& random)
{
    const auto& fields = paymentFilterFields().all();
    const FilterField& field = fields[size_t(random.bounded(int(fields.size())))];
    const bool ordered = field.kind == FilterKind::Amount || field.kind == FilterKind::Integer ||
                         field.kind == FilterKind::Time || field.kind == FilterKind::Age;
    const auto value = [&] { return quotedFilterText(anyValue(random, field), false); };
    const QString negation = random.bounded(3) == 0 ? QStringLiteral("-") : QString();
    const int form = random.bounded(ordered ? 5 : 3);
    if (form == 0 && random.bounded(2) == 0)
        return negation + quotedFilterText(anyValue(random, field), true);
    if (form == 1)
        return negation + field.name + u':' + value() + u',' + value();
    if (form == 2)
        return negation + field.name + u'=' + value();
    if (form == 3)
        return negation + field.name +
               any(random,
                   {QStringLiteral("<"),
                    QStringLiteral("<="),
                    QStringLiteral(">"),
                    QStringLiteral(">=")}) +
               value();
    if (form == 4)
        return negation + field.name + u':' + value() + QStringLiteral("..") + value();
    return negation + field.name + u':' + value();
}

} // namespace

class TstPaymentFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTheSentenceSays_data() { TestDatabase::addDialectRows(); }
    void findsWhatTheSentenceSays()
    {
        TIEOUT_TEST_DATABASE(made);
        writeKnownPayments(*made, known());
        const auto db = made->open();
        const KnownPayment& one = known()[4];
        // Of a payment that is linked to it, and of one where it is in the mempool only.
        const auto txOf = [](size_t n) {
            while (known()[n].tx.isEmpty())
                n += 2;
            return known()[n].tx;
        };
        QStringList sentences{
            QString(),
            QStringLiteral("status:underpaid"),
            QStringLiteral("status:underpaid,expired -status:expired"),
            QStringLiteral("status!=expired"),
            QStringLiteral("amount>100"),
            QStringLiteral("amount:100..200"),
            QStringLiteral("amount:..100"),
            QStringLiteral("-amount:99.999999"),
            QStringLiteral("remaining:0"),
            QStringLiteral("age>4h"),
            QStringLiteral("age:1d..7d"),
            QStringLiteral("created:2026-11-01..2026-11-21"),
            QStringLiteral("created>-2d"),
            QStringLiteral("created:today"),
            QStringLiteral("-confirmed-at>-1d"),
            QStringLiteral("confirmations>12"),
            QStringLiteral("-confirmations>12"),
            QStringLiteral("label:late"),
            QStringLiteral("label:none"),
            QStringLiteral("case:yes"),
            QStringLiteral("case:no hold:no"),
            QStringLiteral("hold:operator"),
            QStringLiteral("severity:4"),
            QStringLiteral("-severity:1,2,3"),
            QStringLiteral("rail:TRON"),
            QStringLiteral("merchant:\"100%_genuine\""),
            QStringLiteral("order=%1").arg(one.orderReference),
            QStringLiteral("customer=\"\""),
            QStringLiteral("customer:\"LTD\""),
            QStringLiteral("customer:José"),
            QStringLiteral("id:%1").arg(one.id.toLower()),
            QStringLiteral("address:%1").arg(one.address.toLower()),
            QStringLiteral("tx:%1").arg(txOf(0)),
            QStringLiteral("hash:%1").arg(txOf(1).mid(2).toUpper()),
            one.id,
            one.address,
            txOf(0),
            txOf(1),
            QStringLiteral("acme -\"ord-1\""),
        };
        int found = 0;
        for (const QString& sentence : sentences) {
            const ParsedFilter parsed = parseFilter(sentence, paymentFilterFields());
            QVERIFY2(parsed.isGood(), qPrintable(sentence));
            const QStringList expected = expectedIds(parsed.filter);
            QVERIFY2(!expected.isEmpty(), qPrintable(sentence + QStringLiteral(" finds nothing")));
            QVERIFY2(sorted(shownIds(*db, queryOf(parsed.filter))) == expected,
                     qPrintable(sentence));
            found += int(expected.size());
        }
        QVERIFY(found > kCount * 5);
    }

    void agreesWithAPlainReading_data() { TestDatabase::addDialectRows(); }
    void agreesWithAPlainReading()
    {
        TIEOUT_TEST_DATABASE(made);
        writeKnownPayments(*made, known());
        const auto db = made->open();
        QRandomGenerator random(20261121);
        int some = 0;
        for (int i = 0; i < 1'500; ++i) {
            QStringList terms;
            for (int n = random.bounded(1, 4); n > 0; --n)
                terms.append(anyTerm(random));
            const QString sentence = terms.join(u' ');
            const Filter filter = parseFilter(sentence, paymentFilterFields()).filter;
            const QStringList expected = expectedIds(filter);
            const QStringList shown = sorted(shownIds(*db, queryOf(filter)));
            QVERIFY2(shown == expected,
                     qPrintable(QStringLiteral("%1: %2 and not %3: %4")
                                    .arg(sentence)
                                    .arg(shown.size())
                                    .arg(expected.size())
                                    .arg(shown.mid(0, 2).join(u' '))));
            some += !expected.isEmpty() && expected.size() < kCount ? 1 : 0;
        }
        QVERIFY(some > 500);
    }

    void pagesAndCountsShareTheFilter_data() { TestDatabase::addDialectRows(); }
    void pagesAndCountsShareTheFilter()
    {
        TIEOUT_TEST_DATABASE(made);
        writeKnownPayments(*made, known());
        const auto db = made->open();
        const Filter filter =
            parseFilter(u"-status:held amount>=99.5 created:-20d", paymentFilterFields()).filter;
        const QStringList expected = expectedIds(filter);
        QVERIFY(expected.size() > 30);
        for (const auto sort : {PaymentSort::Created,
                                PaymentSort::Status,
                                PaymentSort::Corridor,
                                PaymentSort::OrderReference}) {
            PaymentQuery query = queryOf(filter);
            query.sort = sort;
            const QStringList pages = shownIds(*db, query, 7);
            QCOMPARE(pages, shownIds(*db, query));
            QCOMPARE(sorted(pages), expected);
        }
        const PaymentQuery query = queryOf(filter);
        QCOMPARE(countPayments(*db, query, {}, {}, 10'000).value(), qint64(expected.size()));
        QCOMPARE(countPayments(*db, query, {}, {}, 10).value(), qint64(10));
        const auto behind = paymentPlaceBehind(*db, query, {}, 5).value();
        QCOMPARE(behind->id, shownIds(*db, query).at(5));
        QVERIFY(paymentPlaceOf(*db, query, expected.front()).value().has_value());
        for (const KnownPayment& payment : known()) {
            const bool shown = paymentPlaceOf(*db, query, payment.id).value().has_value();
            QCOMPARE(shown, expected.contains(payment.id));
        }
    }

    // Several statuses or corridors are read one by one and merged by creation.
    void severalValuesComeInOneOrder_data() { TestDatabase::addDialectRows(); }
    void severalValuesComeInOneOrder()
    {
        TIEOUT_TEST_DATABASE(made);
        writeKnownPayments(*made, known());
        const auto db = made->open();
        const QString corridors =
            known().front().corridor.toUpper() + u',' + known().back().corridor;
        for (const QString& text :
             {QStringLiteral("status:held,confirmed,held,underpaid"),
              QStringLiteral("corridor:") + corridors,
              QStringLiteral("amount>1 status:held,confirmed corridor:") + corridors}) {
            for (const bool descending : {true, false}) {
                PaymentQuery query = queryOf(parseFilter(text, paymentFilterFields()).filter);
                query.descending = descending;
                const QStringList pages = shownIds(*db, query, 3);
                QVERIFY(pages.size() > 3);
                QCOMPARE(sorted(pages), expectedIds(query.filter));
                QVERIFY(
                    std::is_sorted(pages.begin(), pages.end(), [&](const auto& a, const auto& b) {
                        return createdBefore(descending ? b : a, descending ? a : b);
                    }));
                QCOMPARE(countPayments(*db, query, {}, {}, 10'000).value(), qint64(pages.size()));
                const auto behind = paymentPlaceBehind(*db, query, {}, 2).value();
                QCOMPARE(behind->id, pages.at(2));
            }
        }
    }

    // Whatever is typed is a value: nothing of it becomes SQL, a pattern or a placeholder.
    void textStaysText_data() { TestDatabase::addDialectRows(); }
    void textStaysText()
    {
        TIEOUT_TEST_DATABASE(made);
        writeKnownPayments(*made, known());
        const auto db = made->open();
        const QStringList attacks{
            QStringLiteral("'; DROP TABLE payment; --"),
            QStringLiteral("' OR '1'='1"),
            QStringLiteral("\" OR \"\"=\""),
            QStringLiteral("%"),
            QStringLiteral("_"),
            QStringLiteral("\\"),
            QStringLiteral("\\%"),
            QStringLiteral("\\'"),
            QStringLiteral("'"),
            QStringLiteral("''"),
            QStringLiteral(":f0"),
            QStringLiteral("?"),
            QStringLiteral("$1"),
            QStringLiteral("$$"),
            QStringLiteral("/*"),
            QStringLiteral("%1"),
            QStringLiteral("1) OR (1=1"),
            QString(kMaxFilterValue, u'\''),
            QString(kMaxFilterValue, u'%'),
            QString(kMaxFilterValue, u'\\'),
            QString(QChar(0xd800)),
            QStringLiteral("\u202e\u0645"),
        };
        for (const QString& attack : attacks) {
            for (const char* field :
                 {"", "order", "customer", "id", "correlation", "rail", "corridor", "merchant"}) {
                for (const FilterOp op : {FilterOp::Is, FilterOp::Exactly}) {
                    if (op == FilterOp::Exactly && QByteArray(field) != "customer")
                        continue;
                    const QString text =
                        toText(filterTerm(QString::fromLatin1(field), {attack}, op));
                    const ParsedFilter parsed = parseFilter(text, paymentFilterFields());
                    QVERIFY2(parsed.isGood(), qPrintable(text));
                    QVERIFY2(sorted(shownIds(*db, queryOf(parsed.filter))) ==
                                 expectedIds(parsed.filter),
                             qPrintable(text));
                }
            }
        }
        QCOMPARE(countPayments(*db, {}, {}, {}, 10'000).value(), qint64(kCount));
    }

    void theLargestFilterRuns_data() { TestDatabase::addDialectRows(); }
    void theLargestFilterRuns()
    {
        TIEOUT_TEST_DATABASE(made);
        writeKnownPayments(*made, known());
        const auto db = made->open();
        QStringList terms;
        for (int i = 0; i < kMaxFilterTerms; ++i)
            terms.append(QStringLiteral("-amount:1.5..7,8..9,31776..40000,99..99.9"));
        const ParsedFilter parsed = parseFilter(terms.join(u' '), paymentFilterFields());
        QVERIFY(parsed.isGood());
        QCOMPARE(sorted(shownIds(*db, queryOf(parsed.filter))), expectedIds(parsed.filter));
    }

    void saysWhetherAnIndexFindsThem_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("indexed");
        const auto row = [](const char* sentence, bool indexed) {
            QTest::newRow(sentence) << QString::fromLatin1(sentence) << indexed;
        };
        row("status:held", true);
        row("-status:held", false);
        row("created>-2d", true);
        row("created:2026-11-01..2026-11-03", true);
        row("age>4h", true);
        row("corridor:usdt-tron,usdc-base", true);
        row("-corridor:usdt-tron", false);
        row("order=ORD-17", true);
        row("order:ORD-17", false);
        row("id:pay_01SEED00000000000000000004", true);
        row("address:0x70997970C51812dc3A010C7d01b50e0d17dc79C8", true);
        row("tx:5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a", true);
        row("case:LATE", true);
        row("case:no", false);
        row("severity:2", true);
        row("confirmed-at:today", true);
        row("hold:yes", true);
        row("customer:acme", false);
        row("acme", false);
        row("amount>5", false);
        row("amount>5 acme status:held", true);
        row("", false);
    }
    // SQLite says how it would find them; its plans without statistics are PostgreSQL's on a large
    // table.
    void saysWhetherAnIndexFindsThem()
    {
        QFETCH(QString, sentence);
        QFETCH(bool, indexed);
        const auto made = TestDatabase::make(Dialect::Sqlite);
        const auto db = made->open();
        const PaymentFilterSql sql(parseFilter(sentence, paymentFilterFields()).filter, kSceneNow);
        QCOMPARE(sql.usesIndex(), indexed);
        if (sql.condition().isEmpty())
            return;
        Statement plan(
            *db,
            QStringLiteral("EXPLAIN QUERY PLAN SELECT p.customer FROM payment p WHERE ") +
                sql.condition());
        sql.bind(plan);
        QStringList steps;
        while (plan.next())
            steps.append(plan.text(3));
        QVERIFY(plan.finish());
        QVERIFY2(steps.contains(QStringLiteral("SCAN p")) != indexed,
                 qPrintable(steps.join(QStringLiteral(" | "))));
        for (const QString& step : steps)
            QVERIFY2(!step.startsWith(u"SCAN l") && !step.startsWith(u"SCAN g") &&
                         !step.startsWith(u"SCAN b"),
                     qPrintable(step));
    }
};

TIEOUT_REGISTER_TEST(TstPaymentFilter)
#include "tst_paymentfilter.moc"
