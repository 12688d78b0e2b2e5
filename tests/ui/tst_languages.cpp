// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the sources stands in every language, whole and finished; the console speaks it,
// and what is no word of a language keeps its direction and its digits.
#include "tests/support/testmain.h"
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/translatedtexts.h"
#include "tests/ui/windowscenes.h"
#include "ui/overview/overviewpage.h"
#include "ui/payments/paymentspage.h"
#include "ui/theme/language.h"
#include "ui/theme/statuslook.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/leading.h"
#include "ui/widgets/queueview.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace tieout;
using namespace tieout::test;

namespace {

struct Tongue
{
    const char* code;
    int pluralForms;
};

constexpr Tongue kTongues[] = {{"es", 2}, {"ar", 6}};

QString fileOf(const char* code)
{
    return QStringLiteral("%1/translations/tieout_%2.ts")
        .arg(QStringLiteral(TIEOUT_SOURCE_DIR), QLatin1String(code));
}

// Wears a language while it lives.
class Worn
{
public:
    explicit Worn(const char* code)
    {
        wearLanguage(QLatin1String(code), m_owner, QStringLiteral(TIEOUT_LANGUAGES));
    }
    ~Worn() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    Q_DISABLE_COPY_MOVE(Worn)

private:
    QObject m_owner;
};

// Remembers every text that is asked for.
class Listener final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context,
                      const char* source,
                      const char* comment,
                      int number) const override
    {
        Q_UNUSED(number)
        const QString where = QString::fromUtf8(context);
        if (!where.startsWith(u'Q'))
            asked.insert(textKey(where, QString::fromUtf8(source), QString::fromUtf8(comment)));
        return {};
    }

    mutable QSet<QString> asked;
};

QString inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).lightness() < 128)
                ink |= QRect(x, y, 1, 1);
        }
    }
    const QImage cut = image.copy(ink).convertToFormat(QImage::Format_Grayscale8);
    QByteArray rows;
    for (int y = 0; y < cut.height(); ++y)
        rows.append(reinterpret_cast<const char*>(cut.constScanLine(y)), cut.width());
    return QString::fromLatin1(rows.toHex());
}

} // namespace

class TstLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data() { addTongues(); }
    void everyTextIsTranslated();
    void englishHasItsPlurals();
    void noTextIsHiddenFromTheReader();
    void everyTextThatIsAskedForIsKnown();
    void mistakesAreFound();
    void mnemonicsDiffer_data();
    void mnemonicsDiffer();
    void pagesHaveRoomForEveryWord_data() { mnemonicsDiffer_data(); }
    void pagesHaveRoomForEveryWord();
    void theWindowSpeaks_data() { addTongues(); }
    void theWindowSpeaks();
    void arabicIsMirroredAndNumbersAreNot();
    void anAmountAmongEntriesReadsFromTheLeft();
    void marginsFollowTheLines();
    void aLineKeepsItsDirection();
    void aLongLineEndsInDots();
    void digitsAreThoseOfTheAmounts();
    void statusesHaveWordsOfTheirOwn_data() { addTongues(); }
    void statusesHaveWordsOfTheirOwn();

private:
    static void addTongues()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("forms");
        for (const Tongue& each : kTongues)
            QTest::newRow(each.code) << QString::fromLatin1(each.code) << each.pluralForms;
    }
    static TranslatedTexts textsOfTheSources();
};

// As the build reads them, into a file of its own.
TranslatedTexts TstLanguages::textsOfTheSources()
{
    static const TranslatedTexts texts = [] {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("now.ts"));
        QProcess reader;
        reader.setWorkingDirectory(QStringLiteral(TIEOUT_SOURCE_DIR));
        reader.start(QStringLiteral(TIEOUT_LUPDATE),
                     {QStringLiteral("-silent"),
                      QStringLiteral("-I"),
                      QStringLiteral("."),
                      QStringLiteral("-locations"),
                      QStringLiteral("none"),
                      QStringLiteral("app"),
                      QStringLiteral("chain"),
                      QStringLiteral("model"),
                      QStringLiteral("ui"),
                      QStringLiteral("-ts"),
                      file});
        if (!reader.waitForFinished(60'000))
            qWarning("lupdate: %s", qPrintable(reader.errorString()));
        return readTexts(file);
    }();
    return texts;
}

void TstLanguages::everyTextIsTranslated()
{
    QFETCH(QString, code);
    QFETCH(int, forms);
    const TranslatedTexts sources = textsOfTheSources();
    QVERIFY2(sources.size() > 800, qPrintable(QString::number(sources.size())));
    const TranslatedTexts texts = readTexts(fileOf(qPrintable(code)));
    QStringList mistakes;
    for (auto text = sources.begin(); text != sources.end(); ++text) {
        const auto found = texts.find(text.key());
        if (found == texts.end()) {
            mistakes.append(text->name() + QStringLiteral(": missing"));
            continue;
        }
        QStringList all = mistakesIn(*found, forms);
        if (code == u"ar")
            all += rightToLeftMistakesIn(*found);
        for (const QString& each : all)
            mistakes.append(found->name() + QStringLiteral(": ") + each);
    }
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (!sources.contains(text.key()))
            mistakes.append(text->name() + QStringLiteral(": no source has it any more"));
    }
    QVERIFY(noneOf(mistakes));
}

