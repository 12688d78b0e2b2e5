// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/paymentqueue.h"

#include "model/store/paymentfilter.h"
#include "model/store/statement.h"

namespace tieout {

namespace paymentqueue {

// What a query reads: rows of the queue, or only where they stand. A place is found in the index of
// its order alone; every payment has its rail, so nothing else differs.
const QString kRows = QStringLiteral(" FROM payment p JOIN rail r ON r.id = p.rail");
const QString kPlaces = QStringLiteral(" FROM payment p");

// One query text for pages, places and counts, so that they can't disagree about order or filter.
class Sql
{
public:
    explicit Sql(const PaymentQuery& query)
        : m_query(query)
        , m_filter(query.filter, query.now)
    {
        if (!m_filter.condition().isEmpty())
            add(m_filter.condition());
    }

    void startAt(const PageStart& start)
    {
        if (start.key)
            addBound(*start.key, m_query.descending, start.inclusive, QStringLiteral(":from"));
    }

    void endBefore(const PageKey& key)
    {
        addBound(key, !m_query.descending, false, QStringLiteral(":upto"));
    }

    void onlyId(const QString& id)
    {
        add(QStringLiteral("p.id = :id"));
        m_texts.emplace_back(QStringLiteral(":id"), id);
    }

    QString from(const QString& tables) const
    {
        return m_where.isEmpty()
                   ? tables
                   : tables + QStringLiteral(" WHERE ") + m_where.join(QStringLiteral(" AND "));
    }

    QString order() const
    {
        const QString direction = m_query.descending ? QStringLiteral(" DESC") : QString();
        return QStringLiteral(" ORDER BY ") + columns().join(direction + QStringLiteral(", ")) +
               direction;
    }

    void bind(Statement& statement) const
    {
        m_filter.bind(statement);
        for (const auto& [name, value] : m_texts)
            statement.bind(name, value);
        for (const auto& [name, value] : m_numbers)
            statement.bind(name, value);
    }

private:
    QString wordColumn() const
    {
        switch (m_query.sort) {
        case PaymentSort::Created:
            return {};
        case PaymentSort::Status:
            return QStringLiteral("p.status");
        case PaymentSort::Corridor:
            return QStringLiteral("p.corridor");
        case PaymentSort::OrderReference:
            return QStringLiteral("p.order_reference");
        }
        return {};
    }

    QStringList columns() const
    {
        QStringList all{QStringLiteral("p.created_at"), QStringLiteral("p.id")};
        if (const QString word = wordColumn(); !word.isEmpty())
            all.prepend(word);
        return all;
    }

    void add(const QString& condition) { m_where.append(condition); }

    void addBound(const PageKey& key, bool below, bool inclusive, const QString& prefix)
    {
        QStringList values;
        if (!wordColumn().isEmpty()) {
            values.append(prefix + QStringLiteral("word"));
            m_texts.emplace_back(values.last(), key.word);
        }
        values.append(prefix + QStringLiteral("number"));
        m_numbers.emplace_back(values.last(), key.number);
        values.append(prefix + QStringLiteral("id"));
        m_texts.emplace_back(values.last(), key.id);
        const QString comparison = (below ? QStringLiteral("<") : QStringLiteral(">")) +
                                   (inclusive ? QStringLiteral("=") : QString());
        add(QStringLiteral("(%1) %2 (%3)")
                .arg(columns().join(u", "), comparison, values.join(u", ")));
    }

