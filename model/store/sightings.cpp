// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sightings.h"

#include "model/store/statement.h"

#include <array>

namespace tieout {

namespace {

struct SightingWord
{
    SightingState state;
    const char16_t* text;
};

constexpr std::array<SightingWord, 4> kSightingWords = {{{SightingState::Seen, u"seen"},
                                                         {SightingState::Mined, u"mined"},
                                                         {SightingState::Replaced, u"replaced"},
                                                         {SightingState::Dropped, u"dropped"}}};

} // namespace

QString toText(SightingState state)
{
    for (const SightingWord& word : kSightingWords) {
        if (word.state == state)
            return QString::fromUtf16(word.text);
    }
    return {};
}

Result<SightingState> sightingStateFromText(QStringView text)
{
    for (const SightingWord& word : kSightingWords) {
        if (text == QStringView(word.text))
            return word.state;
    }
    return fail(ErrorCode::Corrupt, u"word_unknown", text.left(40).toString());
}

Result<bool> recordSighting(Database& db, qint64 rail, const SightingRow& row, UtcTime now)
{
    const Sighting& seen = row.sighting;
    Statement s(db,
                u"INSERT INTO sighting (rail, tx, to_account, token_id, from_account, amount,"
                u" reference, first_seen_at, state, state_at)"
                u" VALUES (:rail, :tx, :to, :token, :from, :amount, :ref, :at, 'seen', :at2)"
                u" ON CONFLICT (rail, tx, to_account, token_id, reference) DO UPDATE SET"
                u" state = 'seen', state_at = excluded.state_at, replaced_by = NULL"
                u" WHERE sighting.state IN ('replaced', 'dropped') RETURNING state");
    s.bind(u":rail", rail).bind(u":tx", toBytes(seen.tx)).bind(u":to", seen.to.toBytes());
    s.bind(u":token", row.tokenId).bind(u":from", seen.from.toBytes()).bind(u":amount", row.amount);
    s.bind(u":ref", seen.reference).bind(u":at", seen.seenAt).bind(u":at2", now);
    const bool changed = s.next();
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return changed;
}

Result<std::vector<Hash32>> openSightings(Database& db, qint64 rail, int limit)
{
    Statement s(db,
                u"SELECT DISTINCT tx, first_seen_at FROM sighting WHERE rail = :rail"
                u" AND state = 'seen' ORDER BY first_seen_at LIMIT :limit");
    s.bind(u":rail", rail).bind(u":limit", limit);
    std::vector<Hash32> hashes;
    while (s.next())
        hashes.push_back(hash32(s.bytes(0)));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return hashes;
}

Outcome reopenSightings(Database& db, qint64 rail, qint64 ancestor, UtcTime now)
{
    Statement s(db,
                u"UPDATE sighting SET state = 'seen', state_at = :at WHERE rail = :rail"
                u" AND state = 'mined' AND tx IN (SELECT t.tx FROM block b JOIN transfer t"
                u" ON t.block_id = b.id WHERE b.rail = :rail2 AND b.number > :ancestor"
                u" AND b.withdrawn_at IS NULL)");
    s.bind(u":at", now).bind(u":rail", rail).bind(u":rail2", rail).bind(u":ancestor", ancestor);
    return s.exec();
}

Outcome setSightingState(Database& db,
                         qint64 rail,
                         const Hash32& tx,
                         SightingState state,
                         const std::optional<Hash32>& replacedBy,
                         UtcTime now)
{
    Statement s(db,
                u"UPDATE sighting SET state = :state, state_at = :at, replaced_by = :by"
                u" WHERE rail = :rail AND tx = :tx");
    s.bind(u":state", toText(state))
        .bind(u":at", now)
        .bind(u":rail", rail)
        .bind(u":tx", toBytes(tx));
    if (replacedBy)
        s.bind(u":by", toBytes(*replacedBy));
    else
        s.bindNull(u":by");
    return s.exec();
}

} // namespace tieout
