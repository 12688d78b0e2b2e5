// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/sandbox/miniwatcher.h"

#include "chain/sandbox/sandboxtokens.h"

namespace tieout::test {

PaymentState WatchedPayment::state() const
{
    auto derived = derivePaymentState(facts);
    TIEOUT_CHECK(derived.has_value());
    return std::move(derived).value();
}

WatchFilter MiniWatcher::filter() const
{
    return [this](const TransferLog& log) {
        return std::any_of(m_payments.begin(), m_payments.end(), [&](const auto& payment) {
            return log.to == payment.address || log.from == payment.address;
        });
    };
}

void MiniWatcher::step(UtcTime now)
{
    const qint64 tip = m_headers.empty() ? -1 : m_headers.back().number;
    const auto head = m_rail.head(tip, now);
    if (!head || !follow(*head, now))
        return;
    sight(now);
    promote(*head);
    judge();
}

bool MiniWatcher::follow(const RailHead& head, UtcTime now)
{
    if (!m_headers.empty()) {
        if (!head.atTip || head.atTip->hash != m_headers.back().hash)
            rewind(now);
    }
    while (m_headers.empty() || m_headers.back().number < head.latest.number) {
        const BlockHeader after =
            m_headers.empty() ? BlockHeader{-1, {}, {}, {}} : m_headers.back();
        const auto batch = m_rail.blocks(after, head.latest.number, filter(), now);
        if (!batch)
            return false;
        m_headers.insert(m_headers.end(), batch->headers.begin(), batch->headers.end());
        take(*batch);
    }
    return true;
}

void MiniWatcher::rewind(UtcTime now)
{
    ++m_reorganisations;
    while (!m_headers.empty()) {
        const auto header = m_rail.header(m_headers.back().number, now);
        TIEOUT_CHECK(header.has_value());
        if (*header && (*header)->hash == m_headers.back().hash)
            break;
        m_headers.pop_back();
    }
    const qint64 ancestor = m_headers.empty() ? -1 : m_headers.back().number;
    for (auto& [rule, mark] : m_marks)
        mark = rewoundMark(mark, ancestor);
    for (auto& payment : m_payments) {
        for (MoneyFact& fact : payment.facts.money) {
            if (m_enabled && fact.block && *fact.block > ancestor &&
                fact.state != TransferState::Withdrawn) {
                fact.state = TransferState::Withdrawn;
                fact.withdrawnAt = now;
            }
        }
    }
}

void MiniWatcher::take(const BlockBatch& batch)
{
    for (const TransferLog& log : batch.transfers) {
        for (auto& payment : m_payments) {
            if (log.to == payment.address || log.from == payment.address)
                note(payment, log);
        }
    }
}

void MiniWatcher::note(WatchedPayment& payment, const TransferLog& log)
{
    if (payment.reference != log.reference)
        return;
    if (!m_enabled) {
        payment.facts.noted.set(Label::WrongNetwork);
    } else if (log.from == payment.address) {
        payment.facts.noted.set(Label::Sweep);
    } else if (!(log.token == payment.token)) {
        payment.facts.noted.set(Label::WrongToken);
    } else if (log.value == Word32{}) {
        payment.facts.noted.set(Label::Poison);
    } else {
        MoneyFact fact;
        fact.tx = log.tx;
        fact.amount = *Amount::fromWord(log.value.data(), payment.facts.policy.due.decimals());
        fact.state = TransferState::Mined;
        fact.seenAt = m_headers[static_cast<size_t>(log.block)].time;
        fact.block = log.block;
        fact.rule = payment.facts.policy.ruleFor(fact.amount);
        payment.facts.money.push_back(fact);
    }
}

void MiniWatcher::sight(UtcTime now)
{
    const auto sightings = m_rail.mempool(filter(), now);
    if (!sightings || !m_enabled)
        return;
    for (auto& payment : m_payments) {
        for (const Sighting& sighting : *sightings) {
            if (!(sighting.to == payment.address && sighting.token == payment.token) ||
                sighting.reference != payment.reference || sighting.value == Word32{})
                continue;
            const auto& money = payment.facts.money;
            if (std::any_of(money.begin(), money.end(), [&](const MoneyFact& fact) {
                    return fact.tx == sighting.tx && !fact.block;
                }))
                continue;
            MoneyFact fact;
            fact.tx = sighting.tx;
            fact.amount =
                *Amount::fromWord(sighting.value.data(), payment.facts.policy.due.decimals());
            fact.seenAt = sighting.seenAt;
            fact.rule = payment.facts.policy.ruleFor(fact.amount);
            payment.facts.money.push_back(fact);
        }
        for (MoneyFact& fact : payment.facts.money) {
            if (fact.block)
                continue;
            const auto pending = m_rail.pending(fact.tx, now);
            const auto receipt = m_rail.receipt(fact.tx, now);
            const bool gone = pending->state == SightingState::Replaced ||
                              pending->state == SightingState::Dropped;
            const bool reverted = *receipt && !(*receipt)->succeeded;
            fact.state = gone || reverted ? TransferState::Vanished : TransferState::Mempool;
        }
    }
}

void MiniWatcher::promote(const RailHead& head)
{
    if (!m_enabled)
        return;
    const auto marked = [&](const ConfirmationRule& rule) {
        auto& mark = m_marks[rule.toText()];
        mark = promotedMark(rule, {m_headers.back().number, head.marks, mark, true, true, true});
        return mark;
    };
    for (auto& payment : m_payments) {
        for (MoneyFact& fact : payment.facts.money) {
            if (!fact.block || fact.state == TransferState::Withdrawn)
                continue;
            fact.state = transferState(
                fact.block, false, marked(fact.rule), marked(payment.facts.policy.strongest));
            fact.reachedConfirmed = fact.reachedConfirmed ||
                                    fact.state == TransferState::Confirmed ||
                                    fact.state == TransferState::Final;
        }
    }
}

void MiniWatcher::judge()
{
    if (!m_enabled)
        return;
    const UtcTime read = m_headers.back().time;
    for (auto& payment : m_payments) {
        if (mayExpire(payment.facts, read).value_or(false))
            payment.facts.expiredAt = read;
        if (mayCloseTopUp(payment.facts, read))
            payment.facts.topUpClosed = true;
        const PaymentState state = payment.state();
        payment.statuses.insert(state.status);
        for (const NeededCase& needed : state.cases)
            payment.cases.insert(needed.code);
    }
}

} // namespace tieout::test
