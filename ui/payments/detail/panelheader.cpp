// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/panelheader.h"

#include "model/tables/paymentstable.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/leading.h"
#include "ui/widgets/pilllabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tieout {

PanelHeader::PanelHeader(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_pill(new PillLabel(appearance, this))
    , m_amount(new QLabel(this))
    , m_id(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setSpacing(2);
    top->addWidget(m_pill);
    top->addStretch(1);
    QToolButton* raw =
        button(QStringLiteral("showRaw"), QStringLiteral("braces"), tr("Raw JSON of the payment"));
    connect(raw, &QToolButton::clicked, this, &PanelHeader::rawWanted);
    top->addWidget(raw);
    QToolButton* ticket =
        button(QStringLiteral("copyTicket"), QStringLiteral("file"), tr("Copy as ticket"));
    ticket->setText(tr("Copy as ticket"));
    ticket->setToolTip(tr("Copy a summary in Markdown"));
    ticket->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(ticket, &QToolButton::clicked, this, &PanelHeader::ticketWanted);
    top->addWidget(ticket);
    column->addLayout(top);
    m_amount->setFont(mediumOf(interfaceFont(20)));
    m_amount->setTextFormat(Qt::PlainText);
    alignLeading(*m_amount);
    m_amount->setAccessibleName(tr("Amount due"));
    column->addWidget(m_amount);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_id->setFont(monoFont(9));
    m_id->setForegroundRole(QPalette::PlaceholderText);
    m_id->setTextFormat(Qt::PlainText);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_id->setAccessibleName(tr("Id of the payment"));
    row->addWidget(m_id);
    QToolButton* copy =
        button(QStringLiteral("copyId"), QStringLiteral("copy"), tr("Copy the id of the payment"));
    copy->setIconSize({14, 14});
    connect(copy, &QToolButton::clicked, this, &PanelHeader::copyIdWanted);
    row->addWidget(copy);
    row->addStretch(1);
    column->addLayout(row);
}

QToolButton* PanelHeader::button(const QString& name, const QString& icon, const QString& tip)
{
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setIcon(lineIcon(icon));
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

void PanelHeader::setRow(const QueueRow& row)
{
    m_pill->setState(translatedWord(labelOf(row.status)), lookOf(row.status));
    m_amount->setText(amountWithUnit(row.due, row.symbol));
    m_amount->setAccessibleDescription(m_amount->text());
    m_id->setText(row.id.text());
}

} // namespace tieout
