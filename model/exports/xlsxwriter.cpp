// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exports/writers.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <xlsxwriter.h>

namespace tieout {

namespace {

constexpr qint64 kRowsOfSheet = LXW_ROW_MAX - 1; // the first line holds the names
constexpr qint64 kMaxSheets = 50;
constexpr int kMaxCell = 32'767;

// Every cell is a string: libxlsxwriter writes those as what they are, so nothing is a formula, and
// an amount keeps all its digits (Excel's numbers have fifteen). In constant memory each row goes
// to the disk when the next begins, and rows of a sheet come in order.
class XlsxWriter final : public ExportWriter
{
public:
    XlsxWriter(const ExportHeading& heading, UtcTime startedAt)
        : ExportWriter(heading, startedAt)
    {}

    // Throws the rows away: workbook_close() would compress all of them first, on whatever thread
    // this is. lxw_workbook_free() leaves the files open in which constant memory keeps them.
    ~XlsxWriter() override
    {
        if (m_book == nullptr)
            return;
        lxw_worksheet* sheet = nullptr;
        STAILQ_FOREACH(sheet, m_book->worksheets, list_pointers)
        {
            if (sheet->optimize_tmpfile != nullptr)
                std::fclose(sheet->optimize_tmpfile);
        }
        lxw_workbook_free(m_book);
    }
    Q_DISABLE_COPY_MOVE(XlsxWriter)

    Outcome open()
    {
        if (!m_folder.isValid())
            return fail(ErrorCode::Unavailable, u"export_write", m_folder.errorString());
        m_file = m_folder.filePath(QStringLiteral("export.xlsx"));
        const QByteArray name = QFile::encodeName(m_file);
        QByteArray folder = QFile::encodeName(m_folder.path());
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.data();
        m_book = workbook_new_opt(name.constData(), &options);
        if (m_book == nullptr)
            return fail(ErrorCode::Unavailable, u"export_write");
        m_about = workbook_add_worksheet(m_book, "About");
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        m_right = workbook_add_format(m_book);
        format_set_align(m_right, LXW_ALIGN_RIGHT);
        return beginSheet();
    }

private:
    Outcome beginSheet()
    {
        if (++m_sheets > kMaxSheets)
            return fail(ErrorCode::Invalid, u"export_too_long");
        const QString name = QStringLiteral("Rows %1").arg(m_sheets);
        m_sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
        worksheet_freeze_panes(m_sheet, 1, 0);
        m_row = 0;
        const auto& columns = heading().columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            const double width = columns[i].kind == ExportCell::Text ? 24 : 20;
            worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), width, nullptr);
            put(m_sheet, 0, lxw_col_t(i), columns[i].name, m_bold);
        }
        return Done;
    }

    static void
    put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* how)
    {
        worksheet_write_string(sheet, row, column, text.left(kMaxCell).toUtf8().constData(), how);
    }

    Outcome write(const QStringList& cells) override
    {
        if (m_row >= kRowsOfSheet) {
            if (auto begun = beginSheet(); !begun)
                return begun;
        }
        ++m_row;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const bool amount =
                heading().columns[static_cast<size_t>(i)].kind == ExportCell::Amount;
            put(m_sheet, lxw_row_t(m_row), lxw_col_t(i), cells.at(i), amount ? m_right : nullptr);
        }
        return Done;
    }

    Outcome close(const QString& path, const Closing& closing) override
    {
        lxw_row_t row = 0;
        worksheet_set_column(m_about, 0, 0, 16, nullptr);
        worksheet_set_column(m_about, 1, 1, 80, nullptr);
        for (const auto& [name, value] : headerLines(closing)) {
            put(m_about, row, 0, name, m_bold);
            put(m_about, row++, 1, value, nullptr);
        }
        const lxw_error error = workbook_close(m_book);
        m_book = nullptr;
        if (error != LXW_NO_ERROR)
            return fail(
                ErrorCode::Unavailable, u"export_write", QLatin1String(lxw_strerror(error)));
        return place(path);
    }

    // Beside its place first, so that the last step is a rename within one file system.
    Outcome place(const QString& path) const
    {
        const QString beside = path + QStringLiteral(".part");
        QFile::remove(beside);
        QFile file(m_file);
        if (!file.copy(beside))
            return fail(ErrorCode::Unavailable, u"export_write", file.errorString());
        // Unlike QFile::rename, this one replaces what stood there.
        if (std::rename(QFile::encodeName(beside).constData(),
                        QFile::encodeName(path).constData()) != 0)
            return fail(ErrorCode::Unavailable, u"export_write", qt_error_string());
        return Done;
    }

    QTemporaryDir m_folder;
    QString m_file;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_about = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_right = nullptr;
    qint64 m_row = 0;
    qint64 m_sheets = 0;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> beginXlsx(const ExportHeading& heading, UtcTime startedAt)
{
    auto writer = std::make_unique<XlsxWriter>(heading, startedAt);
    if (auto done = writer->open(); !done)
        return fail(done.error());
    return std::unique_ptr<ExportWriter>(std::move(writer));
}

} // namespace tieout
