// SPDX-License-Identifier: GPL-3.0-or-later
// ExportWriter: rows on their way into a file that somebody else will open: CSV, XLSX or JSON. The
// file begins with what it is (filter, UTC range, row count and hash), and no
// cell can be taken for a formula: a spreadsheet must not run what a customer typed as his name.
// Not bound to a thread, but to one at a time. Nothing stands at the path before finish().
#pragma once

#include "model/domain/result.h"
#include "model/domain/utctime.h"

#include <QStringList>

#include <memory>

namespace tieout {

enum class ExportFormat { Csv, Xlsx, Json };

QString fileSuffix(ExportFormat format);

// Text: anything. Amount: an exact decimal, written as such and never as a floating number.
enum class ExportCell { Text, Amount, Time };

struct ExportColumn
{
    QString name; // for people
    ExportCell kind = ExportCell::Text;
};

struct ExportHeading
{
    QString title;       // "Payments"
    QString environment; // "sandbox", "production"
    QString database;    // for people: no secrets
    QString filter;      // canonical text; empty: everything
    std::vector<ExportColumn> columns;
};

// What a finished file says about itself.
struct ExportSummary
{
    qint64 rows = 0;
    // SHA-256 in hex over the rows as CSV writes them, the line of column names first; the same for
    // all formats, so that two files of the same rows can be compared.
    QByteArray sha256;
};

class ExportWriter
{
public:
    // Rows go to a file of the temporary folder first. Reasons: export_write (detail says why).
    static Result<std::unique_ptr<ExportWriter>>
    begin(ExportFormat format, const ExportHeading& heading, UtcTime startedAt);
    virtual ~ExportWriter();
    Q_DISABLE_COPY_MOVE(ExportWriter)

    // `cells` has one text per column.
    Outcome add(const QStringList& cells);
    // Writes the header and puts the whole in its place; a file that stood there is replaced only
    // when everything was written. Reasons: export_write, export_too_long (XLSX holds about a
    // million rows in a sheet, and further sheets are begun; this is beyond them all).
    Result<ExportSummary> finish(const QString& path, UtcTime finishedAt);

protected:
    ExportWriter(ExportHeading heading, UtcTime startedAt);

    struct Closing
    {
        ExportSummary summary;
        UtcTime finishedAt;
    };

    const ExportHeading& heading() const { return m_heading; }
    // "Filter: status:expired" and the like, without the format's own marks.
    std::vector<std::pair<QString, QString>> headerLines(const Closing& closing) const;
    virtual Outcome write(const QStringList& cells) = 0;
    virtual Outcome close(const QString& path, const Closing& closing) = 0;

private:
    struct Digest;

    ExportHeading m_heading;
    UtcTime m_startedAt;
    qint64 m_rows = 0;
    std::unique_ptr<Digest> m_digest;
};

// One line of CSV (RFC 4180, CRLF): quoted where it must be, also for readers that cut at a
// semicolon or a tab; what a spreadsheet would take for a formula, however it cuts the line, gets
// an apostrophe in front, unless it is an amount.
QByteArray csvLine(const QStringList& cells, const std::vector<ExportColumn>& columns);

} // namespace tieout
