// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/anvil.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <curl/curl.h>

#include <memory>

namespace tieout::test {

namespace {

QString environmentPath(const char* name)
{
    return qEnvironmentVariable(name);
}

size_t appendAnswer(char* data, size_t size, size_t count, void* into)
{
    static_cast<QByteArray*>(into)->append(data, static_cast<qsizetype>(size * count));
    return size * count;
}

// A GET when `body` is empty.
Result<QByteArray> exchange(const QByteArray& url, const QByteArray& body)
{
    const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(
        curl_slist_append(nullptr, "content-type: application/json"), curl_slist_free_all);
    QByteArray answer;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, 30'000L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, appendAnswer);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
    if (!body.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.constData());
    }
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
        return fail(
            ErrorCode::Unavailable, u"rpc_error", QString::fromUtf8(curl_easy_strerror(code)));
    return answer;
}

QJsonObject tokenFacts(const QString& contract)
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/data/tokens.json"));
    TIEOUT_CHECK(file.open(QIODevice::ReadOnly));
    const auto all = QJsonDocument::fromJson(file.readAll()).object();
    TIEOUT_CHECK(all.contains(contract));
    return all.value(contract).toObject();
}

void failTest(const QString& what)
{
    QTest::qFail(qPrintable(what), __FILE__, __LINE__);
}

QString hexText(qint64 value)
{
    return QStringLiteral("0x") + QString::number(value, 16);
}

} // namespace

bool haveAnvil()
{
    return QFileInfo(environmentPath("TIEOUT_TEST_ANVIL")).isExecutable();
}

bool haveLab()
{
    return QFileInfo(environmentPath("TIEOUT_TEST_LAB") + QStringLiteral("/node_modules"))
               .isDir() &&
           !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty();
}

bool nodesRequired()
{
    return !environmentPath("TIEOUT_TEST_REQUIRE").isEmpty();
}

Result<QJsonValue> askNode(const QByteArray& url, const QString& method, const QJsonArray& params)
{
    const QJsonObject request{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                              {QStringLiteral("id"), 1},
                              {QStringLiteral("method"), method},
                              {QStringLiteral("params"), params}};
    auto text = exchange(url, QJsonDocument(request).toJson(QJsonDocument::Compact));
    if (!text)
        return fail(text.error());
    const auto answer = QJsonDocument::fromJson(*text).object();
    if (!answer.contains(QStringLiteral("result")))
        return fail(ErrorCode::Invalid, u"rpc_error", method + QString::fromUtf8(*text));
    return answer.value(QStringLiteral("result"));
}

Result<QJsonValue> Node::ask(const QString& method, const QJsonArray& params) const
{
    return askNode(m_url, method, params);
}

QJsonValue Node::rpc(const QString& method, const QJsonArray& params) const
{
    auto answer = ask(method, params);
    if (answer)
        return *answer;
    failTest(answer.error().detail);
    return {};
}

qint64 Node::height() const
{
    return rpc(QStringLiteral("eth_blockNumber")).toString().toLongLong(nullptr, 16);
}

QString Node::account(int index) const
{
    return rpc(QStringLiteral("eth_accounts")).toArray().at(index).toString();
}

void Node::automine(bool on) const
{
    rpc(QStringLiteral("evm_setAutomine"), {on});
}

void Node::mine(int blocks) const
{
    for (int i = 0; i < blocks; ++i)
        rpc(QStringLiteral("evm_mine"));
}

QString Node::deploy(const QString& contract, const QByteArray& arguments) const
{
    const auto code = tokenFacts(contract).value(QStringLiteral("bytecode")).toString();
    const auto tx =
        rpc(QStringLiteral("eth_sendTransaction"),
            {QJsonObject{{QStringLiteral("from"), account(0)},
                         {QStringLiteral("data"), code + QString::fromLatin1(arguments)},
                         {QStringLiteral("gas"), QStringLiteral("0x5b8d80")}}});
    return waitReceipt(tx.toString()).value(QStringLiteral("contractAddress")).toString();
}

QString Node::send(const QString& from,
                   const QString& to,
                   const QString& contract,
                   const QString& function,
                   const QByteArray& arguments,
                   const QJsonObject& extra) const
{
    const auto selector =
        tokenFacts(contract).value(QStringLiteral("selectors")).toObject().value(function);
    if (selector.isUndefined())
        failTest(contract + QStringLiteral(" has no ") + function);
    QJsonObject request{
        {QStringLiteral("from"), from},
        {QStringLiteral("to"), to},
        {QStringLiteral("data"), selector.toString() + QString::fromLatin1(arguments)},
        {QStringLiteral("gas"), QStringLiteral("0x5b8d80")}};
    for (auto it = extra.begin(); it != extra.end(); ++it)
        request.insert(it.key(), it.value());
    return rpc(QStringLiteral("eth_sendTransaction"), {request}).toString();
}

QJsonObject Node::receipt(const QString& tx) const
{
    return rpc(QStringLiteral("eth_getTransactionReceipt"), {tx}).toObject();
}

