// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "chain/engine/sandboxrun.h"
#include "chain/reconcile/reconcile.h"
#include "model/store/migrations.h"
#include "model/store/paymentqueue.h"
#include "model/store/systemclock.h"

namespace tieout {

namespace {

constexpr int kShownPayments = 500;

QString queueLine(const QueueRow& row)
{
    QString story = row.orderReference;
    if (story.startsWith(u"sandbox-"))
        story = story.mid(8);
    return QStringLiteral("  %1 %2 %3 of %4 %5 %6\n")
        .arg(story.leftJustified(26),
             toText(row.status).leftJustified(11),
             row.received.toText().rightJustified(8),
             row.due.toText().rightJustified(5),
             row.symbol.leftJustified(6),
             row.labels.toText());
}

} // namespace

Outcome playSandbox(const QString& path)
{
    const DatabaseAddress address{path, {}};
    const UtcTime now = SystemClock().now();
    const auto made = makeDatabase(address, QStringLiteral("sandbox"), now);
    if (!made)
        return fail(made.error());
    SteppedClock clock(now);
    Engine engine(sandboxEngineSettings(address, {}), clock, {});
    const auto run = runSandboxToHorizon(engine, clock);
    if (!run)
        return fail(run.error());
    return engine.finish();
}

Result<QString> describeSandbox(const DatabaseAddress& address)
{
    const auto db = Database::open(address, QStringLiteral("headless"), OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    PaymentQuery query;
    query.descending = false;
    const auto rows = readPaymentPage(**db, query, {}, 0, kShownPayments);
    if (!rows)
        return fail(rows.error());
    QString text = QStringLiteral("Payments\n");
    for (const QueueRow& row : *rows)
        text += queueLine(row);
    const auto result = reconcile(**db, UtcTime());
    if (!result)
        return fail(result.error());
    return text + u'\n' + result->toText();
}

} // namespace tieout
