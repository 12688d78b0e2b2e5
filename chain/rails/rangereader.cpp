// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/rangereader.h"

namespace tieout {

RangeReader::~RangeReader()
{
    interrupt();
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool RangeReader::isFree() const
{
    const std::lock_guard lock(m_mutex);
    return m_state == State::Free;
}

void RangeReader::start(RangeJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        TIEOUT_CHECK(m_state == State::Free);
        m_state = State::Reading;
        m_job = std::move(job);
    }
    m_changed.notify_all();
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

RangeAnswer RangeReader::take()
{
    std::unique_lock lock(m_mutex);
    TIEOUT_CHECK(m_state == State::Reading || m_state == State::Read);
    m_changed.wait(lock, [this] { return m_state == State::Read; });
    m_state = State::Free;
    RangeAnswer out = std::move(*m_answer);
    m_answer.reset();
    return out;
}

void RangeReader::abandon()
{
    const std::lock_guard lock(m_mutex);
    if (m_state == State::Reading)
        m_state = State::Abandoned;
    if (m_state == State::Read)
        m_state = State::Free;
    m_answer.reset();
}

RangeAnswer RangeReader::answer(RangeJob& job)
try {
    Result<HttpAnswer> http = m_http.post(std::move(job.request));
    if (!http) {
        const Failure failed = fail(http.error());
        return {failed, failed, std::move(job.range)};
    }
    Result<RpcBatch> parsed = m_parser.read(http->body, job.calls, job.firstId);
    if (!parsed)
        return {std::move(http), std::move(parsed), std::move(job.range)};
    RpcBatch batch = std::move(parsed).value();
    job.range.read(batch);
    for (RpcItem& item : batch.items)
        item.result = {}; // the parser is used again before anybody looks
    return {std::move(http), std::move(batch), std::move(job.range)};
} catch (const std::exception& problem) {
    const Failure failed =
        fail(ErrorCode::Internal, u"exception", QString::fromUtf8(problem.what()));
    return {failed, failed, std::move(job.range)};
}

void RangeReader::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || m_job; });
        if (m_stop)
            return;
        RangeJob job = std::move(*m_job);
        m_job.reset();
        lock.unlock();
        RangeAnswer done = answer(job);
        lock.lock();
        if (m_state == State::Reading)
            m_answer = std::move(done);
        m_state = m_state == State::Reading ? State::Read : State::Free;
        m_changed.notify_all();
    }
}

} // namespace tieout
