// SPDX-License-Identifier: GPL-3.0-or-later
// Which payment a credit belongs to: what kind of move it is, whether its
// token is the right one, whether it is noise, and the binder. Amount alone never binds. Pure; any
// thread.
#pragma once

#include "model/domain/casecodes.h"
#include "model/domain/payment.h"

namespace tieout {

enum class OwnRole { Treasury, HotWallet, Deposit, GasStation, Partner };
// Foreign: neither end is ours.
enum class TransferClass {
    CustomerPayment,
    InternalSweep,
    Payout,
    Refund,
    OffRampLeg,
    OwnUnknown,
    Foreign
};
enum class MatchKind { Address, Reference, ContractEvent, Nothing };
enum class TokenVerdict { Right, Wrong, Fake, NetworkNotEnabled };

std::span<const Word<OwnRole>> wordsOf(OwnRole);
std::span<const Word<TransferClass>> wordsOf(TransferClass);
std::span<const Word<MatchKind>> wordsOf(MatchKind);
std::span<const Word<TokenVerdict>> wordsOf(TokenVerdict);

// Both ends as the own-address registry knows them, and whether our records name the move.
struct MoveFacts
{
    std::optional<OwnRole> from;
    std::optional<OwnRole> to;
    bool knownPayout = false;
    bool knownRefund = false;
};

struct Classified
{
    TransferClass kind = TransferClass::Foreign;
    std::optional<CaseCode> needed; // SWEEP-UNCLASS, PAYOUT-UNREC
};

// Comes before matching.
Classified classify(const MoveFacts& move);

// A token of some corridor on this rail or, with `enabled` false, of a network that we only watch.
struct KnownToken
{
    Account contract;
    QString symbol;
    bool enabled = true;
};

struct TokenJudgement
{
    TokenVerdict verdict = TokenVerdict::Right;
    std::optional<CaseCode> needed; // TOK-WRONG, TOK-FAKE, NET-WRONG
    std::optional<Label> label;
};

// `expected` is the token of the binding's corridor, if the address has one. Fake: the contract is
// unknown and its symbol reads like one of ours; another unknown contract is only wrong.
TokenJudgement judgeToken(const Account& contract,
                          const QString& symbol,
                          const std::optional<Account>& expected,
                          std::span<const KnownToken> known);
// Folds case, width, accents' carriers and letters of other scripts that look alike: "U5DТ" →
// "usdt".
QString symbolSkeleton(const QString& symbol);

// The first and the last two bytes are the same and the rest is not: a copy made to be mistaken.
bool looksAlike(const Account& a, const Account& b);
// Zero value, or below the dust floor from a sender that looks like somebody we deal with.
bool isPoison(Amount amount,
              Amount dustFloor,
              const Account& sender,
              std::span<const Account> counterparties);

struct Incoming
{
    Account to;
    Account sender;
    Amount amount;
    QString reference;      // memo; empty when there is none
    QString eventReference; // from a payment contract's event; empty when there is none
    UtcTime seenAt;
};

// A binding that the address (or the event's reference) leads to. Unique addresses have no
// reference.
struct BindingFact
{
    BindingId binding;
    PaymentId payment;
    Account address;
    QString reference;
};

struct CandidateFact
{
    PaymentId payment;
    BindingId binding;
    Amount remaining;
    Amount due;
    UtcTime createdAt;
    UtcTime expiresAt;
    QString reference;
    bool sameSender = false; // the sender paid this customer before
};

// Reasons are stable words: amount-remaining, amount-due, reference-similar, in-time, same-sender.
struct Candidate
{
    PaymentId payment;
    BindingId binding;
    int score = 0;
    QStringList reasons;
};

struct Match
{
    MatchKind kind = MatchKind::Nothing;
    BindingId binding;
    PaymentId payment;
    std::optional<CaseCode> needed;    // REF-MISSING, REF-AMBIG, ORPHAN-DEPOSIT
    std::vector<Candidate> candidates; // best first; for a person to choose from
};

// At most kMaxCandidates are ranked; an amount that fits is a reason to show, never to bind.
inline constexpr int kMaxCandidates = 10;
Match bindMoney(const Incoming& money,
                std::span<const BindingFact> bindings,
                std::span<const CandidateFact> open);

} // namespace tieout
