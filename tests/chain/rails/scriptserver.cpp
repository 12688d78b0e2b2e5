// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/scriptserver.h"

#include "model/domain/check.h"

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tieout::test {

namespace {

constexpr int kTickMs = 20; // how fast a stop is noticed

qsizetype contentLength(const QByteArray& head)
{
    const qsizetype at = head.toLower().indexOf("content-length:");
    return at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
}

} // namespace

struct ScriptServer::Wire
{
    int socket = -1;
    SSL* ssl = nullptr;

    ~Wire() { SSL_free(ssl); }

    qsizetype receive(char* buffer, int size)
    {
        return ssl ? SSL_read(ssl, buffer, size)
                   : ::recv(socket, buffer, static_cast<size_t>(size), 0);
    }

    void send(const QByteArray& bytes)
    {
        qsizetype done = 0;
        while (done < bytes.size()) {
            const char* at = bytes.data() + done;
            const auto left = static_cast<size_t>(bytes.size() - done);
            const qsizetype sent = ssl ? SSL_write(ssl, at, static_cast<int>(left))
                                       : ::send(socket, at, left, MSG_NOSIGNAL);
            if (sent <= 0)
                return;
            done += sent;
        }
    }
};

ScriptServer::ScriptServer(Script script, const QByteArray& certificate)
    : m_script(std::move(script))
{
    std::signal(SIGPIPE, SIG_IGN); // QtTest takes it back for each class; OpenSSL raises it
    if (!certificate.isEmpty()) {
        m_tls = SSL_CTX_new(TLS_server_method());
        const char* file = certificate.constData();
        TIEOUT_CHECK(SSL_CTX_use_certificate_chain_file(m_tls, file) == 1);
        TIEOUT_CHECK(SSL_CTX_use_PrivateKey_file(m_tls, file, SSL_FILETYPE_PEM) == 1);
    }
    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    TIEOUT_CHECK(::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) == 0);
    TIEOUT_CHECK(::listen(m_listener, 16) == 0);
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { acceptLoop(); });
}

ScriptServer::~ScriptServer()
{
    m_stop.store(true);
    m_acceptor.join();
    for (std::thread& thread : m_threads)
        thread.join();
    ::close(m_listener);
    SSL_CTX_free(m_tls);
}

QByteArray ScriptServer::url() const
{
    return (m_tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + QByteArray::number(m_port) +
           QByteArray("/secret-key");
}

void ScriptServer::closeConnections()
{
    const std::lock_guard lock(m_mutex);
    for (const int socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
}

void ScriptServer::acceptLoop()
{
    while (!m_stop.load()) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, kTickMs) <= 0)
            continue;
        const int socket = ::accept(m_listener, nullptr, nullptr);
        if (socket < 0)
            continue;
        ++m_connections;
        const std::lock_guard lock(m_mutex);
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] {
            serve(socket);
            const std::lock_guard inner(m_mutex);
            m_sockets.remove(socket);
            ::close(socket);
        });
    }
}

void ScriptServer::serve(int socket)
{
    Wire wire{socket, nullptr};
    if (m_tls) {
        wire.ssl = SSL_new(m_tls);
        SSL_set_fd(wire.ssl, socket);
        if (SSL_accept(wire.ssl) != 1)
            return; // the client didn't like us
    }
    talk(wire);
}

void ScriptServer::talk(Wire& wire)
{
    QByteArray in;
    while (!m_stop.load()) {
        pollfd waiting{wire.socket, POLLIN, 0};
        const bool ready = wire.ssl && SSL_pending(wire.ssl) > 0;
        if (!ready && ::poll(&waiting, 1, kTickMs) <= 0)
            continue;
        char buffer[65'536];
        const qsizetype got = wire.receive(buffer, sizeof buffer);
        if (got <= 0)
            return;
        in.append(buffer, got);
        const qsizetype head = in.indexOf("\r\n\r\n");
        if (head < 0 || in.size() < head + 4 + contentLength(in.left(head)))
            continue;
        const ScriptAnswer answer = m_script(in.mid(head + 4), m_requests++);
        in.clear();
        while (answer.hang && !m_stop.load())
            ::poll(nullptr, 0, kTickMs);
        if (answer.hang || answer.reset)
            return;
        QByteArray out = "HTTP/1.1 " + QByteArray::number(answer.status) +
                         " X\r\nContent-Length: " + QByteArray::number(answer.body.size()) +
                         "\r\n" + answer.headers + "\r\n";
        out += answer.cutAt < 0 ? answer.body : answer.body.left(answer.cutAt);
        wire.send(out);
        ++m_answers;
        if (answer.cutAt >= 0 || answer.close)
            return;
    }
}

} // namespace tieout::test
