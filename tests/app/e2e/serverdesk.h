// SPDX-License-Identifier: GPL-3.0-or-later
// ServerDesk: what a company has, for real: a PostgreSQL database made by `tieoutd migrate`, logins
// made by `tieoutd user add` (the engine's; alice, an operator; teresa of the treasury), a node
// with a token, `tieoutd run` beside them, and one corridor. One thread; a part that doesn't come
// up ends the program. Everything goes away with it.
#pragma once

#include "model/store/database.h"
#include "tests/support/anvil.h"
#include "tests/support/testdatabase.h"

namespace tieout::test {

class ServerDesk
{
public:
    static constexpr qint64 kUnit = 1'000'000; // of the token
    static constexpr int kDepth = 3;           // blocks until a payment is confirmed
    static constexpr int kPatience = 60'000;   // milliseconds until a wait has failed

    ServerDesk();
    ~ServerDesk();
    Q_DISABLE_COPY_MOVE(ServerDesk)

    const Anvil& node() const { return m_node; }
    DatabaseAddress addressOf(const QString& person) const;
    QString loginOf(const QString& person) const { return person + m_mark; }
    // A superuser's connection, for looking.
    Database& look() { return *m_look; }
    // One row as texts; empty when there is none.
    QStringList row(const QString& statement);

    // Runs tieoutd to its end under a person's login; its exit code must be 0.
    QByteArray run(const QString& person, const QStringList& words) const;
    // From the company's customer; mined at once. Answers the signed bytes.
    QString pay(const QString& address, qint64 units);
    void mineAgain(const QString& raw) const;

    // SIGTERM, and what the engine says until it has ended.
    QByteArray stopEngine();
    bool engineHoldsTheLease();

private:
    void migrate();
    void addLogins();
    void makeToken();
    void startEngine();
    void applyCorridor();
    QByteArray call(const DatabaseAddress& address, const QStringList& words) const;
    QString write(const QString& name, const QByteArray& text) const;

    QTemporaryDir m_folder;
    QString m_mark; // at the end of every login: they belong to the whole cluster
    QStringList m_people;
    Anvil m_node;
    QString m_customer;
    QString m_token;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Database> m_look;
    ChildProgram m_engine;
};

} // namespace tieout::test
