// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/canonicaljson.h"
#include "model/crypto/hash.h"
#include "tests/model/crypto/vectors.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace tieout;

namespace {

// The strict reader takes objects only, so other values are read inside one.
Result<QJsonObject> readInside(const QByteArray& json)
{
    return parsePlainObject("{\"v\":" + json + "}");
}

} // namespace

class TstCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesPublishedCases_data();
    void writesPublishedCases();
    void writesPublishedNumbers();
    void numbersReadBackTheSame();
    void refusesPublishedInputs();
    void refusesWhatHasNoCanonicalForm();
    void sortsByCodeUnits();
    void readsStrictly_data();
    void readsStrictly();
    void limitsDepthAndSize();
    void findsDoublesAnywhere();
    void keepsWholeNumbersExact();
    void readsWhatItWrote();
    void survivesBrokenBytes();
};

void TstCanonicalJson::writesPublishedCases_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("hash");
    const auto cases = test::readVectors(QStringLiteral("jcs.json")).value(u"cases").toArray();
    QCOMPARE(cases.size(), 6);
    for (const auto& row : cases) {
        const auto bytes = [&row](const QString& key) {
            return QByteArray::fromBase64(row[key].toString().toLatin1());
        };
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString()))
            << bytes(QStringLiteral("input_b64")) << bytes(QStringLiteral("output_b64"))
            << row[QStringLiteral("sha256")].toString().toLatin1();
    }
}

void TstCanonicalJson::writesPublishedCases()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, hash);
    const auto read = readInside(input);
    QVERIFY(read);
    const auto written = toCanonicalJson(read->value(u"v"));
    QVERIFY(written);
    QCOMPARE(*written, output);
    QCOMPARE(sha256Hex(*written), hash);
    // A canonical text is its own canonical form.
    QCOMPARE(*toCanonicalJson(readInside(output)->value(u"v")), output);
}

void TstCanonicalJson::writesPublishedNumbers()
{
    const auto numbers = test::readVectors(QStringLiteral("jcs.json")).value(u"numbers").toArray();
    QCOMPARE(numbers.size(), 24);
    for (const auto& row : numbers) {
        const auto bits = row[QStringLiteral("ieee754_hex")].toString().toULongLong(nullptr, 16);
        QCOMPARE(QString::fromLatin1(ecmaNumber(std::bit_cast<double>(bits))),
                 row[QStringLiteral("expected")].toString());
    }
}

void TstCanonicalJson::numbersReadBackTheSame()
{
    QRandomGenerator random(20240517);
    for (int i = 0; i < 20'000; ++i) {
        const auto value = std::bit_cast<double>(random.generate64());
        if (!std::isfinite(value))
            continue;
        const QByteArray text = ecmaNumber(value);
        bool ok = false;
        QCOMPARE(text.toDouble(&ok), value);
        QVERIFY(ok);
    }
}

void TstCanonicalJson::refusesPublishedInputs()
{
    const auto refuse = test::readVectors(QStringLiteral("jcs.json")).value(u"refuse").toArray();
    QCOMPARE(refuse.size(), 4);
    const QStringList reasons{QStringLiteral("json_duplicate_key"),
                              QStringLiteral("json_lone_surrogate"),
                              QStringLiteral("json_malformed"),
                              QStringLiteral("json_number")};
    for (int i = 0; i < 4; ++i) {
        const auto read = readInside(refuse[i].toString().toUtf8());
        QVERIFY(!read);
        QCOMPARE(read.error().reason, reasons[i]);
    }
}

