// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/paymenttimeline.h"

#include "model/tables/paymentstable.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/payments/detail/timelinebuilder.h"
#include "ui/widgets/addresstext.h"
#include "ui/widgets/numbertext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace tieout {

namespace paymenttimeline {

// Adds what each part of the detail tells.
class Story
{
public:
    explicit Story(const PaymentDetail& detail)
        : m_detail(detail)
    {}

    std::vector<Entry> tell()
    {
        for (const DetailEntry& entry : m_detail.journal)
            m_actors.emplace(
                entry.version,
                QJsonDocument::fromJson(entry.line.toUtf8()).object().value(u"actor").toString());
        addMoney();
        addLinks();
        addEvents();
        addBindings();
        addHolds();
        addCases();
        addDecisions();
        addCredits();
        return m_timeline.build();
    }

private:
    using Source = TimelineSource;
    using Moment = TimelineBuilder::Moment;

    void addMoney();
    void addSighting(const DetailMoney& money);
    void addLinks();
    void addEvents();
    void addEvent(const DetailEvent& event);
    Moment addTyped(const DetailEvent& event, const std::optional<EventType>& type);
    bool isToldByHold(const DetailEvent& event) const;
    bool undoStanding(Moment by, EventType type);
    void addBindings();
    void addHolds();
    void addCases();
    void addDecisions();
    void addCredits();

