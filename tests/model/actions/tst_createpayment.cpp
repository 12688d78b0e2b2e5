// SPDX-License-Identifier: GPL-3.0-or-later
// A payment's begin: its terms, its place to pay to, its refusals, and what happens when many are
// asked for at once.
#include "model/actions/createpayment.h"
#include "model/actions/paymentreference.h"
#include "model/store/corridors.h"
#include "model/store/statement.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace tieout::test {

class TstCreatePayment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void depositAddress_data() { TestDatabase::addDialectRows(); }
    void depositAddress();
    void sharedAddress_data() { TestDatabase::addDialectRows(); }
    void sharedAddress();
    void refusals_data() { TestDatabase::addDialectRows(); }
    void refusals();
    void merchants_data() { TestDatabase::addDialectRows(); }
    void merchants();
    void sameKeyTwice_data() { TestDatabase::addDialectRows(); }
    void sameKeyTwice();
    void neverBeyondTheWatcher_data() { TestDatabase::addDialectRows(); }
    void neverBeyondTheWatcher();
    void wrongWatchedAddress_data() { TestDatabase::addDialectRows(); }
    void wrongWatchedAddress();
    void manyAtOnce_data() { TestDatabase::addDialectRows(); }
    void manyAtOnce();
    void rolledBack_data() { TestDatabase::addDialectRows(); }
    void rolledBack();
    void references();
};

namespace {

CreatePaymentPayload wish(const QString& amount,
                          const QString& corridor = QStringLiteral("usdt-test"))
{
    CreatePaymentPayload payload;
    payload.corridor = corridor;
    payload.amount = amount;
    payload.orderReference = QStringLiteral("A-17");
    payload.customer = QStringLiteral("customer-9");
    return payload;
}

Result<QJsonObject> createNow(ActionDesk& desk, const CreatePaymentPayload& payload)
{
    return desk.inEngine([&] { return createPayment(desk.db(), payload, desk.context()); });
}

} // namespace

void TstCreatePayment::depositAddress()
{
    TIEOUT_ACTION_DESK(desk);
    const auto answer = createNow(desk, wish(QStringLiteral("100.5")));
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"address").toString(), ActionDesk::addressAt(0).toText());
    QCOMPARE(answer->value(u"reference").toString(), QString());
    QCOMPARE(answer->value(u"amount").toString(), QStringLiteral("100.5"));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("pending"));
    QVERIFY(answer->value(u"created").toBool());
    const auto id = PaymentId::trusted(answer->value(u"payment").toString());
    const PaymentRow row = desk.payment(id);
    QCOMPARE(row.policy.due.toText(), QStringLiteral("100.5"));
    QCOMPARE(row.expiresAt, desk.clock().now() + std::chrono::hours(1));
    QCOMPARE(row.topUpUntil, row.expiresAt + std::chrono::hours(1));
    QCOMPARE(row.projection.remaining, row.policy.due);
    QCOMPARE(row.customer, QStringLiteral("customer-9"));
    QVERIFY(!row.correlationId.isEmpty());
    const BindingRow binding = desk.binding(id);
    QCOMPARE(binding.position, std::optional<qint64>(0));
    const auto events = desk.events(id.text());
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events.front().type, EventType::PaymentCreated);
    QCOMPARE(events.front().correlationId, row.correlationId);
    QCOMPARE(desk.journal(id.text()), QStringList{QStringLiteral("payment.create")});
    const auto second = createNow(desk, wish(QStringLiteral("7")));
    QCOMPARE(second->value(u"address").toString(), ActionDesk::addressAt(1).toText());
}

void TstCreatePayment::sharedAddress()
{
    TIEOUT_ACTION_DESK(desk);
    const auto memo = QStringLiteral("usdt-memo");
    const auto first = createNow(desk, wish(QStringLiteral("10"), memo));
    const auto second = createNow(desk, wish(QStringLiteral("10"), memo));
    QVERIFY2(first && second, qPrintable(reasonOf(first)));
    QCOMPARE(first->value(u"address").toString(), second->value(u"address").toString());
    const QString reference = first->value(u"reference").toString();
    QVERIFY(isReference(reference));
    QVERIFY(reference != second->value(u"reference").toString());
}