void TstLanguages::englishHasItsPlurals()
{
    const TranslatedTexts texts = readTexts(fileOf("en"));
    QStringList mistakes;
    for (const TranslatedText& text : textsOfTheSources()) {
        if (!text.isPlural)
            continue;
        const auto found = texts.find(textKey(text.context, text.source, text.comment));
        if (found == texts.end() || !mistakesIn(*found, 2).isEmpty() ||
            found->forms.join(u' ').contains(u"(s)"))
            mistakes.append(text.name());
    }
    QVERIFY(noneOf(mistakes));
}

// A function that passes a text on to translate() hides it from lupdate, unless it is marked.
void TstLanguages::noTextIsHiddenFromTheReader()
{
    const QRegularExpression passing(
        QStringLiteral("(\\w+)(?: = \\[[^\\]]*\\])?\\(const char\\* (\\w+)[^)]*\\)[^{;]*\\{\\s*"
                       "return QCoreApplication::translate\\(\"\\w+\", \\2"));
    QStringList hidden;
    for (const char* folder : {"ui", "app", "model"}) {
        QDirIterator files(QStringLiteral(TIEOUT_SOURCE_DIR "/") + QLatin1String(folder),
                           {QStringLiteral("*.cpp")},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            auto all = passing.globalMatch(text);
            while (all.hasNext()) {
                const QString name = all.next().captured(1);
                const QRegularExpression direct(QStringLiteral("\\b%1\\(\\s*\"").arg(name));
                if (text.contains(direct))
                    hidden.append(file.fileName() + u' ' + direct.match(text).captured());
            }
        }
    }
    QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(u'\n')));
}

void TstLanguages::everyTextThatIsAskedForIsKnown()
{
    Listener listener;
    QCoreApplication::installTranslator(&listener);
    {
        WindowScenes scenes;
        scenes.visit([](const QString&, QWidget&) {});
    }
    QCoreApplication::removeTranslator(&listener);
    QVERIFY(listener.asked.size() > 200);
    const TranslatedTexts texts = readTexts(fileOf("es"));
    QStringList unknown;
    for (const QString& key : listener.asked) {
        if (!texts.contains(key))
            unknown.append(QString(key).replace(QChar(1), u'|'));
    }
    unknown.sort();
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
}

void TstLanguages::mistakesAreFound()
{
    const auto of = [](const char* source, const char* form) {
        TranslatedText text;
        text.source = QString::fromUtf8(source);
        text.forms = {QString::fromUtf8(form)};
        text.isFinished = true;
        return mistakesIn(text, 2).size() + rightToLeftMistakesIn(text).size();
    };
    QCOMPARE(of("Copy", "Copiar"), 0);
    QCOMPARE(of("%1 of %2", "\u2068%1\u2069 de \u2068%2\u2069"), 0);
    QCOMPARE(of("%1 of %2", "\u2068%1\u2069 de"), 1);
    QCOMPARE(of("%1 of it", "%1"), 1);
    QCOMPARE(of("%1: %2", "\u2068%1\u2069: \u2068%2\u2069"), 1);
    QCOMPARE(of("%1: %2", "\u200f\u2068%1\u2069: \u2068%2\u2069"), 0);
    QCOMPARE(of("Copy", "Copiar "), 1);
    QCOMPARE(of("&Copy", "Copiar"), 1);
    QCOMPARE(of("Copy", "<b>Copiar</b>"), 1);
    QCOMPARE(of("Copy…", "Copiar"), 1);
    QVERIFY(of("7 days", "\u0667 days") >= 1);
    QVERIFY(of("Copy", "") >= 1);
}

