// SPDX-License-Identifier: GPL-3.0-or-later
// A rail's state and its journal entry, written together: the entry's version is the row's. Inside
// the caller's engine transaction.
#pragma once

#include "model/domain/ids.h"
#include "model/store/rails.h"

#include <QJsonObject>
#include <QStringList>

namespace tieout {

Outcome railEntry(Database& db,
                  const RailState& state,
                  const QString& railName,
                  QStringView action,
                  const QJsonObject& data,
                  UtcTime now,
                  const QString& actor = QStringLiteral("engine"));

QStringList idTexts(const std::vector<PaymentId>& ids);

} // namespace tieout
