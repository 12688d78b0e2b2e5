// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxtokens.h"

#include "model/domain/keccak.h"

#include <algorithm>

namespace tieout {

namespace {

// No real account is known to begin so; it marks the script's own customers.
const QByteArray kPayerMark = QByteArray::fromHex("feed5a1e");

Account sandboxAccountOf(const QByteArray& text)
{
    return Account::of(keccak256("tieout sandbox " + text).right(20));
}

SandboxToken makeToken(const char* name, const char* symbol, int decimals, bool listed)
{
    return {QString::fromLatin1(name),
            QString::fromLatin1(symbol),
            decimals,
            sandboxAccountOf(QByteArray("token ") + name),
            listed};
}

} // namespace

const std::vector<SandboxToken>& sandboxTokens()
{
    static const std::vector<SandboxToken> tokens{
        makeToken("usdt", "USDT", 6, true),
        makeToken("usdc", "USDC", 6, true),
        makeToken("dai", "DAI", 18, true),
        makeToken("fake-usdt", "USDT", 6, false),
        makeToken("bridged-usdt", "USDT.e", 6, false),
    };
    return tokens;
}

const SandboxToken& sandboxToken(QStringView name)
{
    const auto& tokens = sandboxTokens();
    const auto it = std::find_if(tokens.begin(), tokens.end(), [&](const SandboxToken& token) {
        return token.name == name;
    });
    TIEOUT_CHECK(it != tokens.end());
    return *it;
}

const SandboxToken* findSandboxToken(const Account& contract)
{
    for (const auto& token : sandboxTokens()) {
        if (token.contract == contract)
            return &token;
    }
    return nullptr;
}

QString sandboxChainId(SandboxNetwork network)
{
    return network == SandboxNetwork::Main ? QStringLiteral("eip155:7300000001")
                                           : QStringLiteral("eip155:7300000002");
}

QString sandboxAsset(SandboxNetwork network, const SandboxToken& token)
{
    return sandboxChainId(network) + QStringLiteral("/erc20:") + sandboxAddressText(token.contract);
}

Account sandboxTreasury()
{
    return sandboxAccountOf("treasury");
}

Account sandboxSharedAddress()
{
    return sandboxAccountOf("shared deposit address");
}

Account sandboxPayer(const QString& who)
{
    Account account = sandboxAccountOf("payer " + who.toUtf8());
    std::copy(kPayerMark.begin(), kPayerMark.end(), account.bytes.begin());
    return account;
}

bool isSandboxPayer(const Account& account)
{
    return account.size == 20 && account.toBytes().startsWith(kPayerMark);
}

Account sandboxLookalike(const Account& victim)
{
    Account account = sandboxAccountOf("lookalike " + victim.toBytes());
    for (const size_t at : {size_t{0}, size_t{1}, size_t{18}, size_t{19}})
        account.bytes[at] = victim.bytes[at];
    return account;
}

QString sandboxAddressText(const Account& account)
{
    return Address::fromBytes(AddressFamily::Evm, account.toBytes()).toText();
}

QString sandboxXpubName()
{
    return QStringLiteral("sandbox");
}

QString sandboxXpub()
{
    return QStringLiteral(
        "xpub6DUHsvfgeqB9bfuV2Z6kKpY5d2HiRUAeAkc4Lw5WitjmbEZ1fNU6LD73QmF94sJGBuVpt"
        "mYsMMB5jcbGjfh4c92zCvEHcqxwJN9zywLJf84");
}

} // namespace tieout
