// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/httpclient.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstring>
#include <optional>

namespace tieout {

namespace {

constexpr size_t kParserPadding = 64; // simdjson reads a little past the end
constexpr long kConnectionsPerHost = 4;
constexpr long kReceiveBuffer = 256 * 1024;
constexpr int kPollMs = 1'000;

// With NOSIGNAL libcurl leaves SIGPIPE to the program, and OpenSSL raises it when it writes to a
// connection that the server has closed.
void startCurlOnce()
{
    static const bool started = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR &&
                                curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    TIEOUT_CHECK(started);
}

bool sameName(std::string_view line, std::string_view name)
{
    return line.size() > name.size() && line[name.size()] == ':' &&
           std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
           });
}

} // namespace

struct HttpClient::Transfer
{
    HttpRequest request;
    HttpAnswer answer;
    CURL* easy = nullptr;
    curl_slist* headers = nullptr;
    std::optional<CURLcode> code; // set when it has ended
    bool tooLarge = false;
    bool retried = false;

    ~Transfer()
    {
        curl_slist_free_all(headers);
        if (easy)
            curl_easy_cleanup(easy);
    }

    // The whole answer, unpacked, may not pass maxBytes: a hostile server can't fill our memory.
    static size_t onBody(char* data, size_t, size_t size, void* user)
    {
        auto* self = static_cast<Transfer*>(user);
        std::string& body = self->answer.body;
        const auto most = static_cast<size_t>(self->request.maxBytes);
        if (body.empty()) {
            curl_off_t length = -1;
            curl_easy_getinfo(self->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
            self->tooLarge = length > self->request.maxBytes;
            if (length > 0 && !self->tooLarge)
                body.reserve(static_cast<size_t>(length) + kParserPadding);
        }
        self->tooLarge = self->tooLarge || body.size() + size > most;
        if (self->tooLarge)
            return 0;
        body.append(data, size);
        return size;
    }

    static size_t onHeader(char* data, size_t, size_t size, void* user)
    {
        auto* self = static_cast<Transfer*>(user);
        const std::string_view line(data, size);
        constexpr std::string_view kRetryAfter = "retry-after";
        if (sameName(line, kRetryAfter)) {
            std::string_view value = line.substr(kRetryAfter.size() + 1);
            value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
            int seconds = -1;
            std::from_chars(value.data(), value.data() + value.size(), seconds);
            self->answer.retryAfterSeconds = seconds;
        }
        return size;
    }
};

HttpClient::HttpClient()
{
    startCurlOnce();
    m_multi = curl_multi_init();
    TIEOUT_CHECK(m_multi);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_HOST_CONNECTIONS, kConnectionsPerHost);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, long(CURLPIPE_MULTIPLEX));
}

HttpClient::~HttpClient()
{
    for (auto& [ticket, transfer] : m_transfers)
        curl_multi_remove_handle(m_multi, transfer->easy);
    m_transfers.clear();
    curl_multi_cleanup(m_multi);
}

void HttpClient::interrupt()
{
    m_interrupted.store(true);
    curl_multi_wakeup(m_multi);
}

