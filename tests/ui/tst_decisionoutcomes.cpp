// SPDX-License-Identifier: GPL-3.0-or-later
// Each decision through each of its ends, with real clicks over a real database: it waits and is
// taken back, expires, is refused, and is done; what was typed is kept, the row of the queue says
// what is being decided, and the payment is what the engine said, never what was asked for.
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "tests/support/testmain.h"
#include "tests/ui/deciderdesk.h"
#include "ui/payments/actions/linktransferdialog.h"
#include "ui/payments/actions/resolvecasedialog.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/queueview.h"

#include <QRadioButton>
#include <QTreeWidget>

namespace tieout::test {

namespace {

using Column = PaymentsTable::Column;

const QString kOutcomeCorridor = QStringLiteral("usdt-memo");

// The clock of the database as if so much more time had passed.
void shiftDatabaseClock(ActionDesk& engine, qint64 ms)
{
    const QByteArray more = QByteArray::number(ms);
    if (engine.store().dialect() == Dialect::Sqlite)
        engine.store().execute(
            "DROP VIEW db_clock; CREATE VIEW db_clock AS SELECT"
            " CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) + " +
            more + " AS ms");
    else
        engine.store().execute("CREATE OR REPLACE FUNCTION tieout.now_ms() RETURNS bigint"
                               " LANGUAGE sql VOLATILE BEGIN ATOMIC SELECT"
                               " (extract(epoch FROM clock_timestamp()) * 1000)::bigint + " +
                               more + "; END");
}

void holdAs(ActionDesk& engine, const PaymentId& id, const char* cause)
{
    const HoldPaymentPayload held{id,
                                  engine.payment(id).version,
                                  QString::fromLatin1(cause),
                                  QStringLiteral("wait for the bank")};
    const auto answer =
        engine.run(kinds::kPaymentHold.toString(), QString::fromLatin1(cause), held.toJson());
    if (answer.error)
        qFatal("hold: %s", qPrintable(answer.error->reason));
}

// A payment that the action may be asked for.
PaymentId prepared(ActionDesk& engine, const QByteArray& action)
{
    const bool links = action == "linkTransfer";
    const PaymentId id = engine.create(QStringLiteral("100"),
                                       links ? kOutcomeCorridor : QStringLiteral("usdt-test"));
    if (links)
        engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    if (action == "release")
        holdAs(engine, id, "operator");
    if (action == "resolveCase") {
        engine.mine({{engine.binding(id).account, QStringLiteral("60"), {}}});
        engine.confirm();
    }
    engine.passTime(std::chrono::seconds(1));
    return id;
}

bool chooseTransfer(DecisionDialog* dialog)
{
    auto* list = dialog->findChild<QTreeWidget*>();
    if (!QTest::qWaitFor([&] { return list->topLevelItemCount() == 1; }))
        return false;
    const QRect row = list->visualItemRect(list->topLevelItem(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    return true;
}

bool filled(DecisionDialog* dialog, const QByteArray& action)
{
    if (action == "newPayment") {
        if (!QTest::qWaitFor([&] { return primaryOf(dialog)->isEnabled(); }))
            return false;
        type(dialog, "amount", "250.5");
        type(dialog, "order", "ORD-77");
        return true;
    }
    if (action == "linkTransfer" && !chooseTransfer(dialog))
        return false;
    if (action == "resolveCase") {
        auto* accept = dialog->findChild<QRadioButton*>(QStringLiteral("accept"));
        QTest::mouseClick(accept, Qt::LeftButton, {}, {12, accept->height() / 2});
    }
    if (action == "reissue")
        type(dialog, "expiry", "30m");
    type(dialog, "reason", "a story that nobody types twice");
    return true;
}

QStringList typedIn(DecisionDialog* dialog)
{
    QStringList typed;
    for (const auto* line : dialog->findChildren<QLineEdit*>())
        typed.append(line->text());
    return typed;
}

// Somebody else is first, or a rule says no.
void spoil(ActionDesk& engine, const QByteArray& action, const PaymentId& id)
{
    if (action == "newPayment")
        engine.store().execute("UPDATE merchant_corridor SET corridor = 'off-' || corridor");
    else if (action == "resolveCase")
        engine.store().execute("UPDATE exception_case SET version = version + 1");
    else
        holdAs(engine, id, "finance");
}

const char* refusalOf(const QByteArray& action)
{
    return action == "newPayment"    ? "corridor_not_enabled"
           : action == "resolveCase" ? "case_changed"
                                     : "payment_changed";
}

struct OutcomeDesk
{
    OutcomeDesk(ActionDesk& engineDesk, QByteArray name)
        : engine(engineDesk)
        , action(std::move(name))
        , id(prepared(engineDesk, action))
        , desk(engineDesk)
    {}

    QModelIndex status()
    {
        return desk.page.table().index(desk.page.table().loadedRowOf(id.text()), 0);
    }
    QString note() { return status().data(NoteRole).toString(); }
    bool isAboutIt() const { return action != "newPayment"; }

    // The state that the database has is what the queue shows.
    bool rowSaysSo()
    {
        return status().data(RecordRole).value<QueueRow>().status ==
               fromText<PaymentStatus>(engine.status(id)).value_or(PaymentStatus::Refunded);
    }

    // Light and dark.
    void pictures(QWidget* widget, const char* state)
    {
        QCoreApplication::sendPostedEvents();
        const QString name = QLatin1String(action) + u'-' + QLatin1String(state);
        picture(widget, name + QStringLiteral("-light"));
        desk.appearance.setMode(ThemeMode::Dark);
        picture(widget, name + QStringLiteral("-dark"));
        desk.appearance.setMode(ThemeMode::Light);
    }

    ActionDesk& engine;
    QByteArray action;
    PaymentId id;
    DeciderDesk desk;
};

} // namespace

class TstDecisionOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOutcome_data();
    void everyOutcome();
    void theRowSaysWhatIsBeingDecided();
    void whoMayNothingIsToldWhy();
    void theAmountThatIsRefusedCantBeCreated();
    void theTransferIsShownForComparing();

private:
    void waitsAndIsTakenBack(OutcomeDesk& d, DecisionDialog* dialog);
    void expires(OutcomeDesk& d, DecisionDialog* dialog);
    void isRefused(OutcomeDesk& d, DecisionDialog* dialog);
};

void TstDecisionOutcomes::everyOutcome_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QByteArray>("action");
    for (const char* action : {"newPayment",
                               "cancelPayment",
                               "reissue",
                               "linkTransfer",
                               "hold",
                               "release",
                               "resolveCase"})
        QTest::addRow("%s SQLite", action) << Dialect::Sqlite << QByteArray(action);
    for (const char* action : {"newPayment", "linkTransfer", "release"})
        QTest::addRow("%s PostgreSQL", action) << Dialect::PostgreSql << QByteArray(action);
}

void TstDecisionOutcomes::everyOutcome()
{
    QFETCH(QByteArray, action);
    TIEOUT_ACTION_DESK(engine);
    OutcomeDesk d(engine, action);
    QVERIFY(d.desk.choose(d.id));
    DecisionDialog* dialog = d.desk.open(action.constData());
    QVERIFY(dialog);
    QVERIFY(filled(dialog, action));
    d.pictures(dialog, "filled");
    waitsAndIsTakenBack(d, dialog);
    if (!QTest::currentTestFailed())
        expires(d, dialog);
    if (!QTest::currentTestFailed())
        isRefused(d, dialog);
    if (QTest::currentTestFailed())
        return;
    // And done, by the same dialog.
    if (action == "newPayment")
        engine.store().execute("UPDATE merchant_corridor SET corridor = substr(corridor, 5)");
    if (action == "linkTransfer")
        QVERIFY(chooseTransfer(dialog));
    QTRY_VERIFY2(primaryOf(dialog)->isEnabled(), qPrintable(primaryOf(dialog)->toolTip()));
    pressPrimary(dialog);
    QVERIFY(d.desk.decided());
    if (d.isAboutIt())
        QTRY_VERIFY(!d.desk.page.actions()->dialog());
    else
        QTRY_VERIFY(dialog->findChild<FactGrid*>(QStringLiteral("place")));
    d.desk.page.noteChanged({});
    QTRY_VERIFY(d.rowSaysSo());
    QTRY_VERIFY(d.note().isEmpty());
}

void TstDecisionOutcomes::waitsAndIsTakenBack(OutcomeDesk& d, DecisionDialog* dialog)
{
    const QStringList typed = typedIn(dialog);
    const QString before = d.engine.status(d.id);
    QVERIFY(d.note().isEmpty());
    pressPrimary(dialog);
    QCOMPARE(dialog->strip().text(), QStringLiteral("Deciding…"));
    if (d.isAboutIt())
        QCOMPARE(d.note(), QStringLiteral("deciding…"));
    QTRY_VERIFY(dialog->strip().text().startsWith(QStringLiteral("Waiting for the engine since")));
    QVERIFY(dialog->strip().text().contains(QStringLiteral("Nothing has been changed")));
    if (d.isAboutIt()) {
        QTRY_VERIFY2(d.note().startsWith(QStringLiteral("waiting since ")), qPrintable(d.note()));
        QVERIFY(d.status().data(Qt::AccessibleTextRole).toString().contains(u"Waiting for the"));
        QVERIFY(d.rowSaysSo());
    }
    auto* back = dialog->findChild<QToolButton*>(QStringLiteral("decisionButton"));
    QVERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QTRY_COMPARE(dialog->strip().text(), sentence("command_cancelled"));
    QCOMPARE(typedIn(dialog), typed);
    QTRY_VERIFY(d.note().isEmpty());
    QCOMPARE(d.engine.step().done, 0);
    QCOMPARE(d.engine.status(d.id), before);
}

void TstDecisionOutcomes::expires(OutcomeDesk& d, DecisionDialog* dialog)
{
    const QStringList typed = typedIn(dialog);
    const QString before = d.engine.status(d.id);
    QVERIFY2(primaryOf(dialog)->isEnabled(), qPrintable(primaryOf(dialog)->toolTip()));
    pressPrimary(dialog);
    QTRY_VERIFY(dialog->strip().text().startsWith(QStringLiteral("Waiting for the engine since")));
    shiftDatabaseClock(d.engine, 61'000);
    QTRY_COMPARE(dialog->strip().text(), sentence("command_expired"));
    QCOMPARE(typedIn(dialog), typed);
    QTRY_VERIFY(d.note().isEmpty());
    // The engine comes too late, and leaves it alone.
    QCOMPARE(d.engine.step().done, 0);
    shiftDatabaseClock(d.engine, 0);
    QCOMPARE(d.engine.step().done, 0);
    QCOMPARE(d.engine.status(d.id), before);
}

void TstDecisionOutcomes::isRefused(OutcomeDesk& d, DecisionDialog* dialog)
{
    const QStringList typed = typedIn(dialog);
    spoil(d.engine, d.action, d.id);
    const QString before = d.engine.status(d.id);
    pressPrimary(dialog);
    QVERIFY(d.desk.isRefused());
    QTRY_VERIFY2(dialog->strip().text().startsWith(sentence(refusalOf(d.action))),
                 qPrintable(dialog->strip().text()));
    d.pictures(dialog, "refused");
    QCOMPARE(typedIn(dialog), typed);
    QTRY_VERIFY(d.note().isEmpty());
    QCOMPARE(d.engine.status(d.id), before);
    if (!d.isAboutIt())
        return;
    // The next attempt is about the payment as it is now.
    const auto& options = d.desk.page.actions()->options().options();
    QTRY_VERIFY(options && options->version == d.engine.payment(d.id).version);
    if (d.action == "resolveCase")
        QTRY_VERIFY(options->openCases.front().row.version == 2);
}

// Painted beside the status, which stays what it is; also in a narrow column and mirrored.
void TstDecisionOutcomes::theRowSaysWhatIsBeingDecided()
{
    ActionDesk engine(Dialect::Sqlite);
    engine.create(QStringLiteral("40"));
    OutcomeDesk d(engine, "hold");
    QVERIFY(d.desk.choose(d.id));
    const auto cell = [&] {
        QueueView& view = d.desk.page.view();
        return view.viewport()->grab(view.visualRect(d.status())).toImage();
    };
    const QImage before = cell();
    const QSize other = cell().size();
    DecisionDialog* dialog = d.desk.open("hold");
    QVERIFY(dialog && filled(dialog, "hold"));
    pressPrimary(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(d.note(), QStringLiteral("deciding…"));
    QCOMPARE(d.status().data().toString(), QStringLiteral("Pending"));
    QCOMPARE(d.status().data(CopyRole).toString(), QStringLiteral("Pending"));
    QVERIFY(d.status().data(Qt::ToolTipRole).toString().contains(u"Hold the payment: Deciding"));
    QVERIFY(cell() != before);
    QTRY_VERIFY(d.note().startsWith(QStringLiteral("waiting since ")));
    d.pictures(&d.desk.page, "queue");
    QVERIFY(d.desk.decided());
    QTRY_VERIFY(d.note().isEmpty());
    QCOMPARE(cell().size(), other);
}

void TstDecisionOutcomes::whoMayNothingIsToldWhy()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine, {QStringLiteral("auditor")});
    QVERIFY(desk.choose(id));
    QTRY_VERIFY(!desk.button("newPayment")->isEnabled());
    for (const char* name : {"newPayment", "cancelPayment", "reissue", "hold", "linkTransfer"}) {
        QVERIFY2(!desk.button(name)->isEnabled(), name);
        QCOMPARE(desk.button(name)->toolTip(), sentence("class_may_not_submit"));
        QCOMPARE(desk.button(name)->accessibleDescription(), sentence("class_may_not_submit"));
    }
    for (const char* name : {"release", "resolveCase"}) {
        QVERIFY2(!desk.button(name)->isEnabled(), name);
        QVERIFY2(!desk.button(name)->toolTip().isEmpty(), name);
    }
    // What is there may be looked at and taken along.
    QVERIFY(desk.button("export")->isEnabled());
}

void TstDecisionOutcomes::theAmountThatIsRefusedCantBeCreated()
{
    ActionDesk engine(Dialect::Sqlite);
    DeciderDesk desk(engine);
    DecisionDialog* dialog = desk.open("newPayment");
    QVERIFY(dialog);
    QTRY_VERIFY(primaryOf(dialog)->isEnabled());
    const auto offSays = [&](const char* field, const char* typed) {
        type(dialog, field, typed);
        return primaryOf(dialog)->isEnabled() ? QString() : primaryOf(dialog)->toolTip();
    };
    QCOMPARE(offSays("amount", "12.3456789"), sentence("amount_precision"));
    QCOMPARE(primaryOf(dialog)->accessibleDescription(), sentence("amount_precision"));
    QCoreApplication::sendPostedEvents();
    picture(dialog, QStringLiteral("create-refused-light"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(!dialog->isDeciding());
    QCOMPARE(offSays("amount", "12.5"), QString());
    QCOMPARE(offSays("expiry", "soon"), sentence("duration_malformed"));
    QCOMPARE(offSays("expiry", ""), QString());
    QCOMPARE(offSays("order", qPrintable(QString(201, u'o'))), sentence("text_too_long"));
    QCOMPARE(offSays("order", "A-1"), QString());
}

void TstDecisionOutcomes::theTransferIsShownForComparing()
{
    ActionDesk engine(Dialect::Sqlite);
    OutcomeDesk d(engine, "linkTransfer");
    QVERIFY(d.desk.choose(d.id));
    DecisionDialog* dialog = d.desk.open("linkTransfer");
    QVERIFY(dialog && chooseTransfer(dialog));
    const auto* facts = dialog->findChild<FactGrid*>(QStringLiteral("transfer"));
    const QString to = facts->value(QStringLiteral("To"));
    QVERIFY2(to.startsWith(QStringLiteral("0x ")), qPrintable(to));
    const QStringList groups = to.mid(3).split(u' ');
    QCOMPARE(groups.size(), 10);
    for (const QString& group : groups)
        QCOMPARE(group.size(), 4);
    QCOMPARE(facts->value(QStringLiteral("Transaction")).size(), 66);
    d.pictures(dialog, "chosen");
}

TIEOUT_REGISTER_TEST(TstDecisionOutcomes)

} // namespace tieout::test

#include "tst_decisionoutcomes.moc"
