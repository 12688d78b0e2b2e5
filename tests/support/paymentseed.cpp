// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paymentseed.h"

#include "model/domain/amount.h"
#include "model/domain/words.h"

namespace tieout::test {

namespace {

QByteArray bytes(const TestDatabase& db, const QByteArray& value)
{
    return db.dialect() == Dialect::Sqlite ? "x'" + value.toHex() + "'"
                                           : "'\\x" + value.toHex() + "'";
}

QByteArray amount(const TestDatabase& db, Int128 units)
{
    const Amount value(units, 6);
    return db.dialect() == Dialect::Sqlite ? bytes(db, value.toSortable())
                                           : value.toUnitsText().toLatin1();
}

QByteArray at(int seconds)
{
    return QByteArray::number(kSeedStart.ms() + qint64(seconds) * 1000);
}

struct Projection
{
    const char* status;
    const char* detection;
    const char* confirmation;
    const char* verdict;
    const char* labels;
    int received; // of the due, in percent
    int behind;   // the deciding block below the head; negative: none
    const char* required;
};

constexpr Projection kKinds[] = {
    {"pending", "created", "none", "none", "", 0, -1, ""},
    {"confirming", "detected", "confirming", "exact", "", 100, 6, "depth:12"},
    {"confirmed", "detected", "confirmed", "exact", "", 100, 40, "depth:12"},
    {"confirmed", "detected", "final", "exact", "multi", 100, 900, "depth:12"},
    {"underpaid", "detected", "confirmed", "short", "short", 60, 60, "depth:3"},
    {"overpaid", "detected", "confirmed", "over", "over", 140, 60, "depth:12"},
    {"held", "detected", "confirmed", "none", "held late", 0, 80, "depth:12"},
    {"reorged", "detected", "reorged", "none", "reorged", 0, -1, ""},
    {"expired", "expired", "none", "none", "", 0, -1, ""},
    {"cancelled", "created", "none", "none", "", 0, -1, ""},
    {"confirming", "detected", "confirming", "exact", "", 100, 0, "finalized"},
    {"refunded", "detected", "final", "exact", "", 100, 2000, "depth:12"},
};

QByteArray paymentValues(const TestDatabase& db, int n)
{
    const Projection& kind = kKinds[n % int(std::size(kKinds))];
    const Int128 due = Int128(100 + (n * 7919) % 90'000) * 1'000'000 + (n % 3 == 0 ? 500'000 : 0);
    const Int128 received = due * kind.received / 100;
    const QByteArray number = QByteArray::number(n);
    const QByteArray block =
        kind.behind < 0 ? "NULL" : QByteArray::number(kSeedHead - kind.behind + 1);
    const QByteArrayList values{"'" + paymentId(n).toLatin1() + "'",
                                "'mer_seed'",
                                n % 4 == 0 ? "'usdc-base'" : "'usdt-tron'",
                                "3",
                                "1",
                                "1",
                                n % 4 == 0 ? "'USDC'" : "'USDT'",
                                "6",
                                amount(db, due),
                                "'{}'",
                                at(n),
                                at(n + 3600),
                                at(n + 7200),
                                "'ORD-" + number + "'",
                                "'customer " + QByteArray::number(n % 97) + "'",
                                "NULL",
                                "'cor_" + number + "'",
                                amount(db, 0),
                                "'none'",
                                "'" + QByteArray(kind.status) + "'",
                                "'" + QByteArray(kind.detection) + "'",
                                "'" + QByteArray(kind.confirmation) + "'",
                                "'not-eligible'",
                                "'" + QByteArray(kind.verdict) + "'",
                                "'" + QByteArray(kind.labels) + "'",
                                amount(db, received),
                                amount(db, received),
                                amount(db, received < due ? due - received : 0),
                                block,
                                "'" + QByteArray(kind.required) + "'",
                                at(n),
                                "1"};
    return "(" + values.join(", ") + ")";
}

} // namespace

QString paymentId(int n)
{
    return QStringLiteral("pay_01SEED%1").arg(n, 20, 10, QLatin1Char('0'));
}

void seedRail(const TestDatabase& db)
{
    const QByteArray hash = bytes(db, QByteArray(32, '\x11'));
    db.execute("INSERT INTO rail (id, name, family, chain) VALUES (1, 'sandbox', 'sandbox', "
               "'eip155:31337')");
    db.execute("INSERT INTO rail_state (rail, cursor_number, cursor_hash, cursor_time, head_number,"
               " head_time, head_seen_at, healthy, health_reason, frozen_reason, reorgs,"
               " deepest_reorg, version) VALUES (1, " +
               QByteArray::number(kSeedHead) + ", " + hash + ", " + at(0) + ", " +
               QByteArray::number(kSeedHead) + ", " + at(0) + ", " + at(0) +
               ", 1, '', '', 0, 0, 1)");
    db.execute("INSERT INTO token (id, rail, account, symbol, decimals, listed) VALUES (1, 1, " +
               bytes(db, QByteArray(20, '\x22')) + ", 'USDT', 6, 1)");
    db.execute("INSERT INTO merchant (id, name, created_at, version)"
               " VALUES ('mer_seed', 'Example Store', 0, 1)");
}

void seedPayments(const TestDatabase& db, int first, int count)
{
    const QByteArray head =
        "INSERT INTO payment (id, merchant_id, corridor, corridor_version, rail, token_id, symbol,"
        " decimals, due, policy, created_at, expires_at, top_up_until, order_reference, customer,"
        " idempotency_key, correlation_id, accepted_shortfall, fulfilment, status, detection,"
        " confirmation, recognition, verdict, labels, received, confirmed, remaining,"
        " deciding_number, required, updated_at, version) VALUES ";
    QByteArrayList rows;
    for (int n = first; n < first + count; ++n) {
        rows.append(paymentValues(db, n));
        if (rows.size() == 500 || n + 1 == first + count) {
            db.execute(head + rows.join(", "));
            rows.clear();
        }
    }
}

void seedStory(const TestDatabase& db, int n)
{
    const QByteArray id = "'" + paymentId(n).toLatin1() + "'";
    const QByteArray account =
        bytes(db, QByteArray::fromHex("70997970c51812dc3a010c7d01b50e0d17dc79c8"));
    const QByteArray from =
        bytes(db, QByteArray::fromHex("3c44cdddb6a900fa2b585dd299e03d12fa4293bc"));
    const QByteArray tx = bytes(db, QByteArray(32, '\x5a'));
    db.execute("INSERT INTO binding (id, payment_id, rail, account, reference, created_at) VALUES"
               " ('bnd_" +
               QByteArray::number(n) + "', " + id + ", 1, " + account + ", '', " + at(n) + ")");
    for (const QByteArray block : {"1", "2"}) {
        const bool old = block == "1";
        db.execute(
            "INSERT INTO block (id, rail, number, hash, parent, time, withdrawn_at) VALUES (" +
            block + ", 1, " + QByteArray::number(kSeedHead - (old ? 9 : 7)) + ", " +
            bytes(db, QByteArray(32, old ? '\x31' : '\x32')) + ", " +
            bytes(db, QByteArray(32, '\x30')) + ", " + at(n + (old ? 40 : 60)) + ", " +
            (old ? at(n + 55) : QByteArray("NULL")) + ")");
        db.execute(
            "INSERT INTO transfer (block_id, log_index, tx, token_id, from_account, to_account,"
            " amount) VALUES (" +
            block + ", 4, " + tx + ", 1, " + from + ", " + account + ", " + amount(db, 60'000'000) +
            ")");
    }
    db.execute("INSERT INTO transfer_payment (rail, tx, account, reference, payment_id, binding_id,"
               " linked_by, linked_at) VALUES (1, " +
               tx + ", " + account + ", '', " + id + ", 'bnd_" + QByteArray::number(n) +
               "', 'binding', " + at(n + 40) + ")");
    db.execute(
        "INSERT INTO sighting (rail, tx, to_account, token_id, from_account, amount, reference,"
        " first_seen_at, state, state_at, replaced_by) VALUES (1, " +
        bytes(db, QByteArray(32, '\x6b')) + ", " + account + ", 1, " + from + ", " +
        amount(db, 40'000'000) + ", '', " + at(n + 20) + ", 'replaced', " + at(n + 30) + ", " + tx +
        ")");
    db.execute(
        "INSERT INTO hold (id, payment_id, kind, reason, opened_at, opened_by) VALUES ('hld_" +
        QByteArray::number(n) + "', " + id + ", 'operator', 'asked the customer', " + at(n + 70) +
        ", 'operator')");
    db.execute(
        "INSERT INTO exception_case (id, code, severity, plane, owner, subject, payment_id, state,"
        " evidence, opened_at, due_at, version) VALUES ('cas_" +
        QByteArray::number(n) + "', 'LATE', 3, 'chain', 'operator', " + id + ", " + id +
        ", 'open', '{}', " + at(n + 65) + ", " + at(n + 90'000) + ", 1)");
    const char* const kTypes[] = {"payment.created",
                                  "payment.detected",
                                  "payment.confirming",
                                  "payment.reorged",
                                  "payment.confirming",
                                  "payment.held"};
    int version = 0;
    for (const char* type : kTypes) {
        ++version;
        db.execute("INSERT INTO event (id, type, schema_version, subject, subject_version, step,"
                   " correlation_id, payload, at) VALUES ('evt_" +
                   QByteArray::number(n) + "_" + QByteArray::number(version) + "', '" + type +
                   "', 1, " + id + ", " + QByteArray::number(version) + ", " + "0, 'cor', '{}', " +
                   at(n + version * 11) + ")");
    }
}

} // namespace tieout::test
