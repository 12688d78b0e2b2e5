// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentpanel.h"

#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/payments/paymentstory.h"
#include "ui/payments/tracksview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/pilllabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace tieout {

PaymentPanel::PaymentPanel(PaymentRecord& record, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_record(record)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("detail"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Payment"));
    build();
    connect(&record, &PaymentRecord::changed, this, &PaymentPanel::show);
    connect(&record, &PaymentRecord::failed, this, &PaymentPanel::showError);
    show();
}

QWidget* PaymentPanel::section(const QString& title, QWidget* content)
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* label = new QLabel(title, box);
    label->setFont(mediumOf(interfaceFont(10.5)));
    layout->addWidget(label);
    layout->addWidget(content);
    content->setAccessibleName(title);
    return box;
}

QWidget* PaymentPanel::makeHeader()
{
    auto* header = new QWidget(this);
    auto* layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* top = new QHBoxLayout;
    m_pill = new PillLabel(m_appearance, header);
    top->addWidget(m_pill);
    top->addStretch(1);
    auto* copy = new QToolButton(header);
    copy->setIcon(lineIcon(QStringLiteral("copy")));
    copy->setToolTip(tr("Copy the id"));
    copy->setAccessibleName(tr("Copy the id of the payment"));
    copy->setObjectName(QStringLiteral("copyId"));
    connect(copy, &QToolButton::clicked, this, &PaymentPanel::copyId);
    top->addWidget(copy);
    auto* ticket = new QToolButton(header);
    ticket->setText(tr("Copy as ticket"));
    ticket->setToolTip(tr("Copy a summary in Markdown"));
    ticket->setObjectName(QStringLiteral("copyTicket"));
    connect(ticket, &QToolButton::clicked, this, &PaymentPanel::copyTicket);
    top->addWidget(ticket);
    layout->addLayout(top);
    m_amount = new QLabel(header);
    m_amount->setFont(mediumOf(interfaceFont(20)));
    m_amount->setTextFormat(Qt::PlainText);
    m_amount->setAccessibleName(tr("Amount due"));
    layout->addWidget(m_amount);
    m_id = new QLabel(header);
    m_id->setFont(monoFont(9));
    m_id->setForegroundRole(QPalette::PlaceholderText);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_id->setAccessibleName(tr("Id of the payment"));
    layout->addWidget(m_id);
    return header;
}

void PaymentPanel::build()
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(20);
    m_column = column;
    column->addWidget(makeHeader());
    m_warning = new Callout(m_appearance, {Tone::Bad, Shape::Triangle}, content);
    column->addWidget(m_warning);
    m_tracks = new TracksView(m_appearance, content);
    column->addWidget(m_tracks);
    m_open = new EntryList(m_appearance, false, content);
    column->addWidget(m_openSection = section(tr("Holds and cases"), m_open));
    m_money = new EntryList(m_appearance, false, content);
    column->addWidget(m_moneySection = section(tr("Money"), m_money));
    m_facts = new FactGrid(content);
    column->addWidget(section(tr("Facts"), m_facts));
    m_timeline = new EntryList(m_appearance, true, content);
    column->addWidget(m_timelineSection = section(tr("Timeline"), m_timeline));
    column->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // after setWidget(), which turns it on
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(32);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void PaymentPanel::show()
{
    const auto& detail = m_record.detail();
    if (!detail) {
        m_empty->setText(m_record.id().isEmpty()
                             ? tr("Choose a payment to see its money, tracks and story.")
                             : tr("Reading the payment…"));
        m_stack->setCurrentIndex(0);
        return;
    }
    const QueueRow& row = detail->row;
    m_pill->setState(translatedWord(labelOf(row.status)), lookOf(row.status));
    m_amount->setText(amountText(row.due) + QChar(0x00a0) + row.symbol);
    m_amount->setAccessibleDescription(m_amount->text());
    m_id->setText(row.id.text());
    const auto warning = warningOf(*detail);
    m_warning->setVisible(warning.has_value());
    if (warning)
        m_warning->setWords(warning->title, warning->text);
    m_tracks->setTracks(tracksOf(*detail));
    m_facts->setFacts(factsOf(*detail));
    const auto fill = [](EntryList* list, QWidget* box, std::vector<Entry> entries) {
        box->setVisible(!entries.empty());
        list->setEntries(std::move(entries));
    };
    fill(m_money, m_moneySection, moneyOf(*detail));
    fill(m_open, m_openSection, openThingsOf(*detail));
    fill(m_timeline, m_timelineSection, timelineOf(*detail));
    m_stack->setCurrentIndex(1);
}

void PaymentPanel::showError(const Error& error)
{
    // What was read stays on screen; the page's banner tells of a lost connection.
    if (m_record.detail())
        return;
    m_empty->setText(errorText(error));
    m_stack->setCurrentIndex(0);
}

void PaymentPanel::placeActions(QWidget* actions)
{
    m_column->insertWidget(2, actions); // a warning stays first
}

void PaymentPanel::copyId() const
{
    QGuiApplication::clipboard()->setText(m_record.id());
}

void PaymentPanel::copyTicket() const
{
    if (m_record.detail())
        QGuiApplication::clipboard()->setText(ticketOf(*m_record.detail()));
}

} // namespace tieout
