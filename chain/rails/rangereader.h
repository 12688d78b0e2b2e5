// SPDX-License-Identifier: GPL-3.0-or-later
// RangeReader: a thread that fetches, parses and reads the answer for one range while the rail's
// thread writes the range before it. It owns an HTTP client and a parser and nothing else: no
// source, no filter, no database; what goes in and comes out are values, and every verdict stays
// with the rail's thread. The thread starts with the first job and ends with the reader. Errors:
// those of HttpClient and JsonRpcReader, Internal (exception). Rail thread only, but for interrupt.
#pragma once

#include "chain/rails/evmrange.h"
#include "chain/rails/httpclient.h"
#include "chain/rails/jsonrpc.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tieout {

struct RangeJob
{
    HttpRequest request;
    size_t calls = 0;
    qint64 firstId = 0;
    EvmRange range;
};

struct RangeAnswer
{
    Result<HttpAnswer> http;
    Result<RpcBatch> batch; // its errors; the results are read into `range` and empty here
    EvmRange range;
};

class RangeReader
{
public:
    RangeReader() = default;
    ~RangeReader(); // interrupts and waits
    Q_DISABLE_COPY_MOVE(RangeReader)

    // An abandoned job runs to its end before there is room for another.
    bool isFree() const;
    void start(RangeJob job); // only when free
    // Waits for the job that was started; Cancelled after interrupt.
    RangeAnswer take();
    // Nobody will take it.
    void abandon();

    // Any thread, for ever: the rail is being stopped.
    void interrupt() { m_http.interrupt(); }

private:
    enum class State { Free, Reading, Read, Abandoned };

    void run();
    RangeAnswer answer(RangeJob& job);

    HttpClient m_http;      // used by the thread; interrupted by any
    JsonRpcReader m_parser; // the thread's
    std::thread m_thread;
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    State m_state = State::Free;
    bool m_stop = false;
    std::optional<RangeJob> m_job;
    std::optional<RangeAnswer> m_answer;
};

} // namespace tieout
