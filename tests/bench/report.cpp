// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QTextStream>

#include <algorithm>

namespace tieout::bench {

namespace {

// Three digits that matter, thousands apart.
QString shortNumber(double value)
{
    if (value >= 1000) {
        QString digits = QString::number(qRound64(value));
        for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
            digits.insert(i, u' ');
        return digits;
    }
    return QString::number(value, 'f', value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

QString cell(const QString& text, int width)
{
    return width < 0 ? text.leftJustified(-width) : text.rightJustified(width);
}

QString rateRange(double count, const std::vector<Sample>& samples)
{
    double least = 1e300;
    double most = 0;
    for (const Sample& sample : samples) {
        least = std::min(least, count / sample.seconds);
        most = std::max(most, count / sample.seconds);
    }
    return QStringLiteral("%1-%2").arg(shortNumber(least), shortNumber(most));
}

} // namespace

void Report::ratio(const QString& what, double value, Bar sense, double bar, const QString& unit)
{
    m_ratios.push_back({what, value, sense, bar, unit});
}

void Report::figure(const QString& what,
                    const QString& unit,
                    double count,
                    const std::vector<Sample>& samples)
{
    m_figures.push_back({what, unit, count, samples});
}

void Report::value(const QString& what, const QString& text)
{
    m_values.emplace_back(what, text);
}

void Report::skipped(const QString& bench, const QString& why)
{
    m_skipped << QStringLiteral("%1: %2").arg(bench, why);
}

void Report::failed(const QString& bench, const QString& why)
{
    m_failures << QStringLiteral("%1: %2").arg(bench, why);
}

void Report::printRatios(QTextStream& out) const
{
    out << cell(QStringLiteral("ratios and bars"), -58) << cell(QStringLiteral("measured"), 12)
        << cell(QStringLiteral("bar"), 16) << "  result\n";
    for (const Ratio& r : m_ratios) {
        const bool atMost = r.sense == Bar::AtMost;
        const QString bar =
            r.bar == 0 ? QStringLiteral("-")
                       : (atMost ? QStringLiteral("at most ") : QStringLiteral("at least ")) +
                             shortNumber(r.bar);
        const bool met = r.bar == 0 || (atMost ? r.value <= r.bar : r.value >= r.bar);
        QString result = r.bar == 0 ? QString() : QStringLiteral("met");
        if (!met) {
            const double by = atMost ? r.value / r.bar : r.bar / r.value;
            result = QStringLiteral("MISSED by a factor of %1").arg(by, 0, 'f', 2);
        }
        const QString what = r.unit.isEmpty() ? r.what : r.what + QStringLiteral(", ") + r.unit;
        out << cell(what, -58) << cell(shortNumber(r.value), 12) << cell(bar, 16) << "  " << result
            << '\n';
    }
}

void Report::printFigures(QTextStream& out) const
{
    out << '\n'
        << cell(QStringLiteral("absolute (medians)"), -50) << cell(QStringLiteral("per second"), 14)
        << cell(QStringLiteral("least-most"), 22) << cell(QStringLiteral("wall s"), 9)
        << cell(QStringLiteral("CPU s"), 9) << cell(QStringLiteral("server CPU"), 12)
        << cell(QStringLiteral("peak MB"), 9) << "  runs\n";
    for (const Figure& f : m_figures) {
        const Sample m = median(f.samples);
        out << cell(f.what, -50) << cell(shortNumber(f.count / m.seconds) + u' ' + f.unit, 14)
            << cell(rateRange(f.count, f.samples), 22)
            << cell(QString::number(m.seconds, 'f', 2), 9)
            << cell(QString::number(m.cpu, 'f', 2), 9)
            << cell(m.serverCpu > 0 ? QString::number(m.serverCpu, 'f', 2) : QStringLiteral("-"),
                    12)
            << cell(QString::number(m.peakMb, 'f', 0), 9) << "  " << f.samples.size() << '\n';
    }
}

void Report::print(QTextStream& out) const
{
    out << '\n';
    if (!m_ratios.empty())
        printRatios(out);
    if (!m_figures.empty())
        printFigures(out);
    if (!m_values.empty())
        out << '\n';
    for (const auto& [what, text] : m_values)
        out << cell(what, -50) << "  " << text << '\n';
    for (const QString& line : m_skipped)
        out << "skipped  " << line << '\n';
    for (const QString& line : m_failures)
        out << "FAILED   " << line << '\n';
    out.flush();
}

} // namespace tieout::bench