bool HttpClient::begin(Transfer& t, bool fresh)
{
    if (!t.easy)
        t.easy = curl_easy_init();
    TIEOUT_CHECK(t.easy);
    CURL* e = t.easy;
    curl_slist_free_all(t.headers);
    t.headers = curl_slist_append(nullptr, "Content-Type: application/json");
    t.headers = curl_slist_append(t.headers, "Expect:");
    for (const QByteArray& header : t.request.headers)
        t.headers = curl_slist_append(t.headers, header.constData());
    const bool secure = t.request.url.startsWith("https");
    curl_easy_setopt(e, CURLOPT_URL, t.request.url.constData());
    curl_easy_setopt(e, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(e, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(e, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(e, CURLOPT_PIPEWAIT, 1L);
    curl_easy_setopt(e, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(e, CURLOPT_CONNECTTIMEOUT_MS, long(t.request.connectMs));
    curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, long(t.request.totalMs));
    curl_easy_setopt(e, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(e, CURLOPT_BUFFERSIZE, kReceiveBuffer);
    curl_easy_setopt(e, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(e, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!t.request.caFile.isEmpty())
        curl_easy_setopt(e, CURLOPT_CAINFO, t.request.caFile.constData());
    // Packing pays over the internet; on a plain connection to one's own node it only costs.
    curl_easy_setopt(e, CURLOPT_ACCEPT_ENCODING, secure ? "" : nullptr);
    curl_easy_setopt(e, CURLOPT_HTTPHEADER, t.headers);
    curl_easy_setopt(e, CURLOPT_POST, 1L);
    curl_easy_setopt(e, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(t.request.body.size()));
    curl_easy_setopt(e, CURLOPT_POSTFIELDS, t.request.body.constData());
    curl_easy_setopt(e, CURLOPT_FRESH_CONNECT, fresh ? 1L : 0L);
    curl_easy_setopt(e, CURLOPT_PRIVATE, &t);
    curl_easy_setopt(e, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(e, CURLOPT_WRITEDATA, &t);
    curl_easy_setopt(e, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(e, CURLOPT_HEADERDATA, &t);
    return curl_multi_add_handle(m_multi, e) == CURLM_OK;
}

HttpClient::Ticket HttpClient::start(HttpRequest request)
{
    auto transfer = std::make_unique<Transfer>();
    transfer->request = std::move(request);
    if (!begin(*transfer, false))
        transfer->code = CURLE_FAILED_INIT;
    const Ticket ticket = m_next++;
    m_transfers.emplace(ticket, std::move(transfer));
    pump();
    return ticket;
}

void HttpClient::pump()
{
    int running = 0;
    curl_multi_perform(m_multi, &running);
    int left = 0;
    while (CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const int code = message->data.result; // the message dies with the next call
        Transfer* transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        settle(*transfer, code);
    }
}

// A server may close a kept-alive connection at the very moment it is used again; what we send only
// reads, so once more on a new socket is safe.
void HttpClient::settle(Transfer& t, int code)
{
    curl_multi_remove_handle(m_multi, t.easy);
    long connects = 0;
    curl_easy_getinfo(t.easy, CURLINFO_NUM_CONNECTS, &connects);
    const bool closed = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR ||
                        code == CURLE_GOT_NOTHING || code == CURLE_HTTP2 ||
                        code == CURLE_HTTP2_STREAM;
    if (closed && connects == 0 && t.answer.body.empty() && !t.retried) {
        t.retried = true;
        t.answer = {};
        if (begin(t, true))
            return;
    }
    t.code = static_cast<CURLcode>(code);
}

Result<HttpAnswer> HttpClient::take(Transfer& t)
{
    const CURLcode code = *t.code;
    // curl's own longer messages name hosts, which may be secret as well.
    const QString detail = QString::fromLatin1(curl_easy_strerror(code));
    if (t.tooLarge)
        return fail(ErrorCode::Unavailable, u"source_too_large");
    switch (static_cast<int>(code)) {
    case CURLE_OK:
        break;
    case CURLE_OPERATION_TIMEDOUT:
        return fail(ErrorCode::Unavailable, u"source_timeout", detail);
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return fail(ErrorCode::Invalid, u"url_malformed", detail);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
        return fail(ErrorCode::Unavailable, u"source_tls", detail);
    case CURLE_PARTIAL_FILE:
    case CURLE_BAD_CONTENT_ENCODING:
        return fail(ErrorCode::Unavailable, u"source_truncated", detail);
    default:
        return fail(ErrorCode::Unavailable,
                    t.answer.body.empty() ? u"source_unreachable" : u"source_truncated",
                    detail);
    }
    long status = 0;
    curl_off_t microseconds = 0;
    curl_easy_getinfo(t.easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(t.easy, CURLINFO_TOTAL_TIME_T, &microseconds);
    t.answer.status = static_cast<int>(status);
    t.answer.milliseconds = static_cast<int>(microseconds / 1'000);
    t.answer.body.reserve(t.answer.body.size() + kParserPadding);
    return std::move(t.answer);
}

Result<HttpAnswer> HttpClient::wait(Ticket ticket)
{
    const auto it = m_transfers.find(ticket);
    TIEOUT_CHECK(it != m_transfers.end());
    while (!it->second->code && !interrupted()) {
        pump();
        if (!it->second->code && !interrupted())
            curl_multi_poll(m_multi, nullptr, 0, kPollMs, nullptr);
    }
    if (interrupted()) {
        discard(ticket);
        return fail(ErrorCode::Cancelled, u"interrupted");
    }
    const std::unique_ptr<Transfer> transfer = std::move(it->second);
    m_transfers.erase(it);
    return take(*transfer);
}

void HttpClient::discard(Ticket ticket)
{
    const auto it = m_transfers.find(ticket);
    if (it == m_transfers.end())
        return;
    if (!it->second->code)
        curl_multi_remove_handle(m_multi, it->second->easy);
    m_transfers.erase(it);
}

Result<HttpAnswer> HttpClient::post(HttpRequest request)
{
    return wait(start(std::move(request)));
}

} // namespace tieout
