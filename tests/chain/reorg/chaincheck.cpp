// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/chaincheck.h"

#include "model/actions/projection.h"
#include "model/store/coverage.h"
#include "model/store/events.h"
#include "model/store/statement.h"
#include "model/store/transfers.h"
#include "tests/support/must.h"

#include <QJsonDocument>

#include <algorithm>

namespace tieout::test {

namespace {

const QString kTransferTopic =
    QStringLiteral("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");

QByteArray fromHexText(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().mid(2).toLatin1());
}

qint64 fromQuantity(const QJsonValue& value)
{
    return value.toString().toLongLong(nullptr, 16);
}

QByteArray keyText(qint64 block,
                   const QByteArray& hash,
                   qint64 index,
                   const QByteArray& tx,
                   const QByteArray& token,
                   const QByteArray& from,
                   const QByteArray& to,
                   const QByteArray& units)
{
    return QByteArray::number(block) + ' ' + hash.toHex() + ' ' + QByteArray::number(index) + ' ' +
           tx.toHex() + ' ' + token.toHex() + ' ' + from.toHex() + ' ' + to.toHex() + ' ' + units;
}

QString shortId(const PaymentRow& row)
{
    return QStringLiteral("%1 %2: ").arg(row.id.text().right(6), row.projection.status);
}

bool isPaid(const QString& status)
{
    return status == u"confirmed" || status == u"overpaid";
}

} // namespace

ChainCheck::ChainCheck(const Node& node,
                       Database& db,
                       qint64 rail,
                       std::vector<Account> watched,
                       std::vector<std::pair<PaymentId, Account>> payments,
                       const Account& token)
    : m_node(node)
    , m_db(db)
    , m_rail(rail)
    , m_watched(std::move(watched))
    , m_payments(std::move(payments))
    , m_token(token)
{}

QStringList ChainCheck::all()
{
    m_state = mustHave(readRailState(m_db, m_rail));
    m_marks = mustHave(readMarks(m_db, m_rail));
    readChain();
    blocks();
    transfers();
    coverage();
    marks();
    sightings();
    projections();
    railJournal();
    for (const auto& [id, account] : m_payments) {
        const PaymentRow row = mustHave(readPayment(m_db, id));
        money(row, account);
        story(row);
        journal(row);
        withdrawals(row);
    }
    return m_wrong;
}

void ChainCheck::readChain()
{
    const qint64 height = m_node.height();
    for (qint64 n = 0; n <= height; ++n) {
        const QString number = QStringLiteral("0x") + QString::number(n, 16);
        const auto block =
            m_node.rpc(QStringLiteral("eth_getBlockByNumber"), {number, false}).toObject();
        m_hashes[n] = fromHexText(block.value(u"hash"));
    }
    const auto finalized =
        m_node.rpc(QStringLiteral("eth_getBlockByNumber"), {QStringLiteral("finalized"), false});
    m_finalized = fromQuantity(finalized.toObject().value(u"number"));
    const QJsonObject filter{{QStringLiteral("fromBlock"), QStringLiteral("0x0")},
                             {QStringLiteral("toBlock"), QStringLiteral("latest")},
                             {QStringLiteral("topics"), QJsonArray{kTransferTopic}}};
    for (const QJsonValue& value : m_node.rpc(QStringLiteral("eth_getLogs"), {filter}).toArray()) {
        const QJsonObject log = value.toObject();
        const QJsonArray topics = log.value(u"topics").toArray();
        Log found;
        const QByteArray from = fromHexText(topics.at(1)).right(20);
        found.to = fromHexText(topics.at(2)).right(20);
        const bool ours =
            std::any_of(m_watched.begin(), m_watched.end(), [&](const Account& account) {
                return account.toBytes() == found.to || account.toBytes() == from;
            });
        if (!ours)
            continue;
        found.block = fromQuantity(log.value(u"blockNumber"));
        found.tx = fromHexText(log.value(u"transactionHash"));
        found.token = fromHexText(log.value(u"address"));
        found.units = fromHexText(log.value(u"data")).right(8).toHex().toLongLong(nullptr, 16);
        found.key = keyText(found.block,
                            fromHexText(log.value(u"blockHash")),
                            fromQuantity(log.value(u"logIndex")),
                            found.tx,
                            found.token,
                            from,
                            found.to,
                            QByteArray::number(found.units));
        m_logs.push_back(found);
    }
}

