// SPDX-License-Identifier: GPL-3.0-or-later
// What a console asks the engine for, through every end that it can come to, with the engine's own
// commands loop answering: done, refused with who was first, expired, cancelled, and asked again
// after the connection was lost.
#include "model/commands/commandkinds.h"
#include "model/commands/decisions.h"
#include "model/commands/paymentpayloads.h"
#include "model/store/statement.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace tieout::test {

namespace {

// A console beside the engine: bob, an operator, on connections of his own.
struct Desk
{
    explicit Desk(ActionDesk& engine, const QStringList& roles = {QStringLiteral("operator")})
        : address(engine.store().makeLogin(QStringLiteral("bob"), roles))
        , name(engine.store().loginName(QStringLiteral("bob")))
        , store(address)
        , decisions(store, engine.clock(), name)
    {
        decisions.setPace(std::chrono::milliseconds(20));
    }

    DatabaseAddress address;
    QString name;
    AsyncStore store;
    Decisions decisions;
};

// The engine's file behind a folder that isn't there yet.
class AwayFile
{
public:
    explicit AwayFile(ActionDesk& engine)
        : m_file(engine.store().address().url)
        , m_link(m_folder.filePath(QStringLiteral("desk")))
    {}

    DatabaseAddress address() const { return {m_link + u'/' + m_file.fileName(), {}}; }
    bool bringBack() const { return QFile::link(m_file.path(), m_link); }

private:
    QTemporaryDir m_folder;
    QFileInfo m_file;
    QString m_link;
};

DecisionRequest cancelling(ActionDesk& engine, const PaymentId& id)
{
    const CancelPaymentPayload payload{
        id, engine.payment(id).version, QStringLiteral("the customer changed his mind")};
    return {kinds::kPaymentCancel.toString(),
            QStringLiteral("operator"),
            id.text(),
            id.text(),
            payload.toJson()};
}

DecisionState stateOf(const Desk& desk, const CommandId& id)
{
    const Decision* decision = desk.decisions.find(id);
    return decision ? decision->state : DecisionState::Submitting;
}

QString errorOf(const Desk& desk, const CommandId& id)
{
    const Decision* decision = desk.decisions.find(id);
    return decision && decision->error ? decision->error->reason : QString();
}

qint64 commandCount(ActionDesk& engine)
{
    Statement read(engine.db(), u"SELECT count(*) FROM command");
    return read.next() ? read.integer(0) : -1;
}

// The clock of the database as if so much more time had passed. At once: the console reads it all
// the while.
void passTimeOfDatabase(ActionDesk& engine, qint64 ms)
{
    const QByteArray more = QByteArray::number(ms);
    if (engine.store().dialect() == Dialect::Sqlite)
        engine.store().execute(
            "BEGIN IMMEDIATE; DROP VIEW db_clock; CREATE VIEW db_clock AS SELECT"
            " CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) + " +
            more + " AS ms; COMMIT");
    else
        engine.store().execute("CREATE OR REPLACE FUNCTION tieout.now_ms() RETURNS bigint"
                               " LANGUAGE sql VOLATILE BEGIN ATOMIC SELECT"
                               " (extract(epoch FROM clock_timestamp()) * 1000)::bigint + " +
                               more + "; END");
}

} // namespace

class TstDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsDone_data() { TestDatabase::addDialectRows(); }
    void itIsDone();
    void theSecondLearnsWhoWasFirst_data() { TestDatabase::addDialectRows(); }
    void theSecondLearnsWhoWasFirst();
    void theDoorRefuses_data() { TestDatabase::addDialectRows(); }
    void theDoorRefuses();
    void cancelledWhileItWaits_data() { TestDatabase::addDialectRows(); }
    void cancelledWhileItWaits();
    void expiredWithoutAnEngine_data() { TestDatabase::addDialectRows(); }
    void expiredWithoutAnEngine();
    void resumedAfterARestart_data() { TestDatabase::addDialectRows(); }
    void resumedAfterARestart();
    void resumedOnceTheDatabaseAnswers();
    void whatWasPutAwayStaysAway();
    void askedAgainWhenTheDatabaseIsBack();
    void givenUpBeforeItArrived();
    void lostInTheMiddle();
    void theHintIsEnough_data() { TestDatabase::addDialectRows(); }
    void theHintIsEnough();
};

