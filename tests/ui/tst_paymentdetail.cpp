// SPDX-License-Identifier: GPL-3.0-or-later
// The payment's detail over real payments on a chain that the test writes: money, open things and
// the timeline are told as they stand, and so is what is missing or old.
#include "tests/support/testmain.h"
#include "tests/ui/paneldesk.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/payments/detail/paycard.h"
#include "ui/payments/detail/paymentstory.h"
#include "ui/payments/detail/paymenttimeline.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/factgrid.h"

#include <QLabel>

using namespace tieout;
using namespace tieout::test;

namespace {

int placeOf(const std::vector<Entry>& entries, const char* start)
{
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].title.startsWith(QLatin1String(start)))
            return int(i);
    }
    return -1;
}

DetailRail railAt(qint64 head)
{
    DetailRail rail;
    rail.head = head;
    return rail;
}

DetailCase openCase(const char* code, int severity)
{
    DetailCase each;
    each.code = QString::fromLatin1(code);
    each.severity = severity;
    return each;
}

} // namespace

class TstPaymentDetail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitingForSourcesIsSaid();
    void theSeverestComesFirst();
    void backAndForthIsOneStory();
    void aReleaseTakesTheHoldBack();
    void statesAreSaid();
    void whatIsOldSaysSo();
    void outboxIsSaid();
    void pictures_data();
    void pictures();
};

void TstPaymentDetail::waitingForSourcesIsSaid()
{
    PaymentDetail detail;
    detail.rail = railAt(111);
    const ConfirmationRule plain{12};
    const ConfirmationRule two{12, FinalityMark::None, 2};
    QCOMPARE(confirmationText(detail, plain, 105), QStringLiteral("7/12"));
    QCOMPARE(confirmationText(detail, two, 105), QStringLiteral("7/12 · needs 2 sources"));
    QCOMPARE(confirmationText(detail, plain, 100), QStringLiteral("12/12"));
    QCOMPARE(confirmationText(detail, two, 100), QStringLiteral("12/12 · 1 of 2 sources"));
    detail.rail.agreeing = 2;
    QCOMPARE(confirmationText(detail, two, 100), QStringLiteral("12/12"));
    detail.rail.agreeing = 0; // fewer than the rail itself demands
    QCOMPARE(confirmationText(detail, plain, 100), QStringLiteral("12/12 · too few sources agree"));
    detail.rail.healthy = false;
    QCOMPARE(confirmationText(detail, two, 100), QStringLiteral("12/12 · rail paused"));
    detail.rail.frozen = true;
    QCOMPARE(confirmationText(detail, two, 100), QStringLiteral("12/12 · rail frozen"));
    detail.rail = railAt(111);
    const ConfirmationRule tag{0, FinalityMark::Finalized};
    QCOMPARE(confirmationText(detail, tag, 100), QStringLiteral("not yet: Finalized"));
    detail.rail.marks.finalized = 100;
    QCOMPARE(confirmationText(detail, tag, 100), QStringLiteral("Finalized"));
    QCOMPARE(confirmationText(detail, tag, 101), QStringLiteral("not yet: Finalized"));
    // Where it is looked at: the tracks, and the transfer.
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    desk.pay(id, "100");
    QVERIFY(desk.choose(id));
    desk.chain.store().execute("UPDATE rail_state SET head_number = 40, healthy = 1, agreeing = 1");
    desk.chain.store().execute("UPDATE payment SET required = 'depth:2 quorum 2', policy = '{}'");
    QVERIFY(desk.choose(id));
    QVERIFY2(desk.list("Money")->plainText(0).contains(u"2/2 · 1 of 2 sources"),
             qPrintable(desk.list("Money")->plainText(0)));
}

void TstPaymentDetail::theSeverestComesFirst()
{
    PaymentDetail detail;
    detail.holds.emplace_back();
    detail.cases = {openCase("LATE", 3), openCase("AMT-OVER", 2), openCase("REORG-POST", 1)};
    DetailCase over = openCase("SCREEN-HIT", 1);
    over.open = false;
    detail.cases.insert(detail.cases.begin(), over);
    QStringList titles;
    for (const Entry& entry : openThingsOf(detail))
        titles.append(entry.title);
    QCOMPARE(titles,
             QStringList({QStringLiteral("REORG-POST"),
                          QStringLiteral("Hold: Operator"),
                          QStringLiteral("AMT-OVER"),
                          QStringLiteral("LATE"),
                          QStringLiteral("SCREEN-HIT")}));
}

