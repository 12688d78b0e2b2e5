// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/depthlist.h"

#include "model/tables/paymentstable.h"
#include "ui/overview/overviewwords.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/figurelink.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/statelabel.h"

#include <QGridLayout>
#include <QLabel>

namespace tieout {

namespace depthlist {

enum Column { Name, Note, Count, Oldest };

constexpr int kLine = 30;
constexpr int kFigure = 72;

} // namespace depthlist

DepthList::DepthList(const Appearance& appearance, bool ofCases, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(depthlist::Note, 1);
    m_grid->setColumnMinimumWidth(depthlist::Count, depthlist::kFigure);
    m_grid->setColumnMinimumWidth(depthlist::Oldest, depthlist::kFigure);
    m_grid->addWidget(headLabel(tr("Payments")), 0, depthlist::Count);
    //: Above ages: of the oldest of a queue.
    m_grid->addWidget(headLabel(ofCases ? tr("Oldest case") : tr("Oldest")), 0, depthlist::Oldest);
}

QLabel* DepthList::headLabel(const QString& text)
{
    auto* label = new QLabel(text, this);
    label->setFont(mediumOf(interfaceFont(9)));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setContentsMargins(6, 0, 6, 0);
    label->setFixedHeight(22);
    return label;
}

DepthList::Line& DepthList::lineOf(Queue queue)
{
    Line& line = m_lines[queue];
    if (line.count)
        return line;
    const int row = m_grid->rowCount();
    m_grid->setRowMinimumHeight(row, depthlist::kLine);
    auto* name = new StateLabel(m_appearance, this);
    name->setState(lookOfQueue(queue), queueText(queue), queueText(queue), severityText(queue));
    name->setMinimumWidth(name->sizeHint().width()); // what has no room is the remark
    m_grid->addWidget(name, row, depthlist::Name);
    line.note = new ElidingLabel(this);
    line.note->setFont(interfaceFont(9));
    line.note->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(line.note, row, depthlist::Note);
    line.count = new FigureLink(m_appearance, this);
    line.oldest = new FigureLink(m_appearance, this);
    line.oldest->setQuiet(true);
    m_grid->addWidget(line.count, row, depthlist::Count);
    m_grid->addWidget(line.oldest, row, depthlist::Oldest);
    for (FigureLink* link : {line.count, line.oldest})
        connect(link, &FigureLink::opened, this, &DepthList::opened);
    return line;
}

QString DepthList::noteText(const QueueDepth& depth) const
{
    QStringList parts;
    if (depth.cases.cases == 0)
        return severityText(depth.queue);
    if (depth.cases.overdue > 0)
        parts.append(tr("%n overdue", nullptr, int(depth.cases.overdue)));
    if (depth.cases.withoutPayment > 0)
        parts.append(tr("%n about no payment", nullptr, int(depth.cases.withoutPayment)));
    return parts.isEmpty() ? severityText(depth.queue) : parts.join(QStringLiteral(" · "));
}

void DepthList::showOldest(const Line& line, const QueueDepth& depth, UtcTime now)
{
    if (!depth.oldest)
        return line.oldest->setFigure(QString(QChar(0x2013)), {}, tr("none"));
    const QString age = ageText(now - *depth.oldest);
    const QString name = queueText(depth.queue);
    //: A queue, then the age of the oldest in it.
    QString words = tr("%1, oldest: %2").arg(name, age);
    if (depth.oldestFilter.isEmpty() && !depth.cases.oldestSubject.isEmpty())
        words += u'\n' + depth.cases.oldestSubject;
    line.oldest->setFigure(age, depth.oldestFilter, words);
}

void DepthList::setDepths(const std::vector<QueueDepth>& depths, UtcTime now)
{
    for (const QueueDepth& depth : depths) {
        Line& line = lineOf(depth.queue);
        const QString count = countText(depth.payments);
        // An empty queue opens nothing, and says so in quiet ink.
        const QString target = depth.payments.count > 0 ? depth.payments.filter : QString();
        //: A queue, then how many payments are in it.
        line.count->setFigure(count, target, tr("%1: %2").arg(queueText(depth.queue), count));
        line.note->setText(noteText(depth));
        showOldest(line, depth, now);
    }
}

FigureLink* DepthList::countOf(Queue queue) const
{
    const auto at = m_lines.find(queue);
    return at == m_lines.end() ? nullptr : at->second.count;
}

} // namespace tieout
