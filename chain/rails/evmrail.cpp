// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmrail.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr int kMostShrinks = 40; // halving from any span ends long before

// eip155 references are decimal, Tron's are hex (CAIP namespaces).
std::optional<qint64> chainNumber(const ChainId& chain)
{
    const QStringView reference = chain.reference();
    bool fine = false;
    const bool hex = reference.startsWith(u"0x");
    const qint64 id =
        hex ? reference.mid(2).toLongLong(&fine, 16) : reference.toLongLong(&fine, 10);
    return fine && id > 0 ? std::optional(id) : std::nullopt;
}

RpcCall tagCall(const QByteArray& tag)
{
    return {"eth_getBlockByNumber", "[\"" + tag + "\",false]"};
}

// A tag that this node will never answer, as opposed to one whose block it has not yet.
bool refusesTag(const RpcError& error)
{
    return !error.message.contains(u"not found", Qt::CaseInsensitive) &&
           !error.message.contains(u"unknown block", Qt::CaseInsensitive);
}

} // namespace

Result<std::unique_ptr<EvmRail>> EvmRail::make(EvmRailSettings settings)
{
    const std::optional<qint64> id = chainNumber(settings.chain);
    if (!id)
        return fail(ErrorCode::Invalid, u"chain_id_malformed", settings.chain.text());
    if (settings.sources.empty())
        return fail(ErrorCode::Invalid, u"no_source", settings.name);
    const ChainIdentity identity{*id, settings.genesis};
    return std::unique_ptr<EvmRail>(new EvmRail(std::move(settings), identity));
}

EvmRail::EvmRail(EvmRailSettings settings, ChainIdentity identity)
    : m_settings(std::move(settings))
    , m_session(std::move(identity))
    , m_mempool(m_session, m_settings.txpool)
    , m_query(m_session, m_settings.latestStateOnly)
{
    const Chance chance = m_settings.chance ? m_settings.chance : Chance([] { return 0.5; });
    for (const SourceConfig& source : m_settings.sources)
        m_session.pool().add(std::make_unique<Source>(source, m_settings.limits, chance));
    setTokens(m_settings.tokens);
}

EvmRail::~EvmRail() = default;

void EvmRail::setTokens(std::vector<Account> tokens)
{
    m_ahead.drop();
    m_contracts = ContractList::of(std::move(tokens));
}

Outcome EvmRail::connect(UtcTime now)
{
    m_ahead.drop();
    bool any = false;
    std::optional<Error> last;
    for (const auto& source : m_session.pool().sources()) {
        if (!source->mayAsk(now))
            continue;
        const Outcome verified = m_session.verify(*source, now);
        if (!verified && verified.error().code != ErrorCode::Unavailable)
            return verified;
        if (!verified)
            last = verified.error();
        any = any || verified.has_value();
    }
    if (any)
        return Done;
    return last ? Outcome(fail(*last)) : Outcome(fail(ErrorCode::Unavailable, u"no_source"));
}

