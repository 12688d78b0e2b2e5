// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported: exact, countable, comparable, and never run by the program that opens it.
#include "model/exports/exportwriter.h"
#include "tests/model/exports/zipentries.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;

Q_DECLARE_METATYPE(tieout::ExportFormat)

class TstExportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void csvFile();
    void jsonFile();
    void xlsxFile();
    void allFormats_data();
    void allFormats();
    void failsBeforeItReplaces_data();
    void failsBeforeItReplaces();

private:
    QTemporaryDir m_folder;
};

namespace {

const UtcTime kFrom = UtcTime::fromMs(1'790'000'000'000);
const UtcTime kUntil = UtcTime::fromMs(1'790'000'005'000);

ExportHeading heading()
{
    ExportHeading h;
    h.title = QStringLiteral("Payments");
    h.environment = QStringLiteral("sandbox");
    h.database = QStringLiteral("desk.sqlite");
    h.filter = QStringLiteral("status:expired,overpaid");
    h.columns = {{QStringLiteral("order"), ExportCell::Text},
                 {QStringLiteral("due"), ExportCell::Amount},
                 {QStringLiteral("created"), ExportCell::Time}};
    return h;
}

QList<QStringList> rows()
{
    return {{QStringLiteral("=HYPERLINK(\"http://x\",\"y\")"),
             QStringLiteral("123456789012345678901234567890.000001"),
             QStringLiteral("2026-11-01T04:12:00.000Z")},
            {QStringLiteral("plain"), QStringLiteral("-1.50"), QString()},
            {QStringLiteral("<b>\u00e9\u200f</b>\n\"two\""), QStringLiteral("+1"), QString()}};
}

ExportSummary writeAll(ExportFormat format, const QString& path)
{
    auto begun = ExportWriter::begin(format, heading(), kFrom);
    if (!begun)
        return {};
    const auto writer = std::move(begun).value();
    for (const QStringList& row : rows()) {
        if (!writer->add(row))
            return {};
    }
    return writer->finish(path, kUntil).value_or(ExportSummary{});
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TstExportWriter::lines_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("amount");
    QTest::addColumn<QByteArray>("want");
    QTest::newRow("plain") << QStringLiteral("a") << false << QByteArray("a");
    QTest::newRow("comma") << QStringLiteral("a,b") << false << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << false << QByteArray("\"a\"\"b\"");
    QTest::newRow("line") << QStringLiteral("a\nb") << false << QByteArray("\"a\nb\"");
    QTest::newRow("equals") << QStringLiteral("=1+1") << false << QByteArray("'=1+1");
    QTest::newRow("plus") << QStringLiteral("+cmd|'/c'!A1") << false << QByteArray("'+cmd|'/c'!A1");
    QTest::newRow("minus") << QStringLiteral("-2+3") << false << QByteArray("'-2+3");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << false << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QStringLiteral("\t=1") << false << QByteArray("'\t=1");
    QTest::newRow("return") << QStringLiteral("\r=1") << false << QByteArray("\"'\r=1\"");
    QTest::newRow("amount") << QStringLiteral("-2.50") << true << QByteArray("-2.50");
    QTest::newRow("no amount") << QStringLiteral("-2+3") << true << QByteArray("'-2+3");
    QTest::newRow("text of an amount") << QStringLiteral("-2.50") << false << QByteArray("'-2.50");
    QTest::newRow("empty") << QString() << true << QByteArray();
}

void TstExportWriter::lines()
{
    QFETCH(QString, cell);
    QFETCH(bool, amount);
    QFETCH(QByteArray, want);
    const ExportColumn column{{}, amount ? ExportCell::Amount : ExportCell::Text};
    QCOMPARE(csvLine({cell}, {column}), want + "\r\n");
}

void TstExportWriter::csvFile()
{
    const QString path = m_folder.filePath(QStringLiteral("a.csv"));
    const ExportSummary summary = writeAll(ExportFormat::Csv, path);
    QCOMPARE(summary.rows, 3);
    const QByteArray file = contents(path);
    const qsizetype body = file.indexOf("order,due,created\r\n");
    QVERIFY(body > 0);
    QCOMPARE(QCryptographicHash::hash(file.mid(body), QCryptographicHash::Sha256).toHex(),
             summary.sha256);
    const QByteArray header = file.left(body);
    QVERIFY(header.startsWith("\xef\xbb\xbf# export: Payments\r\n"));
    QVERIFY(header.contains("\"# filter: status:expired,overpaid\"\r\n"));
    QVERIFY(header.contains("# read_utc: " + kFrom.toText().toUtf8() + " / "));
    QVERIFY(header.contains("# rows: 3\r\n"));
    QVERIFY(header.contains("# sha256: " + summary.sha256));
    QVERIFY(file.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","
                          "123456789012345678901234567890.000001,"));
}