void ChainCheck::blocks()
{
    Statement s(m_db,
                u"SELECT number, hash, parent, withdrawn_at FROM block WHERE rail = :rail"
                u" ORDER BY number");
    s.bind(u":rail", m_rail);
    qint64 next = 0;
    while (s.next()) {
        const qint64 number = s.integer(0);
        const bool canonical = s.isNull(3);
        const auto at = m_hashes.find(number);
        const bool same = at != m_hashes.end() && at->second == s.bytes(1);
        if (same != canonical)
            wrong(QStringLiteral("block %1 is %2")
                      .arg(number)
                      .arg(canonical ? QStringLiteral("not on the chain but canonical")
                                     : QStringLiteral("on the chain but withdrawn")));
        if (!canonical)
            continue;
        if (number != next++)
            wrong(QStringLiteral("block %1 follows a hole").arg(number));
        if (number > 0 && m_hashes.contains(number - 1) && m_hashes[number - 1] != s.bytes(2))
            wrong(QStringLiteral("block %1 has another parent").arg(number));
    }
    if (!s.finish())
        wrong(QStringLiteral("blocks can't be read"));
    if (next != qint64(m_hashes.size()))
        wrong(QStringLiteral("%1 blocks of %2").arg(next).arg(m_hashes.size()));
}

void ChainCheck::transfers()
{
    TransferQuery query;
    query.rail = m_rail;
    query.withWithdrawn = false;
    query.limit = 100'000;
    std::multiset<QByteArray> stored;
    for (const auto& [block, view] : mustHave(listTransfers(m_db, query)))
        stored.insert(keyText(view.block,
                              toBytes(view.blockHash),
                              view.logIndex,
                              toBytes(view.tx),
                              view.token,
                              view.from,
                              view.to,
                              view.amount.toUnitsText().toLatin1()));
    for (const Log& log : m_logs) {
        const auto at = stored.find(log.key);
        if (at == stored.end())
            wrong(QStringLiteral("missing: ") + QString::fromLatin1(log.key));
        else
            stored.erase(at);
    }
    for (const QByteArray& key : stored)
        wrong(QStringLiteral("not on the chain: ") + QString::fromLatin1(key));
}

void ChainCheck::coverage()
{
    qint64 next = 0;
    for (const CoverageRow& row : mustHave(readCoverage(m_db, m_rail))) {
        if (row.from != next)
            wrong(QStringLiteral("coverage goes on at %1 instead of %2").arg(row.from).arg(next));
        if (!m_hashes.contains(row.to) || m_hashes[row.to] != toBytes(row.endHash))
            wrong(QStringLiteral("coverage ends at %1 with another hash").arg(row.to));
        next = row.to + 1;
    }
    if (next != m_state.cursorNumber + 1)
        wrong(QStringLiteral("coverage ends before %1").arg(next));
}

void ChainCheck::marks()
{
    for (const auto& [text, number] : m_marks) {
        if (number > m_state.cursorNumber)
            wrong(QStringLiteral("%1 is promoted beyond the cursor").arg(text));
    }
}

// Up to where the rule's money must be confirmed. A mark may stand higher: it falls by rewinds
// only.
qint64 ChainCheck::promotedTo(const ConfirmationRule& rule) const
{
    const auto at = m_marks.find(rule.toText());
    const qint64 mark = at == m_marks.end() ? -1 : at->second;
    if (m_state.frozenAt)
        return mark;
    FinalityMarks marks;
    marks.finalized = std::min(m_finalized, m_state.cursorNumber);
    return std::max(mark, ruleHeight(rule, m_state.cursorNumber, marks).value_or(-1));
}