Result<RailHead> EvmRail::headOf(Source& source, qint64 tip, UtcTime now)
{
    std::vector<RpcCall> calls = {{"eth_chainId", "[]"}, tagCall("latest")};
    const size_t finalized = source.offersFinalized ? calls.size() : 0;
    if (finalized)
        calls.push_back(tagCall("finalized"));
    const size_t safe = source.offersSafe ? calls.size() : 0;
    if (safe)
        calls.push_back(tagCall("safe"));
    const size_t atTip = tip >= 0 ? calls.size() : 0;
    if (atTip)
        calls.push_back(tagCall(rpcQuantity(tip)));
    const auto reply = m_session.ask(source, calls, now);
    if (!reply)
        return fail(reply.error());
    const std::vector<RpcItem>& items = reply->batch.items;
    for (const size_t i : {size_t(0), size_t(1)}) {
        if (items[i].error)
            return m_session.failure(source, *items[i].error, now);
    }
    if (const Outcome same = m_session.checkChainId(source, items[0].result, now); !same)
        return fail(same.error());
    const auto doubt = [&](QStringView reason, const QString& what) {
        source.doubted(reason.toString(), now);
        return fail(ErrorCode::Unavailable, reason, what);
    };
    const auto latest = evmHeader(items[1].result);
    if (!latest || !*latest)
        return doubt(u"answer_inconsistent", QStringLiteral("latest"));
    RailHead out;
    out.latest = (*latest)->header;
    out.source = source.config().name;
    const auto mark = [&](size_t index, bool& offered) -> std::optional<qint64> {
        if (!index)
            return std::nullopt;
        if (items[index].error) {
            offered = !refusesTag(*items[index].error);
            return std::nullopt;
        }
        const auto header = evmHeader(items[index].result);
        if (!header || !*header || (*header)->header.number > out.latest.number)
            return std::nullopt;
        return (*header)->header.number;
    };
    out.marks.finalized = mark(finalized, source.offersFinalized);
    out.marks.safe = mark(safe, source.offersSafe);
    if (atTip && !items[atTip].error) {
        const auto header = evmHeader(items[atTip].result);
        if (!header || (*header && (*header)->header.number != tip))
            return doubt(u"answer_inconsistent", QStringLiteral("tip"));
        if (*header)
            out.atTip = (*header)->header;
    }
    source.sawHead(out.latest.number);
    return out;
}

Result<RailHead> EvmRail::head(qint64 tip, UtcTime now)
{
    std::set<const Source*> asked;
    Result<RailHead> best = m_session.any<RailHead>(now, [&](Source& source) {
        asked.insert(&source);
        return headOf(source, tip, now);
    });
    // A head below our tip is most likely a replica that lags: ask the others before saying so.
    while (best && best->latest.number < tip) {
        const Result<Source*> other = m_session.source(now, asked);
        if (!other)
            break;
        asked.insert(*other);
        Result<RailHead> second = headOf(**other, tip, now);
        if (second && second->latest.number > best->latest.number)
            best = std::move(second);
        else if (!second && second.error().code != ErrorCode::Unavailable)
            return second;
    }
    if (best) {
        m_head = best->latest.number;
        m_finalized = best->marks.finalized.value_or(-1);
    }
    return best;
}

Result<std::optional<BlockHeader>> EvmRail::header(qint64 number, UtcTime now)
{
    return m_query.header(number, now);
}

RangeRequest EvmRail::requestFor(Source& source, const BlockHeader& after, qint64 to) const
{
    const qint64 from = after.number + 1;
    RangeRequest out;
    out.after = after;
    out.to = std::min(to, after.number + source.spanNow());
    const qint64 zone = std::max<qint64>(0, m_head - m_settings.headZone);
    switch (m_settings.scan) {
    case TokenScan::AllTokens:
        out.scope = ScanScope::AllTokens;
        break;
    case TokenScan::ListedTokens:
        out.scope = ScanScope::ListedTokens;
        break;
    case TokenScan::AllTokensAtHead:
        out.scope = from >= zone ? ScanScope::AllTokens : ScanScope::ListedTokens;
        if (from < zone)
            out.to = std::min(out.to, zone - 1);
        break;
    }
    return out;
}

void EvmRail::askAhead(Source& source, qint64 after, qint64 to)
{
    if (!m_settings.prefetch)
        return;
    RangeRequest request;
    for (request.to = m_ahead.end().value_or(after); request.to < to && m_ahead.hasRoom();) {
        BlockHeader tip;
        tip.number = request.to;
        request = requestFor(source, tip, to);
        request.ahead = true;
        m_ahead.ask(m_session, source, request, m_contracts);
    }
}

Outcome EvmRail::refused(Source& source, const EvmRange& range, const RpcBatch& batch, UtcTime now)
{
    SpanPolicy& span = source.span();
    const RpcError& error = batch.whole ? *batch.whole : *EvmRange::logsError(batch);
    const qint64 items = range.blocks() + SpanPolicy::kFixedCalls;
    const bool smaller =
        (batch.whole && SpanPolicy::isBatchRefusal(error.code, error.message) &&
         span.batchRefused(items, error.message)) ||
        span.refused(error.code, error.message, error.data, range.from(), range.to());
    if (smaller)
        return Done;
    return m_session.failure(source, error, now);
}

