// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own text as the house rules see it: every line as it stands, the same lines with
// comments and the insides of literals blanked, and the literals by themselves. One thread; values.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tieout::tidy {

struct Literal
{
    int line = 0; // from 1
    QString text;
};

struct Function
{
    QString head; // the text before the brace
    int line = 0; // of the opening brace, from 1
    int lines = 0;
};

struct SourceFile
{
    QString path; // from the root
    QStringList lines;
    QStringList code; // as `lines`, without comments and without the insides of literals
    QList<Literal> literals;

    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    bool isTest() const { return path.startsWith(QLatin1String("tests/")); }
    QString folder() const { return path.left(path.lastIndexOf(u'/')); }
    QStringList includes() const; // those in quotation marks
    QStringList systemIncludes() const;
    QList<Function> functions() const;
};

SourceFile parse(const QString& path, const QString& text);

// All .h and .cpp files of app, ui, model, chain and tests, sorted by path; read once.
const QList<SourceFile>& sources();
// Paths from the root of all files below `folder` ("" for everything), without build and .git.
QStringList filesBelow(const QString& folder);
QString textOf(const QString& path);

} // namespace tieout::tidy
