// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/statement.h"

#include <QSqlError>

namespace tieout {

Statement::Statement(Database& db, QStringView sql)
    : m_db(db)
    , m_sql(sql.toString())
    , m_query(db.sql())
{
    m_query.setForwardOnly(true);
    if (!m_query.prepare(m_sql))
        m_error = sqlError(m_query.lastError(), m_sql.left(60));
}

Statement& Statement::bind(QStringView name, qint64 value)
{
    m_query.bindValue(name.toString(), value);
    return *this;
}

Statement& Statement::bind(QStringView name, const QString& value)
{
    m_query.bindValue(name.toString(), value.isNull() ? QStringLiteral("") : value);
    return *this;
}

Statement& Statement::bind(QStringView name, const QByteArray& value)
{
    m_query.bindValue(name.toString(), value.isNull() ? QByteArray("") : value);
    return *this;
}

Statement& Statement::bind(QStringView name, UtcTime value)
{
    return bind(name, value.ms());
}

Statement& Statement::bind(QStringView name, const Amount& value)
{
    if (m_db.dialect() == Dialect::Sqlite)
        m_query.bindValue(name.toString(), value.toSortable());
    else
        m_query.bindValue(name.toString(), value.toUnitsText());
    return *this;
}

Statement& Statement::bindNull(QStringView name)
{
    m_query.bindValue(name.toString(), QVariant());
    return *this;
}

void Statement::run()
{
    m_started = true;
    if (!m_error && !m_query.exec())
        m_error = sqlError(m_query.lastError(), m_sql.left(60));
}

Outcome Statement::exec()
{
    run();
    m_started = false;
    if (m_error)
        return fail(*m_error);
    return Done;
}

bool Statement::next()
{
    if (!m_started)
        run();
    if (m_error)
        return false;
    if (m_query.next())
        return true;
    // A statement that breaks off in the middle of its rows has an error; one that ended has none.
    if (m_query.lastError().isValid())
        m_error = sqlError(m_query.lastError(), m_sql.left(60));
    return false;
}

Outcome Statement::finish()
{
    if (!m_started && !m_error)
        run();
    m_query.finish();
    m_started = false;
    if (m_error)
        return fail(*m_error);
    return Done;
}

qint64 Statement::rowsAffected() const
{
    return m_query.numRowsAffected();
}

bool Statement::isNull(int column) const
{
    return m_query.isNull(column);
}

qint64 Statement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

std::optional<UtcTime> Statement::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<UtcTime>(time(column));
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<qint64>(integer(column));
}

Amount Statement::amount(int column, int decimals) const
{
    const QVariant value = m_query.value(column);
    const auto amount = m_db.dialect() == Dialect::Sqlite
                            ? Amount::fromSortable(value.toByteArray(), decimals)
                            : Amount::fromUnitsText(value.toString(), decimals);
    if (amount)
        return *amount;
    if (!m_error)
        m_error = Error{ErrorCode::Corrupt, amount.error().reason, m_sql.left(60)};
    return {0, decimals};
}

std::optional<Amount> Statement::optionalAmount(int column, int decimals) const
{
    return isNull(column) ? std::nullopt : std::optional<Amount>(amount(column, decimals));
}

} // namespace tieout