void TstCanonicalJson::refusesWhatHasNoCanonicalForm()
{
    const auto reasonOf = [](const QJsonValue& value) {
        const auto written = toCanonicalJson(QJsonObject{{QStringLiteral("v"), value}});
        return written ? QString() : written.error().reason;
    };
    QCOMPARE(reasonOf(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("json_number"));
    QCOMPARE(reasonOf(std::numeric_limits<double>::infinity()), QStringLiteral("json_number"));
    QCOMPARE(reasonOf(qint64(9007199254740992)), QStringLiteral("json_number"));
    QCOMPARE(reasonOf(qint64(-9007199254740992)), QStringLiteral("json_number"));
    QCOMPARE(reasonOf(qint64(9007199254740991)), QString());
    // As digits alone, which is how they would be written, no strict reader takes these.
    QCOMPARE(reasonOf(9007199254740992.0), QStringLiteral("json_number"));
    QCOMPARE(reasonOf(-3.1e20), QStringLiteral("json_number"));
    QCOMPARE(reasonOf(1e21), QString());
    QCOMPARE(reasonOf(QString(QChar(0xd800))), QStringLiteral("json_lone_surrogate"));
    QCOMPARE(reasonOf(QString(QChar(0xdc00)) + QChar(0xd800)),
             QStringLiteral("json_lone_surrogate"));
    QCOMPARE(reasonOf(QJsonObject{{QString(QChar(0xdfff)), 1}}),
             QStringLiteral("json_lone_surrogate"));
    QJsonValue deep = 1;
    for (int i = 0; i < kMaxCanonicalDepth - 1; ++i)
        deep = QJsonArray{deep};
    QCOMPARE(reasonOf(deep), QString());
    QCOMPARE(reasonOf(QJsonArray{deep}), QStringLiteral("json_too_deep"));
}

void TstCanonicalJson::sortsByCodeUnits()
{
    // U+1F600 is the pair d83d de00, so it stands before U+FB33, though its code point is higher.
    const QJsonObject object{{QString::fromUtf8("\xef\xac\xb3"), 1},
                             {QString::fromUtf8("\xf0\x9f\x98\x80"), 2},
                             {QStringLiteral("b"), 3},
                             {QStringLiteral("aa"), 4},
                             {QStringLiteral("a"), 5},
                             {QStringLiteral("B"), 6},
                             {QString(), 7}};
    QCOMPARE(*toCanonicalJson(object),
             QByteArray("{\"\":7,\"B\":6,\"a\":5,\"aa\":4,\"b\":3,\"\xf0\x9f\x98\x80\":2,"
                        "\"\xef\xac\xb3\":1}"));
}

void TstCanonicalJson::readsStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, QByteArray text, const QString& reason) {
        QTest::newRow(name) << text << reason;
    };
    const auto bad = QStringLiteral("json_malformed");
    row("empty object", " {\t}\r\n", {});
    row("nested", R"({"a":[1,-0.5e+3,{"b":null}],"c":"\u00e9\/\b"})", {});
    row("pair of escapes", R"({"a":"\ud83d\ude00"})", {});
    row("empty", "", bad);
    row("spaces", "  ", bad);
    row("open object", "{", bad);
    row("open string", R"({"a":"b)", bad);
    row("open array", R"({"a":[1)", bad);
    row("comma at the end", R"({"a":1,})", bad);
    row("comma in array", R"({"a":[1,]})", bad);
    row("no colon", R"({"a" 1})", bad);
    row("key is a number", "{1:1}", bad);
    row("single quotes", "{'a':1}", bad);
    row("comment", "{}//", bad);
    row("second value", "{}{}", bad);
    row("BOM", "\xef\xbb\xbf{}", bad);
    row("leading zero", R"({"a":01})", bad);
    row("leading plus", R"({"a":+1})", bad);
    row("bare point", R"({"a":.5})", bad);
    row("point at the end", R"({"a":1.})", bad);
    row("empty exponent", R"({"a":1e})", bad);
    row("minus alone", R"({"a":-})", bad);
    row("hex", R"({"a":0x10})", bad);
    row("NaN", R"({"a":NaN})", bad);
    row("upper-case word", R"({"a":True})", bad);
    row("cut word", R"({"a":tru})", bad);
    row("newline in string", "{\"a\":\"b\nc\"}", bad);
    row("NUL in string", QByteArray("{\"a\":\"b\0c\"}", 11), bad);
    row("unknown escape", R"({"a":"\x41"})", bad);
    row("short escape", R"({"a":"\u12"})", bad);
    row("signed escape", R"({"a":"\u-123"})", bad);
    row("array", "[]", QStringLiteral("json_not_object"));
    row("string", "\"a\"", QStringLiteral("json_not_object"));
    row("number", "1", QStringLiteral("json_not_object"));
    row("null", "null", QStringLiteral("json_not_object"));
    row("double", R"({"a":1,"b":2,"a":1})", QStringLiteral("json_duplicate_key"));
    row("double by escape", R"({"a":1,"\u0061":2})", QStringLiteral("json_duplicate_key"));
    row("high surrogate alone", R"({"a":"\ud800"})", QStringLiteral("json_lone_surrogate"));
    row("low surrogate alone", R"({"a":"\udc00\ud800"})", QStringLiteral("json_lone_surrogate"));
    row("surrogate in key", R"({"\ud800":1})", QStringLiteral("json_lone_surrogate"));
    row("surrogate in UTF-8", "{\"a\":\"\xed\xa0\x80\"}", QStringLiteral("json_not_utf8"));
    row("overlong", "{\"a\":\"\xc0\xaf\"}", QStringLiteral("json_not_utf8"));
    row("cut UTF-8", "{\"a\":\"\xe2\x82", QStringLiteral("json_not_utf8"));
    row("infinite", R"({"a":1.0e400})", QStringLiteral("json_number"));
    row("30 digits", R"({"a":100000000000000000000000000000})", QStringLiteral("json_number"));
    row("2^53", R"({"a":9007199254740992})", QStringLiteral("json_number"));
    row("2^53 with a fraction", R"({"a":9007199254740992.0})", QStringLiteral("json_number"));
    row("whole by its exponent", R"({"a":0.31e21})", QStringLiteral("json_number"));
    row("whole and negative", R"({"a":-1e20})", QStringLiteral("json_number"));
    row("exponent that stays", R"({"a":1e21})", {});
}

