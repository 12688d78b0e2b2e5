// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/httpclient.h"
#include "tests/chain/rails/scriptserver.h"
#include "tests/support/processes.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace tieout;
using tieout::test::ChildProgram;
using tieout::test::ScriptAnswer;
using tieout::test::ScriptServer;

namespace {

HttpRequest requestTo(const QByteArray& url, const QByteArray& body = "[]")
{
    HttpRequest request;
    request.url = url;
    request.body = body;
    request.totalMs = 5'000;
    return request;
}

// A certificate for 127.0.0.1 signed by itself, in a temporary folder.
class Certificate
{
public:
    Certificate()
    {
        QProcess maker;
        maker.start(QStringLiteral("openssl"),
                    {QStringLiteral("req"),
                     QStringLiteral("-x509"),
                     QStringLiteral("-newkey"),
                     QStringLiteral("rsa:2048"),
                     QStringLiteral("-nodes"),
                     QStringLiteral("-days"),
                     QStringLiteral("2"),
                     QStringLiteral("-subj"),
                     QStringLiteral("/CN=tieout test"),
                     QStringLiteral("-addext"),
                     QStringLiteral("subjectAltName=IP:127.0.0.1"),
                     QStringLiteral("-keyout"),
                     QString::fromUtf8(both()),
                     QStringLiteral("-out"),
                     QString::fromUtf8(ca())});
        QFile single(QString::fromUtf8(ca()));
        QFile chain(QString::fromUtf8(both()));
        m_made = maker.waitForFinished() && maker.exitCode() == 0 &&
                 single.open(QIODevice::ReadOnly) && chain.open(QIODevice::Append) &&
                 chain.write(single.readAll()) > 0;
    }

    bool isMade() const { return m_made; }
    QByteArray ca() const { return m_folder.filePath(QStringLiteral("ca.pem")).toUtf8(); }
    // With its key, for the server.
    QByteArray both() const { return m_folder.filePath(QStringLiteral("both.pem")).toUtf8(); }

private:
    QTemporaryDir m_folder;
    bool m_made = false;
};

} // namespace

class TstHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAlive();
    void closedKeptAliveIsTriedAgain();
    void faults_data();
    void faults();
    void cap();
    void retryAfter();
    void redirectsAreNotFollowed();
    void refusedSchemes();
    void nothingListens();
    void inParallel();
    void interrupted();
    void discarded();
    void certificatesAreChecked();
    void negotiatesHttp2();
};

void TstHttpClient::keepsAlive()
{
    ScriptServer server([](const QByteArray& body, int) { return ScriptAnswer{200, {}, body}; });
    HttpClient client;
    for (int i = 0; i < 5; ++i) {
        const auto answer = client.post(requestTo(server.url(), QByteArray(1'000, 'x')));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, std::string(1'000, 'x'));
    }
    QCOMPARE(server.connections(), 1);
}

void TstHttpClient::closedKeptAliveIsTriedAgain()
{
    // The second request on the connection finds it closed without an answer.
    ScriptServer server([](const QByteArray&, int count) {
        ScriptAnswer answer{200, {}, "{}"};
        answer.reset = count == 1;
        return answer;
    });
    HttpClient client;
    QVERIFY(client.post(requestTo(server.url())));
    QVERIFY(client.post(requestTo(server.url())));
    QCOMPARE(server.requests(), 3);
    QCOMPARE(server.connections(), 2);
}

void TstHttpClient::faults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("reason");
    QTest::newRow("reset") << QStringLiteral("reset") << QStringLiteral("source_unreachable");
    QTest::newRow("cut") << QStringLiteral("cut") << QStringLiteral("source_truncated");
    QTest::newRow("hang") << QStringLiteral("hang") << QStringLiteral("source_timeout");
}

