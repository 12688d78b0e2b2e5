// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/paymentactions.h"

#include "model/commands/commandkinds.h"
#include "model/tables/creationterms.h"
#include "ui/errortext.h"
#include "ui/payments/actions/createpaymentdialog.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/actions/decisionwords.h"
#include "ui/payments/actions/linktransferdialog.h"
#include "ui/payments/actions/paymentdialogs.h"
#include "ui/payments/actions/resolvecasedialog.h"
#include "ui/theme/icons.h"
#include "ui/widgets/locknote.h"

#include <QBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace tieout {

namespace paymentactions {

constexpr int kColumns = 3;
// More would push the payment out of sight; the rest shows as these are dismissed.
constexpr size_t kMostStrips = 4;

} // namespace paymentactions

PaymentActions::PaymentActions(const DecisionDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_options(desk.store, desk.decisions.account())
    , m_grid(new QGridLayout)
    , m_strips(new QWidget(this))
{
    setAccessibleName(tr("Actions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_lookOn = lockNote(tr("You only look on: none of your roles decides about payments."), this);
    m_lookOn->setObjectName(QStringLiteral("lookOn"));
    column->addWidget(m_lookOn);
    m_grid->setSpacing(6);
    column->addLayout(m_grid);
    auto* strips = new QVBoxLayout(m_strips);
    strips->setContentsMargins(0, 0, 0, 0);
    strips->setSpacing(6);
    column->addWidget(m_strips);
    using Options = PaymentOptions;
    addButton(QStringLiteral("resolveCase"),
              tr("&Resolve case…"),
              &Options::resolve,
              &PaymentActions::make<ResolveCaseDialog>);
    addButton(QStringLiteral("linkTransfer"),
              tr("&Link transfer…"),
              &Options::link,
              &PaymentActions::make<LinkTransferDialog>);
    addButton(QStringLiteral("reissue"),
              tr("Re&issue…"),
              &Options::reissue,
              &PaymentActions::make<ReissuePaymentDialog>);
    addButton(QStringLiteral("hold"),
              tr("&Hold…"),
              &Options::hold,
              &PaymentActions::make<HoldPaymentDialog>);
    addButton(QStringLiteral("release"),
              tr("Rel&ease…"),
              &Options::release,
              &PaymentActions::make<ReleasePaymentDialog>);
    addButton(QStringLiteral("cancelPayment"),
              tr("&Cancel…"),
              &Options::cancel,
              &PaymentActions::make<CancelPaymentDialog>);
    connect(&m_options, &PaymentOptionsRecord::changed, this, &PaymentActions::showButtons);
    connect(&desk.decisions, &Decisions::changed, this, [this](const CommandId& id) {
        showDecisions();
        showCreation();
        const Decision* decision = m_desk.decisions.find(id);
        if (decision && isFinal(decision->state) && decision->request.about == m_options.id())
            m_options.reload();
    });
    showButtons();
    showDecisions();
}

template<class Dialog>
DecisionDialog* PaymentActions::make()
{
    return new Dialog(m_desk, m_options, window());
}

void PaymentActions::addButton(const QString& name,
                               const QString& text,
                               const Permission PaymentOptions::*permission,
                               DecisionDialog* (PaymentActions::*dialogOf)())
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setProperty("framed", true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setAccessibleName(QString(text).remove(u'…').remove(u'&'));
    const int at = int(m_buttons.size());
    m_grid->addWidget(button, at / paymentactions::kColumns, at % paymentactions::kColumns);
    m_buttons.push_back({button, permission});
    connect(button, &QToolButton::clicked, this, [this, dialogOf] { open((this->*dialogOf)()); });
}

void PaymentActions::open(DecisionDialog* dialog)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = dialog;
    dialog->open();
}

void PaymentActions::createPayment(QWidget* parent)
{
    auto* dialog = new CreatePaymentDialog(m_desk, parent);
    connect(dialog, &CreatePaymentDialog::created, this, &PaymentActions::created);
    connect(dialog, &QObject::destroyed, this, &PaymentActions::showCreation);
    open(dialog);
}

QToolButton* PaymentActions::makeCreateButton(QWidget* parent)
{
    m_create = new QToolButton(parent);
    m_create->setObjectName(QStringLiteral("newPayment"));
    m_create->setText(tr("&New payment…"));
    m_create->setAccessibleName(tr("New payment"));
    m_create->setIcon(lineIcon(QStringLiteral("plus")));
    m_create->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_create->setProperty("framed", true);
    m_create->setFocusPolicy(Qt::StrongFocus);
    connect(m_create, &QToolButton::clicked, this, [this] { createPayment(window()); });
    connect(&m_desk.store, &AsyncStore::connectionChanged, this, [this](bool connected) {
        if (connected)
            readMayCreate();
    });
    readMayCreate();
    return m_create;
}

DecisionStrip* PaymentActions::makeCreationStrip(QWidget* parent)
{
    m_creation = new DecisionStrip(m_desk.decisions, m_desk.appearance, parent);
    showCreation();
    return m_creation;
}

void PaymentActions::showCreation()
{
    // The dialog has a strip of its own.
    if (!m_creation || qobject_cast<CreatePaymentDialog*>(m_dialog.data()))
        return;
    CommandId newest;
    for (const Decision& decision : m_desk.decisions.undecided()) {
        if (decision.request.kind == kinds::kPaymentCreate)
            newest = decision.id;
    }
    if (!newest.isEmpty() && m_creation->id() != newest)
        m_creation->follow(newest);
}

// Without an answer it stays on: the dialog asks again.
void PaymentActions::readMayCreate()
{
    m_desk.store
        .run(AsyncStore::Lane::Page,
             [account = m_desk.decisions.account()](Database& db) {
                 return readCreationTerms(db, account);
             })
        .then(this, [this](const Result<CreationTerms>& answer) {
            if (!answer && answer.error().code == ErrorCode::Cancelled)
                return readMayCreate();
            if (!answer || !m_create)
                return;
            const auto& why = answer->create.why;
            m_create->setEnabled(!why);
            m_create->setToolTip(why ? whyNotText(*why) : QString());
            m_create->setAccessibleDescription(m_create->toolTip());
            const bool may = !why;
            if (std::exchange(m_mayCreate, may) != may)
                Q_EMIT mayCreateChanged();
        });
}

void PaymentActions::show(const QString& payment)
{
    m_options.show(payment);
    showDecisions();
}

void PaymentActions::noteChanged(const QStringList& ids)
{
    if (ids.isEmpty() || ids.contains(m_options.id()))
        m_options.reload();
}

// What needs no case and no hold to be there first is all refused for want of a class.
bool PaymentActions::decidesNothing() const
{
    using Options = PaymentOptions;
    const auto& options = m_options.options();
    const auto ways = {&Options::cancel, &Options::reissue, &Options::hold, &Options::link};
    return options && std::all_of(ways.begin(), ways.end(), [&](const auto way) {
               const auto& why = ((*options).*way).why;
               return why && why->reason == u"class_may_not_submit";
           });
}

void PaymentActions::showButtons()
{
    const auto& options = m_options.options();
    m_lookOn->setVisible(decidesNothing());
    for (const Button& each : m_buttons) {
        QString why;
        if (options && (*options.*each.permission).why)
            why = whyNotText(*(*options.*each.permission).why);
        else if (m_options.error())
            why = errorText(*m_options.error());
        else if (!options)
            why = tr("Reading what is allowed…");
        each.button->setEnabled(options && why.isEmpty());
        each.button->setToolTip(why);
        each.button->setAccessibleDescription(why);
    }
}

void PaymentActions::showDecisions()
{
    const auto decisions =
        m_options.id().isEmpty() ? std::vector<Decision>() : m_desk.decisions.about(m_options.id());
    QList<DecisionStrip*> strips =
        m_strips->findChildren<DecisionStrip*>(QString(), Qt::FindDirectChildrenOnly);
    const size_t wanted = std::min(decisions.size(), paymentactions::kMostStrips);
    while (size_t(strips.size()) < wanted) {
        auto* strip = new DecisionStrip(m_desk.decisions, m_desk.appearance, m_strips);
        m_strips->layout()->addWidget(strip);
        strips.append(strip);
    }
    for (size_t i = 0; i < size_t(strips.size()); ++i) {
        const CommandId id = i < wanted ? decisions[i].id : CommandId();
        if (strips[qsizetype(i)]->id() != id)
            strips[qsizetype(i)]->follow(id);
    }
    m_strips->setVisible(wanted > 0);
}

} // namespace tieout
