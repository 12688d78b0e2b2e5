// SPDX-License-Identifier: GPL-3.0-or-later
// The same view over Qt's own models of a database, which read on the GUI thread.
#include "model/domain/check.h"
#include "tests/bench/measure.h"
#include "tests/bench/queueconsole.h"
#include "tests/bench/queuescript.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/queueview.h"

#include <QMainWindow>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlTableModel>
#include <QWheelEvent>

namespace tieout::bench {

namespace {

// A list as each of the two models is told of it.
class QtList
{
public:
    virtual ~QtList() = default;
    virtual QSqlQueryModel& model() = 0;
    virtual void show(const QString& column, Qt::SortOrder order, const QString& condition) = 0;
};

class TableList final : public QtList
{
public:
    explicit TableList(const QSqlDatabase& db)
        : m_model(nullptr, db)
    {
        m_model.setTable(QStringLiteral("payment"));
    }

    QSqlQueryModel& model() override { return m_model; }

    void show(const QString& column, Qt::SortOrder order, const QString& condition) override
    {
        m_model.setFilter(condition);
        m_model.setSort(m_model.fieldIndex(column), order);
        if (!m_model.select())
            qFatal("%s", qPrintable(m_model.lastError().text()));
    }

private:
    QSqlTableModel m_model;
};

class QueryList final : public QtList
{
public:
    explicit QueryList(const QSqlDatabase& db)
        : m_db(db)
    {}

    QSqlQueryModel& model() override { return m_model; }

