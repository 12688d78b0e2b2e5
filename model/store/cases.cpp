// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/cases.h"

#include "model/store/statement.h"

namespace tieout {

namespace {

constexpr char16_t kCaseColumns[] =
    u"c.id, c.code, c.subject, coalesce(c.payment_id, ''), c.tx, coalesce(c.binding_id, ''), "
    u"c.state, c.evidence, c.opened_at, c.due_at, c.resolved_at, coalesce(c.resolved_by, ''), "
    u"coalesce(c.resolution, ''), coalesce(c.reason, ''), c.version";

} // namespace

Result<std::vector<CaseRow>> casesFrom(Statement& s)
{
    std::vector<CaseRow> rows;
    while (s.next())
        rows.push_back(caseFrom(s, 0));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

QStringView caseColumns()
{
    return kCaseColumns;
}

CaseRow caseFrom(const Statement& s, int first)
{
    CaseRow row;
    row.id = CaseId::trusted(s.text(first));
    row.code = caseCodeFromText(s.text(first + 1)).value_or(CaseCode::Other);
    row.subject = s.text(first + 2);
    if (const QString payment = s.text(first + 3); !payment.isEmpty())
        row.payment = PaymentId::trusted(payment);
    if (!s.isNull(first + 4))
        row.tx = hash32(s.bytes(first + 4));
    row.binding = BindingId::trusted(s.text(first + 5));
    row.state = fromText<CaseState>(s.text(first + 6)).value_or(CaseState::Open);
    row.evidence = s.text(first + 7);
    row.openedAt = s.time(first + 8);
    row.dueAt = s.optionalTime(first + 9);
    row.resolvedAt = s.optionalTime(first + 10);
    row.resolvedBy = s.text(first + 11);
    row.resolution = s.text(first + 12);
    row.reason = s.text(first + 13);
    row.version = s.integer(first + 14);
    return row;
}

QString transferSubject(const Hash32& tx, const BindingId& binding)
{
    return QStringLiteral("transfer:%1:%2")
        .arg(QString::fromLatin1(toBytes(tx).toHex()), binding.text());
}

Result<bool> openCase(Database& db, const CaseRow& row)
{
    const CaseRule& rule = caseRule(row.code);
    Statement s(
        db,
        u"INSERT INTO exception_case (id, code, severity, plane, owner, subject, payment_id,"
        u" tx, binding_id, state, evidence, opened_at, due_at, version)"
        u" VALUES (:id, :code, :severity, :plane, :owner, :subject, :payment, :tx, :binding,"
        u" 'open', :evidence, :opened, :due, 1)"
        u" ON CONFLICT (subject, code) WHERE state = 'open' DO NOTHING");
    s.bind(u":id", row.id).bind(u":code", QString::fromLatin1(rule.text));
    s.bind(u":severity", rule.severity).bind(u":plane", toText(rule.plane));
    s.bind(u":owner", rule.owner ? toText(*rule.owner) : QStringLiteral("engine"));
    s.bind(u":subject", row.subject).bind(u":payment", row.payment);
    if (row.tx)
        s.bind(u":tx", toBytes(*row.tx));
    else
        s.bindNull(u":tx");
    if (row.binding.isEmpty())
        s.bindNull(u":binding");
    else
        s.bind(u":binding", row.binding);
    s.bind(u":evidence", row.evidence).bind(u":opened", row.openedAt);
    s.bind(u":due",
           rule.sla.count() > 0 ? std::optional<UtcTime>(row.openedAt + rule.sla) : std::nullopt);
    if (auto done = s.exec(); !done)
        return fail(done.error());
    return s.rowsAffected() > 0;
}

Result<bool> caseKnown(Database& db, const QString& subject, CaseCode code)
{
    Statement known(db, u"SELECT 1 FROM exception_case WHERE subject = :subject AND code = :code");
    known.bind(u":subject", subject).bind(u":code", toText(code));
    const bool found = known.next();
    if (auto done = known.finish(); !done)
        return fail(done.error());
    return found;
}

Result<bool> logCase(Database& db, const CaseRow& row)
{
    const auto known = caseKnown(db, row.subject, row.code);
    if (!known)
        return known;
    if (*known)
        return false;
    if (auto opened = openCase(db, row); !opened)
        return opened;
    const auto closed = resolveCase(db,
                                    row,
                                    QStringLiteral("automatic"),
                                    QStringLiteral("logged"),
                                    QStringLiteral("engine"),
                                    row.openedAt);
    if (!closed)
        return fail(closed.error());
    return true;
}

Outcome resolveCase(Database& db,
                    const CaseRow& row,
                    const QString& resolution,
                    const QString& reason,
                    const QString& by,
                    UtcTime now)
{
    Statement s(db,
                u"UPDATE exception_case SET state = 'resolved', resolved_at = :at,"
                u" resolved_by = :by, resolution = :resolution, reason = :reason,"
                u" version = version + 1 WHERE id = :id AND version = :version AND state = 'open'");
    s.bind(u":at", now).bind(u":by", by).bind(u":resolution", resolution).bind(u":reason", reason);
    s.bind(u":id", row.id).bind(u":version", row.version);
    if (auto done = s.exec(); !done)
        return done;
    if (s.rowsAffected() != 1)
        return fail(ErrorCode::Conflict, u"case_changed", row.id.text());
    return Done;
}

Result<CaseRow> readCase(Database& db, const CaseId& id)
{
    Statement s(
        db, QStringLiteral("SELECT %1 FROM exception_case c WHERE c.id = :id").arg(caseColumns()));
    s.bind(u":id", id);
    const auto rows = casesFrom(s);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorCode::NotFound, u"case_unknown", id.text());
    return rows->front();
}

Result<std::optional<CaseRow>> openCaseOf(Database& db, const QString& subject, CaseCode code)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM exception_case c WHERE c.subject = :subject"
                               " AND c.code = :code AND c.state = 'open'")
                    .arg(caseColumns()));
    s.bind(u":subject", subject).bind(u":code", toText(code));
    const auto rows = casesFrom(s);
    if (!rows)
        return fail(rows.error());
    return rows->empty() ? std::optional<CaseRow>() : rows->front();
}

Result<std::vector<CaseRow>> listCases(Database& db, const CaseQuery& query)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM exception_case c"
                               " WHERE (:any = 1 OR c.payment_id = :payment)"
                               " AND (:all = 1 OR c.state = 'open')"
                               " ORDER BY c.severity, c.opened_at, c.id LIMIT :limit")
                    .arg(caseColumns()));
    s.bind(u":any", query.payment.isEmpty()).bind(u":payment", query.payment);
    s.bind(u":all", !query.openOnly).bind(u":limit", query.limit);
    return casesFrom(s);
}

} // namespace tieout
