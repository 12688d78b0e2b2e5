// SPDX-License-Identifier: GPL-3.0-or-later
// The commands loop: state, journal and result in one transaction; a refusal that leaves nothing
// but itself; expiry, cancelling, revoked roles, long work, a lost term.
#include "model/store/savedviews.h"
#include "model/store/statement.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstRunCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayAtTheDesk_data() { TestDatabase::addDialectRows(); }
    void aDayAtTheDesk();
    void refusalLeavesOnlyItself_data() { TestDatabase::addDialectRows(); }
    void refusalLeavesOnlyItself();
    void badPayloads_data() { TestDatabase::addDialectRows(); }
    void badPayloads();
    void notYet_data() { TestDatabase::addDialectRows(); }
    void notYet();
    void cancelled_data() { TestDatabase::addDialectRows(); }
    void cancelled();
    void revoked_data() { TestDatabase::addDialectRows(); }
    void revoked();
    void waitsForAddresses_data() { TestDatabase::addDialectRows(); }
    void waitsForAddresses();
    void longWork_data() { TestDatabase::addDialectRows(); }
    void longWork();
    void lostTerm_data() { TestDatabase::addDialectRows(); }
    void lostTerm();
    void views_data() { TestDatabase::addDialectRows(); }
    void views();
};

namespace {

const QString kOperator = QStringLiteral("operator");

class Recorder final : public LongCommandHandler
{
public:
    Result<QJsonObject> runNow(Database&, const CommandRow& command, UtcTime) override
    {
        return QJsonObject{{QStringLiteral("kind"), command.kind}};
    }

    Outcome begin(const CommandRow& command, UtcTime) override
    {
        begun.push_back(command);
        return refuse ? Outcome(fail(ErrorCode::Unavailable, u"rail_busy")) : Outcome(Done);
    }

    std::vector<CommandRow> begun;
    bool refuse = false;
};

QJsonObject wishJson(const char* amount = "100")
{
    return {{QStringLiteral("corridor"), QStringLiteral("usdt-test")},
            {QStringLiteral("amount"), QString::fromLatin1(amount)}};
}

QJsonObject backfillJson()
{
    return {{QStringLiteral("rail"), QStringLiteral("ethereum")},
            {QStringLiteral("from"), 1},
            {QStringLiteral("to"), 9}};
}

CommandAnswer answerOf(ActionDesk& desk, const CommandId& id)
{
    return readCommand(desk.db(), id).value();
}

QString reasonOfAnswer(const CommandAnswer& answer)
{
    return answer.error ? answer.error->reason : QString();
}

QJsonObject viewJson(const QString& id, const char* name, int expected, const char* shared = "")
{
    return {
        {QStringLiteral("view"), id},
        {QStringLiteral("page"), QStringLiteral("payments")},
        {QStringLiteral("name"), QString::fromLatin1(name)},
        {QStringLiteral("shared_with"), QString::fromLatin1(shared)},
        {QStringLiteral("body"), QJsonObject{{QStringLiteral("status"), QStringLiteral("held")}}},
        {QStringLiteral("expected_version"), expected}};
}

} // namespace

