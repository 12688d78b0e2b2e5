// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody wishes to see in a queue, on real widgets: a payment that disappears while somebody
// reads it, a clock that jumps, markup in a merchant's text, values as long as they may be.
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "tests/ui/deciderdesk.h"
#include "tests/ui/filterdesk.h"
#include "tests/ui/paneldesk.h"
#include "ui/payments/detail/panelnotice.h"
#include "ui/payments/paymentpanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/plaintip.h"
#include "ui/widgets/queueview.h"

#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>

namespace tieout::test {

namespace {

const QString kMarkup =
    QStringLiteral("<b>PAID</b><img src='file:///etc/passwd'><a href='x'>&amp; here</a>");

QByteArray quoted(const QString& text)
{
    return "'" + QString(text).replace(u'\'', QStringLiteral("''")).toUtf8() + "'";
}

// Only to be read, on either database.
struct ReadDesk
{
    explicit ReadDesk(const TestDatabase& db)
        : store(db.address())
        , page(store, clock, appearance)
    {
        loadFonts();
        page.table().setChangeDelay(std::chrono::milliseconds(1));
        page.resize(1'400, 900);
        page.show();
        page.start();
        if (!QTest::qWaitFor([&] { return page.table().state() == WindowedTable::State::Ready; }))
            qFatal("the page doesn't read");
    }

    QString cell(int row, PaymentsTable::Column column)
    {
        return page.table().index(row, int(column)).data().toString();
    }
    bool choose(int n)
    {
        page.selection().select(paymentId(n));
        return QTest::qWaitFor([&] {
            const auto& detail = page.record().detail();
            return detail && detail->row.id.text() == paymentId(n);
        });
    }

    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store;
    Appearance appearance{ThemeMode::Light};
    PaymentsPage page;
};

// What would obey the markup: labels and tool tips that take it for rich text.
QStringList obeying(const QWidget* root)
{
    QStringList found;
    for (const auto* each : root->findChildren<QWidget*>()) {
        const QString where =
            QLatin1String(each->metaObject()->className()) + u' ' + each->objectName();
        if (each->toolTip().contains(u"<b>"))
            found.append(where + QStringLiteral(": tip ") + each->toolTip());
        const auto* label = qobject_cast<const QLabel*>(each);
        if (label && label->text().contains(u"<b>") && label->textFormat() != Qt::PlainText)
            found.append(where + QStringLiteral(": ") + label->text());
    }
    return found;
}

} // namespace

class TstBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPaymentDisappears_data() { TestDatabase::addDialectRows(); }
    void aPaymentDisappears();
    void agesAreNeverNegative();
    void theClockJumps();
    void markupInTheQueue();
    void markupInTheActions();
    void markupInTheFilter();
    void theLongestValues();
};

void TstBadInput::aPaymentDisappears()
{
    TIEOUT_TEST_DATABASE(db);
    seedRail(*db);
    seedPayments(*db, 0, 600);
    ReadDesk desk(*db);
    QVERIFY(desk.choose(590));
    const auto says = [&] {
        const auto* notice = desk.page.findChild<PanelNotice*>();
        return notice->isVisible() ? notice->text() : QString();
    };
    auto* outside = desk.page.findChild<QWidget*>(QStringLiteral("notice"));
    db->execute("DELETE FROM payment WHERE id = " + quoted(paymentId(590)));
    desk.page.noteChanged({paymentId(590)});
    QTRY_VERIFY2(says().contains(u"gone"), qPrintable(says()));
    QVERIFY(says().contains(paymentId(590)));
    // Read anew, the list has another payment in its place; nobody chose that one.
    QSignalSpy lost(&desk.page.selection(), &SelectionKeeper::lost);
    desk.page.table().refresh();
    QVERIFY(lost.wait());
    QCOMPARE(desk.page.table().rowCount(), 599);
    QCOMPARE(desk.page.selection().current(), QString());
    QVERIFY(desk.page.view().selectionModel()->selectedRows().isEmpty());
    QCOMPARE(desk.page.record().id(), paymentId(590));
    QTRY_VERIFY(says().contains(u"gone"));
    QVERIFY(!outside->isVisible());
    picture(&desk.page, QStringLiteral("bad-gone"));
    // Found out by reading the list alone, and with a filter that still names it.
    QVERIFY(desk.choose(580));
    QCOMPARE(says(), QString());
    desk.page.search(QStringLiteral("order:ord-58"));
    QTRY_COMPARE(desk.page.table().rowCount(), 11);
    QTRY_COMPARE(desk.page.selection().current(), paymentId(580));
    db->execute("DELETE FROM payment WHERE id = " + quoted(paymentId(580)));
    desk.page.table().refresh();
    QTRY_VERIFY(says().contains(u"gone"));
    QTRY_VERIFY(!outside->isVisible());
    QCOMPARE(desk.page.selection().current(), QString());
    // The next choice works.
    QVERIFY(desk.choose(58));
    QCOMPARE(says(), QString());
}

void TstBadInput::agesAreNeverNegative()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 24);
    ReadDesk desk(*db);
    using Column = PaymentsTable::Column;
    desk.clock.set(kSeedStart + std::chrono::seconds(63)); // 40 seconds after the newest
    QCOMPARE(desk.cell(0, Column::Age), QStringLiteral("40 s"));
    for (const auto back : {std::chrono::hours(1), std::chrono::hours(24 * 400)}) {
        desk.clock.set(kSeedStart - back);
        desk.page.table().tick();
        for (int row = 0; row < 24; ++row)
            QCOMPARE(desk.cell(row, Column::Age), QStringLiteral("0 s"));
    }
    desk.clock.set(kSeedStart + std::chrono::hours(24 + 3));
    QCOMPARE(desk.cell(0, Column::Age), QStringLiteral("1 d 2 h"));
    // What stands in the row is the time itself.
    QCOMPARE(desk.cell(0, Column::Created), tableTime(kSeedStart + std::chrono::seconds(23)));
}

