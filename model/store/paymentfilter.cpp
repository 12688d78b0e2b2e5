// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/paymentfilter.h"

#include "model/domain/address.h"
#include "model/domain/filterpayment.h"
#include "model/domain/filtertimes.h"
#include "model/domain/filtervalues.h"
#include "model/store/statement.h"

#include <algorithm>

namespace tieout {

namespace paymentfilter {

// How a field is compared. LowerName: a name that has no capitals wherever it is stored. Open: rows
// of another table that are open, of any or of some kinds.
enum class Shape { Word, Name, LowerName, Text, Amount, Integer, Time, Age, Labels, Lookup, Open };

enum class Indexed { No, Yes, Exactly }; // Exactly: by "=" only

// `sql` is the column, or for lookups the condition, where %1 is the list of values.
struct Column
{
    const char* field;
    Shape shape;
    Indexed indexed;
    const char* sql;
    const char* kind = nullptr; // of Open: the column of the kinds
};

// Every field of the page and where its value is: the one place that names columns. An account is
// the same bytes on every rail; a transaction is found linked or, still in the mempool, by where it
// goes, on each rail in turn (CROSS: SQLite would rather read all transfers than ask few rails).
// clang-format off
constexpr Column kColumns[] = {
    {"status", Shape::Word, Indexed::Yes, "p.status"},
    {"label", Shape::Labels, Indexed::No, "p.labels"},
    {"case", Shape::Open, Indexed::Yes,
     "SELECT c.payment_id FROM exception_case c WHERE c.state = 'open'"
     " AND c.payment_id IS NOT NULL", "c.code"},
    {"severity", Shape::Open, Indexed::Yes,
     "SELECT c.payment_id FROM exception_case c WHERE c.state = 'open'"
     " AND c.payment_id IS NOT NULL", "CAST(c.severity AS TEXT)"},
    {"hold", Shape::Open, Indexed::Yes,
     "SELECT h.payment_id FROM hold h WHERE h.closed_at IS NULL", "h.kind"},
    {"verdict", Shape::Word, Indexed::No, "p.verdict"},
    {"detection", Shape::Word, Indexed::No, "p.detection"},
    {"confirmation", Shape::Word, Indexed::No, "p.confirmation"},
    {"recognition", Shape::Word, Indexed::No, "p.recognition"},
    {"fulfilment", Shape::Word, Indexed::No, "p.fulfilment"},
    {"rail", Shape::Lookup, Indexed::No,
     "p.rail IN (SELECT n.id FROM rail n WHERE lower(n.name) IN (%1))"},
    {"corridor", Shape::LowerName, Indexed::Yes, "p.corridor"},
    {"symbol", Shape::Name, Indexed::No, "p.symbol"},
    {"merchant", Shape::Lookup, Indexed::No,
     "p.merchant_id IN (SELECT m.id FROM merchant m WHERE lower(m.name) IN (%1)"
     " OR lower(m.id) IN (%1))"},
    {"amount", Shape::Amount, Indexed::No, "p.due"},
    {"received", Shape::Amount, Indexed::No, "p.received"},
    {"confirmed", Shape::Amount, Indexed::No, "p.confirmed"},
    {"remaining", Shape::Amount, Indexed::No, "p.remaining"},
    {"confirmations", Shape::Integer, Indexed::No,
     "(SELECT s.head_number FROM rail_state s WHERE s.rail = p.rail) - p.deciding_number + 1"},
    {"age", Shape::Age, Indexed::Yes, "p.created_at"},
    {"created", Shape::Time, Indexed::Yes, "p.created_at"},
    {"expires", Shape::Time, Indexed::No, "p.expires_at"},
    {"updated", Shape::Time, Indexed::No, "p.updated_at"},
    {"confirmed-at", Shape::Time, Indexed::Yes, "p.confirmed_at"},
    {"final-at", Shape::Time, Indexed::No, "p.final_at"},
    {"released-at", Shape::Time, Indexed::No, "p.released_at"},
    {"order", Shape::Text, Indexed::Exactly, "p.order_reference"},
    {"customer", Shape::Text, Indexed::No, "p.customer"},
    {"id", Shape::Word, Indexed::Yes, "p.id"},
    {"correlation", Shape::Word, Indexed::No, "p.correlation_id"},
    {"address", Shape::Lookup, Indexed::Yes,
     "p.id IN (SELECT b.payment_id FROM binding b WHERE b.account IN (%1))"},
    {"tx", Shape::Lookup, Indexed::Yes,
     "p.id IN (SELECT l.payment_id FROM rail n CROSS JOIN transfer_payment l"
     " WHERE l.rail = n.id AND l.tx IN (%1) UNION SELECT b.payment_id FROM rail n"
     " CROSS JOIN sighting g CROSS JOIN binding b WHERE g.rail = n.id AND g.tx IN (%1)"
     " AND b.rail = g.rail AND b.account = g.to_account AND b.reference = g.reference)"},
};
// clang-format on

constexpr char kNever[] = "(1 = 0)";
constexpr char kAlways[] = "(1 = 1)";

const Column& columnOf(QStringView field)
{
    const auto found = std::find_if(std::begin(kColumns), std::end(kColumns), [&](const Column& c) {
        return field == QLatin1String(c.field);
    });
    TIEOUT_CHECK(found != std::end(kColumns));
    return *found;
}

QString anyOf(const QStringList& conditions)
{
    return u'(' + conditions.join(QStringLiteral(" OR ")) + u')';
}

QString containing(QString text)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        text.replace(special, u'\\' + QString(special));
    return u'%' + text + u'%';
}

bool isFoundByIndex(const FilterTerm& term)
{
    if (term.isFree() || term.negated)
        return false;
    const Column& column = columnOf(term.field);
    if (column.indexed == Indexed::Exactly)
        return term.op == FilterOp::Exactly;
    const auto isNo = [](const FilterValue& value) { return value.text == u"no"; };
    const bool absence =
        column.shape == Shape::Open && std::any_of(term.values.begin(), term.values.end(), isNo);
    return column.indexed == Indexed::Yes && !absence;
}

} // namespace paymentfilter

