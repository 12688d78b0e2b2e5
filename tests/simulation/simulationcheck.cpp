// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxtokens.h"
#include "model/actions/projection.h"
#include "model/store/coverage.h"
#include "model/store/events.h"
#include "model/store/journal.h"
#include "model/store/statement.h"
#include "tests/simulation/simulation.h"
#include "tests/support/must.h"

#include <QSet>

namespace tieout::test {

namespace {

QString
lineOf(qint64 block, const Hash32& hash, qint32 index, const Hash32& tx, const QByteArray& to)
{
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(block)
        .arg(QString::fromLatin1(toBytes(hash).toHex()))
        .arg(index)
        .arg(QString::fromLatin1(toBytes(tx).toHex()), QString::fromLatin1(to.toHex()));
}

QString firstOf(const QSet<QString>& lines, const QString& what)
{
    return lines.isEmpty() ? QString() : what + *lines.constBegin();
}

// A release, then recalls and resumptions in turn.
bool isStory(const QStringList& events)
{
    bool released = false;
    bool recalled = false;
    for (const QString& event : events) {
        if (event == u"payment.released") {
            if (released)
                return false;
            released = true;
        } else if (event == u"payment.recalled") {
            if (!released || recalled)
                return false;
            recalled = true;
        } else if (event == u"payment.resumed" && recalled) {
            recalled = false;
        }
    }
    return true;
}

} // namespace

QString Simulation::broken()
{
    if (!m_problem.isEmpty())
        return m_problem;
    for (const auto check : {&Simulation::brokenChain,
                             &Simulation::brokenPayments,
                             &Simulation::brokenStories,
                             &Simulation::brokenJournal}) {
        if (QString problem = (this->*check)(); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString Simulation::brokenChain()
{
    const auto state = mustHave(readRailState(*m_db, m_row.id));
    m_chain->advance(m_clock.now());
    if (state.cursorNumber != m_chain->head() ||
        state.cursorHash != toBytes(m_chain->header(m_chain->head())->hash))
        return QStringLiteral("the cursor %1 isn't the chain's head %2")
            .arg(state.cursorNumber)
            .arg(m_chain->head());
    const auto gaps = mustHave(coverageGaps(*m_db, m_row.id, 1, m_chain->head()));
    if (!gaps.empty())
        return QStringLiteral("a gap from %1 to %2").arg(gaps.front().from).arg(gaps.front().to);
    QSet<Account> ours{sandboxTreasury()};
    for (const SimulatedPayment& payment : m_payments)
        ours.insert(payment.account);
    QSet<QString> onChain;
    for (qint64 n = 1; n <= m_chain->head(); ++n) {
        const Hash32 hash = m_chain->header(n)->hash;
        for (const TransferLog& log : m_chain->transfers(n)) {
            if (ours.contains(log.to))
                onChain.insert(lineOf(n, hash, log.logIndex, log.tx, log.to.toBytes()));
        }
    }
    QSet<QString> stored;
    TransferQuery query;
    query.withWithdrawn = false;
    query.limit = 1'000'000;
    for (const auto& [id, view] : mustHave(listTransfers(*m_db, query)))
        stored.insert(lineOf(view.block, view.blockHash, view.logIndex, view.tx, view.to));
    const QString missing = firstOf(onChain - stored, QStringLiteral("not stored: "));
    return missing.isEmpty() ? firstOf(stored - onChain, QStringLiteral("not on the chain: "))
                             : missing;
}

QString Simulation::brokenPayments()
{
    std::vector<PaymentId> ids;
    for (const SimulatedPayment& payment : m_payments)
        ids.push_back(payment.id);
    const auto diverged = mustHave(divergedProjections(*m_db, ids));
    if (!diverged.empty())
        return QStringLiteral("stale projection of ") + diverged.front().text();
    QHash<Account, Int128> sums;
    const Account token = sandboxToken(u"usdt").contract;
    for (qint64 n = 1; n <= m_chain->head(); ++n) {
        for (const TransferLog& log : m_chain->transfers(n)) {
            const auto amount = Amount::fromWord(log.value.data(), 6);
            if (log.token == token && amount && amount->units() >= 1000)
                sums[log.to] += amount->units();
        }
    }
    for (const SimulatedPayment& payment : m_payments) {
        const PaymentRow row = mustHave(readPayment(*m_db, payment.id));
        const Int128 sum = sums.value(payment.account);
        if (payment.hurried)
            continue;
        if (row.projection.received.units() != sum)
            return QStringLiteral("%1 received %2, the chain says %3")
                .arg(payment.id.text(), row.projection.received.toText(), Amount(sum, 6).toText());
        const bool enough = sum >= payment.policy.due.units() - payment.policy.underGrace.units();
        const QString status = row.projection.status;
        const bool good = status == u"confirmed" || status == u"overpaid";
        if (enough != good)
            return QStringLiteral("%1 is %2 with %3 of %4")
                .arg(payment.id.text(),
                     status,
                     Amount(sum, 6).toText(),
                     payment.policy.due.toText());
    }
    return {};
}

QString Simulation::brokenStories()
{
    for (const SimulatedPayment& payment : m_payments) {
        QStringList names;
        for (const EventRow& event : mustHave(readEvents(*m_db, payment.id.text())))
            names.append(toText(event.type));
        if (!isStory(names))
            return payment.id.text() + QStringLiteral(" tells ") + names.join(u' ');
    }
    return {};
}

QString Simulation::brokenJournal()
{
    const auto report = mustHave(verifyJournal(*m_db, {}));
    if (report.problem)
        return QStringLiteral("the journal breaks: ") + report.problem->reason;
    Statement s(*m_db,
                u"SELECT p.id FROM payment p WHERE p.version - 1 <>"
                u" (SELECT count(*) FROM journal j WHERE j.subject = p.id) LIMIT 1");
    QString id;
    if (s.next())
        id = s.text(0);
    if (auto done = s.finish(); !done)
        return done.error().detail;
    return id.isEmpty() ? QString() : QStringLiteral("a version without its entry: ") + id;
}

} // namespace tieout::test
