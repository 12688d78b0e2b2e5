// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/railjournal.h"

#include "model/store/journal.h"

namespace tieout {

Outcome railEntry(Database& db,
                  const RailState& state,
                  const QString& railName,
                  QStringView action,
                  const QJsonObject& data,
                  UtcTime now,
                  const QString& actor)
{
    if (auto done = writeRailState(db, state); !done)
        return done;
    JournalEntry entry;
    entry.id = EntryId::make(now);
    entry.action = action.toString();
    entry.actor = actor;
    entry.subject = QStringLiteral("rail:") + railName;
    entry.subjectVersion = state.version + 1;
    entry.data = data;
    entry.at = now;
    return appendJournal(db, entry);
}

QStringList idTexts(const std::vector<PaymentId>& ids)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(ids.size()));
    for (const PaymentId& id : ids)
        texts.append(id.text());
    return texts;
}

} // namespace tieout