void TstPaymentDetail::backAndForthIsOneStory()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    desk.chain.confirm(2);
    const qint64 before = desk.chain.tip();
    desk.pay(id, "100");
    desk.chain.confirm();
    desk.chain.rewindTo(before);
    QVERIFY(desk.choose(id));
    auto* timeline = desk.list("Timeline (UTC)");
    const int away = placeOf(timeline->entries(), "Reorganised away");
    const int mined = placeOf(timeline->entries(), "Mined");
    QVERIFY(away >= 0 && mined > away);
    QCOMPARE(timeline->entries()[size_t(away)].undoes.value(), size_t(mined));
    QVERIFY(timeline->plainText(size_t(away)).contains(u"takes back: Mined"));
    QCOMPARE(timeline->entries()[size_t(away)].icon, QStringLiteral("rail"));
    const int recalled = placeOf(timeline->entries(), "Payment recalled");
    const int released = placeOf(timeline->entries(), "Payment released");
    QVERIFY(recalled >= 0 && released > recalled);
    QCOMPARE(timeline->entries()[size_t(recalled)].undoes.value(), size_t(released));
    QVERIFY(timeline->layOut().brackets.size() >= 2);
    QVERIFY(timeline->layOut().lanes >= 1);
    QCOMPARE(timeline->entries().back().source, QStringLiteral("Commerce")); // it was created
}

void TstPaymentDetail::aReleaseTakesTheHoldBack()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    const auto act = [&](const char* kind, QJsonObject payload) {
        payload.insert(QStringLiteral("payment"), id.text());
        payload.insert(QStringLiteral("expected_version"), desk.chain.payment(id).version);
        payload.insert(QStringLiteral("reason"), QStringLiteral("asked <b>the</b> customer"));
        const auto answer =
            desk.chain.run(QString::fromLatin1(kind), QStringLiteral("operator"), payload);
        if (answer.error)
            qWarning("%s", qPrintable(answer.error->reason + answer.error->detail));
        return answer.result;
    };
    const QString hold =
        act("payment.hold", {{QStringLiteral("cause"), QStringLiteral("operator")}})
            .value(u"hold")
            .toString();
    QVERIFY(!hold.isEmpty());
    desk.chain.passTime(Duration(60'000));
    act("payment.release", {{QStringLiteral("hold"), hold}});
    QVERIFY(desk.choose(id));
    const auto entries = timelineOf(desk.detail());
    const int opened = placeOf(entries, "Held");
    const int closed = placeOf(entries, "Hold released");
    QVERIFY(closed >= 0 && opened > closed);
    QCOMPARE(entries[size_t(closed)].undoes.value(), size_t(opened));
    QCOMPARE(entries[size_t(opened)].source, QStringLiteral("Person"));
    QVERIFY(entries[size_t(opened)].lines.front().text.startsWith(u"by "));
    // What the hold tells, no event tells again.
    QCOMPARE(std::ranges::count_if(
                 entries, [](const Entry& each) { return each.title.startsWith(u"Held"); }),
             1);
}

void TstPaymentDetail::statesAreSaid()
{
    PanelDesk desk;
    const auto says = [&](const char* words) {
        for (const auto* label : desk.panel->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QLatin1String(words)))
                return true;
        }
        return false;
    };
    QVERIFY(says("No payment chosen"));
    picture(desk.panel, QStringLiteral("empty"));
    desk.record.show(QStringLiteral("pay_01GONE00000000000000000000"));
    QTRY_VERIFY(says("This payment is gone"));
    picture(desk.panel, QStringLiteral("gone"));
    QVERIFY(desk.find<QToolButton>("retryPayment")->isVisible());

    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    desk.chain.store().execute("ALTER TABLE merchant RENAME TO hidden");
    desk.record.show(id.text());
    QTRY_VERIFY(says("The payment can't be read"));
    desk.chain.store().execute("ALTER TABLE hidden RENAME TO merchant");
    desk.click("retryPayment");
    QTRY_VERIFY(desk.record.detail());
    QVERIFY(!says("can't be read"));
    QVERIFY(says("To be read only"));
    desk.panel->placeActions(new QWidget);
    QVERIFY(!says("To be read only"));
}

