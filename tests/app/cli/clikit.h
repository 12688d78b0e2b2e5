// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd run as a script runs it: to its end, with what it printed.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace tieout::test {

struct Ran
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    // With --json. Its line is the last one, below what the engine of this call may have logged.
    QString reason() const;
};

// `home` holds what the program keeps for its person. One that doesn't end stops the tests.
Ran runTieoutd(const QStringList& words,
               const QString& home,
               const QMap<QString, QString>& variables = {});

} // namespace tieout::test
