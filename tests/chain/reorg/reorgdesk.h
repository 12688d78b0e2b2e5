// SPDX-License-Identifier: GPL-3.0-or-later
// ReorgDesk: a real node, perhaps behind a bad provider, a database of either kind, and the watch
// loop of one rail over both, stepped in the test's thread on a fake clock. The node's finalized
// mark is eight blocks behind its head, safe four. Payments are due in a token of six decimals:
// depth 3 up to 100, depth 6 up to 1000, finalized above. One thread.
#pragma once

#include "chain/engine/watchwork.h"
#include "model/store/payments.h"
#include "tests/chain/reorg/railspy.h"
#include "tests/support/anvil.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

#include <QTest>

namespace tieout::test {

constexpr qint64 kReorgUnit = 1'000'000;
constexpr int kReorgFinality = 8; // blocks from finalized to the head

// Columns "dialect" and "faults": every database, directly and through the flaky proxy; with each
// fault by itself too when TIEOUT_TEST_FULL is set.
void addReorgWays();
// The faults by name; what "everything" does is what addReorgWays() takes.
std::vector<std::pair<QByteArray, QJsonObject>> reorgFaults();
bool reorgFull();
// What Anvil::reorganise() takes: requests or signed bytes, each with the place of its block.
QJsonArray minedAgain(std::initializer_list<std::pair<QJsonValue, int>> transactions);

struct ReorgOptions
{
    qint64 maxSpan = 2'000;
    bool proxy = false; // also when there are no faults
};

class ReorgDesk
{
public:
    ReorgDesk(Dialect dialect, const QJsonObject& faults, const ReorgOptions& options = {});
    ~ReorgDesk();
    Q_DISABLE_COPY_MOVE(ReorgDesk)

    Anvil& node() { return m_node; }
    FlakyProxy& proxy() { return *m_proxy; }
    RailSpy& spy() { return m_spy; }
    Database& db() { return *m_db; }
    FakeClock& clock() { return m_clock; }
    RailState state();
    qint64 rail() const { return m_rail; }
    QString token() const { return m_token; }

    PaymentId expect(qint64 due);
    QString addressOf(const PaymentId& id) const;
    PaymentRow row(const PaymentId& id);
    QString status(const PaymentId& id) { return row(id).projection.status; }
    int events(const PaymentId& id, EventType type);
    QStringList openCases();

    // Each payer's first transaction stands alone, whatever happens to the others'.
    QString payer(int index) const { return m_payers.at(index); }
    // Sends `units`; mined at once unless the node waits. Answers the transaction.
    QString pay(const PaymentId& id, qint64 units, int payer, const QJsonObject& extra = {});
    QJsonObject request(const PaymentId& id, qint64 units, int payer);
    // The signed bytes, with which the same transaction is mined again.
    QString raw(const QString& tx);
    QString sendAgain(const QString& raw);

    // A second node that knows the first one's chain as it is now; spy().use(1) looks at it.
    Anvil& secondNode();

    void start();
    void stop();
    // Steps that may fail as a bad provider's do.
    void step(int times);
    // Until the database is at the node's head, everything final was read twice and nothing is left
    // to do, then compares. Empty when all ties.
    QString tie();
    void acknowledge();
    // A person asks for these blocks to be read again, and the engine begins.
    CommandId backfill(qint64 from, qint64 to);

private:
    void makeRows();
    void makeToken();
    QString mined(const QString& tx);
    Outcome settle();
    QString blocksTheNodeLacks() const;
    bool isSettled();
    Result<StepOutcome> stepOnce();
    const Node& seenNode() const;

    struct Expected
    {
        PaymentId id;
        Account account;
    };

    std::unique_ptr<TestDatabase> m_store;
    std::unique_ptr<Database> m_db;
    Anvil m_node;
    std::unique_ptr<Anvil> m_second;
    std::unique_ptr<FlakyProxy> m_proxy;
    std::unique_ptr<FlakyProxy> m_secondProxy;
    QJsonObject m_faults;
    ReorgOptions m_options;
    FakeClock m_clock;
    RailSpy m_spy;
    RailSettings m_settings;
    std::shared_ptr<AddressBook> m_book;
    std::unique_ptr<WatchWork> m_work;
    std::vector<Account> m_accounts;
    std::vector<Expected> m_payments;
    QStringList m_payers;
    QString m_token;
    MerchantId m_merchant;
    qint64 m_rail = 0;
    qint64 m_tokenRow = 0;
    qint64 m_xpub = 0;
    int m_steps = 0;
    int m_failures = 0;
};

} // namespace tieout::test

// Fetches the row's way and makes the desk, or skips the row.
#define TIEOUT_REORG_DESK(name, ...)                                                               \
    TIEOUT_REQUIRE_NODES();                                                                        \
    QFETCH(tieout::Dialect, dialect);                                                              \
    QFETCH(QJsonObject, faults);                                                                   \
    if (const QString why = tieout::test::TestDatabase::whyNot(dialect); !why.isEmpty()) {         \
        if (tieout::test::nodesRequired())                                                         \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }                                                                                              \
    tieout::test::ReorgDesk name(dialect, faults __VA_OPT__(, ) __VA_ARGS__)

#define TIEOUT_TIES(desk)                                                                          \
    do {                                                                                           \
        const QString problem = (desk).tie();                                                      \
        QVERIFY2(problem.isEmpty(), qPrintable(problem));                                          \
    } while (false)
