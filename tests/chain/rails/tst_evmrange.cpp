// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/railkit.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

QJsonObject itemResult(const QJsonArray& answers, qsizetype index)
{
    return answers.at(index)[QStringLiteral("result")].toObject();
}

void setResult(QJsonArray& answers, qsizetype index, const QJsonValue& result)
{
    QJsonObject item = answers.at(index).toObject();
    item.insert(QStringLiteral("result"), result);
    answers[index] = item;
}

// The logs of a forward step are the last answer but one.
void changeLog(QJsonArray& answers, const char* key, const QJsonValue& value)
{
    const qsizetype at = answers.size() - 2;
    QJsonArray logs = answers.at(at)[QStringLiteral("result")].toArray();
    QJsonObject log = logs.at(0).toObject();
    log.insert(QString::fromLatin1(key), value);
    logs[0] = log;
    setResult(answers, at, logs);
}

using Tamper = std::function<void(QJsonArray&)>;

} // namespace

Q_DECLARE_METATYPE(Tamper)

// The judgement of a forward step: each single contradiction is noticed, what is harmless passes.
class TstEvmRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tamperedAnswers_data();
    void tamperedAnswers();
    void harmlessOddities();

private:
    FakeNode& node() { return *m_source.node; }

    FakeSource m_source;
};

void TstEvmRange::init()
{
    m_source = makeFakeSource(std::make_unique<FakeNode>());
    node().mineMany(5);
    node().mine({testAccount(0xaa), testAccount(0xbb)});
    node().mine({testAccount(0xaa)}, testAccount(0x71));
    node().mineMany(3);
}

void TstEvmRange::cleanup()
{
    m_source.server.reset(); // its threads ask the node
    m_source = {};
}

void TstEvmRange::tamperedAnswers_data()
{
    QTest::addColumn<Tamper>("tamper");
    QTest::addColumn<QString>("reason");
    const auto row =
        [](const char* name, Tamper tamper, const char* reason = "answer_inconsistent") {
            QTest::newRow(name) << tamper << QString::fromLatin1(reason);
        };
    const QString other = QStringLiteral("0x") + QString(64, u'5');
    const auto header = [other](qsizetype index, const char* key) {
        return [index, key, other](QJsonArray& a) {
            QJsonObject block = itemResult(a, index < 0 ? a.size() + index : index);
            block.insert(QString::fromLatin1(key), other);
            setResult(a, index < 0 ? a.size() + index : index, block);
        };
    };
    const auto log = [](const char* key, const QJsonValue& value) {
        return [key, value](QJsonArray& a) { changeLog(a, key, value); };
    };
    row("tip differs", header(0, "hash"), "tip_changed");
    row("parent of first", header(1, "parentHash"));
    row("hash in the middle", header(3, "hash"));
    row("end differs", header(-1, "hash"));
    row(
        "null block", [](QJsonArray& a) { setResult(a, 2, QJsonValue::Null); }, "source_lagging");
    row(
        "null end", [](QJsonArray& a) { setResult(a, a.size() - 1, {}); }, "source_lagging");
    row("blocks swapped", [](QJsonArray& a) {
        const QJsonObject one = itemResult(a, 2);
        setResult(a, 2, itemResult(a, 3));
        setResult(a, 3, one);
    });
    row("log of another block", log("blockHash", other));
    row("log outside the range", log("blockNumber", QStringLiteral("0x1")));
    row("log withdrawn", log("removed", true));
    row("pending log", log("blockHash", QJsonValue::Null));
    row("another topic", log("topics", QJsonArray{other, other, other}));
    row("malformed log", log("logIndex", QStringLiteral("7")));
    row("index twice", [](QJsonArray& a) {
        const qsizetype at = a.size() - 2;
        QJsonArray logs = a.at(at)[QStringLiteral("result")].toArray();
        QJsonObject copy = logs.at(0).toObject();
        copy.insert(QStringLiteral("data"), QStringLiteral("0x") + QString(64, u'1'));
        logs.append(copy);
        setResult(a, at, logs);
    });
    row("logs are an object", [](QJsonArray& a) { setResult(a, a.size() - 2, QJsonObject()); });
    row("an answer is missing", [](QJsonArray& a) { a.removeAt(1); });
}

void TstEvmRange::tamperedAnswers()
{
    QFETCH(Tamper, tamper);
    QFETCH(QString, reason);
    EvmRailSettings settings = railSettings({m_source.server->url()});
    settings.prefetch = false;
    const auto r = makeRail(std::move(settings));
    QVERIFY(r->connect(kRailNow));
    node().tamper = tamper;
    const auto answer = r->blocks(node().headerAt(4), 8, watchAll, kRailNow);
    QVERIFY(!answer);
    QCOMPARE(answer.error().reason, reason);
    node().tamper = {};
    const UtcTime later = kRailNow + Duration(10'000);
    QVERIFY(r->blocks(node().headerAt(4), 8, watchAll, later));
}

void TstEvmRange::harmlessOddities()
{
    const auto r = makeRail(railSettings({m_source.server->url()}));
    QVERIFY(r->connect(kRailNow));
    node().tamper = [](QJsonArray& a) {
        const qsizetype at = a.size() - 2;
        QJsonArray logs = a.at(at)[QStringLiteral("result")].toArray();
        QJsonArray mixed;
        for (qsizetype i = logs.size() - 1; i >= 0; --i)
            mixed.append(logs.at(i));
        mixed.append(logs.at(0)); // the same log twice
        setResult(a, at, mixed);
        QJsonArray back; // answers in another order
        for (qsizetype i = a.size() - 1; i >= 0; --i)
            back.append(a.at(i));
        a = back;
    };
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 8, watchAll, kRailNow));
    QCOMPARE(batch.transfers.size(), size_t(3));
    QCOMPARE(batch.transfers[0].logIndex, 0);
    QCOMPARE(batch.transfers[0].block, 6);
    QCOMPARE(batch.transfers[2].block, 7);
}

TIEOUT_REGISTER_TEST(TstEvmRange)

#include "tst_evmrange.moc"