void TstCanonicalJson::readsStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const auto read = parsePlainObject(text);
    QCOMPARE(read ? QString() : read.error().reason, reason);
    if (read)
        QCOMPARE(*read, QJsonDocument::fromJson(text).object());
}

void TstCanonicalJson::limitsDepthAndSize()
{
    const auto nested = [](int depth) {
        return "{\"v\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + "}";
    };
    QVERIFY(parsePlainObject(nested(kMaxPlainDepth)));
    QCOMPARE(parsePlainObject(nested(kMaxPlainDepth + 1)).error().reason,
             QStringLiteral("json_too_deep"));
    // A depth that would break the stack is refused like any other.
    QCOMPARE(parsePlainObject(nested(100'000)).error().reason, QStringLiteral("json_too_deep"));
    QVERIFY(parsePlainObject("{\"a\":1}", 7));
    QCOMPARE(parsePlainObject("{\"a\":1}", 6).error().reason, QStringLiteral("json_too_large"));
}

void TstCanonicalJson::findsDoublesAnywhere()
{
    QByteArray many = "{";
    for (int i = 0; i < 20'000; ++i)
        many += "\"k" + QByteArray::number(i * 7919 % 20'011) + "\":0,";
    QVERIFY(parsePlainObject(many.chopped(1) + "}"));
    QCOMPARE(parsePlainObject(many + "\"k7919\":1}").error().reason,
             QStringLiteral("json_duplicate_key"));
    QCOMPARE(parsePlainObject(R"({"a":[{"b":{"c":1,"c":1}}]})").error().reason,
             QStringLiteral("json_duplicate_key"));
}

void TstCanonicalJson::keepsWholeNumbersExact()
{
    const auto read = parsePlainObject(R"({"a":9007199254740991,"b":-9007199254740991,"c":-0})");
    QVERIFY(read);
    QCOMPARE(read->value(u"a").toInteger(), qint64(9007199254740991));
    QCOMPARE(read->value(u"b").toInteger(), qint64(-9007199254740991));
    QCOMPARE(*toCanonicalJson(*read),
             QByteArray(R"({"a":9007199254740991,"b":-9007199254740991,"c":0})"));
}

void TstCanonicalJson::readsWhatItWrote()
{
    QString all;
    for (char16_t unit = 0; unit < 0x500; ++unit)
        all += QChar(unit);
    all += QString::fromUtf8("\xe2\x82\xac\xf0\x9f\x98\x80\xef\xbf\xbf");
    const QJsonObject object{{QStringLiteral("all"), all}, {all, QJsonArray{true, false, {}, 0.1}}};
    const auto written = toCanonicalJson(object);
    QVERIFY(written);
    const auto read = parsePlainObject(*written);
    QVERIFY(read);
    QCOMPARE(*read, object);
    QCOMPARE(*toCanonicalJson(*read), *written);
}

// Whatever the bytes are, the answer is a value or a reason; and what is taken, Qt takes too.
void TstCanonicalJson::survivesBrokenBytes()
{
    const QByteArray seed =
        R"({"a":[1,-2.5e3,"x\u00e9\\y",{"b":null,"c":true}],"d":"\ud83d\ude00"})";
    QRandomGenerator random(7);
    int taken = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray text = seed;
        for (quint32 changes = random.bounded(3U); changes < 3; ++changes) {
            const auto at =
                static_cast<qsizetype>(random.bounded(static_cast<quint32>(text.size())));
            if (random.bounded(2U) == 0)
                text[at] = static_cast<char>(random.bounded(256U));
            else
                text.remove(at, 1);
        }
        const auto read = parsePlainObject(text);
        if (!read) {
            QVERIFY(read.error().reason.startsWith(u"json_"));
            continue;
        }
        ++taken;
        QCOMPARE(*read, QJsonDocument::fromJson(text).object());
    }
    QVERIFY(taken > 0);
}

TIEOUT_REGISTER_TEST(TstCanonicalJson)

#include "tst_canonicaljson.moc"
