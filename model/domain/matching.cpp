// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/matching.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr Word<OwnRole> kOwnRoleWords[] = {
    {OwnRole::Treasury, "treasury", QT_TRANSLATE_NOOP("words", "Treasury")},
    {OwnRole::HotWallet, "hot-wallet", QT_TRANSLATE_NOOP("words", "Hot wallet")},
    {OwnRole::Deposit, "deposit", QT_TRANSLATE_NOOP("words", "Deposit address")},
    {OwnRole::GasStation, "gas-station", QT_TRANSLATE_NOOP("words", "Gas station")},
    {OwnRole::Partner, "partner", QT_TRANSLATE_NOOP("words", "Partner")},
};

constexpr Word<TransferClass> kTransferClassWords[] = {
    {TransferClass::CustomerPayment,
     "customer-payment",
     QT_TRANSLATE_NOOP("words", "Customer payment")},
    {TransferClass::InternalSweep, "internal-sweep", QT_TRANSLATE_NOOP("words", "Internal sweep")},
    {TransferClass::Payout, "payout", QT_TRANSLATE_NOOP("words", "Payout")},
    {TransferClass::Refund, "refund", QT_TRANSLATE_NOOP("words", "Refund")},
    {TransferClass::OffRampLeg, "off-ramp-leg", QT_TRANSLATE_NOOP("words", "Off-ramp leg")},
    {TransferClass::OwnUnknown, "own-unknown", QT_TRANSLATE_NOOP("words", "Own to own, unknown")},
    {TransferClass::Foreign, "foreign", QT_TRANSLATE_NOOP("words", "Not ours")},
};

constexpr Word<MatchKind> kMatchKindWords[] = {
    {MatchKind::Address, "address", QT_TRANSLATE_NOOP("words", "Deposit address")},
    {MatchKind::Reference, "reference", QT_TRANSLATE_NOOP("words", "Address and reference")},
    {MatchKind::ContractEvent, "contract-event", QT_TRANSLATE_NOOP("words", "Contract event")},
    {MatchKind::Nothing, "nothing", QT_TRANSLATE_NOOP("words", "Nothing")},
};

constexpr Word<TokenVerdict> kTokenVerdictWords[] = {
    {TokenVerdict::Right, "right", QT_TRANSLATE_NOOP("words", "Right token")},
    {TokenVerdict::Wrong, "wrong", QT_TRANSLATE_NOOP("words", "Wrong token")},
    {TokenVerdict::Fake, "fake", QT_TRANSLATE_NOOP("words", "Look-alike token")},
    {TokenVerdict::NetworkNotEnabled, "network", QT_TRANSLATE_NOOP("words", "Network not enabled")},
};

Classified betweenOwn(OwnRole from, OwnRole to)
{
    if (from == OwnRole::Partner || to == OwnRole::Partner)
        return {from == to ? TransferClass::OwnUnknown : TransferClass::OffRampLeg,
                from == to ? std::optional(CaseCode::SweepUnclass) : std::nullopt};
    // Deposits are collected, gas is handed out, treasury and hot wallet feed each other.
    const bool collected = to == OwnRole::Treasury || to == OwnRole::HotWallet;
    if (collected || from == OwnRole::GasStation)
        return {TransferClass::InternalSweep, std::nullopt};
    return {TransferClass::OwnUnknown, CaseCode::SweepUnclass};
}

std::optional<BindingFact> only(std::span<const BindingFact> bindings, const auto& fits)
{
    const auto it = std::find_if(bindings.begin(), bindings.end(), fits);
    return it == bindings.end() ? std::nullopt : std::optional(*it);
}

Match bound(MatchKind kind, const BindingFact& binding)
{
    Match match;
    match.kind = kind;
    match.binding = binding.binding;
    match.payment = binding.payment;
    return match;
}

// Payers retype references: case and separators are forgiven when ranking, never when binding.
QString looseReference(const QString& text)
{
    QString loose;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            loose.append(c.toLower());
    }
    return loose;
}

bool isNear(const QString& a, const QString& b)
{
    const QString x = looseReference(a);
    const QString y = looseReference(b);
    if (x.isEmpty() || y.isEmpty())
        return false;
    if (x == y)
        return true;
    // One character mistyped, missing or too many.
    if (x.size() < 4 || qAbs(x.size() - y.size()) > 1)
        return false;
    qsizetype head = 0;
    while (head < x.size() && head < y.size() && x[head] == y[head])
        ++head;
    qsizetype tail = 0;
    while (tail < x.size() - head && tail < y.size() - head &&
           x[x.size() - 1 - tail] == y[y.size() - 1 - tail])
        ++tail;
    return std::max(x.size(), y.size()) - head - tail <= 1;
}

