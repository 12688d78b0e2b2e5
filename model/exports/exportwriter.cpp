// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exports/exportwriter.h"

#include "model/exports/writers.h"

#include <QCryptographicHash>

#include <algorithm>

namespace tieout {

struct ExportWriter::Digest
{
    QCryptographicHash hash{QCryptographicHash::Sha256};
};

namespace {

// What Excel, LibreOffice and Google Sheets begin a formula with; the wide forms where Chinese,
// Japanese and Korean are written.
bool isFormulaSign(QChar c)
{
    return QStringView(u"=+-@|\uff1d\uff0b\uff0d\uff20").contains(c);
}

// Where a reader may cut a text into cells of its own: which one it takes depends on its locale,
// and not every reader heeds the quotes.
bool isSeparator(QChar c)
{
    return QStringView(u",;\t\r\n").contains(c);
}

// An apostrophe before each sign that may come to begin a cell, however the line is cut. Readers
// skip the blanks before it, and a quote there may be taken for the beginning of a quoted cell.
QString withoutFormulas(const QString& text)
{
    QString marked;
    bool begins = true;
    for (const QChar c : text) {
        if (begins && isFormulaSign(c))
            marked += u'\'';
        marked += c;
        begins = isSeparator(c) || (begins && (c.isSpace() || c == u'"'));
    }
    return marked;
}

bool isDecimal(const QString& cell)
{
    const QStringView digits = cell.startsWith(u'-') ? QStringView(cell).sliced(1) : cell;
    return !digits.isEmpty() && digits.front().isDigit() &&
           std::all_of(digits.begin(), digits.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || c == u'.';
           });
}

QByteArray csvCell(const QString& cell, ExportCell kind)
{
    const bool exact = kind == ExportCell::Amount && isDecimal(cell);
    QByteArray text = (exact ? cell : withoutFormulas(cell)).toUtf8();
    const auto needsQuotes = [](char c) { return QByteArrayView("\",;\t\r\n").contains(c); };
    if (std::any_of(text.begin(), text.end(), needsQuotes))
        text = '"' + text.replace("\"", "\"\"") + '"';
    return text;
}

} // namespace

QString fileSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Xlsx:
        return QStringLiteral("xlsx");
    case ExportFormat::Json:
        return QStringLiteral("json");
    }
    return {};
}

QByteArray csvLine(const QStringList& cells, const std::vector<ExportColumn>& columns)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        line += csvCell(cells.at(i), columns[static_cast<size_t>(i)].kind);
    }
    return line + "\r\n";
}

ExportWriter::ExportWriter(ExportHeading heading, UtcTime startedAt)
    : m_heading(std::move(heading))
    , m_startedAt(startedAt)
    , m_digest(std::make_unique<Digest>())
{
    m_digest->hash.addData(columnLine(m_heading));
}

ExportWriter::~ExportWriter() = default;

Result<std::unique_ptr<ExportWriter>>
ExportWriter::begin(ExportFormat format, const ExportHeading& heading, UtcTime startedAt)
{
    TIEOUT_CHECK(!heading.columns.empty());
    switch (format) {
    case ExportFormat::Csv:
        return beginCsv(heading, startedAt);
    case ExportFormat::Xlsx:
        return beginXlsx(heading, startedAt);
    case ExportFormat::Json:
        return beginJson(heading, startedAt);
    }
    return fail(ErrorCode::Internal, u"export_write");
}

Outcome ExportWriter::add(const QStringList& cells)
{
    TIEOUT_CHECK(cells.size() == static_cast<qsizetype>(m_heading.columns.size()));
    m_digest->hash.addData(csvLine(cells, m_heading.columns));
    ++m_rows;
    return write(cells);
}

Result<ExportSummary> ExportWriter::finish(const QString& path, UtcTime finishedAt)
{
    Closing closing;
    closing.summary = {m_rows, m_digest->hash.result().toHex()};
    closing.finishedAt = finishedAt;
    if (auto done = close(path, closing); !done)
        return fail(done.error());
    return closing.summary;
}

std::vector<std::pair<QString, QString>> ExportWriter::headerLines(const Closing& closing) const
{
    const auto span = QStringLiteral("%1 / %2").arg(m_startedAt.toText(),
                                                    closing.finishedAt.toText()); // ISO 8601
    return {{QStringLiteral("export"), m_heading.title},
            {QStringLiteral("environment"), m_heading.environment},
            {QStringLiteral("database"), m_heading.database},
            {QStringLiteral("filter"), m_heading.filter},
            {QStringLiteral("read_utc"), span},
            {QStringLiteral("rows"), QString::number(closing.summary.rows)},
            {QStringLiteral("sha256"), QString::fromLatin1(closing.summary.sha256)}};
}

} // namespace tieout
