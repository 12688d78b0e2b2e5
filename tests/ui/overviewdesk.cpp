// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overviewdesk.h"

#include <QDir>

namespace tieout::test {

namespace overviewdesk {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

// Blocks below the head that were read; two gaps of one and of 200 blocks.
void seedCoverage(const TestDatabase& db)
{
    const QByteArray hash = db.dialect() == Dialect::Sqlite ? "x'11'" : "'\\x11'";
    const auto range = [&](qint64 from, qint64 to, const char* filter) {
        db.execute("INSERT INTO coverage (rail, from_number, to_number, end_hash, scope,"
                   " filter_version, source, read_at) VALUES (1, " +
                   number(from) + ", " + number(to) + ", " + hash + ", 'listed-tokens', " + filter +
                   ", 'north', " + number(kSeedStart.ms()) + ")");
    };
    range(kSeedHead - 1'000, kSeedHead - 501, "3");
    range(kSeedHead - 499, kSeedHead - 301, "3");
    range(kSeedHead - 100, kSeedHead, "4");
}

void seedSource(const TestDatabase& db)
{
    db.execute("INSERT INTO source_health (rail, name, operator, healthy, head, requests,"
               " failures, latency_ms, span, last_error, retry_at, updated_at) VALUES"
               " (1, 'north', 'Northern Nodes', 1, 71220331, 5200, 12, 84, 2000, '', 0, 0),"
               " (1, 'south', 'Southern Nodes', 0, 71220300, 100, 90, 900, 2000,"
               " 'rate limited', " +
               number((kSeedStart + std::chrono::hours(2)).ms()) + ", 0)");
}

} // namespace overviewdesk

std::unique_ptr<TestDatabase> overviewSeed(Dialect dialect)
{
    auto db = TestDatabase::make(dialect);
    seedRail(*db);
    seedPayments(*db, 0, kOverviewPayments);
    seedStory(*db, 6);
    overviewdesk::seedCoverage(*db);
    overviewdesk::seedSource(*db);
    // Confirmed and final money; n 2, 14, 26 … are of one kind, each with its own minute.
    db->execute("UPDATE payment SET confirmed_at = created_at + 60000 WHERE status IN"
                " ('confirmed', 'overpaid', 'underpaid')");
    db->execute("UPDATE payment SET final_at = created_at + 120000 WHERE confirmation = 'final'");
    // The one whose money is linked with a chain transaction.
    db->execute("UPDATE payment SET confirmed_at = created_at + 60000,"
                " final_at = created_at + 120000 WHERE id = '" +
                paymentId(6).toLatin1() + "'");
    return db;
}

void OverviewDesk::picture(const char* name)
{
    const QString folder = qEnvironmentVariable("TIEOUT_TEST_PICTURES");
    // Layouts find their sizes in the turns of the loop after new words.
    for (int turn = 0; turn < 5; ++turn)
        QTest::qWait(0);
    if (!folder.isEmpty())
        window.grab().save(QDir(folder).filePath(QLatin1String(name)));
}

} // namespace tieout::test
