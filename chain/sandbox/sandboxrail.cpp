// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxrail.h"

#include "chain/sandbox/sandboxtokens.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tieout {

SandboxRail::SandboxRail(std::shared_ptr<SandboxChain> chain,
                         std::shared_ptr<SandboxScript> script,
                         SandboxRailOptions options)
    : m_chain(std::move(chain))
    , m_script(std::move(script))
    , m_options(options)
    , m_faults(m_chain->parameters().seed)
{
    m_health.name = toText(m_chain->parameters().network);
    m_health.operatorName = QStringLiteral("sandbox");
    m_health.healthy = true;
    m_health.span = m_options.span;
}

Failure SandboxRail::failed(ErrorCode code, QStringView reason)
{
    ++m_health.failures;
    m_health.healthy = false;
    m_health.lastError = reason.toString();
    return fail(code, reason, m_health.name);
}

Outcome SandboxRail::begin(UtcTime now)
{
    m_chain->advance(now);
    if (m_script) {
        for (auto& action : m_script->take(m_chain->parameters().network)) {
            if (const auto added = m_chain->add(std::move(action)); !added) {
                qWarning("sandbox action refused: %s %s",
                         qUtf8Printable(added.error().reason),
                         qUtf8Printable(added.error().detail));
            }
        }
    }
    ++m_health.requests;
    if (m_faults.strikes(SandboxFault::Unreachable, now))
        return failed(ErrorCode::Unavailable, u"source_unreachable");
    if (m_faults.strikes(SandboxFault::Timeout, now))
        return failed(ErrorCode::Unavailable, u"source_timeout");
    if (m_faults.strikes(SandboxFault::RateLimited, now))
        return failed(ErrorCode::Unavailable, u"rate_limited");
    if (m_faults.strikes(SandboxFault::Inconsistent, now))
        return failed(ErrorCode::Unavailable, u"answer_inconsistent");
    m_health.healthy = true;
    m_health.head = m_chain->head();
    return Done;
}

qint64 SandboxRail::visibleHead(UtcTime now)
{
    if (!m_faults.strikes(SandboxFault::Lagging, now))
        return m_chain->head();
    return std::max<qint64>(0, m_chain->head() - 1 - m_faults.below(6));
}

Outcome SandboxRail::connect(UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return begun;
    if (m_faults.strikes(SandboxFault::WrongChain, now))
        return failed(ErrorCode::Forbidden, u"chain_id_mismatch");
    const auto& expected = m_options.expectedGenesis;
    if (m_faults.strikes(SandboxFault::WrongGenesis, now) ||
        (expected && *expected != m_chain->genesisHash()))
        return failed(ErrorCode::Forbidden, u"genesis_mismatch");
    return Done;
}

Result<RailHead> SandboxRail::head(qint64 tip, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    const qint64 top = visibleHead(now);
    RailHead head;
    head.latest = *m_chain->header(top);
    const qint64 less =
        m_faults.strikes(SandboxFault::FinalityBack, now) ? SandboxChain::kFinalizedBehind : 0;
    head.marks = {std::max<qint64>(0, top - SandboxChain::kSafeBehind),
                  std::max<qint64>(0, top - SandboxChain::kFinalizedBehind - less)};
    if (tip >= 0 && tip <= top)
        head.atTip = m_chain->header(tip);
    head.source = m_health.name;
    return head;
}

Result<std::optional<BlockHeader>> SandboxRail::header(qint64 number, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    qint64 top = visibleHead(now);
    if (m_faults.strikes(SandboxFault::Empty, now))
        top = std::max<qint64>(0, top - 2);
    return number > top ? std::nullopt : m_chain->header(number);
}

Result<BlockBatch>
SandboxRail::read(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now)
{
    const qint64 top = visibleHead(now);
    if (top <= after.number || to <= after.number)
        return failed(ErrorCode::Unavailable, u"source_lagging");
    if (after.hash != Hash32{} && m_chain->header(after.number)->hash != after.hash)
        return failed(ErrorCode::Unavailable, u"answer_inconsistent");
    BlockBatch batch;
    batch.from = after.number + 1;
    batch.to = std::min({to, top, after.number + m_options.span});
    batch.scope = ScanScope::AllTokens;
    batch.source = m_health.name;
    batch.headers.reserve(static_cast<size_t>(batch.to - after.number));
    for (qint64 number = batch.from; number <= batch.to; ++number)
        batch.headers.push_back(*m_chain->header(number));
    for (const qint64 number : m_chain->busyBlocks(batch.from, batch.to)) {
        for (auto& log : m_chain->transfers(number)) {
            ++batch.scannedLogs;
            if (watched(log))
                batch.transfers.push_back(std::move(log));
        }
    }
    return batch;
}