using paymentfilter::Column;
using paymentfilter::Shape;

// One filter's way into SQL: conditions here, values into the binds.
class PaymentFilterTerms
{
public:
    PaymentFilterTerms(PaymentFilterSql& sql, UtcTime now)
        : m_sql(sql)
        , m_now(now)
    {}

    // NULL is "no" here: a payment without a time was neither before nor after another.
    QString condition(const FilterTerm& term)
    {
        const QString is = term.isFree() ? freeText(term.values.front().text)
                                         : ofColumn(paymentfilter::columnOf(term.field), term);
        return term.negated ? QStringLiteral("NOT coalesce(%1, (1 = 0))").arg(is) : is;
    }

private:
    template<class Value>
    QString bound(const Value& value)
    {
        m_sql.m_binds.emplace_back(value);
        return m_sql.m_prefix + QString::number(m_sql.m_binds.size() - 1);
    }

    QString ofColumn(const Column& column, const FilterTerm& term)
    {
        const QString sql = QString::fromLatin1(column.sql);
        switch (column.shape) {
        case Shape::Word:
            return QStringLiteral("%1 IN (%2)").arg(sql, values(term, false));
        case Shape::Name:
            return QStringLiteral("lower(%1) IN (%2)").arg(sql, values(term, true));
        case Shape::LowerName:
            return QStringLiteral("%1 IN (%2)").arg(sql, values(term, true));
        case Shape::Lookup:
            return lookup(sql, term);
        case Shape::Text:
        case Shape::Amount:
        case Shape::Integer:
        case Shape::Time:
        case Shape::Age:
        case Shape::Labels:
        case Shape::Open:
            break;
        }
        QStringList conditions;
        for (const FilterValue& value : term.values)
            conditions.append(ofValue(column, term.op, value));
        return paymentfilter::anyOf(conditions);
    }

