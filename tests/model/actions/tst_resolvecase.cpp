// SPDX-License-Identifier: GPL-3.0-or-later
// Accepting and declining: what each word does to the facts, and what it can't do.
#include "model/actions/cancelpayment.h"
#include "model/actions/resolvecase.h"
#include "model/store/reconciliation.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstResolveCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lateAccepted_data() { TestDatabase::addDialectRows(); }
    void lateAccepted();
    void lateDeclined_data() { TestDatabase::addDialectRows(); }
    void lateDeclined();
    void shortAccepted_data() { TestDatabase::addDialectRows(); }
    void shortAccepted();
    void amountChanged_data() { TestDatabase::addDialectRows(); }
    void amountChanged();
    void surplusCredited_data() { TestDatabase::addDialectRows(); }
    void surplusCredited();
    void paidTwice_data() { TestDatabase::addDialectRows(); }
    void paidTwice();
    void reusedCredited_data() { TestDatabase::addDialectRows(); }
    void reusedCredited();
    void reusedWaitsForConfirmation_data() { TestDatabase::addDialectRows(); }
    void reusedWaitsForConfirmation();
    void excessWaitsForConfirmation_data() { TestDatabase::addDialectRows(); }
    void excessWaitsForConfirmation();
    void declinedIsNotMatched_data() { TestDatabase::addDialectRows(); }
    void declinedIsNotMatched();
    void reorganised_data() { TestDatabase::addDialectRows(); }
    void reorganised();
    void strangeToken_data() { TestDatabase::addDialectRows(); }
    void strangeToken();
    void awayFromUs_data() { TestDatabase::addDialectRows(); }
    void awayFromUs();
    void refusals_data() { TestDatabase::addDialectRows(); }
    void refusals();
    void ownerDecides_data() { TestDatabase::addDialectRows(); }
    void ownerDecides();
    void everyWayIsAllowed();
};

namespace {

Result<QJsonObject>
decideNow(ActionDesk& desk, const CaseRow& row, const char* word, qint64 version = 0)
{
    const ResolveCasePayload payload{row.id,
                                     version == 0 ? row.version : version,
                                     QString::fromLatin1(word),
                                     QStringLiteral("because")};
    ActionContext context = desk.context();
    context.role = toText(caseRule(row.code).owner.value_or(Role::Operator));
    return desk.inEngine([&] { return decideCase(desk.db(), payload, context); });
}

// A payment of 100 that expired, and was paid in full afterwards.
PaymentId paidLate(ActionDesk& desk)
{
    const PaymentId id = desk.create(QStringLiteral("100"));
    desk.passTime(std::chrono::hours(2));
    desk.confirm(1);
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    desk.confirm();
    return id;
}

PaymentId paid(ActionDesk& desk, const QStringList& amounts)
{
    const PaymentId id = desk.create(QStringLiteral("100"));
    for (const QString& amount : amounts)
        desk.mine({{desk.binding(id).account, amount, {}}});
    desk.confirm();
    return id;
}

} // namespace

void TstResolveCase::lateAccepted()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = paidLate(desk);
    QCOMPARE(desk.status(id), QStringLiteral("held"));
    const CaseRow late = desk.openCase(CaseCode::Late);
    const auto answer = decideNow(desk, late, "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("confirmed"));
    QCOMPARE(answer->value(u"resolution").toString(), QStringLiteral("accept"));
    QVERIFY(answer->value(u"second_person_needed").toBool());
    QVERIFY(desk.openCases(id).empty());
    QCOMPARE(desk.journal(late.id.text()).back(), QStringLiteral("case.resolve"));
    QCOMPARE(desk.journal(id.text()).back(), QStringLiteral("case.resolve"));
    QVERIFY(desk.payment(id).projection.labels.contains(u"late"));
}

void TstResolveCase::lateDeclined()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = paidLate(desk);
    const auto answer = decideNow(desk, desk.openCase(CaseCode::Late), "decline");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("expired"));
    QVERIFY(desk.openCases(id).empty());
}

void TstResolveCase::shortAccepted()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = paid(desk, {QStringLiteral("60")});
    QCOMPARE(desk.status(id), QStringLiteral("underpaid"));
    const auto answer = decideNow(desk, desk.openCase(CaseCode::AmtUnder), "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("confirmed"));
    QVERIFY(answer->value(u"second_person_needed").toBool());
    QCOMPARE(desk.payment(id).acceptedShortfall.toText(), QStringLiteral("39"));
    QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Released);
    const PaymentId other = paid(desk, {QStringLiteral("60")});
    const CaseRow row = desk.openCases(other).front();
    QCOMPARE(reasonOf(decideNow(desk, row, "decline")), QStringLiteral("refund_not_available"));
}

