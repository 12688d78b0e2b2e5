// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a command from a desk to the engine's answer, the same on both databases.
#include "model/store/lease.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/model/commands/commanddesk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

namespace tieout::test {

class TstSubmit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameWordsTwice_data() { TestDatabase::addDialectRows(); }
    void sameWordsTwice();
    void refusals_data() { TestDatabase::addDialectRows(); }
    void refusals();
    void sizes_data() { TestDatabase::addDialectRows(); }
    void sizes();
    void cap_data() { TestDatabase::addDialectRows(); }
    void cap();
    void cancelWithoutAnEngine_data() { TestDatabase::addDialectRows(); }
    void cancelWithoutAnEngine();
    void expiry_data() { TestDatabase::addDialectRows(); }
    void expiry();
    void answers_data() { TestDatabase::addDialectRows(); }
    void answers();
    void revokedMeanwhile_data() { TestDatabase::addDialectRows(); }
    void revokedMeanwhile();
    void longWork_data() { TestDatabase::addDialectRows(); }
    void longWork();
    void waiting_data() { TestDatabase::addDialectRows(); }
    void waiting();
    void withoutALease_data() { TestDatabase::addDialectRows(); }
    void withoutALease();
};

namespace {

qint64 termOf(CommandDesk& desk)
{
    auto epoch = takeLease(desk.engine(), QStringLiteral("test"));
    return epoch ? *epoch : -1;
}

Outcome finishAs(CommandDesk& desk,
                 qint64 epoch,
                 const CommandId& id,
                 CommandState state,
                 const QJsonObject& result)
{
    return inTransaction(desk.engine(), [&]() -> Outcome {
        if (auto guarded = guardEpoch(desk.engine(), epoch); !guarded)
            return guarded;
        return finishCommand(
            desk.engine(),
            id,
            state,
            QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)));
    });
}

QString reasonOf(const Outcome& outcome)
{
    return outcome ? QString() : outcome.error().reason;
}

template<class T>
QString reasonOf(const Result<T>& result)
{
    return result ? QString() : result.error().reason;
}

} // namespace

void TstSubmit::sameWordsTwice()
{
    TIEOUT_COMMAND_DESK(desk);
    const CommandRequest request = CommandDesk::request();
    auto first = desk.submit("alice", request);
    QCOMPARE(reasonOf(first), QString());
    QCOMPARE(*first, CommandState::Waiting);
    QCOMPARE(reasonOf(desk.submit("alice", request)), QString());

    CommandRequest other = request;
    other.payload.insert(QStringLiteral("a"), 1);
    QCOMPARE(reasonOf(desk.submit("alice", other)), QStringLiteral("command_id_used"));
    other = request;
    other.subject = QStringLiteral("pay_2");
    QCOMPARE(reasonOf(desk.submit("alice", other)), QStringLiteral("command_id_used"));
    other = request;
    other.role = QStringLiteral("treasury");
    other.kind = QStringLiteral("payment.hold");
    QCOMPARE(reasonOf(desk.submit("bob", other)), QStringLiteral("command_id_used"));

    Statement count(desk.administrator(), u"SELECT count(*) FROM command");
    QVERIFY(count.next());
    QCOMPARE(count.integer(0), 1);
}

