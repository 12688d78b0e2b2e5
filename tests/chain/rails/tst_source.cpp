// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/sourcepool.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

namespace {

constexpr UtcTime kSourceNow = UtcTime::fromMs(1'000'000);

std::unique_ptr<Source> makeSource(const char* name, const char* operatorName = "one")
{
    return std::make_unique<Source>(
        SourceConfig{QString::fromLatin1(name), QString::fromLatin1(operatorName), {}, {}, {}},
        SourceLimits{},
        [] { return 0.5; });
}

} // namespace

class TstSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesDouble();
    void retryAfterIsObeyed();
    void awayMeansVerifyAgain();
    void poolPrefersHealth();
    void poolAvoidsLagging();
    void operatorsCountOnce();
};

void TstSource::pausesDouble()
{
    const auto source = makeSource("a");
    QVERIFY(source->mayAsk(kSourceNow));
    qint64 last = 0;
    for (int i = 0; i < 4; ++i) {
        source->failed(QStringLiteral("source_not_json"), kSourceNow);
        const qint64 pause = (source->retryAt() - kSourceNow).count();
        QVERIFY(pause >= 2 * last && pause > 0);
        last = pause;
    }
    source->failed(QStringLiteral("source_not_json"), kSourceNow); // the circuit opens
    QVERIFY((source->retryAt() - kSourceNow).count() >= 5'000);
    for (int i = 0; i < 60; ++i)
        source->failed(QStringLiteral("source_not_json"), kSourceNow);
    QVERIFY((source->retryAt() - kSourceNow).count() <= 180'000);
    QVERIFY(!source->healthy());
    source->succeeded(12);
    QVERIFY(source->healthy() && source->mayAsk(kSourceNow));
    QCOMPARE(source->health().latencyMs, 12);
}

void TstSource::retryAfterIsObeyed()
{
    const auto source = makeSource("a");
    source->failed(QStringLiteral("rate_limited"), kSourceNow, 30);
    QVERIFY(!source->mayAsk(kSourceNow + Duration(29'999)));
    QVERIFY(source->mayAsk(kSourceNow + Duration(30'000)));
    source->failed(QStringLiteral("rate_limited"), kSourceNow, 999'999'999);
    QVERIFY(source->mayAsk(kSourceNow + Duration(3'600'000)));
}

void TstSource::awayMeansVerifyAgain()
{
    const auto source = makeSource("a");
    source->setVerified();
    source->failed(QStringLiteral("rate_limited"), kSourceNow);
    QVERIFY(source->verified());
    source->failed(QStringLiteral("source_unreachable"), kSourceNow);
    QVERIFY(!source->verified());
    source->bar(QStringLiteral("chain_id_mismatch"));
    QVERIFY(!source->mayAsk(kSourceNow + Duration(100'000'000)));
}

void TstSource::poolPrefersHealth()
{
    SourcePool pool;
    pool.add(makeSource("a"));
    pool.add(makeSource("b"));
    Source* a = pool.sources()[0].get();
    Source* b = pool.sources()[1].get();
    QCOMPARE(pool.choose(kSourceNow), a);
    QCOMPARE(pool.choose(kSourceNow, {a}), b);
    a->failed(QStringLiteral("source_timeout"), kSourceNow);
    QCOMPARE(pool.choose(kSourceNow), b);
    a->succeeded(5);
    QCOMPARE(pool.choose(kSourceNow), b); // the one in use is kept
    b->failed(QStringLiteral("source_timeout"), kSourceNow);
    QCOMPARE(pool.choose(kSourceNow), a);
    QVERIFY(!pool.choose(kSourceNow, {a, b}));
}

void TstSource::poolAvoidsLagging()
{
    SourcePool pool;
    pool.add(makeSource("a"));
    pool.add(makeSource("b"));
    pool.sources()[0]->sawHead(100);
    QCOMPARE(pool.choose(kSourceNow), pool.sources()[0].get());
    pool.sources()[1]->sawHead(102);
    QCOMPARE(pool.choose(kSourceNow), pool.sources()[0].get());
    pool.sources()[1]->sawHead(110);
    QCOMPARE(pool.choose(kSourceNow), pool.sources()[1].get());
    QCOMPARE(pool.bestHead(), 110);
}

void TstSource::operatorsCountOnce()
{
    SourcePool pool;
    pool.add(makeSource("a", "one"));
    pool.add(makeSource("b", "One "));
    pool.add(makeSource("c", "two"));
    QCOMPARE(pool.operatorCount(), 2);
    const auto chosen = pool.distinctOperators(kSourceNow);
    QCOMPARE(chosen.size(), size_t(2));
    QVERIFY(chosen[0]->config().operatorName != chosen[1]->config().operatorName);
    QCOMPARE(pool.distinctOperators(kSourceNow, 1).size(), size_t(1));
}

TIEOUT_REGISTER_TEST(TstSource)

#include "tst_source.moc"