void TstCreatePayment::refusals()
{
    TIEOUT_ACTION_DESK(desk);
    const auto reasonFor = [&](const CreatePaymentPayload& payload) {
        return reasonOf(createNow(desk, payload));
    };
    QCOMPARE(reasonFor(wish(QStringLiteral("100.1234567"))), QStringLiteral("amount_precision"));
    QCOMPARE(reasonFor(wish(QStringLiteral("0.5"))), QStringLiteral("amount_below_minimum"));
    QCOMPARE(reasonFor(wish(QString(39, u'9'))), QStringLiteral("amount_range"));
    QCOMPARE(reasonFor(wish(QStringLiteral("5"), QStringLiteral("dai"))),
             QStringLiteral("corridor_unknown"));
    CreatePaymentPayload stranger = wish(QStringLiteral("5"));
    stranger.merchant = QStringLiteral("nobody");
    QCOMPARE(reasonFor(stranger), QStringLiteral("merchant_unknown"));
    const auto suspended = desk.run(QStringLiteral("corridor.apply"),
                                    QStringLiteral("treasury"),
                                    ActionDesk::corridor(2, QStringLiteral("suspended")));
    QVERIFY(!suspended.error);
    QCOMPARE(reasonFor(wish(QStringLiteral("5"))), QStringLiteral("corridor_suspended"));
    Statement count(desk.db(), u"SELECT count(*) FROM payment");
    QVERIFY(count.next());
    QCOMPARE(count.integer(0), 0);
}

void TstCreatePayment::merchants()
{
    TIEOUT_ACTION_DESK(desk);
    const MerchantRow other{MerchantId::make(desk.clock().now()), QStringLiteral("other")};
    QVERIFY(desk.inEngine([&] { return insertMerchant(desk.db(), other, desk.clock().now()); }));
    CreatePaymentPayload payload = wish(QStringLiteral("5"));
    QCOMPARE(reasonOf(createNow(desk, payload)), QStringLiteral("merchant_needed"));
    payload.merchant = QStringLiteral("other");
    QCOMPARE(reasonOf(createNow(desk, payload)), QStringLiteral("corridor_not_enabled"));
    QVERIFY(desk.inEngine(
        [&] { return enableCorridor(desk.db(), other.id, QStringLiteral("usdt-test")); }));
    const auto answer = createNow(desk, payload);
    QVERIFY(answer);
    QCOMPARE(answer->value(u"merchant").toString(), other.id.text());
}

void TstCreatePayment::sameKeyTwice()
{
    TIEOUT_ACTION_DESK(desk);
    CreatePaymentPayload payload = wish(QStringLiteral("5"));
    payload.idempotencyKey = QStringLiteral("k-1");
    const auto first = createNow(desk, payload);
    desk.passTime(std::chrono::minutes(3));
    const auto again = createNow(desk, payload);
    QVERIFY(first && again);
    QCOMPARE(again->value(u"payment"), first->value(u"payment"));
    QCOMPARE(again->value(u"address"), first->value(u"address"));
    QCOMPARE(again->value(u"created").toBool(), false);
    const auto id = PaymentId::trusted(first->value(u"payment").toString());
    QCOMPARE(desk.payment(id).version, 1);
    for (const auto& change : std::vector<std::function<void(CreatePaymentPayload&)>>{
             [](auto& p) { p.amount = QStringLiteral("6"); },
             [](auto& p) { p.orderReference = QStringLiteral("A-18"); },
             [](auto& p) { p.customer.clear(); },
             [](auto& p) { p.corridor = QStringLiteral("usdt-memo"); },
             [](auto& p) { p.expiresIn = std::chrono::minutes(5); }}) {
        CreatePaymentPayload other = payload;
        change(other);
        QCOMPARE(reasonOf(createNow(desk, other)), QStringLiteral("idempotency_key_reused"));
    }
    CreatePaymentPayload sameAmount = payload;
    sameAmount.amount = QStringLiteral("5.000");
    QVERIFY(createNow(desk, sameAmount));
}

