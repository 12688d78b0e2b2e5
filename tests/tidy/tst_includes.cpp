// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/tidy/includes.h"

#include <QFileInfo>
#include <QTest>

using namespace tieout::tidy;

// Arrows only point inwards, and every include shows its layer.
class TstIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void directions()
    {
        QVERIFY(sources().size() > 20); // an empty tree would keep every rule
        TIEOUT_KEEPS_RULE("direction", wrongDirections(sources()));
    }

    void libraries() { TIEOUT_KEEPS_RULE("library", wrongLibraries(sources())); }

    void fromTheRoot()
    {
        QList<Finding> found;
        for (const auto& file : sources()) {
            for (const auto& include : file.includes()) {
                if (!include.endsWith(QLatin1String(".moc")) &&
                    !QFileInfo::exists(QStringLiteral(TIEOUT_SOURCE_DIR "/") + include))
                    found.append({file.path, 0, include + QStringLiteral(" is not a file")});
            }
        }
        TIEOUT_KEEPS_RULE("include", found);
    }

    void noHeaderCycle() { QCOMPARE(findCycle(headerGraph(sources())), QString()); }
    void noFolderCycle() { QCOMPARE(findCycle(folderGraph(sources())), QString()); }
};

TIEOUT_REGISTER_TEST(TstIncludes)

#include "tst_includes.moc"
