// SPDX-License-Identifier: GPL-3.0-or-later
// The hash chain of the journal: one canonical line per event, each carrying the
// SHA-256 of the line before it. Pure, safe on any thread; what is stored is the exact line.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace tieout {

// `prev` of line 1: 64 zeros.
QByteArray journalGenesis();

// What an event says, before it has its place in the chain; `data` holds all that has no key here.
struct JournalBody
{
    QString action; // "payment.match"
    QString actor;
    QString at; // ISO 8601, UTC, milliseconds
    QString object;
    QJsonObject data;
    QByteArray canonical = {}; // data in canonical form (CanonicalObject); then `data` is empty
};

// The canonical body as the inbox keeps it, without prev and seq. Reasons: journal_body (an empty
// action, actor, at or object, or a key named "prev" or "seq" anywhere in data), and those of
// toCanonicalJson.
Result<QByteArray> journalBody(const JournalBody& body);
// The same from a body that is already an object with exactly the keys action, actor, at, data,
// object.
Result<QByteArray> journalBody(const QJsonObject& body);

// The line of a canonical body at its place: no newline. `prev` is 64 lower-case hex digits, seq
// ≥ 1. Reasons: journal_body (not a body that journalBody() made), journal_place.
Result<QByteArray> journalLine(QByteArrayView body, QByteArrayView prev, qint64 seq);

// Looks at the lines of a chain one by one; the first bad one is remembered and nothing after it
// is. Reasons: journal_line (not a canonical line with exactly the journal's keys), journal_seq (a
// line is missing, doubled or swapped), journal_prev (this line or the one before was changed),
// journal_hash.
class JournalVerifier
{
public:
    struct Problem
    {
        qint64 line = 0; // counted from 1 in what was given
        QString reason;
    };

    // Begins at line 1, or after a head that is known to be good.
    JournalVerifier() = default;
    JournalVerifier(qint64 count, QByteArray head);

    // False once a problem was found. `storedHash`, when given, must be the line's own hash in hex.
    bool add(QByteArrayView line, std::optional<QByteArrayView> storedHash = std::nullopt);

    qint64 count() const { return m_count; }          // good lines, the head's own included
    const QByteArray& head() const { return m_head; } // hash of the last good line
    const std::optional<Problem>& problem() const { return m_problem; }

private:
    qint64 m_given = 0;
    qint64 m_count = 0;
    QByteArray m_head = journalGenesis();
    std::optional<Problem> m_problem;
};

} // namespace tieout
