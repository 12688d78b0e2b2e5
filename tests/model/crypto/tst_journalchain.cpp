// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/canonicaljson.h"
#include "model/crypto/hash.h"
#include "model/crypto/journalchain.h"
#include "tests/model/crypto/vectors.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace tieout;

namespace {

QByteArrayList chainLines(const QString& file)
{
    QByteArrayList lines = test::readData(file).split('\n');
    TIEOUT_CHECK(lines.takeLast().isEmpty());
    return lines;
}

JournalVerifier verified(const QByteArrayList& lines)
{
    JournalVerifier verifier;
    for (const QByteArray& line : lines)
        verifier.add(line);
    return verifier;
}

JournalBody plainBody()
{
    return {QStringLiteral("payment.match"),
            QStringLiteral("alice"),
            QStringLiteral("2026-07-31T10:00:00.000Z"),
            QStringLiteral("pay_100"),
            {{QStringLiteral("amount"), QStringLiteral("1000000")}}};
}

} // namespace

class TstJournalChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesTheVectors();
    void findsTheTamperedLine();
    void makesTheVectorsAgain();
    void findsEveryKindOfDamage_data();
    void findsEveryKindOfDamage();
    void goesOnFromAHead();
    void comparesStoredHashes();
    void refusesBodies();
    void refusesPlaces();
};

void TstJournalChain::verifiesTheVectors()
{
    const auto expected = test::readVectors(QStringLiteral("chain.expected.json"));
    const auto verifier = verified(chainLines(QStringLiteral("chain.jsonl")));
    QVERIFY(!verifier.problem());
    QCOMPARE(verifier.count(), expected.value(u"count").toInteger());
    QCOMPARE(QString::fromLatin1(verifier.head()), expected.value(u"head").toString());
}

void TstJournalChain::findsTheTamperedLine()
{
    const auto expected = test::readVectors(QStringLiteral("chain.expected.json"));
    const auto verifier = verified(chainLines(QStringLiteral("chain.tampered.jsonl")));
    QVERIFY(verifier.problem());
    QCOMPARE(verifier.problem()->line,
             expected[u"tampered"][QStringLiteral("first_bad_line")].toInteger());
    QCOMPARE(verifier.problem()->reason, QStringLiteral("journal_prev"));
    QCOMPARE(verifier.count(), 4);
}

void TstJournalChain::makesTheVectorsAgain()
{
    QByteArray prev = journalGenesis();
    qint64 seq = 0;
    for (const QByteArray& line : chainLines(QStringLiteral("chain.jsonl"))) {
        QJsonObject object = *parsePlainObject(line);
        object.remove(u"prev");
        object.remove(u"seq");
        const auto body = journalBody(object);
        QVERIFY(body);
        const auto made = journalLine(*body, prev, ++seq);
        QVERIFY(made);
        QCOMPARE(*made, line);
        prev = sha256Hex(*made);
    }
    QCOMPARE(seq, 6);
    QCOMPARE(
        *journalBody(plainBody()),
        QByteArray(R"({"action":"payment.match","actor":"alice","at":"2026-07-31T10:00:00.000Z",)"
                   R"("data":{"amount":"1000000"},"object":"pay_100"})"));
}

void TstJournalChain::findsEveryKindOfDamage_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<QString>("reason");
    const QByteArrayList good = chainLines(QStringLiteral("chain.jsonl"));
    const auto row = [&good](const char* name, qint64 line, const QString& reason, auto change) {
        QByteArrayList lines = good;
        change(lines);
        QTest::newRow(name) << lines << line << reason;
    };
    row("dropped", 3, QStringLiteral("journal_seq"), [](auto& lines) { lines.removeAt(2); });
    row("first dropped", 1, QStringLiteral("journal_seq"), [](auto& lines) {
        lines.removeFirst();
    });
    row("doubled", 3, QStringLiteral("journal_seq"), [](auto& lines) {
        lines.insert(2, lines[1]);
    });
    row("swapped", 2, QStringLiteral("journal_seq"), [](auto& lines) { lines.swapItemsAt(1, 2); });
    row("renumbered after a drop", 3, QStringLiteral("journal_prev"), [](auto& lines) {
        lines.removeAt(2);
        lines[2].replace("\"seq\":4", "\"seq\":3");
    });
    row("space added", 2, QStringLiteral("journal_line"), [](auto& lines) {
        lines[1].replace("\"seq\":", "\"seq\": ");
    });
    row("keys in another order", 1, QStringLiteral("journal_line"), [](auto& lines) {
        lines[0] = "{\"actor\":\"alice\"," + lines[0].mid(1).replace("\"actor\":\"alice\",", "");
    });
    row("another key", 1, QStringLiteral("journal_line"), [](auto& lines) {
        lines[0].replace("\"object\"", "\"note\":\"x\",\"object\"");
    });
    row("prev inside data", 1, QStringLiteral("journal_line"), [](auto& lines) {
        lines[0].replace("\"reason\":\"ok\"", "\"prev\":\"ok\"");
    });
    row("not JSON", 6, QStringLiteral("journal_line"), [](auto& lines) { lines[5].chop(1); });
    row("empty line", 4, QStringLiteral("journal_line"), [](auto& lines) { lines.insert(3, ""); });
    row("two keys alike", 1, QStringLiteral("journal_line"), [](auto& lines) {
        lines[0].replace("\"object\"", "\"object\":\"pay_1\",\"object\"");
    });
    row("seq as text", 1, QStringLiteral("journal_line"), [](auto& lines) {
        lines[0].replace("\"seq\":1", "\"seq\":\"1\"");
    });
}

