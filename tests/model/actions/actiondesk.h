// SPDX-License-Identifier: GPL-3.0-or-later
// ActionDesk: a sandbox database of either kind with one rail, one account key, a corridor with
// deposit addresses ("usdt-test", due in 6 decimals, depth:2 to 1000 and depth:5 above) and one
// with a shared address ("usdt-memo"), a person who holds every class, and a chain that the test
// writes. One thread.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/actions/recordblocks.h"
#include "model/actions/runcommand.h"
#include "model/commands/submit.h"
#include "model/crypto/xpub.h"
#include "model/store/events.h"
#include "model/store/paymentfacts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

#include <optional>

namespace tieout::test {

struct Money
{
    Account to;
    QString amount;
    QString reference;
    bool otherToken = false;
    std::optional<Account> from = {}; // else the payer
};

class ActionDesk
{
public:
    // `addresses`: how many the watcher has acknowledged.
    explicit ActionDesk(Dialect dialect, int addresses = 20);
    Q_DISABLE_COPY_MOVE(ActionDesk)

    TestDatabase& store() { return *m_store; }
    Database& db() { return *m_db; }
    Term term() { return {*m_db, m_store->epoch()}; }
    FakeClock& clock() { return m_clock; }
    ActionContext context(const QString& role = QStringLiteral("operator")) const;
    const RailRow& rail() const { return m_rail; }

    template<class Work>
    auto inEngine(Work&& work) -> decltype(work())
    {
        return inTerm(term(), std::forward<Work>(work));
    }

    void acknowledge(int from, int count);
    // After a change of the desk's own addresses.
    void refresh();
    static Address addressAt(int index);
    static Account sharedAddress();
    // A document of a corridor as it is applied.
    static QJsonObject corridor(int version = 1, const QString& status = QStringLiteral("sandbox"));
    static QJsonObject memoCorridor();

    // As the person; one round of the commands loop later.
    CommandId ask(const QString& kind, const QString& role, const QJsonObject& payload);
    CommandAnswer run(const QString& kind, const QString& role, const QJsonObject& payload);
    CommandStep step(LongCommandHandler* handler = nullptr);

    // A payment by command; its id. Where it is to be paid to is in payTo().
    PaymentId create(const QString& amount, const QString& corridor = QStringLiteral("usdt-test"));
    PaymentRow payment(const PaymentId& id);
    BindingRow binding(const PaymentId& id);
    QString status(const PaymentId& id) { return payment(id).projection.status; }
    std::vector<CaseRow> openCases(const PaymentId& id);
    CaseRow openCase(CaseCode code);
    std::vector<EventRow> events(const QString& subject);
    // Of the inbox, action by action.
    QStringList journal(const QString& subject);

    // One block with these transfers in one transaction each; the first one's hash.
    Hash32 mine(const std::vector<Money>& money);
    // What was mined at this height comes once more on top of the tip: its very block, its
    // transactions in another block, or there at other log indexes too.
    enum class Again { SameBlock, OtherBlock, OtherIndex };
    void mineAgain(qint64 height, Again how);
    // Empty blocks, then promotion at their tip.
    void confirm(int blocks = 6);
    void rewindTo(qint64 ancestor);
    qint64 tip() const { return m_tip; }
    void passTime(Duration by) { m_clock.advance(by); }

private:
    void makeRows();
    void demand(const Outcome& outcome, const char* what) const;
    Hash32 unique();
    void record(const BlockBatch& batch);

    std::unique_ptr<TestDatabase> m_store;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<Database> m_person;
    QString m_login;
    FakeClock m_clock;
    RailRow m_rail;
    std::optional<RailContext> m_context;
    qint64 m_xpub = 0;
    qint64 m_tip = 0;
    Hash32 m_tipHash{};
    std::map<qint64, Hash32> m_hashes;
    std::map<qint64, BlockBatch> m_batches; // with transfers; the last one of each height
    int m_counter = 0;
};

QString reasonOf(const Outcome& outcome);

template<class T>
QString reasonOf(const Result<T>& result)
{
    return result ? QString() : result.error().reason;
}

QString text(const Hash32& hash); // 0x and hex digits

} // namespace tieout::test

// Fetches the row's dialect and makes the desk, or skips the row.
#define TIEOUT_ACTION_DESK(name, ...)                                                              \
    QFETCH(tieout::Dialect, dialect);                                                              \
    if (const QString why = tieout::test::TestDatabase::whyNot(dialect); !why.isEmpty()) {         \
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))                                      \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }                                                                                              \
    tieout::test::ActionDesk name(dialect __VA_OPT__(, ) __VA_ARGS__)
