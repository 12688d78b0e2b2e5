// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/tidy/findings.h"
#include "tests/tidy/sourcetree.h"

#include <QRegularExpression>
#include <QTest>

using namespace tieout::tidy;

namespace {

const char* const kProduct = "app/ ui/ model/ chain/";
const char* const kEverywhere = "app/ ui/ model/ chain/ tests/";

} // namespace

// Words that have no place in some folders, each for a reason that CONTRIBUTING.md gives.
class TstWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_data();
    void code();
    void sqlStandsInTheStore();
    void noUnfinishedBusiness();
    void testsAssert();

private:
    static QList<Finding> occurrences(const QRegularExpression& pattern,
                                      const QStringList& folders,
                                      const QString& except)
    {
        QList<Finding> found;
        for (const auto& file : sources()) {
            const auto inside = [&](const QString& folder) { return file.path.startsWith(folder); };
            if (!std::any_of(folders.begin(), folders.end(), inside))
                continue;
            if (!except.isEmpty() && QRegularExpression(except).match(file.path).hasMatch())
                continue;
            for (int i = 0; i < file.code.size(); ++i) {
                if (const auto match = pattern.match(file.code.at(i)); match.hasMatch())
                    found.append({file.path, i + 1, match.captured(0)});
            }
        }
        return found;
    }
};

void TstWords::code_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("folders");
    QTest::addColumn<QString>("except"); // paths where the word is at home
    const auto row =
        [](const char* rule, const char* pattern, const char* folders, const char* except = "") {
            QTest::newRow(rule) << QString::fromLatin1(pattern) << QString::fromLatin1(folders)
                                << QString::fromLatin1(except);
        };
    row("nested event loop", "\\bprocessEvents\\b|\\bQEventLoop\\b", kEverywhere);
    row("waiting connection", "\\b(BlockingQueued|Direct)Connection\\b", kEverywhere);
    row("singleton", "::instance\\(\\)", kProduct);
    row("detached thread", "(\\.|->)detach\\(\\)", kEverywhere);
    row("thread subclass", "\\bpublic QThread\\b", kEverywhere);
    row("modal dialog", "(\\.|->)exec\\(", "ui/");
    row("modal box", "QMessageBox::(question|warning|critical|information|about)\\(", "ui/ app/");
    row("sleep", "\\b(msleep|usleep|qSleep|sleep_for|sleep_until|QThread::sleep)\\b", kEverywhere);
    row("clock",
        "\\b(currentDateTime|currentDateTimeUtc|currentMSecsSinceEpoch|currentSecsSinceEpoch"
        "|currentTime|currentDate|system_clock|gettimeofday)\\b",
        kProduct,
        "^model/(domain/clock|store/systemclock)\\.");
    row("floating point",
        "\\b(float|double|qreal|long double|toDouble|toFloat)\\b",
        "model/domain/ model/actions/ model/store/ model/commands/");
    row("translation",
        "\\btr\\(|QT_TR_NOOP|QCoreApplication::translate",
        "model/domain/ model/crypto/ model/store/ model/commands/ model/actions/ chain/",
        "^model/domain/words\\.");
    row("mutex",
        "\\b(QMutex|QReadWriteLock|std::mutex|std::shared_mutex|std::recursive_mutex)\\b",
        kProduct,
        "/(asyncstore|changefeed|writegate|loop|logging|rangereader)\\.(h|cpp)$");
    row("exception", "\\bthrow\\b", kProduct);
    row("assertion", "\\b(Q_ASSERT|Q_ASSERT_X|assert)\\(", kProduct);
    row("old connect", "\\b(SIGNAL|SLOT|Q_FOREACH)\\(", kEverywhere);
    row("random", "\\b(rand|srand|qrand)\\(", kEverywhere);
}

void TstWords::code()
{
    QFETCH(QString, pattern);
    QFETCH(QString, folders);
    QFETCH(QString, except);
    const auto found = occurrences(QRegularExpression(pattern), folders.split(u' '), except);
    QVERIFY2(keepsRule(QString::fromLatin1(QTest::currentDataTag()), found), "see the lines above");
}

void TstWords::sqlStandsInTheStore()
{
    static const QRegularExpression kStatement(
        QStringLiteral("^\\s*(with\\s+\\w+\\s+as\\s*\\(|select\\s+[^.]*\\sfrom\\s|insert\\s+into\\s"
                       "|update\\s+\\w+\\s+set\\s|delete\\s+from\\s|create\\s+(table|index)\\s)"),
        QRegularExpression::CaseInsensitiveOption);
    QList<Finding> outside;
    QList<Finding> everyColumn;
    static const QRegularExpression kStar(QStringLiteral("select\\s+(\\w+\\.)?\\*"),
                                          QRegularExpression::CaseInsensitiveOption);
    int inside = 0;
    for (const auto& file : sources()) {
        if (file.isTest())
            continue;
        for (const auto& literal : file.literals) {
            const bool sql = kStatement.match(literal.text).hasMatch();
            if (sql && file.path.startsWith(QLatin1String("model/store/")))
                ++inside;
            else if (sql)
                outside.append({file.path, literal.line, literal.text.left(60)});
            if (kStar.match(literal.text).hasMatch())
                everyColumn.append({file.path, literal.line, literal.text.left(60)});
        }
    }
    QVERIFY(inside > 0); // else the rule above can't tell SQL any more
    TIEOUT_KEEPS_RULE("sql outside the store", outside);
    TIEOUT_KEEPS_RULE("every column", everyColumn);
}

void TstWords::noUnfinishedBusiness()
{
    static const QRegularExpression kMarks(QStringLiteral("\\b(TO"
                                                          "DO|FIX"
                                                          "ME|XX"
                                                          "X|HA"
                                                          "CK)\\b|not im"
                                                          "plemented"));
    QList<Finding> found;
    for (const auto& file : sources()) {
        for (int i = 0; i < file.lines.size(); ++i) {
            if (const auto match = kMarks.match(file.lines.at(i)); match.hasMatch())
                found.append({file.path, i + 1, match.captured(0)});
        }
    }
    TIEOUT_KEEPS_RULE("unfinished", found);
}

void TstWords::testsAssert()
{
    static const QRegularExpression kAssertion(
        QStringLiteral("\\b(QVERIFY|QCOMPARE|QTRY_|QFAIL|TIEOUT_KEEPS_RULE)"));
    static const QRegularExpression kVacuous(QStringLiteral("QVERIFY2?\\(\\s*true\\s*[,)]"));
    QList<Finding> found;
    for (const auto& file : sources()) {
        if (!file.path.contains(QLatin1String("/tst_")))
            continue;
        const auto code = file.code.join(u'\n');
        if (!kAssertion.match(code).hasMatch())
            found.append({file.path, 0, QStringLiteral("asserts nothing")});
        if (kVacuous.match(code).hasMatch())
            found.append({file.path, 0, QStringLiteral("asserts what can't fail")});
    }
    TIEOUT_KEEPS_RULE("assertion in tests", found);
}

TIEOUT_REGISTER_TEST(TstWords)

#include "tst_words.moc"
