// SPDX-License-Identifier: GPL-3.0-or-later
// Cable: the way of one program to a database, which a test cuts and mends, while its own way
// stays. SQLite: a folder that goes away, as a network drive does; a file that is open already
// stays open. PostgreSQL: the server's socket under another name; cutting ends this login's
// connections too, and needs a cluster that is reached by a socket. One thread.
#pragma once

#include "tests/support/testdatabase.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

namespace tieout::test {

class Cable
{
public:
    // `login`: the address whose way this is, as TestDatabase::makeLogin() gives it.
    Cable(const TestDatabase& db, const DatabaseAddress& login)
        : m_db(db)
        , m_address(login)
    {
        if (db.dialect() == Dialect::Sqlite) {
            const QFileInfo file(login.url);
            m_target = file.path();
            m_link = m_folder.filePath(QStringLiteral("drive"));
            m_address.url = m_link + u'/' + file.fileName();
        } else {
            QUrl url(login.url);
            QUrlQuery query(url);
            const QString name =
                QStringLiteral(".s.PGSQL.") + query.queryItemValue(QStringLiteral("port"));
            m_target = query.queryItemValue(QStringLiteral("host")) + u'/' + name;
            m_link = m_folder.filePath(name);
            query.removeQueryItem(QStringLiteral("host"));
            query.addQueryItem(QStringLiteral("host"), m_folder.path());
            url.setQuery(query);
            m_login = url.userName();
            m_address.url = url.toString(QUrl::FullyEncoded);
        }
        mend();
    }

    const DatabaseAddress& address() const { return m_address; }

    void cut() const
    {
        TIEOUT_CHECK(QFile::remove(m_link));
        if (m_db.dialect() == Dialect::PostgreSql)
            m_db.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                         " WHERE usename = '" +
                         m_login.toUtf8() + "'");
    }

    void mend() const { TIEOUT_CHECK(QFile::exists(m_target) && QFile::link(m_target, m_link)); }

private:
    const TestDatabase& m_db;
    QTemporaryDir m_folder;
    DatabaseAddress m_address;
    QString m_login;
    QString m_target;
    QString m_link;
};

} // namespace tieout::test
