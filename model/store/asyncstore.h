// SPDX-License-Identifier: GPL-3.0-or-later
// AsyncStore: how the GUI thread asks the database. It lives on the GUI thread and owns the lanes:
// a thread and a connection each, opened at the first question and opened again when it was lost.
// Jobs of a lane run one after the other; answers come back on the GUI thread, never to a receiver
// that has died. run(), cancel() and the destructor never wait for a query, but the destructor for
// its end.
//
//   store.run(AsyncStore::Lane::Page, [id](Database& db) { return readPaymentDetail(db, id); })
//       .then(this, [this](const Result<PaymentDetail>& answer) { … });
#pragma once

#include "model/store/database.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace tieout {

class StoreLane;
class StoreCanceller;
class WorkerThread;

namespace detail {

// One question on its way to a lane and back. The lane sees no more of it than this.
class StoreJob
{
public:
    StoreJob() = default;
    virtual ~StoreJob() = default;
    Q_DISABLE_COPY_MOVE(StoreJob)

    virtual void work(Database& db) = 0;  // lane; may be called again after a failure
    virtual void refuse(Error error) = 0; // lane
    virtual const Error* error() const = 0;
    virtual void deliver() = 0; // GUI thread
};

template<class Answer, class Work>
class StoreJobOf final : public StoreJob
{
public:
    explicit StoreJobOf(Work question)
        : m_work(std::move(question))
    {}

    void work(Database& db) override { m_answer.emplace(m_work(db)); }
    void refuse(Error error) override { m_answer.emplace(fail(std::move(error))); }

    const Error* error() const override
    {
        return m_answer && !m_answer->has_value() ? &m_answer->error() : nullptr;
    }

    void deliver() override
    {
        // The receiver may ask anew, or die, within its own continuation.
        if (m_receiver && m_then)
            m_then(*m_answer);
    }

    void setReceiver(QObject* receiver, std::function<void(const Answer&)> then)
    {
        m_receiver = receiver;
        m_then = std::move(then);
    }

private:
    Work m_work;
    std::optional<Answer> m_answer;
    QPointer<QObject> m_receiver;
    std::function<void(const Answer&)> m_then;
};

} // namespace detail

class AsyncStore : public QObject
{
    Q_OBJECT

public:
    // Page: what is on screen. Scan: counts, anchors, reports. Act: writes; the only lane whose
    // connection may write. A file's writers share `gate`, which outlives the store.
    enum class Lane { Page, Scan, Act };

    // What then() continues; to be called at once or never. (QFuture of Qt 6.4 stops a debug build
    // when the receiver of a continuation has died.)
    template<class Job, class Answer>
    class Pending
    {
    public:
        explicit Pending(std::shared_ptr<Job> job)
            : m_job(std::move(job))
        {}

        // `receiver` lives on the GUI thread; `then` takes a const Answer&.
        template<class Then>
        void then(QObject* receiver, Then&& then) const
        {
            TIEOUT_CHECK(receiver != nullptr);
            m_job->setReceiver(receiver, std::forward<Then>(then));
        }

    private:
        std::shared_ptr<Job> m_job;
    };

    explicit AsyncStore(DatabaseAddress address,
                        WriteGate* gate = nullptr,
                        QObject* parent = nullptr);
    ~AsyncStore() override;
    Q_DISABLE_COPY_MOVE(AsyncStore)

    const DatabaseAddress& address() const { return m_address; }

    // `work` runs on the lane's thread, maybe twice when the connection broke under a read: it
    // holds copies of what it needs and answers a Result. An exception becomes Internal.
    template<class Work>
    auto run(Lane lane, Work work)
    {
        using Answer = std::invoke_result_t<Work&, Database&>;
        using Job = detail::StoreJobOf<Answer, Work>;
        auto job = std::make_shared<Job>(std::move(work));
        post(lane, job);
        return Pending<Job, Answer>(job);
    }

    // Ends the running job of a lane and those that wait before it: their answer is Cancelled.
    // Jobs that are asked for later run.
    void cancel(Lane lane);

Q_SIGNALS:
    // A lane lost its connection, or has one again.
    void connectionChanged(bool connected);

private:
    void post(Lane lane, std::shared_ptr<detail::StoreJob> job);

    DatabaseAddress m_address;
    std::array<StoreLane*, 3> m_lanes{};
    StoreCanceller* m_canceller = nullptr;
    // Stopped in reverse: the lanes first, while the canceller still ends their statements.
    std::vector<std::unique_ptr<WorkerThread>> m_threads;
};

} // namespace tieout
