// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/paymentsections.h"

#include "model/tables/paymentrecord.h"
#include "ui/errortext.h"
#include "ui/payments/detail/panelheader.h"
#include "ui/payments/detail/paycard.h"
#include "ui/payments/detail/paymentstory.h"
#include "ui/payments/detail/paymenttimeline.h"
#include "ui/payments/detail/tracksview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/locknote.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLabel>
#include <QToolButton>
#include <QUrl>

namespace tieout {

PaymentSections::PaymentSections(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(20, 16, 20, 20);
    m_column->setSpacing(20);
    build(m_column);
}

QWidget* PaymentSections::section(const QString& title, QWidget* content)
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

EntryList* PaymentSections::makeList(bool threaded)
{
    auto* list = new EntryList(m_appearance, threaded, this);
    connect(list, &EntryList::linkActivated, this, [](const QString& url) {
        QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
    });
    connect(list, &EntryList::stoppedAt, this, [this, list](const QRect& box) {
        Q_EMIT wantsToBeSeen(QRect(list->mapTo(this, box.topLeft()), box.size()));
    });
    return list;
}

QWidget* PaymentSections::makeStale()
{
    m_stale = new QWidget(this);
    auto* row = new QVBoxLayout(m_stale);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_staleWords = new Callout(m_appearance, {Tone::Caution, Shape::Triangle}, m_stale);
    m_staleWords->setObjectName(QStringLiteral("staleWords"));
    row->addWidget(m_staleWords);
    auto* retry = new QToolButton(m_stale);
    retry->setObjectName(QStringLiteral("retryStale"));
    retry->setText(tr("Retry"));
    retry->setAccessibleName(tr("Read the payment again"));
    retry->setProperty("framed", true);
    retry->setFocusPolicy(Qt::StrongFocus);
    connect(retry, &QToolButton::clicked, this, &PaymentSections::retryWanted);
    row->addWidget(retry, 0, Qt::AlignLeading);
    return m_stale;
}

void PaymentSections::build(QVBoxLayout* column)
{
    m_header = new PanelHeader(m_appearance, this);
    connect(m_header, &PanelHeader::copyIdWanted, this, &PaymentSections::copyIdWanted);
    connect(m_header, &PanelHeader::ticketWanted, this, &PaymentSections::ticketWanted);
    connect(m_header, &PanelHeader::rawWanted, this, &PaymentSections::rawWanted);
    column->addWidget(m_header);
    m_warning = new Callout(m_appearance, {Tone::Bad, Shape::Triangle}, this);
    column->addWidget(m_warning);
    column->addWidget(makeStale());
    m_readOnly = lockNote(tr("To be read only: nothing is decided here."), this);
    column->addWidget(m_readOnly);
    m_tracks = new TracksView(m_appearance, this);
    column->addWidget(m_tracks);
    m_pay = new PayCard(m_appearance, this);
    column->addWidget(m_pay);
    m_open = makeList(false);
    column->addWidget(m_openSection = section(tr("Holds and cases"), m_open));
    m_money = makeList(false);
    column->addWidget(m_moneySection = section(tr("Money"), m_money));
    m_facts = new FactGrid(this);
    column->addWidget(section(tr("Facts"), m_facts));
    m_timeline = makeList(true);
    column->addWidget(m_timelineSection = section(tr("Timeline (UTC)"), m_timeline));
    column->addStretch(1);
}

void PaymentSections::show(const PaymentDetail& detail, const std::optional<Error>& error)
{
    m_header->setRow(detail.row);
    const auto warning = warningOf(detail);
    m_warning->setVisible(warning.has_value());
    if (warning)
        m_warning->setWords(warning->title, warning->text);
    m_stale->setVisible(error.has_value());
    if (error)
        m_staleWords->setWords(tr("This may be old"), errorText(*error));
    m_tracks->setTracks(tracksOf(detail));
    const auto code = payCodeOf(detail);
    m_pay->setVisible(code.has_value());
    if (code)
        m_pay->setCode(*code);
    m_facts->setFacts(factsOf(detail));
    const auto fill = [](EntryList* list, QWidget* box, std::vector<Entry> entries) {
        box->setVisible(!entries.empty());
        list->setEntries(std::move(entries));
    };
    fill(m_open, m_openSection, openThingsOf(detail));
    fill(m_money, m_moneySection, moneyOf(detail));
    fill(m_timeline, m_timelineSection, timelineOf(detail));
}

void PaymentSections::placeActions(QWidget* actions)
{
    m_column->insertWidget(3, actions); // warnings stay first
    m_readOnly->hide();
}

bool PaymentSections::showsCode() const
{
    return m_pay->isVisibleTo(this) && m_pay->hasCode();
}

} // namespace tieout
