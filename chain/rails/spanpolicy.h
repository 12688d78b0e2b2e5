// SPDX-License-Identifier: GPL-3.0-or-later
// SpanPolicy: how many blocks to ask one source for at a time. Follows the bytes of its answers and
// the words of its refusals: a range that the provider suggests is taken only when it
// shrinks, otherwise the span is halved; good answers let it grow. Pure; one per source; one
// thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tieout {

struct SpanLimits
{
    qint64 initial = 32;
    qint64 most = 5'000;
    qint64 batch = 1'000;                      // items of one batch, as geth allows
    qint64 lowBytes = qint64(1) * 1024 * 1024; // grow below
    qint64 targetBytes = qint64(3) * 1024 * 1024;
    qint64 highBytes = qint64(6) * 1024 * 1024; // shrink above
};

class SpanPolicy
{
public:
    // Calls of a batch beside one header per block: our tip, the logs, the end once more.
    static constexpr qint64 kFixedCalls = 3;

    explicit SpanPolicy(const SpanLimits& limits = {});

    qint64 span() const;

    void answered(qint64 blocks, qint64 bytes);
    // True when the refusal is about the size of the request and the next one will be smaller.
    bool refused(qint64 code, QStringView message, const QByteArray& data, qint64 from, qint64 to);
    // The provider takes no batch of that many items.
    bool batchRefused(qint64 items, QStringView message);
    // Timed out, or more bytes than the limit: halve. False when it is one block already.
    bool tooLarge(qint64 blocks);

    // A limit or a range that the text names, as a number of blocks.
    static std::optional<qint64>
    suggestedSpan(QStringView message, const QByteArray& data, qint64 from);
    static bool isRangeRefusal(qint64 code, QStringView message);
    static bool isBatchRefusal(qint64 code, QStringView message);

private:
    bool shrinkTo(qint64 blocks, qint64 asked, int patience);

    SpanLimits m_limits;
    qint64 m_span;
    qint64 m_ceiling; // refused above; raised a little after many good answers
    qint64 m_batch;
    int m_good = 0;
    int m_patience = 100; // good answers until the ceiling is raised
};

} // namespace tieout
