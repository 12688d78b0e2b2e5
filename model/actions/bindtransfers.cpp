// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/bindtransfers.h"

#include "model/actions/caseaction.h"
#include "model/actions/corridorholds.h"
#include "model/store/bindinglookup.h"
#include "model/store/transfercases.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tieout {

namespace {

std::optional<OwnRole> roleOf(std::optional<OwnKind> kind)
{
    if (!kind)
        return std::nullopt;
    switch (*kind) {
    case OwnKind::Treasury:
        return OwnRole::Treasury;
    case OwnKind::HotWallet:
        return OwnRole::HotWallet;
    case OwnKind::Gas:
        return OwnRole::GasStation;
    case OwnKind::OffRamp:
    case OwnKind::Partner:
        return OwnRole::Partner;
    case OwnKind::Shared:
        return OwnRole::Deposit;
    }
    return std::nullopt;
}

bool takesPayments(std::optional<OwnKind> kind)
{
    return !kind || *kind == OwnKind::Shared;
}

const BoundAddress* linkIn(const PeopleLinks& people, const TransferLog& log)
{
    if (people.isEmpty())
        return nullptr; // the usual case costs nothing
    const auto links = people.constFind(toBytes(log.tx));
    if (links == people.constEnd())
        return nullptr;
    const auto at = std::find_if(links->begin(), links->end(), [&](const PersonsLink& link) {
        return link.account == log.to && link.reference == log.reference;
    });
    return at == links->end() ? nullptr : &at->bound;
}

class Binder
{
public:
    Binder(Database& db, RailContext& rail, const PeopleLinks& atOwn, UtcTime now)
        : m_db(db)
        , m_rail(rail)
        , m_now(now)
        , m_people(atOwn)
    {}

    Outcome look(const std::vector<Credit>& credits)
    {
        std::vector<Account> accounts;
        std::vector<LinkRow> keys;
        for (const Credit& credit : credits) {
            if (takesPayments(m_rail.own(credit.log->to))) {
                accounts.push_back(credit.log->to);
                keys.push_back(keyOf(credit));
            }
            if (m_rail.maybeDeposit(credit.log->from))
                accounts.push_back(credit.log->from);
        }
        if (accounts.empty())
            return Done;
        auto lookup = lookUpBindings(m_db, m_rail.rail().id, accounts);
        if (!lookup)
            return fail(lookup.error());
        m_lookup = std::move(lookup).value();
        auto links = linkedByPeople(m_db, keys);
        if (!links)
            return fail(links.error());
        for (const PersonsLink& link : *links)
            m_people[toBytes(link.tx)].push_back(link);
        return Done;
    }

    Outcome judge(const Credit& credit)
    {
        const auto toKind = m_rail.own(credit.log->to);
        // It belongs to the transaction, which was mined before: a person's word comes first.
        if (const BoundAddress* linked = linkIn(m_people, *credit.log))
            return judgePayment(credit, linked, toKind);
        const bool fromDeposit = m_lookup.deposits.contains(credit.log->from);
        const auto fromRole =
            fromDeposit ? std::optional(OwnRole::Deposit) : roleOf(m_rail.own(credit.log->from));
        if (fromRole)
            return judgeOwnMove(credit, *fromRole, toKind);
        if (!takesPayments(toKind))
            return Done; // a customer or a partner paid into the treasury itself: a row, and no
                         // more
        return judgeCustomer(credit, toKind);
    }

    Result<BindSummary> write()
    {
        if (auto done = insertLinks(m_db, m_links); !done)
            return fail(done.error());
        if (m_mined) {
            if (auto done = markLinkedMined(m_db, m_links, m_now); !done)
                return fail(done.error());
        }
        if (auto done = insertTransferLabels(m_db, m_labels); !done)
            return fail(done.error());
        if (auto done = insertEvents(m_db, m_caseEvents); !done)
            return fail(done.error());
        if (auto done = appendJournal(m_db, m_caseEntries); !done)
            return fail(done.error());
        if (auto done = holdLater(); !done)
            return fail(done.error());
        m_summary.bound = static_cast<qint64>(m_links.size());
        return std::move(m_summary);
    }

private:
    Outcome holdLater() { return m_later.empty() ? Done : holdLaterMoney(m_db, m_later, m_now); }

