// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way of a payment, through real parts only: made in the window by an operator who logged
// in to PostgreSQL, decided by an engine in a process of its own, paid on a node, confirmed,
// reorganised away, back, exported, and compared with the database row by row.
#include "app/session.h"
#include "model/store/systemclock.h"
#include "tests/app/e2e/serverdesk.h"
#include "tests/support/testmain.h"
#include "ui/payments/actions/createpaymentdialog.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/export/exportstrip.h"
#include "ui/payments/export/paymentsexporter.h"
#include "ui/payments/paymentspage.h"
#include "ui/widgets/entrylist.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

namespace {

// Alice's desk: the program as it is, without its process.
struct AliceDesk
{
    explicit AliceDesk(const ServerDesk& server)
        : settings(folder.filePath(QStringLiteral("tieout.ini")), QSettings::IniFormat)
        , session(options(server), &settings, appearance, clock)
        , ended(&session, &Session::ended)
    {
        session.begin();
    }

    static ConsoleOptions options(const ServerDesk& server)
    {
        const DatabaseAddress address = server.addressOf(QStringLiteral("alice"));
        ConsoleOptions options;
        options.named = true;
        options.config = embeddedSandbox(address.url);
        options.config.database.password = address.password;
        return options;
    }

    bool isOpen() { return session.console() && session.console()->window().isVisible(); }
    MainWindow& window() { return session.console()->window(); }
    PaymentsPage& page() { return window().payments(); }

    // What the table says of a payment, exact: its delegate pads an amount to two places. Empty
    // when the payment isn't there.
    QString cell(const QString& payment, PaymentsTable::Column column)
    {
        PaymentsTable& table = page().table();
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.index(row, int(PaymentsTable::Column::Id)).data().toString() == payment)
                return table.index(row, int(column)).data().toString();
        }
        return {};
    }
    QString status(const QString& payment) { return cell(payment, PaymentsTable::Column::Status); }

    // Whether the detail beside the table shows these words.
    bool panelSays(const QString& words)
    {
        const auto* panel = page().findChild<QWidget*>(QStringLiteral("detail"));
        const auto parts = panel->findChildren<QWidget*>();
        return std::any_of(parts.begin(), parts.end(), [&](const QWidget* part) {
            return part->isVisible() && wordsOf(part).contains(words, Qt::CaseInsensitive);
        });
    }

    static QString wordsOf(const QWidget* part)
    {
        if (const auto* label = qobject_cast<const QLabel*>(part))
            return label->text();
        QString words = part->accessibleName();
        if (const auto* list = qobject_cast<const EntryList*>(part)) {
            for (size_t i = 0; i < list->entries().size(); ++i)
                words += u'\n' + list->plainText(i);
        }
        return words;
    }

    QTemporaryDir folder;
    SystemClock clock;
    QSettings settings;
    Appearance appearance{ThemeMode::Light};
    Session session;
    QSignalSpy ended;
};

void type(QWidget* parent, const char* field, const QString& text)
{
    auto* line = parent->findChild<QLineEdit*>(QLatin1String(field));
    QVERIFY2(line, field);
    QTest::mouseClick(line, Qt::LeftButton);
    line->clear();
    QTest::keyClicks(line, text);
}

// RFC 4180, with lines of comment before the column names.
QList<QStringList> rowsOfCsv(const QByteArray& text)
{
    QList<QStringList> rows;
    QStringList row;
    QByteArray cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '"' && quoted && i + 1 < text.size() && text.at(i + 1) == '"')
            cell += text.at(++i);
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == ',' || c == '\n')) {
            row.append(QString::fromUtf8(cell));
            cell.clear();
            if (c == '\n')
                rows.append(std::exchange(row, {}));
        } else if (quoted || c != '\r')
            cell += c;
    }
    return rows;
}

// What a spreadsheet would take for a formula is told apart by an apostrophe.
QString asText(const QString& cell)
{
    return !cell.isEmpty() && QStringLiteral("=+-@").contains(cell.front()) ? u'\'' + cell : cell;
}

} // namespace

class TstEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPaymentFromTheWindowToTheFile();

private:
    void logsIn();
    void createsAPayment();
    void seesItConfirm();
    void seesItReorganisedAway();
    void seesItComeBack();
    void exportsWhatTheDatabaseHolds();
    void compares(const QByteArray& file);
    void everythingStops();

    std::unique_ptr<ServerDesk> m_server;
    std::unique_ptr<AliceDesk> m_alice;
    QString m_payment;
    QString m_address; // where it is to be paid
    QString m_raw;     // the signed transaction that pays it
};

