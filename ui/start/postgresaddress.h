// SPDX-License-Identifier: GPL-3.0-or-later
// PostgresAddress: the parts of a libpq URI as a person types them, and back. The password is no
// part of it. Pure; any thread.
#pragma once

#include "model/domain/result.h"

#include <QString>
#include <QStringList>

namespace tieout {

struct PostgresAddress
{
    QString host; // a name, an address, or the folder of a Unix socket
    int port = 5432;
    QString database;
    QString login;
    QString tlsMode; // of tlsModes()
    QString caFile;  // empty: libpq's own

    // Reasons: server_missing, database_missing, login_missing, port_range (1 to 65 535).
    Result<QString> toUrl() const;
    // Whatever a URI leaves out has its default. Reason: database_address.
    static Result<PostgresAddress> fromUrl(const QString& url);

    bool isSocket() const { return host.startsWith(u'/'); }
    bool operator==(const PostgresAddress&) const = default;
};

// libpq's sslmode: verify-full, verify-ca, require, disable; the safest first.
QStringList tlsModes();

} // namespace tieout