// Every kind on its way through the database, as a person asks for it.
void TstRunCommand::aDayAtTheDesk()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    const auto act = [&](const char* kind, QJsonObject payload) {
        payload.insert(QStringLiteral("payment"), id.text());
        payload.insert(QStringLiteral("expected_version"), desk.payment(id).version);
        payload.insert(QStringLiteral("reason"), QStringLiteral("because"));
        return desk.run(QString::fromLatin1(kind), kOperator, payload);
    };
    const auto held = act("payment.hold", {{QStringLiteral("cause"), QStringLiteral("operator")}});
    QVERIFY2(!held.error, qPrintable(reasonOfAnswer(held)));
    const QString hold = held.result.value(u"hold").toString();
    QVERIFY(!act("payment.release", {{QStringLiteral("hold"), hold}}).error);
    QVERIFY(!act("payment.reissue", {}).error);
    QVERIFY(!act("payment.cancel", {}).error);
    QCOMPARE(desk.status(id), QStringLiteral("cancelled"));
    const Account shared = ActionDesk::sharedAddress();
    const PaymentId memo = desk.create(QStringLiteral("100"), QStringLiteral("usdt-memo"));
    const Hash32 tx = desk.mine({{shared, QStringLiteral("100"), {}}});
    const auto linked = desk.run(
        QStringLiteral("transfer.link"),
        kOperator,
        {{QStringLiteral("rail"), QStringLiteral("ethereum")},
         {QStringLiteral("tx"), text(tx)},
         {QStringLiteral("account"), QStringLiteral("0x4444444444444444444444444444444444444444")},
         {QStringLiteral("payment"), memo.text()},
         {QStringLiteral("expected_version"), 1},
         {QStringLiteral("reason"), QStringLiteral("because")}});
    QVERIFY2(!linked.error, qPrintable(reasonOfAnswer(linked)));
    desk.mine({{shared, QStringLiteral("5"), {}}});
    const CaseRow open = desk.openCase(CaseCode::RefMissing);
    const auto decided = desk.run(QStringLiteral("case.resolve"),
                                  kOperator,
                                  {{QStringLiteral("case"), open.id.text()},
                                   {QStringLiteral("expected_version"), open.version},
                                   {QStringLiteral("resolution"), QStringLiteral("decline")},
                                   {QStringLiteral("reason"), QStringLiteral("because")}});
    QVERIFY2(!decided.error, qPrintable(reasonOfAnswer(decided)));
    QCOMPARE(decided.result.value(u"resolution").toString(), QStringLiteral("hold"));
    QCOMPARE(desk.journal(id.text()).size(), 5);
}

void TstRunCommand::refusalLeavesOnlyItself()
{
    TIEOUT_ACTION_DESK(desk, 1);
    const auto before = desk.create(QStringLiteral("5"));
    desk.mine({{desk.binding(before).account, QStringLiteral("1"), {}}});
    const PaymentRow row = desk.payment(before);
    const auto answer = desk.run(QStringLiteral("payment.cancel"),
                                 kOperator,
                                 {{QStringLiteral("payment"), before.text()},
                                  {QStringLiteral("expected_version"), row.version}});
    QCOMPARE(answer.state, CommandState::Refused);
    QCOMPARE(reasonOfAnswer(answer), QStringLiteral("payment_has_money"));
    QCOMPARE(answer.error->code, ErrorCode::Conflict);
    QCOMPARE(desk.payment(before).version, row.version);
    // A payment whose binding fails leaves neither its row nor an index behind.
    desk.clock().set(UtcTime::fromMs(9'000'000'000'000));
    const auto none = desk.run(QStringLiteral("payment.create"), kOperator, wishJson());
    QCOMPARE(none.state, CommandState::Refused);
    QCOMPARE(reasonOfAnswer(none), QStringLiteral("addresses_exhausted"));
    Statement count(desk.db(), u"SELECT count(*) FROM payment");
    QVERIFY(count.next());
    QCOMPARE(count.integer(0), 1);
}

void TstRunCommand::badPayloads()
{
    TIEOUT_ACTION_DESK(desk);
    const auto reasonFor = [&](const char* kind, const QJsonObject& payload) {
        return reasonOfAnswer(desk.run(QString::fromLatin1(kind), kOperator, payload));
    };
    const QString invalid = QStringLiteral("payload_invalid");
    for (const char* kind : {"payment.create",
                             "payment.cancel",
                             "payment.reissue",
                             "payment.hold",
                             "payment.release",
                             "transfer.link",
                             "case.resolve",
                             "view.save",
                             "view.delete"})
        QCOMPARE(reasonFor(kind, {}), invalid);
    QJsonObject extra = wishJson();
    extra.insert(QStringLiteral("colour"), QStringLiteral("red"));
    QCOMPARE(reasonFor("payment.create", extra), invalid);
    QCOMPARE(reasonFor("payment.create", wishJson("-5")), invalid);
    QCOMPARE(reasonFor("payment.create", wishJson("1e9")), invalid);
}