// An hour back, then a day ahead: what is new is announced, what was lost is waited for.
void TstBadInput::theClockJumps()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 24);
    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store(db->address());
    Appearance appearance(ThemeMode::Light);
    MainWindow window({store, clock, appearance, QStringLiteral("desk"), {}, nullptr});
    window.show();
    window.start();
    PaymentsPage& page = window.payments();
    window.showPage(&page);
    page.table().setChangeDelay(std::chrono::milliseconds(1));
    QTRY_COMPARE(page.table().rowCount(), 24);
    auto* fresh = page.findChild<QToolButton*>(QStringLiteral("showNew"));
    int known = 24;
    for (const Duration jump :
         {Duration(-std::chrono::hours(1)), Duration(std::chrono::hours(25))}) {
        clock.advance(jump);
        seedPayments(*db, known, 2);
        page.noteChanged({paymentId(known), paymentId(known + 1)});
        known += 2;
        QTRY_VERIFY(fresh->isVisible());
        QCOMPARE(fresh->text(), QStringLiteral("2 new"));
        QTest::mouseClick(fresh, Qt::LeftButton);
        QTRY_COMPARE(page.table().rowCount(), known);
        QVERIFY(!fresh->isVisible());
        QTRY_VERIFY(window.status().view().has_value());
        QVERIFY(!window.status().lostSince());
    }
    // Lost and found while the clock stands before the moment when it was lost.
    auto* banner = window.findChild<QWidget*>(QStringLiteral("connectionBanner"));
    db->execute("ALTER TABLE environment RENAME TO hidden");
    window.status().refresh();
    QTRY_VERIFY(banner->isVisible());
    clock.advance(-std::chrono::hours(26));
    db->execute("ALTER TABLE hidden RENAME TO environment");
    QTRY_VERIFY(!banner->isVisible()); // by its own timer
    for (const auto* label : window.findChildren<QLabel*>()) {
        static const QRegularExpression negative(QStringLiteral("(^|\\s)[-−]\\d+ (s|m|h|d)\\b"));
        QVERIFY2(!label->text().contains(negative), qPrintable(label->text()));
    }
}

void TstBadInput::markupInTheQueue()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 24);
    db->execute("UPDATE payment SET order_reference = " + quoted(kMarkup) +
                ", customer = " + quoted(kMarkup));
    db->execute("UPDATE merchant SET name = " + quoted(kMarkup));
    seedStory(*db, 12);
    db->execute("UPDATE hold SET reason = " + quoted(kMarkup));
    ReadDesk desk(*db);
    QVERIFY(desk.choose(12));
    QCOMPARE(obeying(&desk.page), QStringList());
    const auto* facts = desk.page.findChild<FactGrid*>();
    QCOMPARE(facts->value(QStringLiteral("Order")), kMarkup);
    using Column = PaymentsTable::Column;
    QCOMPARE(desk.cell(0, Column::OrderReference), kMarkup);
    // A cell's tip is rich text in which the markup is only text.
    for (const Column column : {Column::OrderReference, Column::Customer}) {
        const QString tip =
            desk.page.table().index(0, int(column)).data(Qt::ToolTipRole).toString();
        QVERIFY(Qt::mightBeRichText(tip));
        QVERIFY2(!tip.contains(u"<b>") && !tip.contains(u"<img"), qPrintable(tip));
        QVERIFY(tip.contains(u"&lt;b&gt;PAID"));
    }
    picture(&desk.page, QStringLiteral("bad-markup"));
}

