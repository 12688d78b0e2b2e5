// SPDX-License-Identifier: GPL-3.0-or-later
// The structured log: every line is a JSON object with its time, weight, event and loop, what is
// about a command or a rail says which, and no secret or half URL stands in it.
#include "app/logging.h"
#include "model/domain/utctime.h"
#include "model/store/systemclock.h"
#include "tests/app/cli/clikit.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstCliLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void everyValueStaysAnObject_data();
    void everyValueStaysAnObject();
    void aLineWithoutACorrelationHasNone();
    void qtSpeaksInLines();
    void anEngineThatRuns();
    void aSecondEngineSaysThatItWaits();

private:
    // What one line of a Log with this secret is.
    static QByteArray written(const LogLine& line, LogFormat format = LogFormat::Json);
    static QJsonObject parsed(const QByteArray& line);
    QString configured() const;
    // Reads on until a line says `event`; empty when none came in time.
    QJsonObject awaitEvent(QProcess& engine, const QString& event);
    void begin(QProcess& engine, const QString& file) const;
    QList<QJsonObject> end(QProcess& engine);

    std::unique_ptr<QTemporaryDir> m_home;
    QList<QJsonObject> m_lines; // of the engine that is awaited
};

namespace {

const QString kSecret = QStringLiteral("s3cr\"et\\key");
constexpr int kPatience = 60'000;

} // namespace

QByteArray TstCliLog::written(const LogLine& line, LogFormat format)
{
    char* text = nullptr;
    size_t size = 0;
    FILE* stream = open_memstream(&text, &size);
    LogConfig config;
    config.level = LogLevel::Debug;
    config.format = format;
    const SystemClock clock;
    Log(config, {kSecret}, clock, stream).write(line);
    std::fclose(stream);
    const QByteArray bytes(text, qsizetype(size));
    std::free(text);
    return bytes;
}

QJsonObject TstCliLog::parsed(const QByteArray& line)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(line, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        qWarning("%s: %s", qPrintable(problem.errorString()), line.constData());
    return object;
}

void TstCliLog::everyValueStaysAnObject_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const QString& text, const QString& shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", QStringLiteral("a b"), QStringLiteral("a b"));
    row("lines", QStringLiteral("a\nb\tc"), QStringLiteral("a\nb\tc"));
    row("quotes", QStringLiteral("a \"b\" \\"), QStringLiteral("a \"b\" \\"));
    row("a URL in quotes",
        QStringLiteral("see \"https://h.example/v3/key\" now"),
        QStringLiteral("see \"https://h.example/\u2026\" now"));
    row("a URL before a line's end",
        QStringLiteral("https://h.example/v3/key\nnext"),
        QStringLiteral("https://h.example/\u2026\nnext"));
    row("a secret with quotes", QStringLiteral("x %1 y").arg(kSecret), QStringLiteral("x *** y"));
    row("another script", QString(QChar(0x0645)), QString(QChar(0x0645)));
}

void TstCliLog::everyValueStaysAnObject()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const LogLine line{
        LogWeight::Warning,
        QStringLiteral("loop.failed"),
        QStringLiteral("watch-net"),
        QStringLiteral("rail:net"),
        {{QStringLiteral("detail"), text}, {QStringLiteral("list"), QJsonArray{text, 7}}}};
    const QByteArray bytes = written(line);
    QCOMPARE(bytes.count('\n'), 1);
    const QJsonObject object = parsed(bytes);
    QCOMPARE(object.keys(),
             (QStringList{QStringLiteral("at"),
                          QStringLiteral("correlation_id"),
                          QStringLiteral("data"),
                          QStringLiteral("event"),
                          QStringLiteral("level"),
                          QStringLiteral("loop")}));
    QVERIFY(UtcTime::parse(object.value(u"at").toString()));
    QCOMPARE(object.value(u"level").toString(), QStringLiteral("warning"));
    QCOMPARE(object.value(u"event").toString(), QStringLiteral("loop.failed"));
    QCOMPARE(object.value(u"loop").toString(), QStringLiteral("watch-net"));
    QCOMPARE(object.value(u"correlation_id").toString(), QStringLiteral("rail:net"));
    const QJsonObject data = object.value(u"data").toObject();
    QCOMPARE(data.value(u"detail").toString(), shown);
    QCOMPARE(data.value(u"list").toArray(), (QJsonArray{shown, 7}));
    // As text it is one line too.
    QCOMPARE(written(line, LogFormat::Text).count('\n'), 1);
}

void TstCliLog::aLineWithoutACorrelationHasNone()
{
    const QJsonObject object = parsed(written(
        {LogWeight::Info, QStringLiteral("engine.started"), QStringLiteral("main"), {}, {}}));
    QCOMPARE(object.keys(),
             (QStringList{QStringLiteral("at"),
                          QStringLiteral("event"),
                          QStringLiteral("level"),
                          QStringLiteral("loop")}));
}

void TstCliLog::qtSpeaksInLines()
{
    char* text = nullptr;
    size_t size = 0;
    FILE* stream = open_memstream(&text, &size);
    LogConfig config;
    config.level = LogLevel::Debug;
    config.format = LogFormat::Json;
    const SystemClock clock;
    Log log(config, {kSecret}, clock, stream);
    {
        const QtMessages messages(log);
        qWarning("Unable to free \n statement");
    }
    std::fclose(stream);
    const QJsonObject object = parsed(QByteArray(text, qsizetype(size)));
    std::free(text);
    QCOMPARE(object.value(u"event").toString(), QStringLiteral("qt.message"));
    QCOMPARE(object.value(u"level").toString(), QStringLiteral("debug"));
    QCOMPARE(object.value(u"data").toObject().value(u"text").toString(),
             QStringLiteral("Unable to free statement"));
}

