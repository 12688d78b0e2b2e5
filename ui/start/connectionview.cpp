// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/connectionview.h"

#include "ui/errortext.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/factgrid.h"

#include <QBoxLayout>
#include <QLabel>

namespace tieout {

QString protectionText(const ConnectionReport& report)
{
    switch (report.protection) {
    case LinkProtection::File:
        return ConnectionView::tr("A file of this machine: nothing travels");
    case LinkProtection::Socket:
        return ConnectionView::tr("A socket of this machine: nothing travels");
    case LinkProtection::Plain:
        return ConnectionView::tr("None: passwords and amounts cross the network in clear");
    case LinkProtection::Encrypted:
        return ConnectionView::tr("%1, but the server's name isn't checked").arg(report.protocol);
    case LinkProtection::Verified:
        break;
    }
    return ConnectionView::tr("%1, and the server's name is checked").arg(report.protocol);
}

bool isWorthAWarning(LinkProtection protection)
{
    return protection == LinkProtection::Plain || protection == LinkProtection::Encrypted;
}

ConnectionView::ConnectionView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_progress(new QLabel(tr("Trying…"), this))
    , m_good(new Callout(appearance, {Tone::Good, Shape::Check}, this))
    , m_caution(new Callout(appearance, {Tone::Caution, Shape::Triangle}, this))
    , m_bad(new Callout(appearance, {Tone::Bad, Shape::Cross}, this))
    , m_facts(new FactGrid(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget* each : {static_cast<QWidget*>(m_progress),
                          static_cast<QWidget*>(m_bad),
                          static_cast<QWidget*>(m_good),
                          static_cast<QWidget*>(m_caution),
                          static_cast<QWidget*>(m_facts)}) {
        column->addWidget(each);
        each->hide();
    }
    connect(&m_test, &ConnectionTest::finished, this, &ConnectionView::take);
}

void ConnectionView::test(const DatabaseAddress& address)
{
    clear();
    m_testing = true;
    m_wanted = true;
    m_progress->show();
    m_test.start(address);
    Q_EMIT changed();
}

void ConnectionView::clear()
{
    m_report.reset();
    m_testing = false;
    m_wanted = false;
    for (QWidget* each : {static_cast<QWidget*>(m_progress),
                          static_cast<QWidget*>(m_bad),
                          static_cast<QWidget*>(m_good),
                          static_cast<QWidget*>(m_caution),
                          static_cast<QWidget*>(m_facts)})
        each->hide();
    Q_EMIT changed();
}

bool ConnectionView::isUsable() const
{
    return m_report && m_report->has_value() && !(*m_report)->problem;
}

QString ConnectionView::fact(const QString& name) const
{
    return m_facts->value(name);
}

void ConnectionView::tell(Callout* which, const QString& title, const QString& text)
{
    which->setWords(title, text);
    which->show();
}

void ConnectionView::take(const Result<ConnectionReport>& report)
{
    if (!m_wanted)
        return;
    m_testing = false;
    m_report = report;
    m_progress->hide();
    if (!report) {
        tell(m_bad, tr("No connection"), errorText(report.error()));
        Q_EMIT changed();
        return;
    }
    if (report->problem)
        tell(m_bad, tr("Connected, but it can't be used yet"), errorText(*report->problem));
    else if (report->superuser)
        tell(m_bad,
             tr("Connected as a superuser"),
             tr("Such a login acts for nobody, so the console would only look on. Use a login "
                "that an administrator made with: tieoutd user add"));
    else
        tell(m_good, tr("It works"), tr("This console can work with the database."));
    if (isWorthAWarning(report->protection))
        tell(m_caution,
             tr("The connection is not fully protected"),
             tr("Choose “verify the server” unless both ends stand in one trusted network."));
    std::vector<Fact> facts{{tr("Server"), report->server},
                            {tr("Protection"), protectionText(*report)}};
    if (!report->login.isEmpty())
        facts.push_back({tr("Login"), report->login, true});
    if (report->dialect == Dialect::PostgreSql && !report->environment.isEmpty())
        facts.push_back({tr("May act as"),
                         report->classes.isEmpty() ? tr("nobody: this login can only look")
                                                   : report->classes.join(QStringLiteral(", "))});
    if (!report->environment.isEmpty())
        facts.push_back({tr("Environment"), report->environment});
    if (report->schemaVersion > 0)
        facts.push_back({tr("Schema"),
                         tr("version %1, this program works with %2")
                             .arg(report->schemaVersion)
                             .arg(report->programVersion)});
    m_facts->setFacts(facts);
    m_facts->show();
    Q_EMIT changed();
}

} // namespace tieout
