// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/filternames.h"

#include "model/store/merchants.h"
#include "model/store/rails.h"

namespace tieout {

namespace filternames {

void tidy(QStringList& names)
{
    names.removeAll(QString());
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
}

} // namespace filternames

Result<KnownNames> readPaymentFilterNames(Database& db)
{
    const auto rails = readRails(db);
    if (!rails)
        return fail(rails.error());
    const auto corridors = currentCorridors(db);
    if (!corridors)
        return fail(corridors.error());
    const auto merchants = merchantsWithCorridors(db);
    if (!merchants)
        return fail(merchants.error());
    KnownNames names;
    for (const RailRow& rail : *rails)
        names[QStringLiteral("rail")].append(rail.name);
    for (const CorridorVersion& corridor : *corridors) {
        names[QStringLiteral("corridor")].append(corridor.name);
        names[QStringLiteral("symbol")].append(corridor.symbol);
    }
    for (const MerchantCorridors& each : *merchants)
        names[QStringLiteral("merchant")].append(each.merchant.name);
    for (QStringList& each : names)
        filternames::tidy(each);
    return names;
}

PaymentFilterNames::PaymentFilterNames(AsyncStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{}

void PaymentFilterNames::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_store.run(AsyncStore::Lane::Page, &readPaymentFilterNames)
        .then(this, [this](const Result<KnownNames>& answer) {
            m_asking = false;
            if (!answer) {
                // The lane was cleared for a newer list; this question still stands.
                if (answer.error().code == ErrorCode::Cancelled)
                    refresh();
                return;
            }
            if (*answer == m_names)
                return;
            m_names = *answer;
            Q_EMIT changed();
        });
}

} // namespace tieout