    Outcome judgeOwnMove(const Credit& credit, OwnRole from, std::optional<OwnKind> toKind)
    {
        MoveFacts move;
        move.from = from;
        move.to = m_lookup.deposits.contains(credit.log->to) ? OwnRole::Deposit : roleOf(toKind);
        const Classified classified = classify(move);
        if (classified.kind == TransferClass::CustomerPayment)
            return judgeCustomer(credit, toKind);
        // Anybody can write a transfer of nothing in our name.
        if (classified.kind != TransferClass::Foreign && credit.amount.isZero() && !credit.raw)
            return notePoison(credit, nullptr);
        if (classified.kind == TransferClass::InternalSweep) {
            label(credit, Label::Sweep);
            linkSweep(credit);
        }
        return classified.needed ? openOwnMove(credit, *classified.needed) : Outcome(Done);
    }

    // A token that no corridor lists may be its author's own, and its word about us as well.
    Outcome openOwnMove(const Credit& credit, CaseCode needed)
    {
        const auto token = judgeToken(
            credit.token.account, credit.token.symbol, std::nullopt, m_rail.knownTokens());
        if (token.label)
            label(credit, *token.label);
        return open(credit, token.needed.value_or(needed), nullptr);
    }

    Outcome judgeCustomer(const Credit& credit, std::optional<OwnKind> toKind)
    {
        const TransferLog& log = *credit.log;
        const auto bindings = m_lookup.bindings.value({log.to, log.reference});
        // An address of its own takes money whatever memo came along.
        const BoundAddress* bound = bindings.empty() ? nullptr : &bindings.front();
        const auto unique = m_lookup.bindings.value({log.to, QString()});
        if (bound == nullptr && !unique.empty() && toKind != OwnKind::Shared)
            bound = &unique.front();
        return judgePayment(credit, bound, toKind);
    }

    Outcome
    judgePayment(const Credit& credit, const BoundAddress* bound, std::optional<OwnKind> toKind)
    {
        const bool otherRail = bound != nullptr && bound->rail != m_rail.rail().id;
        if (otherRail && !credit.amount.isZero())
            return judgeOtherRail(credit, *bound);
        const auto token =
            judgeToken(credit.token.account,
                       credit.token.symbol,
                       bound != nullptr ? std::optional<Account>(bound->token) : std::nullopt,
                       m_rail.knownTokens());
        if (credit.amount.isZero() && !credit.raw)
            return notePoison(credit, bound);
        if (token.label)
            label(credit, *token.label);
        if (bound != nullptr)
            link(credit, *bound);
        if (credit.raw)
            return open(credit, CaseCode::Decimals, bound);
        if (token.needed)
            return open(credit, *token.needed, bound);
        if (bound != nullptr)
            return Done;
        const bool shared = toKind == OwnKind::Shared;
        return open(credit,
                    shared && credit.log->reference.isEmpty() ? CaseCode::RefMissing
                                                              : CaseCode::OrphanDeposit,
                    nullptr);
    }

    // The right person at the right address on a network where we expect nothing.
    Outcome judgeOtherRail(const Credit& credit, const BoundAddress& bound)
    {
        label(credit, Label::WrongNetwork);
        link(credit, bound);
        return open(credit, CaseCode::NetWrong, &bound);
    }

    Outcome notePoison(const Credit& credit, const BoundAddress* bound)
    {
        label(credit, Label::Poison);
        if (bound != nullptr)
            link(credit, *bound);
        return open(credit, CaseCode::Poison, bound);
    }

    // The payment whose address was emptied says so: its link names the sender, so that nobody
    // takes the sweep for money that came in.
    void linkSweep(const Credit& credit)
    {
        const auto bindings = m_lookup.bindings.value({credit.log->from, QString()});
        if (credit.blockId == 0 || bindings.empty() || bindings.front().rail != m_rail.rail().id)
            return;
        link(credit, bindings.front());
        m_links.back().account = credit.log->from;
        m_links.back().reference.clear();
    }

    void label(const Credit& credit, Label label)
    {
        if (credit.blockId != 0)
            m_labels.push_back({credit.blockId, credit.log->logIndex, toText(label)});
    }

    LinkRow keyOf(const Credit& credit) const
    {
        LinkRow row;
        row.rail = m_rail.rail().id;
        row.tx = credit.log->tx;
        row.account = credit.log->to;
        row.reference = credit.log->reference;
        return row;
    }

