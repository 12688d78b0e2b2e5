// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the overview: queues, ages, counts, and what is the matter with a rail. Translated;
// GUI thread.
#pragma once

#include "model/tables/overview.h"
#include "model/tables/stationstatus.h"
#include "ui/theme/statuslook.h"

namespace tieout {

QString queueText(Queue queue);
Look lookOfQueue(Queue queue);
bool isSeverity(Queue queue);
// What a severity demands; empty for queues of payments.
QString severityText(Queue queue);
// "1–4 h", "> 7 d": a column of Overview::kAgeBands.
QString ageBandText(size_t band);
// "12", "10 000+".
QString countText(const BoundedCount& count);

// One word for the rail as it stands, as lookOfRail() shows it.
QString railStateText(const RailStatus& rail);
// What is wrong now, empty when nothing is; what follows from it; both in one line.
QString railTroubleReason(const RailStatus& rail);
QString railTroubleEffect(const RailStatus& rail);
QString railTroubleText(const RailStatus& rail);

// What a row of the rails shows: a value and a quiet line beneath it.
struct RailCell
{
    QString value;
    QString note;
    Tone tone = Tone::Neutral; // of the value, where it is not neutral
};

RailCell headCell(const RailStatus& rail);
RailCell lagCell(const RailStatus& rail, UtcTime now);
RailCell finalityCell(const RailStatus& rail);
RailCell coverageCell(const RailStatus& rail);
RailCell sourcesCell(const RailStatus& rail);
RailCell reorgsCell(const RailStatus& rail);

} // namespace tieout