void TstHttpClient::faults()
{
    QFETCH(QString, fault);
    QFETCH(QString, reason);
    ScriptServer server([fault](const QByteArray&, int) {
        ScriptAnswer answer{200, {}, QByteArray(5'000, '1')};
        answer.reset = fault == u"reset";
        answer.hang = fault == u"hang";
        answer.cutAt = fault == u"cut" ? 2'000 : -1;
        return answer;
    });
    HttpClient client;
    HttpRequest request = requestTo(server.url());
    request.totalMs = fault == u"hang" ? 200 : 5'000;
    const auto answer = client.post(request);
    QVERIFY(!answer);
    QCOMPARE(answer.error().reason, reason);
    QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    QVERIFY(!answer.error().detail.contains(u"secret"));
}

void TstHttpClient::cap()
{
    ScriptServer server([](const QByteArray&, int) {
        return ScriptAnswer{200, {}, QByteArray(100'000, '1')};
    });
    HttpClient client;
    HttpRequest request = requestTo(server.url());
    request.maxBytes = 99'999;
    const auto answer = client.post(request);
    QVERIFY(!answer);
    QCOMPARE(answer.error().reason, QStringLiteral("source_too_large"));
    request.maxBytes = 100'000;
    QVERIFY(client.post(request));
}

void TstHttpClient::retryAfter()
{
    ScriptServer server([](const QByteArray&, int count) {
        return ScriptAnswer{429, count ? "RETRY-AFTER:  7\r\n" : "Retry-After: Fri\r\n", "x"};
    });
    HttpClient client;
    QCOMPARE(client.post(requestTo(server.url()))->retryAfterSeconds, -1);
    const auto answer = client.post(requestTo(server.url()));
    QCOMPARE(answer->status, 429);
    QCOMPARE(answer->retryAfterSeconds, 7);
}

void TstHttpClient::redirectsAreNotFollowed()
{
    ScriptServer server([](const QByteArray&, int) {
        return ScriptAnswer{302, "Location: http://127.0.0.1:1/\r\n", {}};
    });
    HttpClient client;
    const auto answer = client.post(requestTo(server.url()));
    QVERIFY(answer);
    QCOMPARE(answer->status, 302);
    QCOMPARE(server.requests(), 1);
}

void TstHttpClient::refusedSchemes()
{
    HttpClient client;
    for (const char* url : {"file:///etc/hostname", "ftp://127.0.0.1/", "http://"}) {
        const auto answer = client.post(requestTo(url));
        QVERIFY(!answer);
        QCOMPARE(answer.error().reason, QStringLiteral("url_malformed"));
    }
}

void TstHttpClient::nothingListens()
{
    HttpClient client;
    const auto answer = client.post(requestTo("http://127.0.0.1:1/secret-key"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().reason, QStringLiteral("source_unreachable"));
    QVERIFY(!answer.error().detail.contains(u"secret"));
}

void TstHttpClient::inParallel()
{
    ScriptServer server([](const QByteArray& body, int) { return ScriptAnswer{200, {}, body}; });
    HttpClient client;
    std::vector<HttpClient::Ticket> tickets;
    for (int i = 0; i < 6; ++i)
        tickets.push_back(client.start(requestTo(server.url(), QByteArray::number(i))));
    for (int i = 5; i >= 0; --i) {
        const auto answer = client.wait(tickets[static_cast<size_t>(i)]);
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray::number(i).toStdString());
    }
}

void TstHttpClient::interrupted()
{
    ScriptServer server([](const QByteArray&, int) {
        ScriptAnswer answer;
        answer.hang = true;
        return answer;
    });
    HttpClient client;
    QElapsedTimer timer;
    timer.start();
    std::thread other([&] {
        while (server.requests() == 0)
            std::this_thread::yield();
        client.interrupt();
    });
    const auto answer = client.post(requestTo(server.url()));
    other.join();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 3'000);
    QCOMPARE(client.post(requestTo(server.url())).error().code, ErrorCode::Cancelled);
}

void TstHttpClient::discarded()
{
    ScriptServer server([](const QByteArray& body, int) { return ScriptAnswer{200, {}, body}; });
    HttpClient client;
    client.discard(client.start(requestTo(server.url())));
    QVERIFY(client.post(requestTo(server.url())));
}

// Unknown to the system, fine as a given CA, and never good for another host name.
void TstHttpClient::certificatesAreChecked()
{
    const Certificate certificate;
    QVERIFY(certificate.isMade());
    ScriptServer server(
        [](const QByteArray& body, int) {
            return ScriptAnswer{200, {}, body};
        },
        certificate.both());
    HttpClient client;
    const auto untrusted = client.post(requestTo(server.url()));
    QVERIFY(!untrusted);
    QCOMPARE(untrusted.error().reason, QStringLiteral("source_tls"));
    HttpRequest trusting = requestTo(server.url(), "[1]");
    trusting.caFile = certificate.ca();
    const auto answer = client.post(trusting);
    QVERIFY(answer);
    QCOMPARE(answer->body, std::string("[1]"));
    trusting.url.replace("127.0.0.1", "localhost");
    const auto otherName = client.post(trusting);
    QVERIFY(!otherName);
    QCOMPARE(otherName.error().reason, QStringLiteral("source_tls"));
    QCOMPARE(server.requests(), 1);
}

// A server that offers both versions: HTTP/2 is chosen, and requests share one connection.
void TstHttpClient::negotiatesHttp2()
{
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        QSKIP("there is no node");
    const Certificate certificate;
    QVERIFY(certificate.isMade());
    ChildProgram server;
    const Outcome started =
        server.start(QStringLiteral("node"),
                     {QStringLiteral(TIEOUT_SOURCE_DIR "/tests/chain/rails/http2server.mjs"),
                      QString::fromUtf8(certificate.both())});
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    const auto line = server.waitForLine(QRegularExpression(QStringLiteral("port (\\d+)")));
    QVERIFY2(line, line ? "" : qPrintable(line.error().detail));
    HttpRequest request = requestTo("https://127.0.0.1:" + line->captured(1).toLatin1(), "[1]");
    request.caFile = certificate.ca();
    HttpClient client;
    std::vector<HttpClient::Ticket> tickets;
    for (int i = 0; i < 6; ++i)
        tickets.push_back(client.start(request));
    for (const HttpClient::Ticket ticket : tickets) {
        const auto answer = client.wait(ticket);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 200);
        // Protocol by ALPN, version of the request, connections so far, the body.
        QCOMPARE(QByteArray::fromStdString(answer->body), QByteArray("h2 2.0 1 [1]"));
    }
}

TIEOUT_REGISTER_TEST(TstHttpClient)

#include "tst_httpclient.moc"