void TstRunCommand::notYet()
{
    TIEOUT_ACTION_DESK(desk);
    const auto answer = desk.run(
        QStringLiteral("corridor.propose"), QStringLiteral("treasury"), ActionDesk::corridor(2));
    QCOMPARE(answer.state, CommandState::Refused);
    QCOMPARE(reasonOfAnswer(answer), QStringLiteral("not_available_yet"));
    const auto speed = desk.run(
        QStringLiteral("sandbox.speed"),
        kOperator,
        {{QStringLiteral("rail"), QStringLiteral("ethereum")}, {QStringLiteral("factor"), 2}});
    QCOMPARE(reasonOfAnswer(speed), QStringLiteral("not_available_here"));
}

void TstRunCommand::cancelled()
{
    TIEOUT_ACTION_DESK(desk);
    const CommandId id = desk.ask(QStringLiteral("payment.create"), kOperator, wishJson());
    desk.store().execute("UPDATE command SET state = 'cancelled' WHERE id = '" +
                         id.text().toUtf8() + "'");
    QVERIFY(!desk.step().didAnything());
    QCOMPARE(answerOf(desk, id).state, CommandState::Cancelled);
    Statement count(desk.db(), u"SELECT count(*) FROM payment");
    QVERIFY(count.next());
    QCOMPARE(count.integer(0), 0);
}

void TstRunCommand::revoked()
{
    TIEOUT_ACTION_DESK(desk);
    const CommandId id = desk.ask(QStringLiteral("payment.create"), kOperator, wishJson());
    const QByteArray login = desk.context().actor.toUtf8();
    desk.store().execute(dialect == Dialect::Sqlite
                             ? QByteArray("DELETE FROM account_class WHERE class = 'operator'")
                             : "REVOKE tieout_sandbox_operator FROM " + login);
    QCOMPARE(desk.step().refused, 1);
    QCOMPARE(reasonOfAnswer(answerOf(desk, id)), QStringLiteral("role_revoked"));
}

// What only needs the watcher's word is tried again, and is refused when its time is nearly up.
void TstRunCommand::waitsForAddresses()
{
    TIEOUT_ACTION_DESK(desk, 0);
    const CommandId id = desk.ask(QStringLiteral("payment.create"), kOperator, wishJson());
    QCOMPARE(desk.step().deferred, 1);
    QCOMPARE(answerOf(desk, id).state, CommandState::Waiting);
    desk.acknowledge(0, 1);
    const CommandStep step = desk.step();
    QCOMPARE(step.done, 1);
    QCOMPARE(step.ended, std::vector<CommandId>{id});
    QCOMPARE(answerOf(desk, id).state, CommandState::Succeeded);
}

void TstRunCommand::longWork()
{
    TIEOUT_ACTION_DESK(desk);
    const QString engineer = QStringLiteral("engineer");
    const QString backfill = QStringLiteral("rail.backfill");
    const CommandId id = desk.ask(backfill, engineer, backfillJson());
    QVERIFY(!desk.step().didAnything());
    Recorder handler;
    QCOMPARE(desk.step(&handler).started, 1);
    QCOMPARE(handler.begun.size(), size_t(1));
    QCOMPARE(answerOf(desk, id).state, CommandState::Running);
    QCOMPARE(desk.step(&handler).started, 0);
    QVERIFY(finishLongCommand(desk.term(), id, QJsonObject{{QStringLiteral("blocks"), 9}}));
    QCOMPARE(answerOf(desk, id).state, CommandState::Succeeded);
    QCOMPARE(answerOf(desk, id).result.value(u"blocks").toInt(), 9);
    handler.refuse = true;
    const CommandId refused = desk.ask(backfill, engineer, backfillJson());
    desk.step(&handler);
    QCOMPARE(reasonOfAnswer(answerOf(desk, refused)), QStringLiteral("rail_busy"));
    handler.refuse = false;
    const CommandId abandoned = desk.ask(backfill, engineer, backfillJson());
    desk.step(&handler);
    QCOMPARE(failAbandoned(desk.term()).value(), 1);
    QCOMPARE(answerOf(desk, abandoned).state, CommandState::Failed);
    QCOMPARE(reasonOfAnswer(answerOf(desk, abandoned)), QStringLiteral("engine_restarted"));
    const CommandId speed = desk.ask(
        QStringLiteral("sandbox.speed"),
        kOperator,
        {{QStringLiteral("rail"), QStringLiteral("ethereum")}, {QStringLiteral("factor"), 2}});
    QCOMPARE(desk.step(&handler).done, 1);
    QCOMPARE(answerOf(desk, speed).result.value(u"kind").toString(),
             QStringLiteral("sandbox.speed"));
}

