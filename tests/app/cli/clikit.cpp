// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/clikit.h"

#include <QProcess>

namespace tieout::test {

QString Ran::reason() const
{
    return QJsonDocument::fromJson(err.trimmed().split('\n').last())
        .object()
        .value(u"error")
        .toObject()
        .value(u"reason")
        .toString();
}

Ran runTieoutd(const QStringList& words,
               const QString& home,
               const QMap<QString, QString>& variables)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home);
    for (auto at = variables.begin(); at != variables.end(); ++at)
        environment.insert(at.key(), at.value());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TIEOUTD), words);
    if (!process.waitForFinished(60'000))
        qFatal("tieoutd did not end");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace tieout::test
