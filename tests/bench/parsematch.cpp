// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmrange.h"
#include "chain/rails/watchset.h"
#include "model/domain/keccak.h"
#include "tests/bench/benchmark.h"

#include <QRandomGenerator>

namespace tieout::bench {

namespace {

constexpr int kBlocksPerAnswer = 40; // about 3 MB, as the span policy aims for
constexpr int kLogsInBlock = 100;
constexpr int kWatched = 100'000;
constexpr int kLogs = 1'000'000;

QByteArray randomHex(QRandomGenerator& random, int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    for (char& c : raw)
        c = static_cast<char>(random.generate());
    return raw.toHex();
}

QByteArray headerJson(qint64 number, const QByteArray& hash, const QByteArray& parent)
{
    return "{\"number\":\"" + rpcQuantity(number) + "\",\"hash\":\"0x" + hash +
           "\",\"parentHash\":\"0x" + parent + "\",\"timestamp\":\"" +
           rpcQuantity(1'790'000'000 + 12 * number) + "\",\"logsBloom\":\"0x" +
           QByteArray(512, 'f') + "\",\"transactions\":[\"0x" + hash + "\"]}";
}

struct Answer
{
    RangeRequest request;
    std::vector<Account> tokens;
    std::string body;
    int logs = 0;
};

class AnswerMaker
{
public:
    explicit AnswerMaker(QRandomGenerator& random)
        : m_random(random)
        , m_token(randomHex(random, 20))
    {}

    // Every `share`-th log pays one of `watched`.
    Answer make(const std::vector<QByteArray>& watched, int share)
    {
        Answer answer;
        answer.tokens = {Account::of(QByteArray::fromHex(m_token))};
        QByteArray parent = randomHex(m_random, 32);
        answer.request.after.number = 1'000;
        answer.request.after.hash = hash32(QByteArray::fromHex(parent));
        answer.request.to = 1'000 + kBlocksPerAnswer;
        std::vector<QByteArray> items{headerJson(1'000, parent, randomHex(m_random, 32))};
        QByteArray logs;
        for (qint64 number = 1'001; number <= answer.request.to; ++number) {
            const QByteArray hash = randomHex(m_random, 32);
            items.push_back(headerJson(number, hash, parent));
            const QByteArray tx = randomHex(m_random, 32);
            for (int i = 0; i < kLogsInBlock; ++i, ++answer.logs) {
                const bool ours = answer.logs % share == 0;
                const auto& payee = watched[m_random.bounded(quint32(watched.size()))];
                logs += logs.isEmpty() ? "[" : ",";
                logs += logJson(number, hash, tx, i, ours ? payee : randomHex(m_random, 20));
            }
            parent = hash;
        }
        const QByteArray end = items.back();
        items.push_back(logs + ']');
        items.push_back(end);
        answer.body = bodyOf(items);
        answer.body.reserve(answer.body.size() + simdjson::SIMDJSON_PADDING);
        return answer;
    }

private:
    QByteArray logJson(
        qint64 block, const QByteArray& hash, const QByteArray& tx, int index, const QByteArray& to)
    {
        static const QByteArray topic = rpcHex(transferTopic().data(), 32);
        return "{\"address\":\"0x" + m_token + "\",\"topics\":[\"" + topic + "\",\"0x" +
               QByteArray(24, '0') + randomHex(m_random, 20) + "\",\"0x" + QByteArray(24, '0') +
               to + "\"],\"data\":\"0x" + QByteArray(56, '0') + randomHex(m_random, 4) +
               "\",\"blockHash\":\"0x" + hash + "\",\"blockNumber\":\"" + rpcQuantity(block) +
               "\",\"blockTimestamp\":\"0x6ab12345\",\"transactionHash\":\"0x" + tx +
               "\",\"transactionIndex\":\"0x0\",\"logIndex\":\"" + rpcQuantity(index) +
               "\",\"removed\":false}";
    }

    static std::string bodyOf(const std::vector<QByteArray>& items)
    {
        QByteArray body;
        for (size_t i = 0; i < items.size(); ++i) {
            body += body.isEmpty() ? "[" : ",";
            body += "{\"jsonrpc\":\"2.0\",\"id\":" + QByteArray::number(qint64(i) + 1) +
                    ",\"result\":" + items[i] + '}';
        }
        return (body + ']').toStdString();
    }

    QRandomGenerator& m_random;
    QByteArray m_token;
};

// Reads the answer again and again; answers how many logs were ours.
qint64 readAgain(const Answer& answer, const WatchSet& watched, int times)
{
    const Contracts contracts = ContractList::of(answer.tokens);
    const WatchFilter filter = [&watched](const TransferLog& log) {
        return watched.contains(log.to) || watched.contains(log.from);
    };
    JsonRpcReader reader;
    qint64 hits = 0;
    for (int i = 0; i < times; ++i) {
        const auto batch = mustHave(reader.read(answer.body, kBlocksPerAnswer + 3, 1));
        EvmRange range(answer.request, contracts);
        hits += qint64(mustHave(range.judge(batch, filter)).transfers.size());
    }
    return hits;
}

void measureShare(const Setting& setting, const char* what, int share, bool demanded)
{
    QRandomGenerator random(20'260'101);
    std::vector<QByteArray> payees;
    WatchSet watched;
    for (int i = 0; i < kWatched; ++i) {
        payees.push_back(randomHex(random, 20));
        watched.add(Account::of(QByteArray::fromHex(payees.back())));
    }
    const Answer answer = AnswerMaker(random).make(payees, share);
    const int times = std::max(1, setting.sized(kLogs) / answer.logs);
    const qint64 wanted = qint64(times) * ((answer.logs + share - 1) / share);
    std::vector<Sample> samples;
    for (int run = 0; run < setting.runs; ++run) {
        Stopwatch watch;
        const qint64 hits = readAgain(answer, watched, times);
        samples.push_back(watch.stop());
        if (hits != wanted)
            setting.report.failed(QStringLiteral("parse-match"),
                                  QStringLiteral("%1 hits, not %2").arg(hits).arg(wanted));
    }
    const double logs = double(times) * answer.logs;
    const QString name = QStringLiteral("parse and match, %1").arg(QLatin1String(what));
    setting.report.ratio(name,
                         logs / median(samples).seconds,
                         Bar::AtLeast,
                         demanded ? 150'000 : 0,
                         QStringLiteral("logs/s"));
    setting.report.figure(name, QStringLiteral("logs"), logs, samples);
}

} // namespace

void benchParseMatch(const Setting& setting)
{
    measureShare(setting, "all ours", 1, true);
    measureShare(setting, "1 in 100 ours", 100, true);
}

} // namespace tieout::bench
