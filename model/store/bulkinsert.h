// SPDX-License-Identifier: GPL-3.0-or-later
// BulkInsert: many rows into one table at the speed of the native handle: COPY on PostgreSQL, one
// prepared insert on SQLite. Only inside a transaction, for rows that are known to be new. Columns
// are appended in the order given; end() must be called. Thread of its Database.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <memory>

namespace tieout {

class BulkInsert
{
public:
    // `columns` is a comma-separated list.
    BulkInsert(Database& db, const char* table, const char* columns);
    ~BulkInsert();
    Q_DISABLE_COPY_MOVE(BulkInsert)

    BulkInsert& integer(qint64 value);
    BulkInsert& text(QStringView value);
    BulkInsert& utf8(QByteArrayView value); // text that is UTF-8 already
    BulkInsert& bytes(QByteArrayView value);
    BulkInsert& amount(const Amount& value);
    BulkInsert& time(UtcTime value) { return integer(value.ms()); }
    BulkInsert& null();
    void endRow();

    // Sends what is left; the first error that any row met, if one did.
    Outcome end();
    qint64 rows() const { return m_rows; }

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
    qint64 m_rows = 0;
};

} // namespace tieout
