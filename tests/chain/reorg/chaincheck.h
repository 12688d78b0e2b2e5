// SPDX-License-Identifier: GPL-3.0-or-later
// ChainCheck: compares a database with the node's canonical chain, read directly, and reads every
// payment's story: the row for row equality that any chain of reorganisations must end in. Each
// function answers sentences about what is wrong; empty when all is well. One thread.
#pragma once

#include "model/domain/confirmation.h"
#include "model/store/payments.h"
#include "model/store/rails.h"
#include "tests/support/anvil.h"

#include <map>
#include <set>

namespace tieout::test {

class ChainCheck
{
public:
    // `watched`: whose transfers must be there. `payments` with the accounts they are paid to.
    ChainCheck(const Node& node,
               Database& db,
               qint64 rail,
               std::vector<Account> watched,
               std::vector<std::pair<PaymentId, Account>> payments,
               const Account& token);

    QStringList all();

private:
    struct Log
    {
        qint64 block = 0;
        QByteArray key; // everything that a row says
        QByteArray tx;
        QByteArray token;
        QByteArray to;
        qint64 units = 0;
    };

    void readChain();
    void blocks();
    void transfers();
    void coverage();
    void marks();
    qint64 promotedTo(const ConfirmationRule& rule) const;
    void sightings();
    void projections();
    void money(const PaymentRow& row, const Account& account);
    void story(const PaymentRow& row);
    void journal(const PaymentRow& row);
    void withdrawals(const PaymentRow& row);
    void railJournal();
    void wrong(const QString& sentence) { m_wrong.append(sentence); }
    qint64 count(QStringView sql, const QString& subject);

    const Node& m_node;
    Database& m_db;
    const qint64 m_rail;
    const std::vector<Account> m_watched;
    const std::vector<std::pair<PaymentId, Account>> m_payments;
    const Account m_token;
    RailState m_state;
    qint64 m_finalized = -1; // as the node says
    Marks m_marks;
    std::map<qint64, QByteArray> m_hashes;
    std::vector<Log> m_logs;
    QStringList m_wrong;
};

} // namespace tieout::test
