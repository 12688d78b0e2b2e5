// SPDX-License-Identifier: GPL-3.0-or-later
// HttpClient: POSTs of one rail thread over one libcurl multi handle. Keep-alive, HTTP/2 over TLS,
// certificates verified, http and https only, no redirects. Requests that were started go on while
// the caller works (their bytes wait in the socket) and are finished by wait. Neither an error nor
// a log line ever holds a URL, because keys live in URLs. Errors: Unavailable (source_unreachable,
// source_timeout, source_truncated, source_too_large, source_tls), Invalid (url_malformed),
// Cancelled (interrupted).
#pragma once

#include "model/domain/result.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace tieout {

struct HttpRequest
{
    QByteArray url;
    QByteArray body;                 // JSON
    std::vector<QByteArray> headers; // "Name: value"; may hold keys
    QByteArray caFile;               // empty: the system's
    int connectMs = 5'000;
    int totalMs = 30'000;
    qint64 maxBytes = qint64(64) * 1024 * 1024; // of the unpacked answer
};

struct HttpAnswer
{
    int status = 0;
    int retryAfterSeconds = -1; // -1: not said; a date is not understood
    std::string body;           // has room for the JSON parser's padding behind its end
    int milliseconds = 0;
};

class HttpClient
{
public:
    using Ticket = quint64;

    HttpClient();
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    Result<HttpAnswer> post(HttpRequest request);

    // Sends the request as far as the socket takes it and returns at once.
    Ticket start(HttpRequest request);
    // Waits for one that was started; each ticket is waited for or discarded once.
    Result<HttpAnswer> wait(Ticket ticket);
    void discard(Ticket ticket);

    // Any thread. Every present and later request ends with Cancelled: the rail is being stopped.
    void interrupt();
    bool interrupted() const { return m_interrupted.load(); }

private:
    struct Transfer;

    bool begin(Transfer& transfer, bool fresh);
    void pump();
    void settle(Transfer& transfer, int code);
    Result<HttpAnswer> take(Transfer& transfer);

    void* m_multi = nullptr;
    std::unordered_map<Ticket, std::unique_ptr<Transfer>> m_transfers;
    Ticket m_next = 1;
    std::atomic<bool> m_interrupted{false};
};

} // namespace tieout
