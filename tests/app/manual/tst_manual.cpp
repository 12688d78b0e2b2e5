// SPDX-License-Identifier: GPL-3.0-or-later
// The manual pages against the programs: the same commands with the same operands, the same options
// with the same values, and the same exit codes.
#include "tests/support/testmain.h"

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

// Of every command ("payments show PAYMENT"; of the program itself the empty one) its options
// ("--limit N").
using Options = QMap<QString, QStringList>;

QStringList linesOf(const QString& page)
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/resources/man/") + page);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

QString helpOf(const char* program, const QStringList& words)
{
    QProcess process;
    process.start(QLatin1String(program), words + QStringList{QStringLiteral("--help")});
    return process.waitForFinished() && process.exitCode() == 0
               ? QString::fromUtf8(process.readAllStandardOutput())
               : QString();
}

// "Fl h , Fl -lang Ar CODE" as the help has it: "-h, --lang CODE".
QString plain(QString macros)
{
    static const QRegularExpression names(QStringLiteral("\\b(Cm|Ar) "));
    return macros.replace(QStringLiteral("Fl "), QStringLiteral("-"))
        .remove(names)
        .replace(QStringLiteral(" ,"), QStringLiteral(","));
}

Options optionsOfPage(const QString& page)
{
    Options options;
    QString command;
    for (const QString& line : linesOf(page)) {
        if (line.startsWith(u".It Cm ")) {
            command = plain(line.mid(4));
            options[command];
        } else if (line.startsWith(u".It Fl "))
            options[command].append(plain(line.mid(4)));
    }
    return options;
}

// The first column of the help's lines: what stands before two spaces or the end.
QStringList namesIn(const QString& help)
{
    static const QRegularExpression line(QStringLiteral("^  (\\S.*?)(?:  .*)?$"),
                                         QRegularExpression::MultilineOption);
    QStringList names;
    for (auto found = line.globalMatch(help); found.hasNext();)
        names.append(found.next().captured(1));
    return names;
}

QStringList numbersOf(const QString& text, const QString& pattern)
{
    const QRegularExpression number(pattern, QRegularExpression::MultilineOption);
    QStringList numbers;
    for (auto found = number.globalMatch(text); found.hasNext();)
        numbers.append(found.next().captured(1));
    return numbers;
}

} // namespace

class TstManual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void engineCommands();
    void consoleOptions();
    void exitCodes_data();
    void exitCodes();
    void picturesOfNothing();

private:
    QTemporaryDir m_home;
};

void TstManual::initTestCase()
{
    qputenv("HOME", m_home.path().toUtf8());
}

void TstManual::engineCommands()
{
    const QString common = QStringLiteral("Options of every command:\n");
    const QStringList commands = namesIn(helpOf(TIEOUTD, {}));
    QVERIFY(commands.size() > 20);
    Options said;
    for (const QString& command : commands) {
        static const QRegularExpression operand(QStringLiteral(" [A-Z]+"));
        const QString help = helpOf(TIEOUTD, QString(command).remove(operand).split(u' '));
        QVERIFY2(help.contains(common), qPrintable(command));
        said[command] = namesIn(help.section(common, 0, 0));
        said[QString()] = namesIn(help.section(common, 1));
    }
    const Options written = optionsOfPage(QStringLiteral("tieoutd.1"));
    QCOMPARE(written.keys(), said.keys());
    for (auto it = said.cbegin(); it != said.cend(); ++it)
        QCOMPARE(it.key() + written[it.key()].join(u'|'), it.key() + it.value().join(u'|'));
}

void TstManual::consoleOptions()
{
    const QString help = helpOf(TIEOUT, {}).section(QStringLiteral("Options:\n"), 1);
    QStringList said;
    for (QString name : namesIn(help)) {
        if (name.startsWith(u'-')) // others go on with the line before
            said.append(name.remove(u'<').remove(u'>'));
    }
    QVERIFY(said.size() > 8);
    const Options written = optionsOfPage(QStringLiteral("tieout.1"));
    QCOMPARE(written[QString()], said);
    QCOMPARE(written.size(), 1);
}

void TstManual::exitCodes_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("page");
    QTest::addRow("console") << QStringLiteral(TIEOUT) << QStringLiteral("tieout.1");
    QTest::addRow("engine") << QStringLiteral(TIEOUTD) << QStringLiteral("tieoutd.1");
}

void TstManual::exitCodes()
{
    QFETCH(QString, program);
    QFETCH(QString, page);
    const QString help = helpOf(qPrintable(program), {}).section(QStringLiteral("Exit codes:"), 1);
    const QString text = linesOf(page).join(u'\n');
    const QStringList written = numbersOf(text.section(QStringLiteral(".Sh EXIT STATUS"), 1),
                                          QStringLiteral("^\\.It (\\d)$"));
    QVERIFY(!written.isEmpty());
    QCOMPARE(
        written,
        numbersOf(help.section(QStringLiteral("\n\n"), 0, 0), QStringLiteral("\\b(\\d) [a-z]")));
}

// As the page promises: 4, and why.
void TstManual::picturesOfNothing()
{
    QProcess process;
    process.start(QStringLiteral(TIEOUT),
                  {QStringLiteral("--database"),
                   m_home.filePath(QStringLiteral("none/desk.sqlite")),
                   QStringLiteral("--screenshots"),
                   m_home.filePath(QStringLiteral("pictures"))});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 4);
    QVERIFY(process.readAllStandardError().contains("desk.sqlite"));
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

TIEOUT_REGISTER_TEST(TstManual)
#include "tst_manual.moc"
