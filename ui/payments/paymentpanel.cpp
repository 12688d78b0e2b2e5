// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentpanel.h"

#include "model/domain/explorerurl.h"
#include "ui/errortext.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/payments/detail/panelnotice.h"
#include "ui/payments/detail/paycard.h"
#include "ui/payments/detail/paymentsections.h"
#include "ui/payments/detail/paymentticket.h"
#include "ui/payments/detail/rawjson.h"
#include "ui/payments/detail/rawview.h"
#include "ui/shortcuts.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QUrl>

namespace tieout {

namespace paymentpanel {

constexpr std::chrono::milliseconds kPatience{250};
enum Layer { Notice, Detail, Raw };

QString newestLink(const PaymentDetail& detail, const DetailMoney* money)
{
    if (!money)
        return {};
    const ExplorerSubject subject{
        txText(detail, money->tx), money->blockNumber, detail.accountText(money->to)};
    return explorerUrl(detail.rail.explorer, subject).value_or(QString());
}

} // namespace paymentpanel

PaymentPanel::PaymentPanel(PaymentRecord& record, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_record(record)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("detail"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Payment"));
    m_patience.setSingleShot(true);
    m_patience.setInterval(paymentpanel::kPatience);
    build();
    connect(&m_patience, &QTimer::timeout, this, &PaymentPanel::show);
    connect(&record, &PaymentRecord::changed, this, [this] {
        if (!m_record.detail())
            m_patience.start();
        show();
    });
    connect(&record, &PaymentRecord::failed, this, &PaymentPanel::show);
    show();
}

void PaymentPanel::build()
{
    m_sections = new PaymentSections(m_appearance, this);
    connect(m_sections, &PaymentSections::copyIdWanted, this, &PaymentPanel::copyId);
    connect(m_sections, &PaymentSections::ticketWanted, this, &PaymentPanel::copyTicket);
    connect(m_sections, &PaymentSections::rawWanted, this, &PaymentPanel::toggleRaw);
    connect(m_sections, &PaymentSections::retryWanted, &m_record, &PaymentRecord::reload);
    connect(m_sections, &PaymentSections::wantsToBeSeen, this, [this](const QRect& box) {
        m_scroll->ensureVisible(box.center().x(), box.center().y(), 0, box.height() + 24);
    });
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of what it holds
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_sections);
    m_sections->setAutoFillBackground(false); // after setWidget(), which turns it on
    m_notice = new PanelNotice(this);
    connect(m_notice, &PanelNotice::retryWanted, &m_record, &PaymentRecord::reload);
    m_rawView = new RawView(m_appearance, this);
    connect(m_rawView, &RawView::left, this, &PaymentPanel::toggleRaw);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_rawView);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void PaymentPanel::show()
{
    const auto& detail = m_record.detail();
    if (detail)
        showDetail(*detail);
    else
        showNotice();
    enableActions();
}

void PaymentPanel::showNotice()
{
    m_rawView->clear();
    const auto& error = m_record.error();
    if (m_record.id().isEmpty())
        m_notice->say(QStringLiteral("receipt"),
                      tr("No payment chosen"),
                      tr("Choose one in the list to see its money, its tracks and its story."),
                      false);
    else if (error && error->code == ErrorCode::NotFound)
        m_notice->say(QStringLiteral("alert"),
                      tr("This payment is gone"),
                      tr("The database doesn't have it any more: %1").arg(m_record.id()),
                      true);
    else if (error)
        m_notice->say(
            QStringLiteral("alert"), tr("The payment can't be read"), errorText(*error), true);
    else
        m_notice->say(
            {}, {}, m_patience.isActive() ? QString() : tr("Reading the payment…"), false);
    m_stack->setCurrentIndex(paymentpanel::Notice);
}

void PaymentPanel::showDetail(const PaymentDetail& detail)
{
    m_patience.stop();
    m_sections->show(detail, m_record.error());
    if (m_raw)
        m_rawView->setJson(rawText(detail), canonicalPayment(detail));
    if (m_shownId != m_record.id())
        m_scroll->verticalScrollBar()->setValue(0);
    m_shownId = m_record.id();
    m_stack->setCurrentIndex(m_raw ? paymentpanel::Raw : paymentpanel::Detail);
}

void PaymentPanel::toggleRaw()
{
    if (!m_record.detail())
        return;
    m_raw = !m_raw;
    if (m_raw)
        m_focusBefore = QApplication::focusWidget();
    show();
    if (m_raw)
        m_rawView->takeFocus();
    else if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void PaymentPanel::placeActions(QWidget* actions)
{
    m_sections->placeActions(actions);
}

void PaymentPanel::listenTo(const Shortcuts& shortcuts)
{
    const auto on = [&](const char* id, auto act) {
        QAction& action = shortcuts.action(id);
        connect(&action, &QAction::triggered, this, act);
        m_actions.insert(QString::fromLatin1(id), &action);
    };
    on("payment.raw", [this] { toggleRaw(); });
    on("payment.id", [this] { copyId(); });
    on("payment.address", [this] { copyAddress(); });
    on("payment.tx", [this] { copyHash(); });
    on("payment.ticket", [this] { copyTicket(); });
    on("payment.code", [this] { m_sections->payCard().toggle(); });
    on("payment.explorer", [this] { openExplorer(); });
    enableActions();
}

void PaymentPanel::enableActions()
{
    const auto& detail = m_record.detail();
    const bool seen = isVisible() && detail;
    const bool proved = seen && !detail->bindings.empty() && detail->bindings.front().isProved;
    const DetailMoney* money = seen ? newestMoney() : nullptr;
    const QHash<QString, bool> can{
        {QStringLiteral("payment.address"), proved},
        {QStringLiteral("payment.tx"), money != nullptr},
        {QStringLiteral("payment.code"), seen && m_sections->showsCode()},
        {QStringLiteral("payment.explorer"),
         seen && !paymentpanel::newestLink(*detail, money).isEmpty()}};
    for (auto action = m_actions.begin(); action != m_actions.end(); ++action) {
        if (*action)
            (*action)->setEnabled(can.value(action.key(), seen));
    }
}

void PaymentPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    enableActions();
}

void PaymentPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    enableActions();
}

const DetailMoney* PaymentPanel::newestMoney() const
{
    const auto& detail = m_record.detail();
    const DetailMoney* newest = nullptr;
    for (size_t i = 0; detail && i < detail->money.size(); ++i) {
        const TransferState state = stateOf(*detail, detail->money[i]);
        if (!newest || (state != TransferState::Withdrawn && state != TransferState::Vanished))
            newest = &detail->money[i];
    }
    return newest;
}

void PaymentPanel::openExplorer() const
{
    const QString url = paymentpanel::newestLink(*m_record.detail(), newestMoney());
    if (!url.isEmpty())
        QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
}

void PaymentPanel::copyId() const
{
    QGuiApplication::clipboard()->setText(m_record.id());
}

void PaymentPanel::copyAddress() const
{
    const auto& detail = m_record.detail();
    if (detail && !detail->bindings.empty() && detail->bindings.front().isProved)
        QGuiApplication::clipboard()->setText(
            detail->accountText(detail->bindings.front().account));
}

void PaymentPanel::copyHash() const
{
    if (const DetailMoney* money = newestMoney())
        QGuiApplication::clipboard()->setText(txText(*m_record.detail(), money->tx));
}

void PaymentPanel::copyTicket() const
{
    if (m_record.detail())
        QGuiApplication::clipboard()->setText(ticketOf(*m_record.detail()));
}

} // namespace tieout