void TstPaymentDetail::whatIsOldSaysSo()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    QVERIFY(desk.choose(id));
    auto* words = desk.find<Callout>("staleWords");
    QVERIFY(!words->isVisible());
    desk.chain.store().execute("ALTER TABLE merchant RENAME TO hidden");
    desk.record.reload();
    QTRY_VERIFY(words->isVisible());
    QVERIFY(desk.record.detail());
    desk.chain.store().execute("ALTER TABLE hidden RENAME TO merchant");
    desk.click("retryStale");
    QTRY_VERIFY(!words->isVisible());

    // A payment that is gone isn't kept on the screen.
    desk.record.show(QString());
    QVERIFY(desk.choose(id));
    desk.chain.store().execute("PRAGMA foreign_keys = off; UPDATE payment SET id = 'pay_other'");
    desk.record.reload();
    QTRY_VERIFY(!desk.record.detail());
    QVERIFY(desk.find<QToolButton>("retryPayment")->isVisible());
}

void TstPaymentDetail::outboxIsSaid()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    QVERIFY(desk.choose(id));
    const auto* facts = desk.panel->findChild<FactGrid*>();
    QCOMPARE(facts->value(QStringLiteral("Delivery")), QString());
    desk.chain.store().execute("INSERT INTO outbox_due (event_id, endpoint, due_at, attempt)"
                               " SELECT id, e, 1, 3 FROM event CROSS JOIN"
                               " (SELECT 'a' AS e UNION SELECT 'b') WHERE subject = '" +
                               id.text().toLatin1() + "'");
    QVERIFY(desk.choose(id));
    QCOMPARE(facts->value(QStringLiteral("Delivery")),
             QStringLiteral("Events waiting: 1 · attempts: 3"));
}

void TstPaymentDetail::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("width");
    for (const bool dark : {false, true}) {
        for (const int width : {430, 560})
            QTest::addRow("%s %d", dark ? "dark" : "light", width) << dark << width;
    }
}

// Nothing is cut off at any width; and pictures, when somebody wants to look at them.
void TstPaymentDetail::pictures()
{
    QFETCH(bool, dark);
    QFETCH(int, width);
    PanelDesk desk(dark ? ThemeMode::Dark : ThemeMode::Light, width);
    ActionDesk& chain = desk.chain;
    chain.store().execute("UPDATE rail SET explorer = 'https://explorer.example.com/tx/{tx}'");
    const auto shot = [&](const char* name, const PaymentId& id) {
        const bool chosen = desk.choose(id);
        desk.wholePicture(
            QStringLiteral("%1-%2-%3")
                .arg(QLatin1String(name), dark ? QStringLiteral("dark") : QStringLiteral("light"))
                .arg(width));
        for (const auto* label : desk.panel->findChildren<QLabel*>()) {
            if (label->isVisible() && !label->wordWrap() &&
                label->sizeHint().width() > label->width() + 1)
                qWarning("cut off: %s", qPrintable(label->text()));
        }
        return chosen;
    };
    const PaymentId waiting = chain.create(QStringLiteral("100"));
    QVERIFY(shot("waiting", waiting));
    desk.panel->findChild<PayCard*>()->toggle();
    QVERIFY(shot("waiting-grown", waiting));
    const PaymentId exact = chain.create(QStringLiteral("12345.678901"));
    desk.pay(exact, "12345.678901");
    chain.confirm(3);
    QVERIFY(shot("confirming", exact));
    chain.confirm(6);
    QVERIFY(shot("exact", exact));
    const PaymentId over = chain.create(QStringLiteral("100"));
    desk.pay(over, "140");
    chain.confirm();
    QVERIFY(shot("overpaid", over));
    const PaymentId back = chain.create(QStringLiteral("100"));
    chain.confirm(1);
    const qint64 before = chain.tip();
    desk.pay(back, "100");
    chain.confirm();
    chain.rewindTo(before);
    QVERIFY(shot("reorganised", back));
    const auto held = chain.run(
        QStringLiteral("payment.hold"),
        QStringLiteral("operator"),
        {{QStringLiteral("payment"), back.text()},
         {QStringLiteral("expected_version"), chain.payment(back).version},
         {QStringLiteral("cause"), QStringLiteral("operator")},
         {QStringLiteral("reason"),
          QStringLiteral("The customer wrote that <b>another</b> wallet paid; waiting for the "
                         "answer of support before anything is sent back to anyone.")}});
    QVERIFY(!held.error);
    QVERIFY(shot("held", back));
    desk.panel->toggleRaw();
    QTest::keyClicks(desk.find<QLineEdit>("rawSearch"), QStringLiteral("usdt"));
    QVERIFY(shot("raw", back));
}

TIEOUT_REGISTER_TEST(TstPaymentDetail)
#include "tst_paymentdetail.moc"
