// SPDX-License-Identifier: GPL-3.0-or-later
// OverviewDesk: the main window over a database with a rail, its coverage and its payments, shown
// with the overview; and short ways to its charts, figures and the panel of the rail. One thread.
#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/railline.h"
#include "ui/overview/railpanel.h"
#include "ui/payments/paymentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/fonts.h"

#include <QTest>

namespace tieout::test {

constexpr int kOverviewPayments = 120;

// A database of so many payments; the rail's coverage has gaps of one and of 200 blocks.
std::unique_ptr<TestDatabase> overviewSeed(Dialect dialect);

class OverviewDesk
{
public:
    explicit OverviewDesk(std::unique_ptr<TestDatabase> database)
        : db(std::move(database))
        , store(db->address())
        , window({store,
                  clock,
                  appearance,
                  QStringLiteral("desk"),
                  QStringLiteral("operator"),
                  nullptr})
    {
        loadFonts();
        window.resize(1'280, 800);
        window.show();
        window.start();
        TIEOUT_CHECK(QTest::qWaitForWindowActive(&window));
    }

    OverviewPage& page() { return window.overview(); }
    Overview& figures() { return window.overview().overview(); }

    // The whole board stands.
    bool isRead()
    {
        return QTest::qWaitFor([&] { return figures().times().value.has_value(); }) &&
               QTest::qWaitFor([&] { return row() != nullptr; });
    }

    template<class Widget>
    Widget* find(const char* name = nullptr)
    {
        return page().findChild<Widget*>(QLatin1String(name));
    }

    RailLine* row() { return page().findChild<RailLine*>(); }
    RailPanel& panel() { return page().rail(); }

    bool openPanel()
    {
        if (!isRead())
            return false;
        QTest::mouseClick(row(), Qt::LeftButton);
        return QTest::qWaitFor([&] { return panel().record().detail().has_value(); });
    }

    // What the list of payments counts for the filter that it was just given.
    bool listShows(qint64 count)
    {
        auto& table = window.payments().table();
        return QTest::qWaitFor([&] {
            return table.state() == WindowedTable::State::Ready && table.rowCount() == count;
        });
    }

    // As it stands once the layouts have settled; kept when somebody wants to look at it.
    void picture(const char* name);

    std::unique_ptr<TestDatabase> db;
    FakeClock clock{kSeedStart + std::chrono::hours(1)};
    AsyncStore store;
    Appearance appearance{ThemeMode::Light};
    MainWindow window;
};

} // namespace tieout::test

// The kind of the row's database, or the reason to leave it out.
#define TIEOUT_OVERVIEW_DESK(desk)                                                                 \
    QFETCH(tieout::Dialect, dialect);                                                              \
    if (const QString why = tieout::test::TestDatabase::whyNot(dialect); !why.isEmpty())           \
        QSKIP(qPrintable(why));                                                                    \
    tieout::test::OverviewDesk desk(tieout::test::overviewSeed(dialect))
