// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken from the payment's detail with real clicks and keys: lines, hashes and the ticket
// to the clipboard, a transaction to the explorer, the raw JSON to be searched.
#include "tests/support/testmain.h"
#include "tests/ui/paneldesk.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/payments/detail/paymentstory.h"
#include "ui/payments/detail/paymentticket.h"
#include "ui/payments/detail/rawjson.h"
#include "ui/payments/detail/rawview.h"
#include "ui/widgets/addresstext.h"
#include "ui/widgets/factgrid.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMimeData>
#include <QTextBlock>
#include <QTextEdit>

using namespace tieout;
using namespace tieout::test;

namespace {

// Takes what would be opened in a browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    Q_INVOKABLE void open(const QUrl& url) { opened.append(url.toString()); }

    QStringList opened;
};

} // namespace

class TstPaymentCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreCopiedByKey();
    void newEntriesKeepThePlace();
    void explorerOpensOnAClick();
    void rawIsSearchedAndLeft();
    void rawIsIndentedAndCopiedExactly();
    void foreignTextIsNoMarkup();
    void ticketTellsAll();
    void keysCopy();
};

void TstPaymentCopies::linesAreCopiedByKey()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    const Hash32 tx = desk.pay(id, "100");
    QVERIFY(desk.choose(id));
    EntryList* money = desk.list("Money");
    money->setFocus(Qt::TabFocusReason);
    QTest::keyClick(money, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(PanelDesk::clipboard().startsWith(u"100.00"));
    QVERIFY(PanelDesk::clipboard().contains(text(tx))); // whole, though it is shown short
    QTest::keyClick(money, Qt::Key_Down);
    QTest::keyClick(money, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(PanelDesk::clipboard(), text(tx));
    QTest::keyClick(money, Qt::Key_Down);
    QTest::keyClick(money, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(PanelDesk::clipboard(), fullHash(desk.detail().money.front().blockHash));
    QTest::keyClick(money, Qt::Key_Down);
    QTest::keyClick(money, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(PanelDesk::clipboard(), desk.detail().accountText(desk.detail().money.front().from));
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(money, Qt::Key_Up);
    QTest::keyClick(money, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(PanelDesk::clipboard().startsWith(u"100.00"));
    const QRectF handle = money->layOut().boxes[0].lines[1].copy;
    QTest::mouseClick(money, Qt::LeftButton, {}, handle.center().toPoint());
    QCOMPARE(PanelDesk::clipboard(), fullHash(desk.detail().money.front().blockHash));
}

// Somebody stands on a hash while blocks go on.
void TstPaymentCopies::newEntriesKeepThePlace()
{
    const auto entry = [](const char* title, const char* said, const char* hash) {
        Entry made;
        made.title = QString::fromUtf8(title);
        made.lines = {{QString::fromUtf8(said), false, QString::fromUtf8(hash)}};
        return made;
    };
    Appearance appearance(ThemeMode::Light);
    EntryList list(appearance, false);
    list.resize(400, 300);
    list.setEntries({entry("60", "1 of 5", "0xaa"), entry("40", "1 of 5", "0xbb")});
    const auto copied = [&] {
        QTest::keyClick(&list, Qt::Key_C, Qt::ControlModifier);
        return PanelDesk::clipboard();
    };
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(copied(), QStringLiteral("0xbb"));
    list.setEntries({entry("60", "2 of 5", "0xaa"), entry("40", "2 of 5", "0xbb")});
    QCOMPARE(copied(), QStringLiteral("0xbb"));
    // Newer money above it.
    list.setEntries({entry("7", "0 of 5", "0xcc"),
                     entry("60", "3 of 5", "0xaa"),
                     entry("40", "3 of 5", "0xbb")});
    QCOMPARE(copied(), QStringLiteral("0xbb"));
    QTest::keyClick(&list, Qt::Key_Up);
    list.setEntries({entry("60", "4 of 5", "0xaa"), entry("40, final", "4 of 5", "0xbb")});
    QVERIFY(copied().startsWith(u"40, final"));
    // What is gone is not stood on any more.
    list.setEntries({entry("60", "5 of 5", "0xaa")});
    QVERIFY(copied().startsWith(u"60"));
    list.setEntries({});
    list.setEntries({entry("60", "5 of 5", "0xaa")});
    QVERIFY(copied().startsWith(u"60"));
}

void TstPaymentCopies::explorerOpensOnAClick()
{
    PanelDesk desk;
    Browser browser;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    const Hash32 tx = desk.pay(id, "100");
    QVERIFY(desk.choose(id));
    EntryList* money = desk.list("Money");
    QVERIFY(money->layOut().boxes[0].lines[0].link.isEmpty()); // no template, no link
    QVERIFY(!desk.shortcuts.action("payment.explorer").isEnabled());

    desk.chain.store().execute("UPDATE rail SET explorer = 'https://explorer.example.com/tx/{tx}'");
    QVERIFY(desk.choose(id));
    const QString url = QStringLiteral("https://explorer.example.com/tx/") + text(tx);
    QVERIFY(browser.opened.isEmpty());
    QTest::mouseClick(
        money, Qt::LeftButton, {}, money->layOut().boxes[0].lines[0].link.center().toPoint());
    QCOMPARE(browser.opened, QStringList({url}));
    money->setFocus(Qt::TabFocusReason);
    QTest::keyClick(money, Qt::Key_Return);
    QTest::keyClick(&desk.window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(browser.opened, QStringList({url, url, url}));

    // Whoever can write the database can't choose what is opened but for a plain https page.
    desk.chain.store().execute("UPDATE rail SET explorer = 'file:///etc/{tx}'");
    QVERIFY(desk.choose(id));
    QVERIFY(money->layOut().boxes[0].lines[0].link.isEmpty());
    QVERIFY(!desk.shortcuts.action("payment.explorer").isEnabled());
}

void TstPaymentCopies::rawIsSearchedAndLeft()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    QVERIFY(desk.choose(id));
    auto* view = desk.panel->findChild<RawView*>();
    auto* raw = desk.find<QTextEdit>("rawText");
    QVERIFY(!view->isVisible());
    auto* before = desk.find<QToolButton>("showRaw");
    before->setFocus(Qt::TabFocusReason);
    QTest::keyClick(&desk.window, Qt::Key_J, Qt::ControlModifier);
    QVERIFY(view->isVisible());
    auto* field = desk.find<QLineEdit>("rawSearch");
    QVERIFY(field->hasFocus());
    const QString shown = raw->toPlainText();
    QVERIFY(shown.contains(QStringLiteral("\"payment\": \"%1\"").arg(id.text())));
    for (const DetailEvent& event : desk.detail().events)
        QVERIFY(shown.contains(event.payload)); // byte for byte
    QCOMPARE(desk.detail().journal.size(), size_t(1));
    QVERIFY(shown.contains(desk.detail().journal.front().line));
    QTest::keyClicks(field, QStringLiteral("PAYMENT.created"));
    QCOMPARE(raw->textCursor().selectedText(), QString());
    const int first = raw->textCursor().position();
    QVERIFY(shown.mid(first).startsWith(u"payment.created"));
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(raw->textCursor().position(), first);
    desk.click("rawCopy");
    QCOMPARE(PanelDesk::clipboard(), shown);
    desk.click("rawCanonical");
    QCOMPARE(QJsonDocument::fromJson(PanelDesk::clipboard().toUtf8()).object(),
             paymentObject(desk.detail()));
    QVERIFY(!PanelDesk::clipboard().contains(u'\n'));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!view->isVisible());
    QVERIFY(before->hasFocus());
    desk.click("showRaw");
    QTest::keyClick(raw, Qt::Key_Escape);
    QVERIFY(!view->isVisible());
}

void TstPaymentCopies::rawIsIndentedAndCopiedExactly()
{
    const QJsonObject object{
        {QStringLiteral("a"),
         QJsonArray{QJsonObject{{QStringLiteral("b"), QStringLiteral("   c\n   d\u00a0e")}}}}};
    const QString text = indentedJson(object);
    QCOMPARE(text,
             QStringLiteral("{\n  \"a\": [\n    {\n      \"b\": \"   c\\n   d\u00a0e\"\n"
                            "    }\n  ]\n}\n"));
    Appearance appearance(ThemeMode::Light);
    RawView view(appearance);
    view.setJson(text, {});
    auto* raw = view.findChild<QTextEdit*>(QStringLiteral("rawText"));
    // A line that is broken goes on further in than it began.
    const auto letter = QFontMetricsF(raw->font()).horizontalAdvance(u' ');
    for (QTextBlock block = raw->document()->begin(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        qsizetype blanks = 0;
        while (blanks < line.size() && line[blanks] == u' ')
            ++blanks;
        const QTextBlockFormat format = block.blockFormat();
        QCOMPARE(format.leftMargin(), letter * qreal(blanks + 2));
        QCOMPARE(format.textIndent(), -format.leftMargin());
    }
    // What is chosen is copied as text alone, letter by letter.
    raw->selectAll();
    raw->copy();
    QCOMPARE(PanelDesk::clipboard(), text);
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
    QTextCursor some(raw->document());
    some.setPosition(int(text.indexOf(u'b')));
    some.setPosition(int(text.indexOf(QChar(0x00a0))) + 2, QTextCursor::KeepAnchor);
    raw->setTextCursor(some);
    raw->copy();
    QCOMPARE(PanelDesk::clipboard(), QStringLiteral("b\": \"   c\\n   d\u00a0e"));
}

void TstPaymentCopies::foreignTextIsNoMarkup()
{
    QCOMPARE(codeSpan(QStringLiteral("plain")), QStringLiteral("`plain`"));
    QCOMPARE(codeSpan(QString()), QString());
    QCOMPARE(codeSpan(QStringLiteral("a`b``c")), QStringLiteral("```a`b``c```"));
    QCOMPARE(codeSpan(QStringLiteral("`x`")), QStringLiteral("`` `x` ``"));
    QCOMPARE(codeSpan(QStringLiteral("a\n# head\r\n- item")), QStringLiteral("`a # head - item`"));
    QCOMPARE(codeSpan(QStringLiteral("a\u202Eb\u2028c")), QStringLiteral("`a b c`"));
    PaymentDetail detail;
    detail.row.orderReference = QStringLiteral("<img src=x>\n# @everyone ![](http://h)");
    detail.row.customer = QStringLiteral("<b>bold</b>");
    const QString ticket = ticketOf(detail);
    QVERIFY(ticket.contains(QStringLiteral("- Order: `<img src=x> # @everyone ![](http://h)`\n")));
    FactGrid grid;
    grid.setFacts(factsOf(detail));
    for (const auto* label : grid.findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(grid.value(QStringLiteral("Customer")), detail.row.customer);
}

void TstPaymentCopies::ticketTellsAll()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    const Hash32 tx = desk.pay(id, "140");
    desk.chain.confirm();
    QVERIFY(desk.choose(id));
    desk.click("copyTicket");
    const QString ticket = PanelDesk::clipboard();
    for (const QString& part : {QStringLiteral("**Overpaid** `%1`").arg(id.text()),
                                QStringLiteral("- Verdict: `Over, by version 1"),
                                QStringLiteral("### Money"),
                                QStringLiteral("  - tx `%1`").arg(text(tx)),
                                QStringLiteral("### Open holds and cases\n- `AMT-OVER` · `open"),
                                QStringLiteral("### Latest (UTC)")})
        QVERIFY2(ticket.contains(part), qPrintable(part + u'\n' + ticket));
}

void TstPaymentCopies::keysCopy()
{
    PanelDesk desk;
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(&desk.window, key, Qt::ControlModifier | Qt::ShiftModifier);
        return PanelDesk::clipboard();
    };
    QVERIFY(!desk.shortcuts.action("payment.id").isEnabled());
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    const Hash32 tx = desk.pay(id, "60");
    QVERIFY(desk.choose(id));
    QCOMPARE(press(Qt::Key_I), id.text());
    QCOMPARE(press(Qt::Key_A), desk.detail().accountText(desk.detail().bindings.front().account));
    QCOMPARE(press(Qt::Key_H), text(tx));
    QVERIFY(press(Qt::Key_T).startsWith(u"**"));
    auto* row = desk.panel->findChild<QToolButton*>(QStringLiteral("copyFact"));
    QTest::mouseClick(row, Qt::LeftButton);
    desk.panel->hide();
    QVERIFY(!desk.shortcuts.action("payment.id").isEnabled());
}

TIEOUT_REGISTER_TEST(TstPaymentCopies)
#include "tst_paymentcopies.moc"