void ChainCheck::sightings()
{
    Statement s(m_db, u"SELECT tx, state FROM sighting WHERE rail = :rail");
    s.bind(u":rail", m_rail);
    while (s.next()) {
        const QString tx = QStringLiteral("0x") + QString::fromLatin1(s.bytes(0).toHex());
        const auto known = m_node.rpc(QStringLiteral("eth_getTransactionByHash"), {tx});
        const bool mined = !known.toObject().value(u"blockHash").isNull() && known.isObject();
        const QString state = s.text(1);
        const bool fits = state == u"mined"  ? mined
                          : state == u"seen" ? known.isObject() && !mined
                                             : known.isNull();
        if (!fits)
            wrong(QStringLiteral("transaction %1 is noted as %2").arg(tx, state));
    }
    if (!s.finish())
        wrong(QStringLiteral("sightings can't be read"));
}

void ChainCheck::projections()
{
    std::vector<PaymentId> ids;
    for (const auto& [id, account] : m_payments)
        ids.push_back(id);
    for (const PaymentId& id : mustHave(divergedProjections(m_db, ids)))
        wrong(id.text() + QStringLiteral(" has another projection than its facts"));
}

// The sums again from the chain itself, with the payment's own rules.
void ChainCheck::money(const PaymentRow& row, const Account& account)
{
    qint64 received = 0;
    qint64 confirmed = 0;
    for (const Log& log : m_logs) {
        const Amount amount(log.units, row.decimals);
        const bool counts = log.to == account.toBytes() && log.token == m_token.toBytes() &&
                            amount >= row.policy.dustFloor;
        if (!counts)
            continue;
        received += log.units;
        if (log.block <= promotedTo(row.policy.ruleFor(amount)))
            confirmed += log.units;
    }
    if (row.projection.received.units() != received)
        wrong(shortId(row) + QStringLiteral("received %1, the chain says %2")
                                 .arg(row.projection.received.toUnitsText())
                                 .arg(received));
    if (row.projection.confirmed.units() != confirmed)
        wrong(shortId(row) + QStringLiteral("confirmed %1, the chain says %2")
                                 .arg(row.projection.confirmed.toUnitsText())
                                 .arg(confirmed));
    const Amount due = row.policy.due;
    const qint64 low = qint64(due.units() - row.policy.underGrace.units());
    if (isPaid(row.projection.status) != (confirmed >= low))
        wrong(shortId(row) + QStringLiteral("%1 of %2 confirmed").arg(confirmed).arg(low));
}

void ChainCheck::story(const PaymentRow& row)
{
    const auto events = mustHave(readEvents(m_db, row.id.text()));
    FulfilmentState fulfilment = FulfilmentState::None;
    bool detected = false;
    qint64 version = 0;
    int step = 0;
    for (const EventRow& event : events) {
        step = event.subjectVersion == version ? step + 1 : 0;
        const bool ordered = event.subjectVersion >= version && event.step == step;
        version = event.subjectVersion;
        const auto payload = QJsonDocument::fromJson(event.payload.toUtf8()).object();
        const QString status = payload.value(u"status").toString();
        bool fits = ordered && payload.value(u"version").toInteger() == version;
        if (event.type == EventType::PaymentDetected)
            detected = true;
        else
            fits = fits && detected;
        if (event.type == EventType::PaymentReleased) {
            fits = fits && fulfilment == FulfilmentState::None && isPaid(status);
            fulfilment = FulfilmentState::Released;
        } else if (event.type == EventType::PaymentRecalled) {
            fits = fits && fulfilment == FulfilmentState::Released && status == u"reorged";
            fulfilment = FulfilmentState::Recalled;
        } else if (event.type == EventType::PaymentResumed) {
            fits = fits && fulfilment == FulfilmentState::Recalled && isPaid(status);
            fulfilment = FulfilmentState::Released;
        }
        if (!fits)
            wrong(shortId(row) + toText(event.type) +
                  QStringLiteral(" at version %1 doesn't follow").arg(version));
    }
    if (fulfilment != row.projection.fulfilment)
        wrong(shortId(row) + QStringLiteral("its events tell of another fulfilment"));
}

