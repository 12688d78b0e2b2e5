// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/linkcandidates.h"

#include "model/domain/address.h"
#include "model/domain/matching.h"
#include "model/store/addresses.h"
#include "model/store/payments.h"
#include "model/store/rails.h"

#include <algorithm>

namespace tieout {

namespace linkcandidates {

// What every candidate is compared with.
struct Wanted
{
    PaymentRow payment;
    QByteArray token;
    RailRow rail;
    std::vector<QString> references;
};

Result<Wanted> readWanted(Database& db, const PaymentId& id)
{
    auto row = readPayment(db, id);
    if (!row)
        return fail(row.error());
    Wanted wanted;
    wanted.payment = std::move(row).value();
    const auto tokens = readTokens(db, wanted.payment.rail);
    const auto rails = readRails(db);
    const auto bindings = readBindings(db, id);
    if (!tokens)
        return fail(tokens.error());
    if (!rails)
        return fail(rails.error());
    if (!bindings)
        return fail(bindings.error());
    for (const TokenRow& token : *tokens) {
        if (token.id == wanted.payment.token)
            wanted.token = token.account.toBytes();
    }
    for (const RailRow& rail : *rails) {
        if (rail.id == wanted.payment.rail)
            wanted.rail = rail;
    }
    for (const BindingRow& binding : *bindings)
        wanted.references.push_back(binding.reference);
    return wanted;
}

QString textOfAccount(const Wanted& wanted, const QByteArray& account)
{
    if (account.size() != 20)
        return QStringLiteral("0x") + QString::fromLatin1(account.toHex());
    const auto family = wanted.rail.family == u"tron" ? AddressFamily::Tron : AddressFamily::Evm;
    return Address::fromBytes(family, account).toText();
}

// The rule that proposes payments for money, asked about this one payment.
Candidate judge(const Wanted& wanted, const TransferView& view, const QString& reference)
{
    Incoming money;
    money.to = Account::of(view.to);
    money.sender = Account::of(view.from);
    money.amount = view.amount;
    money.reference = view.reference;
    money.seenAt = view.time;
    CandidateFact fact;
    fact.payment = wanted.payment.id;
    fact.remaining = wanted.payment.projection.remaining;
    fact.due = wanted.payment.policy.due;
    fact.createdAt = wanted.payment.createdAt;
    fact.expiresAt = wanted.payment.expiresAt;
    fact.reference = reference;
    const Match match = bindMoney(money, {}, std::span(&fact, 1));
    return match.candidates.empty() ? Candidate{} : match.candidates.front();
}

LinkCandidate candidateFrom(const Wanted& wanted, UnlinkedTransfer money)
{
    LinkCandidate candidate;
    const TransferView& view = money.transfer;
    candidate.rail = wanted.rail.name;
    candidate.account = textOfAccount(wanted, view.to);
    candidate.sender = textOfAccount(wanted, view.from);
    Candidate best;
    for (const QString& reference : wanted.references) {
        Candidate judged = judge(wanted, view, reference);
        if (judged.score >= best.score)
            best = std::move(judged);
    }
    candidate.reasons = best.reasons;
    candidate.score = best.score;
    // Another token never counts, whatever its amount.
    if (view.token == wanted.token) {
        candidate.reasons.prepend(QStringLiteral("same-token"));
        candidate.score += 5;
    } else {
        candidate.reasons.removeAll(QStringLiteral("amount-remaining"));
        candidate.reasons.removeAll(QStringLiteral("amount-due"));
        candidate.score = 0;
    }
    if (!view.paymentId.isEmpty())
        candidate.why =
            Error{ErrorCode::Conflict, QStringLiteral("transfer_linked"), view.paymentId};
    else if (view.amount.isZero())
        candidate.why = Error{ErrorCode::Invalid, QStringLiteral("transfer_without_value"), {}};
    candidate.money = std::move(money);
    return candidate;
}

Result<std::vector<LinkCandidate>>
ranked(Database& db, const Wanted& wanted, std::vector<UnlinkedTransfer> rows)
{
    std::vector<LinkCandidate> candidates;
    for (UnlinkedTransfer& row : rows) {
        const auto ours = isOurs(db, wanted.rail.id, Account::of(row.transfer.from));
        if (!ours)
            return fail(ours.error());
        candidates.push_back(candidateFrom(wanted, std::move(row)));
        if (*ours)
            candidates.back().why =
                Error{ErrorCode::Conflict, QStringLiteral("transfer_not_incoming"), {}};
    }
    std::stable_sort(
        candidates.begin(), candidates.end(), [](const LinkCandidate& a, const LinkCandidate& b) {
            return a.score > b.score;
        });
    return candidates;
}

} // namespace linkcandidates

Result<std::vector<LinkCandidate>> linkCandidates(Database& db, const PaymentId& payment)
{
    const auto wanted = linkcandidates::readWanted(db, payment);
    if (!wanted)
        return fail(wanted.error());
    auto rows = unlinkedTransfers(db, wanted->rail.id, kMostCandidates);
    if (!rows)
        return fail(rows.error());
    return linkcandidates::ranked(db, *wanted, std::move(rows).value());
}

Result<std::vector<LinkCandidate>>
linkCandidatesOf(Database& db, const PaymentId& payment, const QString& tx)
{
    const QString hex = tx.startsWith(u"0x", Qt::CaseInsensitive) ? tx.mid(2) : tx;
    const QByteArray hash = QByteArray::fromHex(hex.toLatin1());
    if (hex.size() != 64 || hash.size() != 32)
        return fail(ErrorCode::Invalid, u"tx_malformed", tx.left(80));
    const auto wanted = linkcandidates::readWanted(db, payment);
    if (!wanted)
        return fail(wanted.error());
    auto rows = transfersToLink(db, wanted->rail.id, hash);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorCode::NotFound, u"transfer_unknown", hex);
    return linkcandidates::ranked(db, *wanted, std::move(rows).value());
}

} // namespace tieout
