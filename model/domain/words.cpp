// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/words.h"

#include <algorithm>

namespace tieout {

namespace {

// One line per word: the value, the stored text, the words for people.
// clang-format off
constexpr Word<PaymentStatus> kPaymentStatusWords[] = {
    {PaymentStatus::Pending, "pending", QT_TRANSLATE_NOOP("words", "Pending")},
    {PaymentStatus::Confirming, "confirming", QT_TRANSLATE_NOOP("words", "Confirming")},
    {PaymentStatus::Confirmed, "confirmed", QT_TRANSLATE_NOOP("words", "Confirmed")},
    {PaymentStatus::Overpaid, "overpaid", QT_TRANSLATE_NOOP("words", "Overpaid")},
    {PaymentStatus::Underpaid, "underpaid", QT_TRANSLATE_NOOP("words", "Underpaid")},
    {PaymentStatus::Expired, "expired", QT_TRANSLATE_NOOP("words", "Expired")},
    {PaymentStatus::Held, "held", QT_TRANSLATE_NOOP("words", "Held")},
    {PaymentStatus::Reorged, "reorged", QT_TRANSLATE_NOOP("words", "Reorganised")},
    {PaymentStatus::Refunded, "refunded", QT_TRANSLATE_NOOP("words", "Refunded")},
    {PaymentStatus::Cancelled, "cancelled", QT_TRANSLATE_NOOP("words", "Cancelled")},
};

constexpr Word<DetectionState> kDetectionStateWords[] = {
    {DetectionState::Created, "created", QT_TRANSLATE_NOOP("words", "Created")},
    {DetectionState::Detected, "detected", QT_TRANSLATE_NOOP("words", "Detected")},
    {DetectionState::Vanished, "vanished", QT_TRANSLATE_NOOP("words", "Vanished")},
    {DetectionState::Expired, "expired", QT_TRANSLATE_NOOP("words", "Expired")},
};

constexpr Word<ConfirmationState> kConfirmationStateWords[] = {
    {ConfirmationState::None, "none", QT_TRANSLATE_NOOP("words", "None")},
    {ConfirmationState::Confirming, "confirming", QT_TRANSLATE_NOOP("words", "Confirming")},
    {ConfirmationState::Confirmed, "confirmed", QT_TRANSLATE_NOOP("words", "Confirmed")},
    {ConfirmationState::Final, "final", QT_TRANSLATE_NOOP("words", "Final")},
    {ConfirmationState::Reorged, "reorged", QT_TRANSLATE_NOOP("words", "Reorganised")},
};

constexpr Word<RecognitionState> kRecognitionStateWords[] = {
    {RecognitionState::NotEligible, "not-eligible", QT_TRANSLATE_NOOP("words", "Not eligible")},
    {RecognitionState::Held, "held", QT_TRANSLATE_NOOP("words", "Held")},
    {RecognitionState::Ready, "ready", QT_TRANSLATE_NOOP("words", "Ready")},
    {RecognitionState::Posted, "posted", QT_TRANSLATE_NOOP("words", "Posted")},
    {RecognitionState::Settled, "settled", QT_TRANSLATE_NOOP("words", "Settled")},
    {RecognitionState::Reversed, "reversed", QT_TRANSLATE_NOOP("words", "Reversed")},
};

constexpr Word<Verdict> kVerdictWords[] = {
    {Verdict::None, "none", QT_TRANSLATE_NOOP("words", "Not judged")},
    {Verdict::Short, "short", QT_TRANSLATE_NOOP("words", "Short")},
    {Verdict::AcceptedShort, "accepted-short", QT_TRANSLATE_NOOP("words", "Accepted short")},
    {Verdict::Exact, "exact", QT_TRANSLATE_NOOP("words", "Exact")},
    {Verdict::AcceptedOver, "accepted-over", QT_TRANSLATE_NOOP("words", "Accepted over")},
    {Verdict::Over, "over", QT_TRANSLATE_NOOP("words", "Over")},
};

constexpr Word<TransferState> kTransferStateWords[] = {
    {TransferState::Mempool, "mempool", QT_TRANSLATE_NOOP("words", "In the mempool")},
    {TransferState::Mined, "mined", QT_TRANSLATE_NOOP("words", "Mined")},
    {TransferState::Confirmed, "confirmed", QT_TRANSLATE_NOOP("words", "Confirmed")},
    {TransferState::Final, "final", QT_TRANSLATE_NOOP("words", "Final")},
    {TransferState::Withdrawn, "withdrawn", QT_TRANSLATE_NOOP("words", "Withdrawn")},
    {TransferState::Vanished, "vanished", QT_TRANSLATE_NOOP("words", "Vanished")},
};

constexpr Word<Label> kLabelWords[] = {
    {Label::Short, "short", QT_TRANSLATE_NOOP("words", "Short")},
    {Label::Over, "over", QT_TRANSLATE_NOOP("words", "Over")},
    {Label::Late, "late", QT_TRANSLATE_NOOP("words", "Late")},
    {Label::Multi, "multi", QT_TRANSLATE_NOOP("words", "Several transfers")},
    {Label::WrongToken, "wrong-token", QT_TRANSLATE_NOOP("words", "Wrong token")},
    {Label::WrongNetwork, "wrong-network", QT_TRANSLATE_NOOP("words", "Wrong network")},
    {Label::Reorged, "reorged", QT_TRANSLATE_NOOP("words", "Reorganised")},
    {Label::Manual, "manual", QT_TRANSLATE_NOOP("words", "Manual")},
    {Label::Held, "held", QT_TRANSLATE_NOOP("words", "Held")},
    {Label::PartRefunded, "part-refunded", QT_TRANSLATE_NOOP("words", "Part refunded")},
    {Label::Poison, "poison", QT_TRANSLATE_NOOP("words", "Poison")},
    {Label::Sweep, "sweep", QT_TRANSLATE_NOOP("words", "Sweep")},
};

constexpr Word<CaseState> kCaseStateWords[] = {
    {CaseState::Open, "open", QT_TRANSLATE_NOOP("words", "Open")},
    {CaseState::Assigned, "assigned", QT_TRANSLATE_NOOP("words", "Assigned")},
    {CaseState::Proposed, "proposed", QT_TRANSLATE_NOOP("words", "Proposed")},
    {CaseState::Checked, "checked", QT_TRANSLATE_NOOP("words", "Checked")},
    {CaseState::Snoozed, "snoozed", QT_TRANSLATE_NOOP("words", "Snoozed")},
    {CaseState::Escalated, "escalated", QT_TRANSLATE_NOOP("words", "Escalated")},
    {CaseState::Resolved, "resolved", QT_TRANSLATE_NOOP("words", "Resolved")},
};

constexpr Word<Plane> kPlaneWords[] = {
    {Plane::Chain, "chain", QT_TRANSLATE_NOOP("words", "Chain")},
    {Plane::Commerce, "commerce", QT_TRANSLATE_NOOP("words", "Commerce")},
    {Plane::Provider, "provider", QT_TRANSLATE_NOOP("words", "Provider")},
    {Plane::Finance, "finance", QT_TRANSLATE_NOOP("words", "Finance")},
};

constexpr Word<HoldKind> kHoldKindWords[] = {
    {HoldKind::Screening, "screening", QT_TRANSLATE_NOOP("words", "Screening")},
    {HoldKind::Operator, "operator", QT_TRANSLATE_NOOP("words", "Operator")},
    {HoldKind::Finance, "finance", QT_TRANSLATE_NOOP("words", "Finance")},
    {HoldKind::CorridorStopped, "corridor-stopped", QT_TRANSLATE_NOOP("words", "Corridor stopped")},
    {HoldKind::ClosingRefund, "closing-refund", QT_TRANSLATE_NOOP("words", "Closing refund")},
};

constexpr Word<Role> kRoleWords[] = {
    {Role::Operator, "operator", QT_TRANSLATE_NOOP("words", "Operator")},
    {Role::Treasury, "treasury", QT_TRANSLATE_NOOP("words", "Treasury")},
    {Role::Finance, "finance", QT_TRANSLATE_NOOP("words", "Finance")},
    {Role::Compliance, "compliance", QT_TRANSLATE_NOOP("words", "Compliance")},
    {Role::Engineer, "engineer", QT_TRANSLATE_NOOP("words", "Engineer")},
    {Role::Support, "support", QT_TRANSLATE_NOOP("words", "Support")},
    {Role::Auditor, "auditor", QT_TRANSLATE_NOOP("words", "Auditor")},
    {Role::Admin, "admin", QT_TRANSLATE_NOOP("words", "Admin")},
};

constexpr Word<CorridorStatus> kCorridorStatusWords[] = {
    {CorridorStatus::Draft, "draft", QT_TRANSLATE_NOOP("words", "Draft")},
    {CorridorStatus::Sandbox, "sandbox", QT_TRANSLATE_NOOP("words", "Sandbox")},
    {CorridorStatus::Enabled, "enabled", QT_TRANSLATE_NOOP("words", "Enabled")},
    {CorridorStatus::Suspended, "suspended",
     QT_TRANSLATE_NOOP("words", "Suspended for new payments")},
    {CorridorStatus::Stopped, "stopped", QT_TRANSLATE_NOOP("words", "Stopped")},
    {CorridorStatus::Retired, "retired", QT_TRANSLATE_NOOP("words", "Retired")},
};

constexpr Word<RefundKind> kRefundKindWords[] = {
    {RefundKind::Surplus, "surplus", QT_TRANSLATE_NOOP("words", "Surplus")},
    {RefundKind::Partial, "partial", QT_TRANSLATE_NOOP("words", "In part")},
    {RefundKind::Closing, "closing", QT_TRANSLATE_NOOP("words", "In full, closing")},
    {RefundKind::Undecided, "undecided", QT_TRANSLATE_NOOP("words", "Money that never counted")},
};

constexpr Word<RefundState> kRefundStateWords[] = {
    {RefundState::Draft, "draft", QT_TRANSLATE_NOOP("words", "Draft")},
    {RefundState::Approved, "approved", QT_TRANSLATE_NOOP("words", "Approved")},
    {RefundState::Sent, "sent", QT_TRANSLATE_NOOP("words", "Sent")},
    {RefundState::Observed, "observed", QT_TRANSLATE_NOOP("words", "Observed on chain")},
    {RefundState::Confirmed, "confirmed", QT_TRANSLATE_NOOP("words", "Confirmed")},
    {RefundState::Reconciled, "reconciled", QT_TRANSLATE_NOOP("words", "Reconciled")},
    {RefundState::Rejected, "rejected", QT_TRANSLATE_NOOP("words", "Rejected")},
    {RefundState::Failed, "failed", QT_TRANSLATE_NOOP("words", "Failed")},
};

constexpr Word<DecisionKind> kDecisionKindWords[] = {
    {DecisionKind::Count, "count", QT_TRANSLATE_NOOP("words", "Count")},
    {DecisionKind::Decline, "decline", QT_TRANSLATE_NOOP("words", "Decline")},
};

constexpr Word<FulfilmentState> kFulfilmentStateWords[] = {
    {FulfilmentState::None, "none", QT_TRANSLATE_NOOP("words", "Not released")},
    {FulfilmentState::Released, "released", QT_TRANSLATE_NOOP("words", "Released")},
    {FulfilmentState::Recalled, "recalled", QT_TRANSLATE_NOOP("words", "Recalled")},
};

constexpr Word<EventType> kEventTypeWords[] = {
    {EventType::PaymentCreated, "payment.created", QT_TRANSLATE_NOOP("words", "Payment created")},
    {EventType::PaymentDetected, "payment.detected",
     QT_TRANSLATE_NOOP("words", "Payment detected")},
    {EventType::PaymentConfirming, "payment.confirming",
     QT_TRANSLATE_NOOP("words", "Payment confirming")},
    {EventType::PaymentConfirmed, "payment.confirmed",
     QT_TRANSLATE_NOOP("words", "Payment confirmed")},
    {EventType::PaymentReleased, "payment.released",
     QT_TRANSLATE_NOOP("words", "Payment released")},
    {EventType::PaymentRecalled, "payment.recalled",
     QT_TRANSLATE_NOOP("words", "Payment recalled")},
    {EventType::PaymentUnderpaid, "payment.underpaid",
     QT_TRANSLATE_NOOP("words", "Payment underpaid")},
    {EventType::PaymentOverpaid, "payment.overpaid",
     QT_TRANSLATE_NOOP("words", "Payment overpaid")},
    {EventType::PaymentReorged, "payment.reorged",
     QT_TRANSLATE_NOOP("words", "Payment reorganised")},
    {EventType::PaymentExpired, "payment.expired", QT_TRANSLATE_NOOP("words", "Payment expired")},
    {EventType::PaymentCancelled, "payment.cancelled",
     QT_TRANSLATE_NOOP("words", "Payment cancelled")},
    {EventType::PaymentHeld, "payment.held", QT_TRANSLATE_NOOP("words", "Payment held")},
    {EventType::PaymentResumed, "payment.resumed", QT_TRANSLATE_NOOP("words", "Payment resumed")},
    {EventType::PaymentRefunded, "payment.refunded",
     QT_TRANSLATE_NOOP("words", "Payment refunded")},
    {EventType::PaymentPosted, "payment.posted", QT_TRANSLATE_NOOP("words", "Payment posted")},
    {EventType::PaymentReversed, "payment.reversed",
     QT_TRANSLATE_NOOP("words", "Payment reversed")},
    {EventType::TransferUnmatched, "transfer.unmatched",
     QT_TRANSLATE_NOOP("words", "Transfer unmatched")},
    {EventType::RefundProposed, "refund.proposed", QT_TRANSLATE_NOOP("words", "Refund proposed")},
    {EventType::RefundApproved, "refund.approved", QT_TRANSLATE_NOOP("words", "Refund approved")},
    {EventType::RefundSent, "refund.sent", QT_TRANSLATE_NOOP("words", "Refund sent")},
    {EventType::RefundConfirmed, "refund.confirmed",
     QT_TRANSLATE_NOOP("words", "Refund confirmed")},
    {EventType::RefundFailed, "refund.failed", QT_TRANSLATE_NOOP("words", "Refund failed")},
    {EventType::PayoutProposed, "payout.proposed", QT_TRANSLATE_NOOP("words", "Payout proposed")},
    {EventType::PayoutApproved, "payout.approved", QT_TRANSLATE_NOOP("words", "Payout approved")},
    {EventType::PayoutSent, "payout.sent", QT_TRANSLATE_NOOP("words", "Payout sent")},
    {EventType::PayoutConfirmed, "payout.confirmed",
     QT_TRANSLATE_NOOP("words", "Payout confirmed")},
    {EventType::PayoutFailed, "payout.failed", QT_TRANSLATE_NOOP("words", "Payout failed")},
    {EventType::ConversionProposed, "conversion.proposed",
     QT_TRANSLATE_NOOP("words", "Conversion proposed")},
    {EventType::ConversionSent, "conversion.sent", QT_TRANSLATE_NOOP("words", "Conversion sent")},
    {EventType::ConversionSettled, "conversion.settled",
     QT_TRANSLATE_NOOP("words", "Conversion settled")},
    {EventType::ConversionFailed, "conversion.failed",
     QT_TRANSLATE_NOOP("words", "Conversion failed")},
    {EventType::CaseOpened, "case.opened", QT_TRANSLATE_NOOP("words", "Case opened")},
    {EventType::CaseResolved, "case.resolved", QT_TRANSLATE_NOOP("words", "Case resolved")},
    {EventType::CorridorChanged, "corridor.changed",
     QT_TRANSLATE_NOOP("words", "Corridor changed")},
    {EventType::PeriodSigned, "period.signed", QT_TRANSLATE_NOOP("words", "Period signed")},
    {EventType::RailStalled, "rail.stalled", QT_TRANSLATE_NOOP("words", "Rail stalled")},
    {EventType::RailRecovered, "rail.recovered", QT_TRANSLATE_NOOP("words", "Rail recovered")},
    {EventType::EndpointDisabled, "endpoint.disabled",
     QT_TRANSLATE_NOOP("words", "Endpoint disabled")},
    {EventType::EndpointTest, "endpoint.test", QT_TRANSLATE_NOOP("words", "Endpoint test")},
};

// clang-format on

} // namespace

std::span<const Word<PaymentStatus>> wordsOf(PaymentStatus)
{
    return kPaymentStatusWords;
}

std::span<const Word<DetectionState>> wordsOf(DetectionState)
{
    return kDetectionStateWords;
}

std::span<const Word<ConfirmationState>> wordsOf(ConfirmationState)
{
    return kConfirmationStateWords;
}

std::span<const Word<RecognitionState>> wordsOf(RecognitionState)
{
    return kRecognitionStateWords;
}

std::span<const Word<Verdict>> wordsOf(Verdict)
{
    return kVerdictWords;
}

std::span<const Word<TransferState>> wordsOf(TransferState)
{
    return kTransferStateWords;
}

std::span<const Word<Label>> wordsOf(Label)
{
    return kLabelWords;
}

std::span<const Word<CaseState>> wordsOf(CaseState)
{
    return kCaseStateWords;
}

std::span<const Word<Plane>> wordsOf(Plane)
{
    return kPlaneWords;
}

std::span<const Word<HoldKind>> wordsOf(HoldKind)
{
    return kHoldKindWords;
}

std::span<const Word<Role>> wordsOf(Role)
{
    return kRoleWords;
}

std::span<const Word<CorridorStatus>> wordsOf(CorridorStatus)
{
    return kCorridorStatusWords;
}

std::span<const Word<RefundKind>> wordsOf(RefundKind)
{
    return kRefundKindWords;
}

std::span<const Word<RefundState>> wordsOf(RefundState)
{
    return kRefundStateWords;
}

std::span<const Word<DecisionKind>> wordsOf(DecisionKind)
{
    return kDecisionKindWords;
}

std::span<const Word<FulfilmentState>> wordsOf(FulfilmentState)
{
    return kFulfilmentStateWords;
}

std::span<const Word<EventType>> wordsOf(EventType)
{
    return kEventTypeWords;
}

Labels::Labels(std::initializer_list<Label> labels)
{
    for (const Label label : labels)
        set(label);
}

Result<Labels> Labels::fromText(QStringView text)
{
    Labels labels;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto label = tieout::fromText<Label>(word);
        if (!label)
            return fail(label.error());
        labels.set(*label);
    }
    return labels;
}

QString Labels::toText() const
{
    QStringList texts;
    for (const Word<Label>& word : kLabelWords) {
        if (has(word.value))
            texts.append(QString::fromLatin1(word.text));
    }
    texts.sort();
    return texts.join(u' ');
}

} // namespace tieout
