// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlessrun.h"

#include "app/consoleoptions.h"
#include "chain/reconcile/reconcile.h"
#include "chain/sandbox/sandboxcorridors.h"
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/commands/submit.h"
#include "model/store/migrations.h"
#include "model/store/paymentqueue.h"
#include "model/store/payments.h"

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

Outcome HeadlessRun::run(QStringView kind, const QString& subject, const QJsonObject& payload)
{
    auto db =
        Database::open(databaseAddress(m_config), QStringLiteral("headless"), OpenMode::ReadWrite);
    if (!db)
        return fail(db.error());
    CommandRequest request;
    request.id = CommandId::make(m_clock.now());
    request.role = QStringLiteral("operator");
    request.kind = kind.toString();
    request.subject = subject;
    request.payload = payload;
    if (auto taken = submit(**db, QStringLiteral("operator"), request); !taken)
        return fail(taken.error());
    if (auto stepped = m_engine->stepOnce(m_clock.now()); !stepped)
        return fail(stepped.error());
    const auto answer = readCommand(**db, request.id);
    if (!answer)
        return fail(answer.error());
    return answer->error ? fail(*answer->error) : Outcome(Done);
}

Outcome HeadlessRun::decide()
{
    CreatePaymentPayload create;
    create.corridor = sandboxUsdtCorridor();
    create.amount = QStringLiteral("250");
    create.orderReference = QStringLiteral("sandbox-waiting");
    create.customer = QStringLiteral("Casa Lumbre");
    if (auto done = run(kinds::kPaymentCreate, {}, create.toJson()); !done)
        return done;
    auto db =
        Database::open(databaseAddress(m_config), QStringLiteral("headless"), OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    const auto rows = readPaymentPage(**db, {}, {}, 0, 200);
    if (!rows)
        return fail(rows.error());
    for (const QueueRow& row : *rows) {
        if (row.orderReference != u"sandbox-replaced")
            continue;
        const auto payment = readPayment(**db, row.id);
        if (!payment)
            return fail(payment.error());
        const HoldPaymentPayload hold{row.id,
                                      payment->version,
                                      QStringLiteral("operator"),
                                      QStringLiteral("The customer asked us to wait.")};
        return run(kinds::kPaymentHold, row.id.text(), hold.toJson());
    }
    return Done;
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
