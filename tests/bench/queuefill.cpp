// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/queuefill.h"

#include "model/actions/term.h"
#include "model/domain/corridor.h"
#include "model/store/changefeed.h"
#include "model/store/statement.h"
#include "tests/bench/benchmark.h"

#include <QJsonDocument>

namespace tieout::bench {

namespace queuefill {

constexpr qint64 kChunk = 250'000; // rows of one transaction
constexpr qint64 kDays = 400;
constexpr qint64 kDayMs = 86'400'000;
constexpr int kMerchants = 40;
constexpr int kPrices = 500;
constexpr int kDecimals = 6;
constexpr qint64 kHead = 71'220'331;

struct CorridorOfBench
{
    const char* name;
    const char* symbol;
    int rail;
    int share; // of a thousand
};

constexpr CorridorOfBench kCorridors[] = {{"usdt-tron", "USDT", 1, 450},
                                          {"usdc-base", "USDC", 2, 250},
                                          {"usdc-ethereum", "USDC", 3, 120},
                                          {"usdt-ethereum", "USDT", 3, 80},
                                          {"eurc-base", "EURC", 2, 50},
                                          {"pyusd-solana", "PYUSD", 4, 30},
                                          {"usdc-solana", "USDC", 4, 19},
                                          {"eurc-stellar", "EURC", 5, 1}};
constexpr const char* kRails[] = {"tron", "base", "ethereum", "solana", "stellar"};

enum Money { kNothing, kAll, kHalf, kMore };

struct KindOfBench
{
    const char* status;
    const char* detection;
    const char* confirmation;
    const char* verdict;
    const char* labels;
    const char* required;
    Money money;
    int share; // of ten thousand, among those that are older than two days
};

constexpr KindOfBench kKinds[] = {
    {"confirmed", "detected", "final", "exact", "", "depth:12", kAll, 8'990},
    {"expired", "expired", "none", "none", "", "", kNothing, 400},
    {"cancelled", "created", "none", "none", "", "", kNothing, 200},
    {"underpaid", "detected", "confirmed", "short", "short", "depth:3", kHalf, 150},
    {"overpaid", "detected", "confirmed", "over", "over", "depth:12", kMore, 100},
    {"refunded", "detected", "final", "exact", "", "depth:12", kAll, 100},
    {"held", "detected", "confirmed", "none", "held late", "depth:12", kAll, 50},
    {"reorged", "detected", "reorged", "none", "reorged", "", kNothing, 10},
    {"pending", "created", "none", "none", "", "", kNothing, 0},
    {"confirming", "detected", "confirming", "exact", "", "depth:12", kAll, 0},
};
constexpr int kPending = 8;
constexpr int kConfirming = 9;

// In the order of what fillChunk() selects.
constexpr char kColumns[] =
    "id, merchant_id, corridor, corridor_version, rail, token_id, symbol, decimals, due, policy,"
    " created_at, expires_at, top_up_until, order_reference, customer, correlation_id,"
    " accepted_shortfall, fulfilment, status, detection, confirmation, recognition, verdict,"
    " labels, received, confirmed, remaining, deciding_number, required, confirmed_at, final_at,"
    " updated_at, version";

class Filler
{
public:
    Filler(const test::TestDatabase& database, qint64 payments, UtcTime newest)
        : m_database(database)
        , m_payments(payments)
        , m_step(kDays * kDayMs / payments)
        , m_oldest(newest.ms() - payments * m_step)
        , m_newest(newest.ms())
        , m_sqlite(database.dialect() == Dialect::Sqlite)
    {}

    void fill()
    {
        fillSmallTables();
        for (qint64 from = 1; from <= m_payments; from += kChunk)
            fillChunk(from, std::min(m_payments, from + kChunk - 1));
        fillDecisions();
        // As autovacuum leaves a table that grew over days.
        for (const char* table :
             {"payment", "binding", "transfer_payment", "hold", "exception_case"}) {
            if (!m_sqlite)
                m_database.execute(QByteArray("VACUUM (ANALYZE) ") + table);
        }
        if (!m_sqlite)
            m_database.execute("CHECKPOINT");
    }

private:
    static QByteArray number(qint64 value) { return QByteArray::number(value); }
    static QByteArray quoted(const QByteArray& text) { return '\'' + text + '\''; }

    QByteArray amount(qint64 units) const
    {
        const Amount value(units, kDecimals);
        return m_sqlite ? "x'" + value.toSortable().toHex() + "'" : value.toUnitsText().toLatin1();
    }

    QByteArray bytes(const QByteArray& value) const
    {
        return m_sqlite ? "x'" + value.toHex() + "'" : "'\\x" + value.toHex() + "'";
    }

    // Well spread bytes that follow from a text.
    QByteArray spread(const QByteArray& text, int size) const
    {
        return m_sqlite
                   ? "randomblob(" + number(size) + ')'
                   : "substr(sha256(convert_to(" + text + ", 'UTF8')), 1, " + number(size) + ')';
    }

    static QByteArray policyText(const CorridorOfBench& corridor)
    {
        PolicySnapshot policy;
        policy.corridor = QString::fromLatin1(corridor.name);
        policy.version = 3;
        policy.due = Amount(25'000'000, kDecimals);
        policy.underGrace = Amount(100'000, kDecimals);
        policy.overTolerance = Amount(100'000, kDecimals);
        policy.dustFloor = Amount(1'000, kDecimals);
        policy.bands = {{std::nullopt, {12, FinalityMark::None}}};
        policy.strongest = {0, FinalityMark::Finalized};
        policy.topUpWindow = std::chrono::minutes(30);
        return QJsonDocument(toJson(policy)).toJson(QJsonDocument::Compact);
    }

    void fillSmallTables()
    {
        QByteArray sql;
        for (int i = 0; i < int(std::size(kRails)); ++i) {
            const QByteArray id = number(i + 1);
            sql += "INSERT INTO rail (id, name, family, chain) VALUES (" + id + ", '" + kRails[i] +
                   "', 'evm', 'eip155:" + number(900 + i) + "');";
            sql += "INSERT INTO rail_state (rail, cursor_number, cursor_hash, cursor_time,"
                   " head_number, head_time, head_seen_at, healthy, health_reason, frozen_reason,"
                   " reorgs, deepest_reorg, version) VALUES (" +
                   id + ", " + number(kHead) + ", " + bytes(QByteArray(32, '\x11')) + ", " +
                   number(m_newest) + ", " + number(kHead) + ", " + number(m_newest) + ", " +
                   number(m_newest) + ", 1, '', '', 0, 0, 1);";
        }
        for (int i = 0; i < int(std::size(kCorridors)); ++i)
            sql += "INSERT INTO token (id, rail, account, symbol, decimals, listed) VALUES (" +
                   number(i + 1) + ", " + number(kCorridors[i].rail) + ", " +
                   bytes(QByteArray(20, char(0x20 + i))) + ", '" + kCorridors[i].symbol +
                   "', 6, 1);";
        for (int i = 0; i < kMerchants; ++i)
            sql += "INSERT INTO merchant (id, name, created_at, version) VALUES ('mer_" +
                   number(100 + i) + "', 'store " + number(i) + "', 0, 1);";
        m_database.execute(sql);
    }

    // What a payment's number chooses from; they go with the connection.
    QByteArray choices() const
    {
        QByteArrayList corridors;
        for (int i = 0; i < int(std::size(kCorridors)); ++i) {
            const CorridorOfBench& c = kCorridors[i];
            corridors << '(' + number(i) + ", '" + c.name + "', " + number(c.rail) + ", " +
                             number(i + 1) + ", '" + c.symbol + "', " + quoted(policyText(c)) + ')';
        }
        QByteArrayList kinds;
        for (int i = 0; i < int(std::size(kKinds)); ++i) {
            const KindOfBench& k = kKinds[i];
            kinds << '(' + number(i) + ", '" + k.status + "', '" + k.detection + "', '" +
                         k.confirmation + "', '" + k.verdict + "', '" + k.labels + "', '" +
                         k.required + "', " + number(k.money) + ')';
        }
        QByteArrayList prices;
        for (int i = 0; i < kPrices; ++i) {
            const qint64 due = 2'000'000 + qint64(i) * 740'000;
            prices << '(' + number(i) + ", " + amount(due) + ", " + amount(due / 2) + ", " +
                          amount(due * 2) + ", " + amount(0) + ')';
        }
        const QByteArray money = m_sqlite ? "BLOB" : "numeric(39,0)";
        return "CREATE TEMP TABLE bench_corridor (c int PRIMARY KEY, name text, rail int,"
               " token int, symbol text, policy text);"
               "CREATE TEMP TABLE bench_kind (k int PRIMARY KEY, status text, detection text,"
               " confirmation text, verdict text, labels text, required text, money int);"
               "CREATE TEMP TABLE bench_price (p int PRIMARY KEY, due " +
               money + ", half " + money + ", more " + money + ", zero " + money +
               ");"
               "INSERT INTO bench_corridor VALUES " +
               corridors.join(", ") + ";INSERT INTO bench_kind VALUES " + kinds.join(", ") +
               ";INSERT INTO bench_price VALUES " + prices.join(", ") + ';';
    }

    template<class Row, size_t N>
    static QByteArray choose(const Row (&rows)[N], const QByteArray& share)
    {
        QByteArray sql = "CASE";
        int upTo = 0;
        for (size_t i = 0; i < N; ++i) {
            upTo += rows[i].share;
            sql += " WHEN " + share + " < " + number(upTo) + " THEN " + number(qint64(i));
        }
        return sql + " ELSE 0 END";
    }

    // Money and people are slow: what is younger than two days is often still open.
    QByteArray chooseKind() const
    {
        return "CASE WHEN i > " + number(m_payments - 2 * m_payments / kDays) +
               " AND i % 5 = 0 THEN " + number(kConfirming) + " WHEN i > " +
               number(m_payments - 2 * m_payments / kDays) + " AND i % 5 = 1 THEN " +
               number(kPending) + " ELSE " + choose(kKinds, "(i * 7907) % 10000") + " END";
    }

    void fillChunk(qint64 from, qint64 to)
    {
        const QByteArray first = "'" + queuePaymentId(from).toLatin1() + "'";
        const QByteArray last = "'" + queuePaymentId(to).toLatin1() + "'";
        QByteArray sql = choices();
        sql += "WITH RECURSIVE n(i) AS (SELECT CAST(" + number(from) +
               " AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i < " + number(to) +
               "), m AS (SELECT i, " + choose(kCorridors, "(i * 7919) % 1000") + " AS c, " +
               chooseKind() + " AS k, (i * 7351) % 500 AS p, " + number(m_oldest) + " + i * " +
               number(m_step) +
               " AS at, substr(CAST(100000000000 + i AS text), 2) AS digits FROM n)"
               " INSERT INTO payment (" +
               kColumns +
               ") SELECT 'pay_01BENCH00000000' || digits,"
               " 'mer_' || CAST(100 + (i * 31) % 40 AS text), c.name, 3, c.rail, c.token,"
               " c.symbol, 6, p.due, c.policy, at, at + 3600000, at + 5400000,"
               " 'ORD-' || substr(CAST(100000000000 + (i * 7368787) % 99999999977 AS text), 2),"
               " 'customer ' || CAST((i * 31) % 50021 AS text), 'cor_' || digits, p.zero, 'none',"
               " k.status, k.detection, k.confirmation, 'not-eligible', k.verdict, k.labels,"
               " CASE k.money WHEN 1 THEN p.due WHEN 2 THEN p.half WHEN 3 THEN p.more"
               " ELSE p.zero END, CASE k.money WHEN 1 THEN p.due WHEN 2 THEN p.half WHEN 3"
               " THEN p.more ELSE p.zero END, CASE k.money WHEN 0 THEN p.due WHEN 2 THEN p.half"
               " ELSE p.zero END, CASE WHEN k.money > 0 THEN " +
               number(kHead) + " - (" + number(m_payments) +
               " - i) / 3 END, k.required,"
               " CASE WHEN k.confirmation IN ('final', 'confirmed') THEN at + 120000 END,"
               " CASE WHEN k.confirmation = 'final' THEN at + 900000 END, at + 900000, 4"
               " FROM m CROSS JOIN bench_corridor c CROSS JOIN bench_kind k"
               " CROSS JOIN bench_price p WHERE c.c = m.c AND k.k = m.k AND p.p = m.p;";
        // Where the money of a tenth of them came to, and that it did.
        sql += "INSERT INTO binding (id, payment_id, rail, account, reference, created_at)"
               " SELECT 'bnd_' || substr(p.id, 5), p.id, p.rail, " +
               spread("p.id", 20) +
               ", '', p.created_at FROM payment p"
               " WHERE p.id LIKE '%0' AND p.id BETWEEN " +
               first + " AND " + last + ';';
        sql += "INSERT INTO transfer_payment (rail, tx, account, reference, payment_id, binding_id,"
               " linked_by, linked_at) SELECT b.rail, " +
               spread("b.id", 32) +
               ", b.account, '', b.payment_id, b.id, 'address', b.created_at FROM binding b"
               " WHERE b.payment_id BETWEEN " +
               first + " AND " + last + ';';
        m_database.execute(m_sqlite ? "BEGIN;" + sql + "COMMIT" : sql);
        if (!m_sqlite)
            return;
        m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    // Holds and cases of old payments are closed.
    void fillDecisions()
    {
        const QByteArray open = number(m_newest - 2 * kDayMs);
        m_database.execute(
            "INSERT INTO hold (id, payment_id, kind, reason, opened_at, opened_by, closed_at)"
            " SELECT 'hld_' || substr(id, 5), id, 'manual', 'asked the customer', created_at,"
            " 'operator', CASE WHEN created_at < " +
            open + " THEN created_at + 3600000 END FROM payment WHERE status = 'held'");
        m_database.execute(
            "INSERT INTO exception_case (id, code, severity, plane, owner, subject, payment_id,"
            " state, evidence, opened_at, version) SELECT 'cas_' || substr(id, 5), status, 3,"
            " 'commerce', 'operator', id, id, CASE WHEN created_at < " +
            open +
            " THEN 'resolved' ELSE 'open' END, '{}', created_at, 1 FROM payment"
            " WHERE status IN ('underpaid', 'overpaid')");
    }

    const test::TestDatabase& m_database;
    qint64 m_payments;
    qint64 m_step;
    qint64 m_oldest;
    qint64 m_newest;
    bool m_sqlite;
};

} // namespace queuefill

QString queuePaymentId(qint64 number)
{
    return QStringLiteral("pay_01BENCH00000000%1").arg(number, 11, 10, QLatin1Char('0'));
}

void fillQueue(const test::TestDatabase& database, qint64 payments, UtcTime newest)
{
    queuefill::Filler(database, payments, newest).fill();
}

QueueProbe queueProbe(Database& db, qint64 number)
{
    QueueProbe probe;
    probe.id = queuePaymentId(number);
    Statement s(db,
                u"SELECT p.order_reference, l.account, l.tx FROM payment p"
                u" JOIN transfer_payment l ON l.payment_id = p.id WHERE p.id = :id");
    s.bind(u":id", probe.id);
    if (!s.next())
        stop("the queue's probe", "isn't there");
    probe.order = s.text(0);
    probe.account = QStringLiteral("0x") + QString::fromLatin1(s.bytes(1).toHex());
    probe.tx = QStringLiteral("0x") + QString::fromLatin1(s.bytes(2).toHex());
    mustWork(s.finish());
    return probe;
}

namespace {

constexpr std::chrono::milliseconds kRound{40};
constexpr int kPerRound = QueueWriter::kPerSecond * int(kRound.count()) / 1000;
constexpr int kNewPerRound = 4;
constexpr qint64 kYoung = 5'000; // where changes happen

} // namespace

QueueWriter::QueueWriter(test::TestDatabase& database, qint64 payments)
    : m_address(database.engineAddress())
    , m_epoch(database.epoch())
    , m_payments(payments)
{}

QueueWriter::~QueueWriter()
{
    if (m_thread.joinable())
        end();
}

void QueueWriter::begin()
{
    m_stopped = false;
    m_changes = 0;
    m_from = std::chrono::steady_clock::now();
    m_thread = std::thread([this] { write(); });
}

double QueueWriter::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_wake.notify_all();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_from;
    m_thread.join();
    return double(m_changes) / took.count();
}

void QueueWriter::write()
{
    const auto db = test::openOrStop(m_address, QStringLiteral("bench-writer"));
    auto next = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        lock.unlock();
        changeSome(*db, ++m_round);
        lock.lock();
        next += kRound;
        m_wake.wait_until(lock, next, [this] { return m_stopped; });
    }
}

void QueueWriter::changeSome(Database& db, qint64 round)
{
    QStringList changed;
    QStringList names;
    for (int i = 0; i < kPerRound - kNewPerRound; ++i) {
        const qint64 back = (round * 7919 + i * 131) % std::min(kYoung, m_payments);
        changed << queuePaymentId(m_payments - back);
        names << u'\'' + changed.last() + u'\'';
    }
    QStringList made;
    mustWork(inTerm({db, m_epoch}, [&]() -> Outcome {
        Statement update(db,
                         QStringLiteral("UPDATE payment SET version = version + 1,"
                                        " updated_at = updated_at + 1, confirmation ="
                                        " CASE status WHEN 'pending' THEN 'confirming'"
                                        " WHEN 'confirming' THEN 'confirmed' ELSE confirmation END,"
                                        " status = CASE status WHEN 'pending' THEN 'confirming'"
                                        " WHEN 'confirming' THEN 'confirmed' ELSE status END"
                                        " WHERE id IN (%1)")
                             .arg(names.join(u", ")));
        if (auto done = update.exec(); !done)
            return done;
        QString columns = QString::fromLatin1(queuefill::kColumns);
        const QString values =
            QString(columns)
                .replace(QStringLiteral("id, merchant_id"), QStringLiteral(":id, merchant_id"))
                .replace(QStringLiteral(" created_at"), QStringLiteral(" created_at + :later"));
        Statement insert(db,
                         QStringLiteral("INSERT INTO payment (%1) SELECT %2 FROM payment"
                                        " WHERE id = :from")
                             .arg(columns, values));
        for (int i = 0; i < kNewPerRound; ++i) {
            const qint64 number = m_payments + round * kNewPerRound + i;
            made << queuePaymentId(number);
            insert.bind(u":id", made.last()).bind(u":later", round * kNewPerRound + i);
            insert.bind(u":from", queuePaymentId(m_payments));
            if (auto done = insert.exec(); !done)
                return done;
        }
        return notifyChanged(db, changed + made);
    }));
    m_changes += kPerRound;
}

} // namespace tieout::bench
