// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the chain plane on both databases: rails and their marks, blocks that lose their
// place and come back, transfers, sightings, what waits, and the addresses that were handed out.
#include "model/store/addresses.h"
#include "model/store/awaiting.h"
#include "model/store/sightings.h"
#include "model/store/statement.h"
#include "tests/model/store/storedesk.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstChainRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rails_data() { TestDatabase::addDialectRows(); }
    void rails()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        const RailRow wanted = railByName(db, QStringLiteral("ethereum")).value();
        QCOMPARE(desk.write([&] { return ensureRail(db, wanted); }).value().id, desk.rail);
        RailRow other = wanted;
        other.chain = QStringLiteral("eip155:10");
        QCOMPARE(desk.write([&] { return ensureRail(db, other); }).error().reason,
                 QStringLiteral("rail_chain_mismatch"));
        other = wanted;
        other.genesis = QByteArray(32, 'x');
        QCOMPARE(desk.write([&] { return ensureRail(db, other); }).error().reason,
                 QStringLiteral("rail_genesis_mismatch"));
        QCOMPARE(railByName(db, QStringLiteral("tron")).error().reason,
                 QStringLiteral("rail_unknown"));

        RailState state = readRailState(db, desk.rail).value();
        const qint64 version = state.version;
        state.cursorNumber = 41;
        state.cursorHash = toBytes(hashOf(41));
        state.finalized = 30;
        state.healthy = true;
        TIEOUT_GOES(desk.write([&] { return writeRailState(db, state); }));
        const RailState read = readRailState(db, desk.rail).value();
        QCOMPARE(read.cursorNumber, qint64(41));
        QCOMPARE(read.cursorHash, toBytes(hashOf(41)));
        QCOMPARE(*read.finalized, qint64(30));
        QVERIFY(!read.safe && !read.frozenAt);
        QCOMPARE(read.version, version + 1);
    }

    void marksFallWithARewind_data() { TestDatabase::addDialectRows(); }
    void marksFallWithARewind()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        TIEOUT_GOES(desk.write([&]() -> Outcome {
            for (const auto& [rule, number] : {std::pair("12", 88), std::pair("finalized", 64)}) {
                if (auto done = writeMark(db, desk.rail, QString::fromLatin1(rule), number, at(1));
                    !done)
                    return done;
            }
            return Done;
        }));
        TIEOUT_GOES(desk.write([&] { return lowerMarks(db, desk.rail, 80, at(2)); }));
        const Marks marks = readMarks(db, desk.rail).value();
        QCOMPARE(int(marks.size()), 2);
        QCOMPARE(marks.at(QStringLiteral("12")), qint64(80));
        QCOMPARE(marks.at(QStringLiteral("finalized")), qint64(64));
    }

    void blocksLoseTheirPlace_data() { TestDatabase::addDialectRows(); }
    void blocksLoseTheirPlace()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        TIEOUT_GOES(desk.addBlocks(1, 5));
        // Each rail has a range of its own; these rows stand outside of it.
        QCOMPARE(nextBlockId(db, desk.rail).value(), desk.rail << kBlockIdBits);
        QCOMPARE(blockAtOrBelow(db, desk.rail, 9).value()->header.number, qint64(5));
        QVERIFY(!blockAtOrBelow(db, desk.rail, 0).value());
        // A second canonical block at one height.
        QCOMPARE(desk.addBlocks(4, 4, 2000, 500).error().reason, QStringLiteral("already_exists"));

        QCOMPARE(desk.write([&] { return withdrawBlocksAbove(db, desk.rail, 3, at(100)); }).value(),
                 qint64(2));
        QCOMPARE(desk.write([&] { return withdrawBlocksAbove(db, desk.rail, 3, at(101)); }).value(),
                 qint64(0));
        QCOMPARE(blockAtOrBelow(db, desk.rail, 9).value()->header.number, qint64(3));
        TIEOUT_GOES(desk.addBlocks(4, 4, 2000, 500));
        const auto gone = withdrawnBlocks(db, desk.rail, 4, 9).value();
        QCOMPARE(int(gone.size()), 2);
        QCOMPARE(*gone.front().withdrawnAt, at(100));
        // And the chain returns to the first.
        TIEOUT_GOES(desk.write([&]() -> Outcome {
            if (auto done = withdrawBlocksAbove(db, desk.rail, 3, at(200)); !done)
                return fail(done.error());
            return restoreBlock(db, 1004);
        }));
        const auto tip = blockAtOrBelow(db, desk.rail, 9).value();
        QCOMPARE(tip->id, qint64(1004));
        QVERIFY(tip->header.hash == hashOf(4));
        QVERIFY(!tip->withdrawnAt);
    }

    void tokens_data() { TestDatabase::addDialectRows(); }
    void tokens()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        const TokenRow unknown{0, desk.rail, accountOf(7), {}, {}, false};
        const qint64 id = desk.write([&] { return ensureToken(db, unknown); }).value();
        QVERIFY(id != desk.token);
        // Known by now, and listed; it keeps its id, and forgets nothing when it is seen again.
        const TokenRow known{0, desk.rail, accountOf(7), QStringLiteral("USDC"), 6, true};
        QCOMPARE(desk.write([&] { return ensureToken(db, known); }).value(), id);
        QCOMPARE(desk.write([&] { return ensureToken(db, unknown); }).value(), id);
        const auto rows = readTokens(db, desk.rail).value();
        QCOMPARE(int(rows.size()), 2);
        QCOMPARE(rows[1].symbol, QStringLiteral("USDC"));
        QCOMPARE(rows[1].decimals, std::optional<int>(6));
        QVERIFY(rows[1].listed && rows[1].account == accountOf(7));
    }

    void transfersAreListed_data() { TestDatabase::addDialectRows(); }
    void transfersAreListed()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        TIEOUT_GOES(desk.addBlocks(1, 3));
        const std::vector<TransferLog> logs{StoreDesk::logOf(1, 4, 11, 1),
                                            StoreDesk::logOf(2, 0, 12, 2),
                                            StoreDesk::logOf(2, 7, 13, 1),
                                            StoreDesk::logOf(3, 1, 14, 3)};
        std::vector<TransferRow> rows;
        for (size_t i = 0; i < logs.size(); ++i)
            rows.push_back({1000 + logs[i].block,
                            desk.token,
                            Amount(Int128(i + 1) << 70, 6),
                            false,
                            &logs[i]});
        rows.back().raw = true;
        rows.back().amount = Amount(0, 6);
        TIEOUT_GOES(desk.write([&] { return insertTransfers(db, rows); }));
        TIEOUT_GOES(desk.write([&] {
            return insertTransferLabels(
                db, {{1001, 4, QStringLiteral("dust")}, {1001, 4, QStringLiteral("dust")}});
        }));
        QCOMPARE(transferIndexes(db, 1002).value(), (std::vector<qint32>{0, 7}));

        TransferQuery query;
        query.limit = 3;
        auto page = listTransfers(db, query).value();
        QCOMPARE(int(page.size()), 3);
        QCOMPARE(page[0].second.labels, QStringLiteral("dust"));
        QCOMPARE(page[0].second.symbol, QStringLiteral("USDT"));
        QCOMPARE(page[0].second.rail, QStringLiteral("ethereum"));
        QVERIFY(page[1].second.amount == Amount(Int128(2) << 70, 6));
        QVERIFY(page[2].second.tx == hashOf(13));
        query.afterBlockId = page.back().first;
        query.afterLogIndex = page.back().second.logIndex;
        page = listTransfers(db, query).value();
        QCOMPARE(int(page.size()), 1);
        QCOMPARE(page[0].second.block, qint64(3));

        query = {};
        query.tx = toBytes(hashOf(12));
        QCOMPARE(int(listTransfers(db, query)->size()), 1);
        query = {};
        query.fromBlock = 2;
        query.toBlock = 2;
        QCOMPARE(int(listTransfers(db, query)->size()), 2);
        TIEOUT_GOES(desk.write([&] { return withdrawBlocksAbove(db, desk.rail, 1, at(9)); }));
        query = {};
        query.rail = desk.rail;
        QCOMPARE(int(listTransfers(db, query)->size()), 4);
        query.withWithdrawn = false;
        QCOMPARE(int(listTransfers(db, query)->size()), 1);
    }

    void sightings_data() { TestDatabase::addDialectRows(); }
    void sightings()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        const auto seen = [&](int tx, qint64 when) {
            Sighting sighting;
            sighting.tx = hashOf(tx);
            sighting.token = accountOf(200);
            sighting.from = accountOf(99);
            sighting.to = accountOf(1);
            sighting.seenAt = at(when);
            return desk.write([&] {
                return recordSighting(
                    db, desk.rail, {sighting, desk.token, coins("5"), {}}, at(when));
            });
        };
        const auto become = [&](int tx, SightingState state) {
            return desk.write(
                [&] { return setSightingState(db, desk.rail, hashOf(tx), state, {}, at(50)); });
        };
        QCOMPARE(seen(1, 20).value(), true);
        QCOMPARE(seen(2, 10).value(), true);
        QCOMPARE(seen(1, 30).value(), false);
        // Oldest first, by the first time.
        QVERIFY(openSightings(db, desk.rail, 9).value() ==
                (std::vector<Hash32>{hashOf(2), hashOf(1)}));
        TIEOUT_GOES(become(2, SightingState::Dropped));
        QVERIFY(openSightings(db, desk.rail, 9).value() == (std::vector<Hash32>{hashOf(1)}));
        // Seen again after it had gone, with its first time kept.
        QCOMPARE(seen(2, 60).value(), true);
        QVERIFY(openSightings(db, desk.rail, 9).value() ==
                (std::vector<Hash32>{hashOf(2), hashOf(1)}));
        TIEOUT_GOES(become(1, SightingState::Mined));
        QCOMPARE(seen(1, 70).value(), false);

        // Its block is about to go: it is asked about again.
        TIEOUT_GOES(desk.addBlocks(1, 2));
        TIEOUT_GOES(desk.addTransfer(StoreDesk::logOf(2, 0, 1, 1), coins("5")));
        TIEOUT_GOES(desk.write([&] { return reopenSightings(db, desk.rail, 2, at(80)); }));
        QCOMPARE(int(openSightings(db, desk.rail, 9)->size()), 1);
        TIEOUT_GOES(desk.write([&] { return reopenSightings(db, desk.rail, 1, at(80)); }));
        QCOMPARE(int(openSightings(db, desk.rail, 9)->size()), 2);
    }

    void addressesAreHandedOut_data() { TestDatabase::addDialectRows(); }
    void addressesAreHandedOut()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        XpubRow wanted;
        wanted.name = QStringLiteral("desk");
        wanted.family = QStringLiteral("evm");
        wanted.key = QStringLiteral("xpub-of-a-test");
        const auto xpub = desk.write([&] { return ensureXpub(db, wanted); });
        TIEOUT_GOES(xpub);
        const auto allocate = [&] {
            return desk.write([&] { return allocateIndex(db, xpub->id); });
        };
        // Nothing is watched yet.
        QCOMPARE(allocate().error().reason, QStringLiteral("addresses_exhausted"));
        std::vector<DepositAddressRow> rows;
        for (int i = 0; i < 3; ++i)
            rows.push_back({accountOf(10 + i), xpub->id, i});
        TIEOUT_GOES(desk.write([&] { return acknowledgeAddresses(db, xpub->id, rows); }));
        for (qint64 i = 0; i < 3; ++i)
            QCOMPARE(allocate().value(), i);
        QCOMPARE(allocate().error().code, ErrorCode::Unavailable);
        QCOMPARE(depositAddress(db, xpub->id, 1).value(), accountOf(11).toBytes());
        QCOMPARE(depositAddress(db, xpub->id, 3).error().reason,
                 QStringLiteral("address_not_watched"));
        int visited = 0;
        TIEOUT_GOES(
            eachDepositAddress(db, QStringLiteral("evm"), [&](const Account&) { ++visited; }));
        QCOMPARE(visited, 3);

        QCOMPARE(desk.write([&] { return ensureXpub(db, wanted); }).value().nextIndex, qint64(3));
        wanted.key = QStringLiteral("another");
        QCOMPARE(desk.write([&] { return ensureXpub(db, wanted); }).error().reason,
                 QStringLiteral("xpub_changed"));
        QCOMPARE(xpubByName(db, QStringLiteral("none")).error().reason,
                 QStringLiteral("xpub_unknown"));
    }

    void takenBackIsHandedOutAgain_data() { TestDatabase::addDialectRows(); }
    void takenBackIsHandedOutAgain()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        const auto xpub = desk.write([&] {
            return ensureXpub(
                db, {0, QStringLiteral("d"), QStringLiteral("evm"), QStringLiteral("k"), 0, -1});
        });
        TIEOUT_GOES(desk.write([&] {
            return acknowledgeAddresses(db, xpub->id, {{accountOf(10), xpub->id, 0}});
        }));
        const auto refused = desk.write([&]() -> Result<qint64> {
            if (auto index = allocateIndex(db, xpub->id); !index)
                return index;
            return fail(ErrorCode::Conflict, u"no");
        });
        QCOMPARE(refused.error().reason, QStringLiteral("no"));
        QCOMPARE(desk.write([&] { return allocateIndex(db, xpub->id); }).value(), qint64(0));
    }

    void ownAddresses_data() { TestDatabase::addDialectRows(); }
    void ownAddresses()
    {
        TIEOUT_STORE_DESK(desk);
        Database& db = desk.db();
        for (const OwnKind kind : {OwnKind::Gas, OwnKind::OffRamp}) {
            TIEOUT_GOES(desk.write([&] {
                return registerOwnAddress(db, {desk.rail, accountOf(1), kind, toText(kind)}, at(1));
            }));
        }
        const auto rows = readOwnAddresses(db, desk.rail).value();
        QCOMPARE(int(rows.size()), 1);
        QCOMPARE(rows[0].kind, OwnKind::OffRamp);
        QCOMPARE(rows[0].label, QStringLiteral("off-ramp"));
    }
};

TIEOUT_REGISTER_TEST(TstChainRows)
#include "tst_chainrows.moc"
