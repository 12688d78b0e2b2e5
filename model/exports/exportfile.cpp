// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exports/exportfile.h"

#include <QSaveFile>

namespace tieout {

namespace {

constexpr qint64 kChunk = 1 << 20;

Failure cannotWrite(const QFileDevice& file)
{
    return fail(ErrorCode::Unavailable, u"export_write", file.errorString());
}

} // namespace

Outcome ExportFile::open()
{
    if (!m_rows.open())
        return cannotWrite(m_rows);
    return Done;
}

Outcome ExportFile::add(const QByteArray& bytes)
{
    if (m_rows.write(bytes) != bytes.size())
        return cannotWrite(m_rows);
    return Done;
}

Outcome ExportFile::place(const QString& path, const QByteArray& header, const QByteArray& footer)
{
    QSaveFile file(path);
    if (!m_rows.flush() || !m_rows.seek(0))
        return cannotWrite(m_rows);
    if (!file.open(QIODevice::WriteOnly) || file.write(header) != header.size())
        return cannotWrite(file);
    while (!m_rows.atEnd()) {
        const QByteArray chunk = m_rows.read(kChunk);
        if (chunk.isEmpty())
            return cannotWrite(m_rows);
        if (file.write(chunk) != chunk.size())
            return cannotWrite(file);
    }
    if (file.write(footer) != footer.size() || !file.commit())
        return cannotWrite(file);
    return Done;
}

} // namespace tieout
