// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/paymentstate.h"

#include "model/domain/moneycount.h"
#include "model/domain/paymentcases.h"

#include <algorithm>
#include <tuple>

namespace tieout {

namespace {

// Adds until something doesn't fit, and keeps that error.
class CheckedSum final
{
public:
    explicit CheckedSum(Amount start)
        : m_value(start)
    {}

    void add(Amount amount) { take(m_value.plus(amount)); }
    void subtract(Amount amount) { take(m_value.minus(amount)); }
    Amount value() const { return m_value; }
    const std::optional<Error>& error() const { return m_error; }

private:
    void take(Result<Amount> result)
    {
        if (result)
            m_value = *result;
        else if (!m_error)
            m_error = result.error();
    }

    Amount m_value;
    std::optional<Error> m_error;
};

// The derivation step by step; each step reads what the ones before have set.
class Derivation final
{
public:
    explicit Derivation(const PaymentFacts& facts)
        : m_facts(facts)
        , m_count(countMoney(facts))
        , m_zero(facts.policy.due.zero())
    {
        m_state.closed = m_count.closed;
    }

    Result<PaymentState> run();

private:
    Outcome sumUp();
    void sumGroups();
    void sumApplied();
    void sumGiven();
    void setBounds();
    PaymentStatus status() const;
    bool isReorged() const;
    bool isHeld() const;
    void judgeAmount();
    void setTopUp();
    void setTracks();
    RecognitionState recognition() const;
    void setLabels();
    void setDeciding();

    Amount positive(Amount amount) const { return amount.isNegative() ? m_zero : amount; }
    // Shown figures only, so an absurd one is cut at the range; the sums themselves are checked.
    Amount difference(Amount a, Amount b) const
    {
        return a.minus(b).value_or(
            Amount(a < b ? -Amount::kMaxUnits : Amount::kMaxUnits, a.decimals()));
    }

    const PaymentFacts& m_facts;
    const MoneyCount m_count;
    const Amount m_zero;
    PaymentState m_state;
    Amount m_grace;         // credited by itself because it was within tolerance
    Amount m_closingExcess; // mined by itself and not covered by the closing refund
    bool m_refunded = false;

    // Sums in the making; each becomes a member of the state.
    struct Sums
    {
        explicit Sums(Amount zero)
            : confirmed(zero)
            , mined(zero)
            , final(zero)
            , mempool(zero)
            , undecided(zero)
            , received(zero)
            , decided(zero)
            , grace(zero)
            , low(zero)
            , high(zero)
        {}

        CheckedSum confirmed, mined, final, mempool, undecided, received, decided, grace, low, high;
    };

    std::optional<Sums> m_sums;

