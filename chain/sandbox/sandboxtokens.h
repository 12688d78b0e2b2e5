// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's fixed things: its networks, tokens, accounts and xpub. Constants of the program,
// not of a seed, so that corridors can name them. Nothing here exists on a real chain. Any thread.
#pragma once

#include "chain/sandbox/sandboxaction.h"
#include "model/domain/address.h"

#include <vector>

namespace tieout {

struct SandboxToken
{
    QString name; // what the script calls it
    QString symbol;
    int decimals = 6;
    Account contract;
    bool listed = false; // some corridor may name it
};

// usdt (6), usdc (6), dai (18), fake-usdt (looks like usdt), bridged-usdt (another issuer's).
const std::vector<SandboxToken>& sandboxTokens();
const SandboxToken& sandboxToken(QStringView name); // a name from above; a broken program otherwise
const SandboxToken* findSandboxToken(const Account& contract);

// CAIP-2: private eip155 ids that no public list holds.
QString sandboxChainId(SandboxNetwork network);
// CAIP-19 of a token on a network.
QString sandboxAsset(SandboxNetwork network, const SandboxToken& token);

Account sandboxTreasury();      // where sweeps go; an own address
Account sandboxSharedAddress(); // the shared deposit address of the corridor by memo
// A customer of the script: has a great many of every token from the start. `who` is any text.
Account sandboxPayer(const QString& who);
bool isSandboxPayer(const Account& account);
// An account that begins and ends like `victim`, as address poisoners make them.
Account sandboxLookalike(const Account& victim);

QString sandboxAddressText(const Account& account); // EVM form with EIP-55 case
// The account xpub of m/44'/60'/0' of the well-known BIP-39 test phrase: for the sandbox only.
QString sandboxXpub();
QString sandboxXpubName(); // as the corridors and the configuration call it

} // namespace tieout
