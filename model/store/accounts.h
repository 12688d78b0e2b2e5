// SPDX-License-Identifier: GPL-3.0-or-later
// Who may act: logins of PostgreSQL with their memberships, or the accounts of one desk on SQLite.
// On PostgreSQL adding and closing want an administrator's connection. A password never travels to
// the server as it is, only as its SCRAM verifier, and stands in no log. Every change writes its
// entry of the journal in its own transaction ("account.add" about "account:NAME"); on PostgreSQL
// as the owner's role, for an administrator is no engine. Thread of the Database.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <QStringList>

#include <vector>

namespace tieout {

struct DeskAccount
{
    QString name;
    QStringList classes; // sorted; "engine" for an engine's login
    bool active = true;
};

// The classes of people, "auditor" among them; on PostgreSQL "engine" besides, which
// goes with no other class.
QStringList accountClasses(Dialect dialect);

// Who makes a change and when. On PostgreSQL the login of the connection does, whatever `by` says.
struct AccountChange
{
    QString by;
    UtcTime at;
};

// Reasons: account_name (lower-case letters, digits, '_' and '-', 2 to 32, no reserved beginning),
// account_class, account_password (PostgreSQL: at least 8 characters), already_exists,
// not_an_administrator (Forbidden).
Outcome addAccount(Database& db,
                   const QString& name,
                   const QStringList& classes,
                   const QString& password,
                   const AccountChange& change);
// A closed account keeps its name and its history. NotFound (account_not_found).
Outcome
setAccountActive(Database& db, const QString& name, bool active, const AccountChange& change);
Result<std::vector<DeskAccount>> listAccounts(Database& db);

// PostgreSQL: the login of this connection; SQLite: empty, for the desk knows.
Result<QString> sessionAccount(Database& db);

} // namespace tieout
