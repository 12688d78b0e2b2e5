// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desklock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tieout {

namespace desklock {

// One name for a file, whatever links lead to it.
QString baseOf(const QString& database)
{
    const QFileInfo file(database);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    const QString real = file.canonicalFilePath();
    return real.isEmpty() ? folder + u'/' + file.fileName() : real;
}

QString lockOf(const QString& database)
{
    return baseOf(database) + QStringLiteral(".console-lock");
}

QString bellOf(const QString& database)
{
    return baseOf(database) + QStringLiteral(".console-bell");
}

// A watcher is told when the file changes.
bool ring(const QString& bell)
{
    QFile file(bell);
    return file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write("\n") == 1;
}

} // namespace desklock

DeskLock::DeskLock(const QString& database)
    : m_lock(desklock::lockOf(database))
    , m_bell(desklock::bellOf(database))
{
    // By process, not by age: a console may stay open for weeks.
    m_lock.setStaleLockTime(0);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &DeskLock::rung);
}

Result<std::unique_ptr<DeskLock>> DeskLock::take(const QString& database)
{
    std::unique_ptr<DeskLock> made(new DeskLock(database));
    if (made->m_lock.tryLock()) {
        if (QFile bell(made->m_bell); !bell.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return fail(ErrorCode::Forbidden, u"folder_unwritable", made->m_bell);
        made->m_watcher.addPath(made->m_bell);
        return made;
    }
    if (made->m_lock.error() != QLockFile::LockFailedError)
        return fail(ErrorCode::Forbidden, u"folder_unwritable", database);
    qint64 process = 0;
    QString machine;
    QString program;
    made->m_lock.getLockInfo(&process, &machine, &program);
    const bool rang = desklock::ring(made->m_bell);
    return fail(ErrorCode::Conflict,
                u"already_open",
                QStringLiteral("process %1 on %2%3")
                    .arg(process)
                    .arg(machine, rang ? QString() : QStringLiteral(", which can't be called")));
}

DeskLock::~DeskLock()
{
    if (!m_lock.isLocked())
        return;
    m_watcher.removePath(m_bell);
    QFile::remove(m_bell);
}

} // namespace tieout
