// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/watchcases.h"

#include "model/actions/caseaction.h"
#include "model/actions/projection.h"
#include "model/store/bindinglookup.h"
#include "model/store/cases.h"
#include "model/store/payments.h"

#include <QJsonDocument>

namespace tieout {

namespace {

QString compactJson(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Outcome endOne(Database& db, const QString& subject, CaseCode code, UtcTime now)
{
    const auto open = openCaseOf(db, subject, code);
    if (!open)
        return fail(open.error());
    if (!*open || !caseRule(code).closesByItself())
        return Done;
    return endGoneCase(db, **open, now);
}

QString transactionSubject(const RailContext& rail, const Hash32& tx)
{
    return QStringLiteral("tx:%1:%2")
        .arg(rail.rail().name, QString::fromLatin1(toBytes(tx).toHex()));
}

Result<bool> awaitsMoney(Database& db, const PaymentId& payment)
{
    const auto row = readPayment(db, payment);
    if (!row)
        return fail(row.error());
    return !row->projection.remaining.isZero();
}

Outcome deriveAgain(Database& db, const std::vector<PaymentId>& payments, UtcTime now)
{
    Cause cause;
    cause.now = now;
    const auto projected = reproject(db, payments, cause);
    return projected ? Outcome(Done) : Outcome(fail(projected.error()));
}

} // namespace

Result<bool> noteCase(Database& db, CaseRow row, const QJsonObject& evidence, UtcTime now)
{
    row.id = CaseId::make(now);
    row.openedAt = now;
    row.evidence = compactJson(evidence);
    const auto story = beginCase(db, row, evidence);
    if (!story)
        return fail(story.error());
    if (!*story)
        return false;
    if (auto done = insertEvents(db, {(*story)->event}); !done)
        return fail(done.error());
    if (auto done = appendJournal(db, (*story)->entry); !done)
        return fail(done.error());
    return true;
}

Result<bool> noteRailCase(
    const Term& term, const QString& rail, CaseCode code, const QJsonObject& evidence, UtcTime now)
{
    const QString subject = QStringLiteral("rail:") + rail;
    const auto open = openCaseOf(term.db, subject, code);
    if (!open)
        return fail(open.error());
    if (*open)
        return false;
    return inTerm(term, [&]() -> Result<bool> {
        CaseRow row;
        row.code = code;
        row.subject = subject;
        return noteCase(term.db, row, evidence, now);
    });
}

Outcome endRailCase(const Term& term, const QString& rail, CaseCode code, UtcTime now)
{
    const QString subject = QStringLiteral("rail:") + rail;
    const auto open = openCaseOf(term.db, subject, code);
    if (!open)
        return fail(open.error());
    if (!*open)
        return Done;
    return inTerm(term, [&] { return endOne(term.db, subject, code, now); });
}

Result<bool> noteTransactionCase(const Term& term,
                                 const RailContext& rail,
                                 CaseCode code,
                                 const Hash32& tx,
                                 const QJsonObject& evidence,
                                 UtcTime now)
{
    return inTerm(term, [&]() -> Result<bool> {
        const auto payments = linkedPayments(term.db, rail.rail().id, tx);
        if (!payments)
            return fail(payments.error());
        QJsonObject data = evidence;
        data.insert(QStringLiteral("rail"), rail.rail().name);
        data.insert(QStringLiteral("tx"), QString::fromLatin1(toBytes(tx).toHex()));
        CaseRow row;
        row.code = code;
        row.subject = transactionSubject(rail, tx);
        if (payments->empty())
            return noteCase(term.db, row, data, now);
        bool any = false;
        for (const PaymentId& payment : *payments) {
            if (code == CaseCode::Replaced) {
                const auto waits = awaitsMoney(term.db, payment);
                if (!waits)
                    return waits;
                if (!*waits)
                    continue;
            }
            row.subject = payment.text();
            row.payment = payment;
            const auto noted = noteCase(term.db, row, data, now);
            if (!noted)
                return noted;
            any = any || *noted;
        }
        if (auto done = deriveAgain(term.db, *payments, now); !done)
            return fail(done.error());
        return any;
    });
}

Outcome endTransactionCase(
    const Term& term, const RailContext& rail, CaseCode code, const Hash32& tx, UtcTime now)
{
    const auto payments = linkedPayments(term.db, rail.rail().id, tx);
    if (!payments)
        return fail(payments.error());
    QStringList subjects{transactionSubject(rail, tx)};
    for (const PaymentId& payment : *payments)
        subjects.append(payment.text());
    bool any = false;
    for (const QString& subject : subjects) {
        const auto open = openCaseOf(term.db, subject, code);
        if (!open)
            return fail(open.error());
        any = any || open->has_value();
    }
    if (!any)
        return Done;
    return inTerm(term, [&]() -> Outcome {
        for (const QString& subject : subjects) {
            if (auto done = endOne(term.db, subject, code, now); !done)
                return done;
        }
        return deriveAgain(term.db, *payments, now);
    });
}

} // namespace tieout
