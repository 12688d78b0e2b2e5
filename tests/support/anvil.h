// SPDX-License-Identifier: GPL-3.0-or-later
// Real nodes for tests, on ports of their own: Anvil, Ganache as a second dialect, and FlakyProxy
// in front of either (tests/lab/flaky-proxy.mjs). One thread. Calls are synchronous; a call that
// fails is an error with reason rpc_error, and rpc() makes it a failure of the running test as
// well. Programs are named by TIEOUT_TEST_ANVIL and TIEOUT_TEST_LAB; TIEOUT_REQUIRE_NODES skips the
// test without them, or fails it when TIEOUT_TEST_REQUIRE is set.
#pragma once

#include "tests/support/processes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace tieout::test {

bool haveAnvil();
bool haveLab(); // node with our scripts and the npm packages
bool nodesRequired();

// One JSON-RPC call, or any JSON to any address when `path` is given.
Result<QJsonValue>
askNode(const QByteArray& url, const QString& method, const QJsonArray& params = {});

class Node
{
public:
    virtual ~Node() = default;

    const QByteArray& url() const { return m_url; }
    ChildProgram& child() { return m_child; }
    void stop() { m_child.stop(); }

    Result<QJsonValue> ask(const QString& method, const QJsonArray& params = {}) const;
    QJsonValue rpc(const QString& method, const QJsonArray& params = {}) const;

    qint64 height() const;
    QString account(int index) const; // unlocked, with money for gas
    void automine(bool on) const;
    void mine(int blocks = 1) const;

    // Contracts of tests/data/tokens.json. `arguments` are encoded words, see encode*.
    QString deploy(const QString& contract, const QByteArray& arguments = {}) const;
    // `function` as written in tokens.json, e.g. "transfer(address,uint256)". Answers the hash.
    QString send(const QString& from,
                 const QString& to,
                 const QString& contract,
                 const QString& function,
                 const QByteArray& arguments = {},
                 const QJsonObject& extra = {}) const;
    QJsonObject receipt(const QString& tx) const; // empty while there is none
    // Mines when automine is on and waits for the receipt; fails the test when there is none.
    QJsonObject waitReceipt(const QString& tx) const;

protected:
    ChildProgram m_child;
    QByteArray m_url;
};

class Anvil final : public Node
{
public:
    // Starts with chain id 31337 and the well-known test accounts. The port is kept on a restart.
    Outcome start(const QStringList& extra = {});
    // Replaces the newest `depth` blocks; `transactions` are [request, block offset] pairs.
    void reorganise(int depth, const QJsonArray& transactions = {}) const;
    void rollback(int blocks) const; // a shorter chain

private:
    quint16 m_port = 0;
};

class Ganache final : public Node
{
public:
    Outcome start(const QStringList& extra = {});
};

class FlakyProxy
{
public:
    Outcome start(const QByteArray& upstream, const QJsonObject& settings = {});
    void configure(const QJsonObject& settings) const;
    QJsonObject counts() const;
    const QByteArray& url() const { return m_url; }
    void stop() { m_child.stop(); }

private:
    ChildProgram m_child;
    QByteArray m_url;
};

// ABI words, hexadecimal without 0x, ready to be joined.
QByteArray encodeNumber(quint64 value);
QByteArray encodeAddress(const QString& address);
QByteArray encodeStrings(const QStringList& texts,
                         const QByteArray& wordsBehind); // constructor head
QJsonObject transferRequest(const QString& from,
                            const QString& token,
                            const QString& to,
                            quint64 value); // for reorganise()

} // namespace tieout::test

#define TIEOUT_REQUIRE_NODES()                                                                     \
    if (!tieout::test::haveAnvil() || !tieout::test::haveLab()) {                                  \
        if (tieout::test::nodesRequired())                                                         \
            QFAIL("TIEOUT_TEST_ANVIL and TIEOUT_TEST_LAB must name real programs");                \
        QSKIP("no anvil: set TIEOUT_TEST_ANVIL and TIEOUT_TEST_LAB");                              \
    }