    const PaymentQuery& m_query;
    PaymentFilterSql m_filter;
    QStringList m_where;
    std::vector<std::pair<QString, QString>> m_texts;
    std::vector<std::pair<QString, qint64>> m_numbers;
};

const QString kColumns = QStringLiteral(
    "p.id, p.corridor, p.rail, r.name, p.symbol, p.decimals, p.due, p.received, p.remaining,"
    " p.status, p.confirmation, p.labels, p.deciding_number, p.required, p.created_at,"
    " p.expires_at, p.order_reference, p.customer, p.version");

// A word that this program doesn't know is shown as nothing worse than the first one: the version
// check at start keeps newer databases out, and `tieoutd verify` names a broken row.
QueueRow readRow(const Statement& s)
{
    QueueRow row;
    row.id = PaymentId::trusted(s.text(0));
    row.corridor = s.text(1);
    row.rail = s.integer(2);
    row.railName = s.text(3);
    row.symbol = s.text(4);
    const int decimals = int(s.integer(5));
    row.due = s.amount(6, decimals);
    row.received = s.amount(7, decimals);
    row.remaining = s.amount(8, decimals);
    row.status = fromText<PaymentStatus>(s.text(9)).value_or(PaymentStatus::Pending);
    row.confirmation = fromText<ConfirmationState>(s.text(10)).value_or(ConfirmationState::None);
    row.labels = Labels::fromText(s.text(11)).value_or(Labels());
    row.decidingNumber = s.optionalInteger(12);
    if (const auto rule = ConfirmationRule::fromText(s.text(13)))
        row.rule = *rule;
    row.createdAt = s.time(14);
    row.expiresAt = s.time(15);
    row.orderReference = s.text(16);
    row.customer = s.text(17);
    row.version = s.integer(18);
    return row;
}

Result<std::vector<QueueRow>> readAll(Statement& s)
{
    std::vector<QueueRow> rows;
    while (s.next())
        rows.push_back(readRow(s));
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

QString placeColumns(PaymentSort sort)
{
    switch (sort) {
    case PaymentSort::Created:
        break;
    case PaymentSort::Status:
        return QStringLiteral("p.status, p.created_at, p.id");
    case PaymentSort::Corridor:
        return QStringLiteral("p.corridor, p.created_at, p.id");
    case PaymentSort::OrderReference:
        return QStringLiteral("p.order_reference, p.created_at, p.id");
    }
    return QStringLiteral("'', p.created_at, p.id");
}

Result<std::optional<PageKey>> readPlace(Statement& s)
{
    std::optional<PageKey> key;
    if (s.next())
        key = PageKey{s.text(0), s.integer(1), s.text(2)};
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return key;
}

} // namespace paymentqueue

PageKey placeOf(const QueueRow& row, PaymentSort sort)
{
    PageKey key{{}, row.createdAt.ms(), row.id.text()};
    if (sort == PaymentSort::Status)
        key.word = toText(row.status);
    else if (sort == PaymentSort::Corridor)
        key.word = row.corridor;
    else if (sort == PaymentSort::OrderReference)
        key.word = row.orderReference;
    return key;
}

Result<std::vector<QueueRow>> readPaymentPage(
    Database& db, const PaymentQuery& query, const PageStart& start, qint64 skip, int limit)
{
    paymentqueue::Sql sql(query);
    sql.startAt(start);
    // The offset stays below 1024 once the anchors stand.
    Statement s(db,
                QStringLiteral("SELECT ") + paymentqueue::kColumns + sql.from(paymentqueue::kRows) +
                    sql.order() + QStringLiteral(" LIMIT :limit OFFSET :skip"));
    sql.bind(s);
    s.bind(u":limit", limit).bind(u":skip", skip);
    return paymentqueue::readAll(s);
}

Result<std::vector<QueueRow>> readPaymentsById(Database& db, const QStringList& ids)
{
    TIEOUT_CHECK(ids.size() <= 500);
    if (ids.isEmpty())
        return std::vector<QueueRow>{};
    QStringList names;
    for (qsizetype i = 0; i < ids.size(); ++i)
        names.append(QStringLiteral(":id%1").arg(i, 3, 10, QLatin1Char('0')));
    Statement s(db,
                QStringLiteral("SELECT ") + paymentqueue::kColumns + paymentqueue::kRows +
                    QStringLiteral(" WHERE p.id IN (") + names.join(u", ") + u')');
    for (qsizetype i = 0; i < ids.size(); ++i)
        s.bind(names.at(i), ids.at(i));
    return paymentqueue::readAll(s);
}

Result<std::optional<PageKey>>
paymentPlaceBehind(Database& db, const PaymentQuery& query, const PageStart& start, qint64 steps)
{
    paymentqueue::Sql sql(query);
    sql.startAt(start);
    Statement s(db,
                QStringLiteral("SELECT ") + paymentqueue::placeColumns(query.sort) +
                    sql.from(paymentqueue::kPlaces) + sql.order() +
                    QStringLiteral(" LIMIT 1 OFFSET :skip"));
    sql.bind(s);
    s.bind(u":skip", steps);
    return paymentqueue::readPlace(s);
}

Result<std::optional<PageKey>>
paymentPlaceOf(Database& db, const PaymentQuery& query, const QString& id)
{
    paymentqueue::Sql sql(query);
    sql.onlyId(id);
    Statement s(db,
                QStringLiteral("SELECT ") + paymentqueue::placeColumns(query.sort) +
                    sql.from(paymentqueue::kPlaces));
    sql.bind(s);
    return paymentqueue::readPlace(s);
}

Result<qint64> countPayments(Database& db,
                             const PaymentQuery& query,
                             const PageStart& start,
                             const std::optional<PageKey>& end,
                             qint64 limit)
{
    paymentqueue::Sql sql(query);
    sql.startAt(start);
    if (end)
        sql.endBefore(*end);
    Statement s(db,
                QStringLiteral("SELECT count(*) FROM (SELECT 1") + sql.from(paymentqueue::kPlaces) +
                    QStringLiteral(" LIMIT :limit) AS counted"));
    sql.bind(s);
    s.bind(u":limit", limit);
    qint64 count = 0;
    if (s.next())
        count = s.integer(0);
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return count;
}

} // namespace tieout
