// SPDX-License-Identifier: GPL-3.0-or-later
// Everything can be used without a mouse and without seeing it: names, roles, reasons, the way of
// the focus, and words that are told as they come.
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/windowscenes.h"
#include "ui/payments/paymentspage.h"
#include "ui/shell/environmentstrip.h"
#include "ui/shell/notifier.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/queueview.h"

#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

class TstAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlCanBeSpoken()
    {
        WindowScenes scenes;
        QStringList mistakes;
        int visited = 0;
        scenes.visit([&](const QString& name, QWidget& widget) {
            ++visited;
            for (const QString& each : spokenMistakes(widget))
                mistakes.append(name + QStringLiteral(": ") + each);
        });
        QVERIFY2(visited > 20, qPrintable(QString::number(visited)));
        QVERIFY(noneOf(mistakes));
    }

    void mistakesAreFound()
    {
        QWidget window;
        auto* nameless = new QToolButton(&window);
        auto* disabled = new QToolButton(&window);
        disabled->setText(QStringLiteral("Refund"));
        disabled->setEnabled(false);
        window.show();
        QCOMPARE(spokenMistakes(window).size(), 2);
        nameless->setAccessibleName(QStringLiteral("Copy"));
        disabled->setToolTip(QStringLiteral("Nothing is left to refund."));
        QCOMPARE(spokenMistakes(window), QStringList());
        nameless->setFocusPolicy(Qt::StrongFocus);
        nameless->setStyleSheet(QStringLiteral("border: none;"));
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(focusMistakes(window).size(), 1);
    }

    void everyControlIsReachedByTab()
    {
        WindowScenes scenes;
        QStringList mistakes;
        const auto look = [&](const QString& name, QWidget& widget) {
            for (const QString& each : focusMistakes(widget))
                mistakes.append(name + QStringLiteral(": ") + each);
        };
        scenes.visitPages(look);
        scenes.visitDialogs(look);
        scenes.visitStart(look);
        QVERIFY(noneOf(mistakes));
    }

    void pagesAreTabs()
    {
        WindowScenes scenes;
        auto* rail = scenes.window().findChild<QWidget*>(QStringLiteral("rail"));
        int chosen = 0;
        int tabs = 0;
        for (QToolButton* each : rail->findChildren<QToolButton*>()) {
            auto* spoken = QAccessible::queryAccessibleInterface(each);
            QVERIFY2(spoken->role() != QAccessible::CheckBox, qPrintable(each->text()));
            if (!each->isCheckable())
                continue;
            ++tabs;
            QCOMPARE(spoken->role(), QAccessible::PageTab);
            spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
            QVERIFY(each->isChecked());
            QVERIFY(spoken->state().selected);
            chosen += each->isChecked() ? 1 : 0;
        }
        QVERIFY(tabs >= 3);
        QCOMPARE(chosen, tabs);
    }

    void cellsSayTheirColumnAndAllTheirText()
    {
        WindowScenes scenes;
        scenes.showQueue();
        QueueView& view = scenes.window().payments().view();
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const auto index = view.model()->index(0, column);
            const QString name = index.data(Qt::AccessibleTextRole).toString();
            const QString title =
                view.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            QVERIFY2(name.contains(title), qPrintable(name));
            QVERIFY2(name.contains(index.data(Qt::DisplayRole).toString()), qPrintable(name));
        }
    }

    void newsIsTold()
    {
        AlertSpy spy;
        Appearance appearance(ThemeMode::Light);
        QWidget window;
        Callout callout(appearance, {Tone::Bad, Shape::Triangle}, &window);
        FieldNote note(appearance, &window);
        callout.setWords(QStringLiteral("Not seen yet"), {});
        QVERIFY(spy.names().isEmpty());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(spy.names(), QStringList{QStringLiteral("Not seen yet")});
        callout.setWords(QStringLiteral("The database doesn't answer"), QStringLiteral("Wait."));
        QCOMPARE(spy.names().last(), QStringLiteral("The database doesn't answer"));
        const auto told = spy.names().size();
        // The same words again are no news, and a hint is none.
        callout.setWords(QStringLiteral("The database doesn't answer"), QStringLiteral("Wait."));
        note.say(QStringLiteral("Such as 30m"));
        QCOMPARE(spy.names().size(), told);
        note.say(QStringLiteral("This is needed."), Look{Tone::Bad, Shape::Triangle});
        QCOMPARE(spy.names().last(), QStringLiteral("This is needed."));
    }

    void aSevereCaseIsTold()
    {
        WindowScenes scenes;
        AlertSpy spy;
        auto* notifier = scenes.window().findChild<Notifier*>();
        Q_EMIT notifier->told(QStringLiteral("RAIL-STALL: head not moving"), {});
        QCOMPARE(spy.names().size(), 1);
        QVERIFY(scenes.window().strip().accessibleDescription().startsWith(u"RAIL-STALL"));
    }

    void aLostDatabaseIsTold()
    {
        QTemporaryDir folder;
        FakeClock clock;
        AsyncStore store({folder.filePath(QStringLiteral("none/desk.sqlite")), {}});
        Appearance appearance(ThemeMode::Light);
        MainWindow window({store, clock, appearance, QStringLiteral("desk"), {}, nullptr});
        window.show();
        AlertSpy spy;
        window.start();
        QTRY_VERIFY(spy.names().join(u' ').contains(u"No answer from the database"));
    }
};

TIEOUT_REGISTER_TEST(TstAccessible)
#include "tst_accessible.moc"