// Every version has its entry, and each begins where the one before ended.
void ChainCheck::journal(const PaymentRow& row)
{
    std::map<qint64, QStringList> told;
    for (const EventRow& event : mustHave(readEvents(m_db, row.id.text())))
        told[event.subjectVersion].append(toText(event.type));
    Statement s(m_db,
                u"SELECT subject_version, body FROM journal_inbox WHERE subject = :subject"
                u" ORDER BY subject_version");
    s.bind(u":subject", row.id.text());
    qint64 version = 1;
    QString status = QStringLiteral("pending");
    QString received = QStringLiteral("0");
    while (s.next()) {
        const auto data =
            QJsonDocument::fromJson(s.text(1).toUtf8()).object().value(u"data").toObject();
        QStringList names;
        for (const QJsonValue& name : data.value(u"events").toArray())
            names.append(name.toString());
        const bool reorged = data.value(u"after").toString() == u"reorged" && status != u"reorged";
        const bool fits = s.integer(0) == ++version && data.value(u"before").toString() == status &&
                          names == told[version] &&
                          (!reorged || names.contains(QStringLiteral("payment.reorged")));
        if (!fits)
            wrong(shortId(row) + QStringLiteral("journal entry %1 doesn't follow").arg(version));
        status = data.value(u"after").toString();
        received = data.value(u"received").toString();
    }
    if (!s.finish() || version != row.version || status != row.projection.status ||
        received != row.projection.received.toUnitsText())
        wrong(shortId(row) + QStringLiteral("the journal ends elsewhere"));
}

qint64 ChainCheck::count(QStringView sql, const QString& subject)
{
    Statement s(m_db, sql);
    s.bind(u":subject", subject);
    return s.next() ? s.integer(0) : -1;
}

// Money that was withdrawn has been told of, and what was told is taken back.
void ChainCheck::withdrawals(const PaymentRow& row)
{
    const qint64 withdrawn =
        count(u"SELECT count(*) FROM transfer_payment p JOIN transfer t ON t.tx = p.tx"
              u" AND t.to_account = p.account JOIN block b ON b.id = t.block_id"
              u" WHERE p.payment_id = :subject AND b.withdrawn_at IS NOT NULL",
              row.id.text());
    const auto events = mustHave(readEvents(m_db, row.id.text()));
    const auto happened = [&](EventType type) {
        return std::count_if(events.begin(), events.end(), [type](const EventRow& event) {
            return event.type == type;
        });
    };
    const auto reorged = happened(EventType::PaymentReorged);
    if (withdrawn > 0 && reorged == 0)
        wrong(shortId(row) + QStringLiteral("nothing tells of its %1 withdrawals").arg(withdrawn));
    const bool paid = happened(EventType::PaymentConfirmed) + happened(EventType::PaymentOverpaid);
    if (paid && !isPaid(row.projection.status) && reorged == 0)
        wrong(shortId(row) + QStringLiteral("it was paid and nothing takes that back"));
    const bool recalled = row.projection.fulfilment == FulfilmentState::Recalled;
    const qint64 open = count(u"SELECT count(*) FROM exception_case WHERE payment_id = :subject"
                              u" AND code = 'REORG-POST' AND state <> 'resolved'",
                              row.id.text());
    if (recalled && row.projection.status == u"reorged" && open == 0)
        wrong(shortId(row) + QStringLiteral("recalled without an open case"));
}

void ChainCheck::railJournal()
{
    const QString subject = QStringLiteral("rail:testrail");
    const qint64 rewinds = count(u"SELECT count(*) FROM journal_inbox WHERE subject = :subject"
                                 u" AND body LIKE '%\"action\":\"rail.rewind\"%'",
                                 subject);
    if (rewinds != m_state.reorgs)
        wrong(QStringLiteral("%1 rewinds, %2 entries").arg(m_state.reorgs).arg(rewinds));
}

} // namespace tieout::test