void TstRunCommand::lostTerm()
{
    TIEOUT_ACTION_DESK(desk);
    const CommandId id = desk.ask(QStringLiteral("payment.create"), kOperator, wishJson());
    const Term stale{desk.db(), desk.store().epoch() - 1};
    QCOMPARE(reasonOf(stepCommands(stale, nullptr, desk.clock().now())),
             QStringLiteral("lease_lost"));
    QCOMPARE(answerOf(desk, id).state, CommandState::Waiting);
}

void TstRunCommand::views()
{
    TIEOUT_ACTION_DESK(desk);
    const auto save = [&](const QJsonObject& payload) {
        return desk.run(QStringLiteral("view.save"), kOperator, payload);
    };
    const QString first = QStringLiteral("view_") + makeUlid(desk.clock().now());
    const QString second = QStringLiteral("view_") + makeUlid(desk.clock().now());
    QVERIFY(!save(viewJson(first, "mine", 0)).error);
    QCOMPARE(reasonOfAnswer(save(viewJson(second, "mine", 0))), QStringLiteral("view_name_taken"));
    QCOMPARE(reasonOfAnswer(save(viewJson(first, "mine", 0))), QStringLiteral("view_changed"));
    QCOMPARE(reasonOfAnswer(save(viewJson(first, "mine", 5))), QStringLiteral("view_changed"));
    QCOMPARE(reasonOfAnswer(save(viewJson(first, "mine", 1, "friends"))),
             QStringLiteral("view_shared_with"));
    QCOMPARE(reasonOfAnswer(save(viewJson(QStringLiteral("view_1"), "other", 0))),
             QStringLiteral("view_id"));
    QVERIFY(!save(viewJson(first, "all", 1, "treasury")).error);
    const QString page = QStringLiteral("payments");
    const QString bob = QStringLiteral("bob");
    QCOMPARE(listSavedViews(desk.db(), page, bob, {QStringLiteral("finance")})->size(), size_t(0));
    QCOMPARE(listSavedViews(desk.db(), page, bob, {QStringLiteral("treasury")})->size(), size_t(1));
    desk.store().execute("UPDATE saved_view SET owner = 'bob'");
    QCOMPARE(reasonOfAnswer(save(viewJson(first, "all", 2))), QStringLiteral("view_not_yours"));
    desk.store().execute("UPDATE saved_view SET owner = '" + desk.context().actor.toUtf8() + "'");
    const auto removed =
        desk.run(QStringLiteral("view.delete"),
                 kOperator,
                 {{QStringLiteral("view"), first}, {QStringLiteral("expected_version"), 2}});
    QVERIFY2(!removed.error, qPrintable(reasonOfAnswer(removed)));
    QCOMPARE(listSavedViews(desk.db(), page, desk.context().actor, {})->size(), size_t(0));
    QCOMPARE(desk.journal(first).size(), 3);
}

TIEOUT_REGISTER_TEST(TstRunCommand)

} // namespace tieout::test

#include "tst_runcommand.moc"
