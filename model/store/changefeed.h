// SPDX-License-Identifier: GPL-3.0-or-later
// Change feed: hints that rows changed, so that whoever shows them reads again; never data.
// PostgreSQL sends them by NOTIFY on one channel, at most one per transaction: ids, "*" for many,
// or "command" when a person submitted or cancelled one (resources/migrations/0003_commands). On
// SQLite the file's counter of commits is polled and says "many". ChangeFeed tells the thread that
// made it, ChangeBell its own; both own a thread with a connection, which opens itself again after
// a loss.
#pragma once

#include "model/store/database.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>

namespace tieout {

// Above these a hint says "many".
inline constexpr int kMaxNotifiedIds = 50;
inline constexpr int kMaxNotifiedBytes = 7'000;

// Inside a transaction: these changed. All calls of one transaction become one hint, sent at its
// commit and dropped with its roll-back.
Outcome notifyChanged(Database& db, const QStringList& ids);
Outcome notifyManyChanged(Database& db);

// What a bell is rung with when a command waits.
inline constexpr char kCommandWaits[] = "command";

// Transaction's own: sends what was noted, before COMMIT.
Outcome sendChangeNote(Database& db);

class WorkerThread;

// For whoever has no event loop: an engine's loop, a program that waits for one answer.
class ChangeBell
{
public:
    // Called in the bell's own thread, and never after the destructor: the ids of a hint, none when
    // it is not known which, as at the begin and after a time without a connection; and whether
    // hints may be missing from now on (false) or come again (true).
    struct Ring
    {
        std::function<void(const QStringList& ids)> changed;
        std::function<void(bool connected)> listening;
    };

    static constexpr std::chrono::milliseconds kDefaultPoll{250};

    explicit ChangeBell(const DatabaseAddress& address,
                        Ring ring,
                        std::chrono::milliseconds poll = kDefaultPoll);
    ~ChangeBell();
    Q_DISABLE_COPY_MOVE(ChangeBell)

private:
    std::unique_ptr<WorkerThread> m_thread;
};

class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    explicit ChangeFeed(const DatabaseAddress& address,
                        std::chrono::milliseconds poll = ChangeBell::kDefaultPoll,
                        QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChangeFeed)

Q_SIGNALS:
    // Rows. No ids: many, or unknown which, as after a time without a connection.
    void changed(const QStringList& ids);
    // False while hints may be missing; true again is followed by changed().
    void listening(bool connected);

private:
    ChangeBell m_bell;
};

} // namespace tieout