void TstLanguages::mnemonicsDiffer_data()
{
    addTongues();
    QTest::newRow("en") << QStringLiteral("en") << 2;
}

void TstLanguages::mnemonicsDiffer()
{
    QFETCH(QString, code);
    const Worn worn(qPrintable(code));
    WindowScenes scenes;
    QStringList mistakes;
    scenes.visit([&](const QString& name, QWidget& widget) {
        keepPicture(widget, code + u' ' + name);
        for (const QString& each : mnemonicMistakes(widget))
            mistakes.append(name + QStringLiteral(": ") + each);
    });
    mistakes.removeDuplicates();
    QVERIFY(noneOf(mistakes));
}

// On the smallest screen that is common, no page is wider than its window.
void TstLanguages::pagesHaveRoomForEveryWord()
{
    QFETCH(QString, code);
    const Worn worn(qPrintable(code));
    WindowScenes scenes;
    scenes.window().resize(1'280, 800);
    const auto check = [&](const QString& name, QWidget& widget) {
        for (auto* area : widget.findChildren<QScrollArea*>()) {
            if (area->isVisible() && area->widget())
                QTRY_VERIFY2(area->widget()->width() <= area->viewport()->width(),
                             qPrintable(name + u' ' + area->objectName() +
                                        QStringLiteral(": %1 > %2")
                                            .arg(area->widget()->width())
                                            .arg(area->viewport()->width())));
        }
    };
    scenes.showQueue();
    check(QStringLiteral("queue"), scenes.window());
    scenes.visitPages(check);
    OverviewPage& overview = scenes.window().overview();
    scenes.window().showPage(&overview);
    QTRY_VERIFY_WITH_TIMEOUT(
        overview.overview().times().value && overview.overview().queues().value, 30'000);
    check(QStringLiteral("overview"), scenes.window());
}

void TstLanguages::theWindowSpeaks()
{
    QFETCH(QString, code);
    const Worn worn(qPrintable(code));
    const TranslatedTexts texts = readTexts(fileOf(qPrintable(code)));
    WindowScenes scenes;
    scenes.showQueue();
    const auto word = [&](const char* context, const char* source) {
        return texts.value(textKey(QString::fromUtf8(context), QString::fromUtf8(source)))
            .forms.value(0);
    };
    QStringList pages;
    for (auto* each :
         scenes.window().findChild<QWidget*>(QStringLiteral("rail"))->findChildren<QToolButton*>())
        pages.append(each->text());
    QVERIFY2(pages.contains(word("tieout::MainWindow", "Payments")), qPrintable(pages.join(u' ')));
    QVERIFY(!pages.contains(QStringLiteral("Payments")));
    const auto& model = *scenes.window().payments().view().model();
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), word("PaymentsTable", "Status"));
    QStringList statuses;
    for (int row = 0; row < model.rowCount(); ++row)
        statuses.append(model.index(row, 0).data().toString());
    QVERIFY2(statuses.contains(word("words", "Underpaid")), qPrintable(statuses.join(u' ')));
    QCOMPARE(QCoreApplication::translate("tieout::RailLabel", "%n block(s) behind", nullptr, 3),
             texts
                 .value(textKey(QStringLiteral("tieout::RailLabel"),
                                QStringLiteral("%n block(s) behind")))
                 .forms.value(code == u"ar" ? 3 : 1)
                 .replace(QStringLiteral("%n"), QStringLiteral("3")));
}

void TstLanguages::arabicIsMirroredAndNumbersAreNot()
{
    const Worn worn("ar");
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    WindowScenes scenes;
    scenes.showQueue();
    MainWindow& window = scenes.window();
    auto* rail = window.findChild<QWidget*>(QStringLiteral("rail"));
    QVERIFY(rail->mapTo(&window, QPoint()).x() > window.width() / 2);
    QueueView& view = window.payments().view();
    int compared = 0;
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        const auto index = view.model()->index(0, column);
        const QString text = index.data().toString();
        const bool isNumber =
            !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar c) {
                return c.script() == QChar::Script_Arabic;
            });
        const auto kind = CellKind(index.data(KindRole).toInt());
        if (!isNumber || kind == CellKind::Status || kind == CellKind::Progress ||
            kind == CellKind::Mono)
            continue;
        const auto painted = [&](Qt::LayoutDirection direction) {
            QImage image(420, 28, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            QStyleOptionViewItem option;
            option.rect = image.rect().adjusted(0, 0, 0, 6);
            option.direction = direction;
            option.font = view.font();
            // Whole pixels, or the same text has another edge at another place.
            option.font.setHintingPreference(QFont::PreferFullHinting);
            view.itemDelegate()->paint(&painter, option, index);
            painter.end();
            return inkOf(image);
        };
        QVERIFY2(painted(Qt::LeftToRight) == painted(Qt::RightToLeft), qPrintable(text));
        ++compared;
    }
    QVERIFY(compared >= 5);
}

