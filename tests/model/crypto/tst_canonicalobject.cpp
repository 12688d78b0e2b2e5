// SPDX-License-Identifier: GPL-3.0-or-later
// CanonicalObject writes the very bytes of toCanonicalJson.
#include "model/crypto/canonicaljson.h"
#include "model/crypto/canonicalobject.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace tieout;

class TstCanonicalObject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameBytes_data();
    void sameBytes();
    void everyKind();
    void theLaterStands();
    void refuses();
    void nothing();
};

void TstCanonicalObject::sameBytes_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QStringLiteral("ORDER-1");
    QTest::newRow("empty") << QString();
    QTest::newRow("quote and backslash") << QStringLiteral("a\"b\\c");
    QTest::newRow("control") << QStringLiteral("tab\t line\n nul") + QChar(0) + QChar(0x1f);
    QTest::newRow("delete") << QString(QChar(0x7f));
    QTest::newRow("beyond ASCII") << QStringLiteral("€ \u00fc \u2028");
    QTest::newRow("pair") << QString::fromUtf8("\xf0\x9f\x92\xb6");
}

void TstCanonicalObject::sameBytes()
{
    QFETCH(QString, value);
    CanonicalObject object;
    object.text("z", value).text("a", value);
    const auto want =
        toCanonicalJson(QJsonObject{{QStringLiteral("a"), value}, {QStringLiteral("z"), value}});
    QCOMPARE(object.end().value(), want.value());
}

void TstCanonicalObject::everyKind()
{
    const QJsonObject inner{{QStringLiteral("y"), 1}, {QStringLiteral("b"), QJsonValue::Null}};
    const QStringList list{QString(), QStringLiteral("["), QStringLiteral("x\"")};
    CanonicalObject object;
    object.texts("list", list).integer("n", -42).boolean("yes", true).boolean("no", false);
    object.texts("none", {}).canonical("inner", toCanonicalJson(inner).value()).members(inner);
    QJsonObject want = inner;
    want.insert(QStringLiteral("list"), QJsonArray::fromStringList(list));
    want.insert(QStringLiteral("n"), -42);
    want.insert(QStringLiteral("yes"), true);
    want.insert(QStringLiteral("no"), false);
    want.insert(QStringLiteral("none"), QJsonArray());
    want.insert(QStringLiteral("inner"), inner);
    QCOMPARE(object.end().value(), toCanonicalJson(want).value());
}

void TstCanonicalObject::theLaterStands()
{
    CanonicalObject object;
    object.members({{QStringLiteral("a"), QStringLiteral("theirs")}}).text("a", u"ours");
    QCOMPARE(object.end().value(), QByteArray("{\"a\":\"ours\"}"));
}

void TstCanonicalObject::refuses()
{
    CanonicalObject lone;
    lone.text("a", QString(QChar(0xd800)));
    QCOMPARE(lone.end().error().reason, QStringLiteral("json_lone_surrogate"));
    CanonicalObject large;
    large.integer("a", (qint64(1) << 53) - 1);
    QVERIFY(large.end().has_value());
    CanonicalObject larger;
    larger.integer("a", qint64(1) << 53);
    QCOMPARE(larger.end().error().reason, QStringLiteral("json_number"));
}

void TstCanonicalObject::nothing()
{
    QCOMPARE(CanonicalObject().end().value(), QByteArray("{}"));
}

TIEOUT_REGISTER_TEST(TstCanonicalObject)
#include "tst_canonicalobject.moc"
