// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/payments.h"

#include "chain/rails/watchset.h"
#include "model/actions/recordblocks.h"
#include "model/store/bulkinsert.h"
#include "tests/bench/benchdesk.h"
#include "tests/bench/benchmark.h"

#include <QJsonDocument>

namespace tieout::bench {

namespace {

constexpr int kPayments = 200'000;
constexpr int kTransfersPerBlock = 100;
constexpr int kBlocksPerBatch = 40; // what an answer of about 3 MB holds
constexpr int kConfirmations = 3;
constexpr quint64 kDue = 25'000'000;
constexpr int kPrices = 500; // what is sold has many prices
constexpr quint64 kPriceStep = 10'000;
constexpr double kPaymentsBar = 8'000;
constexpr UtcTime kPaymentsMade = UtcTime::fromMs(1'790'000'000'000);
constexpr int kSeedBatch = 20'000;

quint64 dueOf(qint64 number)
{
    return kDue + quint64(number % kPrices) * kPriceStep;
}

PolicySnapshot policyOfBench()
{
    PolicySnapshot policy;
    policy.corridor = QStringLiteral("busd-bench");
    policy.version = 1;
    policy.due = Amount(Int128(kDue), kTokenDecimals);
    policy.underGrace = Amount(100'000, kTokenDecimals);
    policy.overTolerance = Amount(100'000, kTokenDecimals);
    policy.dustFloor = Amount(1'000, kTokenDecimals);
    policy.bands = {{std::nullopt, {kConfirmations, FinalityMark::None}}};
    policy.strongest = {0, FinalityMark::Finalized};
    policy.topUpWindow = std::chrono::minutes(30);
    return policy;
}

// Payments as they stand right after they were made, and an address of its own for each.
class PaymentSeed
{
public:
    PaymentSeed(BenchDesk& desk, int count)
        : m_desk(desk)
        , m_count(count)
        , m_policy(policyOfBench())
    {
        PolicySnapshot policy = m_policy;
        for (int i = 0; i < kPrices; ++i) {
            policy.due = Amount(Int128(dueOf(i)), kTokenDecimals);
            m_policyTexts.append(
                QString::fromUtf8(QJsonDocument(toJson(policy)).toJson(QJsonDocument::Compact)));
        }
    }

    void write()
    {
        for (int from = 0; from < m_count; from += kSeedBatch) {
            mustWork(inTerm(m_desk.term(), [&]() -> Outcome {
                return writeSome(from, std::min(m_count, from + kSeedBatch));
            }));
        }
    }

private:
    Outcome writeSome(int from, int to)
    {
        std::vector<PaymentId> ids;
        BulkInsert payments(
            m_desk.db(),
            "payment",
            "id, merchant_id, corridor, corridor_version, rail, token_id, symbol, decimals, due, "
            "policy, created_at, expires_at, top_up_until, order_reference, customer, "
            "correlation_id, accepted_shortfall, fulfilment, status, detection, confirmation, "
            "recognition, verdict, labels, received, confirmed, remaining, required, updated_at, "
            "version");
        for (int i = from; i < to; ++i) {
            ids.push_back(PaymentId::make(kPaymentsMade));
            addPayment(payments, ids.back(), i);
        }
        if (auto done = payments.end(); !done)
            return done;
        BulkInsert bindings(
            m_desk.db(), "binding", "id, payment_id, rail, account, reference, created_at");
        for (int i = from; i < to; ++i) {
            const Account account = accountNumbered(quint64(i));
            bindings.text(BindingId::make(kPaymentsMade).text());
            bindings.text(ids[size_t(i - from)].text()).integer(m_desk.rail().rail().id);
            bindings.bytes(QByteArrayView(account.bytes.data(), account.size)).text(u"");
            bindings.time(kPaymentsMade).endRow();
        }
        return bindings.end();
    }

    void addPayment(BulkInsert& bulk, const PaymentId& id, int number)
    {
        const UtcTime expires = kPaymentsMade + std::chrono::hours(24 * 365);
        const Amount due(Int128(dueOf(number)), kTokenDecimals);
        const Amount zero = due.zero();
        bulk.text(id.text()).text(m_desk.merchant().text()).text(m_policy.corridor);
        bulk.integer(m_policy.version).integer(m_desk.rail().rail().id).integer(m_desk.tokenId());
        bulk.text(u"BUSD").integer(kTokenDecimals).amount(due);
        bulk.text(m_policyTexts.at(number % kPrices));
        bulk.time(kPaymentsMade).time(expires).time(expires + m_policy.topUpWindow);
        bulk.text(QStringLiteral("ORDER-%1").arg(number)).text(u"").text(id.text()).amount(zero);
        bulk.text(toText(FulfilmentState::None)).text(u"pending").text(u"created").text(u"none");
        bulk.text(u"not-eligible").text(u"none").text(u"").amount(zero).amount(zero);
        bulk.amount(due).text(u"").time(kPaymentsMade).integer(1).endRow();
    }

    BenchDesk& m_desk;
    int m_count;
    PolicySnapshot m_policy;
    QStringList m_policyTexts; // by price
};

struct PaymentPass
{
    Sample all;
    Sample record;
    Sample promote;
};

class PaymentRun
{
public:
    PaymentRun(Dialect dialect, int count)
        : m_desk(dialect, accountNumbered(1ULL << 45))
        , m_count(count)
        , m_maker(m_desk.token(), kTransfersPerBlock, [](TransferLog& log, qint64 number) {
            log.from = accountNumbered((1ULL << 44) + quint64(number));
            log.to = accountNumbered(quint64(number));
            setUnits(log.value, dueOf(number));
        })
    {
        PaymentSeed(m_desk, count).write();
        for (int i = 0; i < count; ++i)
            m_watched.add(accountNumbered(quint64(i)));
        m_desk.rail().setDepositGuess([this](const Account& a) { return m_watched.contains(a); });
    }

    PaymentPass run()
    {
        PaymentPass pass;
        Stopwatch record(m_desk.server());
        record.pause();
        Stopwatch promoted(m_desk.server());
        promoted.pause();
        int left = m_count / kTransfersPerBlock;
        for (bool empty = false; !empty;) {
            // At the end empty blocks bring the last payments their confirmations.
            empty = left == 0;
            const int blocks = empty ? kConfirmations : std::min(left, kBlocksPerBatch);
            left -= empty ? 0 : blocks;
            const BlockBatch batch = m_maker.next(blocks, empty);
            record.resume();
            mustHave(recordBlocks(m_desk.term(), m_desk.rail(), batch, m_maker.tip().time));
            record.pause();
            promoted.resume();
            settle();
            promoted.pause();
        }
        pass.record = record.stop();
        pass.promote = promoted.stop();
        pass.all = {pass.record.seconds + pass.promote.seconds,
                    pass.record.cpu + pass.promote.cpu,
                    pass.record.serverCpu + pass.promote.serverCpu,
                    pass.promote.peakMb};
        return pass;
    }

    QString check()
    {
        const qint64 confirmed =
            m_desk.count(u"SELECT count(*) FROM payment WHERE status = 'confirmed'");
        const qint64 events =
            m_desk.count(u"SELECT count(*) FROM event WHERE type = 'payment.confirmed'");
        if (confirmed == m_count && events == m_count)
            return {};
        return QStringLiteral("%1 confirmed, %2 events, of %3")
            .arg(confirmed)
            .arg(events)
            .arg(m_count);
    }

private:
    void settle()
    {
        HeadFacts facts;
        facts.latest = m_maker.tip();
        facts.healthy = true;
        while (mustHave(promote(m_desk.term(), m_desk.rail(), facts, m_maker.tip().time)).more) {
        }
    }

    BenchDesk m_desk;
    int m_count;
    WatchSet m_watched;
    BlockMaker m_maker;
};

void measurePayments(const Setting& setting, Dialect dialect, int count, double bar)
{
    if (const QString why = test::TestDatabase::whyNot(dialect); !why.isEmpty())
        return setting.report.skipped(QStringLiteral("payments"), why);
    std::vector<Sample> all;
    std::vector<Sample> record;
    std::vector<Sample> promoted;
    for (int i = 0; i < setting.runs; ++i) {
        PaymentRun run(dialect, count);
        const PaymentPass pass = run.run();
        all.push_back(pass.all);
        record.push_back(pass.record);
        promoted.push_back(pass.promote);
        if (const QString wrong = run.check(); !wrong.isEmpty())
            setting.report.failed(QStringLiteral("payments"), wrong);
    }
    const QString name = QStringLiteral("payments to Confirmed, %1").arg(nameOf(dialect));
    const QString unit = QStringLiteral("payments");
    setting.report.ratio(
        name, count / median(all).seconds, Bar::AtLeast, bar, QStringLiteral("payments/s"));
    setting.report.figure(name, unit, count, all);
    setting.report.figure(QStringLiteral("  recordBlocks alone"), unit, count, record);
    setting.report.figure(QStringLiteral("  promote alone"), unit, count, promoted);
}

} // namespace

void benchPayments(const Setting& setting)
{
    const int full = setting.sized(kPayments, kTransfersPerBlock);
    const int count = full / kTransfersPerBlock * kTransfersPerBlock;
    measurePayments(setting, Dialect::PostgreSql, count, kPaymentsBar);
    // Nobody settles so many on a desk of one: a quarter shows the cost.
    const int fewer = std::max(1, count / 4 / kTransfersPerBlock) * kTransfersPerBlock;
    measurePayments(setting, Dialect::Sqlite, fewer, 0);
}

} // namespace tieout::bench
