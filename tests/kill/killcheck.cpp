// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold when the script is over, however often its engine was killed.
#include "chain/sandbox/sandboxtokens.h"
#include "model/actions/projection.h"
#include "model/store/coverage.h"
#include "model/store/events.h"
#include "model/store/journal.h"
#include "model/store/statement.h"
#include "model/store/transfers.h"
#include "tests/kill/killdesk.h"
#include "tests/kill/killscript.h"
#include "tests/support/must.h"

#include <QSet>

namespace tieout::test {

namespace {

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString difference(const QSet<QString>& stored, const QSet<QString>& chain)
{
    const QSet<QString> missing = chain - stored;
    const QSet<QString> wrong = stored - chain;
    if (!missing.isEmpty())
        return QStringLiteral("not stored: ") + *missing.constBegin();
    return wrong.isEmpty() ? QString() : QStringLiteral("not on the chain: ") + *wrong.constBegin();
}

// At most one release; a recall only of what is released or resumed; what was recalled resumes.
bool isReleasedOnce(const QStringList& events)
{
    bool released = false;
    bool recalled = false;
    for (const QString& event : events) {
        const bool isRelease = event == u"payment.released";
        const bool isRecall = event == u"payment.recalled";
        const bool isReturn = event == u"payment.resumed";
        if ((isRelease && released) || (isRecall && (!released || recalled)) ||
            (isReturn && !recalled))
            return false;
        released = released || isRelease;
        recalled = isRecall || (recalled && !isReturn);
    }
    return true;
}

QStringList eventNames(Database& db, const PaymentId& payment)
{
    QStringList names;
    for (const EventRow& event : mustHave(readEvents(db, payment.text())))
        names.append(toText(event.type));
    return names;
}

} // namespace

QString KillDesk::broken()
{
    for (const auto check : {&KillDesk::brokenBlocks,
                             &KillDesk::brokenTransfers,
                             &KillDesk::brokenPayments,
                             &KillDesk::brokenJournal}) {
        if (QString problem = (this->*check)(); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString KillDesk::brokenBlocks()
{
    const qint64 head = m_chain->head();
    const auto state = mustHave(readRailState(*m_db, m_rail.id));
    if (state.cursorNumber != head || state.cursorHash != toBytes(m_chain->header(head)->hash))
        return QStringLiteral("the cursor %1 isn't the head %2").arg(state.cursorNumber).arg(head);
    const auto gaps = mustHave(coverageGaps(*m_db, m_rail.id, 1, head));
    if (!gaps.empty())
        return QStringLiteral("a gap from %1 to %2").arg(gaps.front().from).arg(gaps.front().to);
    Statement s(*m_db, u"SELECT number, hash, parent, time FROM block WHERE withdrawn_at IS NULL");
    int count = 0;
    while (s.next()) {
        const auto header = m_chain->header(s.integer(0));
        if (!header || toBytes(header->hash) != s.bytes(1) ||
            toBytes(header->parent) != s.bytes(2) || header->time != s.time(3))
            return QStringLiteral("block %1 isn't the chain's").arg(s.integer(0));
        ++count;
    }
    if (auto done = s.finish(); !done)
        return done.error().detail;
    // The chain is shorter than the part of which every block is kept.
    return count == head ? QString() : QStringLiteral("%1 of %2 blocks").arg(count).arg(head);
}

QString KillDesk::brokenTransfers()
{
    const QString form = QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8");
    QSet<QString> chain;
    for (const qint64 number : m_chain->busyBlocks(1, m_chain->head())) {
        for (const TransferLog& log : m_chain->transfers(number)) {
            chain.insert(
                form.arg(QString::number(log.block),
                         hex(toBytes(log.blockHash)),
                         QString::number(log.logIndex),
                         hex(toBytes(log.tx)),
                         hex(log.token.toBytes()),
                         hex(log.from.toBytes()),
                         hex(log.to.toBytes()),
                         Amount(Amount::fromWord(log.value.data(), 6)->units(), 0).toText()));
        }
    }
    QSet<QString> stored;
    TransferQuery query;
    query.withWithdrawn = false;
    query.limit = 100'000;
    const auto rows = mustHave(listTransfers(*m_db, query));
    for (const auto& [id, view] : rows) {
        stored.insert(form.arg(QString::number(view.block),
                               hex(toBytes(view.blockHash)),
                               QString::number(view.logIndex),
                               hex(toBytes(view.tx)),
                               hex(view.token),
                               hex(view.from),
                               hex(view.to),
                               Amount(view.amount.units(), 0).toText()));
    }
    if (rows.size() != static_cast<size_t>(stored.size()))
        return QStringLiteral("a transfer stands twice");
    return difference(stored, chain);
}

QString KillDesk::brokenPayments()
{
    const auto diverged = mustHave(divergedProjections(*m_db, m_payments));
    if (!diverged.empty())
        return QStringLiteral("stale projection of ") + diverged.front().text();
    for (const PaymentId& payment : m_payments) {
        const QStringList names = eventNames(*m_db, payment);
        if (!isReleasedOnce(names))
            return payment.text() + QStringLiteral(" tells ") + names.join(u' ');
    }
    return {};
}

QString KillDesk::brokenJournal()
{
    const auto report = mustHave(verifyJournal(*m_db, {}));
    if (report.problem)
        return QStringLiteral("the journal breaks: ") + report.problem->reason;
    if (report.unsealed != 0)
        return QStringLiteral("%1 entries are unsealed").arg(report.unsealed);
    const QStringList without = rows(u"SELECT p.id, 1, '', '' FROM payment p WHERE p.version - 1 <>"
                                     u" (SELECT count(*) FROM journal j WHERE j.subject = p.id)");
    return without.isEmpty() ? QString()
                             : QStringLiteral("a version without its entry: ") + without.at(0);
}

// Each row's four columns: texts, and a number at the second place.
QStringList KillDesk::rows(QStringView sql)
{
    QStringList lines;
    Statement s(*m_db, sql);
    while (s.next())
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(s.text(0), QString::number(s.integer(1)), s.text(2), s.text(3)));
    if (auto done = s.finish(); !done)
        qFatal("%s %s", qPrintable(done.error().reason), qPrintable(done.error().detail));
    return lines;
}

QStringList KillDesk::story()
{
    QStringList lines;
    for (const PaymentId& payment : m_payments) {
        const PaymentRow row = mustHave(readPayment(*m_db, payment));
        const PaymentProjection& p = row.projection;
        lines.append(QStringList{QStringLiteral("payment"),
                                 payment.text(),
                                 QString::number(row.version),
                                 p.status,
                                 p.detection,
                                 p.confirmation,
                                 p.recognition,
                                 p.verdict,
                                 p.labels,
                                 p.received.toText(),
                                 p.confirmed.toText(),
                                 p.remaining.toText(),
                                 p.required,
                                 QString::number(p.releasedAt ? p.releasedAt->ms() : 0),
                                 eventNames(*m_db, payment).join(u',')}
                         .join(u' '));
    }
    lines += rows(u"SELECT code, severity, state, subject FROM exception_case");
    lines += rows(u"SELECT 'rail', reorgs, frozen_reason, '' FROM rail_state");
    lines += rows(u"SELECT 'acknowledged', count(*), '', '' FROM journal"
                  u" WHERE line LIKE '%rail.acknowledge%'");
    lines += rows(u"SELECT rule, number, '', '' FROM promotion_mark");
    for (const QStringView table : {u"block",
                                    u"transfer",
                                    u"transfer_label",
                                    u"transfer_payment",
                                    u"transfer_reached",
                                    u"sighting",
                                    u"credit",
                                    u"event",
                                    u"awaiting",
                                    u"journal"}) {
        lines += rows(QStringLiteral("SELECT '%1', count(*), '', '' FROM %1").arg(table));
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (size_t k = 0; k < m_payments.size(); ++k) {
            lines[i].replace(m_payments[k].text(), QStringLiteral("#%1").arg(k));
            lines[i].replace(m_bindings[k].text(), QStringLiteral("binding #%1").arg(k));
        }
    }
    lines.sort();
    return lines;
}

} // namespace tieout::test