void TstExportWriter::jsonFile()
{
    const QString path = m_folder.filePath(QStringLiteral("a.json"));
    const ExportSummary summary = writeAll(ExportFormat::Json, path);
    const QJsonObject file = QJsonDocument::fromJson(contents(path)).object();
    const QJsonObject about = file.value(u"about").toObject();
    QCOMPARE(about.value(u"rows").toInt(), 3);
    QCOMPARE(about.value(u"sha256").toString().toLatin1(), summary.sha256);
    const QJsonArray all = file.value(u"rows").toArray();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).toObject().value(u"order").toString(), rows().at(0).at(0));
    QCOMPARE(all.at(0).toObject().value(u"due").toString(), rows().at(0).at(1));
}

void TstExportWriter::xlsxFile()
{
    const QString path = m_folder.filePath(QStringLiteral("a.xlsx"));
    const ExportSummary summary = writeAll(ExportFormat::Xlsx, path);
    QCOMPARE(summary.rows, 3);
    const auto entries = test::zipEntries(contents(path));
    QVERIFY(entries.contains(QStringLiteral("xl/workbook.xml")));
    const QByteArray about = entries.value(QStringLiteral("xl/worksheets/sheet1.xml"));
    const QByteArray cells = entries.value(QStringLiteral("xl/worksheets/sheet2.xml"));
    QVERIFY(about.contains(summary.sha256) ||
            entries.value(QStringLiteral("xl/sharedStrings.xml")).contains(summary.sha256));
    QVERIFY(cells.contains("123456789012345678901234567890.000001"));
    QVERIFY(cells.contains("=HYPERLINK("));
    for (auto at = entries.begin(); at != entries.end(); ++at)
        QVERIFY2(!at.value().contains("<f>") && !at.value().contains("<f "), qPrintable(at.key()));
}

void TstExportWriter::allFormats_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("csv") << ExportFormat::Csv;
    QTest::newRow("xlsx") << ExportFormat::Xlsx;
    QTest::newRow("json") << ExportFormat::Json;
}

void TstExportWriter::allFormats()
{
    QFETCH(ExportFormat, format);
    const QString path = m_folder.filePath(QStringLiteral("all.") + fileSuffix(format));
    const ExportSummary first = writeAll(format, path);
    // The same rows have the same digest in every format, and an older file is replaced.
    const ExportSummary again = writeAll(format, path);
    QCOMPARE(again.sha256, first.sha256);
    QCOMPARE(first.sha256,
             writeAll(ExportFormat::Csv, m_folder.filePath(QStringLiteral("same.csv"))).sha256);
    QVERIFY(!contents(path).isEmpty());
}

void TstExportWriter::failsBeforeItReplaces_data()
{
    allFormats_data();
}

void TstExportWriter::failsBeforeItReplaces()
{
    QFETCH(ExportFormat, format);
    const QString nowhere = m_folder.filePath(QStringLiteral("missing/folder/a.x"));
    auto begun = ExportWriter::begin(format, heading(), kFrom);
    QVERIFY(begun.has_value());
    const auto writer = std::move(begun).value();
    QVERIFY(writer->add(rows().at(1)).has_value());
    const auto finished = writer->finish(nowhere, kUntil);
    QVERIFY(!finished.has_value());
    QCOMPARE(finished.error().reason, QStringLiteral("export_write"));
    QVERIFY(!finished.error().detail.isEmpty());
    QVERIFY(!QFile::exists(nowhere));
}

TIEOUT_REGISTER_TEST(TstExportWriter)

#include "tst_exportwriter.moc"