void TstSubmit::refusals()
{
    TIEOUT_COMMAND_DESK(desk);
    const QString forbidden = QStringLiteral("class_may_not_submit");
    QCOMPARE(reasonOf(desk.submit("alice", CommandDesk::request("treasury", "payment.hold"))),
             forbidden);
    QCOMPARE(reasonOf(desk.submit("alice", CommandDesk::request("operator", "source.test"))),
             forbidden);
    QCOMPARE(reasonOf(desk.submit("alice", CommandDesk::request("operator", "payment.steal"))),
             forbidden);
    QCOMPARE(reasonOf(desk.submit("alice", CommandDesk::request("", "payment.cancel"))),
             QStringLiteral("command_role"));
    CommandRequest forged = CommandDesk::request();
    forged.id = CommandId::trusted(QStringLiteral("cmd_<script>"));
    QVERIFY(!desk.submit("alice", forged));
    CommandRequest wide = CommandDesk::request();
    wide.subject = QString(121, u'x');
    QCOMPARE(reasonOf(desk.submit("alice", wide)), QStringLiteral("subject_too_long"));
    if (desk.dialect() == Dialect::Sqlite)
        QCOMPARE(reasonOf(submit(
                     desk.person("nobody"), QStringLiteral("nobody"), CommandDesk::request())),
                 forbidden);
    else
        // The account that a desk names is not what counts: the login is.
        QCOMPARE(
            reasonOf(submit(desk.person("bob"), desk.account("alice"), CommandDesk::request())),
            forbidden);
}

void TstSubmit::sizes()
{
    TIEOUT_COMMAND_DESK(desk);
    // {"a":"…"} is eight bytes around its text.
    const auto ofSize = [](qsizetype bytes) {
        return CommandDesk::request(
            "operator", "payment.cancel", {{QStringLiteral("a"), QString(bytes - 8, u'x')}});
    };
    QCOMPARE(reasonOf(desk.submit("alice", ofSize(kMaxPayloadBytes))), QString());
    QCOMPARE(reasonOf(desk.submit("alice", ofSize(kMaxPayloadBytes + 1))),
             QStringLiteral("payload_too_large"));
    const CommandRequest nested = ofSize(100);
    QCOMPARE(reasonOf(insertCommand(desk.person("alice"),
                                    desk.account("alice"),
                                    {nested.id,
                                     nested.role,
                                     nested.kind,
                                     nested.subject,
                                     {},
                                     QStringLiteral(R"({"a":{"b":1,"b":2}})")})),
             QStringLiteral("payload_not_plain"));
}

void TstSubmit::cap()
{
    TIEOUT_COMMAND_DESK(desk);
    CommandRequest last;
    for (int i = 0; i < 100; ++i) {
        last = CommandDesk::request();
        QCOMPARE(reasonOf(desk.submit("alice", last)), QString());
    }
    const auto over = desk.submit("alice", CommandDesk::request());
    QCOMPARE(reasonOf(over), QStringLiteral("too_many_commands"));
    QCOMPARE(over.error().code, ErrorCode::Unavailable);
    // What is already there may be said again, others go on, and a cancelled one makes room.
    QCOMPARE(reasonOf(desk.submit("alice", last)), QString());
    QCOMPARE(reasonOf(desk.submit("bob", CommandDesk::request("treasury", "payment.hold"))),
             QString());
    QVERIFY(cancelCommand(desk.person("alice"), desk.account("alice"), last.id));
    QCOMPARE(reasonOf(desk.submit("alice", CommandDesk::request())), QString());
}

void TstSubmit::cancelWithoutAnEngine()
{
    TIEOUT_COMMAND_DESK(desk);
    const CommandRequest request = CommandDesk::request();
    QVERIFY(desk.submit("alice", request));
    QCOMPARE(reasonOf(cancelCommand(desk.person("bob"), desk.account("bob"), request.id)),
             QStringLiteral("not_your_command"));
    auto state = cancelCommand(desk.person("alice"), desk.account("alice"), request.id);
    QCOMPARE(reasonOf(state), QString());
    QCOMPARE(*state, CommandState::Cancelled);
    auto answer = readCommand(desk.person("alice"), request.id);
    QCOMPARE(reasonOf(answer), QString());
    QCOMPARE(answer->error->reason, QStringLiteral("command_cancelled"));
    // The engine that comes later neither finds nor revives it.
    const qint64 epoch = termOf(desk);
    auto waiting = nextWaiting(desk.engine(), CommandWork::Any, 10);
    QVERIFY(waiting && waiting->empty());
    QCOMPARE(reasonOf(finishAs(desk, epoch, request.id, CommandState::Succeeded, {})),
             QStringLiteral("command_step"));
}

