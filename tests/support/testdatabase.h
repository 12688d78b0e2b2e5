// SPDX-License-Identifier: GPL-3.0-or-later
// TestDatabase: a fresh database of the environment "sandbox" with every migration applied, removed
// at destruction: a copy of a template that each test program makes once. Needs no QCoreApplication
// of its own; one thread. A database that can't be made ends the program, for nothing could be
// tested.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <QMetaType>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace tieout::test {

class TestDatabase
{
public:
    // When the databases of tests were made.
    static constexpr UtcTime kMadeAt = UtcTime::fromMs(1'767'225'600'000);

    static std::unique_ptr<TestDatabase> make(Dialect dialect);
    // Without any migration.
    static std::unique_ptr<TestDatabase> makeEmpty(Dialect dialect);
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    // The column "dialect" with a row for each database, and why a row can't run here (else empty).
    static void addDialectRows();
    static QString whyNot(Dialect dialect);

    Dialect dialect() const { return m_dialect; }
    // The administrator's: on PostgreSQL a superuser, whom the fence of the lease stops
    // nevertheless.
    const DatabaseAddress& address() const { return m_address; }
    std::unique_ptr<Database> open(const QString& purpose = QStringLiteral("test")) const;

    // The engine's: its role and, once the lease is taken, its term. Connections made from it
    // write.
    DatabaseAddress engineAddress();
    std::unique_ptr<Database> openEngine(const QString& purpose = QStringLiteral("engine"));
    // Takes the lease at the first call.
    qint64 epoch();

    // A login of its own with the short names of roles ("operator"); on SQLite an account with
    // these classes, and the file's address. Dropped with the database.
    DatabaseAddress makeLogin(const QString& name, const QStringList& roles);
    std::unique_ptr<Database> openAs(const QString& login, const QString& password) const;
    // The real name of such a login or account.
    QString loginName(const QString& name) const;

    // Any number of statements as the administrator, past the fence; fails the program with them.
    void execute(const QByteArray& statements) const;

private:
    TestDatabase() = default;
    void takeLease();

    Dialect m_dialect = Dialect::Sqlite;
    DatabaseAddress m_address;
    QTemporaryDir m_folder;
    QString m_name;
    QStringList m_logins;
    std::optional<qint64> m_epoch;
};

std::unique_ptr<Database> openOrStop(const DatabaseAddress& address, const QString& purpose);

} // namespace tieout::test

Q_DECLARE_METATYPE(tieout::Dialect)

// Fetches the row's dialect and makes `name`, or skips the row.
#define TIEOUT_TEST_DATABASE(name)                                                                 \
    QFETCH(tieout::Dialect, dialect);                                                              \
    if (const QString why = tieout::test::TestDatabase::whyNot(dialect); !why.isEmpty()) {         \
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))                                      \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }                                                                                              \
    const auto name = tieout::test::TestDatabase::make(dialect)
