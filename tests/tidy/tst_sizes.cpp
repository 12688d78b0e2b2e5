// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/tidy/findings.h"
#include "tests/tidy/sourcetree.h"

#include <QTest>

using namespace tieout::tidy;

// Small enough to be read in one go.
class TstSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files()
    {
        QList<Finding> found;
        for (const auto& file : sources()) {
            const auto most = limit(file.path);
            if (file.lines.size() > most)
                found.append(
                    {file.path,
                     0,
                     QStringLiteral("%1 lines, at most %2").arg(file.lines.size()).arg(most)});
        }
        TIEOUT_KEEPS_RULE("file size", found);
    }

    // A table of test data is as long as it has to be.
    void functions()
    {
        QList<Finding> found;
        int all = 0;
        for (const auto& file : sources()) {
            for (const auto& function : file.functions()) {
                ++all;
                if (function.lines > 70 && !function.head.contains(QLatin1String("_data()")))
                    found.append(
                        {file.path,
                         function.line,
                         QStringLiteral("%1 lines: %2").arg(function.lines).arg(function.head)});
            }
        }
        QVERIFY(all > 100);
        TIEOUT_KEEPS_RULE("function size", found);
    }

    void columns()
    {
        QList<Finding> found;
        for (const auto& file : sources()) {
            for (int i = 0; i < file.lines.size(); ++i) {
                const auto width = file.lines.at(i).toUcs4().size();
                if (width > 100)
                    found.append({file.path, i + 1, QStringLiteral("%1 columns").arg(width)});
            }
        }
        TIEOUT_KEEPS_RULE("line width", found);
    }

private:
    static int limit(const QString& path)
    {
        if (path.endsWith(QLatin1String(".h")))
            return 200;
        if (path.endsWith(QLatin1String("/mainwindow.cpp")))
            return 250;
        if (path.startsWith(QLatin1String("ui/")) && path.endsWith(QLatin1String("page.cpp")))
            return 300;
        return 500;
    }
};

TIEOUT_REGISTER_TEST(TstSizes)

#include "tst_sizes.moc"
