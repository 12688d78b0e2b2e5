// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/paymentoptions.h"

#include "model/domain/paymentstate.h"
#include "model/store/corridors.h"
#include "model/store/holds.h"
#include "model/store/rails.h"

#include <algorithm>
#include <utility>

namespace tieout {

namespace paymentoptions {

// What the login may not submit at all is said before what the payment doesn't allow.
Permission permissionFor(const Powers& powers, QStringView kind, const Outcome& rule)
{
    Permission permission;
    permission.role = powers.classFor(kind);
    if (permission.role.isEmpty())
        permission.why =
            Error{ErrorCode::Forbidden, QStringLiteral("class_may_not_submit"), kind.toString()};
    else if (!rule)
        permission.why = rule.error();
    return permission;
}

// A class that this alone is for; the engine asks the same (model/actions: holdpayment,
// resolvecase).
Permission
permissionAs(const Powers& powers, QStringView kind, std::optional<Role> only, QStringView reason)
{
    Permission permission = permissionFor(powers, kind, Done);
    if (!permission.isGiven() || !only)
        return permission;
    const QString role = toText(*only);
    permission.role = powers.classFor(kind, role);
    if (permission.role != role)
        permission.why = Error{ErrorCode::Forbidden, reason.toString(), role};
    return permission;
}

void addHolds(const LoadedPayment& loaded, const Powers& powers, PaymentOptions& options)
{
    Error none{ErrorCode::Conflict, QStringLiteral("hold_open"), {}};
    options.hold.why = none;
    for (const QStringView cause : kHoldCauses) {
        const HoldKind kind = holdKindOfCause(cause);
        Permission permission =
            permissionAs(powers, u"payment.hold", roleOfHold(kind), u"hold_role");
        const auto& open = loaded.facts.openHolds;
        if (permission.isGiven() && std::find(open.begin(), open.end(), kind) != open.end())
            permission.why = none;
        if (permission.isGiven() && !options.hold.isGiven())
            options.hold = permission;
        options.holds.push_back(permission);
    }
    if (!options.hold.isGiven() && options.holds.front().why)
        options.hold.why = options.holds.front().why;
}

void addReleases(const Powers& powers, std::vector<HoldRow> holds, PaymentOptions& options)
{
    options.release.why = Error{ErrorCode::Conflict, QStringLiteral("no_open_hold"), {}};
    for (HoldRow& hold : holds) {
        HoldOption option;
        option.release =
            permissionAs(powers, u"payment.release", roleOfHold(hold.kind), u"hold_role");
        if (option.release.isGiven() && hold.kind == HoldKind::ClosingRefund)
            option.release.why =
                Error{ErrorCode::Conflict, QStringLiteral("hold_not_releasable"), {}};
        option.hold = std::move(hold);
        if (!options.release.isGiven())
            options.release = option.release;
        options.openHolds.push_back(std::move(option));
    }
}

CaseAnswer answerOf(const Powers& powers, CaseCode code, QStringView word)
{
    CaseAnswer answer;
    answer.permission = permissionAs(powers, u"case.resolve", caseRule(code).owner, u"case_role");
    const CaseResolution* resolution = resolutionOfWord(code, word);
    if (!resolution) {
        answer.permission.why =
            Error{ErrorCode::Invalid, QStringLiteral("resolution_not_allowed"), toText(code)};
        return answer;
    }
    answer.resolution = QString::fromLatin1(resolution->text);
    answer.label = resolution->label;
    answer.needsSecondPerson = resolution->second == SecondPerson::Yes;
    const CaseEffect effect = wayOfWord(code, word).effect;
    if (answer.permission.isGiven() && effect == CaseEffect::Link)
        answer.permission.why =
            Error{ErrorCode::Conflict, QStringLiteral("use_transfer_link"), toText(code)};
    if (answer.permission.isGiven() && effect == CaseEffect::Refund)
        answer.permission.why =
            Error{ErrorCode::Conflict, QStringLiteral("refund_not_available"), toText(code)};
    return answer;
}

Amount amountOfCase(const PaymentState& state, const CaseRow& row, const PolicySnapshot& policy)
{
    for (const NeededCase& needed : state.cases) {
        if (needed.code == row.code && needed.tx == row.tx &&
            (!needed.tx || needed.binding == row.binding))
            return needed.amount;
    }
    return policy.due.zero();
}

Outcome addCases(const LoadedPayment& loaded, const Powers& powers, PaymentOptions& options)
{
    options.resolve.why = Error{ErrorCode::Conflict, QStringLiteral("no_open_case"), {}};
    const auto state = derivePaymentState(loaded.facts);
    if (!state)
        return fail(state.error());
    for (const CaseRow& row : loaded.openCases) {
        CaseOption option;
        option.row = row;
        option.amount = amountOfCase(*state, row, loaded.row.policy);
        option.accept = answerOf(powers, row.code, u"accept");
        option.decline = answerOf(powers, row.code, u"decline");
        const CaseAnswer& better =
            option.accept.permission.isGiven() ? option.accept : option.decline;
        if (!options.resolve.isGiven())
            options.resolve = better.permission;
        options.openCases.push_back(std::move(option));
    }
    std::stable_sort(options.openCases.begin(),
                     options.openCases.end(),
                     [](const CaseOption& a, const CaseOption& b) {
                         return caseRule(a.row.code).severity < caseRule(b.row.code).severity;
                     });
    return Done;
}

Outcome
addTerms(Database& db, const LoadedPayment& loaded, const Powers& powers, PaymentOptions& options)
{
    const auto status = fromText<PaymentStatus>(loaded.row.projection.status);
    if (!status)
        return fail(status.error());
    const auto corridor = currentCorridor(db, loaded.row.policy.corridor);
    if (!corridor)
        return fail(corridor.error());
    options.payment = loaded.row.id;
    options.version = loaded.row.version;
    options.status = *status;
    options.due = loaded.row.policy.due;
    options.received = loaded.row.projection.received;
    options.symbol = loaded.row.symbol;
    options.orderReference = loaded.row.orderReference;
    options.rail = corridor->rail;
    options.corridorExpiry = corridor->expiry;
    options.cancel = permissionFor(powers, u"payment.cancel", mayCancel(loaded.facts));
    options.reissue =
        permissionFor(powers, u"payment.reissue", mayReissueOn(loaded.facts, *corridor));
    options.link = permissionFor(powers, u"transfer.link", Done);
    return Done;
}

} // namespace paymentoptions

Result<PaymentOptions> readPaymentOptions(Database& db, const PaymentId& id, const QString& account)
{
    const auto loaded = loadPayment(db, id);
    if (!loaded)
        return fail(loaded.error());
    const auto powers = readPowers(db, account);
    if (!powers)
        return fail(powers.error());
    auto holds = openHoldsOf(db, id);
    if (!holds)
        return fail(holds.error());
    PaymentOptions options;
    const LoadedPayment& payment = *loaded;
    if (const auto done = paymentoptions::addTerms(db, payment, *powers, options); !done)
        return fail(done.error());
    paymentoptions::addHolds(payment, *powers, options);
    paymentoptions::addReleases(*powers, std::move(holds).value(), options);
    if (const auto done = paymentoptions::addCases(payment, *powers, options); !done)
        return fail(done.error());
    return options;
}

PaymentOptionsRecord::PaymentOptionsRecord(AsyncStore& store, QString account, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_account(std::move(account))
{}

void PaymentOptionsRecord::show(const QString& id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_options.reset();
    m_error.reset();
    Q_EMIT changed();
    reload();
}

void PaymentOptionsRecord::reload()
{
    if (m_id.isEmpty())
        return;
    m_again = m_asking;
    if (m_asking)
        return;
    m_asking = true;
    m_store
        .run(AsyncStore::Lane::Page,
             [id = PaymentId::trusted(m_id), account = m_account](Database& db) {
                 return readPaymentOptions(db, id, account);
             })
        .then(this, [this, id = m_id](const Result<PaymentOptions>& answer) {
            m_asking = false;
            // A lane that was cleared for a newer list: this question still stands.
            const bool cleared = !answer && answer.error().code == ErrorCode::Cancelled;
            if (id == m_id && !cleared) {
                m_options = answer ? std::optional(*answer) : std::nullopt;
                m_error = answer ? std::nullopt : std::optional(answer.error());
                Q_EMIT changed();
            }
            if (std::exchange(m_again, false) || cleared)
                reload();
        });
}

} // namespace tieout
