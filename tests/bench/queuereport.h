// SPDX-License-Identifier: GPL-3.0-or-later
// What the windows of the queue benchmark found, and how it is told: ratios first, then what is
// demanded, then the rest. One thread.
#pragma once

#include "tests/bench/report.h"

#include <QMap>

namespace tieout::bench {

struct QueueFindings
{
    QMap<QString, std::vector<double>> samples; // ms
    QMap<QString, double> values;               // the largest of all runs
    QMap<QString, QString> notes;               // of the last run
    bool good = true;

    void add(const QueueFindings& run);
    // 0 when nothing was measured.
    double at(const QString& key, double part) const;
};

struct QueueResult
{
    QString name;
    int payments;
    int qtPayments;
    const QueueFindings& ours;
    const QueueFindings& table;
    const QueueFindings& query;
};

void reportQueue(Report& report, const QueueResult& result);

} // namespace tieout::bench
