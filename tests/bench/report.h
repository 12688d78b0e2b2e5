// SPDX-License-Identifier: GPL-3.0-or-later
// Report: what the benchmarks found. Ratios and bars come first, because they compare what ran on
// one machine within minutes; then absolute figures with CPU seconds and memory. One thread.
#pragma once

#include "tests/bench/measure.h"

#include <QString>
#include <QStringList>

class QTextStream;

namespace tieout::bench {

enum class Bar { AtMost, AtLeast };

class Report
{
public:
    // `bar` 0: nothing is demanded.
    void ratio(const QString& what, double value, Bar sense, double bar, const QString& unit = {});
    // `count` things happened in each sample.
    void figure(const QString& what, const QString& unit, double count, const std::vector<Sample>&);
    void value(const QString& what, const QString& text);
    void skipped(const QString& bench, const QString& why);
    // Work that gave a wrong result: the program fails.
    void failed(const QString& bench, const QString& why);

    bool hasFailed() const { return !m_failures.isEmpty(); }
    void print(QTextStream& out) const;

private:
    struct Ratio
    {
        QString what;
        double value;
        Bar sense;
        double bar;
        QString unit;
    };
    struct Figure
    {
        QString what;
        QString unit;
        double count;
        std::vector<Sample> samples;
    };

    void printRatios(QTextStream& out) const;
    void printFigures(QTextStream& out) const;

    std::vector<Ratio> m_ratios;
    std::vector<Figure> m_figures;
    std::vector<std::pair<QString, QString>> m_values;
    QStringList m_skipped;
    QStringList m_failures;
};

} // namespace tieout::bench
