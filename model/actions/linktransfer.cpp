// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/linktransfer.h"

#include "model/actions/caseaction.h"
#include "model/actions/corridorholds.h"
#include "model/actions/newbinding.h"
#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/store/addresses.h"
#include "model/store/awaiting.h"
#include "model/store/transfercases.h"
#include "model/store/transfers.h"

#include <QJsonArray>

#include <algorithm>

namespace tieout {

namespace {

using FoundTransfers = std::vector<std::pair<qint64, TransferView>>;

// Which money: one transaction at one destination, wherever its block is.
struct LinkTarget
{
    RailRow rail;
    Hash32 tx{};
    Account account;
    QString reference;
    FoundTransfers transfers;
    bool wrongToken = false;
};

Result<LinkTarget> parseTarget(Database& db, const LinkTransferPayload& payload)
{
    LinkTarget target;
    auto rail = railByName(db, payload.rail);
    if (!rail)
        return fail(rail.error());
    target.rail = std::move(rail).value();
    const QByteArray tx = QByteArray::fromHex(payload.tx.mid(2).toLatin1());
    if (!payload.tx.startsWith(u"0x") || tx.size() != 32)
        return fail(ErrorCode::Invalid, u"tx_malformed", payload.tx.left(80));
    target.tx = hash32(tx);
    const auto address = Address::parse(payload.account, addressFamilyOf(target.rail));
    if (!address)
        return fail(address.error());
    target.account = Account::of(address->bytes());
    target.reference = payload.reference;
    return target;
}

// Withdrawn rows as well: the link belongs to the transaction, which may be mined again.
Outcome findTransfers(Database& db, LinkTarget& target)
{
    TransferQuery query;
    query.rail = target.rail.id;
    query.tx = toBytes(target.tx);
    auto found = listTransfers(db, query);
    if (!found)
        return fail(found.error());
    const QByteArray account = target.account.toBytes();
    for (auto& row : std::move(found).value()) {
        if (row.second.to == account && row.second.reference == target.reference)
            target.transfers.push_back(std::move(row));
    }
    if (target.transfers.empty())
        return fail(
            ErrorCode::NotFound, u"transfer_unknown", QString::fromLatin1(query.tx.toHex()));
    return Done;
}

// A sweep or a payout moves money that was somebody's already.
Outcome demandIncoming(Database& db, const LinkTarget& target)
{
    for (const auto& [block, view] : target.transfers) {
        const auto ours = isOurs(db, target.rail.id, Account::of(view.from));
        if (!ours)
            return fail(ours.error());
        if (*ours)
            return fail(ErrorCode::Conflict, u"transfer_not_incoming");
    }
    return Done;
}

Outcome mayLink(const LinkTarget& target, const LoadedPayment& loaded)
{
    if (loaded.row.rail != target.rail.id)
        return fail(ErrorCode::Conflict, u"wrong_rail", target.rail.name);
    const auto& transfers = target.transfers;
    if (std::all_of(transfers.begin(), transfers.end(), [](const auto& row) {
            return row.second.amount.isZero();
        }))
        return fail(ErrorCode::Invalid, u"transfer_without_value");
    for (const auto& [block, view] : transfers) {
        if (!view.paymentId.isEmpty())
            return fail(ErrorCode::Conflict,
                        u"transfer_linked",
                        QStringLiteral("it belongs to %1").arg(view.paymentId));
    }
    return Done;
}

// Another token's money is linked, so that it is found, and labelled, for it never counts.
Outcome labelWrongToken(Database& db, const LoadedPayment& loaded, LinkTarget& target)
{
    const auto tokens = readTokens(db, target.rail.id);
    if (!tokens)
        return fail(tokens.error());
    QByteArray right;
    for (const TokenRow& token : *tokens) {
        if (token.id == loaded.row.token)
            right = token.account.toBytes();
    }
    std::vector<TransferLabelRow> labels;
    for (const auto& [block, view] : target.transfers) {
        if (view.token == right)
            continue;
        target.wrongToken = true;
        if (view.labels.isEmpty())
            labels.push_back({block, view.logIndex, toText(Label::WrongToken)});
    }
    return insertTransferLabels(db, labels);
}

Result<BindingId> bindingFor(Database& db, const LinkTarget& target, const PaymentId& payment)
{
    const auto bindings = readBindings(db, payment);
    if (!bindings)
        return fail(bindings.error());
    if (bindings->empty())
        return fail(ErrorCode::Corrupt, u"payment_without_binding", payment.text());
    for (const BindingRow& binding : *bindings) {
        if (binding.account == target.account && binding.reference == target.reference)
            return binding.id;
    }
    return bindings->back().id;
}

// The marks that this money still has to pass; those behind it are known when it is projected.
Outcome awaitMarks(Database& db, const LinkTarget& target, const LoadedPayment& loaded)
{
    const auto linked = linkedTransfers(db, target.rail.id, target.tx, loaded.row.id);
    if (!linked)
        return fail(linked.error());
    std::vector<AwaitingRow> rows;
    const PolicySnapshot& policy = loaded.row.policy;
    for (const LinkedTransfer& transfer : *linked) {
        const QString required = policy.ruleFor(transfer.amount).toText();
        const QString strongest = policy.strongest.toText();
        rows.push_back({required, transfer.blockNumber, loaded.row.id});
        if (strongest != required)
            rows.push_back({strongest, transfer.blockNumber, loaded.row.id});
    }
    return addAwaiting(db, target.rail.id, rows, false);
}

struct CasesEnded
{
    QJsonArray ids;
    bool secondPerson = false;
};

bool isAboveFirstBand(const LinkTarget& target, const LoadedPayment& loaded)
{
    const PolicySnapshot& policy = loaded.row.policy;
    return std::any_of(target.transfers.begin(), target.transfers.end(), [&](const auto& row) {
        const Amount amount(row.second.amount.units(), loaded.row.decimals);
        return !(requiredRule(policy.bands, policy.due, amount) == policy.bands.front().rule);
    });
}

// Nothing for a case that a link doesn't answer.
const CaseResolution* wayOfLink(CaseCode code)
{
    for (const QStringView way : {u"link-to-payment", u"link", u"choose"}) {
        if (const CaseResolution* resolution = caseRule(code).resolution(way))
            return resolution;
    }
    return nullptr;
}

Result<CasesEnded> endOpenCases(Database& db,
                                const LinkTarget& target,
                                const LoadedPayment& loaded,
                                const QString& reason,
                                const ActionContext& context)
{
    const auto open = openCasesOfTransaction(db, target.tx);
    if (!open)
        return fail(open.error());
    CasesEnded ended;
    // As bindtransfers names money without a binding.
    const QString subject = QStringLiteral("transfer:%1:%2")
                                .arg(QString::fromLatin1(toBytes(target.tx).toHex()),
                                     QString::fromLatin1(target.account.toBytes().toHex()));
    for (const CaseRow& row : *open) {
        const bool answers = row.code == CaseCode::RefMissing || row.code == CaseCode::RefAmbig ||
                             row.code == CaseCode::OrphanDeposit;
        if (!answers || row.subject != subject)
            continue;
        const CaseResolution* way = wayOfLink(row.code);
        const bool second =
            way->second == SecondPerson::Yes ||
            (way->second == SecondPerson::AboveBand && isAboveFirstBand(target, loaded));
        const CaseEnding ending{QString::fromLatin1(way->text),
                                reason,
                                kinds::kTransferLink,
                                {{QStringLiteral("payment"), loaded.row.id.text()},
                                 {QStringLiteral("second_person_needed"), second}}};
        if (auto done = endCase(db, row, ending, context); !done)
            return fail(done.error());
        ended.ids.append(row.id.text());
        ended.secondPerson = ended.secondPerson || second;
    }
    return ended;
}

Result<CasesEnded> writeLink(Database& db,
                             LinkTarget& target,
                             const LoadedPayment& loaded,
                             const QString& reason,
                             const ActionContext& context)
{
    const auto binding = bindingFor(db, target, loaded.row.id);
    if (!binding)
        return fail(binding.error());
    const LinkRow link{target.rail.id,
                       target.tx,
                       target.account,
                       target.reference,
                       loaded.row.id,
                       *binding,
                       context.actor,
                       context.now};
    if (auto done = insertLink(db, link); !done)
        return fail(done.error());
    if (auto done = labelWrongToken(db, loaded, target); !done)
        return fail(done.error());
    if (auto done = awaitMarks(db, target, loaded); !done)
        return fail(done.error());
    if (auto done = holdLaterMoney(db, {{loaded.row.id, target.tx, true}}, context.now); !done)
        return fail(done.error());
    return endOpenCases(db, target, loaded, reason, context);
}

} // namespace

Result<QJsonObject>
linkTransfer(Database& db, const LinkTransferPayload& payload, const ActionContext& context)
{
    const auto loaded = loadForAction(db, payload.payment, payload.expectedVersion);
    if (!loaded)
        return fail(loaded.error());
    auto parsed = parseTarget(db, payload);
    if (!parsed)
        return fail(parsed.error());
    LinkTarget target = std::move(parsed).value();
    if (auto found = findTransfers(db, target); !found)
        return fail(found.error());
    if (const auto may = mayLink(target, *loaded); !may)
        return fail(may.error());
    if (const auto incoming = demandIncoming(db, target); !incoming)
        return fail(incoming.error());
    const auto ended = writeLink(db, target, *loaded, payload.reason, context);
    if (!ended)
        return fail(ended.error());
    const QJsonObject facts{{QStringLiteral("transfers"), qint64(target.transfers.size())},
                            {QStringLiteral("wrong_token"), target.wrongToken},
                            {QStringLiteral("cases"), ended->ids},
                            {QStringLiteral("second_person_needed"), ended->secondPerson}};
    QJsonObject data = facts;
    data.insert(QStringLiteral("rail"), payload.rail);
    data.insert(QStringLiteral("tx"), payload.tx);
    data.insert(QStringLiteral("account"), payload.account);
    data.insert(QStringLiteral("reference"), payload.reference);
    data.insert(QStringLiteral("reason"), payload.reason);
    auto answer = endAction(db, payload.payment, kinds::kTransferLink, data, context);
    if (!answer)
        return answer;
    QJsonObject whole = *std::as_const(answer);
    for (auto at = facts.begin(); at != facts.end(); ++at)
        whole.insert(at.key(), at.value());
    return whole;
}

} // namespace tieout