// What was asked is answered, and nothing else: another amount is another version of the case.
void TstResolveCase::amountChanged()
{
    TIEOUT_ACTION_DESK(desk);
    desk.mine({});
    const PaymentId id = paid(desk, {QStringLiteral("60")});
    const CaseRow forty = desk.openCase(CaseCode::AmtUnder);
    QVERIFY2(forty.evidence.contains(u"\"40\""), qPrintable(forty.evidence));
    const qint64 below = desk.tip();
    desk.mine({{desk.binding(id).account, QStringLiteral("38"), {}}});
    desk.confirm();
    const CaseRow two = desk.openCase(CaseCode::AmtUnder);
    QCOMPARE(two.id, forty.id);
    QCOMPARE(two.version, forty.version + 1);
    QVERIFY2(two.evidence.contains(u"\"2\""), qPrintable(two.evidence));
    QCOMPARE(reasonOf(decideNow(desk, forty, "accept")), QStringLiteral("case_changed"));
    // The 38 go; nobody saw that 40 are missing again.
    desk.rewindTo(below);
    QCOMPARE(desk.status(id), QStringLiteral("reorged"));
    QCOMPARE(reasonOf(decideNow(desk, two, "accept")), QStringLiteral("case_changed"));
    const CaseRow again = desk.openCase(CaseCode::AmtUnder);
    QCOMPARE(again.version, two.version + 1);
    QCOMPARE(reasonOf(decideNow(desk, again, "accept")), QStringLiteral("payment_reorged"));
    desk.passTime(std::chrono::minutes(1));
    QVERIFY(decideNow(desk, desk.openCase(CaseCode::ReorgPost), "accept"));
    QVERIFY(decideNow(desk, desk.openCase(CaseCode::AmtUnder), "accept"));
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    // The journal kept that the question changed, and the case's versions went up.
    const PaymentId over = paid(desk, {QStringLiteral("140")});
    const CaseRow surplus = desk.openCase(CaseCode::AmtOver);
    desk.mine({{desk.binding(over).account, QStringLiteral("30"), {}}});
    desk.confirm();
    QCOMPARE(reasonOf(decideNow(desk, surplus, "accept")), QStringLiteral("case_changed"));
    const CaseRow more = desk.openCase(CaseCode::AmtOver);
    QCOMPARE(more.version, surplus.version + 1);
    QVERIFY(decideNow(desk, more, "accept"));
    QCOMPARE(desk.payment(over).projection.confirmed.toText(), QStringLiteral("100"));
}

void TstResolveCase::surplusCredited()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = paid(desk, {QStringLiteral("140")});
    QCOMPARE(desk.status(id), QStringLiteral("overpaid"));
    const auto answer = decideNow(desk, desk.openCase(CaseCode::AmtOver), "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("confirmed"));
    QVERIFY(!answer->value(u"second_person_needed").toBool());
    QCOMPARE(desk.payment(id).projection.confirmed.toText(), QStringLiteral("100"));
    desk.mine({{desk.binding(id).account, QStringLiteral("30"), {}}});
    desk.confirm();
    QCOMPARE(desk.status(id), QStringLiteral("overpaid"));
    QCOMPARE(desk.openCase(CaseCode::AmtOver).state, CaseState::Open);
}

void TstResolveCase::paidTwice()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = paid(desk, {QStringLiteral("100"), QStringLiteral("100")});
    const auto answer = decideNow(desk, desk.openCase(CaseCode::DupPay), "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("confirmed"));
    QVERIFY(desk.openCases(id).empty());
}

void TstResolveCase::reusedCredited()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    QVERIFY(desk.inEngine([&] {
        return cancelPayment(desk.db(), {id, 1, QStringLiteral("because")}, desk.context());
    }));
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    desk.confirm();
    QCOMPARE(desk.status(id), QStringLiteral("held"));
    const auto answer = decideNow(desk, desk.openCase(CaseCode::RefReused), "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("cancelled"));
    QVERIFY(desk.openCases(id).empty());
    QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::None);
}

