// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/setupdesk.h"

#include "model/actions/paymentaction.h"
#include "model/crypto/xpub.h"

namespace tieout {

namespace {

Result<MerchantRow> firstMerchant(Database& db, const QString& name, UtcTime now)
{
    auto known = findMerchant(db, QString());
    if (known)
        return known;
    if (known.error().reason == u"merchant_needed")
        return findMerchant(db, name);
    if (known.error().reason != u"merchant_unknown")
        return known;
    const MerchantRow merchant{MerchantId::make(now), name};
    if (auto done = insertMerchant(db, merchant, now); !done)
        return fail(done.error());
    const ActionContext context{now, QStringLiteral("engine"), {}, {}};
    if (auto done = writeEntry(db,
                               merchant.id.text(),
                               1,
                               u"merchant.create",
                               {{QStringLiteral("name"), name}},
                               context);
        !done)
        return fail(done.error());
    return merchant;
}

} // namespace

Result<DeskRows> setUpDesk(Database& db, const DeskSetup& setup, UtcTime now)
{
    DeskRows rows;
    for (const RailRow& wanted : setup.rails) {
        auto rail = ensureRail(db, wanted);
        if (!rail)
            return fail(rail.error());
        rows.rails.push_back(std::move(rail).value());
    }
    for (const XpubRow& wanted : setup.xpubs) {
        // A key that can't be read must not wait for the first payment to say so.
        if (const auto key = Xpub::parse(wanted.key); !key)
            return fail(key.error());
        auto xpub = ensureXpub(db, wanted);
        if (!xpub)
            return fail(xpub.error());
        rows.xpubs.push_back(std::move(xpub).value());
    }
    auto merchant = firstMerchant(db, setup.merchant, now);
    if (!merchant)
        return fail(merchant.error());
    rows.merchant = std::move(merchant).value();
    return rows;
}

} // namespace tieout
