// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/systemclock.h"
#include "tests/bench/benchmark.h"
#include "tests/bench/measure.h"
#include "tests/bench/queueconsole.h"
#include "tests/bench/queuefill.h"
#include "tests/bench/queuereport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

namespace tieout::bench {

namespace {

constexpr int kQueuePayments = 10'000'000;
constexpr int kQtPayments = 1'000'000; // ten times as many freeze for minutes and take 3.5 GB
constexpr int kJumps = 300;
constexpr int kFrames = 300;
constexpr int kLoadMs = 12'000;
constexpr int kWindowLimitMs = 400'000;
constexpr int kLineLimitMs = 200'000;

// The filled database, and the windows that look at it.
class QueueDesk
{
public:
    QueueDesk(Dialect dialect, int payments)
        : m_database(test::TestDatabase::make(dialect))
        , m_payments(payments)
        , m_newest(SystemClock().now())
    {
        Stopwatch filling;
        fillQueue(*m_database, payments, m_newest);
        m_filled = filling.stop().seconds;
        m_login = m_database->makeLogin(QStringLiteral("alice"), {QStringLiteral("operator")});
        const auto db = m_database->open();
        // One of those that Qt's models show as well; every tenth is paid by a transfer.
        planFilters(queueProbe(*db, (m_payments - qtPayments() / 2) / 10 * 10));
        m_writer = std::make_unique<QueueWriter>(*m_database, payments);
    }

    double filled() const { return m_filled; }
    const QList<QueueFilter>& filters() const { return m_filters; }

    // Those of the newest payments that Qt's models show.
    int qtPayments() const { return std::min(m_payments, kQtPayments); }

    QueueFindings show(QueueConsoleTask::Model model)
    {
        QueueConsoleTask task;
        task.model = model;
        task.address = m_login;
        const qint64 span = qint64(400) * 86'400'000;
        task.from = m_newest - Duration(span / m_payments * qtPayments());
        task.jumps = kJumps;
        task.frames = kFrames;
        task.loadMs = kLoadMs;
        task.filters = m_filters;
        task.sparse = QStringLiteral("customer:\"nobody of that name\"");
        task.startedNs = std::chrono::steady_clock::now().time_since_epoch().count();
        QProcess window;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("qt.qpa.*=false"));
        environment.insert(QStringLiteral("TIEOUT_DATABASE_PASSWORD"), m_login.password);
        window.setProcessEnvironment(environment);
        window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        window.start(QCoreApplication::applicationFilePath(), argumentsOf(task));
        return listen(window);
    }

private:
    void planFilters(const QueueProbe& probe)
    {
        // By an index, as PaymentFilterSql says.
        const auto add = [this](const char* key, const QString& text, const QString& sql = {}) {
            m_filters.append({QStringLiteral("filter ") + QLatin1String(key), text, sql});
        };
        add("status", QStringLiteral("status:held"), QStringLiteral("status = 'held'"));
        add("statuses", QStringLiteral("status:underpaid,overpaid"));
        add("age", QStringLiteral("age<1d"));
        add("created", QStringLiteral("created:-300d..-200d"));
        add("id", QStringLiteral("id:") + probe.id);
        add("order",
            QStringLiteral("order=") + probe.order,
            QStringLiteral("order_reference = '%1'").arg(probe.order));
        add("address", QStringLiteral("address:") + probe.account);
        add("tx", QStringLiteral("tx:") + probe.tx);
        add("hold", QStringLiteral("hold:yes"));
        add("case", QStringLiteral("case:yes"));
        // Without one; some of them match rarely, and the corridor hardly ever.
        add("-status", QStringLiteral("-status:confirmed"));
        add("rail", QStringLiteral("rail:solana"));
        add("corridor", QStringLiteral("corridor:eurc-stellar"));
        add("merchant", QStringLiteral("merchant:\"store 7\""));
        add("expires", QStringLiteral("expires>-1h"));
        add("label", QStringLiteral("label:late"));
        add("amount", QStringLiteral("amount>370"));
        add("customer", QStringLiteral("customer:\"customer 777\""));
        add("free text", probe.order);
    }

    QueueFindings listen(QProcess& window)
    {
        QueueFindings findings;
        QElapsedTimer running;
        running.start();
        while (window.state() != QProcess::NotRunning && running.elapsed() < kWindowLimitMs) {
            if (!window.canReadLine() && !window.waitForReadyRead(kLineLimitMs))
                break;
            while (window.canReadLine())
                hear(window.readLine().trimmed(), findings);
        }
        if (!window.waitForFinished(5'000)) {
            window.kill();
            window.waitForFinished();
        }
        while (window.canReadLine())
            hear(window.readLine().trimmed(), findings);
        findings.good = window.exitStatus() == QProcess::NormalExit && window.exitCode() == 0;
        return findings;
    }

    void hear(const QByteArray& line, QueueFindings& findings)
    {
        const auto parts = line.split('\t');
        const QString key = QString::fromUtf8(parts.value(1));
        const double value = parts.value(2).toDouble();
        if (parts.first() == "sample")
            findings.samples[key].push_back(value);
        else if (parts.first() == "value" || parts.first() == "late")
            findings.values[key] = value;
        else if (parts.first() == "note")
            findings.notes[key] = QString::fromUtf8(parts.value(2));
        else if (parts.first() == "changes" && value > 0)
            m_writer->begin();
        else if (parts.first() == "changes")
            findings.values[QStringLiteral("changes")] = m_writer->end();
    }

    std::unique_ptr<test::TestDatabase> m_database;
    DatabaseAddress m_login;
    std::unique_ptr<QueueWriter> m_writer;
    QList<QueueFilter> m_filters;
    int m_payments;
    UtcTime m_newest;
    double m_filled = 0;
};

void benchQueue(const Setting& setting, Dialect dialect)
{
    const QString name = QStringLiteral("queue, ") + nameOf(dialect);
    if (const QString why = test::TestDatabase::whyNot(dialect); !why.isEmpty())
        return setting.report.skipped(name, why);
    const int payments = setting.sized(kQueuePayments, 2'000);
    QueueDesk desk(dialect, payments);
    QueueFindings ours;
    const double loadBefore = machineLoad();
    for (int i = 0; i < setting.runs; ++i)
        ours.add(desk.show(QueueConsoleTask::Model::Ours));
    // Once: they are only the measure.
    const QueueFindings table = desk.show(QueueConsoleTask::Model::Table);
    const QueueFindings query = desk.show(QueueConsoleTask::Model::Query);
    for (const bool good : {ours.good, table.good, query.good}) {
        if (!good)
            setting.report.failed(name, QStringLiteral("a window did not come to its end"));
    }
    setting.report.value(name + QStringLiteral(": filled in, s; load of the machine"),
                         QStringLiteral("%1; %2 before, %3 after")
                             .arg(desk.filled(), 0, 'f', 1)
                             .arg(loadBefore, 0, 'f', 1)
                             .arg(machineLoad(), 0, 'f', 1));
    reportQueue(setting.report, {name, payments, desk.qtPayments(), ours, table, query});
}

} // namespace

void benchQueueSqlite(const Setting& setting)
{
    benchQueue(setting, Dialect::Sqlite);
}

void benchQueuePostgres(const Setting& setting)
{
    benchQueue(setting, Dialect::PostgreSql);
}

} // namespace tieout::bench
