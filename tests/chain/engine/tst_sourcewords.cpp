// SPDX-License-Identifier: GPL-3.0-or-later
// A provider whose errors repeat the key that it was asked with: nothing of it is kept.
#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/commands/submit.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/chain/rails/scriptserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstSourceWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areNotKept_data();
    void areNotKept();
};

void TstSourceWords::areNotKept_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("detail");
    QTest::newRow("refused") << QByteArray("no such key: ") << QStringLiteral("source_refused")
                             << QStringLiteral("-32000");
    QTest::newRow("lags") << QByteArray("header not found at ") << QStringLiteral("source_refused")
                          << QStringLiteral("-32000");
}

void TstSourceWords::areNotKept()
{
    QFETCH(QByteArray, words);
    QFETCH(QString, reason);
    QFETCH(QString, detail);
    const QByteArray canary = "c4n4ry5ecretK3yThatMustNotBeKept";
    ScriptServer server([&](const QByteArray&, int) -> ScriptAnswer {
        return {200,
                {},
                R"({"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":")" + words +
                    canary + R"("}})"};
    });
    const auto database = TestDatabase::make(Dialect::Sqlite);
    EngineSettings settings = engineSettings(*database);
    RailSettings rail;
    rail.name = QStringLiteral("net");
    rail.kind = RailKind::Evm;
    rail.chain = QStringLiteral("eip155:1");
    rail.sources.push_back({QStringLiteral("one"),
                            QStringLiteral("one"),
                            QString::fromLatin1(server.url() + "/v3/" + canary),
                            {}});
    settings.rails.push_back(rail);
    SteppedClock clock(sandboxStart());
    Engine engine(settings, clock, {});
    QVERIFY(engine.stepOnce(clock.now()));
    const auto db = database->open();
    CommandRequest request;
    request.id = CommandId::make(clock.now());
    request.role = QStringLiteral("engineer");
    request.kind = kinds::kSourceTest.toString();
    request.payload = SourceTestPayload{rail.name, QStringLiteral("one"), {}}.toJson();
    QVERIFY(submit(*db, QStringLiteral("operator"), request));
    for (int i = 0; i < 3; ++i) {
        clock.advance(Duration(1'000));
        QVERIFY(engine.stepOnce(clock.now()));
    }
    const auto answer = readCommand(*db, request.id);
    QVERIFY(answer && answer->error);
    QCOMPARE(answer->error->reason, reason);
    QCOMPARE(answer->error->detail, detail);
    QVERIFY(engine.finish());
    // Nowhere in the file, nor in what is written beside it.
    const QFileInfo file(database->address().url);
    const auto parts = file.dir().entryInfoList({file.fileName() + u'*'}, QDir::Files);
    QVERIFY(!parts.isEmpty());
    for (const QFileInfo& part : parts) {
        QFile bytes(part.filePath());
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QVERIFY2(!bytes.readAll().contains(canary), qPrintable(part.fileName()));
    }
}

TIEOUT_REGISTER_TEST(TstSourceWords)
#include "tst_sourcewords.moc"
