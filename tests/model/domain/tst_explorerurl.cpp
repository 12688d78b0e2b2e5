// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/explorerurl.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

class TstExplorerUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templates_data();
    void templates();
    void fillsIn();
    void lacks();
};

void TstExplorerUrl::templates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("sound");
    const auto row = [](const char* text, bool sound) {
        QTest::addRow("%s", text) << QString::fromLatin1(text) << sound;
    };
    row("https://explorer.example.com/tx/{tx}", true);
    row("https://explorer.example.com:8443/?q={tx}#{block}", true);
    row("https://e.example/block/{block}/{address}", true);
    row("https://127.0.0.1/{tx}", true);
    row("http://explorer.example.com/tx/{tx}", false);
    row("HTTPS://explorer.example.com/tx/{tx}", false);
    row("javascript:alert(1)//{tx}", false);
    row("file:///{tx}", false);
    row("https:///{tx}", false);
    row("https://explorer.example.com", false);
    row("https://explorer.example.com/tx", false);
    row("https://{tx}.example.com/", false);
    row("https://{tx}/", false);
    row("https://user@explorer.example.com/{tx}", false);
    row("https://user:word@explorer.example.com/{tx}", false);
    row("https://explorer.example.com\\@other.example/{tx}", false);
    row("https://explorer.example.com/{tx}/{hash}", false);
    row("https://explorer.example.com/{{tx}}", false);
    row("https://explorer.example.com/{bl{tx}ock}", false);
    row("https://explorer.example.com/{tx", false);
    row("https://explorer.example.com/ {tx}", false);
    row("https://explorer.example.com/\n{tx}", false);
    row("https://explorer.example.com/\"{tx}", false);
    row("https://explorer.example.com/<{tx}>", false);
    row("https://-explorer.example.com/{tx}", false);
    row("", false);
    QTest::newRow("too long") << QStringLiteral("https://e.example/{tx}") + QString(300, u'a')
                              << false;
    QTest::newRow("not ASCII") << QStringLiteral("https://e\u0445ample.com/{tx}") << false;
}

void TstExplorerUrl::templates()
{
    QFETCH(QString, text);
    QFETCH(bool, sound);
    const auto checked = checkExplorer(text);
    QCOMPARE(checked.has_value(), sound);
    if (!sound)
        QCOMPARE(checked.error().reason, QStringLiteral("explorer_malformed"));
    QCOMPARE(explorerUrl(text, {QStringLiteral("0x12"), 7, QStringLiteral("0xab")}).has_value(),
             sound);
}

void TstExplorerUrl::fillsIn()
{
    const ExplorerSubject subject{QStringLiteral("0x12"), 7, QStringLiteral("0xab")};
    QCOMPARE(explorerUrl(u"https://e.example/{tx}", subject).value(),
             QStringLiteral("https://e.example/0x12"));
    QCOMPARE(explorerUrl(u"https://e.example/{address}/{block}?t={tx}&again={tx}", subject).value(),
             QStringLiteral("https://e.example/0xab/7?t=0x12&again=0x12"));
}

void TstExplorerUrl::lacks()
{
    QVERIFY(!explorerUrl(u"https://e.example/{block}", {QStringLiteral("0x12"), {}, {}}));
    QVERIFY(explorerUrl(u"https://e.example/{tx}", {QStringLiteral("0x12"), {}, {}}));
    QVERIFY(!explorerUrl(u"https://e.example/{tx}", {}));
    // What would leave its place in the path.
    for (const char16_t* tx : {u"../x", u"a b", u"{block}", u"a?b", u"a/b", u"a%2f"})
        QVERIFY(!explorerUrl(u"https://e.example/{tx}", {QString::fromUtf16(tx), 1, {}}));
}

TIEOUT_REGISTER_TEST(TstExplorerUrl)

#include "tst_explorerurl.moc"
