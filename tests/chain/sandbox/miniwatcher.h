// SPDX-License-Identifier: GPL-3.0-or-later
// MiniWatcher: the least that can follow a rail and keep payments' facts: head, ancestor, blocks,
// mempool, promotion marks, deadlines. It shows that what a Rail tells is enough, and where each
// scenario ends by the rules of the domain.
#pragma once

#include "chain/rails/rail.h"
#include "model/domain/paymentstate.h"

#include <map>
#include <set>

namespace tieout::test {

struct WatchedPayment
{
    PaymentFacts facts;
    Account token;
    Account address;
    QString reference;
    std::set<CaseCode> cases; // every one that was ever needed
    std::set<PaymentStatus> statuses;

    PaymentState state() const;
};

class MiniWatcher
{
public:
    MiniWatcher(Rail& rail, std::vector<WatchedPayment>& payments, bool enabled)
        : m_rail(rail)
        , m_payments(payments)
        , m_enabled(enabled)
    {}

    void step(UtcTime now);
    int reorganisations() const { return m_reorganisations; }
    const std::vector<BlockHeader>& headers() const { return m_headers; }

private:
    WatchFilter filter() const;
    bool follow(const RailHead& head, UtcTime now);
    void rewind(UtcTime now);
    void take(const BlockBatch& batch);
    void note(WatchedPayment& payment, const TransferLog& log);
    void sight(UtcTime now);
    void promote(const RailHead& head);
    void judge();

    Rail& m_rail;
    std::vector<WatchedPayment>& m_payments;
    bool m_enabled; // whether corridors are on this rail
    std::vector<BlockHeader> m_headers;
    std::map<QString, std::optional<qint64>> m_marks;
    int m_reorganisations = 0;
};

} // namespace tieout::test
