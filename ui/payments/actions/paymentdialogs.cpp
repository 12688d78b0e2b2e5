// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/paymentdialogs.h"

#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/domain/durationtext.h"
#include "model/tables/creationterms.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/formfield.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace tieout {

CancelPaymentDialog::CancelPaymentDialog(const DecisionDesk& desk,
                                         PaymentOptionsRecord& record,
                                         QWidget* parent)
    : PaymentDialog(desk, record, parent)
{
    addReason(tr("Why nobody waits for this money any more"));
    setFinality(tr("This is final: a cancelled payment can't be opened again. Its address stays "
                   "watched, and money that still comes opens a case."));
    setPrimary(tr("&Cancel the payment"));
    fill();
}

void CancelPaymentDialog::fill()
{
    setHead(tr("Cancel the payment"), aboutText());
    setBlocked(options().cancel.why);
}

std::optional<DecisionRequest> CancelPaymentDialog::compose()
{
    if (!checkReasonField(true))
        return std::nullopt;
    const CancelPaymentPayload payload{options().payment, options().version, reason()};
    return requestFor(kinds::kPaymentCancel, options().cancel, payload.toJson());
}

ReissuePaymentDialog::ReissuePaymentDialog(const DecisionDesk& desk,
                                           PaymentOptionsRecord& record,
                                           QWidget* parent)
    : PaymentDialog(desk, record, parent)
    , m_expiry(new QLineEdit(&form()))
{
    m_expiry->setObjectName(QStringLiteral("expiry"));
    m_expiryField = form().add(tr("&Expires in"), m_expiry);
    connect(m_expiry, &QLineEdit::textChanged, this, &ReissuePaymentDialog::checkExpiry);
    addReason(tr("Why the customer needs another one"));
    setFinality(tr("This is final: the payment gets a new address or reference. The old one stays "
                   "watched, and money that comes to it still belongs here."));
    setPrimary(tr("Re&issue"));
    fill();
}

void ReissuePaymentDialog::fill()
{
    setHead(tr("Reissue the payment"), aboutText());
    m_expiry->setPlaceholderText(toText(options().corridorExpiry));
    m_expiryField->setHint(tr("Such as 30m, 24h or 7d; empty: as the corridor says."));
    setBlocked(options().reissue.why);
}

bool ReissuePaymentDialog::checkExpiry()
{
    const auto expiry = parseExpiry(m_expiry->text().trimmed());
    m_expiryField->setError(expiry ? QString() : errorText(expiry.error()));
    setBlocked(expiry ? options().reissue.why : expiry.error());
    return expiry.has_value();
}

std::optional<DecisionRequest> ReissuePaymentDialog::compose()
{
    const bool expiryIsRight = checkExpiry();
    if (!checkReasonField(true) || !expiryIsRight)
        return std::nullopt;
    const ReissuePaymentPayload payload{
        options().payment, options().version, *parseExpiry(m_expiry->text().trimmed()), reason()};
    return requestFor(kinds::kPaymentReissue, options().reissue, payload.toJson());
}

HoldPaymentDialog::HoldPaymentDialog(const DecisionDesk& desk,
                                     PaymentOptionsRecord& record,
                                     QWidget* parent)
    : PaymentDialog(desk, record, parent)
    , m_cause(new ChoiceBox(desk.appearance, &form()))
{
    m_cause->setObjectName(QStringLiteral("cause"));
    const QString causes[] = {
        tr("Operator: something has to be asked"), tr("Finance"), tr("Screening")};
    for (const QString& cause : causes)
        m_cause->addItem(cause);
    m_causeField = form().add(tr("&Kind of hold"), m_cause);
    addReason(tr("What has to be cleared up"));
    setFinality(tr("This is final: that it was held, and why, stays in the journal. The payment "
                   "is held until somebody releases it; money that comes is still counted."));
    setPrimary(tr("&Hold"));
    connect(m_cause, &ChoiceBox::currentIndexChanged, this, &HoldPaymentDialog::judge);
    fill();
}

void HoldPaymentDialog::fill()
{
    setHead(tr("Hold the payment"), aboutText());
    judge();
}

const Permission* HoldPaymentDialog::chosen() const
{
    const auto at = size_t(m_cause->currentIndex());
    return at < options().holds.size() ? &options().holds[at] : nullptr;
}

void HoldPaymentDialog::judge()
{
    const Permission* permission = chosen();
    const auto why = permission ? permission->why : options().hold.why;
    m_causeField->setError(why ? errorText(*why) : QString());
    setBlocked(why);
}

std::optional<DecisionRequest> HoldPaymentDialog::compose()
{
    const Permission* permission = chosen();
    if (!checkReasonField(true) || !permission)
        return std::nullopt;
    const HoldPaymentPayload payload{options().payment,
                                     options().version,
                                     kHoldCauses[m_cause->currentIndex()].toString(),
                                     reason()};
    return requestFor(kinds::kPaymentHold, *permission, payload.toJson());
}

ReleasePaymentDialog::ReleasePaymentDialog(const DecisionDesk& desk,
                                           PaymentOptionsRecord& record,
                                           QWidget* parent)
    : PaymentDialog(desk, record, parent)
    , m_hold(new ChoiceBox(desk.appearance, &form()))
{
    m_hold->setObjectName(QStringLiteral("hold"));
    m_holdField = form().add(tr("&Hold"), m_hold);
    addReason(tr("What was cleared up"));
    setFinality(tr("This is final. Without a hold the payment goes on by itself: what is paid and "
                   "confirmed is released for fulfilment."));
    setPrimary(tr("R&elease"));
    connect(m_hold, &ChoiceBox::currentIndexChanged, this, &ReleasePaymentDialog::judge);
    fill();
    m_hold->setCurrentIndex(0);
}

void ReleasePaymentDialog::fill()
{
    setHead(tr("Release a hold"), aboutText());
    {
        // Another hold is never released by what was typed for this one.
        const QSignalBlocker quiet(m_hold);
        const QVariant before = m_hold->currentData();
        m_hold->clear();
        for (const HoldOption& option : options().openHolds)
            //: The kind of a hold, and the reason that was given for it.
            m_hold->addItem(
                tr("%1: %2").arg(translatedWord(labelOf(option.hold.kind)), option.hold.reason),
                option.hold.id.text());
        m_hold->setCurrentIndex(before.isValid() ? m_hold->findData(before) : -1);
    }
    judge();
}

const HoldOption* ReleasePaymentDialog::chosen() const
{
    const auto at = size_t(m_hold->currentIndex());
    return at < options().openHolds.size() ? &options().openHolds[at] : nullptr;
}

void ReleasePaymentDialog::judge()
{
    const HoldOption* option = chosen();
    auto why = option ? option->release.why : options().release.why;
    if (!option && !why)
        why = Error{ErrorCode::Invalid, QStringLiteral("hold_missing"), {}};
    m_holdField->setError(why ? errorText(*why) : QString());
    if (option)
        m_holdField->setHint(tr("Since %1 UTC, by %2.")
                                 .arg(tableTime(option->hold.openedAt), option->hold.openedBy));
    setBlocked(why);
}

std::optional<DecisionRequest> ReleasePaymentDialog::compose()
{
    const HoldOption* option = chosen();
    if (!checkReasonField(true) || !option)
        return std::nullopt;
    const ReleasePaymentPayload payload{
        options().payment, option->hold.id, options().version, reason()};
    return requestFor(kinds::kPaymentRelease, option->release, payload.toJson());
}

} // namespace tieout
