// SPDX-License-Identifier: GPL-3.0-or-later
// Change feed: hints that rows changed, so that whoever shows them reads again; never data.
// PostgreSQL sends them by NOTIFY, at most one per transaction; on SQLite the file's counter of
// commits is polled and says "many". ChangeFeed lives on the thread that made it and owns a thread
// with a connection, which opens itself again after a loss.
#pragma once

#include "model/store/database.h"

#include <QObject>
#include <QStringList>

#include <chrono>

namespace tieout {

// Above these a hint says "many".
inline constexpr int kMaxNotifiedIds = 50;
inline constexpr int kMaxNotifiedBytes = 7'000;

// Inside a transaction: these changed. All calls of one transaction become one hint, sent at its
// commit and dropped with its roll-back.
Outcome notifyChanged(Database& db, const QStringList& ids);
Outcome notifyManyChanged(Database& db);

// Transaction's own: sends what was noted, before COMMIT.
Outcome sendChangeNote(Database& db);

class FeedWorker;
class WorkerThread;

class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kDefaultPoll{250};

    explicit ChangeFeed(const DatabaseAddress& address,
                        std::chrono::milliseconds poll = kDefaultPoll,
                        QObject* parent = nullptr);
    ~ChangeFeed() override;
    Q_DISABLE_COPY_MOVE(ChangeFeed)

Q_SIGNALS:
    // No ids: many, or unknown which, as after a time without a connection.
    void changed(const QStringList& ids);
    // False while hints may be missing; true again is followed by changed().
    void listening(bool connected);

private:
    std::unique_ptr<WorkerThread> m_thread;
};

} // namespace tieout