void TstEndToEnd::aPaymentFromTheWindowToTheFile()
{
    TIEOUT_REQUIRE_NODES();
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty()) {
        if (nodesRequired())
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    m_server = std::make_unique<ServerDesk>();
    m_alice = std::make_unique<AliceDesk>(*m_server);
    const std::initializer_list<void (TstEndToEnd::*)()> way{
        &TstEndToEnd::logsIn,
        &TstEndToEnd::createsAPayment,
        &TstEndToEnd::seesItConfirm,
        &TstEndToEnd::seesItReorganisedAway,
        &TstEndToEnd::seesItComeBack,
        &TstEndToEnd::exportsWhatTheDatabaseHolds,
        &TstEndToEnd::everythingStops,
    };
    for (const auto step : way) {
        (this->*step)();
        if (QTest::currentTestFailed())
            break;
    }
    m_alice.reset();
    m_server.reset();
}

void TstEndToEnd::logsIn()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->isOpen(), ServerDesk::kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->window().status().view(), ServerDesk::kPatience);
    const auto view = m_alice->window().status().view();
    QCOMPARE(view->environment, QStringLiteral("sandbox"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_alice->window().status().view()->rails.empty(),
                             ServerDesk::kPatience);
    // From the overview to the payments, by key.
    QVERIFY(QTest::qWaitForWindowActive(&m_alice->window()));
    QTest::keyClick(&m_alice->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(m_alice->page().isVisible());
    QCOMPARE(m_alice->page().table().rowCount(), 0);
}

void TstEndToEnd::createsAPayment()
{
    PaymentsPage& page = m_alice->page();
    auto* create = page.findChild<QToolButton*>(QStringLiteral("newPayment"));
    QVERIFY(create && create->isVisible());
    QTest::mouseClick(create, Qt::LeftButton);
    QPointer<CreatePaymentDialog> dialog =
        qobject_cast<CreatePaymentDialog*>(page.actions()->dialog());
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->terms(), ServerDesk::kPatience);
    type(dialog, "amount", QStringLiteral("25"));
    type(dialog, "order", QStringLiteral("E2E-1"));
    type(dialog, "customer", QStringLiteral("=HYPERLINK(\"x\"), \u00c5sa"));
    QSignalSpy created(dialog, &CreatePaymentDialog::created);
    auto* primary = dialog->findChild<QPushButton*>(QStringLiteral("primary"));
    QTRY_VERIFY(primary->isEnabled());
    QTest::keyClick(primary, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(created.count(), 1, ServerDesk::kPatience);
    m_payment = created.front().front().toString();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QWidget*>(QStringLiteral("place")),
                             ServerDesk::kPatience);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_alice->status(m_payment), QStringLiteral("Pending"), ServerDesk::kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(page.selection().current(), m_payment, ServerDesk::kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(page.record().detail(), ServerDesk::kPatience);
    const PaymentDetail& detail = *page.record().detail();
    QVERIFY(detail.bindings.front().isProved);
    m_address = detail.accountText(detail.bindings.front().account);
    // It is alice's, not the program's.
    QCOMPARE(
        m_server->row(QStringLiteral("SELECT actor FROM command WHERE kind = 'payment.create'")),
        QStringList{m_server->loginOf(QStringLiteral("alice"))});
}

void TstEndToEnd::seesItConfirm()
{
    m_raw = m_server->pay(m_address, 25 * ServerDesk::kUnit);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_alice->status(m_payment), QStringLiteral("Confirming"), ServerDesk::kPatience);
    QTRY_VERIFY(m_alice->panelSays(QStringLiteral("Confirming")));
    QCOMPARE(m_alice->cell(m_payment, PaymentsTable::Column::Received), QStringLiteral("25"));
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->panelSays(QStringLiteral("25.00\u00a0PUSD")),
                             ServerDesk::kPatience);
    m_server->node().mine(ServerDesk::kDepth - 1);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_alice->status(m_payment), QStringLiteral("Confirmed"), ServerDesk::kPatience);
    QTRY_VERIFY(m_alice->panelSays(QStringLiteral("Confirmed")));
}

void TstEndToEnd::seesItReorganisedAway()
{
    m_server->node().reorganise(ServerDesk::kDepth);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_alice->status(m_payment), QStringLiteral("Reorganised"), ServerDesk::kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_alice->cell(m_payment, PaymentsTable::Column::Received),
                              QStringLiteral("0"),
                              ServerDesk::kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->panelSays(QStringLiteral("Reorganised")),
                             ServerDesk::kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->panelSays(QStringLiteral("REORG-POST")),
                             ServerDesk::kPatience);
}

