// SPDX-License-Identifier: GPL-3.0-or-later
// The export in the window with real clicks and keys: what is said before it starts, the file and
// its hash, cancelled, stopped by a lost database and gone on with, a place that can't be written.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "tests/support/busylane.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/export/exportpath.h"
#include "ui/payments/export/exportstrip.h"
#include "ui/payments/export/exportwords.h"
#include "ui/payments/export/paymentsexporter.h"
#include "ui/payments/paymentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/queueview.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

namespace {

constexpr int kManyRows = 2 * ExportRun::kPageRows + 17;

struct ExportWindow
{
    explicit ExportWindow(int payments, const QString& filter = {})
        : db(TestDatabase::make(Dialect::Sqlite))
        , store(db->address())
        , page(store, clock, appearance)
    {
        seedRail(*db);
        seedPayments(*db, 0, payments);
        page.resize(1'400, 800);
        page.show();
        QSignalSpy refreshed(&page.table(), &WindowedTable::refreshed);
        PaymentQuery query;
        query.filter = parseFilter(filter, paymentFilterFields()).filter;
        page.table().setQuery(query);
        if (!refreshed.wait(10'000))
            qFatal("the page doesn't read");
    }

    template<class Widget>
    Widget* part(const char* name)
    {
        return page.window()->findChild<Widget*>(QLatin1String(name));
    }
    void press(const char* name)
    {
        auto* button = part<QAbstractButton>(name);
        if (!button || !button->isVisible())
            qFatal("no button %s", name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    // Opens the dialog and waits until it may be used.
    ExportDialog* open()
    {
        QTest::mouseClick(page.exporter().button(), Qt::LeftButton);
        ExportDialog* dialog = page.exporter().dialog();
        const bool known = dialog && QTest::qWaitForWindowExposed(dialog) &&
                           QTest::qWaitFor([&] { return primary()->isEnabled(); });
        return known ? dialog : nullptr;
    }
    QPushButton* primary()
    {
        return page.exporter().dialog()->findChild<QPushButton*>(QStringLiteral("primary"));
    }
    QLineEdit* path() { return part<QLineEdit>("exportPath"); }
    void typePath(const QString& text)
    {
        QTest::mouseClick(path(), Qt::LeftButton);
        path()->clear();
        QTest::keyClicks(path(), text);
    }
    QString file(const char* name) const { return folder.filePath(QLatin1String(name)); }
    ExportStrip& strip() { return *page.exporter().strip(); }
    // To the end of a file of that name.
    bool exported(const char* name)
    {
        if (!open())
            return false;
        typePath(file(name));
        press("primary");
        return QTest::qWaitFor([&] { return strip().title().contains(u"exported to"); });
    }

    QTemporaryDir folder;
    std::unique_ptr<TestDatabase> db;
    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store;
    Appearance appearance{ThemeMode::Light};
    PaymentsPage page;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void exportPicture(QWidget* widget, const char* name)
{
    const QString folder = qEnvironmentVariable("TIEOUT_TEST_PICTURES");
    QCoreApplication::sendPostedEvents();
    if (!folder.isEmpty())
        widget->grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

} // namespace

class TstExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWillBeWritten();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void aPlaceThatCantBeSaysWhy();
    void aFileThatIsThereIsReplacedOnlyWhenSo();
    void browsingNeverWaits();
    void itIsCancelled();
    void aFileOnItsWayIsNotCancelled();
    void itGoesOnBehindTheLastRow();
    void anotherFileAfterOneThatFailed();
    void theHashIsCopied();
    void byKeysAlone();
    void timeIsEstimated();
    void everyControlHasAName();
    void looksRight();
};

void TstExport::saysWhatWillBeWritten()
{
    ExportWindow desk(120, QStringLiteral("status:held"));
    desk.page.view().setColumnHidden(int(PaymentsTable::Column::Customer), true);
    QVERIFY(desk.open());
    const auto* facts = desk.page.exporter().dialog()->findChild<FactGrid*>();
    QCOMPARE(facts->value(QStringLiteral("Payments")), QStringLiteral("10"));
    const QString columns = facts->value(QStringLiteral("Columns"));
    QVERIFY2(columns.startsWith(QStringLiteral("12 as shown: Status, Order, Due")),
             qPrintable(columns));
    QVERIFY(!columns.contains(QStringLiteral("Customer")));
    QCOMPARE(facts->value(QStringLiteral("Filter")), QStringLiteral("status:held"));
    QCOMPARE(facts->value(QStringLiteral("Environment")), QStringLiteral("sandbox"));
    // A name nobody has to invent, whose ending follows the format.
    QVERIFY2(desk.path()->text().contains(QStringLiteral("/payments-2026")),
             qPrintable(desk.path()->text()));
    auto* format = desk.part<QComboBox>("exportFormat");
    for (const auto& [index, ending] : {std::pair{1, ".xlsx"}, {2, ".json"}, {0, ".csv"}}) {
        format->setCurrentIndex(index);
        QVERIFY(desk.path()->text().endsWith(QLatin1String(ending)));
    }
    desk.press("close");
    QTRY_VERIFY(!desk.page.exporter().dialog());
    QVERIFY(!desk.strip().isVisible());
}

void TstExport::everyFormatIsWritten_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << 0 << QStringLiteral("all.csv");
    QTest::newRow("XLSX") << 1 << QStringLiteral("all.xlsx");
    QTest::newRow("JSON") << 2 << QStringLiteral("all.json");
}

void TstExport::everyFormatIsWritten()
{
    QFETCH(int, format);
    QFETCH(QString, name);
    ExportWindow desk(37);
    QVERIFY(desk.open());
    desk.part<QComboBox>("exportFormat")->setCurrentIndex(format);
    desk.typePath(desk.folder.filePath(name));
    desk.press("primary");
    QTRY_VERIFY(desk.strip().title().contains(u"exported to"));
    QVERIFY(!desk.page.exporter().dialog());
    QVERIFY(desk.strip().isVisible());
    QVERIFY2(desk.strip().title().startsWith(u"37 payment"), qPrintable(desk.strip().title()));
    QVERIFY(desk.strip().text().contains(desk.folder.path()));
    const QByteArray content = contentOf(desk.folder.filePath(name));
    if (format == 0)
        QVERIFY(content.contains("# rows: 37\r\n") && content.contains("# environment: sandbox"));
    else if (format == 1)
        QVERIFY(content.startsWith("PK"));
    else
        QCOMPARE(QJsonDocument::fromJson(content).object().value(u"rows").toArray().size(), 37);
    desk.press("exportDismiss");
    QVERIFY(!desk.strip().isVisible());
}

void TstExport::aPlaceThatCantBeSaysWhy()
{
    ExportWindow desk(3);
    QVERIFY(desk.open());
    const auto says = [&](const QString& path) {
        desk.typePath(path);
        const QString why = desk.path()->accessibleDescription();
        // The button is off for the same reason.
        return desk.primary()->isEnabled() || desk.primary()->toolTip() != why ? QString() : why;
    };
    const auto text = [](const char* reason) {
        return exportErrorText({ErrorCode::Invalid, QString::fromLatin1(reason), {}});
    };
    QCOMPARE(says({}), text("path_missing"));
    QCOMPARE(says(QStringLiteral("here.csv")), text("path_relative"));
    QCOMPARE(says(desk.folder.path()), text("path_is_folder"));
    QCOMPARE(says(desk.folder.filePath(QStringLiteral("not/there.csv"))), text("folder_missing"));
    exportPicture(desk.page.exporter().dialog(), "export-refused-light");
    desk.typePath(desk.file("good.csv"));
    QVERIFY(desk.primary()->isEnabled());
    QCOMPARE(desk.path()->accessibleDescription(), QString());
}

void TstExport::aFileThatIsThereIsReplacedOnlyWhenSo()
{
    ExportWindow desk(3);
    QFile there(desk.file("there.csv"));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    QVERIFY(desk.open());
    auto* replace = desk.part<QCheckBox>("replace");
    QVERIFY(!replace->isVisible());
    desk.typePath(there.fileName());
    QVERIFY(replace->isVisible());
    QVERIFY(!desk.primary()->isEnabled());
    QTest::keyClick(desk.path(), Qt::Key_Return);
    QCOMPARE(contentOf(there.fileName()), QByteArray("mine"));
    QTest::mouseClick(replace, Qt::LeftButton, {}, {8, replace->height() / 2});
    QVERIFY(desk.primary()->isEnabled());
    // Said about this file, not about another one.
    desk.typePath(desk.file("other.csv"));
    desk.typePath(there.fileName());
    QVERIFY(!replace->isChecked());
    QTest::mouseClick(replace, Qt::LeftButton, {}, {8, replace->height() / 2});
    desk.press("primary");
    QTRY_VERIFY(desk.strip().title().contains(u"exported to"));
    QVERIFY(contentOf(there.fileName()).contains("# rows: 3"));
}

void TstExport::browsingNeverWaits()
{
    ExportWindow desk(3);
    QVERIFY(desk.open());
    desk.press("browse");
    auto* files = desk.page.exporter().dialog()->findChild<QFileDialog*>();
    QVERIFY(files && files->isVisible());
    QCOMPARE(files->acceptMode(), QFileDialog::AcceptSave);
    Q_EMIT files->fileSelected(desk.file("chosen.csv"));
    files->close();
    QCOMPARE(desk.path()->text(), desk.file("chosen.csv"));
}

void TstExport::itIsCancelled()
{
    ExportWindow desk(kManyRows);
    QVERIFY(desk.open());
    desk.typePath(desk.file("not.csv"));
    BusyLane gate(desk.store, AsyncStore::Lane::Scan);
    desk.press("primary");
    QVERIFY(desk.strip().isVisible());
    QVERIFY(!desk.page.exporter().button()->isEnabled());
    QVERIFY(!desk.page.exporter().button()->toolTip().isEmpty());
    // One at a time, also by the key.
    desk.page.exporter().open();
    QVERIFY(!desk.page.exporter().dialog());
    desk.press("exportCancel");
    QVERIFY(desk.strip().title().contains(u"cancelled"));
    gate.open();
    QVERIFY(desk.page.exporter().button()->isEnabled());
    QVERIFY(desk.exported("then.csv"));
    QVERIFY(!QFile::exists(desk.file("not.csv")));
}

// From then on a file stands there, whatever one clicks.
void TstExport::aFileOnItsWayIsNotCancelled()
{
    ExportWindow desk(20);
    QVERIFY(desk.open());
    desk.typePath(desk.file("there.csv"));
    std::unique_ptr<BusyLane> gate;
    auto* bar = desk.strip().findChild<QProgressBar*>();
    connect(bar, &QProgressBar::valueChanged, &desk.page, [&](int value) {
        if (value > 0 && value == bar->maximum() && !gate) // all rows are written
            gate = std::make_unique<BusyLane>(desk.store, AsyncStore::Lane::Scan);
    });
    desk.press("primary");
    QTRY_VERIFY2(desk.strip().text().contains(u"being put in its place"),
                 qPrintable(desk.strip().text()));
    QVERIFY(gate);
    auto* cancel = desk.part<QToolButton>("exportCancel");
    QVERIFY(cancel->isVisible() && !cancel->isEnabled());
    QVERIFY(cancel->toolTip().contains(u"taken back"));
    QCOMPARE(cancel->accessibleDescription(), cancel->toolTip());
    exportPicture(&desk.page, "export-finishing-light");
    desk.press("exportCancel");
    QVERIFY(!desk.strip().title().contains(u"cancelled"));
    gate->open();
    QTRY_VERIFY(desk.strip().title().contains(u"exported to"));
    QVERIFY(contentOf(desk.file("there.csv")).contains("# rows: 20"));
    // The next one may be cancelled again.
    QVERIFY(desk.open());
    desk.typePath(desk.file("next.csv"));
    BusyLane before(desk.store, AsyncStore::Lane::Scan);
    desk.press("primary");
    QVERIFY(cancel->isEnabled());
    QCOMPARE(cancel->toolTip(), QString());
    desk.press("exportCancel");
    QVERIFY(desk.strip().title().contains(u"cancelled"));
}

void TstExport::itGoesOnBehindTheLastRow()
{
    ExportWindow desk(kManyRows);
    QTRY_VERIFY(desk.page.table().isCountExact());
    QVERIFY(desk.open());
    desk.typePath(desk.file("again.csv"));
    // The first page is read between the gates; what is written of it comes behind the second.
    BusyLane first(desk.store, AsyncStore::Lane::Scan);
    desk.press("primary");
    BusyLane second(desk.store, AsyncStore::Lane::Scan);
    first.open();
    QTRY_VERIFY(desk.strip().text().contains(QStringLiteral("0 of 4")));
    exportPicture(&desk.page, "export-running-light");
    desk.db->execute("ALTER TABLE payment RENAME TO hidden");
    second.open();
    QTRY_VERIFY2(desk.strip().title().contains(u"stopped after 2"),
                 qPrintable(desk.strip().title()));
    QVERIFY(desk.part<QToolButton>("exportGoOn")->isVisible());
    QVERIFY(!QFile::exists(desk.file("again.csv")));
    exportPicture(&desk.page, "export-stopped-light");
    desk.db->execute("ALTER TABLE hidden RENAME TO payment");
    desk.press("exportGoOn");
    QTRY_VERIFY(desk.strip().title().contains(u"exported to"));
    const auto lines = contentOf(desk.file("again.csv")).split('\n');
    int rows = 0;
    for (const QByteArray& line : lines)
        rows += line.contains("ORD-") ? 1 : 0;
    QCOMPARE(rows, kManyRows);
    QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()).size(), lines.size());
}

void TstExport::anotherFileAfterOneThatFailed()
{
    ExportWindow desk(20);
    QTemporaryDir gone;
    QVERIFY(desk.open());
    desk.typePath(gone.filePath(QStringLiteral("lost.csv")));
    BusyLane gate(desk.store, AsyncStore::Lane::Scan);
    desk.press("primary");
    QVERIFY(gone.remove());
    gate.open();
    QTRY_VERIFY(desk.strip().title().contains(u"wasn't written"));
    QVERIFY2(desk.strip().text().contains(u"can't be written"), qPrintable(desk.strip().text()));
    exportPicture(&desk.page, "export-failed-light");
    // The same dialog with what was typed, and why beside it.
    desk.press("exportAnother");
    ExportDialog* dialog = desk.page.exporter().dialog();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    QVERIFY(desk.path()->text().endsWith(u"lost.csv"));
    QVERIFY(!desk.path()->accessibleDescription().isEmpty());
    desk.typePath(desk.file("found.csv"));
    QCOMPARE(desk.path()->accessibleDescription(), QString());
    desk.press("primary");
    QTRY_VERIFY(desk.strip().title().contains(u"exported to"));
    QVERIFY(contentOf(desk.file("found.csv")).contains("# rows: 20"));
}

void TstExport::theHashIsCopied()
{
    ExportWindow desk(5);
    QVERIFY(desk.exported("five.csv"));
    desk.press("exportCopyHash");
    const QByteArray hash = QGuiApplication::clipboard()->text().toLatin1();
    QCOMPARE(hash.size(), 64);
    QVERIFY(contentOf(desk.file("five.csv")).contains("# sha256: " + hash));
    QVERIFY(desk.strip().text().contains(QString::fromLatin1(hash.left(12))));
}

void TstExport::byKeysAlone()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 12);
    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store(db->address());
    Appearance appearance(ThemeMode::Light);
    QTemporaryDir folder;
    MainWindow window({store, clock, appearance, {}, {}, nullptr});
    window.show();
    window.start();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_COMPARE(window.payments().table().rowCount(), 12);
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    ExportDialog* dialog = window.payments().exporter().dialog();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    auto* path = dialog->findChild<QLineEdit*>(QStringLiteral("exportPath"));
    QVERIFY(path->hasFocus());
    QTest::keyClick(path, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(path, folder.filePath(QStringLiteral("keys.csv")));
    QTRY_VERIFY(dialog->findChild<QPushButton*>(QStringLiteral("primary"))->isEnabled());
    QTest::keyClick(path, Qt::Key_Return);
    QTRY_VERIFY(window.payments().exporter().strip()->title().contains(u"exported to"));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("keys.csv"))));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(window.payments().actions()->dialog());
}

