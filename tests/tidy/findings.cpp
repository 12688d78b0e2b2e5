// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/findings.h"

#include <QSet>
#include <QStringList>

#include <cstdio>

namespace tieout::tidy {

// Keep it short: an exemption is a debt with a reason.
const QList<Exemption>& exemptions()
{
    static const QList<Exemption> kAll{
        {QStringLiteral("mutex"),
         QStringLiteral("chain/sandbox/sandboxscript.h"),
         QStringLiteral("the scripted chain is steered by a command while its rail's thread "
                        "plays it: one short list is the door")},
        {QStringLiteral("old connect"),
         QStringLiteral("app/systemscheme.cpp"),
         QStringLiteral("QtDBus knows a slot for a bus's signal by its name alone")},
        {QStringLiteral("sleep"),
         QStringLiteral("tests/support/anvil.cpp"),
         QStringLiteral("a real node mines in its own time, and its receipt can only be asked "
                        "for again")},
    };
    return kAll;
}

QString
complaints(const QString& rule, const QList<Finding>& findings, const QList<Exemption>& exempt)
{
    QSet<QString> allowed;
    for (const auto& one : exempt) {
        if (one.rule == rule)
            allowed.insert(one.path);
    }
    auto unneeded = allowed;
    QStringList lines;
    for (const auto& finding : findings) {
        unneeded.remove(finding.path);
        if (!allowed.contains(finding.path))
            lines.append(QStringLiteral("%1:%2: %3: %4")
                             .arg(finding.path, QString::number(finding.line), rule, finding.text));
    }
    for (const auto& path : unneeded)
        lines.append(
            QStringLiteral("%1: %2: the exemption is not needed any more").arg(path, rule));
    return lines.join(u'\n');
}

bool keepsRule(const QString& rule, const QList<Finding>& findings)
{
    const auto complaint = complaints(rule, findings);
    if (!complaint.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(complaint));
    return complaint.isEmpty();
}

} // namespace tieout::tidy
