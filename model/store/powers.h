// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may submit, so that a screen can say beforehand what the database would refuse: the
// kinds of commands by the classes that he holds. Reading only; submit() and the engine decide.
// Thread of the Database.
#pragma once

#include "model/store/database.h"

#include <QHash>
#include <QStringList>

namespace tieout {

struct Powers
{
    QHash<QString, QStringList> classesOfKind; // sorted by the name of the class

    // The class to submit a kind as, `preferred` where he holds it; empty when there is none.
    QString classFor(QStringView kind, QStringView preferred = {}) const;
    bool may(QStringView kind, QStringView asClass) const;
};

// On PostgreSQL of the session's login, whatever `account` says; on SQLite of the desk's account.
Result<Powers> readPowers(Database& db, const QString& account);

} // namespace tieout