Result<std::optional<BlockBatch>> EvmRail::land(const RpcFlight& flight,
                                                const Result<RpcReply>& reply,
                                                EvmRange& range,
                                                const Hash32& tip,
                                                const WatchFilter& watched,
                                                UtcTime now)
{
    using Answer = std::optional<BlockBatch>;
    Source& source = *flight.source;
    if (!reply) {
        const QString& reason = reply.error().reason;
        const bool heavy = reason == u"source_too_large" || reason == u"source_timeout";
        if (heavy && !flight.ahead && source.span().tooLarge(range.blocks()) &&
            reason == u"source_too_large")
            return Answer();
        return fail(reply.error());
    }
    if (reply->batch.whole || EvmRange::logsError(reply->batch)) {
        if (const Outcome smaller = refused(source, range, reply->batch, now); !smaller)
            return fail(smaller.error());
        return Answer();
    }
    const qint64 bytes = reply->bytes;
    Result<BlockBatch> batch = range.accept(tip, watched);
    if (batch) {
        const Outcome certain = settleDoubt(source, range, now);
        // Logs left out of a range may be a cap that the provider keeps silent about: ask for less.
        if (!certain && certain.error().reason == u"answer_inconsistent")
            source.span().tooLarge(range.blocks());
        if (!certain)
            batch = fail(certain.error());
    }
    if (!batch) {
        if (batch.error().code == ErrorCode::Unavailable && batch.error().reason != u"tip_changed")
            source.doubted(batch.error().reason, now);
        return fail(batch.error());
    }
    source.span().answered(range.blocks(), bytes);
    BlockBatch out = std::move(batch).value();
    out.source = source.config().name;
    return Answer(std::move(out));
}

Outcome EvmRail::askDoubt(Source& source,
                          const EvmRange& range,
                          const std::vector<BlockHeader>& blocks,
                          UtcTime now)
{
    std::vector<RpcCall> calls;
    for (const BlockHeader& block : blocks)
        calls.push_back(range.logsOfBlock(block.hash));
    const auto reply = m_session.ask(source, calls, now);
    if (!reply)
        return fail(reply.error());
    for (size_t i = 0; i < blocks.size(); ++i) {
        const RpcItem& item = reply->batch.items[i];
        if (item.error)
            return m_session.failure(source, *item.error, now);
        if (const Outcome fine = range.judgeDoubt(blocks[i], item.result); !fine)
            return fine;
    }
    return Done;
}

// Step 5: the bloom says that a block may hold what was asked for, but no log came. Asked by hash,
// twice near the head, where logs may be late; the second time elsewhere if there is an elsewhere.
Outcome EvmRail::settleDoubt(Source& asked, const EvmRange& range, UtcTime now)
{
    std::vector<BlockHeader> blocks = range.doubtful();
    const auto most = static_cast<size_t>(std::max(1, m_settings.doubtMost));
    if (blocks.size() > most) // the newest: what is older is read a second time anyway
        blocks.erase(blocks.begin(), blocks.end() - static_cast<std::ptrdiff_t>(most));
    if (blocks.empty())
        return Done;
    if (const Outcome first = askDoubt(asked, range, blocks, now); !first)
        return first;
    if (range.to() <= m_finalized)
        return Done;
    const Result<Source*> other = m_session.source(now, {&asked});
    if (!other && other.error().code != ErrorCode::Unavailable)
        return fail(other.error());
    const Outcome second = askDoubt(other ? **other : asked, range, blocks, now);
    // Another source that is away or behind proves nothing; one that shows the logs does.
    if (!second && other && second.error().reason != u"answer_inconsistent" &&
        second.error().code == ErrorCode::Unavailable)
        return Done;
    return second;
}

