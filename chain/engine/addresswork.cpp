// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/addresswork.h"

#include "model/store/writegate.h"

namespace tieout {

Outcome AddressWork::open()
{
    auto opened = Database::open(m_setup.settings.database, name(), OpenMode::ReadWrite);
    if (!opened)
        return fail(opened.error());
    m_db = std::move(opened).value();
    m_db->setWriteGate(m_setup.gate);
    return Done;
}

void AddressWork::say(const AddressPass& pass) const
{
    if (m_setup.log && pass.opened > 0)
        m_setup.log({LogWeight::Error,
                     QStringLiteral("addresses.mismatch"),
                     name(),
                     {},
                     {{QStringLiteral("looked_at"), pass.looked},
                      {QStringLiteral("wrong"), pass.wrong},
                      {QStringLiteral("cases_opened"), pass.opened}}});
}

Result<StepOutcome> AddressWork::step(UtcTime now)
{
    // Whoever steps in rounds calls before it is time; a clock that went back is not waited for.
    if (now < m_next && m_next - now <= kBetweenRounds)
        return StepOutcome{false, m_next};
    const Term term{*m_db, m_setup.epoch};
    const bool begins = m_cursor.isAtStart();
    if (begins) {
        std::vector<XpubRow> configured;
        for (const XpubSettings& key : m_setup.settings.xpubs)
            configured.push_back({0, key.name, key.family, key.key, 0, -1});
        if (const auto keys = checkKeys(term, configured, now); !keys)
            return fail(keys.error());
    }
    int looked = 0;
    do {
        const auto pass = checkAddresses(term, m_cursor, now);
        if (!pass)
            return fail(pass.error());
        say(*pass);
        looked += pass->looked;
    } while (looked < kAddressesPerPass / 2 && !m_cursor.isAtStart());
    m_next = now + (m_cursor.isAtStart() ? kBetweenRounds : kBetweenSteps);
    return StepOutcome{false, m_next};
}

} // namespace tieout