    QString ofValue(const Column& column, FilterOp op, const FilterValue& value)
    {
        const QString sql = QString::fromLatin1(column.sql);
        switch (column.shape) {
        case Shape::Text:
            return op == FilterOp::Exactly ? sql + QStringLiteral(" = ") + bound(value.text)
                                           : contains(sql, value.text);
        case Shape::Amount:
            return ofRange(
                op, value, [&](FilterOp by, const QString& end) { return ofAmount(sql, by, end); });
        case Shape::Integer:
            return ofRange(op, value, [&](FilterOp by, const QString& end) {
                return compared(sql, by) + bound(end.toLongLong());
            });
        case Shape::Time:
            return within(sql, timesAdmitted(op, value, m_now));
        case Shape::Age:
            return within(sql, beginningsAdmitted(op, value, m_now));
        case Shape::Labels:
            return hasLabel(sql, value.text);
        case Shape::Open:
            return hasOpen(column, value.text);
        case Shape::Word:
        case Shape::Name:
        case Shape::LowerName:
        case Shape::Lookup:
            break;
        }
        return QString::fromLatin1(paymentfilter::kNever);
    }

    // The database folds the case of both sides, so that they are folded alike.
    QString values(const FilterTerm& term, bool folded)
    {
        QStringList names;
        for (const FilterValue& value : term.values)
            names.append(folded ? QStringLiteral("lower(%1)").arg(bound(value.text))
                                : bound(value.text));
        return names.join(QStringLiteral(", "));
    }

    QString lookup(const QString& sql, const FilterTerm& term)
    {
        QString text;
        const QStringList parts = sql.split(QStringLiteral("%1"));
        for (const QString& part : parts.mid(0, parts.size() - 1)) {
            const bool bytes = term.field == u"address" || term.field == u"tx";
            text += part + (bytes ? accounts(term) : values(term, true));
        }
        return text + parts.last();
    }

    QString accounts(const FilterTerm& term)
    {
        QStringList names;
        for (const FilterValue& value : term.values)
            names.append(bound(bytesOf(term.field, value.text)));
        return names.join(QStringLiteral(", "));
    }

    static QByteArray bytesOf(const QString& field, const QString& text)
    {
        if (field == u"tx")
            return QByteArray::fromHex(text.mid(2).toLatin1());
        const auto family = text.startsWith(u'T') ? AddressFamily::Tron : AddressFamily::Evm;
        const auto address = Address::parse(text, family);
        return address ? address->bytes() : QByteArray();
    }

    QString contains(const QString& column, const QString& text)
    {
        return QStringLiteral("lower(%1) LIKE lower(%2) ESCAPE '\\'")
            .arg(column, bound(paymentfilter::containing(text)));
    }

    static QString compared(const QString& sql, FilterOp op)
    {
        switch (op) {
        case FilterOp::Is:
        case FilterOp::Exactly:
            return sql + QStringLiteral(" = ");
        case FilterOp::Less:
            return sql + QStringLiteral(" < ");
        case FilterOp::AtMost:
            return sql + QStringLiteral(" <= ");
        case FilterOp::Greater:
            return sql + QStringLiteral(" > ");
        case FilterOp::AtLeast:
            return sql + QStringLiteral(" >= ");
        }
        return {};
    }

    template<class Compare>
    static QString ofRange(FilterOp op, const FilterValue& value, Compare compare)
    {
        if (!value.isRange)
            return compare(op, value.text);
        QStringList ends;
        if (!value.text.isEmpty())
            ends.append(compare(FilterOp::AtLeast, value.text));
        if (!value.upTo.isEmpty())
            ends.append(compare(FilterOp::AtMost, value.upTo));
        return u'(' + ends.join(QStringLiteral(" AND ")) + u')';
    }

    // Minor units of tokens with different decimals don't compare: each row by its own. The usual
    // decimals come first.
    QString ofAmount(const QString& column, FilterOp op, const QString& text)
    {
        const auto decimal = FilterDecimal::parse(text);
        TIEOUT_CHECK(decimal.has_value());
        QString sql = QStringLiteral("CASE p.decimals");
        const auto add = [&](int decimals) {
            sql += QStringLiteral(" WHEN %1 THEN ").arg(decimals);
            sql += atDecimals(column, op, *decimal, decimals);
        };
        add(6);
        add(18);
        for (int decimals = 0; decimals <= Amount::kMaxDecimals; ++decimals) {
            if (decimals != 6 && decimals != 18)
                add(decimals);
        }
        return sql + QStringLiteral(" END");
    }