void TstDecisions::itIsDone()
{
    TIEOUT_ACTION_DESK(engine);
    Desk desk(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    QSignalSpy changed(&desk.decisions, &Decisions::changed);
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    // Nothing is waited for, and nothing is shown as done.
    QCOMPARE(stateOf(desk, id), DecisionState::Submitting);
    QCOMPARE(changed.count(), 1);
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    QVERIFY(desk.decisions.find(id)->expiresAt > desk.decisions.find(id)->since);
    engine.step();
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Succeeded);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(desk.decisions.find(id)->result.value(u"status").toString(),
             QStringLiteral("cancelled"));
    QCOMPARE(desk.decisions.about(payment.text()).size(), size_t(1));
    desk.decisions.forget(id);
    QVERIFY(desk.decisions.about(payment.text()).empty());
    QCOMPARE(engine.status(payment), QStringLiteral("cancelled"));
}

void TstDecisions::theSecondLearnsWhoWasFirst()
{
    TIEOUT_ACTION_DESK(engine);
    Desk desk(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const DecisionRequest request = cancelling(engine, payment);
    const CancelPaymentPayload first{payment, 1, QStringLiteral("first")};
    const auto answer =
        engine.run(kinds::kPaymentCancel.toString(), QStringLiteral("operator"), first.toJson());
    QVERIFY(!answer.error);
    const CommandId id = desk.decisions.submit(request);
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    engine.step();
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Refused);
    QCOMPARE(errorOf(desk, id), QStringLiteral("payment_changed"));
    const Decision* decision = desk.decisions.find(id);
    QVERIFY(decision->before);
    QCOMPARE(decision->before->actor, engine.context().actor);
    QCOMPARE(decision->before->action, kinds::kPaymentCancel.toString());
    QVERIFY(!decision->before->at.isEmpty());
}

void TstDecisions::theDoorRefuses()
{
    TIEOUT_ACTION_DESK(engine);
    Desk desk(engine, {QStringLiteral("support")});
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Refused);
    QCOMPARE(errorOf(desk, id), QStringLiteral("class_may_not_submit"));
    QCOMPARE(engine.step().refused, 0);
    QCOMPARE(engine.status(payment), QStringLiteral("pending"));
}

void TstDecisions::cancelledWhileItWaits()
{
    TIEOUT_ACTION_DESK(engine);
    Desk desk(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    desk.decisions.cancel(id);
    QVERIFY(desk.decisions.find(id)->isCancelling);
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Cancelled);
    QVERIFY(!desk.decisions.find(id)->isCancelling);
    QCOMPARE(engine.step().done, 0);
    QCOMPARE(engine.status(payment), QStringLiteral("pending"));
    // What was done can't be cancelled: the answer says what became of it.
    const CommandId other = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, other), DecisionState::Waiting);
    desk.decisions.setPace(std::chrono::hours(1));
    engine.step();
    desk.decisions.cancel(other);
    QTRY_COMPARE(stateOf(desk, other), DecisionState::Succeeded);
}

void TstDecisions::expiredWithoutAnEngine()
{
    TIEOUT_ACTION_DESK(engine);
    Desk desk(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    // Nobody marks the row: the console sees by the database's clock that its time is over.
    passTimeOfDatabase(engine, 61'000);
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Expired);
    QCOMPARE(errorOf(desk, id), QStringLiteral("command_expired"));
}

void TstDecisions::resumedAfterARestart()
{
    TIEOUT_ACTION_DESK(engine);
    Desk desk(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);

    AsyncStore store(desk.address);
    Decisions later(store, engine.clock(), desk.name);
    later.setPace(std::chrono::milliseconds(20));
    later.resume();
    QTRY_VERIFY(later.find(id));
    QCOMPARE(later.find(id)->state, DecisionState::Waiting);
    QCOMPARE(later.about(payment.text()).size(), size_t(1));
    QCOMPARE(later.find(id)->request.payload, cancelling(engine, payment).payload);
    engine.step();
    QTRY_COMPARE(later.find(id)->state, DecisionState::Succeeded);
}

// Only the lane that writes is away: no other one tells that the database is back.
void TstDecisions::resumedOnceTheDatabaseAnswers()
{
    ActionDesk engine(Dialect::Sqlite);
    Desk before(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const CommandId id = before.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(before, id), DecisionState::Waiting);

    AwayFile file(engine);
    AsyncStore store(file.address());
    QSignalSpy told(&store, &AsyncStore::connectionChanged);
    Decisions decisions(store, engine.clock(), before.name);
    decisions.setPace(std::chrono::milliseconds(20));
    decisions.resume();
    QVERIFY(told.wait());
    QVERIFY(!decisions.find(id));
    QVERIFY(file.bringBack());
    QTRY_VERIFY(decisions.find(id));
    QCOMPARE(decisions.find(id)->state, DecisionState::Waiting);
}

// Nobody marks an expired row, so the database names it as open for ever.
void TstDecisions::whatWasPutAwayStaysAway()
{
    ActionDesk engine(Dialect::Sqlite);
    Desk desk(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    passTimeOfDatabase(engine, 61'000);
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Expired);
    // Before its answer comes, and when the connection is back later on.
    desk.decisions.resume();
    desk.decisions.forget(id);
    QVERIFY(!desk.decisions.find(id));
    const CommandId second = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, second), DecisionState::Waiting);
    QVERIFY(!desk.decisions.find(id));
    desk.decisions.resume();
    desk.decisions.cancel(second);
    QTRY_COMPARE(stateOf(desk, second), DecisionState::Cancelled);
    QVERIFY(!desk.decisions.find(id));
    // To a console that never showed it, it is told.
    AsyncStore store(desk.address);
    Decisions later(store, engine.clock(), desk.name);
    later.setPace(std::chrono::milliseconds(20));
    later.resume();
    QTRY_VERIFY(later.find(id));
    QTRY_COMPARE(later.find(id)->state, DecisionState::Expired);
}

