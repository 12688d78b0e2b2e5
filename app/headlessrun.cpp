// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlessrun.h"

#include "app/consoleoptions.h"
#include "chain/reconcile/reconcile.h"
#include "model/store/migrations.h"
#include "model/store/paymentqueue.h"

namespace tieout {

HeadlessRun::HeadlessRun(UtcTime start)
    : m_clock(start)
    , m_config(embeddedSandbox(m_folder.filePath(QStringLiteral("sandbox.sqlite"))))
{}

HeadlessRun::~HeadlessRun()
{
    if (!m_engine)
        return;
    // A lease that can't be given back ends by silence.
    const auto finished = m_engine->finish();
    Q_UNUSED(finished)
}

Result<SandboxRun> HeadlessRun::play()
{
    const auto made =
        makeDatabase(databaseAddress(m_config), toText(m_config.environment), m_clock.now());
    if (!made)
        return fail(made.error());
    m_engine = std::make_unique<Engine>(
        engineSettingsFrom(m_config), m_clock, Engine::Options{{}, nullptr, {}});
    return runSandboxToHorizon(*m_engine, m_clock);
}

Result<QString> HeadlessRun::report() const
{
    auto db =
        Database::open(databaseAddress(m_config), QStringLiteral("headless"), OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    const auto rows = readPaymentPage(**db, {}, {}, 0, 200);
    if (!rows)
        return fail(rows.error());
    QString text;
    for (const QueueRow& row : *rows) {
        text += QStringLiteral("%1 %2 %3 %4 %5  %6 %7\n")
                    .arg(toText(row.status), -11)
                    .arg(row.due.toText(), 12)
                    .arg(row.received.toText(), 12)
                    .arg(row.symbol, -6)
                    .arg(row.corridor, -18)
                    .arg(row.orderReference, -24)
                    .arg(row.labels.toText());
    }
    const auto tied = reconcile(**db, {});
    if (!tied)
        return fail(tied.error());
    return text + u'\n' + tied->toText();
}

} // namespace tieout
