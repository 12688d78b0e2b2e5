// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/merchants.h"

#include "model/store/statement.h"

namespace tieout {

Result<std::vector<MerchantCorridors>> merchantsWithCorridors(Database& db)
{
    Statement s(db,
                u"SELECT m.id, m.name, c.corridor FROM merchant m"
                u" LEFT JOIN merchant_corridor c ON c.merchant_id = m.id"
                u" ORDER BY m.name, m.id, c.corridor");
    std::vector<MerchantCorridors> merchants;
    while (s.next()) {
        const MerchantId id = MerchantId::trusted(s.text(0));
        if (merchants.empty() || !(merchants.back().merchant.id == id))
            merchants.push_back({{id, s.text(1)}, {}});
        if (!s.isNull(2))
            merchants.back().corridors.append(s.text(2));
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return merchants;
}

} // namespace tieout
