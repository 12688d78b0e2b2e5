// SPDX-License-Identifier: GPL-3.0-or-later
// A bulk batch on SQLite makes room: for writers of its own process, who queue at the gate, and for
// other processes. What it writes in parts is what it writes at once, and each part is complete: a
// crash behind it leaves a database that goes on from there.
#include "model/store/blocks.h"
#include "model/store/statement.h"
#include "model/store/writegate.h"
#include "tests/model/actions/chainscene.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace tieout;
using tieout::test::ChainScene;
using tieout::test::Paid;
using tieout::test::TestDatabase;

namespace {

constexpr qint64 kUnits = 1'000'000;
constexpr int kPaidPerBlock = 60; // two blocks are more than the rows between two looks
constexpr int kOthers = 100'000;  // accounts that no payment has

using Blocks = std::vector<ChainScene::Made>;

Blocks madeBlocks(ChainScene& scene, BlockHeader parent, int count, const QList<PaymentId>& ids)
{
    Blocks blocks;
    for (int b = 0; b < count; ++b) {
        std::vector<Paid> paid;
        for (int i = 0; i < kPaidPerBlock; ++i) {
            const int number = b * kPaidPerBlock + i;
            const bool ours = i < 3 && !ids.isEmpty();
            const Account to = ours ? scene.accountOf(ids.at((b * 3 + i) % ids.size()))
                                    : ChainScene::account(kOthers + number);
            paid.push_back({to, (ours ? 100 : 1 + number) * kUnits, number, i, {}});
        }
        blocks.push_back(scene.block(parent, paid));
        parent = blocks.back().header;
    }
    return blocks;
}

QList<PaymentId> payments(ChainScene& scene, int count)
{
    QList<PaymentId> ids;
    for (int i = 0; i < count; ++i)
        ids << scene.payment(100);
    return ids;
}

QStringList rowsOf(Database& db, QStringView sql)
{
    Statement s(db, sql);
    QStringList rows;
    while (s.next())
        rows << s.text(0);
    if (const auto done = s.finish(); !done)
        qFatal("%s", qPrintable(done.error().detail));
    return rows;
}

// Everything that reading blocks writes, but for random ids and for how many transactions it took.
QStringList everythingRead(Database& db)
{
    QStringList rows;
    for (const QStringView sql :
         {u"SELECT 'block ' || json_array(id, number, hex(hash), hex(parent), time, withdrawn_at)"
          u" FROM block ORDER BY id",
          u"SELECT 'transfer ' || json_array(block_id, log_index, hex(tx), token_id,"
          u" hex(from_account), hex(to_account), hex(amount), reference)"
          u" FROM transfer ORDER BY block_id, log_index",
          u"SELECT 'label ' || json_array(block_id, log_index, label) FROM transfer_label"
          u" ORDER BY block_id, log_index, label",
          u"SELECT 'link ' || json_array(rail, hex(tx), hex(account), reference, payment_id,"
          u" binding_id) FROM transfer_payment ORDER BY rail, tx, account",
          u"SELECT 'coverage ' || json_array(rail, from_number, to_number, hex(end_hash), scope,"
          u" filter_version, source, read_at) FROM coverage ORDER BY from_number",
          u"SELECT 'awaiting ' || json_array(rail, rule, number, payment_id) FROM awaiting"
          u" ORDER BY rail, rule, number, payment_id",
          u"SELECT 'payment ' || json_array(id, status, detection, confirmation, verdict, labels,"
          u" hex(received), hex(confirmed), hex(remaining), deciding_number, version)"
          u" FROM payment ORDER BY id",
          u"SELECT 'case ' || json_array(code, subject, state, payment_id) FROM exception_case"
          u" ORDER BY code, subject, payment_id",
          u"SELECT 'cursor ' || json_array(cursor_number, hex(cursor_hash), cursor_time,"
          u" head_number) FROM rail_state"}) {
        rows << rowsOf(db, sql);
    }
    return rows;
}

// As the files lie there this moment: what a machine finds that lost its power.
std::unique_ptr<Database> crashImage(const TestDatabase& database, const QString& path)
{
    const QString file = database.address().url;
    if (!QFile::copy(file, path) ||
        (QFile::exists(file + QStringLiteral("-wal")) &&
         !QFile::copy(file + QStringLiteral("-wal"), path + QStringLiteral("-wal"))))
        qFatal("no copy of %s", qPrintable(file));
    return test::openOrStop({path, {}}, QStringLiteral("image"));
}

// `bulk` begins, in this thread, while a writer stands right behind it and does `between`.
template<class Bulk>
auto withOneBehind(const TestDatabase& database,
                   WriteGate& gate,
                   Bulk bulk,
                   const std::function<Outcome(Database&)>& between)
{
    std::atomic<bool> isHeld = false;
    std::thread holder([&] {
        gate.enter();
        isHeld = true;
        while (gate.waiting() < 1)
            std::this_thread::yield();
        std::thread behind([&] {
            const auto db = database.open(QStringLiteral("behind"));
            db->setWriteGate(&gate);
            if (const auto done = inTransaction(*db, [&] { return between(*db); }); !done)
                qFatal("%s", qPrintable(done.error().detail));
        });
        while (gate.waiting() < 2)
            std::this_thread::yield();
        gate.leave();
        behind.join();
    });
    while (!isHeld)
        std::this_thread::yield();
    auto result = bulk();
    holder.join();
    return result;
}

qint64 numberOf(Database& db, QStringView sql)
{
    return rowsOf(db, sql).value(0, QStringLiteral("-1")).toLongLong();
}

} // namespace

class TstBulkTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWriterComesInBetween();
    void goesOnAfterACrashInBetween();
    void aNewTermStopsTheRest();
    void blocksReturnInParts();
    void aGapIsFilledInParts();
    void aGapOfAnotherChainLeavesNothing();
    void thePartsEndHasItsRow();
    void otherProcessesFindTheFileFree();
};

void TstBulkTurns::aWriterComesInBetween()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto blocks = madeBlocks(scene, scene.genesis(), 8, payments(scene, 24));
    const QTemporaryDir folder;
    const auto whole = crashImage(*database, folder.filePath(QStringLiteral("whole")));
    QVERIFY(recordBlocks(
        {*whole, scene.term().epoch}, scene.rail(), ChainScene::batch(blocks), scene.start()));

    WriteGate gate;
    scene.db().setWriteGate(&gate);
    QStringList seen;
    const auto recorded = withOneBehind(
        *database,
        gate,
        [&] {
            return recordBlocks(
                scene.term(), scene.rail(), ChainScene::batch(blocks), scene.start());
        },
        [&](Database& db) -> Outcome {
            // Complete up to the block where the part ended, and nothing of the next.
            seen << rowsOf(db, u"SELECT cursor_number FROM rail_state")
                 << rowsOf(db, u"SELECT to_number FROM coverage")
                 << rowsOf(db, u"SELECT max(number) FROM block")
                 << rowsOf(db, u"SELECT count(*) FROM transfer")
                 << rowsOf(db, u"SELECT count(*) FROM transfer_payment")
                 << rowsOf(db, u"SELECT count(*) FROM payment WHERE status = 'confirming'")
                 << rowsOf(db, u"SELECT count(*) FROM journal_inbox WHERE body LIKE '%rail.read%'");
            return Done;
        });
    QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().detail));
    QCOMPARE(seen.join(u' '), QStringLiteral("2 2 2 120 6 6 1"));
    QCOMPARE(recorded->blocks, 8);
    QCOMPARE(recorded->transfers, 8 * kPaidPerBlock);
    QCOMPARE(recorded->bound, 24);
    QCOMPARE(recorded->payments, 24);
    QCOMPARE(recorded->changed.size(), size_t(24));
    // Nobody waits any more, so that the rest is one.
    QCOMPARE(scene.count(u"SELECT count(*) FROM journal_inbox WHERE body LIKE '%rail.read%'"), 2);
    QCOMPARE(everythingRead(scene.db()), everythingRead(*whole));
}

void TstBulkTurns::goesOnAfterACrashInBetween()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto blocks = madeBlocks(scene, scene.genesis(), 6, payments(scene, 18));
    WriteGate gate;
    scene.db().setWriteGate(&gate);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("crash"));
    const auto recorded = withOneBehind(
        *database,
        gate,
        [&] {
            return recordBlocks(
                scene.term(), scene.rail(), ChainScene::batch(blocks), scene.start());
        },
        [&](Database&) -> Outcome {
            crashImage(*database, path);
            return Done;
        });
    QVERIFY(recorded);
    const auto crashed = test::openOrStop({path, {}}, QStringLiteral("crashed"));
    const qint64 cursor = numberOf(*crashed, u"SELECT cursor_number FROM rail_state");
    QCOMPARE(cursor, 2);
    const Term term{*crashed, scene.term().epoch};
    const auto again = recordBlocks(term, scene.rail(), ChainScene::batch(blocks), scene.start());
    QVERIFY(!again);
    QCOMPARE(again.error().reason, QStringLiteral("cursor_moved"));
    const Blocks rest(blocks.begin() + cursor, blocks.end());
    QVERIFY(recordBlocks(term, scene.rail(), ChainScene::batch(rest), scene.start()));
    QCOMPARE(everythingRead(*crashed), everythingRead(scene.db()));
}