Candidate rank(const Incoming& money, const CandidateFact& fact)
{
    Candidate candidate{fact.payment, fact.binding, 0, {}};
    const auto reason = [&candidate](bool holds, int score, QStringView word) {
        if (!holds)
            return;
        candidate.score += score;
        candidate.reasons.append(word.toString());
    };
    reason(isNear(money.reference, fact.reference), 50, u"reference-similar");
    reason(fact.sameSender, 30, u"same-sender");
    const bool all = money.amount == fact.remaining;
    reason(all, 20, u"amount-remaining");
    reason(!all && money.amount == fact.due, 15, u"amount-due");
    reason(money.seenAt >= fact.createdAt && money.seenAt <= fact.expiresAt, 10, u"in-time");
    return candidate;
}

std::vector<Candidate> rankAll(const Incoming& money, std::span<const CandidateFact> open)
{
    std::vector<Candidate> candidates;
    for (const CandidateFact& fact : open) {
        Candidate candidate = rank(money, fact);
        if (candidate.score > 0)
            candidates.push_back(std::move(candidate));
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.payment < b.payment;
    });
    if (candidates.size() > kMaxCandidates)
        candidates.resize(kMaxCandidates);
    return candidates;
}

bool samePayment(std::span<const BindingFact> bindings, const auto& fits)
{
    std::optional<PaymentId> payment;
    for (const BindingFact& binding : bindings) {
        if (!fits(binding))
            continue;
        if (payment && !(*payment == binding.payment))
            return false;
        payment = binding.payment;
    }
    return payment.has_value();
}

} // namespace

std::span<const Word<OwnRole>> wordsOf(OwnRole)
{
    return kOwnRoleWords;
}

std::span<const Word<TransferClass>> wordsOf(TransferClass)
{
    return kTransferClassWords;
}

std::span<const Word<MatchKind>> wordsOf(MatchKind)
{
    return kMatchKindWords;
}

std::span<const Word<TokenVerdict>> wordsOf(TokenVerdict)
{
    return kTokenVerdictWords;
}

Classified classify(const MoveFacts& move)
{
    if (!move.from && !move.to)
        return {TransferClass::Foreign, std::nullopt};
    if (!move.from) {
        // What a stranger sends to a partner is the partner's business.
        return {*move.to == OwnRole::Partner ? TransferClass::Foreign
                                             : TransferClass::CustomerPayment,
                std::nullopt};
    }
    if (move.knownRefund)
        return {TransferClass::Refund, std::nullopt};
    if (move.knownPayout)
        return {TransferClass::Payout, std::nullopt};
    if (move.to)
        return betweenOwn(*move.from, *move.to);
    if (*move.from == OwnRole::Partner)
        return {TransferClass::Foreign, std::nullopt};
    return {TransferClass::Payout, CaseCode::PayoutUnrec};
}

Match bindMoney(const Incoming& money,
                std::span<const BindingFact> bindings,
                std::span<const CandidateFact> open)
{
    const auto unique = [&money](const BindingFact& fact) {
        return fact.reference.isEmpty() && fact.address == money.to;
    };
    const auto byReference = [&money](const BindingFact& fact) {
        return !money.reference.isEmpty() && fact.reference == money.reference &&
               fact.address == money.to;
    };
    const auto byEvent = [&money](const BindingFact& fact) {
        return !money.eventReference.isEmpty() && fact.reference == money.eventReference;
    };
    const bool shared = std::any_of(bindings.begin(), bindings.end(), [&money](const auto& fact) {
        return !fact.reference.isEmpty() && fact.address == money.to;
    });
    Match nothing;
    if (only(bindings, unique)) {
        if (samePayment(bindings, unique))
            return bound(MatchKind::Address, *only(bindings, unique));
        nothing.needed = CaseCode::RefAmbig;
    } else if (only(bindings, byReference)) {
        if (samePayment(bindings, byReference))
            return bound(MatchKind::Reference, *only(bindings, byReference));
        nothing.needed = CaseCode::RefAmbig;
    } else if (only(bindings, byEvent)) {
        if (samePayment(bindings, byEvent))
            return bound(MatchKind::ContractEvent, *only(bindings, byEvent));
        nothing.needed = CaseCode::RefAmbig;
    } else {
        const bool silent = money.reference.isEmpty() && money.eventReference.isEmpty();
        nothing.needed = shared && silent ? CaseCode::RefMissing : CaseCode::OrphanDeposit;
    }
    nothing.candidates = rankAll(money, open);
    return nothing;
}

} // namespace tieout
