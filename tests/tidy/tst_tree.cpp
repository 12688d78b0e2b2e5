// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/tidy/findings.h"
#include "tests/tidy/sourcetree.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace tieout::tidy;

// What lies where, what every file begins with, and what no file may say.
class TstTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void root();
    void programsOfTheHouse();
    void licenceLines();
    void headers();
    void names();
    void everySourceIsBuilt();
    void speaksOfItselfAlone();
    void engineHasNoGui();

private:
    static QString atRoot(const QString& path)
    {
        return QStringLiteral(TIEOUT_SOURCE_DIR "/") + path;
    }
};

void TstTree::root()
{
    const auto allowed = QStringLiteral("app ui model chain resources translations tests build "
                                        "README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md "
                                        "LICENSE CMakeLists.txt CMakePresets.json")
                             .split(u' ');
    QList<Finding> found;
    for (const auto& name : QDir(atRoot({})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (!allowed.contains(name))
            found.append({name, 0, QStringLiteral("has no place at the root")});
    }
    TIEOUT_KEEPS_RULE("root", found);
}

void TstTree::programsOfTheHouse()
{
    for (const auto path : {"app/run.sh",
                            "tests/run.sh",
                            "README.md",
                            "ARCHITECTURE.md",
                            "CONTRIBUTING.md",
                            "CHANGELOG.md",
                            "LICENSE",
                            "tests/README.md"})
        QVERIFY2(QFileInfo(atRoot(QString::fromLatin1(path))).isFile(), path);
    QVERIFY(QFileInfo(atRoot(QStringLiteral(".ci/run"))).isExecutable());
}

void TstTree::licenceLines()
{
    const auto line = QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
    QList<Finding> found;
    for (const auto& path : filesBelow({})) {
        const auto first = textOf(path).left(200).split(u'\n');
        if (path.endsWith(QLatin1String(".h")) || path.endsWith(QLatin1String(".cpp"))) {
            if (first.first() != QStringLiteral("// ") + line)
                found.append({path, 1, QStringLiteral("no licence in the first line")});
        } else if (path.endsWith(QLatin1String(".sh")) || path.endsWith(QLatin1String(".mjs")) ||
                   path.endsWith(QLatin1String(".sql")) || path.endsWith(QLatin1String(".sol"))) {
            if (!first.mid(0, 2).join(u'\n').contains(line))
                found.append({path, 1, QStringLiteral("no licence in the first two lines")});
        }
    }
    TIEOUT_KEEPS_RULE("licence", found);
}

void TstTree::headers()
{
    static const QRegularExpression kUsing(QStringLiteral("^using namespace\\b"));
    QList<Finding> found;
    for (const auto& file : sources()) {
        if (!file.isHeader())
            continue;
        if (file.code.count(QStringLiteral("#pragma once")) != 1)
            found.append({file.path, 0, QStringLiteral("no #pragma once")});
        if (!file.lines.value(1).startsWith(QLatin1String("// ")) &&
            !file.lines.value(2).startsWith(QLatin1String("// ")))
            found.append({file.path, 2, QStringLiteral("no contract under the licence")});
        if (file.code.indexOf(kUsing) >= 0)
            found.append({file.path, 0, QStringLiteral("using namespace in a header")});
    }
    TIEOUT_KEEPS_RULE("header", found);
}

void TstTree::names()
{
    static const QRegularExpression kName(QStringLiteral("^(tst_)?[a-z][a-z0-9]*\\.(h|cpp)$"));
    static const QRegularExpression kFolder(QStringLiteral("^[a-z0-9/]+$"));
    QList<Finding> found;
    for (const auto& file : sources()) {
        const auto name = file.path.mid(file.path.lastIndexOf(u'/') + 1);
        if (!kName.match(name).hasMatch() || !kFolder.match(file.folder()).hasMatch())
            found.append({file.path, 0, QStringLiteral("not lower case without separators")});
    }
    TIEOUT_KEEPS_RULE("name", found);
}

// In the list of its own folder, or in another's with its folder's name before it.
void TstTree::everySourceIsBuilt()
{
    QString lists;
    for (const auto& path : filesBelow({})) {
        if (path.endsWith(QLatin1String("CMakeLists.txt")))
            lists += textOf(path);
    }
    const auto isIn = [](const QString& text, const QString& name) {
        const auto pattern = QStringLiteral("(^|[\\s/(])%1\\b");
        return QRegularExpression(pattern.arg(QRegularExpression::escape(name)))
            .match(text)
            .hasMatch();
    };
    QList<Finding> found;
    for (const auto& file : sources()) {
        if (file.isHeader())
            continue;
        const auto name = file.path.mid(file.path.lastIndexOf(u'/') + 1);
        const auto parent = file.folder().mid(file.folder().lastIndexOf(u'/') + 1);
        if (!isIn(textOf(file.folder() + QStringLiteral("/CMakeLists.txt")), name) &&
            !isIn(lists, parent + u'/' + name))
            found.append({file.path, 0, QStringLiteral("in no CMakeLists.txt")});
    }
    TIEOUT_KEEPS_RULE("built", found);
}

// No path of one machine, no host of a package registry, nothing about how the text was made.
void TstTree::speaksOfItselfAlone()
{
    static const QRegularExpression kForeign(
        QStringLiteral("(?<![\\w.])/(work|root|home)/|\\bnpmjs\\b|deb\\.debian\\.org|\\bpypi\\b"));
    QList<Finding> found;
    for (const auto& path : filesBelow({})) {
        static const QRegularExpression kText(
            QStringLiteral("\\.(h|cpp|sh|mjs|sql|sol|md|txt|json|toml|svg|qrc|ts|clang-tidy|clang-"
                           "format)$|^\\.ci/"));
        if (!kText.match(path).hasMatch() || path == QLatin1String("tests/tidy/tst_tree.cpp"))
            continue;
        const auto lines = textOf(path).split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (const auto match = kForeign.match(lines.at(i)); match.hasMatch())
                found.append({path, i + 1, match.captured(0)});
        }
    }
    TIEOUT_KEEPS_RULE("foreign word", found);
}

void TstTree::engineHasNoGui()
{
#ifdef TIEOUT_ENGINE
    const auto engine = QStringLiteral(TIEOUT_ENGINE);
#else
    const QString engine;
#endif
    if (!QFileInfo(engine).isExecutable()) {
        QVERIFY2(qEnvironmentVariableIsEmpty("TIEOUT_TEST_REQUIRE"), "tieoutd was not built");
        QSKIP("tieoutd was not built");
    }
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {engine});
    QVERIFY(ldd.waitForFinished());
    const auto libraries = QString::fromUtf8(ldd.readAllStandardOutput());
    QVERIFY(libraries.contains(QLatin1String("libQt6Core")));
    static const QRegularExpression kGui(QStringLiteral(
        "libQt6(Gui|Widgets|Svg|Charts|OpenGL)\\w*|libX11|libxcb|libGL\\b|libwayland"));
    QCOMPARE(kGui.match(libraries).captured(0), QString());
}

TIEOUT_REGISTER_TEST(TstTree)

#include "tst_tree.moc"