void TstEndToEnd::seesItComeBack()
{
    m_server->mineAgain(m_raw);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_alice->status(m_payment), QStringLiteral("Confirming"), ServerDesk::kPatience);
    m_server->node().mine(ServerDesk::kDepth - 1);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_alice->status(m_payment), QStringLiteral("Confirmed"), ServerDesk::kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->panelSays(QStringLiteral("Confirmed")),
                             ServerDesk::kPatience);
}

void TstEndToEnd::exportsWhatTheDatabaseHolds()
{
    // Beside it a few that others made, with texts that a spreadsheet would run.
    for (const char* customer : {"+1", "two\nlines", "a \"quoted\", comma", ""})
        m_server->run(QStringLiteral("alice"),
                      {QStringLiteral("payments"),
                       QStringLiteral("create"),
                       QStringLiteral("--corridor"),
                       QStringLiteral("pusd-lab"),
                       QStringLiteral("--amount"),
                       QStringLiteral("1234.567891"),
                       QStringLiteral("--customer"),
                       QString::fromLatin1(customer)});
    PaymentsPage& page = m_alice->page();
    page.table().refresh();
    QTRY_COMPARE_WITH_TIMEOUT(page.table().rowCount(), 5, ServerDesk::kPatience);
    QTest::mouseClick(page.exporter().button(), Qt::LeftButton);
    QPointer<ExportDialog> dialog = page.exporter().dialog();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const QString path = m_alice->folder.filePath(QStringLiteral("payments.csv"));
    type(dialog, "exportPath", path);
    auto* primary = dialog->findChild<QPushButton*>(QStringLiteral("primary"));
    QTRY_VERIFY_WITH_TIMEOUT(primary->isEnabled(), ServerDesk::kPatience);
    QTest::mouseClick(primary, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(
        page.exporter().strip()->title().contains(QStringLiteral("exported to payments.csv")),
        ServerDesk::kPatience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    compares(file.readAll());
}

void TstEndToEnd::compares(const QByteArray& file)
{
    // The header names the rows and the hash over all that follows it.
    QList<QStringList> rows = rowsOfCsv(file);
    qsizetype body = 0;
    QString about;
    while (!rows.isEmpty() &&
           QByteArray(file).mid(body).startsWith(body == 0 ? "\xef\xbb\xbf" : "") &&
           rows.front().front().contains(u'#')) {
        about += rows.takeFirst().join(u',') + u'\n';
        body = file.indexOf("\r\n", body) + 2;
    }
    const QByteArray hash =
        QCryptographicHash::hash(file.mid(body), QCryptographicHash::Sha256).toHex();
    QVERIFY2(about.contains(QString::fromLatin1(hash)), qPrintable(about));
    const QStringList names = rows.takeFirst();
    QCOMPARE(rows.size(), 5);
    QCOMPARE(m_server->row(QStringLiteral("SELECT count(*) FROM payment")).front(),
             QStringLiteral("5"));
    for (const QStringList& row : std::as_const(rows)) {
        const QString id = row.value(names.indexOf(QStringLiteral("payment")));
        const QStringList stored = m_server->row(
            QStringLiteral("SELECT status, order_reference, customer, symbol, corridor, labels,"
                           " trim_scale(due / power(10::numeric, decimals))::text,"
                           " trim_scale(received / power(10::numeric, decimals))::text,"
                           " created_at::text FROM payment WHERE id = '%1'")
                .arg(id));
        QCOMPARE(stored.size(), 9);
        int at = 0;
        for (const char* name : {"status",
                                 "order_reference",
                                 "customer",
                                 "symbol",
                                 "corridor",
                                 "labels",
                                 "due",
                                 "received"}) {
            const auto column = names.indexOf(QLatin1String(name));
            QVERIFY2(column >= 0, name);
            QCOMPARE(row.at(column), at < 6 ? asText(stored.at(at)) : stored.at(at));
            ++at;
        }
        const auto created = QDateTime::fromMSecsSinceEpoch(stored.at(8).toLongLong(), Qt::UTC);
        QCOMPARE(row.at(names.indexOf(QStringLiteral("created_at"))),
                 created.toString(Qt::ISODateWithMs));
    }
}

void TstEndToEnd::everythingStops()
{
    QVERIFY(m_server->engineHoldsTheLease());
    m_alice->window().close();
    QTRY_COMPARE_WITH_TIMEOUT(m_alice->ended.count(), 1, ServerDesk::kPatience);
    QCOMPARE(m_alice->ended.front().front().toInt(), 0);
    const QByteArray told = m_server->stopEngine();
    QVERIFY2(told.contains("engine.stopped"), told.constData());
    QVERIFY2(!told.contains(" error "), told.constData());
    QVERIFY(!m_server->engineHoldsTheLease());
}

TIEOUT_REGISTER_TEST(TstEndToEnd)
#include "tst_endtoend.moc"
