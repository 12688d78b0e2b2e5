// SPDX-License-Identifier: GPL-3.0-or-later
// Payments of every kind that a filter can tell apart, known as plain values and written into a
// test's database, and what a filter says of one of them, by reading the filter and no SQL.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/filter.h"
#include "tests/support/testdatabase.h"

namespace tieout::test {

struct KnownPayment
{
    QString id;
    QString merchantId;
    QString merchantName;
    int rail = 1;
    QString railName;
    std::optional<qint64> head;
    QString corridor;
    QString symbol;
    Amount due;
    Amount received;
    Amount confirmed;
    Amount remaining;
    UtcTime createdAt;
    UtcTime expiresAt;
    UtcTime updatedAt;
    std::optional<UtcTime> confirmedAt;
    std::optional<UtcTime> finalAt;
    std::optional<UtcTime> releasedAt;
    QString orderReference;
    QString customer;
    QString correlation;
    QString status;
    QString detection;
    QString confirmation;
    QString recognition;
    QString verdict;
    QString fulfilment;
    QStringList labels;
    std::optional<qint64> decidingNumber;
    QStringList openCases;
    QStringList openHolds;
    QString address; // as people write it
    QString tx;      // empty: none; linked, or seen in the mempool by every other one
};

inline constexpr UtcTime kSceneNow = UtcTime::fromMs(1'795'242'600'000); // 2026-11-21T06:30:00Z

std::vector<KnownPayment> makeKnownPayments(int count);
void writeKnownPayments(const TestDatabase& db, const std::vector<KnownPayment>& payments);
bool isAdmitted(const Filter& filter, const KnownPayment& payment, UtcTime now);

} // namespace tieout::test
