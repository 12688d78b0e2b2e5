// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the themes: every text readable, every state told by more than its colour; the
// words for errors and amounts.
#include "tests/support/testmain.h"
#include "ui/errortext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/statuslook.h"
#include "ui/widgets/addresstext.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/pilllabel.h"

#include <QDir>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace tieout;

namespace {

QImage drawnAt(QWidget& widget, double ratio)
{
    QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    widget.render(&image);
    image.setDevicePixelRatio(1);
    return image;
}

// How hard the edges are: the squares of the steps between neighbours.
double sharpness(const QImage& image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 1; x < image.width(); ++x) {
            const double step = qGray(image.pixel(x, y)) - qGray(image.pixel(x - 1, y));
            sum += step * step;
        }
    }
    return sum;
}

} // namespace

class TstTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyTextCanBeRead()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::darkOne() : Theme::light();
        constexpr double kLeast = 4.5;
        for (const QColor& ground :
             {theme.window, theme.surface, theme.raised, theme.selection, theme.hover}) {
            QVERIFY2(contrast(theme.text, ground) >= kLeast, qPrintable(ground.name()));
            QVERIFY2(contrast(theme.muted, ground) >= kLeast, qPrintable(ground.name()));
        }
        for (const ToneColors& tone : theme.tones) {
            QVERIFY2(contrast(tone.ink, tone.ground) >= kLeast, qPrintable(tone.ink.name()));
            // A shape is no text; 3:1 is what WCAG asks of it.
            QVERIFY2(contrast(tone.line, theme.surface) >= 3.0, qPrintable(tone.line.name()));
        }
        QVERIFY(contrast(theme.onAccent, theme.accent) >= kLeast);
        QVERIFY(contrast(theme.onProduction, theme.production) >= kLeast);
        QVERIFY(contrast(theme.onSandbox, theme.sandbox) >= kLeast);
        QVERIFY(contrast(theme.onSandbox, theme.sandboxStripe) >= kLeast);
    }

    void everyPartCanBeSeen_data() { everyTextCanBeRead_data(); }
    void everyPartCanBeSeen()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::darkOne() : Theme::light();
        constexpr double kPart = 3.0; // WCAG 2.1, 1.4.11: shapes, edges, the focus
        for (const QColor& ground :
             {theme.window, theme.surface, theme.raised, theme.selection, theme.hover}) {
            // The focus is drawn in it, links and chosen sections are written in it.
            QVERIFY2(contrast(theme.accent, ground) >= 4.5, qPrintable(ground.name()));
            for (const ToneColors& tone : theme.tones) {
                QVERIFY2(contrast(tone.line, ground) >= kPart, qPrintable(tone.line.name()));
                QVERIFY2(contrast(tone.ink, ground) >= 4.5, qPrintable(tone.ink.name()));
            }
        }
        for (const ToneColors& tone : theme.tones)
            QVERIFY2(contrast(tone.line, tone.ground) >= 2.5, qPrintable(tone.line.name()));
        for (const QColor& ground : {theme.window, theme.surface, theme.raised})
            QVERIFY2(contrast(theme.edge, ground) >= kPart, qPrintable(ground.name()));
    }

    // What Qt draws by itself takes its colours from the palette.
    void everyRoleCanBeRead_data() { everyTextCanBeRead_data(); }
    void everyRoleCanBeRead()
    {
        QFETCH(bool, dark);
        const QPalette worn = (dark ? Theme::darkOne() : Theme::light()).palette();
        struct Pair
        {
            QPalette::ColorRole text;
            QPalette::ColorRole ground;
        };
        for (const Pair& pair : {Pair{QPalette::WindowText, QPalette::Window},
                                 Pair{QPalette::Text, QPalette::Base},
                                 Pair{QPalette::Text, QPalette::AlternateBase},
                                 Pair{QPalette::ButtonText, QPalette::Button},
                                 Pair{QPalette::PlaceholderText, QPalette::Base},
                                 Pair{QPalette::HighlightedText, QPalette::Highlight},
                                 Pair{QPalette::ToolTipText, QPalette::ToolTipBase},
                                 Pair{QPalette::Link, QPalette::Base},
                                 Pair{QPalette::LinkVisited, QPalette::Window}}) {
            for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
                // What is disabled needn't be readable, and yet is.
                const double least = group == QPalette::Disabled ? 3.0 : 4.5;
                if (group == QPalette::Disabled && pair.text == QPalette::HighlightedText)
                    continue; // nothing can be selected there
                const double found =
                    contrast(worn.color(group, pair.text), worn.color(group, pair.ground));
                QVERIFY2(
                    found >= least,
                    qPrintable(
                        QStringLiteral("%1 on %2: %3").arg(pair.text).arg(pair.ground).arg(found)));
            }
        }
    }

    void statusesDifferWithoutColour()
    {
        QList<Shape> shapes;
        for (const auto& word : wordsOf(PaymentStatus{})) {
            const Shape shape = lookOf(word.value).shape;
            QVERIFY2(!shapes.contains(shape), word.text);
            shapes.append(shape);
        }
    }

    void shapesArePaintedApart()
    {
        QList<QImage> images;
        for (const auto& word : wordsOf(PaymentStatus{})) {
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawShape(painter, QRectF(2, 2, 20, 20), lookOf(word.value).shape, Qt::black);
            painter.end();
            QVERIFY2(!images.contains(image), word.text);
            images.append(image);
        }
    }

    // By tone, by shape, and in grey: more of the ramp is filled with each step.
    void agesRiseWithoutColour()
    {
        QList<Look> looks;
        int before = 0;
        for (const auto& word : wordsOf(AgeStep{})) {
            const Look look = lookOf(word.value);
            for (const Look& other : looks)
                QVERIFY2(look.tone != other.tone && look.shape != other.shape, word.text);
            looks.append(look);
            QImage image(12, 12, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawShape(painter, QRectF(0, 0, 12, 12), look.shape, Qt::black);
            painter.end();
            int ink = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    ink += 255 - qGray(image.pixel(x, y));
            }
            QVERIFY2(ink > before + 6 * 255, word.text); // six pixels at least
            before = ink;
        }
    }

    void agesCanBeRead_data() { everyTextCanBeRead_data(); }
    void agesCanBeRead()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::darkOne() : Theme::light();
        for (const auto& word : wordsOf(AgeStep{})) {
            const ToneColors& tone = theme.tone(lookOf(word.value).tone);
            for (const QColor& ground : {theme.surface, theme.selection, theme.hover}) {
                QVERIFY2(contrast(tone.ink, ground) >= 4.5, word.text);
                QVERIFY2(contrast(tone.line, ground) >= 3.0, word.text);
            }
        }
    }

    void bundledFontsAreUsed()
    {
        QVERIFY(loadFonts());
        QCOMPARE(QFontInfo(interfaceFont()).family(), QStringLiteral("Roboto"));
        QCOMPARE(QFontInfo(monoFont()).family(), QStringLiteral("JetBrains Mono"));
        // Digits of one width, or columns of amounts would not align.
        const QFontMetricsF metrics(interfaceFont());
        for (const QChar digit : QStringLiteral("123456789"))
            QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
    }

    void iconsFollowThePalette()
    {
        const QDir icons(QStringLiteral(":/tieout/icons"));
        QVERIFY(icons.count() >= 10);
        for (const QString& file : icons.entryList()) {
            const QIcon icon = lineIcon(file.chopped(4));
            QVERIFY2(!icon.isNull(), qPrintable(file));
            const QImage image = icon.pixmap(32, 32).toImage();
            bool painted = false;
            for (int y = 0; y < image.height() && !painted; ++y) {
                for (int x = 0; x < image.width() && !painted; ++x)
                    painted = image.pixelColor(x, y).alpha() > 200;
            }
            QVERIFY2(painted, qPrintable(file));
        }
    }

    void partsAreCrispAtEveryScale_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("150 %") << 1.5;
        QTest::newRow("200 %") << 2.0;
    }
    // Drawn at the scale of the screen: sharper than the same drawn for 100 % and made larger.
    void partsAreCrispAtEveryScale()
    {
        QFETCH(double, ratio);
        const Appearance appearance(ThemeMode::Light);
        PillLabel pill(appearance);
        pill.setState(QStringLiteral("Underpaid"), lookOf(PaymentStatus::Underpaid));
        pill.resize(pill.sizeHint());
        IconLabel icon(QStringLiteral("search"), 16);
        for (QWidget* part : std::initializer_list<QWidget*>{&pill, &icon}) {
            const QImage real = drawnAt(*part, ratio);
            QCOMPARE(real.size(), (QSizeF(part->size()) * ratio).toSize());
            const QImage larger = drawnAt(*part, 1).scaled(
                real.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            const double gain = sharpness(real) / sharpness(larger);
            QVERIFY2(gain > 1.2, qPrintable(QString::number(gain)));
        }
        const QPixmap whole = lineIcon(QStringLiteral("search")).pixmap(QSize(16, 16), ratio);
        QCOMPARE(whole.size(), (QSizeF(16, 16) * ratio).toSize());
        QCOMPARE(whole.devicePixelRatio(), ratio);
    }

    void amountsAreWrittenInParts_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text"); // with "_" for a thin space
        const auto row = [](const char* name, const char* amount, int decimals, const char* text) {
            QTest::newRow(name) << QString::fromLatin1(amount) << decimals
                                << QString::fromUtf8(text).replace(u'_', QChar(0x202f));
        };
        row("whole", "100", 6, "100.00");
        row("cents", "99.97", 6, "99.97");
        row("all places", "0.000001", 6, "0.000001");
        row("grouped", "1234567.5", 6, "1_234_567.50");
        row("negative", "-1234", 2, "−1_234.00");
        row("no decimals", "12000", 0, "12_000");
    }
    void amountsAreWrittenInParts()
    {
        QFETCH(QString, amount);
        QFETCH(int, decimals);
        QTEST(amountText(*Amount::parse(amount, decimals)), "text");
    }

    void addressesComeInFours_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* address, const char* text) {
            QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(text);
        };
        row("EVM",
            "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "0x 7099 7970 C518 12dc 3A01 0C7d 01b5 0e0d 17dc 79C8");
        row("Tron",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "TR7N Hqje KQxG TCi8 q8ZY 4pL8 otSz gjLj 6t");
        row("empty", "", "");
    }
    void addressesComeInFours()
    {
        QFETCH(QString, address);
        QTEST(groupedAddress(address), "text");
    }

    void errorsSayWhatToDo()
    {
        const auto say = [](ErrorCode code, const char* reason) {
            return errorText({code, QString::fromLatin1(reason), QStringLiteral("the detail")});
        };
        QVERIFY(hasErrorText(u"database_newer"));
        QVERIFY(say(ErrorCode::Conflict, "database_newer").contains(u"newer version"));
        QVERIFY(!say(ErrorCode::Conflict, "database_newer").contains(u"the detail"));
        QVERIFY(say(ErrorCode::Internal, "odd_reason").contains(u"odd_reason"));
        for (const auto code : {ErrorCode::NotFound,
                                ErrorCode::Conflict,
                                ErrorCode::Invalid,
                                ErrorCode::Forbidden,
                                ErrorCode::Unavailable,
                                ErrorCode::Corrupt,
                                ErrorCode::Cancelled,
                                ErrorCode::Internal})
            QVERIFY(say(code, "").size() > 20);
    }
};

TIEOUT_REGISTER_TEST(TstTheme)
#include "tst_theme.moc"
