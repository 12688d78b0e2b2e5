// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/export/exportpath.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace tieout {

Outcome checkExportPath(const QString& path, bool mayReplace)
{
    if (path.isEmpty())
        return fail(ErrorCode::Invalid, u"path_missing");
    const QFileInfo file(path);
    if (!file.isAbsolute())
        return fail(ErrorCode::Invalid, u"path_relative");
    if (file.isDir() || path.endsWith(u'/'))
        return fail(ErrorCode::Invalid, u"path_is_folder");
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir())
        return fail(ErrorCode::NotFound, u"folder_missing", folder.filePath());
    if (!folder.isWritable())
        return fail(ErrorCode::Forbidden, u"folder_not_writable", folder.filePath());
    if (!file.exists())
        return Done;
    if (!file.isFile() || !file.isWritable())
        return fail(ErrorCode::Forbidden, u"file_not_writable");
    if (!mayReplace)
        return fail(ErrorCode::Conflict, u"file_exists");
    return Done;
}

QString withSuffixOf(const QString& path, ExportFormat format)
{
    if (path.isEmpty())
        return path;
    for (const ExportFormat known : {ExportFormat::Csv, ExportFormat::Xlsx, ExportFormat::Json}) {
        const QString ending = u'.' + fileSuffix(known);
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return path.chopped(ending.size()) + u'.' + fileSuffix(format);
    }
    return path;
}

QString proposedExportPath(const QString& folder, ExportFormat format, UtcTime now)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(now.ms(), Qt::UTC)
                             .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    return QDir(folder).filePath(QStringLiteral("payments-%1.%2").arg(time, fileSuffix(format)));
}

} // namespace tieout
