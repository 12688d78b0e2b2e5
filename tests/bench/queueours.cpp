// SPDX-License-Identifier: GPL-3.0-or-later
// The console itself at the queue: its main window with the change feed.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "model/store/systemclock.h"
#include "tests/bench/measure.h"
#include "tests/bench/queueconsole.h"
#include "tests/bench/queuescript.h"
#include "ui/payments/paymentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/queueview.h"

#include <QRandomGenerator>
#include <QScrollBar>
#include <QWheelEvent>

namespace tieout::bench {

namespace {

using Column = PaymentsTable::Column;

constexpr std::chrono::milliseconds kFrame{16};
constexpr std::chrono::milliseconds kJumpEvery{400};
constexpr std::chrono::milliseconds kChangesComeIn{1'000};
constexpr std::chrono::milliseconds kThinks{150}; // until a person gives up on a filter

class OurQueue : public QObject
{
public:
    OurQueue(QueueApplication& app, const QueueConsoleTask& task)
        : m_app(app)
        , m_task(task)
        , m_appearance(ThemeMode::Light)
        , m_store(task.address)
        , m_window({m_store,
                    m_clock,
                    m_appearance,
                    QStringLiteral("bench"),
                    QStringLiteral("operator"),
                    nullptr})
        , m_table(m_window.payments().table())
        , m_view(m_window.payments().view())
        , m_feed(task.address)
        , m_script(app, m_view.viewport())
        , m_random(20261121)
    {
        // What was painted before the answer came is the list of before.
        connect(&m_table, &WindowedTable::refreshed, this, [this] {
            m_fresh = true;
            m_script.forgetPaintings();
        });
        connect(&m_script, &QueueScript::finished, &app, [](bool inTime) {
            QApplication::exit(inTime ? 0 : 1);
        });
        m_wheel.setInterval(kFrame);
        connect(&m_wheel, &QTimer::timeout, this, [this] { turnWheel(); });
        m_jump.setInterval(kJumpEvery);
        connect(&m_jump, &QTimer::timeout, this, [this] { jump(); });
        m_window.follow(m_feed);
    }

    void begin()
    {
        const SteadyTime started{std::chrono::nanoseconds(m_task.startedNs)};
        planCalm();
        planSparse();
        planChanges();
        // As for somebody who left at the queue.
        m_window.showPage(&m_window.payments());
        m_window.show();
        m_window.start();
        m_script.start(started);
    }

private:
    bool isShown() const
    {
        if (m_table.state() != WindowedTable::State::Ready || m_table.rowCount() == 0)
            return false;
        const int first = m_view.rowAt(0);
        const int below = m_view.rowAt(m_view.viewport()->height() - 1);
        const int last = below < 0 ? m_table.rowCount() - 1 : below;
        return first >= 0 && !m_table.idAt(first).isEmpty() && !m_table.idAt(last).isEmpty();
    }

    void turnWheel()
    {
        const QPointF at(200, 200);
        const int turn = m_turns++ / 200 % 2 == 0 ? -120 : 120;
        QWheelEvent event(at,
                          m_view.viewport()->mapToGlobal(at),
                          {},
                          {0, turn},
                          Qt::NoButton,
                          Qt::NoModifier,
                          Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
    }

    void jump()
    {
        QScrollBar* bar = m_view.verticalScrollBar();
        bar->setValue(int(m_random.bounded(qint64(bar->maximum()) + 1)));
    }

    void printBlocks(const QString& key)
    {
        for (const double wait : m_heart->take())
            m_waits.push_back(wait);
        if (m_waits.empty())
            return;
        printValue("sample", key + QStringLiteral(" p99.9"), quantile(m_waits, 0.999));
        printValue("sample", key + QStringLiteral(" longest"), quantile(m_waits, 1));
        m_waits.clear();
        printNote(key + QStringLiteral(" slowest"), m_app.takeSlowest());
    }

    void addQuery(const QString& key, const std::function<void()>& ask)
    {
        m_script.addPainted(
            key,
            [this, ask] {
                m_fresh = false;
                ask();
            },
            [this] { return m_fresh && isShown(); });
        m_script.addAct([this] { m_view.scrollToTop(); });
    }

    void addFilter(const QString& key, const QString& text)
    {
        addQuery(key, [this, text] {
            PaymentQuery query;
            query.filter = parseFilter(text, paymentFilterFields()).filter;
            TIEOUT_CHECK(text.isEmpty() || !query.filter.isEmpty());
            m_table.setQuery(query);
        });
    }

    void addAnchors(const QString& key)
    {
        m_script.add({key, {}, [this] { return m_table.hasAnchors(); }});
    }

    void planCalm()
    {
        m_script.addPainted(QStringLiteral("start"), {}, [this] { return isShown(); });
        m_script.addAct([this] {
            printValue("value", QStringLiteral("cpu start"), ownCpu());
            m_heart = std::make_unique<Heartbeat>();
        });
        addAnchors(QStringLiteral("anchors"));
        m_script.addAct([this] {
            printValue("value", QStringLiteral("rows"), m_table.rowCount());
            printBlocks(QStringLiteral("block anchors"));
        });
        for (int i = 0; i < m_task.jumps; ++i)
            m_script.addPainted(
                QStringLiteral("jump"), [this] { jump(); }, [this] { return isShown(); });
        m_script.addAct([this] { m_view.scrollToTop(); });
        for (int i = 0; i < m_task.frames; ++i)
            m_script.addPainted(
                QStringLiteral("wheel"), [this] { turnWheel(); }, [] { return true; });
        m_script.addAct([this] { printBlocks(QStringLiteral("block scrolling")); });
        for (const auto& [key, column, order] :
             {std::tuple{"sort status", Column::Status, Qt::AscendingOrder},
              {"sort order", Column::OrderReference, Qt::AscendingOrder},
              {"sort corridor", Column::Corridor, Qt::DescendingOrder},
              {"sort oldest", Column::Created, Qt::AscendingOrder}})
            addQuery(QString::fromLatin1(key),
                     [this, column = column, order = order] { m_table.sort(int(column), order); });
        for (const QueueFilter& filter : m_task.filters)
            addFilter(filter.key, filter.text);
        m_script.addAct([this] { printBlocks(QStringLiteral("block asking")); });
    }

    // A person gives up on a filter that reads everything and asks for the whole list again.
    void planSparse()
    {
        m_script.addAct([this] {
            PaymentQuery query;
            query.filter = parseFilter(m_task.sparse, paymentFilterFields()).filter;
            m_table.setQuery(query);
            m_waited = false;
            QTimer::singleShot(kThinks, this, [this] { m_waited = true; });
        });
        m_script.add({{}, {}, [this] { return m_waited; }});
        m_script.addAct([this] {
            printValue("value",
                       QStringLiteral("sparse still read"),
                       m_table.state() == WindowedTable::State::Loading ? 1 : 0);
        });
        addFilter(QStringLiteral("sparse given up"), {});
        m_script.addAct([this] { printBlocks(QStringLiteral("block sparse")); });
    }

    void planChanges()
    {
        addAnchors({});
        m_script.addAct([this] {
            printValue("changes", {}, 1);
            m_waited = false;
            QTimer::singleShot(kChangesComeIn, this, [this] { m_waited = true; });
        });
        m_script.add({{}, {}, [this] { return m_waited; }});
        m_script.add({{},
                      [this] {
                          m_heart->take();
                          m_wheel.start();
                          m_jump.start();
                          m_waited = false;
                          QTimer::singleShot(m_task.loadMs, this, [this] { m_waited = true; });
                      },
                      [this] { return m_waited; }});
        m_script.addAct([this] {
            m_wheel.stop();
            m_jump.stop();
            printBlocks(QStringLiteral("block changes"));
            printValue("changes", {}, 0);
            printValue("value", QStringLiteral("announced"), double(m_table.newRows()));
            printValue("value", QStringLiteral("anonymous"), anonymousMb());
            printValue("value", QStringLiteral("anonymous most"), m_heart->mostAnonymousMb());
            printValue("value", QStringLiteral("cpu"), ownCpu());
        });
    }

    QueueApplication& m_app;
    const QueueConsoleTask& m_task;
    SystemClock m_clock;
    Appearance m_appearance;
    AsyncStore m_store;
    MainWindow m_window;
    PaymentsTable& m_table;
    QueueView& m_view;
    ChangeFeed m_feed;
    QueueScript m_script;
    std::unique_ptr<Heartbeat> m_heart;
    std::vector<double> m_waits;
    QRandomGenerator m_random;
    QTimer m_wheel;
    QTimer m_jump;
    int m_turns = 0;
    bool m_fresh = false;
    bool m_waited = false;
};

} // namespace

int playOurQueue(QueueApplication& app, const QueueConsoleTask& task)
{
    OurQueue queue(app, task);
    queue.begin();
    return QueueApplication::exec();
}

} // namespace tieout::bench