QJsonObject Node::waitReceipt(const QString& tx) const
{
    const QDeadlineTimer deadline(std::chrono::seconds(10));
    while (!deadline.hasExpired()) {
        if (auto found = receipt(tx); !found.isEmpty())
            return found;
        QThread::msleep(2);
    }
    failTest(QStringLiteral("no receipt for ") + tx);
    return {};
}

Outcome Anvil::start(const QStringList& extra)
{
    // Port 0 lets the node choose, which no other test can take away in between.
    const auto program = environmentPath("TIEOUT_TEST_ANVIL");
    QStringList arguments{QStringLiteral("--host"),
                          QStringLiteral("127.0.0.1"),
                          QStringLiteral("--port"),
                          QString::number(m_port)};
    if (auto started = m_child.start(program, arguments + extra); !started)
        return started;
    static const QRegularExpression kListening(QStringLiteral("Listening on [^\\s:]+:(\\d+)"));
    auto line = m_child.waitForLine(kListening);
    if (!line)
        return fail(line.error());
    m_port = line->captured(1).toUShort();
    m_url = "http://127.0.0.1:" + QByteArray::number(m_port);
    return m_child.waitUntil([this] { return ask(QStringLiteral("eth_chainId")).has_value(); });
}

void Anvil::reorganise(int depth, const QJsonArray& transactions) const
{
    rpc(QStringLiteral("anvil_reorg"), {depth, transactions});
}

void Anvil::rollback(int blocks) const
{
    rpc(QStringLiteral("anvil_rollback"), {blocks});
}

Outcome Ganache::start(const QStringList& extra)
{
    const auto port = freePort();
    const auto script = environmentPath("TIEOUT_TEST_LAB") +
                        QStringLiteral("/node_modules/ganache/dist/node/cli.js");
    const QStringList arguments{script,
                                QStringLiteral("--server.host"),
                                QStringLiteral("127.0.0.1"),
                                QStringLiteral("--server.port"),
                                QString::number(port),
                                QStringLiteral("--chain.chainId"),
                                QStringLiteral("31337"),
                                QStringLiteral("--wallet.deterministic")};
    if (auto started = m_child.start(QStringLiteral("node"), arguments + extra); !started)
        return started;
    m_url = "http://127.0.0.1:" + QByteArray::number(port);
    return m_child.waitUntil([this] { return ask(QStringLiteral("eth_chainId")).has_value(); });
}

Outcome FlakyProxy::start(const QByteArray& upstream, const QJsonObject& settings)
{
    const QStringList arguments{
        QStringLiteral(TIEOUT_SOURCE_DIR "/tests/lab/flaky-proxy.mjs"),
        QStringLiteral("--up"),
        QString::fromLatin1(upstream),
        QStringLiteral("--config"),
        QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact))};
    if (auto started = m_child.start(QStringLiteral("node"), arguments); !started)
        return started;
    static const QRegularExpression kListening(QStringLiteral("^listening (\\d+)"));
    auto line = m_child.waitForLine(kListening);
    if (!line)
        return fail(line.error());
    m_url = "http://127.0.0.1:" + line->captured(1).toLatin1();
    return Done;
}

void FlakyProxy::configure(const QJsonObject& settings) const
{
    const auto body = QJsonDocument(settings).toJson(QJsonDocument::Compact);
    if (auto answer = exchange(m_url + "/__lab", body); !answer)
        failTest(answer.error().detail);
}

QJsonObject FlakyProxy::counts() const
{
    auto answer = exchange(m_url + "/__lab", {});
    if (!answer) {
        failTest(answer.error().detail);
        return {};
    }
    return QJsonDocument::fromJson(*answer).object().value(QStringLiteral("counts")).toObject();
}

QByteArray encodeNumber(quint64 value)
{
    return QByteArray::number(value, 16).rightJustified(64, '0');
}

QByteArray encodeAddress(const QString& address)
{
    return address.mid(2).toLatin1().toLower().rightJustified(64, '0');
}

QByteArray encodeStrings(const QStringList& texts, const QByteArray& wordsBehind)
{
    QByteArray head;
    QByteArray tail;
    const auto headSize = texts.size() * 32 + wordsBehind.size() / 2;
    for (const auto& text : texts) {
        const auto bytes = text.toUtf8();
        TIEOUT_CHECK(bytes.size() <= 32);
        head += encodeNumber(static_cast<quint64>(headSize + tail.size() / 2));
        tail += encodeNumber(static_cast<quint64>(bytes.size()));
        tail += bytes.toHex().leftJustified(64, '0');
    }
    return head + wordsBehind + tail;
}

QJsonObject
transferRequest(const QString& from, const QString& token, const QString& to, quint64 value)
{
    const auto selector = tokenFacts(QStringLiteral("PlainToken"))
                              .value(QStringLiteral("selectors"))
                              .toObject()
                              .value(QStringLiteral("transfer(address,uint256)"))
                              .toString();
    return {{QStringLiteral("from"), from},
            {QStringLiteral("to"), token},
            {QStringLiteral("data"),
             selector + QString::fromLatin1(encodeAddress(to) + encodeNumber(value))},
            {QStringLiteral("gas"), hexText(0x40000)}};
}

} // namespace tieout::test
