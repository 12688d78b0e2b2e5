// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of exception cases: one subject and one code make one open case. Writes inside the caller's
// transaction, on the thread of the Database.
#pragma once

#include "model/domain/blocks.h"
#include "model/domain/casecodes.h"
#include "model/domain/ids.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

struct CaseRow
{
    CaseId id;
    CaseCode code = CaseCode::Other;
    QString subject; // "pay_…", "transfer:<tx>:<bnd_…>", "rail:<name>"
    std::optional<PaymentId> payment;
    std::optional<Hash32> tx;
    BindingId binding; // empty without tx
    CaseState state = CaseState::Open;
    QString evidence; // JSON
    UtcTime openedAt;
    std::optional<UtcTime> dueAt;
    std::optional<UtcTime> resolvedAt;
    QString resolvedBy;
    QString resolution;
    QString reason;
    qint64 version = 1;
};

QString transferSubject(const Hash32& tx, const BindingId& binding);

// False when one is open already for the subject and code.
Result<bool> openCase(Database& db, const CaseRow& row);
// For codes that are only logged: written resolved, once per subject and code for ever.
Result<bool> logCase(Database& db, const CaseRow& row);
// Conflict (case_changed) unless it is open and has `row.version`.
// Whether one was ever opened for the subject and code, in whatever state it is.
Result<bool> caseKnown(Database& db, const QString& subject, CaseCode code);
Outcome resolveCase(Database& db,
                    const CaseRow& row,
                    const QString& resolution,
                    const QString& reason,
                    const QString& by,
                    UtcTime now);
Result<CaseRow> readCase(Database& db, const CaseId& id); // NotFound (case_unknown)
Result<std::optional<CaseRow>> openCaseOf(Database& db, const QString& subject, CaseCode code);

struct CaseQuery
{
    QString payment; // empty: any
    bool openOnly = true;
    int limit = 1000;
};

// Worst first, then oldest.
Result<std::vector<CaseRow>> listCases(Database& db, const CaseQuery& query);

// The columns that caseFrom() reads, for `SELECT … FROM exception_case c`.
QStringView caseColumns();
CaseRow caseFrom(const class Statement& s, int first);
// All rows of a query that selects these columns alone.
Result<std::vector<CaseRow>> casesFrom(class Statement& s);

} // namespace tieout
