// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabularies: one table per enum gives the stored text and the words for
// people. Every stored text, event name, filter and glossary line comes from here. Pure; any
// thread. A vocabulary is an enum with an overload of wordsOf() beside it; other headers add
// theirs.
#pragma once

#include "model/domain/result.h"

#include <QString>
#include <QStringList>

#include <concepts>
#include <span>
#include <type_traits>

namespace tieout {

// `text` is stored and never changes; `label` is English marked for translation in context "words".
template<class E>
struct Word
{
    E value;
    const char* text;
    const char* label;
};

template<class E>
concept Worded = std::is_enum_v<E> && requires(E e)
{
    {
        wordsOf(e)
        } -> std::same_as<std::span<const Word<E>>>;
};

template<Worded E>
const Word<E>& wordOf(E value)
{
    for (const Word<E>& word : wordsOf(value)) {
        if (word.value == value)
            return word;
    }
    qFatal("a value without a word");
}

template<Worded E>
QString toText(E value)
{
    return QString::fromLatin1(wordOf(value).text);
}

// For QCoreApplication::translate("words", labelOf(value)).
template<Worded E>
const char* labelOf(E value)
{
    return wordOf(value).label;
}

// Reason: word_unknown.
template<Worded E>
Result<E> fromText(QStringView text)
{
    for (const Word<E>& word : wordsOf(E{})) {
        if (text == QLatin1String(word.text))
            return word.value;
    }
    return fail(ErrorCode::Invalid, u"word_unknown", text.left(60).toString());
}

// clang-format off
enum class PaymentStatus { Pending, Confirming, Confirmed, Overpaid, Underpaid,
                           Expired, Held, Reorged, Refunded, Cancelled };
enum class DetectionState { Created, Detected, Vanished, Expired };
enum class ConfirmationState { None, Confirming, Confirmed, Final, Reorged };
enum class RecognitionState { NotEligible, Held, Ready, Posted, Settled, Reversed };
enum class Verdict { None, Short, AcceptedShort, Exact, AcceptedOver, Over };
enum class TransferState { Mempool, Mined, Confirmed, Final, Withdrawn, Vanished };
enum class Label { Short, Over, Late, Multi, WrongToken, WrongNetwork, Reorged, Manual, Held,
                   PartRefunded, Poison, Sweep };
enum class CaseState { Open, Assigned, Proposed, Checked, Snoozed, Escalated, Resolved };
enum class Plane { Chain, Commerce, Provider, Finance };
enum class HoldKind { Screening, Operator, Finance, CorridorStopped, ClosingRefund };
// Classes that a login can hold; the only words for "who may".
enum class Role { Operator, Treasury, Finance, Compliance, Engineer, Support, Auditor, Admin };
enum class CorridorStatus { Draft, Sandbox, Enabled, Suspended, Stopped, Retired };
// Undecided: money that never counted is sent back; it leaves the payment's sums alone.
enum class RefundKind { Surplus, Partial, Closing, Undecided };
// From Approved on the money is reserved; Rejected and Failed give it back.
enum class RefundState { Draft, Approved, Sent, Observed, Confirmed, Reconciled, Rejected, Failed };
enum class DecisionKind { Count, Decline };
enum class FulfilmentState { None, Released, Recalled };
enum class EventType {
    PaymentCreated, PaymentDetected, PaymentConfirming, PaymentConfirmed, PaymentReleased,
    PaymentRecalled, PaymentUnderpaid, PaymentOverpaid, PaymentReorged, PaymentExpired,
    PaymentCancelled, PaymentHeld, PaymentResumed, PaymentRefunded, PaymentPosted, PaymentReversed,
    TransferUnmatched,
    RefundProposed, RefundApproved, RefundSent, RefundConfirmed, RefundFailed,
    PayoutProposed, PayoutApproved, PayoutSent, PayoutConfirmed, PayoutFailed,
    ConversionProposed, ConversionSent, ConversionSettled, ConversionFailed,
    CaseOpened, CaseResolved, CorridorChanged, PeriodSigned, RailStalled, RailRecovered,
    EndpointDisabled, EndpointTest,
};
// clang-format on

std::span<const Word<PaymentStatus>> wordsOf(PaymentStatus);
std::span<const Word<DetectionState>> wordsOf(DetectionState);
std::span<const Word<ConfirmationState>> wordsOf(ConfirmationState);
std::span<const Word<RecognitionState>> wordsOf(RecognitionState);
std::span<const Word<Verdict>> wordsOf(Verdict);
std::span<const Word<TransferState>> wordsOf(TransferState);
std::span<const Word<Label>> wordsOf(Label);
std::span<const Word<CaseState>> wordsOf(CaseState);
std::span<const Word<Plane>> wordsOf(Plane);
std::span<const Word<HoldKind>> wordsOf(HoldKind);
std::span<const Word<Role>> wordsOf(Role);
std::span<const Word<CorridorStatus>> wordsOf(CorridorStatus);
std::span<const Word<RefundKind>> wordsOf(RefundKind);
std::span<const Word<RefundState>> wordsOf(RefundState);
std::span<const Word<DecisionKind>> wordsOf(DecisionKind);
std::span<const Word<FulfilmentState>> wordsOf(FulfilmentState);
std::span<const Word<EventType>> wordsOf(EventType);

// Several labels at once; stored as their texts, sorted, with single spaces ("late multi").
class Labels
{
public:
    Labels() = default;
    Labels(std::initializer_list<Label> labels);
    // Reason: word_unknown. Order and repetition don't matter.
    static Result<Labels> fromText(QStringView text);

    void set(Label label) { m_bits |= bit(label); }
    void unite(Labels other) { m_bits |= other.m_bits; }
    bool has(Label label) const { return (m_bits & bit(label)) != 0; }
    bool isEmpty() const { return m_bits == 0; }
    QString toText() const;
    bool operator==(const Labels&) const = default;

private:
    static quint32 bit(Label label) { return 1U << static_cast<unsigned>(label); }

    quint32 m_bits = 0;
};

} // namespace tieout
