// SPDX-License-Identifier: GPL-3.0-or-later
// The URLs of the configuration: placeholders ${NAME} are filled from the environment, and secrets
// that stand in the file itself are refused. Pure; no answer repeats any part of a URL but its
// host.
#pragma once

#include "app/config.h"

namespace tieout {

struct FilledUrl
{
    QString url;     // whole, with its secrets
    QString display; // scheme, host and port
    // What no output may hold: every value that was put in, also decoded; the password; and what
    // looks like a key in the path and the query. A URL that came whole counts as put in.
    QStringList secrets;
};

// http or https only. Reasons: bad_url, password_in_file, secret_in_file (a long key in the path or
// the query), secret_name (not a name of capitals, digits and _), secret_missing, secret_value (a
// character that would change the URL's shape).
Result<FilledUrl> fillUrl(const QString& written, const EnvironmentLookup& lookup);

// A path of SQLite or a libpq URI. Reasons: bad_url, password_in_file.
Outcome checkDatabaseUrl(const QString& written);

} // namespace tieout