    void link(const Credit& credit, const BoundAddress& bound)
    {
        LinkRow row = keyOf(credit);
        row.payment = bound.payment;
        row.binding = bound.binding;
        row.by = QStringLiteral("engine");
        row.at = m_now;
        m_links.push_back(row);
        m_mined = m_mined || credit.blockId != 0;
        if (credit.blockId != 0 && !credit.stands)
            m_later.push_back({bound.payment, credit.log->tx});
        m_summary.payments.push_back(bound.payment);
    }

    Outcome open(const Credit& credit, CaseCode code, const BoundAddress* bound)
    {
        if (credit.blockId == 0)
            return Done; // what is only in the mempool may never come
        const TransferLog& log = *credit.log;
        CaseRow row;
        row.id = CaseId::make(m_now);
        row.code = code;
        row.tx = log.tx;
        row.openedAt = m_now;
        if (bound != nullptr) {
            row.payment = bound->payment;
            row.binding = bound->binding;
            row.subject = transferSubject(log.tx, bound->binding);
        } else {
            row.subject = QStringLiteral("transfer:%1:%2")
                              .arg(QString::fromLatin1(toBytes(log.tx).toHex()),
                                   QString::fromLatin1(log.to.toBytes().toHex()));
        }
        return tell(row, credit);
    }

    Outcome tell(CaseRow& row, const Credit& credit)
    {
        // Read again, or mined again: what a person answered is not asked once more.
        const auto answered = caseAnswered(m_db, row.subject, row.code);
        if (!answered)
            return fail(answered.error());
        if (*answered)
            return Done;
        const TransferLog& log = *credit.log;
        const QJsonObject data{
            {QStringLiteral("rail"), m_rail.rail().name},
            {QStringLiteral("block"), log.block},
            {QStringLiteral("log_index"), log.logIndex},
            {QStringLiteral("token"), QString::fromLatin1(log.token.toBytes().toHex())},
            {QStringLiteral("units"), credit.amount.toUnitsText()}};
        QJsonObject evidence = data;
        evidence.insert(QStringLiteral("symbol"), credit.token.symbol);
        evidence.insert(QStringLiteral("reference"), log.reference);
        row.evidence = QString::fromUtf8(QJsonDocument(evidence).toJson(QJsonDocument::Compact));
        auto story = beginCase(m_db, row, data);
        if (!story)
            return fail(story.error());
        if (std::optional<CaseStory> told = std::move(story).value()) {
            m_caseEvents.push_back(std::move(told->event));
            m_caseEntries.push_back(std::move(told->entry));
        }
        return Done;
    }

    Database& m_db;
    RailContext& m_rail;
    UtcTime m_now;
    BindingLookup m_lookup;
    PeopleLinks m_people;
    std::vector<LinkRow> m_links;
    std::vector<LaterMoney> m_later;
    std::vector<EventRow> m_caseEvents;
    std::vector<JournalEntry> m_caseEntries;
    std::vector<TransferLabelRow> m_labels;
    BindSummary m_summary;
    bool m_mined = false; // credits of blocks; sightings never come in one batch with them
};

} // namespace

Result<PeopleLinks> linksAtOwn(Database& db, const RailContext& rail)
{
    const auto links = linkedAtOwnAddresses(db, rail.rail().id);
    if (!links)
        return fail(links.error());
    PeopleLinks people;
    for (const PersonsLink& link : *links)
        people[toBytes(link.tx)].push_back(link);
    return people;
}

Result<BindSummary> bindTransfers(Database& db,
                                  RailContext& rail,
                                  const std::vector<Credit>& credits,
                                  const PeopleLinks& atOwn,
                                  UtcTime now)
{
    std::vector<Credit> ours;
    for (const Credit& credit : credits) {
        // The bulk of a treasury's traffic ends here, without a query.
        const auto to = rail.own(credit.log->to);
        const bool fromUs = rail.own(credit.log->from) || rail.maybeDeposit(credit.log->from);
        if (takesPayments(to) || fromUs || linkIn(atOwn, *credit.log) != nullptr)
            ours.push_back(credit);
    }
    if (ours.empty())
        return BindSummary{};
    Binder binder(db, rail, atOwn, now);
    if (auto done = binder.look(ours); !done)
        return fail(done.error());
    for (const Credit& credit : ours) {
        if (auto done = binder.judge(credit); !done)
            return fail(done.error());
    }
    return binder.write();
}

} // namespace tieout