void TstLanguages::anAmountAmongEntriesReadsFromTheLeft()
{
    Appearance appearance(ThemeMode::Light);
    EntryList list(appearance, false);
    list.setLayoutDirection(Qt::RightToLeft);
    const auto painted = [&](const QString& title) {
        Entry entry;
        entry.title = title;
        list.setEntries({entry});
        list.resize(300, list.heightForWidth(300));
        return inkOf(list.grab(list.layOut().boxes.front().title.toAlignedRect()).toImage());
    };
    const QString amount = QStringLiteral("1\u202f559.97 USDT");
    const QString isolated = u'\u2066' + amount + u'\u2069'; // whatever surrounds it
    QVERIFY(painted(amount).size() > 1'000);
    QCOMPARE(painted(amount), painted(isolated));
}

void TstLanguages::marginsFollowTheLines()
{
    QWidget widget;
    widget.setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(leadingMargins(widget, 1, 2, 3, 4), QMargins(1, 2, 3, 4));
    widget.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(leadingMargins(widget, 1, 2, 3, 4), QMargins(3, 2, 1, 4));
}

// What somebody wrote in Latin letters ends in its full stop also in a mirrored window.
void TstLanguages::aLineKeepsItsDirection()
{
    Appearance appearance(ThemeMode::Light);
    EntryList list(appearance, false);
    list.setLayoutDirection(Qt::RightToLeft);
    const auto painted = [&](const QString& text) {
        Entry entry;
        entry.title = QStringLiteral("entry");
        entry.lines = {{text}};
        list.setEntries({entry});
        list.resize(300, list.heightForWidth(300));
        const QRectF box = list.layOut().boxes.front().lines.front().text;
        return inkOf(list.grab(box.toAlignedRect()).toImage());
    };
    const QString wait = QStringLiteral("The customer asked us to wait.");
    QVERIFY(painted(wait).size() > 1'000);
    QCOMPARE(painted(wait), painted(u'\u2066' + wait + u'\u2069'));
}

// Five lines, and a sign that there is more; what is shorter stays whole.
void TstLanguages::aLongLineEndsInDots()
{
    Appearance appearance(ThemeMode::Light);
    EntryList list(appearance, false);
    const auto shown = [&](const QString& text) {
        Entry entry;
        entry.title = QStringLiteral("entry");
        entry.lines = {{text}};
        list.setEntries({entry});
        list.resize(300, list.heightForWidth(300));
        return list.layOut().boxes.front().lines.front();
    };
    const QString few = QStringLiteral("what somebody wrote");
    QCOMPARE(shown(few).shown, few);
    const qreal line = shown(few).text.height();
    const QString many = QString(few + u' ').repeated(60);
    QVERIFY(shown(many).shown.endsWith(QChar(0x2026)));
    QVERIFY(many.startsWith(shown(many).shown.chopped(1)));
    QCOMPARE(shown(many).text.height(), 5 * line);
    // Nothing of it needs a sixth line.
    EntryList again(appearance, false);
    again.resize(300, 10);
    QCOMPARE(shown(shown(many).shown).shown, shown(many).shown);
}

void TstLanguages::digitsAreThoseOfTheAmounts()
{
    const auto before = QLocale();
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    {
        const Worn worn("ar");
        QCOMPARE(QLocale().toString(1234), QStringLiteral("1234"));
        const QString told = QCoreApplication::translate(
            "tieout::Notifier", "%n new case(s) of severity 1", nullptr, 25);
        QVERIFY2(told.contains(QStringLiteral("25")), qPrintable(told));
    }
    QLocale::setDefault(before);
}

// In greyscale a state is its shape and its word.
void TstLanguages::statusesHaveWordsOfTheirOwn()
{
    QFETCH(QString, code);
    const Worn worn(qPrintable(code));
    QSet<QString> words;
    for (const auto& each : wordsOf(PaymentStatus{}))
        words.insert(translatedWord(each.label));
    QCOMPARE(words.size(), qsizetype(wordsOf(PaymentStatus{}).size()));
}

TIEOUT_REGISTER_TEST(TstLanguages)
#include "tst_languages.moc"
