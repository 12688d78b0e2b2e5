// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/canonicaljson.h"
#include "model/exports/exportfile.h"
#include "model/exports/writers.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tieout {

namespace {

constexpr char kByteOrderMark[] = "\xef\xbb\xbf"; // else Excel takes UTF-8 for Latin-1

class CsvWriter final : public ExportWriter
{
public:
    CsvWriter(const ExportHeading& heading, UtcTime startedAt)
        : ExportWriter(heading, startedAt)
    {}

    Outcome open() { return m_file.open(); }

private:
    Outcome write(const QStringList& cells) override
    {
        return m_file.add(csvLine(cells, heading().columns));
    }

    Outcome close(const QString& path, const Closing& closing) override
    {
        QByteArray header = kByteOrderMark;
        for (const auto& [name, value] : headerLines(closing)) {
            const QString line = QStringLiteral("# %1: %2").arg(name, value);
            header += csvLine({line}, {ExportColumn{}});
        }
        return m_file.place(path, header + columnLine(heading()), {});
    }

    ExportFile m_file;
};

class JsonWriter final : public ExportWriter
{
public:
    JsonWriter(const ExportHeading& heading, UtcTime startedAt)
        : ExportWriter(heading, startedAt)
    {}

    Outcome open() { return m_file.open(); }

private:
    // Amounts are texts: a reader's floating point would round them.
    Outcome write(const QStringList& cells) override
    {
        QJsonObject row;
        for (qsizetype i = 0; i < cells.size(); ++i)
            row.insert(heading().columns[static_cast<size_t>(i)].name, cells.at(i));
        const auto text = toCanonicalJson(row);
        if (!text)
            return fail(text.error());
        const QByteArray separator = m_first ? "\n" : ",\n";
        m_first = false;
        return m_file.add(separator + *text);
    }

    Outcome close(const QString& path, const Closing& closing) override
    {
        QJsonObject about;
        for (const auto& [name, value] : headerLines(closing))
            about.insert(name, value);
        about.insert(QStringLiteral("rows"), closing.summary.rows);
        QJsonArray columns;
        for (const ExportColumn& column : heading().columns)
            columns.append(column.name);
        about.insert(QStringLiteral("columns"), columns);
        const auto text = toCanonicalJson(about);
        if (!text)
            return fail(text.error());
        return m_file.place(path, "{\"about\":" + *text + ",\n\"rows\":[", "\n]}\n");
    }

    ExportFile m_file;
    bool m_first = true;
};

template<class Writer>
Result<std::unique_ptr<ExportWriter>> opened(const ExportHeading& heading, UtcTime startedAt)
{
    auto writer = std::make_unique<Writer>(heading, startedAt);
    if (auto done = writer->open(); !done)
        return fail(done.error());
    return std::unique_ptr<ExportWriter>(std::move(writer));
}

} // namespace

QByteArray columnLine(const ExportHeading& heading)
{
    QStringList names;
    for (const ExportColumn& column : heading.columns)
        names.append(column.name);
    return csvLine(names, heading.columns);
}

Result<std::unique_ptr<ExportWriter>> beginCsv(const ExportHeading& heading, UtcTime startedAt)
{
    return opened<CsvWriter>(heading, startedAt);
}

Result<std::unique_ptr<ExportWriter>> beginJson(const ExportHeading& heading, UtcTime startedAt)
{
    return opened<JsonWriter>(heading, startedAt);
}

} // namespace tieout
