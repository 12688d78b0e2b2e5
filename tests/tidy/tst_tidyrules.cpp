// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/tidy/includes.h"

#include <QTest>

using namespace tieout::tidy;

// The rules themselves, on text made for the purpose: a rule that can't fail guards nothing.
class TstTidyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commentsAndLiteralsAreBlanked()
    {
        const auto file = parse(
            QStringLiteral("model/domain/x.cpp"),
            QStringLiteral("int a = 1'000; // detach()\n"
                           "auto b = \"say \\\"detach()\\\"\";\n"
                           "auto c = R\"(\nselect 1)\"; /* throw\n throw */ char d = 'x';\n"));
        QCOMPARE(file.lines.size(), 5);
        QCOMPARE(file.code.size(), 5);
        QCOMPARE(file.code.at(0).trimmed(), QStringLiteral("int a = 1'000;"));
        QVERIFY(!file.code.join(u'\n').contains(QLatin1String("detach")));
        QVERIFY(!file.code.join(u'\n').contains(QLatin1String("throw")));
        QVERIFY(file.code.at(4).contains(QLatin1String("char d = ' ';")));
        QCOMPARE(file.literals.size(), 3);
        QCOMPARE(file.literals.at(1).text, QStringLiteral("\nselect 1"));
        QCOMPARE(file.literals.at(1).line, 3);
    }

    void functionsAreMeasured()
    {
        const auto file =
            parse(QStringLiteral("model/domain/x.cpp"),
                  QStringLiteral("namespace a {\n"
                                 "struct B\n{\n    int c() const { return 1; }\n};\n"
                                 "const int kTable[]{1, 2};\n"
                                 "void B::d(int e)\n{\n    if (e > 0) {\n        c();\n    }\n}\n"
                                 "}\n"));
        const auto functions = file.functions();
        QCOMPARE(functions.size(), 2);
        QCOMPARE(functions.at(0).lines, 1);
        QCOMPARE(functions.at(1).line, 8);
        QCOMPARE(functions.at(1).lines, 5);
    }

    void wrongIncludesAreFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* path, const char* include, bool allowed) {
            QTest::addRow("%s %s", path, include)
                << QString::fromLatin1(path) << QString::fromLatin1(include) << allowed;
        };
        row("model/domain/a.h", "\"model/domain/amount.h\"", true);
        row("model/domain/a.h", "\"model/store/database.h\"", false);
        row("model/store/a.h", "\"model/actions/a.h\"", false);
        row("model/tables/a.h", "\"model/actions/a.h\"", false);
        row("chain/rails/a.h", "\"model/actions/a.h\"", true);
        row("chain/rails/a.h", "\"model/tables/a.h\"", false);
        row("chain/rails/a.h", "\"ui/shell/a.h\"", false);
        row("ui/shell/a.h", "\"chain/rails/a.h\"", false);
        row("ui/shell/a.h", "\"model/store/asyncstore.h\"", true);
        row("ui/shell/a.h", "\"model/store/database.h\"", false);
        row("app/a.cpp", "\"chain/rails/a.h\"", true);
        row("app/a.cpp", "\"tests/support/testmain.h\"", false);
        row("model/domain/a.h", "<QSqlQuery>", false);
        row("model/store/a.h", "<QSqlQuery>", true);
        row("model/tables/a.h", "<QColor>", false);
        row("model/tables/a.h", "<QAbstractTableModel>", true);
        row("chain/rails/a.h", "<curl/curl.h>", true);
        row("ui/shell/a.h", "<curl/curl.h>", false);
        row("ui/shell/a.h", "<QMainWindow>", true);
        row("chain/rails/a.h", "<QTableView>", false);
    }

    void wrongIncludesAreFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(bool, allowed);
        const QList<SourceFile> files{parse(path, QStringLiteral("#include ") + include + u'\n')};
        const auto found = wrongDirections(files) + wrongLibraries(files);
        QCOMPARE(found.isEmpty(), allowed);
    }

    void cyclesAreFound()
    {
        const auto name = [](char c) { return QString(QLatin1Char(c)); };
        Graph graph{{name('a'), {name('b'), name('c')}}, {name('b'), {name('c')}}, {name('c'), {}}};
        QCOMPARE(findCycle(graph), QString());
        graph[name('c')].append(name('b'));
        QCOMPARE(findCycle(graph), QStringLiteral("b → c → b"));
    }

    void exemptionsAreCounted()
    {
        const QList<Finding> found{{QStringLiteral("a.h"), 3, QStringLiteral("long")}};
        const QList<Exemption> same{{QStringLiteral("size"), QStringLiteral("a.h"), {}}};
        const QList<Exemption> other{{QStringLiteral("size"), QStringLiteral("b.h"), {}}};
        const auto rule = QStringLiteral("size");
        QVERIFY(complaints(rule, found, {}).contains(QLatin1String("a.h:3")));
        QCOMPARE(complaints(rule, found, same), QString());
        QVERIFY(complaints(rule, found, other).contains(QLatin1String("not needed")));
        QVERIFY(complaints(rule, found, other).contains(QLatin1String("a.h:3")));
        for (const auto& one : exemptions())
            QVERIFY2(one.reason.size() > 20, qPrintable(one.path));
    }
};

TIEOUT_REGISTER_TEST(TstTidyRules)

#include "tst_tidyrules.moc"
