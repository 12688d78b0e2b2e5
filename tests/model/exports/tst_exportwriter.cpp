// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported: exact, countable, comparable, and never run by the program that opens it.
#include "model/exports/exportwriter.h"
#include "tests/model/exports/zipentries.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tieout;

Q_DECLARE_METATYPE(tieout::ExportFormat)

class TstExportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void noWayOfCuttingMakesAFormula_data();
    void noWayOfCuttingMakesAFormula();
    void csvFile();
    void jsonFile();
    void xlsxFile();
    void allFormats_data();
    void allFormats();
    void failsBeforeItReplaces_data();
    void failsBeforeItReplaces();
    void aWriterThatIsDroppedLeavesNothing_data();
    void aWriterThatIsDroppedLeavesNothing();

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

// The cells of a text as a spreadsheet cuts it: a quote counts where it begins a cell, and what
// stands behind its end belongs to the cell.
QList<QByteArray> cellsOf(const QByteArray& text, char separator, bool heedsQuotes)
{
    QList<QByteArray> cells(1);
    bool begins = true;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const bool isQuote = heedsQuotes && c == '"';
        if (inside && isQuote && i + 1 < text.size() && text.at(i + 1) == '"')
            cells.last() += text.at(++i);
        else if (isQuote && (inside || begins))
            inside = !inside;
        else if (!inside && (c == separator || c == '\n' || c == '\r'))
            cells.append(QByteArray());
        else
            cells.last() += c;
        begins = !inside && !isQuote && (c == separator || c == '\n' || c == '\r');
    }
    return cells;
}

// Blanks and quotes before the sign are no protection.
bool beginsAFormula(const QByteArray& cell)
{
    for (const char c : cell) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '"')
            return c == '=';
    }
    return false;
}

int openFiles()
{
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoFilter).size());
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
    QTest::newRow("tab") << QStringLiteral("\t=1") << false << QByteArray("\"\t'=1\"");
    QTest::newRow("return") << QStringLiteral("\r=1") << false << QByteArray("\"\r'=1\"");
    QTest::newRow("blank") << QStringLiteral(" =1") << false << QByteArray(" '=1");
    QTest::newRow("wide") << QStringLiteral("\uff1d1") << false
                          << QStringLiteral("'\uff1d1").toUtf8();
    QTest::newRow("semicolon") << QStringLiteral("a;b") << false << QByteArray("\"a;b\"");
    QTest::newRow("tab inside") << QStringLiteral("a\tb") << false << QByteArray("\"a\tb\"");
    QTest::newRow("hidden") << QStringLiteral("x;=cmd|'/C calc'!A0;") << false
                            << QByteArray("\"x;'=cmd|'/C calc'!A0;\"");
    QTest::newRow("hidden by a blank")
        << QStringLiteral("x,\t -1") << false << QByteArray("\"x,\t '-1\"");
    QTest::newRow("hidden by a quote")
        << QStringLiteral("x;\"=1") << false << QByteArray("\"x;\"\"'=1\"");
    QTest::newRow("hyphen") << QStringLiteral("ORD-7 = b") << false << QByteArray("ORD-7 = b");
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

void TstExportWriter::noWayOfCuttingMakesAFormula_data()
{
    QTest::addColumn<char>("separator");
    QTest::addColumn<bool>("quotes");
    for (const char separator : {',', ';', '\t'}) {
        for (const bool quotes : {true, false})
            QTest::addRow("at %d%s", separator, quotes ? "" : ", quotes ignored")
                << separator << quotes;
    }
}

// Every text of a few signs, beside another one, as a reader finds it that cuts there.
void TstExportWriter::noWayOfCuttingMakesAFormula()
{
    QFETCH(char, separator);
    QFETCH(bool, quotes);
    const QString signs = QStringLiteral("=x;,\t\" \n");
    constexpr int kMost = 5;
    const std::vector<ExportColumn> columns(2);
    int cells = 0;
    for (int length = 1; length <= kMost; ++length) {
        const int texts = int(std::pow(signs.size(), length));
        for (int n = 0; n < texts; ++n) {
            QString text;
            for (int i = 0, rest = n; i < length; ++i, rest /= int(signs.size()))
                text += signs.at(rest % signs.size());
            for (const QStringList& row : {QStringList{text, QStringLiteral("=1")},
                                           QStringList{QStringLiteral("a;"), text}}) {
                const QByteArray line = csvLine(row, columns);
                for (const QByteArray& cell : cellsOf(line, separator, quotes)) {
                    ++cells;
                    if (beginsAFormula(cell))
                        QFAIL((line + " makes " + cell).constData());
                }
            }
        }
    }
    QVERIFY(cells > 100'000);
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

void TstExportWriter::aWriterThatIsDroppedLeavesNothing_data()
{
    allFormats_data();
}

// Nothing of its rows stays on the disk, also none that only an open file keeps there.
void TstExportWriter::aWriterThatIsDroppedLeavesNothing()
{
    QFETCH(ExportFormat, format);
    const QByteArray before = qgetenv("TMPDIR");
    const QTemporaryDir temporary;
    qputenv("TMPDIR", QFile::encodeName(temporary.path()));
    const int open = openFiles();
    {
        auto begun = ExportWriter::begin(format, heading(), kFrom);
        QVERIFY(begun.has_value());
        const auto writer = std::move(begun).value();
        for (int i = 0; i < 50'000; ++i)
            QVERIFY(writer->add(rows().at(0)).has_value());
        QVERIFY(openFiles() > open);
    }
    before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QCOMPARE(openFiles(), open);
    QCOMPARE(QDir(temporary.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
}

TIEOUT_REGISTER_TEST(TstExportWriter)

#include "tst_exportwriter.moc"
