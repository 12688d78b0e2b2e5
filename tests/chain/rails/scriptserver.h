// SPDX-License-Identifier: GPL-3.0-or-later
// ScriptServer: a small HTTP server on the loopback that answers each POST as a function says, or
// misbehaves: closes, cuts short, hangs; with TLS when a certificate is given. Its threads end with
// it. The function runs in them.
#pragma once

#include <QByteArray>

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

struct ssl_ctx_st;

namespace tieout::test {

struct ScriptAnswer
{
    int status = 200;
    QByteArray headers; // lines with CRLF
    QByteArray body;
    qsizetype cutAt = -1; // send so many bytes of the body and close
    bool hang = false;    // say nothing until the server stops
    bool reset = false;   // close without a word
    bool close = false;   // close after the answer without announcing it
};

class ScriptServer
{
public:
    // Called with the body and the running number of the request (0, 1, …).
    using Script = std::function<ScriptAnswer(const QByteArray&, int)>;

    // `certificate` is a PEM file with a chain and its key; empty for plain HTTP.
    explicit ScriptServer(Script script, const QByteArray& certificate = {});
    ~ScriptServer();
    ScriptServer(const ScriptServer&) = delete;
    ScriptServer& operator=(const ScriptServer&) = delete;

    QByteArray url() const;
    int requests() const { return m_requests.load(); }
    int answers() const { return m_answers.load(); } // that were sent to their end
    int connections() const { return m_connections.load(); }
    // Ends idle kept-alive connections, as a server does between requests.
    void closeConnections();

private:
    struct Wire; // a socket with or without TLS

    void acceptLoop();
    void serve(int socket);
    void talk(Wire& wire);

    Script m_script;
    ssl_ctx_st* m_tls = nullptr;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_requests{0};
    std::atomic<int> m_answers{0};
    std::atomic<int> m_connections{0};
    std::mutex m_mutex;
    std::list<std::thread> m_threads;
    std::list<int> m_sockets;
    std::thread m_acceptor;
};

} // namespace tieout::test
