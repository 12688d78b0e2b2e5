// SPDX-License-Identifier: GPL-3.0-or-later
// Payments with everything that is known about them, loaded in batches: the input of the status
// derivation. Also the facts that people add: holds, decisions, credits, refunds. Inside the
// caller's transaction, on the thread of the Database.
#pragma once

#include "model/store/bindinglookup.h"
#include "model/store/cases.h"
#include "model/store/payments.h"

#include <map>

namespace tieout {

struct LoadedPayment
{
    PaymentRow row;
    PaymentFacts facts;
    std::vector<CaseRow> openCases;
};

// One, on a connection that may not write as well. NotFound (payment_unknown).
Result<LoadedPayment> loadPayment(Database& db, const PaymentId& id);
// In no particular order; unknown ids are left out. Wants a connection that may write.
Result<std::vector<LoadedPayment>> loadPayments(Database& db, const std::vector<PaymentId>& ids);
// The same on a connection that may only read, for who verifies: slower, so never in a batch.
Result<std::vector<LoadedPayment>> readPayments(Database& db, const std::vector<PaymentId>& ids);

struct HoldRow
{
    HoldId id;
    PaymentId payment;
    HoldKind kind = HoldKind::Operator;
    QString reason;
    UtcTime openedAt;
    QString openedBy;
};

Outcome insertHold(Database& db, const HoldRow& row);
// NotFound (hold_unknown), also when it is closed already.
Outcome closeHold(Database& db,
                  const HoldId& id,
                  const PaymentId& payment,
                  const QString& by,
                  const QString& reason,
                  UtcTime now);

struct DecisionRow
{
    DecisionId id;
    PaymentId payment;
    Hash32 tx{};
    BindingId binding;
    DecisionKind kind = DecisionKind::Count;
    UtcTime at;
    QString by;
    QString reason;
};

Outcome insertDecision(Database& db, const DecisionRow& row);

struct CreditRow
{
    CreditId id;
    PaymentId payment;
    std::optional<PaymentId> to;
    GivenKind kind = GivenKind::Credit;
    Amount amount;
    UtcTime at;
    QString by;
    QString reason;
};

Outcome insertCredit(Database& db, const CreditRow& row);

// A link of a chain transaction's money at a destination with a payment.
struct LinkRow
{
    qint64 rail = 0;
    Hash32 tx{};
    Account account;
    QString reference;
    PaymentId payment;
    BindingId binding;
    QString by; // engine, or who decided
    UtcTime at;
};

// Conflict (transfer_linked) when it belongs to another payment already.
Outcome insertLink(Database& db, const LinkRow& row);
// Many at once; those that stand already are kept.
Outcome insertLinks(Database& db, const std::vector<LinkRow>& rows);
// Which of these (rail, tx, account, reference) a person linked, and with what; one query for all.
struct PersonsLink
{
    Hash32 tx{};
    Account account;
    QString reference;
    BoundAddress bound;
};

Result<std::vector<PersonsLink>> linkedByPeople(Database& db, const std::vector<LinkRow>& keys);
// What people linked of the money that came straight to our own addresses, shared ones excepted.
Result<std::vector<PersonsLink>> linkedAtOwnAddresses(Database& db, qint64 rail);
// Right after insertLinks() of transfers in blocks: their sightings are mined.
Outcome markLinkedMined(Database& db, const std::vector<LinkRow>& rows, UtcTime now);

struct LinkedTransfer
{
    qint64 blockNumber = 0;
    Amount amount;
    PaymentId payment;
};

// Canonical transfers of a link, for the awaiting rows of a transfer that a person linked.
Result<std::vector<LinkedTransfer>>
linkedTransfers(Database& db, qint64 rail, const Hash32& tx, const PaymentId& payment);
// Payments with a linked transfer in a canonical block above `ancestor`.
Result<std::vector<PaymentId>> paymentsAbove(Database& db, qint64 rail, qint64 ancestor);
// Remembers transfers that had been Confirmed for their payment, right before their blocks are
// withdrawn. What else the same transaction brought to others may need more.
struct ReachedTransfer
{
    PaymentId payment;
    Hash32 tx{};
    qint64 number = 0;
    Amount amount;
};

Outcome rememberReached(Database& db, qint64 rail, const std::vector<ReachedTransfer>& reached);

// What an open case asks changed: its evidence is replaced, and its version goes up by one.
// Conflict (case_changed) unless it is open and has `row.version`.
Outcome reviseCase(Database& db, const CaseRow& row, const QString& evidence);

} // namespace tieout
