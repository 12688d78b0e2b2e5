// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sourcerow.h"

#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/settings/settingscard.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/pilllabel.h"
#include "ui/widgets/railreason.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tieout {

namespace sourcerow {

QString resultText(const QJsonObject& result)
{
    const qint64 head = result.value(u"head").toInteger(-1);
    const qint64 latency = result.value(u"latency_ms").toInteger(-1);
    if (head < 0)
        return SourceRow::tr("it answers");
    return latency < 0 ? SourceRow::tr("it answers, head %1").arg(groupedNumber(head))
                       : SourceRow::tr("it answers within %1 ms, head %2")
                             .arg(latency)
                             .arg(groupedNumber(head));
}

QString testText(const Decision& test)
{
    switch (test.state) {
    case DecisionState::Submitting:
    case DecisionState::Running:
        return SourceRow::tr("testing…");
    case DecisionState::Waiting:
        return SourceRow::tr("waiting for the engine since %1 UTC").arg(tableTime(test.since));
    case DecisionState::Succeeded:
        return resultText(test.result);
    case DecisionState::Lost:
    case DecisionState::Refused:
    case DecisionState::Expired:
        break;
    case DecisionState::Cancelled:
        return SourceRow::tr("cancelled before the engine took it");
    }
    return test.error ? errorText(*test.error) : SourceRow::tr("no engine took it in time");
}

} // namespace sourcerow

SourceRow::SourceRow(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_health(new PillLabel(parts.appearance, this))
    , m_facts(mutedLabel({}, this))
    , m_told(mutedLabel({}, this))
    , m_button(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(14);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* name = new QLabel(parts.source, this);
    name->setTextFormat(Qt::PlainText);
    name->setFont(mediumOf(interfaceFont()));
    head->addWidget(name);
    head->addWidget(m_health);
    head->addStretch(1);
    m_facts->setFont(interfaceFont(9.25));
    m_told->setFont(interfaceFont(9.25));
    m_told->setObjectName(QStringLiteral("testAnswer"));
    words->addLayout(head);
    words->addWidget(m_facts);
    words->addWidget(m_told);
    row->addLayout(words, 1);
    m_button->setObjectName(QStringLiteral("testSource"));
    row->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, &SourceRow::test);
    connect(&parts.decisions, &Decisions::changed, this, [this](const CommandId& id) {
        if (m_asked && *m_asked == id)
            showTest();
    });
    showTest();
}

void SourceRow::setStatus(const SourceStatus& status)
{
    m_health->setState(status.healthy ? tr("healthy") : tr("failing"),
                       status.healthy ? Look{Tone::Good, Shape::Check}
                                      : Look{Tone::Caution, Shape::Triangle});
    QStringList facts{tr("run by %1").arg(status.operatorName)};
    if (status.head > 0)
        facts.append(tr("head %1").arg(groupedNumber(status.head)));
    facts.append(tr("%1 ms").arg(status.latencyMs));
    facts.append(tr("%1 of %2 requests failed")
                     .arg(groupedNumber(status.failures), groupedNumber(status.requests)));
    QString text = facts.join(QStringLiteral("  ·  "));
    if (!status.lastError.isEmpty())
        text += u'\n' + tr("Last error: %1").arg(railReasonText(status.lastError));
    m_facts->setText(text);
}

const Decision* SourceRow::decision() const
{
    return m_asked ? m_parts.decisions.find(*m_asked) : nullptr;
}

void SourceRow::test()
{
    const Decision* last = decision();
    if (last && !isFinal(last->state))
        return m_parts.decisions.cancel(*m_asked);
    DecisionRequest request;
    request.kind = kinds::kSourceTest.toString();
    request.role = QStringLiteral("engineer");
    request.subject = QStringLiteral("rail:") + m_parts.rail;
    request.payload = SourceTestPayload{m_parts.rail, m_parts.source, {}}.toJson();
    m_asked = m_parts.decisions.submit(request);
    showTest();
}

void SourceRow::showTest()
{
    const Decision* last = decision();
    const bool open = last && !isFinal(last->state);
    m_told->setVisible(last != nullptr);
    if (last)
        m_told->setText(tr("Test: %1").arg(sourcerow::testText(*last)));
    m_button->setText(open ? tr("Cancel") : tr("Test now"));
    m_button->setAccessibleName(open ? tr("Cancel the test of %1").arg(m_parts.source)
                                     : tr("Test %1 now").arg(m_parts.source));
    m_button->setToolTip(tr("Has the engine ask for the network's identity and its head; needs "
                            "the class engineer"));
}

} // namespace tieout
