// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/journal.h"

#include "model/crypto/hash.h"
#include "model/store/bulkinsert.h"
#include "model/store/failpoint.h"
#include "model/store/raisedreason.h"
#include "model/store/statement.h"

#include <QJsonDocument>

namespace tieout {

namespace {

constexpr int kVerifyPage = 1000;

struct InboxRow
{
    QString id;
    QString subject;
    qint64 subjectVersion = 0;
    QByteArray body;
};

struct ChainHead
{
    qint64 seq = 0;
    QByteArray hash = journalGenesis();
};

Result<ChainHead> readHead(Database& db)
{
    ChainHead head;
    Statement s(db, u"SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
    if (s.next())
        head = {s.integer(0), s.text(1).toLatin1()};
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return head;
}

Result<std::vector<InboxRow>> readInbox(Database& db, int limit)
{
    std::vector<InboxRow> rows;
    Statement s(db,
                u"SELECT id, subject, subject_version, body FROM journal_inbox"
                u" ORDER BY pos LIMIT :limit");
    s.bind(u":limit", limit);
    while (s.next())
        rows.push_back({s.text(0), s.text(1), s.integer(2), s.text(3).toUtf8()});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

// The journal's own check looks at the link before, which both databases show it within one bulk
// insert. The inbox lets a row go only when its line stands in the journal.
Outcome writeLinks(Database& db, ChainHead head, const std::vector<InboxRow>& rows)
{
    const qint64 before = head.seq;
    BulkInsert links(db, "journal", "seq, id, subject, subject_version, prev, line, hash");
    for (const InboxRow& row : rows) {
        const auto line = journalLine(row.body, head.hash, head.seq + 1);
        if (!line)
            return fail(line.error());
        const QByteArray hash = sha256Hex(*line);
        links.integer(head.seq + 1).text(row.id).text(row.subject).integer(row.subjectVersion);
        links.text(QString::fromLatin1(head.hash)).text(QString::fromUtf8(*line));
        links.text(QString::fromLatin1(hash)).endRow();
        head = {head.seq + 1, hash};
    }
    if (auto written = links.end(); !written)
        return fail(withRaisedReason(written.error()));
    failpoint("seal.after-links");
    Statement leave(db,
                    u"DELETE FROM journal_inbox WHERE id IN"
                    u" (SELECT id FROM journal WHERE seq > :before)");
    if (auto left = leave.bind(u":before", before).exec(); !left)
        return fail(withRaisedReason(left.error()));
    return Done;
}

// The chain proves lines; a row's other columns are proved by the line.
std::optional<JournalVerifier::Problem> rowProblem(const SealedLine& row, qint64 line)
{
    const auto object = QJsonDocument::fromJson(row.line).object().value(u"object");
    if (object.toString() == row.subject)
        return std::nullopt;
    return JournalVerifier::Problem{line, QStringLiteral("journal_subject")};
}

} // namespace

Outcome appendJournal(Database& db, const JournalEntry& entry)
{
    return appendJournal(db, std::vector<JournalEntry>{entry});
}

Outcome appendJournal(Database& db, const std::vector<JournalEntry>& entries)
{
    if (entries.empty())
        return Done;
    BulkInsert insert(db, "journal_inbox", "id, subject, subject_version, body");
    UtcTime at; // the entries of a batch share theirs
    QString atText;
    for (const JournalEntry& entry : entries) {
        if (entry.at != at || atText.isEmpty()) {
            at = entry.at;
            atText = at.toText();
        }
        const auto body = journalBody(JournalBody{
            entry.action, entry.actor, atText, entry.subject, entry.data, entry.canonical});
        if (!body)
            return fail(body.error());
        insert.text(entry.id.text()).text(entry.subject).integer(entry.subjectVersion);
        insert.utf8(*body).endRow();
    }
    if (auto done = insert.end(); !done)
        return fail(withRaisedReason(done.error()));
    return Done;
}

Result<int> sealJournal(Database& db, int limit)
{
    const auto rows = readInbox(db, limit);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return 0;
    const auto head = readHead(db);
    if (!head)
        return fail(head.error());
    if (auto written = writeLinks(db, *head, *rows); !written)
        return fail(written.error());
    return static_cast<int>(rows->size());
}

Result<std::vector<SealedLine>> readJournal(Database& db, qint64 afterSeq, int limit)
{
    std::vector<SealedLine> lines;
    Statement s(db,
                u"SELECT seq, id, subject, subject_version, line, hash FROM journal"
                u" WHERE seq > :after ORDER BY seq LIMIT :limit");
    s.bind(u":after", afterSeq).bind(u":limit", limit);
    while (s.next())
        lines.push_back({s.integer(0),
                         s.text(1),
                         s.text(2),
                         s.integer(3),
                         s.text(4).toUtf8(),
                         s.text(5).toLatin1()});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return lines;
}

Result<UnsealedTail> readUnsealed(Database& db)
{
    UnsealedTail tail;
    Statement s(db, u"SELECT count(*) FROM journal_inbox");
    if (s.next())
        tail.count = s.integer(0);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    Statement first(db, u"SELECT body FROM journal_inbox ORDER BY pos LIMIT 1");
    if (first.next()) {
        const auto body = QJsonDocument::fromJson(first.text(0).toUtf8()).object();
        if (const auto at = UtcTime::parse(body.value(u"at").toString()))
            tail.oldest = *at;
    }
    if (auto done = first.finish(); !done)
        return fail(done.error());
    return tail;
}

Result<JournalReport> verifyJournal(Database& db, const std::function<bool(qint64)>& progress)
{
    JournalReport report;
    JournalVerifier verifier;
    for (qint64 after = 0;;) {
        const auto lines = readJournal(db, after, kVerifyPage);
        if (!lines)
            return fail(lines.error());
        for (const SealedLine& line : *lines) {
            if (!verifier.add(line.line, QByteArrayView(line.hash)))
                break;
            report.problem = rowProblem(line, verifier.count());
            if (report.problem)
                break;
        }
        if (verifier.problem() || report.problem || lines->empty())
            break;
        after = lines->back().seq;
        report.stopped = progress && !progress(verifier.count());
        if (report.stopped)
            break;
    }
    report.count = verifier.count();
    report.head = verifier.head();
    if (verifier.problem())
        report.problem = verifier.problem();
    const auto tail = readUnsealed(db);
    if (!tail)
        return fail(tail.error());
    report.unsealed = tail->count;
    report.oldestUnsealed = tail->oldest;
    return report;
}

} // namespace tieout