void TstBadInput::markupInTheActions()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"), QStringLiteral("usdt-memo"));
    engine.mine({{engine.binding(id).account, QStringLiteral("60"), engine.binding(id).reference}});
    engine.confirm();
    engine.store().execute("UPDATE payment SET order_reference = " + quoted(kMarkup) +
                           ", customer = " + quoted(kMarkup));
    engine.store().execute("UPDATE merchant SET name = " + quoted(kMarkup));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    for (const char* name : {"hold", "resolveCase", "linkTransfer", "reissue", "newPayment"}) {
        if (!desk.button(name)->isEnabled())
            continue;
        DecisionDialog* dialog = desk.open(name);
        QVERIFY(dialog);
        QCOMPARE(obeying(dialog), QStringList());
    }
    DecisionDialog* dialog = desk.open("hold");
    QVERIFY(dialog);
    type(dialog, "reason", qPrintable(kMarkup));
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QVERIFY(desk.choose(id));
    QTRY_VERIFY(desk.page.record().detail() &&
                desk.page.record().detail()->row.status == PaymentStatus::Held);
    QCOMPARE(obeying(&desk.page), QStringList());
}

void TstBadInput::markupInTheFilter()
{
    FilterDesk desk;
    desk.page->search(QStringLiteral("order:\"%1\"").arg(kMarkup));
    QTRY_COMPARE(desk.rows(), 0);
    QTRY_VERIFY(!desk.chips().isEmpty());
    QCOMPARE(obeying(desk.page.get()), QStringList());
    desk.page->search(kMarkup);
    QTRY_COMPARE(desk.page->table().state(), WindowedTable::State::Ready);
    QCOMPARE(obeying(desk.page.get()), QStringList());
    QCOMPARE(plainTip(QStringLiteral("two\nlines")), QStringLiteral("two\nlines"));
    QCOMPARE(plainTip(QStringLiteral("<b>two</b>\nlines")),
             QStringLiteral("<qt>&lt;b&gt;two&lt;/b&gt;<br>lines</qt>"));
}

// Without a single place to break a line at, in the widest letter.
void TstBadInput::theLongestValues()
{
    const QString widest(200, u'W');
    PanelDesk desk(ThemeMode::Light, 360);
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    desk.pay(id, "60");
    desk.chain.store().execute("UPDATE payment SET order_reference = " + quoted(widest) +
                               ", customer = " + quoted(widest));
    desk.chain.store().execute("UPDATE merchant SET name = " + quoted(widest));
    const HoldPaymentPayload held{
        id, desk.chain.payment(id).version, QStringLiteral("operator"), QString(2'000, u'W')};
    QVERIFY(
        !desk.chain.run(kinds::kPaymentHold.toString(), QStringLiteral("operator"), held.toJson())
             .error);
    QVERIFY(desk.choose(id));
    QCoreApplication::sendPostedEvents();
    // Broken into a few lines, not cut at the edge of the first.
    const int height = desk.list("Holds and cases")->height();
    QVERIFY2(height > 110 && height < 300, qPrintable(QString::number(height)));
    QVERIFY(desk.list("Holds and cases")->plainText(0).contains(held.reason));
    const auto* scroll = desk.panel->findChild<QScrollArea*>();
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
             qPrintable(QStringLiteral("%1 > %2")
                            .arg(scroll->widget()->width())
                            .arg(scroll->viewport()->width())));
    QVERIFY(desk.panel->minimumSizeHint().width() <= 360);
    // Whole, by its key, wherever it is cut.
    const auto* facts = desk.panel->findChild<FactGrid*>();
    QCOMPARE(facts->value(QStringLiteral("Order")), widest);
    for (const auto* label : facts->findChildren<QLabel*>()) {
        if (!label->isVisible() || !label->text().contains(QStringLiteral("WW")))
            continue;
        QCOMPARE(label->toolTip(), widest);
        QCOMPARE(label->accessibleDescription(), widest);
        QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
        QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                 qPrintable(label->text()));
    }
    picture(&desk.window, QStringLiteral("bad-longest"));
}

TIEOUT_REGISTER_TEST(TstBadInput)

} // namespace tieout::test

#include "tst_badinput.moc"
