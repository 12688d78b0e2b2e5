// SPDX-License-Identifier: GPL-3.0-or-later
// DeskLock: one console per SQLite file. Whoever takes it holds a lock file beside the database;
// whoever comes later rings, and the holder is told, so that its window can come to the front. A
// lock whose process has died is taken over. Lives on the GUI thread; needs no network and no bus.
#pragma once

#include "model/domain/result.h"

#include <QFileSystemWatcher>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace tieout {

class DeskLock final : public QObject
{
    Q_OBJECT

public:
    // Conflict (already_open; the detail names process and machine), after it rang; Forbidden
    // (folder_unwritable).
    static Result<std::unique_ptr<DeskLock>> take(const QString& database);
    ~DeskLock() override;
    Q_DISABLE_COPY_MOVE(DeskLock)

Q_SIGNALS:
    void rung();

private:
    explicit DeskLock(const QString& database);

    QLockFile m_lock;
    QString m_bell;
    QFileSystemWatcher m_watcher;
};

} // namespace tieout