void TstBulkTurns::aNewTermStopsTheRest()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto blocks = madeBlocks(scene, scene.genesis(), 6, payments(scene, 18));
    WriteGate gate;
    scene.db().setWriteGate(&gate);
    const auto recorded = withOneBehind(
        *database,
        gate,
        [&] {
            return recordBlocks(
                scene.term(), scene.rail(), ChainScene::batch(blocks), scene.start());
        },
        [&](Database& db) -> Outcome {
            Statement silence(db, u"UPDATE lease SET heartbeat = 0");
            if (auto done = silence.exec(); !done)
                return done;
            Statement next(db, u"UPDATE lease SET epoch = epoch + 1");
            return next.exec();
        });
    QVERIFY(!recorded);
    QCOMPARE(recorded.error().reason, QStringLiteral("lease_lost"));
    QCOMPARE(scene.count(u"SELECT cursor_number FROM rail_state"), 2);
    QCOMPARE(scene.count(u"SELECT count(*) FROM transfer"), 2 * kPaidPerBlock);
    const Blocks rest(blocks.begin() + 2, blocks.end());
    QVERIFY(recordBlocks({scene.db(), scene.term().epoch + 1},
                         scene.rail(),
                         ChainScene::batch(rest),
                         scene.start()));
    QCOMPARE(scene.count(u"SELECT count(*) FROM payment WHERE status = 'confirming'"), 18);
}

void TstBulkTurns::blocksReturnInParts()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto blocks = madeBlocks(scene, scene.genesis(), 7, payments(scene, 21));
    scene.record(blocks);
    QVERIFY(rewindChain(scene.term(), scene.rail(), 1, scene.start()));
    const Blocks back(blocks.begin() + 1, blocks.end());
    const QTemporaryDir folder;
    const auto whole = crashImage(*database, folder.filePath(QStringLiteral("whole")));
    QVERIFY(recordBlocks(
        {*whole, scene.term().epoch}, scene.rail(), ChainScene::batch(back), scene.start()));
    WriteGate gate;
    scene.db().setWriteGate(&gate);
    qint64 cursor = 0;
    const auto recorded = withOneBehind(
        *database,
        gate,
        [&] {
            return recordBlocks(scene.term(), scene.rail(), ChainScene::batch(back), scene.start());
        },
        [&](Database& db) -> Outcome {
            cursor = numberOf(db, u"SELECT cursor_number FROM rail_state");
            return Done;
        });
    QVERIFY(recorded);
    QCOMPARE(cursor, 3);
    QCOMPARE(recorded->transfers, 0);
    QCOMPARE(scene.count(u"SELECT count(*) FROM block WHERE withdrawn_at IS NULL"), 7);
    QCOMPARE(everythingRead(scene.db()), everythingRead(*whole));
}

void TstBulkTurns::aGapIsFilledInParts()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto blocks = madeBlocks(scene, scene.genesis(), 9, payments(scene, 27));
    // The rail began at the eighth block, and the fourth was read since.
    scene.record({blocks.begin() + 7, blocks.end()});
    QVERIFY(recordBackfill(scene.term(),
                           scene.rail(),
                           ChainScene::batch({blocks.begin() + 3, blocks.begin() + 4}),
                           scene.start()));
    const auto gap = ChainScene::batch({blocks.begin(), blocks.begin() + 7});
    const QTemporaryDir folder;
    const auto whole = crashImage(*database, folder.filePath(QStringLiteral("whole")));
    QVERIFY(recordBackfill({*whole, scene.term().epoch}, scene.rail(), gap, scene.start()));
    WriteGate gate;
    scene.db().setWriteGate(&gate);
    QStringList seen;
    const auto recorded = withOneBehind(
        *database,
        gate,
        [&] { return recordBackfill(scene.term(), scene.rail(), gap, scene.start()); },
        [&](Database& db) -> Outcome {
            seen << rowsOf(db, u"SELECT cursor_number FROM rail_state")
                 << rowsOf(db, u"SELECT to_number FROM coverage ORDER BY 1")
                 << rowsOf(db, u"SELECT count(*) FROM transfer");
            return Done;
        });
    QVERIFY(recorded);
    QCOMPARE(seen.join(u' '), QStringLiteral("9 2 4 9 300"));
    QCOMPARE(recorded->transfers, 6 * kPaidPerBlock);
    QCOMPARE(everythingRead(scene.db()), everythingRead(*whole));
}

