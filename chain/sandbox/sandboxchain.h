// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxChain: one scripted chain in memory. Owned and called by one thread. Everything is a pure
// function of (parameters, actions): same input, same hashes, also after a restart. It moves only
// in advance(now). Only blocks with transactions are stored; empty ones are computed when asked
// for, so a year of silence costs nothing. Reasons: sandbox_key_taken, sandbox_key_unknown,
// sandbox_action_malformed, and whatever the sink answers.
// After a long stop, resume() lets at most kMaxCatchUp blocks appear: beyond that the chain is held
// to have stood still, which is an action like any other. Issuer flags act at once and outlive
// forks.
#pragma once

#include "chain/sandbox/sandboxaction.h"
#include "chain/sandbox/sandboxtimeline.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <map>
#include <optional>

namespace tieout {

struct SandboxParameters
{
    quint64 seed = 1;
    SandboxNetwork network = SandboxNetwork::Main;
    UtcTime genesis;
    Duration interval{2000};
};

enum class SandboxTxState { Pending, Mined, Replaced, Dropped };

struct SandboxTx
{
    SandboxAction action;
    Hash32 hash{};
    qint64 nonce = 0;
    SandboxTxState state = SandboxTxState::Pending;
    qint64 block = -1;      // when mined
    bool succeeded = false; // when mined: a failed one leaves no transfers
    std::optional<Hash32> replacedBy;
    bool stuck = false;
    qint64 notBefore = 0; // height
};

class SandboxChain
{
public:
    static constexpr qint64 kMaxCatchUp = 20'000;
    static constexpr qint64 kSafeBehind = 4;
    static constexpr qint64 kFinalizedBehind = 12;
    // Keeps an action before it takes effect; what it refuses doesn't happen.
    using Sink = std::function<Outcome(const SandboxAction&)>;

    explicit SandboxChain(SandboxParameters parameters);

    void setSink(Sink sink) { m_sink = std::move(sink); }
    // Adds to the script. A time that the chain has passed becomes the next moment; the sink and
    // the answer hold the action as it was taken. An action for another network is refused.
    Result<SandboxAction> add(SandboxAction action);
    // The script as it was kept, in any order of time, before the first advance(); no sink is
    // asked.
    Outcome load(const std::vector<SandboxAction>& actions);
    // After load(): at most kMaxCatchUp blocks more than `knownHead` and the script ask for.
    Outcome resume(UtcTime now, qint64 knownHead);
    void advance(UtcTime now);

    QJsonObject toJson() const; // parameters and actions
    static Result<SandboxChain> fromJson(const QJsonObject& object);

    const SandboxParameters& parameters() const { return m_parameters; }
    const std::vector<SandboxAction>& actions() const { return m_actions; }
    Duration interval() const { return m_timeline.interval(); }
    qint64 head() const { return m_head; }
    Hash32 genesisHash() const { return hashOf(0); }
    std::optional<BlockHeader> header(qint64 number) const;
    FinalityMarks marks() const;
    // All transfers of one block, in log order.
    std::vector<TransferLog> transfers(qint64 number) const;
    // The numbers of the blocks in from..to that hold transactions.
    std::vector<qint64> busyBlocks(qint64 from, qint64 to) const;
    std::vector<const SandboxTx*> mempool() const; // in order of arrival
    const SandboxTx* transaction(const Hash32& hash) const;
    const SandboxTx* transaction(const QString& key) const;
    // At the end of block `number`; payers own 10^24 minor units of everything at genesis.
    Word32 balance(const Account& token, const Account& holder, qint64 number) const;
    bool isFrozen(const Account& token, const Account& account) const;
    bool isPaused(const Account& token) const { return m_paused.contains(token); }
    QByteArray codeHash(const Account& token) const; // empty when there is no such contract

private:
    struct Entry
    {
        size_t tx = 0;
        bool succeeded = false;
    };
    using Blocks = std::map<qint64, std::vector<Entry>>;
    struct Fork
    {
        qint64 from = 0;
        quint64 id = 0;
    };
    // What a reorganisation left behind, for Restore.
    struct Left
    {
        qint64 from = 0;
        qint64 head = 0;
        SandboxTimeline timeline;
        std::vector<Fork> forks;
        Blocks blocks;
    };

    Outcome check(const SandboxAction& action, bool fresh) const;
    bool knows(const QString& key) const { return m_keys.contains(key); }
    void insert(SandboxAction action);
    void apply(const SandboxAction& action);
    void send(const SandboxAction& action);
    void reorg(const SandboxAction& action);
    void restore(const SandboxAction& action);
    // Takes the blocks from `from` on away; their transactions wait again, in chain order.
    std::vector<size_t> withdrawFrom(qint64 from);
    void forget(size_t tx, SandboxTxState state);
    void settle(const Left& left);
    Left leave(qint64 from) const;
    void branch(qint64 from);
    void grow(qint64 head);
    std::optional<qint64> nextBusy() const;
    void mine(qint64 number);
    bool execute(const SandboxTx& tx) const;
    qint64 freeNonce(const Account& sender) const;
    bool minable(const SandboxTx& tx) const;
    Hash32 hashOf(qint64 number) const;
    quint64 forkOf(qint64 number) const;
    std::optional<size_t> pendingByKey(const QString& key) const;
    QByteArray salt(QByteArrayView what) const;
    static QByteArray bigEndian(qint64 number);
    static Account senderOf(const SandboxTx& tx, const SandboxTransfer& transfer);

    SandboxParameters m_parameters;
    SandboxTimeline m_timeline;
    Sink m_sink;
    std::vector<SandboxAction> m_actions; // by (at, order given)
    size_t m_applied = 0;
    UtcTime m_time;
    qint64 m_head = 0;
    std::vector<Fork> m_forks{{0, 0}};
    quint64 m_lastFork = 0;
    std::vector<SandboxTx> m_txs;
    QHash<QString, size_t> m_byKey;
    QHash<QByteArray, size_t> m_byHash;
    QSet<QString> m_keys;            // of all Send actions, applied or not
    std::vector<size_t> m_pending;   // in order of arrival
    QHash<Account, qint64> m_nonces; // how many each sender has mined
    Blocks m_blocks;
    std::optional<Left> m_left;
    QSet<QPair<Account, Account>> m_frozen;
    QSet<Account> m_paused;
    QHash<Account, int> m_upgrades;
};

} // namespace tieout
