// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/rpcsession.h"

#include "chain/rails/evmdecode.h"

#include <QRegularExpression>

#include <algorithm>

namespace tieout {

namespace {

constexpr qint64 kReverted = 3; // the code of go-ethereum and its kin

// Our own words for what a provider said; their text is for the log only.
Failure refusedBy(const RpcError& error)
{
    return fail(ErrorCode::Unavailable,
                u"source_refused",
                QStringLiteral("%1 %2").arg(error.code).arg(error.message));
}

bool speaksOfLimits(QStringView text)
{
    static const std::initializer_list<QStringView> words = {u"rate limit",
                                                             u"rate-limit",
                                                             u"ratelimit",
                                                             u"too many requests",
                                                             u"requests per",
                                                             u"request count",
                                                             u"throughput",
                                                             u"compute units",
                                                             u"frequency limit",
                                                             u"suspended",
                                                             u"quota",
                                                             u"credits",
                                                             u"rps",
                                                             u"daily limit",
                                                             u"capacity"};
    return std::any_of(words.begin(), words.end(), [&](QStringView word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

int secondsNamed(const QString& text)
{
    static const QRegularExpression named(
        QStringLiteral("(?:backoff_seconds\"?\\s*:\\s*|suspended for |retry (?:in|after) )(\\d+)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = named.match(text);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

bool saysUnknownBlock(QStringView text)
{
    static const std::initializer_list<QStringView> words = {u"unknown block",
                                                             u"header not found",
                                                             u"block not found",
                                                             u"OutOfRange",
                                                             u"beyond",
                                                             u"cannot be found",
                                                             u"invalid blockHash"};
    return std::any_of(words.begin(), words.end(), [&](QStringView word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

bool isContractFailure(const RpcError& error)
{
    static const std::initializer_list<QStringView> words = {
        u"revert", u"out of gas", u"invalid opcode", u"vm execution error"};
    return error.code == kReverted ||
           std::any_of(words.begin(), words.end(), [&](QStringView word) {
               return error.message.contains(word, Qt::CaseInsensitive);
           });
}

bool isRateLimit(const RpcError& error, int* seconds)
{
    if (isContractFailure(error) || (error.code != 429 && !speaksOfLimits(error.message)))
        return false;
    *seconds = secondsNamed(error.message);
    if (*seconds < 0)
        *seconds = secondsNamed(QString::fromUtf8(error.data));
    return true;
}

RpcSession::RpcSession(ChainIdentity identity)
    : m_identity(std::move(identity))
{}

RpcFlight RpcSession::flightAhead(Source& source, size_t calls)
{
    const RpcFlight flight{&source, 0, calls, m_nextId, true};
    m_nextId += static_cast<qint64>(calls);
    return flight;
}

HttpRequest RpcSession::request(const RpcFlight& flight, const std::vector<RpcCall>& calls) const
{
    const Source& source = *flight.source;
    HttpRequest request;
    request.url = source.config().url;
    request.headers = source.config().headers;
    request.caFile = source.config().caFile;
    request.connectMs = source.limits().connectMs;
    request.totalMs = source.limits().totalMs;
    request.maxBytes = source.limits().maxBytes;
    request.body = rpcBatchText(calls, flight.firstId);
    return request;
}

RpcFlight RpcSession::send(Source& source, const std::vector<RpcCall>& calls)
{
    RpcFlight flight = flightAhead(source, calls.size());
    flight.ahead = false;
    flight.ticket = m_http.start(request(flight, calls));
    return flight;
}

Result<RpcReply> RpcSession::receive(const RpcFlight& flight, UtcTime now)
{
    const Result<HttpAnswer> answer = m_http.wait(flight.ticket);
    if (!answer)
        return settle(flight, answer, fail(answer.error()), now);
    return settle(flight, answer, m_reader.read(answer->body, flight.calls, flight.firstId), now);
}

Result<RpcReply> RpcSession::settle(const RpcFlight& flight,
                                    const Result<HttpAnswer>& answer,
                                    Result<RpcBatch> batch,
                                    UtcTime now)
{
    if (!answer) {
        const Error& error = answer.error();
        // Too many bytes is our own limit: the caller asks for less.
        if (error.code != ErrorCode::Cancelled && error.reason != u"source_too_large" &&
            !flight.ahead)
            flight.source->failed(error.reason, now);
        return fail(error);
    }
    Result<RpcReply> reply = weigh(*flight.source, *answer, std::move(batch), now);
    if (reply)
        flight.source->succeeded(flight.ahead ? flight.source->latencyMs() : answer->milliseconds);
    return reply;
}

// What status and text of an answer say of the source, before anybody looks at the items.
Result<RpcReply>
RpcSession::weigh(Source& source, const HttpAnswer& answer, Result<RpcBatch> batch, UtcTime now)
{
    const auto refuse = [&](QStringView reason, int seconds) -> Result<RpcReply> {
        source.failed(reason.toString(), now, seconds);
        return fail(ErrorCode::Unavailable, reason, QStringLiteral("HTTP %1").arg(answer.status));
    };
    const QString start = QString::fromUtf8(
        answer.body.data(), std::min<qsizetype>(qsizetype(answer.body.size()), 500));
    const int named =
        answer.retryAfterSeconds >= 0 ? answer.retryAfterSeconds : secondsNamed(start);
    if (answer.status == 429 || (answer.status == 403 && speaksOfLimits(start)))
        return refuse(u"rate_limited", named);
    if (answer.status == 401 || answer.status == 403)
        return refuse(u"source_refused", named);
    if (answer.status == 413 && !(batch && batch->whole))
        return fail(ErrorCode::Unavailable, u"source_too_large", QStringLiteral("HTTP 413"));
    if (answer.status != 200 && !(batch && batch->whole))
        return refuse(answer.status >= 500 ? u"source_unreachable" : u"source_refused", named);
    if (!batch) {
        source.failed(batch.error().reason, now);
        return fail(batch.error());
    }
    int seconds = -1;
    if (batch->whole && isRateLimit(*batch->whole, &seconds))
        return refuse(u"rate_limited", seconds);
    for (const RpcItem& item : batch->items) {
        if (item.error && isRateLimit(*item.error, &seconds))
            return refuse(u"rate_limited", seconds);
    }
    RpcReply reply;
    reply.bytes = static_cast<qint64>(answer.body.size());
    reply.milliseconds = answer.milliseconds;
    reply.batch = std::move(batch).value();
    return reply;
}

Result<RpcReply> RpcSession::ask(Source& source, const std::vector<RpcCall>& calls, UtcTime now)
{
    Result<RpcReply> reply = receive(send(source, calls), now);
    if (reply && reply->batch.whole) {
        source.failed(QStringLiteral("source_refused"), now);
        return refusedBy(*reply->batch.whole);
    }
    return reply;
}

Failure RpcSession::failure(Source& source, const RpcError& error, UtcTime now)
{
    if (saysUnknownBlock(error.message)) {
        source.doubted(QStringLiteral("source_lagging"), now);
        return fail(ErrorCode::Unavailable, u"source_lagging", error.message);
    }
    source.failed(QStringLiteral("source_refused"), now);
    return refusedBy(error);
}

Outcome RpcSession::verify(Source& source, UtcTime now)
{
    const Result<RpcReply> reply =
        ask(source, {{"eth_chainId", "[]"}, {"eth_getBlockByNumber", R"(["0x0",false])"}}, now);
    if (!reply)
        return fail(reply.error());
    for (const RpcItem& item : reply->batch.items) {
        if (item.error)
            return failure(source, *item.error, now);
    }
    if (const Outcome same = checkChainId(source, reply->batch.items[0].result, now); !same)
        return same;
    const auto header = evmHeader(reply->batch.items[1].result);
    if (!header || !*header || (*header)->header.number != 0) {
        source.failed(QStringLiteral("answer_inconsistent"), now);
        return fail(ErrorCode::Unavailable, u"answer_inconsistent", QStringLiteral("no genesis"));
    }
    const Hash32 genesis = (*header)->header.hash;
    if (m_identity.genesis && *m_identity.genesis != genesis) {
        source.bar(QStringLiteral("genesis_mismatch"));
        return fail(ErrorCode::Forbidden, u"genesis_mismatch", source.config().name);
    }
    m_identity.genesis = genesis;
    source.setVerified();
    return Done;
}

Outcome RpcSession::checkChainId(Source& source, simdjson::dom::element answer, UtcTime now)
{
    std::string_view text;
    const bool told = answer.get(text) == simdjson::SUCCESS;
    const std::optional<qint64> id = told ? evmQuantity(text) : std::nullopt;
    if (id == m_identity.chainId)
        return Done;
    if (!id) { // nonsense proves nothing about the chain
        source.failed(QStringLiteral("answer_inconsistent"), now);
        return fail(ErrorCode::Unavailable, u"answer_inconsistent", QStringLiteral("no chain id"));
    }
    source.bar(QStringLiteral("chain_id_mismatch"));
    return fail(ErrorCode::Forbidden,
                u"chain_id_mismatch",
                QStringLiteral("%1 serves chain %2").arg(source.config().name).arg(*id));
}

Result<Source*> RpcSession::source(UtcTime now, const std::set<const Source*>& tried)
{
    std::set<const Source*> passed = tried;
    std::optional<Error> last;
    while (Source* chosen = m_pool.choose(now, passed)) {
        if (chosen->verified())
            return chosen;
        const Outcome verified = verify(*chosen, now);
        if (verified)
            return chosen;
        if (verified.error().code != ErrorCode::Unavailable)
            return fail(verified.error());
        last = verified.error();
        passed.insert(chosen);
    }
    if (last)
        return fail(*last);
    return fail(ErrorCode::Unavailable, u"no_source");
}

} // namespace tieout