Result<BlockBatch> EvmRail::read(Source& source,
                                 const BlockHeader& after,
                                 qint64 to,
                                 const WatchFilter& watched,
                                 bool ahead,
                                 UtcTime now)
{
    for (int i = 0; i < kMostShrinks; ++i) {
        const RangeRequest request = requestFor(source, after, to);
        EvmRange range(request, m_contracts);
        const RpcFlight flight = m_session.send(source, range.calls());
        const Result<RpcReply> reply = m_session.receive(flight, now);
        if (reply)
            range.read(reply->batch);
        auto batch = land(flight, reply, range, after.hash, watched, now);
        if (!batch)
            return fail(batch.error());
        if (!*batch)
            continue;
        if (ahead)
            askAhead(source, (*batch)->to, to);
        return std::move(**batch);
    }
    return fail(ErrorCode::Unavailable, u"source_refused", QStringLiteral("no span is accepted"));
}

Result<std::optional<BlockBatch>>
EvmRail::readAhead(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now)
{
    using Answer = std::optional<BlockBatch>;
    if (!m_ahead.front())
        return Answer();
    const RangeRequest asked = m_ahead.front()->request;
    const RpcFlight flight = m_ahead.front()->flight;
    if (asked.after.number != after.number || asked.to > to || flight.source->barred() ||
        asked.scope != requestFor(*flight.source, after, to).scope) {
        m_ahead.drop();
        return Answer();
    }
    RangeAnswer answer = m_ahead.take();
    const Result<RpcReply> reply =
        m_session.settle(flight, answer.http, std::move(answer.batch), now);
    auto batch = land(flight, reply, answer.range, after.hash, watched, now);
    if (batch && *batch) {
        m_lastRead = flight.source;
        askAhead(*flight.source, asked.to, to);
        return batch;
    }
    m_ahead.drop(); // what follows was asked in the same hope
    if (batch || batch.error().code == ErrorCode::Unavailable)
        return Answer();
    return batch;
}

Result<BlockBatch>
EvmRail::blocks(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now)
{
    TIEOUT_CHECK(to > after.number);
    auto ready = readAhead(after, to, watched, now);
    if (!ready)
        return fail(ready.error());
    if (*ready)
        return std::move(**ready);
    return m_session.any<BlockBatch>(now, [&](Source& source) {
        m_lastRead = &source;
        return read(source, after, to, watched, true, now);
    });
}

Result<BlockBatch>
EvmRail::reread(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now)
{
    TIEOUT_CHECK(to > after.number);
    // Another source than the one that gave the range first, when there is one that answers.
    if (m_lastRead && m_session.pool().size() > 1) {
        const Result<Source*> other = m_session.source(now, {m_lastRead});
        if (other) {
            Result<BlockBatch> batch = read(**other, after, to, watched, false, now);
            if (batch || batch.error().code != ErrorCode::Unavailable)
                return batch;
        }
    }
    return m_session.any<BlockBatch>(
        now, [&](Source& source) { return read(source, after, to, watched, false, now); });
}

Result<std::vector<Sighting>> EvmRail::mempool(const WatchFilter& watched, UtcTime now)
{
    if (!m_settings.mempool)
        return std::vector<Sighting>();
    const bool listedOnly = m_settings.scan == TokenScan::ListedTokens;
    return m_mempool.look(watched, listedOnly ? &m_contracts->set : nullptr, now);
}

Result<PendingState> EvmRail::pending(const Hash32& tx, UtcTime now)
{
    return m_mempool.state(tx, now);
}

Result<std::optional<Receipt>> EvmRail::receipt(const Hash32& tx, UtcTime now)
{
    return m_query.receipt(tx, now);
}

Result<Word32>
EvmRail::balance(const Account& token, const Account& holder, qint64 block, UtcTime now)
{
    return m_query.balance(token, holder, block, now);
}

Result<ContractFacts> EvmRail::contract(const Account& token, UtcTime now)
{
    return m_query.contract(token, now);
}

Result<bool> EvmRail::agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now)
{
    return m_query.agreed(number, hash, quorum, now);
}

std::vector<SourceHealth> EvmRail::health() const
{
    std::vector<SourceHealth> out;
    for (const auto& source : m_session.pool().sources())
        out.push_back(source->health());
    return out;
}

void EvmRail::interrupt()
{
    m_session.interrupt();
    m_ahead.interrupt();
}

} // namespace tieout