// In parts as well as at once: what lies below the difference may be of that other chain.
void TstBulkTurns::aGapOfAnotherChainLeavesNothing()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto blocks = madeBlocks(scene, scene.genesis(), 6, {});
    scene.record({blocks.back()});
    Blocks others(blocks.begin(), blocks.end() - 1);
    others.push_back(scene.block(others.back().header, {}, 5));
    WriteGate gate;
    scene.db().setWriteGate(&gate);
    const auto refused = withOneBehind(
        *database,
        gate,
        [&] {
            return recordBackfill(
                scene.term(), scene.rail(), ChainScene::batch(others), scene.start());
        },
        [](Database&) -> Outcome { return Done; });
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, QStringLiteral("block_differs"));
    QCOMPARE(scene.count(u"SELECT count(*) FROM block"), 1);
    QCOMPARE(scene.count(u"SELECT count(*) FROM transfer"), kPaidPerBlock);
}

void TstBulkTurns::thePartsEndHasItsRow()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto first = scene.block(scene.genesis());
    scene.record({first});
    HeadFacts facts;
    facts.latest = first.header;
    facts.latest.number = 5'000;
    facts.marks.finalized = 5'000;
    facts.healthy = true;
    QVERIFY(promote(scene.term(), scene.rail(), facts, scene.start()));
    // So far below the finalised block only every sixteenth keeps a row.
    Blocks blocks;
    for (BlockHeader parent = first.header; blocks.size() < 250; parent = blocks.back().header)
        blocks.push_back(scene.block(parent));
    WriteGate gate;
    scene.db().setWriteGate(&gate);
    qint64 cursor = 0;
    qint64 highest = 0;
    const auto recorded = withOneBehind(
        *database,
        gate,
        [&] {
            return recordBlocks(
                scene.term(), scene.rail(), ChainScene::batch(blocks), scene.start());
        },
        [&](Database& db) -> Outcome {
            cursor = numberOf(db, u"SELECT cursor_number FROM rail_state");
            highest = numberOf(db, u"SELECT max(number) FROM block");
            return Done;
        });
    QVERIFY(recorded);
    QCOMPARE(cursor, 101);
    QCOMPARE(highest, cursor);
    // 1, 2, every sixteenth from 16 to 240, 101, 251.
    QCOMPARE(scene.count(u"SELECT count(*) FROM block"), 1 + 1 + 15 + 1 + 1);
    QCOMPARE(scene.count(u"SELECT count(*) FROM coverage"), 1);
}

void TstBulkTurns::otherProcessesFindTheFileFree()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    ChainScene scene(*database);
    const auto blocks = madeBlocks(scene, scene.genesis(), 500, {});
    WriteGate gate;
    scene.db().setWriteGate(&gate);
    std::atomic<bool> isHeld = false;
    std::vector<qint64> cursors;
    // To SQLite a connection without our gate is another process.
    std::thread other([&] {
        const auto db = database->open(QStringLiteral("other"));
        const auto look = [&](bool first) -> Outcome {
            isHeld = true;
            while (first && !gate.isShared())
                std::this_thread::yield();
            cursors.push_back(numberOf(*db, u"SELECT cursor_number FROM rail_state"));
            return Done;
        };
        for (int i = 0; i < 3; ++i) {
            if (const auto done = inTransaction(*db, [&] { return look(i == 0); }); !done)
                qFatal("%s", qPrintable(done.error().detail));
            // The next one wants in when the bulk writer is at work again.
            while (numberOf(*db, u"SELECT cursor_number FROM rail_state") == cursors.back())
                std::this_thread::yield();
        }
    });
    while (!isHeld)
        std::this_thread::yield();
    const auto recorded =
        recordBlocks(scene.term(), scene.rail(), ChainScene::batch(blocks), scene.start());
    other.join();
    QVERIFY(recorded);
    QCOMPARE(cursors.size(), size_t(3));
    QCOMPARE(cursors.front(), -1);
    QVERIFY(cursors.back() > 0);
    QVERIFY2(cursors.back() < 500, "it had to wait for the whole batch");
    QVERIFY(scene.count(u"SELECT count(*) FROM journal_inbox WHERE body LIKE '%rail.read%'") > 2);
    QCOMPARE(scene.count(u"SELECT count(*) FROM transfer"), 500 * kPaidPerBlock);
    QCOMPARE(scene.count(u"SELECT count(*) FROM coverage"), 1);
}

TIEOUT_REGISTER_TEST(TstBulkTurns)

#include "tst_bulkturns.moc"
