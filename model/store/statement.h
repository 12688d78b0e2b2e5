// SPDX-License-Identifier: GPL-3.0-or-later
// Statement: one prepared, bound, forward-only SQL statement. The same text runs on both databases;
// amounts, bytes and times are bound and read in the form that the database needs. Named
// placeholders (":id"). Thread of its Database. After the first failure every further call is a
// no-op and exec() or finish() tells the error, so that readers need no check per row.
//
//   Statement s(db, u"SELECT id, due FROM payment WHERE rail = :rail");
//   s.bind(u":rail", rail);
//   while (s.next()) { s.text(0); s.amount(1, 6); }
//   if (auto done = s.finish(); !done) return fail(done.error());
#pragma once

#include "model/domain/amount.h"
#include "model/domain/ids.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <QSqlQuery>

#include <optional>

namespace tieout {

class Statement
{
public:
    Statement(Database& db, QStringView sql);
    Q_DISABLE_COPY_MOVE(Statement)

    Statement& bind(QStringView name, qint64 value);
    Statement& bind(QStringView name, int value) { return bind(name, qint64(value)); }
    Statement& bind(QStringView name, bool value) { return bind(name, qint64(value ? 1 : 0)); }
    Statement& bind(QStringView name, const QString& value); // a null QString binds ''
    Statement& bind(QStringView name, const QByteArray& value);
    Statement& bind(QStringView name, UtcTime value);
    Statement& bind(QStringView name, const Amount& value);
    Statement& bindNull(QStringView name);

    template<class Tag>
    Statement& bind(QStringView name, const Id<Tag>& id)
    {
        return bind(name, id.text());
    }

    template<class T>
    Statement& bind(QStringView name, const std::optional<T>& value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }

    // Runs to the end; for statements without rows. May be called again after binding anew.
    Outcome exec();
    // Runs on the first call, then steps. False at the end or on an error: ask finish().
    bool next();
    Outcome finish();
    qint64 rowsAffected() const;

    bool isNull(int column) const;
    qint64 integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArray bytes(int column) const;
    UtcTime time(int column) const { return UtcTime::fromMs(integer(column)); }
    std::optional<UtcTime> optionalTime(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    Amount amount(int column, int decimals) const; // a malformed one is remembered as Corrupt
    std::optional<Amount> optionalAmount(int column, int decimals) const;

private:
    void run();

    Database& m_db;
    QString m_sql;
    QSqlQuery m_query;
    mutable std::optional<Error> m_error;
    bool m_started = false;
};

} // namespace tieout
