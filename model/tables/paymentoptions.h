// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentOptions: what this person may do with one payment now, and why not, by the same rules that
// the engine applies (model/domain); the engine decides again when it runs a command. Lives on the
// GUI thread; reads on the page lane, one reading at a time: what is asked meanwhile is read once
// behind it, and an answer about a payment that is no longer shown is dropped.
#pragma once

#include "model/domain/caseways.h"
#include "model/store/asyncstore.h"
#include "model/store/paymentfacts.h"
#include "model/store/powers.h"

#include <QObject>

namespace tieout {

// Whether something may be asked for, and as which class; `why` when not.
struct Permission
{
    QString role;
    std::optional<Error> why;

    bool isGiven() const { return !why; }
};

struct HoldOption
{
    HoldRow hold;
    Permission release;
};

// One of the two words about a case.
struct CaseAnswer
{
    QString resolution;          // the reason code, as it is stored: "accept-short"
    const char* label = nullptr; // for people, context "words"; none: this code has no such way
    bool needsSecondPerson = false;
    Permission permission;
};

struct CaseOption
{
    CaseRow row;
    Amount amount; // of the money in question; 0 when the case is not about an amount
    CaseAnswer accept;
    CaseAnswer decline;
};

struct PaymentOptions
{
    PaymentId payment;
    qint64 version = 0;
    PaymentStatus status = PaymentStatus::Pending;
    Amount due;
    Amount received;
    QString symbol;
    QString orderReference;
    QString rail; // its name
    Duration corridorExpiry{};
    Permission cancel;
    Permission reissue;
    Permission link;
    Permission hold;               // as any class
    std::vector<Permission> holds; // of the causes operator, finance, screening
    Permission release;
    Permission resolve;
    std::vector<HoldOption> openHolds;
    std::vector<CaseOption> openCases; // the worst first
};

inline constexpr QStringView kHoldCauses[] = {u"operator", u"finance", u"screening"};

// NotFound (payment_unknown).
Result<PaymentOptions>
readPaymentOptions(Database& db, const PaymentId& id, const QString& account);

class PaymentOptionsRecord final : public QObject
{
    Q_OBJECT

public:
    PaymentOptionsRecord(AsyncStore& store, QString account, QObject* parent = nullptr);

    // An empty id shows nothing.
    void show(const QString& id);
    void reload();
    QString id() const { return m_id; }
    const std::optional<PaymentOptions>& options() const { return m_options; }
    // Why there are none; nothing while they are read.
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    AsyncStore& m_store;
    QString m_account;
    QString m_id;
    bool m_asking = false;
    bool m_again = false;
    std::optional<PaymentOptions> m_options;
    std::optional<Error> m_error;
};

} // namespace tieout