// What is given away must be there: a block that may still go is no ground for a credit.
void TstResolveCase::reusedWaitsForConfirmation()
{
    TIEOUT_ACTION_DESK(desk);
    desk.mine({});
    const PaymentId id = desk.create(QStringLiteral("100"));
    QVERIFY(desk.inEngine([&] {
        return cancelPayment(desk.db(), {id, 1, QStringLiteral("because")}, desk.context());
    }));
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    const CaseRow reused = desk.openCase(CaseCode::RefReused);
    const auto early = decideNow(desk, reused, "accept");
    QCOMPARE(reasonOf(early), QStringLiteral("money_not_confirmed"));
    QCOMPARE(early.error().code, ErrorCode::Conflict);
    QCOMPARE(desk.openCase(CaseCode::RefReused).version, reused.version);
    desk.confirm(1);
    QVERIFY2(decideNow(desk, reused, "accept"), "depth:2 is reached");
    QCOMPARE(desk.status(id), QStringLiteral("cancelled"));
    // Declining gives nothing away and waits for nothing.
    desk.mine({{desk.binding(id).account, QStringLiteral("50"), {}}});
    QVERIFY(decideNow(desk, desk.openCase(CaseCode::RefReused), "decline"));
}

// What a closing refund didn't cover has no transaction of its own.
void TstResolveCase::excessWaitsForConfirmation()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = paid(desk, {QStringLiteral("100")});
    desk.mine({{desk.binding(id).account, QStringLiteral("50"), {}}});
    const QByteArray units =
        desk.store().dialect() == Dialect::Sqlite
            ? "(SELECT confirmed FROM payment WHERE id = '" + id.text().toLatin1() + "')"
            : QByteArray("100000000");
    desk.store().execute("INSERT INTO refund (id, payment_id, kind, state, amount, opened_at,"
                         " opened_by, approved_at) VALUES ('rfd_1', '" +
                         id.text().toLatin1() + "', 'closing', 'approved', " + units +
                         ", 0, 'x', " + QByteArray::number(desk.clock().now().ms()) + ")");
    desk.mine({{desk.binding(id).account, QStringLiteral("20"), {}}});
    const auto excess = [&] {
        for (const CaseRow& row : desk.openCases(id)) {
            if (row.code == CaseCode::RefReused && !row.tx)
                return row;
        }
        qFatal("no case of the excess");
    };
    QCOMPARE(reasonOf(decideNow(desk, excess(), "accept")), QStringLiteral("money_not_confirmed"));
    desk.confirm();
    const auto answer = decideNow(desk, excess(), "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
}

// Money that a person declined is nobody's payment: it neither matches nor covers one.
void TstResolveCase::declinedIsNotMatched()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId whole = paid(desk, {QStringLiteral("100")});
    const PaymentId id = paidLate(desk);
    const auto tokenNow = [&] { return reconcileTokens(desk.db(), {}).value().front(); };
    QCOMPARE(tokenNow().linked.toText(), QStringLiteral("200"));
    QVERIFY(decideNow(desk, desk.openCase(CaseCode::Late), "decline"));
    const ReconciledToken token = tokenNow();
    QCOMPARE(token.linked.toText(), QStringLiteral("100"));
    QCOMPARE(token.linkedCount, 1);
    QCOMPARE(token.declined.toText(), QStringLiteral("100"));
    QCOMPARE(token.declinedCount, 1);
    QVERIFY(uncoveredPayments(desk.db(), {}, 10).value().empty());
    // Behind the program's back: the payment says that it got what was declined.
    const QByteArray ours = id.text().toLatin1();
    desk.store().execute(
        "UPDATE payment SET received = (SELECT received FROM payment WHERE id = '" +
        whole.text().toLatin1() + "') WHERE id = '" + ours + "'");
    const auto uncovered = uncoveredPayments(desk.db(), {}, 10).value();
    QCOMPARE(uncovered.size(), size_t(1));
    QCOMPARE(uncovered.front().payment, id);
    QVERIFY(uncovered.front().linked.isZero());
}

void TstResolveCase::reorganised()
{
    TIEOUT_ACTION_DESK(desk);
    desk.mine({});
    const PaymentId id = desk.create(QStringLiteral("100"));
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    desk.confirm(2);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    desk.rewindTo(1);
    QCOMPARE(desk.status(id), QStringLiteral("reorged"));
    const CaseRow row = desk.openCase(CaseCode::ReorgPost);
    desk.passTime(std::chrono::minutes(1));
    const auto answer = decideNow(desk, row, "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    // By what remains: nothing.
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("pending"));
    QCOMPARE(answer->value(u"resolution").toString(), QStringLiteral("stop-fulfilment"));
}

