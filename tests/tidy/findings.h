// SPDX-License-Identifier: GPL-3.0-or-later
// What a house rule objects to, and the exemptions that we granted with a reason. A rule fails for
// each finding that is not exempt, and for each exemption that is not needed any more.
#pragma once

#include <QList>
#include <QString>

namespace tieout::tidy {

struct Finding
{
    QString path;
    int line = 0; // 0 for the whole file
    QString text;
};

struct Exemption
{
    QString rule;
    QString path;
    QString reason;
};

const QList<Exemption>& exemptions();

// One line for each thing to mend; empty when the rule is kept.
QString complaints(const QString& rule,
                   const QList<Finding>& findings,
                   const QList<Exemption>& exempt = exemptions());

// Says them on standard error, for Qt Test cuts long messages.
bool keepsRule(const QString& rule, const QList<Finding>& findings);

} // namespace tieout::tidy

#define TIEOUT_KEEPS_RULE(rule, findings)                                                          \
    QVERIFY2(tieout::tidy::keepsRule(QStringLiteral(rule), findings), "see the lines above")