    void show(const QString& column, Qt::SortOrder order, const QString& condition) override
    {
        const QString way = order == Qt::DescendingOrder ? QStringLiteral(" DESC") : QString();
        QString sql =
            QStringLiteral("SELECT p.id, p.corridor, r.name, p.symbol, p.due, p.received,"
                           " p.remaining, p.status, p.confirmation, p.labels, p.deciding_number,"
                           " p.required, p.created_at, p.expires_at, p.order_reference, p.customer"
                           " FROM payment p JOIN rail r ON r.id = p.rail WHERE ") +
            condition + QStringLiteral(" ORDER BY p.") + column + way;
        if (column != u"created_at")
            sql += QStringLiteral(", p.created_at") + way;
        m_model.setQuery(sql + QStringLiteral(", p.id") + way, m_db);
        if (m_model.lastError().isValid())
            qFatal("%s", qPrintable(m_model.lastError().text()));
    }

private:
    QSqlDatabase m_db;
    QSqlQueryModel m_model;
};

class QtQueue : public QObject
{
public:
    QtQueue(QueueApplication& app, const QueueConsoleTask& task, QtList& list)
        : m_task(task)
        , m_list(list)
        , m_script(app, m_view.viewport())
        , m_random(20261121)
    {
        m_view.setModel(&list.model());
        m_window.setCentralWidget(&m_view);
        m_window.resize(1'440, 860);
        connect(&m_script, &QueueScript::finished, &app, [](bool inTime) {
            QApplication::exit(inTime ? 0 : 1);
        });
    }

    ~QtQueue() override { m_window.takeCentralWidget(); }
    Q_DISABLE_COPY_MOVE(QtQueue)

    void begin()
    {
        const SteadyTime started{std::chrono::nanoseconds(m_task.startedNs)};
        m_script.addPainted(
            QStringLiteral("start"),
            [this] { show(QStringLiteral("created_at"), Qt::DescendingOrder, {}); },
            [this] { return m_list.model().rowCount() > 0; });
        m_script.addAct([this] { m_heart = std::make_unique<Heartbeat>(); });
        planScrolling();
        planQueries();
        m_script.addAct([this] {
            const auto waits = m_heart->take();
            printValue("sample", QStringLiteral("block p99.9"), quantile(waits, 0.999));
            printValue("sample", QStringLiteral("block longest"), quantile(waits, 1));
            printValue("value", QStringLiteral("anonymous most"), m_heart->mostAnonymousMb());
            printValue("value", QStringLiteral("cpu"), ownCpu());
        });
        m_window.show();
        m_script.start(started);
    }

private:
    void show(const QString& column, Qt::SortOrder order, const QString& condition)
    {
        const QString since = QStringLiteral("created_at >= %1").arg(m_task.from.ms());
        m_list.show(column,
                    order,
                    condition.isEmpty() ? since : since + QStringLiteral(" AND ") + condition);
        m_view.scrollToTop();
    }

    void planScrolling()
    {
        // A list can only be jumped in when all of it is there, as its anchors are in ours.
        m_script.addPainted(
            QStringLiteral("anchors"),
            [this] {
                while (m_list.model().canFetchMore())
                    m_list.model().fetchMore();
                m_view.viewport()->update();
            },
            [] { return true; });
        m_script.addAct(
            [this] { printValue("value", QStringLiteral("rows"), m_list.model().rowCount()); });
        for (int i = 0; i < m_task.jumps; ++i)
            m_script.addPainted(
                QStringLiteral("jump"),
                [this] {
                    QScrollBar* bar = m_view.verticalScrollBar();
                    bar->setValue(int(m_random.bounded(qint64(bar->maximum()) + 1)));
                },
                [] { return true; });
        m_script.addAct([this] { m_view.scrollToTop(); });
        for (int i = 0; i < m_task.frames; ++i)
            m_script.addPainted(
                QStringLiteral("wheel"),
                [this] {
                    const QPointF at(200, 200);
                    QWheelEvent event(at,
                                      m_view.viewport()->mapToGlobal(at),
                                      {},
                                      {0, -120},
                                      Qt::NoButton,
                                      Qt::NoModifier,
                                      Qt::NoScrollPhase,
                                      false);
                    QCoreApplication::sendEvent(m_view.viewport(), &event);
                },
                [] { return true; });
    }

    void planQueries()
    {
        const auto addQuery = [this](const QString& key,
                                     const QString& column,
                                     Qt::SortOrder order,
                                     const QString& condition) {
            m_script.addPainted(
                key,
                [this, column, order, condition] {
                    show(column, order, condition);
                    m_view.viewport()->update();
                },
                [this] { return m_list.model().rowCount() > 0; });
        };
        const QString created = QStringLiteral("created_at");
        addQuery(QStringLiteral("sort status"), QStringLiteral("status"), Qt::AscendingOrder, {});
        addQuery(QStringLiteral("sort order"),
                 QStringLiteral("order_reference"),
                 Qt::AscendingOrder,
                 {});
        addQuery(
            QStringLiteral("sort corridor"), QStringLiteral("corridor"), Qt::DescendingOrder, {});
        addQuery(QStringLiteral("sort oldest"), created, Qt::AscendingOrder, {});
        for (const QueueFilter& filter : m_task.filters) {
            if (!filter.condition.isEmpty())
                addQuery(filter.key, created, Qt::DescendingOrder, filter.condition);
        }
    }

    const QueueConsoleTask& m_task;
    QtList& m_list;
    QMainWindow m_window;
    QueueView m_view;
    QueueScript m_script;
    std::unique_ptr<Heartbeat> m_heart;
    QRandomGenerator m_random;
};

} // namespace

int playQtQueue(QueueApplication& app, const QueueConsoleTask& task)
{
    const Appearance appearance(ThemeMode::Light);
    auto opened = Database::open(task.address, QStringLiteral("bench-qt"), OpenMode::ReadOnly);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    std::unique_ptr<QtList> list;
    if (task.model == QueueConsoleTask::Model::Table)
        list = std::make_unique<TableList>((*opened)->sql());
    else
        list = std::make_unique<QueryList>((*opened)->sql());
    int status = 0;
    {
        QtQueue queue(app, task, *list);
        queue.begin();
        status = QueueApplication::exec();
    }
    list.reset();
    return status;
}

} // namespace tieout::bench