void TstCreatePayment::neverBeyondTheWatcher()
{
    TIEOUT_ACTION_DESK(desk, 2);
    QVERIFY(createNow(desk, wish(QStringLiteral("5"))));
    QVERIFY(createNow(desk, wish(QStringLiteral("5"))));
    const auto third = createNow(desk, wish(QStringLiteral("5")));
    QCOMPARE(reasonOf(third), QStringLiteral("addresses_exhausted"));
    QCOMPARE(third.error().code, ErrorCode::Unavailable);
    desk.acknowledge(2, 1);
    const auto answer = createNow(desk, wish(QStringLiteral("5")));
    QVERIFY(answer);
    QCOMPARE(answer->value(u"address").toString(), ActionDesk::addressAt(2).toText());
}

void TstCreatePayment::wrongWatchedAddress()
{
    TIEOUT_ACTION_DESK(desk, 1);
    QVERIFY(createNow(desk, wish(QStringLiteral("5"))));
    const DepositAddressRow wrong{Account::of(ActionDesk::addressAt(7).bytes()), 1, 1};
    QVERIFY(desk.inEngine([&] { return acknowledgeAddresses(desk.db(), 1, {wrong}); }));
    const auto answer = createNow(desk, wish(QStringLiteral("5")));
    QCOMPARE(reasonOf(answer), QStringLiteral("address_mismatch"));
    QCOMPARE(answer.error().code, ErrorCode::Corrupt);
}

// Two connections ask at once: every index is handed out, none twice.
void TstCreatePayment::manyAtOnce()
{
    constexpr int kEach = 20;
    TIEOUT_ACTION_DESK(desk, 2 * kEach);
    const auto context = desk.context();
    const auto address = desk.store().engineAddress();
    const qint64 epoch = desk.store().epoch();
    std::atomic<int> good = 0;
    const auto work = [&](const QString& name) {
        const auto db = openOrStop(address, name);
        const Term term{*db, epoch};
        for (int i = 0; i < kEach; ++i) {
            if (inTerm(term,
                       [&] { return createPayment(*db, wish(QStringLiteral("5")), context); }))
                ++good;
        }
    };
    std::thread other(work, QStringLiteral("one"));
    work(QStringLiteral("two"));
    other.join();
    QCOMPARE(good.load(), 2 * kEach);
    Statement s(desk.db(), u"SELECT position FROM binding ORDER BY position");
    for (int i = 0; i < 2 * kEach; ++i) {
        QVERIFY(s.next());
        QCOMPARE(s.integer(0), i);
    }
    QVERIFY(!s.next());
}

// A creation that fails leaves no index behind that nobody was given.
void TstCreatePayment::rolledBack()
{
    TIEOUT_ACTION_DESK(desk);
    const auto failed = desk.inEngine([&]() -> Outcome {
        const auto made = createPayment(desk.db(), wish(QStringLiteral("5")), desk.context());
        return made ? Outcome(fail(ErrorCode::Conflict, u"on_purpose")) : fail(made.error());
    });
    QCOMPARE(reasonOf(failed), QStringLiteral("on_purpose"));
    const auto answer = createNow(desk, wish(QStringLiteral("5")));
    QCOMPARE(answer->value(u"address").toString(), ActionDesk::addressAt(0).toText());
}

void TstCreatePayment::references()
{
    for (int i = 0; i < 200; ++i) {
        const QString good = newReference();
        QCOMPARE(good.size(), kReferenceLength);
        QVERIFY(isReference(good));
        for (int at = 0; at < kReferenceLength; ++at) {
            QString wrong = good;
            wrong[at] = wrong[at] == u'7' ? u'8' : u'7';
            QVERIFY2(!isReference(wrong), qPrintable(wrong));
        }
        for (int at = 0; at + 1 < kReferenceLength; ++at) {
            QString swapped = good;
            std::swap(swapped[at], swapped[at + 1]);
            QVERIFY(swapped == good || !isReference(swapped));
        }
    }
    QVERIFY(!isReference(u""));
    QVERIFY(!isReference(u"OOOOOOOOOO"));
}

TIEOUT_REGISTER_TEST(TstCreatePayment)

} // namespace tieout::test

#include "tst_createpayment.moc"
