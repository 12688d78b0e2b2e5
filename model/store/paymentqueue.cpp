// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/paymentqueue.h"

#include "model/store/paymentfilter.h"
#include "model/store/statement.h"

#include <algorithm>

namespace tieout {

namespace paymentqueue {

constexpr size_t kMostBranches = 16;

QString wordColumn(PaymentSort sort)
{
    switch (sort) {
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

// An index knows the latest payments of one status or one corridor, but not of several: each value
// becomes a branch of its own, and the database merges them. No payment is in two branches.
std::vector<Filter> branchesOf(const PaymentQuery& query)
{
    const auto& terms = query.filter.terms;
    const auto splits = std::find_if(terms.begin(), terms.end(), [](const FilterTerm& term) {
        const bool isIndexed = term.field == u"status" || term.field == u"corridor";
        const size_t values = term.values.size();
        return isIndexed && !term.negated && values > 1 && values <= kMostBranches;
    });
    if (query.sort != PaymentSort::Created || splits == terms.end())
        return {query.filter};
    std::vector<Filter> branches;
    QStringList known;
    for (const FilterValue& value : splits->values) {
        if (known.contains(value.text, Qt::CaseInsensitive))
            continue;
        known.append(value.text);
        branches.push_back(query.filter);
        branches.back().terms[size_t(splits - terms.begin())].values = {value};
    }
    return branches;
}

// One query text for pages, places and counts, so that they can't disagree about order or filter.
class Sql
{
public:
    explicit Sql(const PaymentQuery& query)
        : m_query(query)
    {
        for (const Filter& filter : branchesOf(query))
            m_branches.emplace_back(
                filter, query.now, QStringLiteral(":b%1f").arg(m_branches.size()));
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
        m_bounds.append(QStringLiteral("p.id = :id"));
        m_texts.emplace_back(QStringLiteral(":id"), id);
    }

    // Where the rows stand, in their order: found in an index alone where one has it.
    QString places(qint64 skip, qint64 limit) const
    {
        const QString word = wordColumn(m_query.sort);
        const QString columns =
            (word.isEmpty() ? QStringLiteral("''") : word) +
            QStringLiteral(" AS word, p.created_at AS number, p.id AS place_id");
        const QString shown = order() + QStringLiteral(" LIMIT %1 OFFSET %2").arg(limit).arg(skip);
        QStringList branches = selects(columns);
        if (branches.size() == 1)
            return branches.first() + shown;
        // Each in order, and no longer than is needed of it: PostgreSQL would sort them all.
        for (QString& branch : branches)
            branch = QStringLiteral("SELECT word, number, place_id FROM (%1%2 LIMIT %3) AS branch")
                         .arg(branch, order(), QString::number(skip + limit));
        return branches.join(QStringLiteral(" UNION ALL ")) + shown;
    }

    QString all() const { return selects(QStringLiteral("1")).join(QStringLiteral(" UNION ALL ")); }

    // Of what places() names.
    QString order() const
    {
        const QString direction = m_query.descending ? QStringLiteral(" DESC") : QString();
        QStringList names{QStringLiteral("number"), QStringLiteral("place_id")};
        if (!wordColumn(m_query.sort).isEmpty())
            names.prepend(QStringLiteral("word"));
        return QStringLiteral(" ORDER BY ") + names.join(direction + QStringLiteral(", ")) +
               direction;
    }

    void bind(Statement& statement) const
    {
        for (const PaymentFilterSql& filter : m_branches)
            filter.bind(statement);
        for (const auto& [name, value] : m_texts)
            statement.bind(name, value);
        for (const auto& [name, value] : m_numbers)
            statement.bind(name, value);
    }

private:
    QStringList selects(const QString& columns) const
    {
        QStringList parts;
        for (const PaymentFilterSql& filter : m_branches) {
            QStringList where = m_bounds;
            if (!filter.condition().isEmpty())
                where.append(filter.condition());
            parts.append(QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM payment p") +
                         (where.isEmpty() ? QString() : QStringLiteral(" WHERE ")) +
                         where.join(QStringLiteral(" AND ")));
        }
        return parts;
    }

    void addBound(const PageKey& key, bool below, bool inclusive, const QString& prefix)
    {
        QStringList columns{QStringLiteral("p.created_at"), QStringLiteral("p.id")};
        QStringList values{prefix + QStringLiteral("number"), prefix + QStringLiteral("id")};
        m_numbers.emplace_back(values.at(0), key.number);
        m_texts.emplace_back(values.at(1), key.id);
        if (const QString word = wordColumn(m_query.sort); !word.isEmpty()) {
            columns.prepend(word);
            values.prepend(prefix + QStringLiteral("word"));
            m_texts.emplace_back(values.first(), key.word);
        }
        const QString comparison = (below ? QStringLiteral("<") : QStringLiteral(">")) +
                                   (inclusive ? QStringLiteral("=") : QString());
        m_bounds.append(QStringLiteral("(%1) %2 (%3)")
                            .arg(columns.join(u", "), comparison, values.join(u", ")));
    }

    const PaymentQuery& m_query;
    std::vector<PaymentFilterSql> m_branches;
    QStringList m_bounds;
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
    // The offset stays below 1024 once the anchors stand; only what is shown is read whole.
    Statement s(db,
                QStringLiteral("SELECT ") + paymentqueue::kColumns + QStringLiteral(" FROM (") +
                    sql.places(skip, limit) +
                    QStringLiteral(") AS place JOIN payment p ON p.id = place_id"
                                   " JOIN rail r ON r.id = p.rail") +
                    sql.order());
    sql.bind(s);
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
                QStringLiteral("SELECT ") + paymentqueue::kColumns +
                    QStringLiteral(" FROM payment p JOIN rail r ON r.id = p.rail WHERE p.id IN (") +
                    names.join(u", ") + u')');
    for (qsizetype i = 0; i < ids.size(); ++i)
        s.bind(names.at(i), ids.at(i));
    return paymentqueue::readAll(s);
}

Result<std::optional<PageKey>>
paymentPlaceBehind(Database& db, const PaymentQuery& query, const PageStart& start, qint64 steps)
{
    paymentqueue::Sql sql(query);
    sql.startAt(start);
    Statement s(db, sql.places(steps, 1));
    sql.bind(s);
    return paymentqueue::readPlace(s);
}

Result<std::optional<PageKey>>
paymentPlaceOf(Database& db, const PaymentQuery& query, const QString& id)
{
    paymentqueue::Sql sql(query);
    sql.onlyId(id);
    Statement s(db, sql.places(0, 1));
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
                QStringLiteral("SELECT count(*) FROM (") + sql.all() +
                    QStringLiteral(" LIMIT %1) AS counted").arg(limit));
    sql.bind(s);
    qint64 count = 0;
    if (s.next())
        count = s.integer(0);
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return count;
}

} // namespace tieout
