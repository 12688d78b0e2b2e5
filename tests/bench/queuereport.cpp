// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/queuereport.h"

namespace tieout::bench {

namespace {

constexpr int kStartPayments = 1'000'000; // for how many the bar of the start is
constexpr double kStartBar = 1.0;         // s; the others are ms and MB
constexpr double kFirstPaintBar = 100;
constexpr double kFrameBar = 16;
constexpr double kJumpBar = 50;
constexpr double kBlockBar = 16;
constexpr double kLongestBar = 50;
constexpr double kMemoryBar = 200;
constexpr double kChangesBar = 950; // of a thousand per second; fewer would prove less

// What an index answers; the other filters have no bar.
const QStringList kIndexed{QStringLiteral("status"),
                           QStringLiteral("statuses"),
                           QStringLiteral("age"),
                           QStringLiteral("created"),
                           QStringLiteral("id"),
                           QStringLiteral("order"),
                           QStringLiteral("address"),
                           QStringLiteral("tx"),
                           QStringLiteral("hold"),
                           QStringLiteral("case")};

class QueueTeller
{
public:
    QueueTeller(Report& report, const QueueResult& result)
        : m_report(report)
        , m_result(result)
        , m_name(result.name)
    {}

    void tell()
    {
        tellRatios();
        tellBars();
        tellRest(m_result.ours, QStringLiteral("console"));
        tellRest(m_result.table, QStringLiteral("QSqlTableModel"));
        tellRest(m_result.query, QStringLiteral("QSqlQueryModel"));
    }

private:
    static QString millions(int payments)
    {
        return payments >= 1'000'000 ? QStringLiteral("%1 M").arg(payments / 1e6, 0, 'g', 3)
                                     : QStringLiteral("%1 k").arg(payments / 1e3, 0, 'g', 3);
    }

    void tellRatios()
    {
        for (const auto& [qt, findings] :
             {std::pair{"QSqlTableModel", &m_result.table}, {"QSqlQueryModel", &m_result.query}}) {
            const auto ratio =
                [&, qt = qt, findings = findings](const QString& what, double theirs, double own) {
                    if (own > 0 && theirs > 0)
                        m_report.ratio(QStringLiteral("%1: %2 at %3 to us at %4, %5")
                                           .arg(m_name,
                                                QLatin1String(qt),
                                                millions(m_result.qtPayments),
                                                millions(m_result.payments),
                                                what),
                                       theirs / own,
                                       Bar::AtLeast,
                                       0,
                                       QStringLiteral("times"));
                };
            for (const char* key : {"start",
                                    "sort status",
                                    "sort order",
                                    "sort corridor",
                                    "sort oldest",
                                    "filter status",
                                    "filter order"}) {
                const QString name = QString::fromLatin1(key);
                ratio(name, findings->at(name, 0.5), m_result.ours.at(name, 0.5));
            }
            ratio(QStringLiteral("longest block"),
                  findings->at(QStringLiteral("block longest"), 1),
                  m_result.ours.at(QStringLiteral("block changes longest"), 1));
            const QString memory = QStringLiteral("anonymous most");
            ratio(QStringLiteral("memory"),
                  findings->values.value(memory),
                  m_result.ours.values.value(memory));
        }
    }

    void bar(const QString& what, double value, Bar sense, double bar, const QString& unit)
    {
        m_report.ratio(QStringLiteral("%1, %2: %3").arg(m_name, millions(m_result.payments), what),
                       value,
                       sense,
                       bar,
                       unit);
    }

