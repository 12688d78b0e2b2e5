// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/blocks.h"

#include <algorithm>

namespace tieout {

Account Account::of(QByteArrayView view)
{
    TIEOUT_CHECK(view.size() <= 32);
    Account account;
    account.size = static_cast<quint8>(view.size());
    std::copy(view.begin(), view.end(), account.bytes.begin());
    return account;
}

QByteArray toBytes(const Hash32& hash)
{
    return {reinterpret_cast<const char*>(hash.data()), 32};
}

Hash32 hash32(QByteArrayView bytes)
{
    TIEOUT_CHECK(bytes.size() == 32);
    Hash32 hash{};
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

size_t qHash(const Account& account, size_t seed)
{
    return qHashBits(account.bytes.data(), account.size, seed);
}

QString toText(ScanScope scope)
{
    return scope == ScanScope::AllTokens ? QStringLiteral("all-tokens")
                                         : QStringLiteral("listed-tokens");
}

Result<ScanScope> scanScopeFromText(QStringView text)
{
    if (text == u"all-tokens")
        return ScanScope::AllTokens;
    if (text == u"listed-tokens")
        return ScanScope::ListedTokens;
    return fail(ErrorCode::Invalid, u"scan_scope_unknown", text.left(40).toString());
}

} // namespace tieout