void TstResolveCase::strangeToken()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}, true}});
    const auto answer = decideNow(desk, desk.openCase(CaseCode::TokWrong), "decline");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("pending"));
    QVERIFY(desk.openCases(id).empty());
}

// Anybody can write a transfer of nothing, or of a token of his own, in our name: noise. Our own
// money that leaves is asked for, and the answer ends the case.
void TstResolveCase::awayFromUs()
{
    TIEOUT_ACTION_DESK(desk);
    const Account ours = Account::of(ActionDesk::addressAt(0).bytes());
    const Account stranger = Account::of(QByteArray(20, '\x77'));
    const auto codes = [&] {
        QStringList all;
        const auto rows = listCases(desk.db(), {QString(), false});
        for (const CaseRow& row : *rows)
            all.append(toText(row.code));
        all.sort();
        return all;
    };
    desk.mine({{stranger, QStringLiteral("0"), {}, false, ours}});
    desk.mine({{stranger, QStringLiteral("5"), {}, true, ours}});
    QCOMPARE(codes(), QStringList({QStringLiteral("POISON"), QStringLiteral("TOK-WRONG")}));
    desk.mine({{stranger, QStringLiteral("5"), {}, false, ours}});
    const CaseRow payout = desk.openCase(CaseCode::PayoutUnrec);
    const auto answer = decideNow(desk, payout, "accept");
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"resolution").toString(), QStringLiteral("link"));
    QCOMPARE(readCase(desk.db(), payout.id)->state, CaseState::Resolved);
    const CaseWay incident = wayOfWord(CaseCode::PayoutUnrec, u"decline");
    QCOMPARE(QString::fromLatin1(incident.resolution), QStringLiteral("incident"));
}

void TstResolveCase::refusals()
{
    TIEOUT_ACTION_DESK(desk);
    desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    const CaseRow missing = desk.openCase(CaseCode::RefMissing);
    QCOMPARE(reasonOf(decideNow(desk, missing, "accept")), QStringLiteral("use_transfer_link"));
    QCOMPARE(reasonOf(decideNow(desk, missing, "maybe")), QStringLiteral("resolution_not_allowed"));
    QCOMPARE(reasonOf(decideNow(desk, missing, "decline", 7)), QStringLiteral("case_changed"));
    QVERIFY(decideNow(desk, missing, "decline"));
    const auto again = decideNow(desk, missing, "decline");
    QCOMPARE(reasonOf(again), QStringLiteral("case_changed"));
    QVERIFY2(again.error().detail.contains(desk.context().actor), qPrintable(again.error().detail));
    CaseRow nobody;
    nobody.id = CaseId::make(desk.clock().now());
    QCOMPARE(reasonOf(decideNow(desk, nobody, "accept")), QStringLiteral("case_unknown"));
}

// Whatever the table of words says is one of the code's own resolutions.
void TstResolveCase::ownerDecides()
{
    TIEOUT_ACTION_DESK(desk);
    (void)paidLate(desk);
    const CaseRow late = desk.openCase(CaseCode::Late);
    const QJsonObject payload{{QStringLiteral("case"), late.id.text()},
                              {QStringLiteral("expected_version"), late.version},
                              {QStringLiteral("resolution"), QStringLiteral("accept")},
                              {QStringLiteral("reason"), QStringLiteral("because")}};
    for (const Role role : {Role::Treasury, Role::Finance, Role::Compliance, Role::Engineer}) {
        const auto other = desk.run(QStringLiteral("case.resolve"), toText(role), payload);
        QCOMPARE(other.state, CommandState::Refused);
        QCOMPARE(other.error->reason, QStringLiteral("case_role"));
        QCOMPARE(other.error->code, ErrorCode::Forbidden);
    }
    QCOMPARE(desk.openCase(CaseCode::Late).version, late.version);
    const auto own = desk.run(QStringLiteral("case.resolve"), toText(Role::Operator), payload);
    QVERIFY2(!own.error, qPrintable(own.error ? own.error->reason : QString()));
}

void TstResolveCase::everyWayIsAllowed()
{
    int ways = 0;
    for (const CaseRule& rule : caseRules()) {
        for (const QStringView word : {u"accept", u"decline"})
            ways += resolutionOfWord(rule.code, word) != nullptr ? 1 : 0;
        QVERIFY(resolutionOfWord(rule.code, u"other") == nullptr);
    }
    QVERIFY2(ways >= 45, qPrintable(QString::number(ways)));
}

TIEOUT_REGISTER_TEST(TstResolveCase)

} // namespace tieout::test

#include "tst_resolvecase.moc"