    void tellBars()
    {
        const QueueFindings& ours = m_result.ours;
        const QString ms = QStringLiteral("ms");
        const auto p50 = [&](const char* key) { return ours.at(QString::fromLatin1(key), 0.5); };
        bar(QStringLiteral("start to painted queue"),
            p50("start") / 1000,
            Bar::AtMost,
            m_result.payments <= kStartPayments ? kStartBar : 0,
            QStringLiteral("s"));
        const auto worst = [&](const QString& group, const QStringList& names) {
            QString slowest;
            for (const QString& name : names) {
                if (slowest.isEmpty() || ours.at(group + name, 0.5) > ours.at(group + slowest, 0.5))
                    slowest = name;
            }
            bar(QStringLiteral("first paint after %1s, slowest (%2)").arg(group, slowest),
                ours.at(group + slowest, 0.5),
                Bar::AtMost,
                kFirstPaintBar,
                ms);
        };
        worst(QStringLiteral("sort "),
              {QStringLiteral("status"),
               QStringLiteral("order"),
               QStringLiteral("corridor"),
               QStringLiteral("oldest")});
        worst(QStringLiteral("filter "), kIndexed);
        bar(QStringLiteral("wheel frame p99"),
            ours.at(QStringLiteral("wheel"), 0.99),
            Bar::AtMost,
            kFrameBar,
            ms);
        bar(QStringLiteral("random jump shown p99"),
            ours.at(QStringLiteral("jump"), 0.99),
            Bar::AtMost,
            kJumpBar,
            ms);
        bar(QStringLiteral("changes arriving"),
            ours.values.value(QStringLiteral("changes")),
            Bar::AtLeast,
            kChangesBar,
            QStringLiteral("per s"));
        tellBlocks();
        bar(QStringLiteral("anonymous memory at the end"),
            ours.values.value(QStringLiteral("anonymous")),
            Bar::AtMost,
            kMemoryBar,
            QStringLiteral("MB"));
        bar(QStringLiteral("anonymous memory at most"),
            ours.values.value(QStringLiteral("anonymous most")),
            Bar::AtMost,
            0,
            QStringLiteral("MB"));
        bar(QStringLiteral("sparse filter given up, list back"),
            p50("sparse given up"),
            Bar::AtMost,
            kFirstPaintBar,
            ms);
    }

    void tellBlocks()
    {
        for (const char* when : {"changes", "anchors", "scrolling", "asking", "sparse"}) {
            const QString key = QStringLiteral("block ") + QLatin1String(when);
            bar(QStringLiteral("block while %1 p99.9").arg(QLatin1String(when)),
                m_result.ours.at(key + QStringLiteral(" p99.9"), 1),
                Bar::AtMost,
                kBlockBar,
                QStringLiteral("ms"));
            bar(QStringLiteral("block while %1 longest").arg(QLatin1String(when)),
                m_result.ours.at(key + QStringLiteral(" longest"), 1),
                Bar::AtMost,
                kLongestBar,
                QStringLiteral("ms"));
        }
    }

    void tellRest(const QueueFindings& findings, const QString& who)
    {
        for (auto it = findings.samples.cbegin(); it != findings.samples.cend(); ++it)
            m_report.value(m_name + u' ' + who + u' ' + it.key(),
                           QStringLiteral("%1 ms; p99 %2; most %3; of %4")
                               .arg(findings.at(it.key(), 0.5), 0, 'f', 1)
                               .arg(findings.at(it.key(), 0.99), 0, 'f', 1)
                               .arg(findings.at(it.key(), 1), 0, 'f', 1)
                               .arg(it.value().size()));
        for (auto it = findings.notes.cbegin(); it != findings.notes.cend(); ++it)
            m_report.value(m_name + u' ' + who + u' ' + it.key(), it.value());
        for (auto it = findings.values.cbegin(); it != findings.values.cend(); ++it)
            m_report.value(m_name + u' ' + who + u' ' + it.key(),
                           QString::number(it.value(), 'f', 1));
    }

    Report& m_report;
    const QueueResult& m_result;
    QString m_name;
};

} // namespace

void QueueFindings::add(const QueueFindings& run)
{
    for (auto it = run.samples.cbegin(); it != run.samples.cend(); ++it) {
        auto& all = samples[it.key()];
        all.insert(all.end(), it.value().begin(), it.value().end());
    }
    for (auto it = run.values.cbegin(); it != run.values.cend(); ++it)
        values[it.key()] = std::max(values.value(it.key()), it.value());
    for (auto it = run.notes.cbegin(); it != run.notes.cend(); ++it)
        notes[it.key()] = it.value();
    good = good && run.good;
}

double QueueFindings::at(const QString& key, double part) const
{
    const auto found = samples.constFind(key);
    return found == samples.cend() ? 0 : quantile(*found, part);
}

void reportQueue(Report& report, const QueueResult& result)
{
    QueueTeller(report, result).tell();
}

} // namespace tieout::bench