void TstDecisions::askedAgainWhenTheDatabaseIsBack()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    engine.store().makeLogin(QStringLiteral("bob"), {QStringLiteral("operator")});
    AwayFile file(engine);
    AsyncStore store(file.address());
    Decisions decisions(store, engine.clock(), QStringLiteral("bob"));
    decisions.setPace(std::chrono::milliseconds(20));
    const DecisionRequest request = cancelling(engine, payment);
    const CommandId id = decisions.submit(request);
    QTRY_COMPARE(decisions.find(id)->state, DecisionState::Lost);
    QCOMPARE(decisions.find(id)->error->reason, QStringLiteral("database_unreachable"));
    QCOMPARE(decisions.find(id)->request.payload, request.payload);
    QVERIFY(file.bringBack());
    QTRY_COMPARE(decisions.find(id)->state, DecisionState::Waiting);
    engine.step();
    QTRY_COMPARE(decisions.find(id)->state, DecisionState::Succeeded);
    QCOMPARE(engine.status(payment), QStringLiteral("cancelled"));
}

void TstDecisions::givenUpBeforeItArrived()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    engine.store().makeLogin(QStringLiteral("bob"), {QStringLiteral("operator")});
    AwayFile file(engine);
    AsyncStore store(file.address());
    Decisions decisions(store, engine.clock(), QStringLiteral("bob"));
    decisions.setPace(std::chrono::milliseconds(20));
    const CommandId id = decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(decisions.find(id)->state, DecisionState::Lost);
    decisions.cancel(id);
    // Whether it arrived is not known while nobody answers.
    QVERIFY(decisions.find(id)->isCancelling);
    QCOMPARE(decisions.find(id)->state, DecisionState::Lost);
    QVERIFY(file.bringBack());
    QTRY_COMPARE(decisions.find(id)->state, DecisionState::Cancelled);
    const qint64 before = commandCount(engine);
    engine.step();
    QCOMPARE(commandCount(engine), before);
    QCOMPARE(engine.status(payment), QStringLiteral("pending"));
}

// The server ends the connection and lets nobody in for a while, once the row is there.
void TstDecisions::lostInTheMiddle()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    ActionDesk engine(Dialect::PostgreSql);
    Desk desk(engine);
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const qint64 before = commandCount(engine);
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    const QByteArray login = desk.name.toUtf8();
    engine.store().execute("ALTER ROLE " + login + " NOLOGIN");
    engine.store().execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                           " WHERE usename = '" +
                           login + "'");
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Lost);
    engine.store().execute("ALTER ROLE " + login + " LOGIN");
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    engine.step();
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Succeeded);
    QCOMPARE(commandCount(engine), before + 1); // asked twice, written once
}

void TstDecisions::theHintIsEnough()
{
    TIEOUT_ACTION_DESK(engine);
    Desk desk(engine);
    desk.decisions.setPace(std::chrono::hours(1));
    const PaymentId payment = engine.create(QStringLiteral("100"));
    const CommandId id = desk.decisions.submit(cancelling(engine, payment));
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Waiting);
    engine.step();
    desk.decisions.noteChanged({QStringLiteral("pay_of_somebody_else")});
    desk.decisions.noteChanged({id.text(), payment.text()});
    QTRY_COMPARE(stateOf(desk, id), DecisionState::Succeeded);
}

TIEOUT_REGISTER_TEST(TstDecisions)

} // namespace tieout::test

#include "tst_decisions.moc"