    const PaymentDetail& m_detail;
    TimelineBuilder m_timeline;
    std::map<qint64, QString> m_actors; // by version of the payment
    // The last event of each type, while nothing has undone it.
    std::map<EventType, Moment> m_standing;
};

void Story::addSighting(const DetailMoney& money)
{
    const Moment seen = m_timeline.add(
        money.seenAt,
        Source::Chain,
        lookOf(TransferState::Mempool),
        StoryText::tr("In the mempool: %1").arg(amountWithUnit(money.amount, money.symbol)));
    if (stateOf(m_detail, money) != TransferState::Vanished)
        return;
    const Moment gone = m_timeline.add(money.sightingStateAt,
                                       Source::Chain,
                                       lookOf(TransferState::Vanished),
                                       money.replacedBy.isEmpty() ? StoryText::tr("Dropped")
                                                                  : StoryText::tr("Replaced"));
    m_timeline.undo(gone, seen);
}

void Story::addMoney()
{
    std::map<QByteArray, std::vector<Moment>> lost; // by transaction, not seen again yet
    for (const DetailMoney& money : m_detail.money) {
        if (!money.blockNumber) {
            addSighting(money);
            continue;
        }
        const QString amount = amountWithUnit(money.amount, money.symbol);
        const QString block = StoryText::tr("block %1").arg(groupedNumber(*money.blockNumber));
        auto& open = lost[money.tx];
        const Moment mined =
            m_timeline.add(money.seenAt,
                           Source::Chain,
                           lookOf(TransferState::Mined),
                           open.empty() ? StoryText::tr("Mined: %1").arg(amount)
                                        : StoryText::tr("Mined again: %1").arg(amount));
        m_timeline.say(mined, block);
        if (!open.empty()) {
            m_timeline.undo(mined, open.front());
            open.erase(open.begin());
        }
        if (!money.withdrawnAt)
            continue;
        const Moment away = m_timeline.add(*money.withdrawnAt,
                                           Source::Chain,
                                           lookOf(TransferState::Withdrawn),
                                           StoryText::tr("Reorganised away: %1").arg(amount));
        m_timeline.say(away, block);
        m_timeline.undo(away, mined);
        open.push_back(away);
    }
}

void Story::addLinks()
{
    QList<QByteArray> told; // a transaction that was mined again keeps its link
    for (const DetailMoney& money : m_detail.money) {
        if (!isPerson(money.linkedBy) || told.contains(money.tx))
            continue;
        told.append(money.tx);
        m_timeline.add(money.linkedAt,
                       money.linkedBy,
                       {Tone::Neutral, Shape::Dot},
                       StoryText::tr("Linked: %1").arg(amountWithUnit(money.amount, money.symbol)));
    }
}

bool Story::isToldByHold(const DetailEvent& event) const
{
    return std::any_of(m_detail.holds.begin(), m_detail.holds.end(), [&](const DetailHold& hold) {
        return (event.type == toText(EventType::PaymentHeld) && hold.openedAt == event.at) ||
               (event.type == toText(EventType::PaymentResumed) && hold.closedAt == event.at);
    });
}

void Story::addEvents()
{
    std::for_each(m_detail.events.rbegin(), m_detail.events.rend(), [this](const auto& event) {
        if (!isToldByHold(event))
            addEvent(event);
    });
}

Story::Moment Story::addTyped(const DetailEvent& event, const std::optional<EventType>& type)
{
    const auto actor = m_actors.find(event.version);
    const QString who = actor == m_actors.end() ? QString() : actor->second;
    const QString title = type ? translatedWord(labelOf(*type)) : event.type;
    const Look look = lookOfEvent(event.type);
    if (type != EventType::PaymentCreated)
        return m_timeline.add(event.at, who, look, title);
    const Moment added = m_timeline.add(event.at, Source::Commerce, look, title);
    if (isPerson(who))
        m_timeline.say(added, StoryText::tr("by %1").arg(who));
    return added;
}

bool Story::undoStanding(Moment by, EventType type)
{
    const auto found = m_standing.find(type);
    if (found == m_standing.end())
        return false;
    m_timeline.undo(by, found->second);
    m_standing.erase(found);
    return true;
}

void Story::addEvent(const DetailEvent& event)
{
    const auto known = fromText<EventType>(event.type);
    const auto type = known ? std::optional<EventType>(*known) : std::nullopt;
    const Moment added = addTyped(event, type);
    if (!type)
        return;
    const QJsonObject said = QJsonDocument::fromJson(event.payload.toUtf8()).object();
    const QString received = said.value(u"received").toString();
    const bool offTheMark =
        type == EventType::PaymentUnderpaid || type == EventType::PaymentOverpaid;
    if (offTheMark && !received.isEmpty())
        //: An amount, the amount that was due, and their unit.
        m_timeline.say(added,
                       StoryText::tr("%1 of %2 %3 received")
                           .arg(received, said.value(u"due").toString(), m_detail.row.symbol));
    if (type == EventType::PaymentRecalled)
        undoStanding(added, EventType::PaymentReleased);
    if (type == EventType::PaymentResumed && !undoStanding(added, EventType::PaymentRecalled))
        undoStanding(added, EventType::PaymentHeld);
    m_standing[*type] = added;
}

void Story::addBindings()
{
    // The present one stands first, the oldest is the one that the payment was made with.
    const auto& bindings = m_detail.bindings;
    const auto oldest = std::ranges::min_element(bindings, {}, &DetailBinding::createdAt);
    for (auto each = bindings.begin(); each != bindings.end(); ++each) {
        if (each != oldest)
            m_timeline.add(each->createdAt,
                           Source::Commerce,
                           {Tone::Neutral, Shape::Dot},
                           StoryText::tr("Reissued: a new place to pay to"));
    }
}

void Story::addHolds()
{
    for (const DetailHold& hold : m_detail.holds) {
        const QString kind = translatedWord(labelOf(hold.kind));
        const Moment opened = m_timeline.add(hold.openedAt,
                                             hold.openedBy,
                                             {Tone::Held, Shape::Pause},
                                             StoryText::tr("Held: %1").arg(kind));
        m_timeline.say(opened, hold.reason);
        if (!hold.closedAt)
            continue;
        const Moment closed = m_timeline.add(*hold.closedAt,
                                             hold.closedBy,
                                             {Tone::Good, Shape::Check},
                                             StoryText::tr("Hold released: %1").arg(kind));
        m_timeline.say(closed, hold.closeReason);
        m_timeline.undo(closed, opened);
    }
}

void Story::addCases()
{
    for (const DetailCase& each : m_detail.cases) {
        // What is only logged asks nobody and is over at once.
        const bool logged = each.resolvedAt == each.openedAt;
        const Moment opened =
            m_timeline.add(each.openedAt,
                           Source::Engine,
                           logged ? Look{Tone::Neutral, Shape::Dot} : lookOfSeverity(each.severity),
                           logged ? StoryText::tr("Noted: %1").arg(each.code)
                                  : StoryText::tr("Case opened: %1").arg(each.code));
        if (logged || !each.resolvedAt)
            continue;
        const Moment resolved = m_timeline.add(*each.resolvedAt,
                                               each.resolvedBy,
                                               {Tone::Good, Shape::Check},
                                               StoryText::tr("Case resolved: %1").arg(each.code));
        m_timeline.say(resolved, resolutionText(each));
        m_timeline.undo(resolved, opened);
    }
}

void Story::addDecisions()
{
    std::map<QByteArray, Moment> last; // the later word about a transaction replaces the earlier
    for (const DetailDecision& decision : m_detail.decisions) {
        const bool counts = decision.kind == DecisionKind::Count;
        const Moment added = m_timeline.add(
            decision.at,
            decision.by,
            counts ? Look{Tone::Good, Shape::Check} : Look{Tone::Neutral, Shape::Cross},
            counts ? StoryText::tr("Decided: the money counts")
                   : StoryText::tr("Decided: the money doesn't count"));
        m_timeline.say(added, decision.reason);
        m_timeline.say(added,
                       EntryLine{StoryText::tr("tx %1").arg(shortHash(decision.tx)),
                                 true,
                                 txText(m_detail, decision.tx)});
        if (const auto before = last.find(decision.tx); before != last.end())
            m_timeline.undo(added, before->second);
        last[decision.tx] = added;
    }
}

void Story::addCredits()
{
    for (const DetailCredit& credit : m_detail.credits) {
        const QString amount = amountWithUnit(credit.amount, m_detail.row.symbol);
        const Moment added =
            m_timeline.add(credit.at,
                           credit.by,
                           {Tone::Neutral, Shape::Back},
                           credit.toPayment.isEmpty()
                               ? StoryText::tr("Surplus credited: %1").arg(amount)
                               : StoryText::tr("Surplus applied elsewhere: %1").arg(amount));
        m_timeline.say(added, credit.reason);
        if (!credit.toPayment.isEmpty())
            m_timeline.say(added, EntryLine{credit.toPayment, true, credit.toPayment});
    }
}

} // namespace paymenttimeline

std::vector<Entry> timelineOf(const PaymentDetail& detail)
{
    return paymenttimeline::Story(detail).tell();
}

} // namespace tieout
