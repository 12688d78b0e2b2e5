// SPDX-License-Identifier: GPL-3.0-or-later
// The connection goes in the middle of work and comes back: while somebody scrolls, fills in a
// form, waits for a new payment and exports. Real widgets; the server's end is cut, not imitated.
#include "model/store/statement.h"
#include "tests/support/cable.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "tests/ui/deciderdesk.h"
#include "ui/payments/actions/createpaymentdialog.h"
#include "ui/payments/export/exportstrip.h"
#include "ui/payments/export/paymentsexporter.h"
#include "ui/payments/paymentpanel.h"
#include "ui/payments/paymentsfilterbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/queueview.h"

#include <QScrollBar>
#include <QSemaphore>

namespace tieout::test {

namespace {

constexpr int kListed = 5'000;
constexpr int kExported = 2 * ExportRun::kPageRows + 17;

// bob, who decides, on a cable of his own; the engine keeps its connection.
struct CutDesk
{
    explicit CutDesk(ActionDesk& engineDesk)
        : engine(engineDesk)
        , cable(engine.store(),
                engine.store().makeLogin(QStringLiteral("bob"), {QStringLiteral("operator")}))
        , store(cable.address())
        , decisions(store, engine.clock(), engine.store().loginName(QStringLiteral("bob")))
        , page(store, engine.clock(), appearance)
    {
        loadFonts();
        decisions.setPace(std::chrono::milliseconds(20));
        page.decideThrough(decisions);
        page.resize(1'400, 900);
        page.show();
        page.start();
        if (!QTest::qWaitFor([&] { return page.table().state() == WindowedTable::State::Ready; }))
            qFatal("the page doesn't read");
    }

    CreatePaymentDialog* openNew()
    {
        QTest::mouseClick(page.findChild<QToolButton*>(QStringLiteral("newPayment")),
                          Qt::LeftButton);
        auto* dialog = qobject_cast<CreatePaymentDialog*>(page.actions()->dialog());
        const bool ready = dialog && QTest::qWaitForWindowExposed(dialog) &&
                           QTest::qWaitFor([&] { return dialog->terms().has_value(); });
        return ready ? dialog : nullptr;
    }
    std::optional<DecisionState> state()
    {
        const auto open = decisions.undecided();
        return open.empty() ? std::nullopt : std::optional(open.back().state);
    }
    // What the page says below its filter.
    DecisionStrip* strip()
    {
        for (auto* each : page.bar().findChildren<DecisionStrip*>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString stripText() { return strip() ? strip()->text() : QString(); }
    qint64 payments()
    {
        Statement read(engine.db(), u"SELECT count(*) FROM payment");
        return read.next() ? read.integer(0) : -1;
    }
    bool decided()
    {
        return QTest::qWaitFor([&] { return engine.step().done == 1; });
    }

    ActionDesk& engine;
    Cable cable;
    AsyncStore store;
    Decisions decisions;
    Appearance appearance{ThemeMode::Light};
    PaymentsPage page;
};

QString textOf(DecisionDialog* dialog, const char* field)
{
    return dialog->findChild<QLineEdit*>(QLatin1String(field))->text();
}

// A semaphore in the scan lane, so that the test stands between two steps of the export.
struct ScanGate
{
    explicit ScanGate(AsyncStore& store)
    {
        store
            .run(AsyncStore::Lane::Scan,
                 [semaphore = semaphore](Database&) -> Outcome {
                     semaphore->acquire();
                     return Done;
                 })
            .then(&receiver, [](const Outcome&) {});
    }
    ~ScanGate() { open(); }
    void open() const { semaphore->release(); }

    std::shared_ptr<QSemaphore> semaphore = std::make_shared<QSemaphore>();
    QObject receiver;
};

} // namespace

class TstLostConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whileScrolling();
    void whileFillingIn_data() { TestDatabase::addDialectRows(); }
    void whileFillingIn();
    void whileItWasAskedFor();
    void openedMeanwhile();
    void withoutAnEngine();
    void whileExporting();
};

#define TIEOUT_REQUIRE_CABLE()                                                                     \
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty()) {           \
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))                                      \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }

void TstLostConnection::whileScrolling()
{
    TIEOUT_REQUIRE_CABLE();
    const auto db = TestDatabase::make(Dialect::PostgreSql);
    seedRail(*db);
    seedPayments(*db, 0, kListed);
    Cable cable(*db, db->makeLogin(QStringLiteral("ana"), {QStringLiteral("operator")}));
    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store(cable.address());
    Appearance appearance(ThemeMode::Light);
    loadFonts();
    MainWindow window({store, clock, appearance, QStringLiteral("desk"), {}, nullptr});
    window.show();
    window.start();
    window.showPage(&window.payments());
    PaymentsPage& page = window.payments();
    QueueView& view = page.view();
    QTRY_VERIFY(page.table().hasAnchors() && page.table().rowCount() == kListed);
    const auto cell = [&](int row, PaymentsTable::Column column) {
        return page.table().index(row, int(column));
    };
    QTest::mouseClick(view.viewport(),
                      Qt::LeftButton,
                      {},
                      view.visualRect(cell(3, PaymentsTable::Column::Status)).center());
    const QString chosen = paymentId(kListed - 4);
    QTRY_VERIFY(page.record().detail() && page.record().id() == chosen);
    QTRY_VERIFY(window.status().view().has_value());
    auto* banner = window.findChild<QWidget*>(QStringLiteral("connectionBanner"));
    QVERIFY(!banner->isVisible());

    cable.cut();
    view.verticalScrollBar()->setValue(3'000);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(view.isVisible());
    QCOMPARE(page.table().rowCount(), kListed);
    QCOMPARE(page.table().idAt(3'000), QString());
    view.verticalScrollBar()->setValue(0);
    QCOMPARE(cell(3, PaymentsTable::Column::Id).data().toString(), chosen);
    QVERIFY(page.record().detail().has_value());
    picture(&window, QStringLiteral("lost-scrolling"));
    view.verticalScrollBar()->setValue(3'000);

    cable.mend();
    QTRY_COMPARE(page.table().idAt(3'000), paymentId(kListed - 3'001));
    QTRY_VERIFY(!banner->isVisible());
    // Nothing has moved.
    QCOMPARE(view.verticalScrollBar()->value(), 3'000);
    QCOMPARE(page.selection().current(), chosen);
    QCOMPARE(view.currentIndex().row(), 3);
    QCOMPARE(page.record().id(), chosen);
    QVERIFY(page.record().detail().has_value());
}

void TstLostConnection::whileFillingIn()
{
    TIEOUT_ACTION_DESK(engine);
    CutDesk desk(engine);
    const qint64 before = desk.payments();
    CreatePaymentDialog* dialog = desk.openNew();
    QVERIFY(dialog);
    type(dialog, "amount", "250.5");
    type(dialog, "order", "ORD-77");
    desk.cable.cut();
    type(dialog, "customer", "Ana");
    pressPrimary(dialog);
    QTRY_COMPARE(desk.state(), std::optional(DecisionState::Lost));
    QTRY_VERIFY2(dialog->strip().text().contains(QStringLiteral("is kept and asked again")),
                 qPrintable(dialog->strip().text()));
    const auto kept = [&] {
        return textOf(dialog, "amount") == u"250.5" && textOf(dialog, "order") == u"ORD-77" &&
               textOf(dialog, "customer") == u"Ana";
    };
    QVERIFY(kept());
    // Pressing again asks for no second one.
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(desk.decisions.undecided().size(), size_t(1));
    picture(dialog, QStringLiteral("lost-filling-in"));

    // Given up instead: nothing was made, the words are there, and the second attempt makes one.
    QTest::mouseClick(dialog->strip().findChild<QToolButton*>(QStringLiteral("decisionButton")),
                      Qt::LeftButton);
    QTRY_VERIFY(dialog->strip().text().contains(QStringLiteral("taken back as soon as")));
    desk.cable.mend();
    QTRY_COMPARE(dialog->strip().text(), sentence("command_cancelled"));
    QVERIFY(kept());
    QCOMPARE(engine.step().done, 0);
    QCOMPARE(desk.payments(), before);
    QVERIFY(primaryOf(dialog)->isEnabled());
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(dialog->findChild<FactGrid*>(QStringLiteral("place")));
    QCOMPARE(desk.payments(), before + 1);
    const PaymentRow row = engine.payment(PaymentId::trusted(desk.page.selection().current()));
    QCOMPARE(row.orderReference, QStringLiteral("ORD-77"));
    QCOMPARE(row.customer, QStringLiteral("Ana"));
    QVERIFY(!desk.strip());
}

// The row has arrived, nobody knows; and the dialog is closed before the database is back.
void TstLostConnection::whileItWasAskedFor()
{
    TIEOUT_REQUIRE_CABLE();
    ActionDesk engine(Dialect::PostgreSql);
    CutDesk desk(engine);
    const qint64 before = desk.payments();
    CreatePaymentDialog* dialog = desk.openNew();
    QVERIFY(dialog);
    type(dialog, "amount", "12");
    pressPrimary(dialog);
    QTRY_COMPARE(desk.state(), std::optional(DecisionState::Waiting));
    desk.cable.cut();
    QTRY_COMPARE(desk.state(), std::optional(DecisionState::Lost));
    QVERIFY(!desk.strip()); // the dialog says it
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.page.actions()->dialog());
    // It goes on being said, so that nobody asks for a second one.
    QTRY_VERIFY2(desk.stripText().contains(QStringLiteral("is kept and asked again")),
                 qPrintable(desk.stripText()));
    const auto* back = desk.strip()->findChild<QToolButton*>(QStringLiteral("decisionButton"));
    QTRY_VERIFY(back->isVisible() && back->width() >= back->sizeHint().width());
    picture(&desk.page, QStringLiteral("lost-creation"));
    desk.cable.mend();
    QTRY_COMPARE(desk.state(), std::optional(DecisionState::Waiting));
    QVERIFY(desk.decided());
    QTRY_COMPARE(desk.stripText(), QStringLiteral("Done."));
    QCOMPARE(desk.payments(), before + 1);
    QTest::mouseClick(desk.strip()->findChild<QToolButton*>(QStringLiteral("decisionButton")),
                      Qt::LeftButton);
    QVERIFY(!desk.strip());
}

// Dialogs that are opened while nobody answers become usable by themselves, with what was typed.
void TstLostConnection::openedMeanwhile()
{
    TIEOUT_REQUIRE_CABLE();
    ActionDesk engine(Dialect::PostgreSql);
    const PaymentId id = engine.create(QStringLiteral("100"));
    CutDesk desk(engine);
    desk.page.selection().select(id.text());
    QTRY_VERIFY(desk.page.actions()->options().options());
    desk.cable.cut();
    QTest::mouseClick(desk.page.findChild<QToolButton*>(QStringLiteral("newPayment")),
                      Qt::LeftButton);
    auto* dialog = qobject_cast<CreatePaymentDialog*>(desk.page.actions()->dialog());
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    const QString why =
        errorText({ErrorCode::Unavailable, QStringLiteral("database_unreachable"), {}});
    QTRY_COMPARE(noteOf(dialog, "corridor"), why);
    QVERIFY(!primaryOf(dialog)->isEnabled());
    type(dialog, "order", "ORD-78");
    desk.cable.mend();
    QTRY_VERIFY(dialog->terms().has_value());
    QCOMPARE(noteOf(dialog, "corridor"), QString());
    // Whoever types goes on where he types.
    QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("order"))->hasFocus());
    QCOMPARE(textOf(dialog, "order"), QStringLiteral("ORD-78"));
    QVERIFY(primaryOf(dialog)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.page.actions()->dialog());

    desk.cable.cut();
    QTest::mouseClick(desk.page.exporter().button(), Qt::LeftButton);
    ExportDialog* exporting = desk.page.exporter().dialog();
    QVERIFY(exporting && QTest::qWaitForWindowExposed(exporting));
    const auto* primary = exporting->findChild<QPushButton*>(QStringLiteral("primary"));
    QTRY_COMPARE(primary->toolTip(), why);
    QVERIFY(!primary->isEnabled());
    desk.cable.mend();
    QTRY_VERIFY(primary->isEnabled());
}

// A new payment that no engine decides: waiting, taken back, expired; the clock jumps meanwhile.
void TstLostConnection::withoutAnEngine()
{
    ActionDesk engine(Dialect::Sqlite);
    CutDesk desk(engine);
    const qint64 before = desk.payments();
    const auto ask = [&] {
        CreatePaymentDialog* dialog = desk.openNew();
        if (!dialog)
            return false;
        type(dialog, "amount", "12");
        pressPrimary(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        return QTest::qWaitFor([&] { return !desk.page.actions()->dialog(); });
    };
    QVERIFY(ask());
    engine.clock().advance(-std::chrono::hours(1));
    QTRY_VERIFY2(desk.stripText().startsWith(QStringLiteral("Waiting for the engine since")),
                 qPrintable(desk.stripText()));
    auto* button = desk.strip()->findChild<QToolButton*>(QStringLiteral("decisionButton"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(desk.stripText(), sentence("command_cancelled"));
    QCOMPARE(engine.step().done, 0);

    QVERIFY(ask());
    engine.clock().advance(std::chrono::hours(25));
    QTRY_VERIFY(desk.stripText().startsWith(QStringLiteral("Waiting for the engine since")));
    engine.store().execute(
        "DROP VIEW db_clock; CREATE VIEW db_clock AS SELECT"
        " CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) + 61000 AS ms");
    QTRY_COMPARE(desk.stripText(), sentence("command_expired"));
    QCOMPARE(engine.step().done, 0);
    QCOMPARE(desk.payments(), before);
}

void TstLostConnection::whileExporting()
{
    TIEOUT_REQUIRE_CABLE();
    const auto db = TestDatabase::make(Dialect::PostgreSql);
    seedRail(*db);
    seedPayments(*db, 0, kExported);
    Cable cable(*db, db->makeLogin(QStringLiteral("ana"), {QStringLiteral("operator")}));
    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store(cable.address());
    Appearance appearance(ThemeMode::Light);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("all.csv"));
    PaymentsPage page(store, clock, appearance);
    page.resize(1'400, 800);
    page.show();
    page.start();
    QTRY_VERIFY(page.table().hasAnchors() && page.table().isCountExact());
    page.exporter().open();
    auto* primary = page.exporter().dialog()->findChild<QPushButton*>(QStringLiteral("primary"));
    QTRY_VERIFY(primary->isEnabled());
    page.exporter().dialog()->findChild<QLineEdit*>(QStringLiteral("exportPath"))->setText(path);
    ScanGate first(store);
    QTest::mouseClick(primary, Qt::LeftButton);
    ScanGate second(store);
    first.open();
    ExportStrip& strip = *page.exporter().strip();
    QTRY_VERIFY2(strip.text().contains(QStringLiteral("0 of 4")), qPrintable(strip.text()));
    cable.cut();
    second.open();
    QTRY_VERIFY2(strip.title().contains(u"stopped after 2"), qPrintable(strip.title()));
    QVERIFY2(strip.text().startsWith(
                 errorText({ErrorCode::Unavailable, QStringLiteral("database_unreachable"), {}})),
             qPrintable(strip.text()));
    // Neither a half file nor the remains of one.
    QVERIFY(QDir(folder.path()).isEmpty());
    picture(&page, QStringLiteral("lost-exporting"));

    auto* goOn = page.findChild<QToolButton*>(QStringLiteral("exportGoOn"));
    QVERIFY(goOn->isVisible());
    QTest::mouseClick(goOn, Qt::LeftButton);
    QTRY_VERIFY(goOn->isVisible()); // it is still away
    QVERIFY(QDir(folder.path()).isEmpty());
    cable.mend();
    QTest::mouseClick(goOn, Qt::LeftButton);
    QTRY_VERIFY2(strip.title().contains(u"exported to"), qPrintable(strip.title()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QByteArray> rows;
    int lines = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (!line.contains("ORD-"))
            continue;
        ++lines;
        rows.insert(line);
    }
    QCOMPARE(lines, kExported);
    QCOMPARE(rows.size(), qsizetype(kExported));
}

TIEOUT_REGISTER_TEST(TstLostConnection)

} // namespace tieout::test

#include "tst_lostconnection.moc"
