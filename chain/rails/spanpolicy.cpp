// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/spanpolicy.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace tieout {

namespace {

constexpr int kPatienceRange = 100;  // good answers before a stated limit is tried again
constexpr int kPatienceResults = 10; // a refusal of results says little about the next blocks

bool holdsAny(QStringView text, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QStringView word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

std::optional<qint64> number(QString text)
{
    text.remove(u',');
    text.remove(u'_');
    bool fine = false;
    const bool hex = text.startsWith(u"0x", Qt::CaseInsensitive);
    const qint64 value =
        hex ? QStringView(text).mid(2).toLongLong(&fine, 16) : text.toLongLong(&fine, 10);
    return fine ? std::optional(value) : std::nullopt;
}

// The length of a range that a provider says would work. It must begin where ours begins, or its
// length says nothing about our blocks.
std::optional<qint64> namedRange(const QRegularExpressionMatch& match, qint64 from)
{
    if (!match.hasMatch())
        return std::nullopt;
    const auto first = number(match.captured(1));
    const auto last = number(match.captured(2));
    if (!first || !last || *first != from || *last < *first ||
        *last - *first >= std::numeric_limits<qint32>::max())
        return std::nullopt;
    return *last - *first + 1;
}

const QRegularExpression& pattern(int which)
{
    const auto make = [](const char* text) {
        return QRegularExpression(QString::fromLatin1(text),
                                  QRegularExpression::CaseInsensitiveOption);
    };
    static const std::array<QRegularExpression, 6> patterns = {
        make(R"(\[\s*(0x[0-9a-f]+|\d+)\s*,\s*(0x[0-9a-f]+|\d+)\s*\])"),
        make(R"(range:?\s+(0x[0-9a-f]+|\d+)\s*-\s*(0x[0-9a-f]+|\d+))"),
        make(R"x("from"\s*:\s*"(0x[0-9a-f]+)".*"to"\s*:\s*"(0x[0-9a-f]+)")x"),
        make(R"(\b(\d[\d,_]*)(k?)[\s-]*(?:block|range))"),
        make(R"(range(?:\s+(?:is|of|limit|allowed))*\s*:?\s*(\d[\d,_]*)(k?)\b)"),
        make(R"(limited to(?: an?)? (\d[\d,_]*)(k?)\b(?!\s*(?:result|log|request)))"),
    };
    return patterns[static_cast<size_t>(which)];
}

} // namespace

SpanPolicy::SpanPolicy(const SpanLimits& limits)
    : m_limits(limits)
    , m_span(std::clamp<qint64>(limits.initial, 1, std::max<qint64>(1, limits.most)))
    , m_ceiling(std::max<qint64>(1, limits.most))
    , m_batch(limits.batch)
{}

qint64 SpanPolicy::span() const
{
    return std::max<qint64>(1, std::min({m_span, m_ceiling, m_batch - kFixedCalls}));
}

void SpanPolicy::answered(qint64 blocks, qint64 bytes)
{
    if (blocks < 1)
        return;
    bytes = std::max<qint64>(1, bytes);
    const qint64 fitting = std::max<qint64>(1, m_limits.targetBytes * blocks / bytes);
    if (bytes > m_limits.highBytes) {
        m_span = std::min(m_span, fitting);
    } else if (bytes < m_limits.lowBytes && 2 * blocks >= span()) {
        const qint64 grown = std::min(2 * span(), fitting);
        m_span = std::min(std::max(grown, m_span), m_limits.most);
    }
    ++m_good;
    if (m_ceiling < m_limits.most && m_good >= m_patience) {
        const qint64 step = m_patience == kPatienceRange ? m_ceiling / 20 : m_ceiling / 2;
        m_ceiling = std::min(m_limits.most, m_ceiling + std::max<qint64>(1, step));
        m_good = 0;
    }
}

bool SpanPolicy::shrinkTo(qint64 blocks, qint64 asked, int patience)
{
    if (asked <= 1)
        return false;
    m_span = std::clamp<qint64>(blocks, 1, asked - 1);
    m_ceiling = m_span;
    m_patience = patience;
    m_good = 0;
    return true;
}

bool SpanPolicy::refused(
    qint64 code, QStringView message, const QByteArray& data, qint64 from, qint64 to)
{
    if (!isRangeRefusal(code, message))
        return false;
    const qint64 asked = to - from + 1;
    const bool results =
        holdsAny(message, {u"result", u"size", u"timeout", u"timed out", u"logs in"});
    const std::optional<qint64> suggested = suggestedSpan(message, data, from);
    const qint64 next = suggested && *suggested >= 1 && *suggested < asked ? *suggested : asked / 2;
    return shrinkTo(next, asked, results ? kPatienceResults : kPatienceRange);
}

bool SpanPolicy::batchRefused(qint64 items, QStringView message)
{
    // "batch too large: 103 > 100" and its kin name the limit; only a smaller number is one.
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    std::optional<qint64> limit;
    auto matches = digits.globalMatch(message.toString());
    while (matches.hasNext()) {
        const auto named = number(matches.next().captured());
        if (named && *named > kFixedCalls && *named < items)
            limit = std::max(limit.value_or(0), *named);
    }
    if (items <= kFixedCalls + 1)
        return false;
    m_batch = std::max(kFixedCalls + 1, limit.value_or(items / 2));
    return true;
}

bool SpanPolicy::tooLarge(qint64 blocks)
{
    return shrinkTo(blocks / 2, blocks, kPatienceResults);
}

std::optional<qint64>
SpanPolicy::suggestedSpan(QStringView message, const QByteArray& data, qint64 from)
{
    const QString text = message.left(1'000).toString();
    for (int i = 0; i < 2; ++i) {
        if (const auto named = namedRange(pattern(i).match(text), from))
            return named;
    }
    if (const auto named = namedRange(pattern(2).match(QString::fromUtf8(data)), from))
        return named;
    if (pattern(0).match(text).hasMatch() || pattern(1).match(text).hasMatch())
        return std::nullopt; // a range, but not one of ours: don't read its heights as limits
    for (int i = 3; i < 6; ++i) {
        const QRegularExpressionMatch match = pattern(i).match(text);
        if (!match.hasMatch())
            continue;
        const auto limit = number(match.captured(1));
        const qint64 unit = match.captured(2).isEmpty() ? 1 : 1'000;
        if (limit && *limit > 0 && *limit < std::numeric_limits<qint32>::max())
            return *limit * unit;
    }
    return std::nullopt;
}

bool SpanPolicy::isRangeRefusal(qint64 code, QStringView message)
{
    // Blocks that the node doesn't have, and requests that come too fast, speak of ranges and
    // limits too.
    if (holdsAny(message,
                 {u"OutOfRange",
                  u"beyond",
                  u"invalid block range",
                  u"rate limit",
                  u"rate-limit",
                  u"requests per second",
                  u"too many requests",
                  u"batch",
                  u"unknown block"}))
        return false;
    if (code == 413 || code == -32614)
        return true;
    return holdsAny(message,
                    {u"range",
                     u"limit",
                     u"exceed",
                     u"too large",
                     u"too wide",
                     u"too big",
                     u"timeout",
                     u"timed out",
                     u"413",
                     u"more than",
                     u"response size",
                     u"too many",
                     u"at most"});
}

bool SpanPolicy::isBatchRefusal(qint64, QStringView message)
{
    return message.contains(u"batch", Qt::CaseInsensitive);
}

} // namespace tieout