QString TstCliLog::configured() const
{
    QFile file(m_home->filePath(QStringLiteral("tieout.toml")));
    const QByteArray text = "[environment]\nname = \"sandbox\"\n[database]\nurl = \"" +
                            m_home->filePath(QStringLiteral("desk.sqlite")).toUtf8() +
                            "\"\n[[rail]]\nname = \"sandbox\"\nfamily = \"sandbox\"\n"
                            "[log]\nlevel = \"debug\"\nformat = \"json\"\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("can't write");
    return file.fileName();
}

void TstCliLog::begin(QProcess& engine, const QString& file) const
{
    engine.setProcessChannelMode(QProcess::ForwardedOutputChannel);
    engine.setReadChannel(QProcess::StandardError);
    engine.start(QStringLiteral(TIEOUTD),
                 {QStringLiteral("run"), QStringLiteral("--config"), file});
}

QJsonObject TstCliLog::awaitEvent(QProcess& engine, const QString& event)
{
    const QDeadlineTimer deadline(kPatience);
    while (!deadline.hasExpired()) {
        while (engine.canReadLine()) {
            m_lines.append(parsed(engine.readLine()));
            if (m_lines.last().value(u"event").toString() == event)
                return m_lines.last();
        }
        if (!engine.waitForReadyRead(int(deadline.remainingTime())))
            break;
    }
    return {};
}

QList<QJsonObject> TstCliLog::end(QProcess& engine)
{
    engine.terminate();
    if (!engine.waitForFinished(kPatience))
        qFatal("tieoutd did not end");
    for (const QByteArray& line : engine.readAllStandardError().trimmed().split('\n'))
        m_lines.append(parsed(line));
    return std::exchange(m_lines, {});
}

void TstCliLog::anEngineThatRuns()
{
    const QString file = configured();
    QProcess engine;
    begin(engine, file);
    QVERIFY(!awaitEvent(engine, QStringLiteral("rail.connected")).isEmpty());
    const QString id = QStringLiteral("cmd_01ARZ3NDEKTSV4RRFFQ69G5FAV");
    const auto ask = [&](const QString& words) {
        return runTieoutd(words.split(u' ') + QStringList{QStringLiteral("--json"),
                                                          QStringLiteral("--config"),
                                                          file},
                          m_home->path());
    };
    const Ran asked = ask(QStringLiteral("sandbox speed 20"));
    QVERIFY2(asked.code == 0, asked.err.constData());
    const Ran created = ask(
        QStringLiteral("payments create --corridor usdt-sandbox --amount 5 --command-id ") + id);
    QVERIFY2(created.code == 0, created.err.constData());
    // The same id leads from the log to the payment, its events and its journal entries.
    const Ran shown =
        ask(QStringLiteral("payments show ") + created.json().value(u"payment").toString());
    QCOMPARE(shown.json().value(u"correlation_id").toString(), id);
    QVERIFY(!awaitEvent(engine, QStringLiteral("rail.transfers")).isEmpty());
    const QList<QJsonObject> lines = end(engine);
    QStringList commands;
    int rails = 0;
    for (const QJsonObject& line : lines) {
        const QByteArray all = QJsonDocument(line).toJson(QJsonDocument::Compact);
        QVERIFY2(UtcTime::parse(line.value(u"at").toString()), all.constData());
        for (const auto& key : {u"level", u"event", u"loop"})
            QVERIFY2(!line.value(QStringView(key)).toString().isEmpty(), all.constData());
        const QString event = line.value(u"event").toString();
        const QString correlation = line.value(u"correlation_id").toString();
        if (event == u"command.ended")
            commands.append(correlation);
        if (!event.startsWith(u"rail."))
            continue;
        ++rails;
        const QString rail = line.value(u"data").toObject().value(u"rail").toString();
        QVERIFY2(!rail.isEmpty() && correlation == QStringLiteral("rail:") + rail, all.constData());
    }
    QVERIFY(rails >= 2);
    QVERIFY(commands.contains(id));
    QCOMPARE(lines.last().value(u"event").toString(), QStringLiteral("engine.stopped"));
}

void TstCliLog::aSecondEngineSaysThatItWaits()
{
    const QString file = configured();
    QProcess first;
    begin(first, file);
    QVERIFY(!awaitEvent(first, QStringLiteral("engine.running")).isEmpty());
    QProcess second;
    begin(second, file);
    m_lines.clear();
    const QJsonObject waits = awaitEvent(second, QStringLiteral("engine.standing_by"));
    QCOMPARE(waits.value(u"level").toString(), QStringLiteral("info"));
    const QString holder = waits.value(u"data").toObject().value(u"holder").toString();
    QVERIFY2(holder.contains(u':' + QString::number(first.processId()) + u':'), qPrintable(holder));
    end(first);
    QVERIFY(!awaitEvent(second, QStringLiteral("engine.running")).isEmpty());
    const QList<QJsonObject> lines = end(second);
    const auto said = std::count_if(lines.begin(), lines.end(), [](const QJsonObject& line) {
        return line.value(u"event").toString() == u"engine.standing_by";
    });
    QVERIFY(said <= 1); // once each time, and the first engine's lines are not in it
}

TIEOUT_REGISTER_TEST(TstCliLog)
#include "tst_clilog.moc"
