// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/asyncstore.h"

#include "model/store/workerthread.h"

#include <QTimer>

#include <atomic>
#include <exception>
#include <mutex>

namespace tieout {

namespace {

constexpr std::chrono::milliseconds kCancelAgain{20};

Error cancelledError()
{
    return {ErrorCode::Cancelled,
            QStringLiteral("cancelled"),
            QStringLiteral("replaced by a newer question")};
}

Error exceptionError(const char* what)
{
    return {ErrorCode::Internal, QStringLiteral("exception"), QString::fromUtf8(what)};
}

// What a lane and the canceller both look at: which job runs, and which are no longer wanted.
struct LaneState
{
    std::mutex mutex;
    Database* running = nullptr;
    quint64 runningTicket = 0;
    std::atomic<quint64> generation = 0;

    // False when the job is no longer wanted. Looked at under the lock: a cancelling either comes
    // before and is seen here, or comes after and finds the job running.
    bool begin(Database& db, quint64 ticket)
    {
        const std::lock_guard lock(mutex);
        if (ticket < generation)
            return false;
        running = &db;
        runningTicket = ticket;
        return true;
    }

    void end()
    {
        const std::lock_guard lock(mutex);
        running = nullptr;
    }

    // Ends the running statement of a job that is no longer wanted; false when there is none.
    bool interrupt()
    {
        const std::lock_guard lock(mutex);
        if (running == nullptr || runningTicket >= generation)
            return false;
        running->cancel();
        return true;
    }
};

} // namespace

// Cancels from a thread of its own: PostgreSQL's way of cancelling opens a connection.
class StoreCanceller : public QObject
{
public:
    void interrupt(const std::shared_ptr<LaneState>& lane)
    {
        // A job between two statements isn't met by the first attempt.
        if (lane->interrupt())
            QTimer::singleShot(kCancelAgain, this, [this, lane] { interrupt(lane); });
    }
};

class StoreLane : public QObject
{
public:
    StoreLane(AsyncStore& owner, const QString& purpose, OpenMode mode, WriteGate* gate)
        : m_owner(owner)
        , m_address(owner.address())
        , m_purpose(purpose)
        , m_mode(mode)
        , m_gate(gate)
    {}

    const std::shared_ptr<LaneState>& state() const { return m_state; }

    void execute(detail::StoreJob& job, quint64 ticket)
    {
        // A read whose connection broke, and a job that met the cancelling of the one before, run
        // again.
        for (int attempt = 0; attempt < 2; ++attempt) {
            if (ticket < m_state->generation) {
                job.refuse(cancelledError());
                return;
            }
            attemptJob(job, ticket);
            const Error* error = job.error();
            if (error == nullptr)
                return;
            const bool lost = isLost(*error);
            if (lost)
                disconnect();
            const bool strayCancel =
                error->code == ErrorCode::Cancelled && ticket >= m_state->generation;
            if (!strayCancel && !(lost && m_mode == OpenMode::ReadOnly))
                return;
        }
    }

private:
    void attemptJob(detail::StoreJob& job, quint64 ticket)
    {
        if (auto opened = connectStore(); !opened) {
            job.refuse(opened.error());
            return;
        }
        if (!m_state->begin(*m_db, ticket)) {
            job.refuse(cancelledError());
            return;
        }
        try {
            job.work(*m_db);
        } catch (const std::exception& e) {
            job.refuse(exceptionError(e.what()));
        } catch (...) {
            job.refuse(exceptionError("unknown"));
        }
        m_state->end();
    }

    Outcome connectStore()
    {
        if (m_db && !m_db->isConnected())
            disconnect();
        if (m_db)
            return Done;
        auto opened = Database::open(m_address, m_purpose, m_mode);
        if (!opened) {
            tell(false);
            return fail(opened.error());
        }
        m_db = std::move(opened).value();
        m_db->setWriteGate(m_gate);
        tell(true);
        return Done;
    }

    void disconnect()
    {
        m_db.reset();
        tell(false);
    }

    bool isLost(const Error& error) const
    {
        return error.reason == u"connection_lost" || (m_db && !m_db->isConnected());
    }

    void tell(bool connected)
    {
        if (m_told == connected)
            return;
        m_told = connected;
        QMetaObject::invokeMethod(
            &m_owner,
            [owner = &m_owner, connected] { Q_EMIT owner->connectionChanged(connected); },
            Qt::QueuedConnection);
    }

    AsyncStore& m_owner;
    DatabaseAddress m_address;
    QString m_purpose;
    OpenMode m_mode;
    WriteGate* m_gate;
    std::shared_ptr<LaneState> m_state = std::make_shared<LaneState>();
    std::unique_ptr<Database> m_db;
    bool m_told = true;
};

AsyncStore::AsyncStore(DatabaseAddress address, WriteGate* gate, QObject* parent)
    : QObject(parent)
    , m_address(std::move(address))
{
    m_canceller = new StoreCanceller;
    m_threads.push_back(std::make_unique<WorkerThread>(QStringLiteral("store-cancel")));
    m_threads.back()->adopt(m_canceller);
    m_threads.back()->start();
    const struct
    {
        Lane lane;
        QString name;
        OpenMode mode;
    } lanes[] = {{Lane::Page, QStringLiteral("store-page"), OpenMode::ReadOnly},
                 {Lane::Scan, QStringLiteral("store-scan"), OpenMode::ReadOnly},
                 {Lane::Act, QStringLiteral("store-act"), OpenMode::ReadWrite}};
    for (const auto& [lane, name, mode] : lanes) {
        auto* worker =
            new StoreLane(*this, name, mode, mode == OpenMode::ReadWrite ? gate : nullptr);
        m_lanes[static_cast<size_t>(lane)] = worker;
        m_threads.push_back(std::make_unique<WorkerThread>(name));
        m_threads.back()->adopt(worker);
        m_threads.back()->start();
    }
}

AsyncStore::~AsyncStore()
{
    for (const Lane lane : {Lane::Page, Lane::Scan, Lane::Act})
        cancel(lane);
    while (!m_threads.empty())
        m_threads.pop_back();
}

void AsyncStore::post(Lane lane, std::shared_ptr<detail::StoreJob> job)
{
    StoreLane* worker = m_lanes[static_cast<size_t>(lane)];
    const quint64 ticket = worker->state()->generation;
    QMetaObject::invokeMethod(
        worker,
        [this, worker, ticket, job = std::move(job)]() mutable {
            worker->execute(*job, ticket);
            // The lane lets go of the job here: what it captured dies on the GUI thread.
            QMetaObject::invokeMethod(
                this, [job = std::move(job)] { job->deliver(); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void AsyncStore::cancel(Lane lane)
{
    const auto state = m_lanes[static_cast<size_t>(lane)]->state();
    ++state->generation;
    QMetaObject::invokeMethod(
        m_canceller,
        [canceller = m_canceller, state] { canceller->interrupt(state); },
        Qt::QueuedConnection);
}

} // namespace tieout
