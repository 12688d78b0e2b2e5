// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/commands/sandboxlines.h"

#include "chain/sandbox/sandboxtimeline.h"
#include "model/store/sandboxactions.h"

#include <QJsonDocument>

#include <algorithm>

namespace tieout {

QJsonObject sandboxLineObject(const QString& body)
{
    return QJsonDocument::fromJson(body.toUtf8()).object();
}

Duration sandboxInterval(double factor)
{
    if (factor <= 0)
        return kSandboxStandstill;
    const auto ms = static_cast<qint64>(double(kSandboxInterval.count()) / factor);
    return std::clamp(Duration(ms), SandboxTimeline::kMinInterval, kSandboxStandstill);
}

QString sandboxLine(const SandboxAction& action)
{
    return QString::fromUtf8(QJsonDocument(action.toJson()).toJson(QJsonDocument::Compact));
}

Result<Duration> keptSandboxInterval(Database& db, qint64 rail)
{
    const auto rows = readSandboxActions(db, rail, 0);
    if (!rows)
        return fail(rows.error());
    Duration interval = kSandboxInterval;
    UtcTime latest;
    for (const SandboxActionRow& row : *rows) {
        const QJsonObject line = sandboxLineObject(row.body);
        const bool isSpeed =
            row.seq == rows->front().seq || line[QStringLiteral("do")].toString() == u"speed";
        if (isSpeed && row.at >= latest) {
            interval = Duration(line[QStringLiteral("interval")].toInteger(interval.count()));
            latest = row.at;
        }
    }
    return interval;
}

} // namespace tieout