void TstJournalChain::findsEveryKindOfDamage()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(qint64, line);
    QFETCH(QString, reason);
    const auto verifier = verified(lines);
    QVERIFY(verifier.problem());
    QCOMPARE(verifier.problem()->line, line);
    QCOMPARE(verifier.problem()->reason, reason);
    QCOMPARE(verifier.count(), line - 1);
}

void TstJournalChain::goesOnFromAHead()
{
    const auto lines = chainLines(QStringLiteral("chain.jsonl"));
    const auto begun = verified(lines.mid(0, 3));
    JournalVerifier later(begun.count(), begun.head());
    for (const QByteArray& line : lines.mid(3))
        QVERIFY(later.add(line));
    QCOMPARE(later.count(), 6);
    QCOMPARE(later.head(), verified(lines).head());
    // A cut tail looks whole: only the anchored head and count tell.
    QVERIFY(!begun.problem());
    QVERIFY(begun.head() != later.head());
    JournalVerifier wrong(3, journalGenesis());
    QVERIFY(!wrong.add(lines[3]));
    QCOMPARE(wrong.problem()->line, 1);
    QCOMPARE(wrong.problem()->reason, QStringLiteral("journal_prev"));
    QVERIFY(!wrong.add(lines[0]));
    QCOMPARE(wrong.problem()->line, 1);
}

void TstJournalChain::comparesStoredHashes()
{
    const auto lines = chainLines(QStringLiteral("chain.jsonl"));
    JournalVerifier verifier;
    QVERIFY(verifier.add(lines[0], QByteArrayView(sha256Hex(lines[0]))));
    QVERIFY(!verifier.add(lines[1], QByteArrayView(sha256Hex(lines[0]))));
    QCOMPARE(verifier.problem()->line, 2);
    QCOMPARE(verifier.problem()->reason, QStringLiteral("journal_hash"));
}

void TstJournalChain::refusesBodies()
{
    const auto reasonOf = [](auto change) {
        JournalBody body = plainBody();
        change(body);
        const auto made = journalBody(body);
        return made ? QString() : made.error().reason;
    };
    const auto wrong = QStringLiteral("journal_body");
    QCOMPARE(reasonOf([](auto&) {}), QString());
    QCOMPARE(reasonOf([](auto& body) { body.data = {}; }), QString());
    QCOMPARE(reasonOf([](auto& body) { body.action.clear(); }), wrong);
    QCOMPARE(reasonOf([](auto& body) { body.actor.clear(); }), wrong);
    QCOMPARE(reasonOf([](auto& body) { body.at.clear(); }), wrong);
    QCOMPARE(reasonOf([](auto& body) { body.object.clear(); }), wrong);
    QCOMPARE(reasonOf([](auto& body) { body.data.insert(u"seq", 1); }), wrong);
    QCOMPARE(reasonOf([](auto& body) {
                 const QJsonObject inner{{QStringLiteral("prev"), 1}};
                 body.data.insert(u"list", QJsonArray{QJsonArray{inner}});
             }),
             wrong);
    QCOMPARE(reasonOf([](auto& body) { body.actor = QChar(0xd800); }),
             QStringLiteral("json_lone_surrogate"));
    const auto written = [](const char* data) {
        JournalBody body = plainBody();
        body.data = {};
        body.canonical = data;
        return body;
    };
    JournalBody asObject = plainBody();
    asObject.data = {{QStringLiteral("a"), QStringLiteral("\"prev\":")}};
    const JournalBody quoting = written("{\"a\":\"\\\"prev\\\":\"}");
    QCOMPARE(journalBody(quoting).value(), journalBody(asObject).value());
    for (const char* data : {"{\"a\":{\"prev\":1}}", "{\"seq\":1}", "1"})
        QCOMPARE(journalBody(written(data)).error().reason, wrong);
    QJsonObject more = *parsePlainObject(*journalBody(plainBody()));
    more.insert(u"extra", 1);
    QCOMPARE(journalBody(more).error().reason, wrong);
}

void TstJournalChain::refusesPlaces()
{
    const QByteArray body = *journalBody(plainBody());
    QVERIFY(journalLine(body, journalGenesis(), 1));
    QCOMPARE(journalLine(body, journalGenesis(), 0).error().reason,
             QStringLiteral("journal_place"));
    QCOMPARE(journalLine(body, "00", 1).error().reason, QStringLiteral("journal_place"));
    QCOMPARE(journalLine(body, QByteArray(64, 'A'), 1).error().reason,
             QStringLiteral("journal_place"));
    QCOMPARE(journalLine("{}", journalGenesis(), 1).error().reason, QStringLiteral("journal_body"));
    QCOMPARE(journalLine(body + "\n", journalGenesis(), 1).error().reason,
             QStringLiteral("journal_body"));
    QCOMPARE(journalLine("", journalGenesis(), 1).error().reason, QStringLiteral("journal_body"));
}

TIEOUT_REGISTER_TEST(TstJournalChain)

#include "tst_journalchain.moc"
