// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: what happened, insert-only and hash-chained. Actions append to the inbox in the
// transaction of the state that they change; the seal loop alone gives entries their place in the
// chain. Thread of the Database; nothing here begins a
// transaction.
#pragma once

#include "model/crypto/journalchain.h"
#include "model/domain/ids.h"
#include "model/store/database.h"

#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

namespace tieout {

// `subject` is the id of what changed and stands in the line as its object; subjectVersion is the
// version that the change made.
struct JournalEntry
{
    EntryId id;
    QString action; // "payment.match"
    QString actor;
    QString subject;
    qint64 subjectVersion = 0;
    QJsonObject data;
    UtcTime at;
    QByteArray canonical = {}; // data in canonical form (CanonicalObject); then `data` is empty
};

// Invalid (journal_body and the reasons of canonical JSON); Conflict (already_exists,
// already_sealed) when a subject's version has its entry already.
Outcome appendJournal(Database& db, const JournalEntry& entry);
Outcome appendJournal(Database& db, const std::vector<JournalEntry>& entries);

// One step of the seal loop in the caller's engine transaction: up to `limit` entries of the inbox,
// in the order of their arrival, move into the chain. Answers how many.
inline constexpr int kSealLimit = 10'000;
inline constexpr int kSealLimitInTurn = 1'000; // where writers take turns
Result<int> sealJournal(Database& db, int limit = kSealLimit);

struct JournalReport
{
    qint64 count = 0; // good lines
    QByteArray head;  // hash of the last good line, in hex
    qint64 unsealed = 0;
    std::optional<UtcTime> oldestUnsealed;
    // The first one; besides the verifier's reasons journal_subject: the row names another subject
    // than its line.
    std::optional<JournalVerifier::Problem> problem;
    bool stopped = false; // progress said so
};

// Reads the whole chain, every line and hash again. `progress` is given the lines looked at, every
// thousand; false stops.
Result<JournalReport> verifyJournal(Database& db, const std::function<bool(qint64)>& progress = {});

struct SealedLine
{
    qint64 seq = 0;
    QString id;
    QString subject;
    qint64 subjectVersion = 0;
    QByteArray line;
    QByteArray hash;
};

Result<std::vector<SealedLine>> readJournal(Database& db, qint64 afterSeq, int limit);

// What is not yet in the chain: certificates and anchors want none.
struct UnsealedTail
{
    qint64 count = 0;
    std::optional<UtcTime> oldest; // of its entries' own times
};
Result<UnsealedTail> readUnsealed(Database& db);

} // namespace tieout
