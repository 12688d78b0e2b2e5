// SPDX-License-Identifier: GPL-3.0-or-later
// RailRecord: what the panel of one rail shows beyond StationStatus: its coverage with the gaps in
// it, what was read alike, readings again that people asked for, and whether this person may ask.
// Lives on the GUI thread, reads on the page lane. A failed reading keeps the last values.
#pragma once

#include "model/store/asyncstore.h"
#include "model/store/backfills.h"
#include "model/store/overview.h"
#include "model/store/powers.h"

#include <QObject>

namespace tieout {

struct RailDetail
{
    qint64 rail = 0;
    CoverageSum coverage;
    std::vector<Gap> gaps; // the first kMostGaps
    std::vector<CoveragePart> parts;
    std::vector<BackfillRow> backfills; // of this rail, newest first
    QString backfillRole;               // the class to ask as; empty: this person may not
};

Result<RailDetail> readRailDetail(Database& db, qint64 rail, const QString& account);

class RailRecord final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostGaps = 200;
    static constexpr int kMostParts = 50;
    static constexpr int kMostBackfills = 20;

    RailRecord(AsyncStore& store, QString account, QObject* parent = nullptr);

    void show(qint64 rail); // 0: none
    void reload();
    qint64 rail() const { return m_rail; }
    const std::optional<RailDetail>& detail() const { return m_detail; }
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void read();

    AsyncStore& m_store;
    QString m_account;
    qint64 m_rail = 0;
    int m_generation = 0;
    bool m_asking = false;
    bool m_again = false;
    std::optional<RailDetail> m_detail;
    std::optional<Error> m_error;
};

} // namespace tieout
