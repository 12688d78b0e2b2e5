// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/moneycount.h"

#include <algorithm>
#include <map>

namespace tieout {

namespace {

using GroupKey = std::pair<Hash32, QString>;
using GroupMap = std::map<GroupKey, MoneyGroup>;

bool isLive(TransferState state)
{
    return state == TransferState::Mined || state == TransferState::Confirmed ||
           state == TransferState::Final;
}

void addTo(GroupMap& groups, const MoneyFact& fact)
{
    const auto [it, isNew] = groups.try_emplace({fact.tx, fact.binding.text()});
    MoneyGroup& group = it->second;
    group.tx = fact.tx;
    group.binding = fact.binding;
    group.firstSeen = isNew ? fact.seenAt : std::min(group.firstSeen, fact.seenAt);
    group.byPerson = group.byPerson || fact.byPerson;
    const bool live = isLive(fact.state);
    if (live || fact.state == TransferState::Withdrawn)
        group.firstMined =
            group.firstMined ? std::min(*group.firstMined, fact.seenAt) : fact.seenAt;
    if (live)
        group.live.push_back(fact);
    else if (fact.state == TransferState::Withdrawn)
        group.withdrawn.push_back(fact);
    else if (fact.state == TransferState::Mempool)
        group.waiting.push_back(fact);
}

std::optional<DecisionKind> decisionOn(const MoneyGroup& group, const PaymentFacts& facts)
{
    const DecisionFact* last = nullptr;
    for (const DecisionFact& decision : facts.decisions) {
        if (decision.tx != group.tx || !(decision.binding == group.binding))
            continue;
        // Of two at the same moment the careful one holds, whatever the order.
        if (!last || decision.at > last->at ||
            (decision.at == last->at && decision.kind == DecisionKind::Decline))
            last = &decision;
    }
    return last ? std::optional(last->kind) : std::nullopt;
}

bool resolutionCovers(const MoneyGroup& group, const PaymentFacts& facts)
{
    return std::any_of(facts.reorgResolutions.begin(),
                       facts.reorgResolutions.end(),
                       [&group](const ReorgResolution& resolution) {
                           return resolution.tx == group.tx &&
                                  std::all_of(group.withdrawn.begin(),
                                              group.withdrawn.end(),
                                              [&resolution](const MoneyFact& fact) {
                                                  return fact.withdrawnAt <= resolution.at;
                                              });
                       });
}

std::vector<MoneyGroup> sorted(GroupMap&& map)
{
    std::vector<MoneyGroup> groups;
    groups.reserve(map.size());
    for (auto& [key, group] : map) {
        if (!group.live.empty())
            group.waiting.clear();
        groups.push_back(std::move(group));
    }
    return groups;
}

// The approval of the first closing refund that stands.
std::optional<UtcTime> closedByRefund(const PaymentFacts& facts)
{
    std::optional<UtcTime> at;
    for (const RefundFact& refund : facts.refunds) {
        if (refund.kind == RefundKind::Closing && isEffective(refund.state))
            at = at ? std::min(*at, refund.approvedAt) : refund.approvedAt;
    }
    return at;
}

// Nothing counts by itself on a cancelled payment, nor what came after a closing refund.
bool mayCountByItself(const MoneyGroup& group, const MoneyCount& count)
{
    if (!count.closed)
        return true;
    return count.refundClosedAt && group.firstSeen <= *count.refundClosedAt;
}

// When the top-up window opened for a group: at the first block of money that counts without any
// window, other than the group itself.
class Opening final
{
public:
    void add(const MoneyGroup& group)
    {
        if (!group.firstMined)
            return;
        if (!m_first || *group.firstMined < *m_first) {
            m_second = m_first;
            m_first = group.firstMined;
            m_opener = &group;
        } else if (!m_second || *group.firstMined < *m_second) {
            m_second = group.firstMined;
        }
    }

    bool isOpen() const { return m_first.has_value(); }

    bool before(const MoneyGroup& group) const
    {
        const auto& at = m_opener == &group ? m_second : m_first;
        return at && *at <= group.firstSeen;
    }

private:
    std::optional<UtcTime> m_first;
    std::optional<UtcTime> m_second;
    const MoneyGroup* m_opener = nullptr;
};

void judge(MoneyCount& count, const PaymentFacts& facts)
{
    Opening opening;
    for (const MoneyGroup& group : count.groups) {
        const bool alone =
            group.decision ? *group.decision == DecisionKind::Count
                           : mayCountByItself(group, count) && group.firstSeen <= facts.expiresAt;
        if (alone)
            opening.add(group);
    }
    count.windowOpened = opening.isOpen();
    const UtcTime end = facts.expiresAt + facts.policy.topUpWindow;
    for (MoneyGroup& group : count.groups) {
        group.inTime =
            group.firstSeen <= facts.expiresAt || (opening.before(group) && group.firstSeen <= end);
        group.counts = group.decision ? *group.decision == DecisionKind::Count
                                      : group.inTime && mayCountByItself(group, count);
        group.undecided = !group.decision && !group.counts;
        group.reorgResolved = resolutionCovers(group, facts);
    }
}

} // namespace

bool isEffective(RefundState state)
{
    return state != RefundState::Draft && state != RefundState::Rejected &&
           state != RefundState::Failed;
}

bool isConfirmed(RefundState state)
{
    return state == RefundState::Confirmed || state == RefundState::Reconciled;
}

MoneyCount countMoney(const PaymentFacts& facts)
{
    MoneyCount count;
    GroupMap groups;
    GroupMap dust;
    for (const MoneyFact& fact : facts.money) {
        // A zero value is noise and not even dust.
        if (fact.amount.units() <= 0)
            continue;
        if (fact.amount.units() >= facts.policy.dustFloor.units())
            addTo(groups, fact);
        else if (isLive(fact.state))
            addTo(dust, fact);
    }
    count.groups = sorted(std::move(groups));
    count.dust = sorted(std::move(dust));
    for (MoneyGroup& group : count.groups)
        group.decision = decisionOn(group, facts);
    count.refundClosedAt = closedByRefund(facts);
    count.closed = facts.cancelledAt || count.refundClosedAt;
    if (facts.cancelledAt)
        count.refundClosedAt.reset(); // nothing counted before it was cancelled
    judge(count, facts);
    return count;
}

} // namespace tieout