void TstExport::timeIsEstimated()
{
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    QVERIFY(!timeLeft(milliseconds(500), 10, 10));
    QVERIFY(!timeLeft(milliseconds(5'000), 0, 10));
    QVERIFY(!timeLeft(milliseconds(5'000), 10, -1));
    QCOMPARE(timeLeft(milliseconds(5'000), 10, 20)->count(), qint64(10));
    QCOMPARE(timeLeft(milliseconds(5'000), 10, 0)->count(), qint64(0));
    QCOMPARE(timeLeftText(seconds(3)), QStringLiteral("less than 10 s left"));
    QCOMPARE(timeLeftText(seconds(35)), QStringLiteral("about 40 s left"));
    QCOMPARE(timeLeftText(seconds(121)), QStringLiteral("about 3 min left"));
}

void TstExport::everyControlHasAName()
{
    ExportWindow desk(5);
    QVERIFY(desk.exported("named.csv"));
    QVERIFY(desk.open());
    QFile::copy(desk.file("named.csv"), desk.file("there.csv"));
    desk.typePath(desk.file("there.csv"));
    int controls = 0;
    for (QWidget* root : {static_cast<QWidget*>(desk.page.exporter().dialog()),
                          static_cast<QWidget*>(&desk.strip())}) {
        for (auto* widget : root->findChildren<QWidget*>()) {
            const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) != 0;
            if (!takesKeys || !widget->isVisible() || qobject_cast<QLabel*>(widget))
                continue;
            auto* spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
            ++controls;
        }
    }
    QVERIFY2(controls >= 9, qPrintable(QString::number(controls)));
}

// No line of words is cut, in light, dark and mirrored.
void TstExport::looksRight()
{
    ExportWindow desk(37);
    const auto visit = [&](const char* dialogName, const char* pageName) {
        QVERIFY(desk.open());
        desk.typePath(desk.file("payments-20261121T121050Z.csv"));
        if (auto* replace = desk.part<QCheckBox>("replace"); replace->isVisible())
            replace->setChecked(true);
        QCoreApplication::sendPostedEvents();
        for (auto* label : desk.page.exporter().dialog()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->wordWrap())
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->text()));
        }
        exportPicture(desk.page.exporter().dialog(), dialogName);
        desk.press("primary");
        QTRY_VERIFY(desk.strip().title().contains(u"exported to"));
        exportPicture(&desk.page, pageName);
    };
    visit("export-light", "export-done-light");
    desk.appearance.setMode(ThemeMode::Dark);
    visit("export-dark", "export-done-dark");
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    visit("export-mirrored", "export-done-mirrored");
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

TIEOUT_REGISTER_TEST(TstExport)
#include "tst_export.moc"
