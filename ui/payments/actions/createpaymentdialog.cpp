// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/createpaymentdialog.h"

#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/domain/durationtext.h"
#include "model/tables/paymentrecord.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/addresstext.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/formfield.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

namespace tieout {

namespace createpaymentdialog {

constexpr std::chrono::milliseconds kAskAgain{1'000}; // a database that didn't answer

} // namespace createpaymentdialog

CreatePaymentDialog::CreatePaymentDialog(const DecisionDesk& desk, QWidget* parent)
    : DecisionDialog(desk, parent)
    , m_merchant(new ChoiceBox(desk.appearance, &form()))
    , m_corridor(new ChoiceBox(desk.appearance, &form()))
{
    setHead(tr("New payment"), tr("An amount that somebody is expected to pay on one corridor."));
    addFields();
    setFinality(tr("Its terms are final once it is created: the amount, the corridor and its "
                   "rules are pinned."));
    setPrimary(tr("&Create"));
    m_unusable = Error{ErrorCode::Unavailable, QStringLiteral("terms_not_read"), {}};
    block({});
    read();
}

QLineEdit*
CreatePaymentDialog::addLine(const QString& name, const QString& label, FormField** field)
{
    auto* line = new QLineEdit(&form());
    line->setObjectName(name);
    *field = form().add(label, line);
    connect(line, &QLineEdit::textChanged, this, [this] { check(false); });
    return line;
}

void CreatePaymentDialog::addFields()
{
    m_merchant->setObjectName(QStringLiteral("merchant"));
    m_merchantField = form().add(tr("&Merchant"), m_merchant);
    m_merchantField->setShown(false);
    m_corridor->setObjectName(QStringLiteral("corridor"));
    m_corridorField = form().add(tr("C&orridor"), m_corridor);
    m_amount = addLine(QStringLiteral("amount"), tr("&Amount"), &m_amountField);
    m_order = addLine(QStringLiteral("order"), tr("O&rder reference"), &m_orderField);
    m_customer = addLine(QStringLiteral("customer"), tr("C&ustomer"), &m_customerField);
    m_expiry = addLine(QStringLiteral("expiry"), tr("&Expires in"), &m_expiryField);
    m_amount->setPlaceholderText(QStringLiteral("0.00"));
    m_expiryField->setHint(tr("Such as 30m, 24h or 7d; empty: as the corridor says."));
    connect(m_merchant, &ChoiceBox::currentIndexChanged, this, &CreatePaymentDialog::showCorridors);
    connect(m_corridor, &ChoiceBox::currentIndexChanged, this, &CreatePaymentDialog::showCorridor);
}

void CreatePaymentDialog::read()
{
    const QString account = desk().decisions.account();
    desk()
        .store
        .run(AsyncStore::Lane::Page,
             [account](Database& db) { return readCreationTerms(db, account); })
        .then(this, [this](const Result<CreationTerms>& answer) {
            if (!answer && answer.error().code == ErrorCode::Cancelled)
                read();
            else
                take(answer);
        });
}

void CreatePaymentDialog::take(const Result<CreationTerms>& answer)
{
    if (!answer) {
        m_corridorField->setError(errorText(answer.error()));
        m_unusable = answer.error();
        // What is typed meanwhile stays, so nobody has to open the dialog again.
        if (answer.error().code == ErrorCode::Unavailable)
            QTimer::singleShot(createpaymentdialog::kAskAgain, this, &CreatePaymentDialog::read);
        return block({});
    }
    m_terms = *answer;
    {
        const QSignalBlocker quiet(m_merchant);
        for (const MerchantCorridors& each : m_terms->merchants)
            m_merchant->addItem(each.merchant.name, each.merchant.id.text());
    }
    // A desk with one merchant never sees the word.
    m_merchantField->setShown(m_terms->merchants.size() > 1);
    m_unusable = m_terms->create.why;
    showCorridors();
    if (!qobject_cast<QLineEdit*>(focusWidget())) // nobody types yet
        m_amount->setFocus(Qt::OtherFocusReason);
}

void CreatePaymentDialog::showCorridors()
{
    m_corridors = m_terms->corridorsOf(m_merchant->currentData().toString());
    {
        const QSignalBlocker quiet(m_corridor);
        const QString before = m_corridor->currentData().toString();
        m_corridor->clear();
        int usable = -1;
        for (const CorridorVersion& each : m_corridors) {
            const bool open = mayUseCorridor(each, m_terms->sandbox).has_value();
            //: A corridor's name, its token and its rail.
            m_corridor->addItem(tr("%1: %2 on %3").arg(each.name, each.symbol, each.rail),
                                each.name);
            if (open && (usable < 0 || each.name == before))
                usable = m_corridor->count() - 1;
        }
        m_corridor->setCurrentIndex(std::max(usable, 0));
    }
    showCorridor();
}

const CorridorVersion* CreatePaymentDialog::corridor() const
{
    const auto at = size_t(m_corridor->currentIndex());
    return at < m_corridors.size() ? &m_corridors[at] : nullptr;
}

void CreatePaymentDialog::showCorridor()
{
    const CorridorVersion* chosen = corridor();
    if (!chosen) {
        const Error none{ErrorCode::NotFound, QStringLiteral("corridor_none"), {}};
        m_corridorField->setError(errorText(none));
        return block(none);
    }
    m_amountField->setHint(limitsOf(*chosen));
    m_expiry->setPlaceholderText(toText(chosen->expiry));
    check(false);
}

QString CreatePaymentDialog::limitsOf(const CorridorVersion& corridor) const
{
    //: A token, an amount, a number of decimals.
    return tr("%1: at least %2, up to %n decimal(s).", nullptr, corridor.decimals)
        .arg(corridor.symbol, corridor.minimum.toText());
}

void CreatePaymentDialog::block(const std::optional<Error>& wrong)
{
    setBlocked(m_unusable ? m_unusable : wrong);
}

Outcome CreatePaymentDialog::checkAmountField(bool all)
{
    const CorridorVersion* chosen = corridor();
    if (!chosen)
        return fail(ErrorCode::NotFound, u"corridor_none");
    const auto usable = mayUseCorridor(*chosen, m_terms->sandbox);
    m_corridorField->setError(usable ? QString() : errorText(usable.error()));
    const QString typed = m_amount->text().trimmed();
    const auto amount = checkAmount(*chosen, typed, m_terms->sandbox);
    const bool speaks = usable && !amount && (all || !typed.isEmpty());
    m_amountField->setError(speaks ? errorText(amount.error()) + u' ' + limitsOf(*chosen)
                                   : QString());
    return usable ? amount : usable;
}

bool CreatePaymentDialog::check(bool all)
{
    if (!m_terms)
        return false;
    const auto amount = checkAmountField(all);
    const auto order = checkReference(m_order->text());
    m_orderField->setError(order ? QString() : errorText(order.error()));
    const auto customer = checkReference(m_customer->text());
    m_customerField->setError(customer ? QString() : errorText(customer.error()));
    const auto expiry = parseExpiry(m_expiry->text().trimmed());
    m_expiryField->setError(expiry ? QString() : errorText(expiry.error()));
    std::optional<Error> wrong;
    if (!amount && amount.error().reason != u"value_missing")
        wrong = amount.error();
    else if (!order)
        wrong = order.error();
    else if (!customer)
        wrong = customer.error();
    else if (!expiry)
        wrong = expiry.error();
    block(wrong);
    if (all && !amount)
        m_amount->setFocus(Qt::OtherFocusReason);
    return amount && order && customer && expiry;
}

std::optional<DecisionRequest> CreatePaymentDialog::compose()
{
    if (!check(true))
        return std::nullopt;
    CreatePaymentPayload payload;
    payload.merchant = m_merchant->currentData().toString();
    payload.corridor = corridor()->name;
    payload.amount = m_amount->text().trimmed();
    payload.orderReference = m_order->text();
    payload.customer = m_customer->text();
    payload.expiresIn = *parseExpiry(m_expiry->text().trimmed());
    return DecisionRequest{
        kinds::kPaymentCreate.toString(), m_terms->create.role, {}, {}, payload.toJson()};
}

void CreatePaymentDialog::succeeded(const Decision& decision)
{
    const QString id = decision.result.value(u"payment").toString();
    Q_EMIT created(id);
    readPlace(id);
}

// The address is read again and proved (bindingproof.h), for the answer is a stored text.
void CreatePaymentDialog::readPlace(const QString& payment)
{
    desk()
        .store
        .run(AsyncStore::Lane::Page,
             [payment](Database& db) { return readPaymentDetail(db, PaymentId::trusted(payment)); })
        .then(this, [this, payment](const Result<PaymentDetail>& answer) {
            if (!answer && answer.error().code == ErrorCode::Cancelled)
                readPlace(payment);
            else if (!answer)
                showProblem(answer.error());
            else
                showPlace(*answer);
        });
}

void CreatePaymentDialog::showProblem(const Error& error)
{
    setHead(tr("The payment was created"), errorText(error));
    finish();
}

void CreatePaymentDialog::showPlace(const PaymentDetail& detail)
{
    const bool proved = !detail.bindings.empty() && detail.bindings.front().isProved;
    if (!proved) {
        showProblem({ErrorCode::Corrupt, QStringLiteral("address_mismatch"), {}});
        return;
    }
    const DetailBinding& binding = detail.bindings.front();
    const QString address = detail.accountText(binding.account);
    setHead(tr("The payment was created"), detail.row.id.text());
    std::vector<Fact> facts{
        {tr("Amount"), amountText(detail.row.due) + QChar(0x00a0) + detail.row.symbol},
        {tr("Network"), detail.row.railName + QStringLiteral(" · ") + detail.rail.chain},
        {tr("Pay to"), groupedAddress(address), true}};
    if (!binding.reference.isEmpty())
        facts.push_back({tr("Reference"), binding.reference, true});
    facts.push_back({tr("Expires"), tableTime(detail.row.expiresAt) + QStringLiteral(" UTC")});
    auto* place = new QWidget(this);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* grid = new FactGrid(place);
    grid->setObjectName(QStringLiteral("place"));
    grid->setFacts(facts);
    column->addWidget(grid);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copyButton(tr("Copy the &address"), address, place));
    if (!binding.reference.isEmpty())
        buttons->addWidget(copyButton(tr("Copy the &reference"), binding.reference, place));
    buttons->addStretch(1);
    column->addLayout(buttons);
    addBody(place);
    finish();
}

QPushButton*
CreatePaymentDialog::copyButton(const QString& label, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(lineIcon(QStringLiteral("copy")), label, parent);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [text] {
        QGuiApplication::clipboard()->setText(text);
    });
    return button;
}

} // namespace tieout