void TstSubmit::expiry()
{
    TIEOUT_COMMAND_DESK(desk);
    const CommandRequest request = CommandDesk::request();
    QVERIFY(desk.submit("alice", request));
    const qint64 early = termOf(desk);
    QVERIFY(releaseLease(desk.engine(), early));
    desk.shiftClock(61'000);
    const qint64 epoch = termOf(desk);
    auto waiting = nextWaiting(desk.engine(), CommandWork::Any, 10);
    QVERIFY(waiting && waiting->empty());
    QCOMPARE(reasonOf(finishAs(desk, epoch, request.id, CommandState::Succeeded, {})),
             QStringLiteral("command_step"));
    auto row = readCommandRow(desk.engine(), request.id);
    QCOMPARE(reasonOf(mayStillRun(desk.engine(), *row)), QStringLiteral("command_expired"));
    auto expired = inTransaction(desk.engine(), [&]() -> Result<int> {
        if (auto guarded = guardEpoch(desk.engine(), epoch); !guarded)
            return fail(guarded.error());
        return expireCommands(desk.engine());
    });
    QCOMPARE(reasonOf(expired), QString());
    QCOMPARE(*expired, 1);
    auto answer = readCommand(desk.person("alice"), request.id);
    QCOMPARE(answer->state, CommandState::Expired);
    QCOMPARE(answer->error->reason, QStringLiteral("command_expired"));
}

void TstSubmit::answers()
{
    TIEOUT_COMMAND_DESK(desk);
    const CommandRequest good = CommandDesk::request();
    const CommandRequest bad = CommandDesk::request();
    QVERIFY(desk.submit("alice", good));
    QVERIFY(desk.submit("alice", bad));
    const qint64 epoch = termOf(desk);
    auto waiting = nextWaiting(desk.engine(), CommandWork::Short, 10);
    QVERIFY(waiting);
    QCOMPARE(waiting->size(), size_t(2));
    QCOMPARE(waiting->front().id, good.id);
    QCOMPARE(waiting->front().actor, desk.account("alice"));
    QCOMPARE(waiting->front().payloadSha256, sha256Text(waiting->front().payload));
    QCOMPARE(reasonOf(mayStillRun(desk.engine(), waiting->front())), QString());

    QCOMPARE(reasonOf(finishAs(desk,
                               epoch,
                               good.id,
                               CommandState::Succeeded,
                               {{QStringLiteral("payment"), QStringLiteral("pay_1")}})),
             QString());
    const Error no{
        ErrorCode::Conflict, QStringLiteral("payment_changed"), QStringLiteral("bob was first")};
    QCOMPARE(reasonOf(finishAs(desk, epoch, bad.id, CommandState::Refused, refusalToJson(no))),
             QString());
    QCOMPARE(reasonOf(finishAs(desk, epoch, good.id, CommandState::Refused, {})),
             QStringLiteral("command_step"));

    auto done = readCommand(desk.person("alice"), good.id);
    QCOMPARE(done->state, CommandState::Succeeded);
    QCOMPARE(done->result.value(u"payment").toString(), QStringLiteral("pay_1"));
    QVERIFY(!done->error);
    auto refused = readCommand(desk.person("alice"), bad.id);
    QCOMPARE(refused->state, CommandState::Refused);
    QCOMPARE(refused->error->code, ErrorCode::Conflict);
    QCOMPARE(refused->error->reason, no.reason);
    QCOMPARE(refused->error->detail, no.detail);
    if (desk.dialect() == Dialect::PostgreSql)
        QCOMPARE(reasonOf(readCommand(desk.person("bob"), good.id)),
                 QStringLiteral("command_not_found"));
}

void TstSubmit::revokedMeanwhile()
{
    TIEOUT_COMMAND_DESK(desk);
    const CommandRequest request = CommandDesk::request();
    QVERIFY(desk.submit("alice", request));
    desk.execute(desk.dialect() == Dialect::Sqlite
                     ? "DELETE FROM account_class WHERE name = 'alice'"
                     : "REVOKE tieout_sandbox_operator FROM {alice}");
    QCOMPARE(desk.problem(), QString());
    const qint64 epoch = termOf(desk);
    auto row = readCommandRow(desk.engine(), request.id);
    QCOMPARE(reasonOf(mayStillRun(desk.engine(), *row)), QStringLiteral("role_revoked"));
    QCOMPARE(reasonOf(finishAs(desk, epoch, request.id, CommandState::Succeeded, {})),
             QStringLiteral("command_step"));
    QCOMPARE(reasonOf(finishAs(desk, epoch, request.id, CommandState::Refused, {})), QString());
}

void TstSubmit::longWork()
{
    TIEOUT_COMMAND_DESK(desk);
    const CommandRequest brief = CommandDesk::request();
    const CommandRequest test = CommandDesk::request("engineer", "source.test");
    QVERIFY(desk.submit("alice", brief));
    QVERIFY(desk.submit("eve", test));
    const qint64 epoch = termOf(desk);
    auto works = nextWaiting(desk.engine(), CommandWork::Long, 10);
    QVERIFY(works);
    QCOMPARE(works->size(), size_t(1));
    QCOMPARE(works->front().id, test.id);
    const auto start = [&](const CommandId& id) {
        return inTransaction(desk.engine(), [&]() -> Outcome {
            if (auto guarded = guardEpoch(desk.engine(), epoch); !guarded)
                return guarded;
            return startCommand(desk.engine(), id);
        });
    };
    QCOMPARE(reasonOf(start(brief.id)), QStringLiteral("command_step"));
    QCOMPARE(reasonOf(start(test.id)), QString());
    auto running = runningCommands(desk.engine());
    QVERIFY(running && running->size() == 1);
    QCOMPARE(reasonOf(finishAs(
                 desk,
                 epoch,
                 test.id,
                 CommandState::Failed,
                 refusalToJson({ErrorCode::Unavailable, QStringLiteral("source_down"), {}}))),
             QString());
    QCOMPARE(readCommand(desk.person("eve"), test.id)->error->reason,
             QStringLiteral("source_down"));
}

void TstSubmit::waiting()
{
    TIEOUT_COMMAND_DESK(desk);
    FakeClock clock;
    const CommandRequest request = CommandDesk::request();
    QVERIFY(desk.submit("alice", request));
    int waits = 0;
    Duration waited{0};
    auto answer = waitForCommand(desk.person("alice"),
                                 request.id,
                                 clock,
                                 clock.now() + Duration(1000),
                                 [&](Duration atMost) {
                                     ++waits;
                                     waited += atMost;
                                     clock.advance(atMost);
                                 });
    QVERIFY(answer);
    QCOMPARE(answer->state, CommandState::Waiting);
    QCOMPARE(waited, Duration(1000));
    QVERIFY(waits >= 4);

    const qint64 epoch = termOf(desk);
    answer =
        waitForCommand(desk.person("alice"),
                       request.id,
                       clock,
                       clock.now() + Duration(60'000),
                       [&](Duration atMost) {
                           clock.advance(atMost);
                           QVERIFY(finishAs(desk, epoch, request.id, CommandState::Succeeded, {}));
                       });
    QVERIFY(answer);
    QCOMPARE(answer->state, CommandState::Succeeded);
}

void TstSubmit::withoutALease()
{
    TIEOUT_COMMAND_DESK(desk);
    const CommandRequest request = CommandDesk::request();
    QVERIFY(desk.submit("alice", request));
    QCOMPARE(reasonOf(finishAs(desk, 0 + 7, request.id, CommandState::Succeeded, {})),
             QStringLiteral("lease_lost"));
    QCOMPARE(readCommand(desk.person("alice"), request.id)->state, CommandState::Waiting);
}

} // namespace tieout::test

using tieout::test::TstSubmit;
TIEOUT_REGISTER_TEST(TstSubmit)
#include "tst_submit.moc"