    QString
    atDecimals(const QString& column, FilterOp op, const FilterDecimal& decimal, int decimals)
    {
        const auto floor = decimal.floor(decimals);
        if (!floor) {
            // Out of range: every amount is on the same side of it.
            const bool below = op == FilterOp::Less || op == FilterOp::AtMost;
            const bool above = op == FilterOp::Greater || op == FilterOp::AtLeast;
            const bool all = decimal.isNegative() ? above : below;
            return QString::fromLatin1(all ? paymentfilter::kAlways : paymentfilter::kNever);
        }
        if (!decimal.isExact(decimals)) {
            // It lies between two amounts: nothing equals it, and only the lower one is below it.
            if (op == FilterOp::Is || op == FilterOp::Exactly)
                return QString::fromLatin1(paymentfilter::kNever);
            const bool above = op == FilterOp::Greater || op == FilterOp::AtLeast;
            op = above ? FilterOp::Greater : FilterOp::AtMost;
        }
        return compared(column, op) + bound(*floor);
    }

    QString within(const QString& column, const FilterTimes& times)
    {
        QStringList ends;
        if (times.from)
            ends.append(column + QStringLiteral(" >= ") + bound(times.from->ms()));
        if (times.to)
            ends.append(column + QStringLiteral(" < ") + bound(times.to->ms()));
        return u'(' + ends.join(QStringLiteral(" AND ")) + u')';
    }

    // Labels are stored as words with single spaces.
    QString hasLabel(const QString& column, const QString& word)
    {
        if (word == u"none")
            return column + QStringLiteral(" = ''");
        return QStringLiteral("' ' || %1 || ' ' LIKE %2 ESCAPE '\\'")
            .arg(column, bound(paymentfilter::containing(u' ' + word + u' ')));
    }

    QString hasOpen(const Column& column, const QString& word)
    {
        const QString rows = QString::fromLatin1(column.sql);
        if (word == u"yes" || word == u"no")
            return QStringLiteral("p.id %1 (%2)")
                .arg(word == u"yes" ? QStringLiteral("IN") : QStringLiteral("NOT IN"), rows);
        return QStringLiteral("p.id IN (%1 AND %2 = %3)")
            .arg(rows, QString::fromLatin1(column.kind), bound(word));
    }

    // Order reference, customer, payment, address and transaction: whichever the text may be.
    QString freeText(const QString& text)
    {
        QStringList conditions{contains(QStringLiteral("p.order_reference"), text),
                               contains(QStringLiteral("p.customer"), text)};
        for (const char* name : {"id", "address", "tx"}) {
            const FilterField* field = paymentFilterFields().find(QString::fromLatin1(name));
            if (const auto value = canonicalFilterValue(*field, text))
                conditions.append(ofColumn(paymentfilter::columnOf(field->name),
                                           filterTerm(field->name, {*value})));
        }
        return paymentfilter::anyOf(conditions);
    }

    PaymentFilterSql& m_sql;
    UtcTime m_now;
};

PaymentFilterSql::PaymentFilterSql(const Filter& filter, UtcTime now, QString prefix)
    : m_prefix(std::move(prefix))
{
    PaymentFilterTerms terms(*this, now);
    QStringList conditions;
    for (const FilterTerm& term : filter.terms) {
        conditions.append(terms.condition(term));
        m_usesIndex = m_usesIndex || paymentfilter::isFoundByIndex(term);
    }
    m_condition = conditions.join(QStringLiteral(" AND "));
}

void PaymentFilterSql::bind(Statement& statement) const
{
    for (size_t i = 0; i < m_binds.size(); ++i) {
        const QString name = m_prefix + QString::number(i);
        std::visit([&](const auto& value) { statement.bind(name, value); }, m_binds[i]);
    }
}

} // namespace tieout
