// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of payments and bindings. The terms never change; the projection is what the queue shows,
// written only by actions/projection and compared by `tieoutd verify`. Writes inside the caller's
// transaction, on the thread of the Database.
#pragma once

#include "model/domain/payment.h"
#include "model/store/database.h"

#include <QHash>

namespace tieout {

// What the facts imply, as it is stored. Every text is a word of domain/words.h.
struct PaymentProjection
{
    QString status;
    QString detection;
    QString confirmation;
    QString recognition;
    QString verdict;
    QString labels;
    Amount received;
    Amount confirmed;
    Amount remaining;
    std::optional<qint64> decidingNumber;
    QString required; // rule text, empty when nothing is under way
    std::optional<UtcTime> confirmedAt;
    std::optional<UtcTime> finalAt;
    FulfilmentState fulfilment = FulfilmentState::None;
    std::optional<UtcTime> releasedAt;
    std::optional<UtcTime> expiredAt;
    std::optional<UtcTime> topUpClosedAt;

    bool operator==(const PaymentProjection&) const = default;
};

struct PaymentRow
{
    PaymentId id;
    MerchantId merchant;
    qint64 rail = 0;
    qint64 token = 0;
    QString symbol;
    int decimals = 0;
    PolicySnapshot policy; // corridor, version and due are in it
    UtcTime createdAt;
    UtcTime expiresAt;
    UtcTime topUpUntil;
    QString orderReference;
    QString customer;
    QString idempotencyKey; // empty: none
    QString correlationId;
    std::optional<UtcTime> cancelledAt;
    Amount acceptedShortfall;
    PaymentProjection projection;
    qint64 version = 0;
};

struct BindingRow
{
    BindingId id;
    PaymentId payment;
    qint64 rail = 0;
    Account account;
    QString reference; // empty on an address of its own
    std::optional<qint64> xpub;
    std::optional<qint64> position;
    UtcTime createdAt;
    std::optional<UtcTime> replacedAt;
};

Outcome insertPayment(Database& db, const PaymentRow& row);
Outcome insertBinding(Database& db, const BindingRow& row);
// Reissuing: the older bindings stay watched, and say since when they are replaced.
Outcome replaceBindings(Database& db, const PaymentId& payment, UtcTime now);
Result<std::vector<BindingRow>> readBindings(Database& db, const PaymentId& payment);
// NotFound (payment_unknown).
Result<PaymentRow> readPayment(Database& db, const PaymentId& id);
Result<std::optional<PaymentId>>
paymentByIdempotencyKey(Database& db, const MerchantId& merchant, const QString& key);

// Snapshots by their text: the payments of a batch have few policies among them, and each is parsed
// once.
class PolicyReader
{
public:
    Result<PolicySnapshot> read(const QString& text);

private:
    QHash<QString, PolicySnapshot> m_known;
};

// The columns of a payment's row in the order that paymentFrom() reads, for `SELECT … FROM payment
// p`.
QStringView paymentColumns();
PaymentRow paymentFrom(const class Statement& s, PolicyReader& policies, Outcome& problem);
// All rows of a query that selects ids alone.
Result<std::vector<PaymentId>> paymentIdsFrom(class Statement& s);

// Facts that are one per payment.
Outcome setCancelled(Database& db, const PaymentId& id, UtcTime now);
Outcome setExpiry(Database& db, const PaymentId& id, UtcTime expiresAt, UtcTime topUpUntil);
Outcome setAcceptedShortfall(Database& db, const PaymentId& id, const Amount& shortfall);

// A projection that differs from what is stored. Conflict (projection_raced) unless each row still
// has `version`, which goes up by one.
struct ProjectionChange
{
    PaymentId id;
    qint64 version = 0;
    PaymentProjection projection;
};

Outcome writeProjections(Database& db, const std::vector<ProjectionChange>& changes, UtcTime now);

// Pending payments of a rail whose deadline is before `readUntil`.
Result<std::vector<PaymentId>> pendingPast(Database& db, qint64 rail, UtcTime readUntil, int limit);
// Underpaid payments whose top-up window ended before `readUntil` and that don't say so yet.
Result<std::vector<PaymentId>> topUpPast(Database& db, qint64 rail, UtcTime readUntil, int limit);

} // namespace tieout