    void addByState(Amount amount, TransferState state);
};

void Derivation::addByState(Amount amount, TransferState state)
{
    switch (state) {
    case TransferState::Final:
        m_sums->final.add(amount);
        [[fallthrough]];
    case TransferState::Confirmed:
        m_sums->confirmed.add(amount);
        [[fallthrough]];
    case TransferState::Mined:
        m_sums->mined.add(amount);
        m_sums->received.add(amount);
        break;
    case TransferState::Mempool:
        m_sums->mempool.add(amount);
        break;
    case TransferState::Withdrawn:
    case TransferState::Vanished:
        break;
    }
}

void Derivation::sumGroups()
{
    for (const MoneyGroup& group : m_count.groups) {
        for (const MoneyFact& fact : group.live) {
            if (group.counts)
                addByState(fact.amount, fact.state);
            if (group.counts && group.decision)
                m_sums->decided.add(fact.amount);
            if (group.undecided)
                m_sums->undecided.add(fact.amount);
        }
        for (const MoneyFact& fact : group.waiting) {
            if (group.counts)
                addByState(fact.amount, fact.state);
        }
    }
}

void Derivation::sumApplied()
{
    for (const AppliedFact& applied : m_facts.appliedIn) {
        addByState(applied.amount, applied.state);
        if (applied.state == TransferState::Mined || applied.state == TransferState::Confirmed ||
            applied.state == TransferState::Final)
            m_sums->decided.add(applied.amount);
    }
}

void Derivation::sumGiven()
{
    const auto giveAway = [this](Amount amount) {
        m_sums->confirmed.subtract(amount);
        m_sums->mined.subtract(amount);
        m_sums->final.subtract(amount);
    };
    for (const GivenFact& given : m_facts.given) {
        giveAway(given.amount);
        if (given.kind == GivenKind::Grace)
            m_sums->grace.add(given.amount);
    }
    for (const RefundFact& refund : m_facts.refunds) {
        const bool leaves =
            refund.kind == RefundKind::Surplus || refund.kind == RefundKind::Closing;
        if (leaves && isEffective(refund.state))
            giveAway(refund.amount);
        if (refund.kind == RefundKind::Closing && isConfirmed(refund.state))
            m_refunded = true;
    }
}

void Derivation::setBounds()
{
    m_sums->low.add(m_facts.policy.due);
    m_sums->low.subtract(m_facts.policy.underGrace);
    if (!m_facts.acceptedShortfall.isZero())
        m_sums->low.subtract(m_facts.acceptedShortfall);
    m_sums->high.add(m_facts.policy.due);
    m_sums->high.add(m_facts.policy.overTolerance);
    // A grace as large as the due must not let nothing pass for a payment.
    m_state.low = std::max(m_sums->low.value(), Amount(1, m_zero.decimals()));
    m_state.high = m_sums->high.value();
}

Outcome Derivation::sumUp()
{
    m_sums.emplace(m_zero);
    sumGroups();
    sumApplied();
    sumGiven();
    setBounds();
    if (m_count.refundClosedAt) {
        // The closing refund is in M: what is left came by itself and nobody has looked at it.
        CheckedSum excess(m_sums->mined.value());
        excess.subtract(m_sums->decided.value());
        m_closingExcess = positive(excess.value());
        m_sums->undecided.add(m_closingExcess);
    } else {
        m_closingExcess = m_zero;
    }
    for (const CheckedSum* sum : {&m_sums->confirmed,
                                  &m_sums->mined,
                                  &m_sums->final,
                                  &m_sums->mempool,
                                  &m_sums->undecided,
                                  &m_sums->received,
                                  &m_sums->decided,
                                  &m_sums->grace,
                                  &m_sums->low,
                                  &m_sums->high}) {
        if (sum->error())
            return fail(*sum->error());
    }
    m_state.confirmed = m_sums->confirmed.value();
    m_state.mined = m_sums->mined.value();
    m_state.final = m_sums->final.value();
    m_state.mempool = m_sums->mempool.value();
    m_state.undecided = m_sums->undecided.value();
    m_state.received = m_sums->received.value();
    m_grace = m_sums->grace.value();
    return Done;
}

bool Derivation::isReorged() const
{
    if (m_state.mined >= m_state.low)
        return false;
    return std::any_of(m_count.groups.begin(),
                       m_count.groups.end(),
                       [](const MoneyGroup& group) {
                           return group.counts && group.isGone() && !group.reorgResolved;
                       }) ||
           std::any_of(
               m_facts.appliedIn.begin(), m_facts.appliedIn.end(), [](const AppliedFact& applied) {
                   return applied.state == TransferState::Withdrawn && !applied.reorgResolved;
               });
}

bool Derivation::isHeld() const
{
    if (!m_facts.openHolds.empty() || (m_count.refundClosedAt && !m_refunded))
        return true;
    return m_state.undecided.units() > 0 && (m_state.closed || m_state.mined < m_state.low);
}

// The first rule that fits wins.
PaymentStatus Derivation::status() const
{
    const Int128 c = m_state.confirmed.units();
    const Int128 m = m_state.mined.units();
    const Int128 low = m_state.low.units();
    if (isReorged())
        return PaymentStatus::Reorged;
    if (isHeld())
        return PaymentStatus::Held;
    if (m_refunded)
        return PaymentStatus::Refunded;
    if (m_facts.cancelledAt)
        return PaymentStatus::Cancelled;
    if (c > m_state.high.units())
        return PaymentStatus::Overpaid;
    if (c >= low)
        return PaymentStatus::Confirmed;
    if (m >= low || (c <= 0 && m > 0))
        return PaymentStatus::Confirming;
    if (c > 0)
        return PaymentStatus::Underpaid;
    return m_facts.expiredAt ? PaymentStatus::Expired : PaymentStatus::Pending;
}

void Derivation::judgeAmount()
{
    const Amount due = m_facts.policy.due;
    m_state.delta = m_zero;
    m_state.surplus = positive(difference(m_state.confirmed, due));
    if (m_state.confirmed.units() <= 0)
        return;
    if (m_state.confirmed < m_state.low) {
        // Not judged while mined money that is on its way to Confirmed fills it.
        if (m_state.mined >= m_state.low)
            return;
        m_state.verdict = Verdict::Short;
        m_state.delta = difference(m_state.confirmed, due);
        return;
    }
    m_state.delta = difference(m_state.confirmed, due);
    if (m_state.confirmed > m_state.high) {
        m_state.verdict = Verdict::Over;
        return;
    }
    // What was credited by itself was over by just that much.
    m_state.delta = Amount(m_state.delta.units() + m_grace.units(), due.decimals());
    const Int128 delta = m_state.delta.units();
    m_state.verdict = delta < 0    ? Verdict::AcceptedShort
                      : delta == 0 ? Verdict::Exact
                                   : Verdict::AcceptedOver;
}

void Derivation::setTopUp()
{
    m_state.remaining = m_zero;
    m_state.askFor = m_zero;
    m_state.graceCredit = m_state.status == PaymentStatus::Confirmed ? m_state.surplus : m_zero;
    if (m_state.closed || m_state.mined >= m_state.low)
        return;
    const Int128 wanted = m_facts.policy.due.units() - m_facts.acceptedShortfall.units();
    m_state.remaining = positive(difference(Amount(wanted, m_zero.decimals()), m_state.mined));
    const Amount missing = difference(m_state.low, m_state.mined);
    m_state.promptTopUp = m_state.status == PaymentStatus::Underpaid && !m_facts.topUpClosed &&
                          m_state.mempool < missing;
    if (m_state.promptTopUp)
        m_state.askFor = positive(difference(m_state.remaining, m_state.mempool));
}

void Derivation::setTracks()
{
    const auto& groups = m_count.groups;
    const bool seen = std::any_of(groups.begin(), groups.end(), [](const MoneyGroup& group) {
        return !group.live.empty() || !group.waiting.empty();
    });
    m_state.detection = seen                ? DetectionState::Detected
                        : m_facts.expiredAt ? DetectionState::Expired
                        : !groups.empty()   ? DetectionState::Vanished
                                            : DetectionState::Created;
    if (isReorged())
        m_state.confirmation = ConfirmationState::Reorged;
    else if (m_state.mined.units() <= 0)
        m_state.confirmation = ConfirmationState::None;
    else if (m_state.final >= m_state.low)
        m_state.confirmation = ConfirmationState::Final;
    else if (m_state.confirmed >= m_state.low)
        m_state.confirmation = ConfirmationState::Confirmed;
    else if (m_state.mined > m_state.confirmed)
        m_state.confirmation = ConfirmationState::Confirming;
    else
        m_state.confirmation = m_state.final == m_state.confirmed ? ConfirmationState::Final
                                                                  : ConfirmationState::Confirmed;
    m_state.recognition = recognition();
}

RecognitionState Derivation::recognition() const
{
    const RecognitionFacts& facts = m_facts.recognition;
    if (facts.lastEntry == RecognitionFacts::Entry::Posted)
        return facts.inSignedPeriod ? RecognitionState::Settled : RecognitionState::Posted;
    const bool over = m_state.closed || m_state.status == PaymentStatus::Reorged;
    if (over || m_state.confirmed < m_state.low)
        return facts.lastEntry == RecognitionFacts::Entry::Reversed ? RecognitionState::Reversed
                                                                    : RecognitionState::NotEligible;
    const bool gates = m_state.status == PaymentStatus::Confirmed && facts.screenedClear &&
                       !facts.severeCaseOpen && facts.periodOpen;
    return gates ? RecognitionState::Ready : RecognitionState::Held;
}

void Derivation::setLabels()
{
    Labels& labels = m_state.labels;
    labels = m_facts.noted;
    size_t transfers = 0;
    for (const MoneyGroup& group : m_count.groups) {
        transfers += group.counts ? group.live.size() : 0;
        if (!group.live.empty() && !group.inTime)
            labels.set(Label::Late);
        if (!group.withdrawn.empty())
            labels.set(Label::Reorged);
        if (group.byPerson || group.decision)
            labels.set(Label::Manual);
    }
    if (transfers > 1)
        labels.set(Label::Multi);
    if (!m_facts.appliedIn.empty())
        labels.set(Label::Manual);
    for (const AppliedFact& applied : m_facts.appliedIn) {
        if (applied.state == TransferState::Withdrawn)
            labels.set(Label::Reorged);
    }
    const bool acceptedShort =
        m_state.verdict == Verdict::AcceptedShort && !m_facts.acceptedShortfall.isZero();
    if (m_state.verdict == Verdict::Short || acceptedShort)
        labels.set(Label::Short);
    if (m_state.verdict == Verdict::Over)
        labels.set(Label::Over);
    if (m_state.status == PaymentStatus::Held)
        labels.set(Label::Held);
    for (const RefundFact& refund : m_facts.refunds) {
        if (refund.kind == RefundKind::Partial && isConfirmed(refund.state))
            labels.set(Label::PartRefunded);
    }
}

// The transfer that will be confirmed last, or when all are, the highest.
void Derivation::setDeciding()
{
    using Rank = std::tuple<bool, FinalityMark, qint64, int, qint64>;
    std::optional<Rank> best;
    for (const MoneyGroup& group : m_count.groups) {
        for (const MoneyFact& fact : group.live) {
            if (!group.counts || !fact.block)
                continue;
            const Rank rank(fact.state == TransferState::Mined,
                            fact.rule.mark,
                            *fact.block + fact.rule.depth,
                            fact.rule.quorum,
                            *fact.block);
            if (best && rank <= *best)
                continue;
            best = rank;
            m_state.deciding = Deciding{*fact.block, fact.rule};
        }
    }
}

Result<PaymentState> Derivation::run()
{
    if (const auto sums = sumUp(); !sums)
        return fail(sums.error());
    m_state.status = status();
    judgeAmount();
    setTopUp();
    setTracks();
    setLabels();
    setDeciding();
    m_state.cases = neededCases(m_facts, m_count, m_state, m_closingExcess);
    return m_state;
}

} // namespace

Result<PaymentState> derivePaymentState(const PaymentFacts& facts)
{
    return Derivation(facts).run();
}

} // namespace tieout
