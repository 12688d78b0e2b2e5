// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxAction: one line of the sandbox's script. The whole chain is a pure function of its
// parameters and of its actions in (time, order given), so the list is all that must be kept.
// Immutable values; any thread. Reasons: sandbox_action_malformed, sandbox_network_unknown.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/blocks.h"
#include "model/domain/result.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace tieout {

// Main has corridors; Side is a network next door that no corridor names (NET-WRONG).
enum class SandboxNetwork { Main, Side };

QString toText(SandboxNetwork network); // "sandbox", "sandbox-side": also the rails' names
Result<SandboxNetwork> sandboxNetworkFromText(QStringView text);

struct SandboxTransfer
{
    Account token;
    Account to;
    Word32 value{};
    QString reference; // memo
    Account from;      // empty: the transaction's sender
};

enum class SandboxActionKind {
    Send,     // a transaction enters the mempool and is mined `delay` blocks later
    Release,  // a stuck transaction may be mined from the next block on
    Drop,     // a pending transaction is forgotten
    Reorg,    // the last blocks are replaced
    Restore,  // the branch that the last reorganisation left becomes the chain again
    Speed,    // another block interval
    Resume,   // the chain stood still after block `head` and goes on from `at`
    Freeze,   // the issuer freezes `account` for `token`
    Unfreeze, //
    Pause,    // every transfer of `token` fails
    Unpause,  //
    Upgrade,  // the code of `token` changes
};

enum class ReorgFate { Elsewhere, Mempool, Dropped };

struct SandboxAction
{
    UtcTime at;
    SandboxNetwork network = SandboxNetwork::Main;
    SandboxActionKind kind = SandboxActionKind::Send;

    // Send, Release, Drop: the script's own name of a transaction, unique on its network.
    QString key;
    // Send: the account that signs, whose nonces count.
    Account sender;
    std::vector<SandboxTransfer> transfers;
    qint64 delay = 0;   // blocks that pass before the one that mines it; Reorg: again, from Mempool
    bool stuck = false; // stays in the mempool until released, dropped or replaced
    QString replaces;   // key of a pending transaction whose nonce it takes

    // Reorg: `depth` blocks, or as many as withdraw the transaction `of`.
    qint64 depth = 0;
    QString of;
    qint64 shorter = 0; // by how many blocks the new branch is shorter at first
    ReorgFate fate = ReorgFate::Elsewhere;
    QStringList lost; // keys that don't come back whatever `fate` says

    Duration interval{0}; // Speed
    qint64 head = 0;      // Resume

    // Freeze, Unfreeze, Pause, Unpause, Upgrade.
    Account token;
    Account account;

    QJsonObject toJson() const;
    static Result<SandboxAction> fromJson(const QJsonObject& object);
};

// A non-negative amount as an EVM word (a broken program otherwise).
Word32 evmWord(const Amount& amount);

} // namespace tieout