Result<BlockBatch>
SandboxRail::blocks(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    auto batch = read(after, to, watched, now);
    if (batch && m_faults.strikes(SandboxFault::Omission, now)) {
        BlockBatch poorer = std::move(batch).value();
        poorer.transfers.clear();
        poorer.scannedLogs = 0;
        return poorer;
    }
    return batch;
}

Result<BlockBatch>
SandboxRail::reread(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    auto batch = read(after, to, watched, now);
    if (!batch)
        return batch;
    BlockBatch second = std::move(batch).value();
    second.source += QStringLiteral("-second");
    return second;
}

Result<std::vector<Sighting>> SandboxRail::mempool(const WatchFilter& watched, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    std::vector<Sighting> sightings;
    if (m_faults.strikes(SandboxFault::Empty, now))
        return sightings;
    for (const SandboxTx* tx : m_chain->mempool()) {
        for (const auto& transfer : tx->action.transfers) {
            TransferLog log;
            log.tx = tx->hash;
            log.token = transfer.token;
            log.from = transfer.from.size > 0 ? transfer.from : tx->action.sender;
            log.to = transfer.to;
            log.value = transfer.value;
            log.reference = transfer.reference;
            if (watched(log)) {
                sightings.push_back(
                    {log.tx, log.token, log.from, log.to, log.value, log.reference, now});
            }
        }
    }
    return sightings;
}

Result<PendingState> SandboxRail::pending(const Hash32& hash, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    const SandboxTx* tx = m_chain->transaction(hash);
    if (!tx)
        return PendingState{SightingState::Dropped, std::nullopt};
    switch (tx->state) {
    case SandboxTxState::Pending:
        return PendingState{SightingState::Seen, std::nullopt};
    case SandboxTxState::Mined:
        return PendingState{SightingState::Mined, std::nullopt};
    case SandboxTxState::Replaced:
        return PendingState{SightingState::Replaced, tx->replacedBy};
    case SandboxTxState::Dropped:
        break;
    }
    return PendingState{SightingState::Dropped, std::nullopt};
}

Result<std::optional<Receipt>> SandboxRail::receipt(const Hash32& hash, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    const SandboxTx* tx = m_chain->transaction(hash);
    const bool missing = m_faults.strikes(SandboxFault::Empty, now);
    if (!tx || missing || tx->state != SandboxTxState::Mined || tx->block > visibleHead(now))
        return std::optional<Receipt>();
    return std::optional<Receipt>({m_chain->header(tx->block)->hash, tx->block, tx->succeeded});
}

Result<Word32>
SandboxRail::balance(const Account& token, const Account& holder, qint64 block, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    if (block > visibleHead(now))
        return failed(ErrorCode::Unavailable, u"source_lagging");
    return m_chain->balance(token, holder, block);
}

Result<ContractFacts> SandboxRail::contract(const Account& token, UtcTime now)
{
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    ContractFacts facts;
    facts.codeHash = m_chain->codeHash(token);
    if (const SandboxToken* known = findSandboxToken(token)) {
        facts.symbol = known->symbol;
        facts.decimals = known->decimals;
    }
    return facts;
}

Result<bool> SandboxRail::agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now)
{
    if (quorum <= 1)
        return true;
    if (const auto begun = begin(now); !begun)
        return fail(begun.error());
    if (m_faults.strikes(SandboxFault::Disagree, now))
        return failed(ErrorCode::Conflict, u"sources_disagree");
    const int operators = m_faults.strikes(SandboxFault::Alone, now) ? 1 : m_options.operators;
    const auto header = m_chain->header(number);
    return quorum <= operators && header && header->hash == hash;
}

std::vector<SourceHealth> SandboxRail::health() const
{
    return {m_health};
}

} // namespace tieout
