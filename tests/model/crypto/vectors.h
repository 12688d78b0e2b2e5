// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the files of tests/data. A missing or broken file is a broken test: it stops the program.
#pragma once

#include "model/domain/check.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tieout::test {

inline QByteArray readData(const QString& name)
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/data/") + name);
    TIEOUT_CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline QJsonObject readVectors(const QString& name)
{
    const auto document = QJsonDocument::fromJson(readData(name));
    TIEOUT_CHECK(document.isObject());
    return document.object();
}

} // namespace tieout::test
