// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/casecodes.h"

namespace tieout {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Duration kMinute = minutes(1);
constexpr Duration kHour = hours(1);
constexpr Duration kDay = hours(24);
constexpr Duration kNoSla{};

// clang-format off
// What may end a case, and whether that wants a second person.
constexpr CaseResolution kAmtGraceWays[] = {
    {"automatic", QT_TRANSLATE_NOOP("words", "Automatic, logged"), SecondPerson::No},
};
constexpr CaseResolution kAmtUnderWays[] = {
    {"wait-for-top-up", QT_TRANSLATE_NOOP("words", "Wait for top-up"), SecondPerson::No},
    {"accept-short", QT_TRANSLATE_NOOP("words", "Accept short"), SecondPerson::Yes},
    {"cancel-and-refund", QT_TRANSLATE_NOOP("words", "Cancel and refund"), SecondPerson::Yes},
};
constexpr CaseResolution kAmtOverWays[] = {
    {"credit-customer", QT_TRANSLATE_NOOP("words", "Credit customer"), SecondPerson::No},
    {"refund", QT_TRANSLATE_NOOP("words", "Refund"), SecondPerson::Yes},
    {"apply-to-another-payment",
     QT_TRANSLATE_NOOP("words", "Apply to another payment"), SecondPerson::Yes},
};
constexpr CaseResolution kAmtDustWays[] = {
    {"label", QT_TRANSLATE_NOOP("words", "Label"), SecondPerson::No},
    {"aggregate", QT_TRANSLATE_NOOP("words", "Aggregate"), SecondPerson::No},
};
constexpr CaseResolution kRefMissingWays[] = {
    {"link-to-payment", QT_TRANSLATE_NOOP("words", "Link to payment"), SecondPerson::AboveBand},
    {"hold", QT_TRANSLATE_NOOP("words", "Hold"), SecondPerson::No},
    {"refund", QT_TRANSLATE_NOOP("words", "Refund"), SecondPerson::Yes},
};
constexpr CaseResolution kRefAmbigWays[] = {
    {"choose", QT_TRANSLATE_NOOP("words", "Choose"), SecondPerson::Yes},
    {"ask-customer", QT_TRANSLATE_NOOP("words", "Ask customer"), SecondPerson::No},
};
constexpr CaseResolution kRefReusedWays[] = {
    {"credit", QT_TRANSLATE_NOOP("words", "Credit"), SecondPerson::No},
    {"new-payment", QT_TRANSLATE_NOOP("words", "New payment"), SecondPerson::No},
    {"refund", QT_TRANSLATE_NOOP("words", "Refund"), SecondPerson::Yes},
};
constexpr CaseResolution kLateWays[] = {
    {"accept", QT_TRANSLATE_NOOP("words", "Accept"), SecondPerson::Yes},
    {"re-quote", QT_TRANSLATE_NOOP("words", "Re-quote"), SecondPerson::No},
    {"refund", QT_TRANSLATE_NOOP("words", "Refund"), SecondPerson::Yes},
};
constexpr CaseResolution kDupPayWays[] = {
    {"credit", QT_TRANSLATE_NOOP("words", "Credit"), SecondPerson::No},
    {"refund", QT_TRANSLATE_NOOP("words", "Refund"), SecondPerson::Yes},
};
constexpr CaseResolution kTokWrongWays[] = {
    {"hold", QT_TRANSLATE_NOOP("words", "Hold"), SecondPerson::No},
    {"recover", QT_TRANSLATE_NOOP("words", "Recover"), SecondPerson::Yes},
    {"decline", QT_TRANSLATE_NOOP("words", "Decline"), SecondPerson::No},
};
constexpr CaseResolution kTokFakeWays[] = {
    {"label", QT_TRANSLATE_NOOP("words", "Label"), SecondPerson::No},
};
constexpr CaseResolution kNetWrongWays[] = {
    {"recover", QT_TRANSLATE_NOOP("words", "Recover"), SecondPerson::Yes},
    {"enable-corridor", QT_TRANSLATE_NOOP("words", "Enable corridor"), SecondPerson::Yes},
    {"decline", QT_TRANSLATE_NOOP("words", "Decline"), SecondPerson::No},
};
constexpr CaseResolution kPoisonWays[] = {
    {"label", QT_TRANSLATE_NOOP("words", "Label"), SecondPerson::No},
};
constexpr CaseResolution kDecimalsWays[] = {
    {"stop-rail", QT_TRANSLATE_NOOP("words", "Stop rail"), SecondPerson::No},
    {"fix-corridor", QT_TRANSLATE_NOOP("words", "Fix corridor"), SecondPerson::Yes},
    {"restate", QT_TRANSLATE_NOOP("words", "Restate"), SecondPerson::No},
};
constexpr CaseResolution kTxRevertedWays[] = {
    {"label", QT_TRANSLATE_NOOP("words", "Label"), SecondPerson::No},
};
constexpr CaseResolution kStuckConfWays[] = {
    {"wait", QT_TRANSLATE_NOOP("words", "Wait"), SecondPerson::No},
    {"second-source", QT_TRANSLATE_NOOP("words", "Second source"), SecondPerson::No},
    {"escalate", QT_TRANSLATE_NOOP("words", "Escalate"), SecondPerson::No},
};
constexpr CaseResolution kReorgPreWays[] = {
    {"back-to-detected", QT_TRANSLATE_NOOP("words", "Back to Detected"), SecondPerson::No},
    {"wait", QT_TRANSLATE_NOOP("words", "Wait"), SecondPerson::No},
};
constexpr CaseResolution kReorgPostWays[] = {
    {"stop-fulfilment", QT_TRANSLATE_NOOP("words", "Stop fulfilment"), SecondPerson::No},
    {"compensate-posting", QT_TRANSLATE_NOOP("words", "Compensate posting"), SecondPerson::Yes},
    {"claim", QT_TRANSLATE_NOOP("words", "Claim"), SecondPerson::Yes},
};
constexpr CaseResolution kReplacedWays[] = {
    {"wait-for-the-replacement",
     QT_TRANSLATE_NOOP("words", "Wait for the replacement"), SecondPerson::No},
};
constexpr CaseResolution kRailGapWays[] = {
    {"backfill", QT_TRANSLATE_NOOP("words", "Backfill"), SecondPerson::No},
};
constexpr CaseResolution kRailStallWays[] = {
    {"pause-promotions", QT_TRANSLATE_NOOP("words", "Pause promotions"), SecondPerson::No},
    {"switch-source", QT_TRANSLATE_NOOP("words", "Switch source"), SecondPerson::Yes},
};
constexpr CaseResolution kNodeDisagreeWays[] = {
    {"hold", QT_TRANSLATE_NOOP("words", "Hold"), SecondPerson::No},
    {"exclude-source", QT_TRANSLATE_NOOP("words", "Exclude source"), SecondPerson::Yes},
};
constexpr CaseResolution kOrphanDepositWays[] = {
    {"link", QT_TRANSLATE_NOOP("words", "Link"), SecondPerson::No},
    {"classify-internal", QT_TRANSLATE_NOOP("words", "Classify internal"), SecondPerson::No},
    {"unidentified-liability",
     QT_TRANSLATE_NOOP("words", "Unidentified liability"), SecondPerson::No},
    {"refund", QT_TRANSLATE_NOOP("words", "Refund"), SecondPerson::Yes},
};
constexpr CaseResolution kPhantomPaidWays[] = {
    {"reopen", QT_TRANSLATE_NOOP("words", "Reopen"), SecondPerson::Yes},
    {"find-transfer", QT_TRANSLATE_NOOP("words", "Find transfer"), SecondPerson::No},
    {"write-off", QT_TRANSLATE_NOOP("words", "Write off"), SecondPerson::Yes},
};
constexpr CaseResolution kStateDivergeWays[] = {
    {"re-read", QT_TRANSLATE_NOOP("words", "Re-read"), SecondPerson::No},
    {"correct-our-record",
     QT_TRANSLATE_NOOP("words", "Correct our record from the chain"), SecondPerson::No},
    {"ticket-to-the-provider",
     QT_TRANSLATE_NOOP("words", "Ticket to the provider"), SecondPerson::No},
};
constexpr CaseResolution kSweepUnclassWays[] = {
    {"register", QT_TRANSLATE_NOOP("words", "Register"), SecondPerson::Yes},
    {"treat-as-payout", QT_TRANSLATE_NOOP("words", "Treat as payout"), SecondPerson::Yes},
    {"investigate", QT_TRANSLATE_NOOP("words", "Investigate"), SecondPerson::No},
};
constexpr CaseResolution kScreenHitWays[] = {
    {"freeze", QT_TRANSLATE_NOOP("words", "Freeze"), SecondPerson::No},
    {"report", QT_TRANSLATE_NOOP("words", "Report"), SecondPerson::No},
    {"release", QT_TRANSLATE_NOOP("words", "Release"), SecondPerson::Yes},
};
constexpr CaseResolution kScreenPendingWays[] = {
    {"wait", QT_TRANSLATE_NOOP("words", "Wait"), SecondPerson::No},
    {"other-source", QT_TRANSLATE_NOOP("words", "Other source"), SecondPerson::No},
    {"release-below-band", QT_TRANSLATE_NOOP("words", "Release below band"), SecondPerson::Yes},
};
constexpr CaseResolution kScreenStaleWays[] = {
    {"reclassify", QT_TRANSLATE_NOOP("words", "Reclassify"), SecondPerson::No},
    {"report", QT_TRANSLATE_NOOP("words", "Report"), SecondPerson::Yes},
};
constexpr CaseResolution kIssuerFreezeWays[] = {
    {"stop-rail", QT_TRANSLATE_NOOP("words", "Stop rail"), SecondPerson::No},
    {"contact-issuer", QT_TRANSLATE_NOOP("words", "Contact issuer"), SecondPerson::No},
    {"reserve-loss", QT_TRANSLATE_NOOP("words", "Reserve loss"), SecondPerson::Yes},
};
constexpr CaseResolution kContractChangeWays[] = {
    {"suspend-corridor", QT_TRANSLATE_NOOP("words", "Suspend corridor"), SecondPerson::No},
    {"governed-change", QT_TRANSLATE_NOOP("words", "Governed change"), SecondPerson::Yes},
};
constexpr CaseResolution kCorridorUnapprovedWays[] = {
    {"hold", QT_TRANSLATE_NOOP("words", "Hold"), SecondPerson::No},
    {"approve-corridor", QT_TRANSLATE_NOOP("words", "Approve corridor"), SecondPerson::Yes},
    {"refund", QT_TRANSLATE_NOOP("words", "Refund"), SecondPerson::Yes},
};
constexpr CaseResolution kEnvMismatchWays[] = {
    {"stop", QT_TRANSLATE_NOOP("words", "Stop"), SecondPerson::No},
    {"rotate", QT_TRANSLATE_NOOP("words", "Rotate"), SecondPerson::Yes},
    {"quarantine", QT_TRANSLATE_NOOP("words", "Quarantine"), SecondPerson::Yes},
};
constexpr CaseResolution kPayoutStuckWays[] = {
    {"replace", QT_TRANSLATE_NOOP("words", "Replace"), SecondPerson::Yes},
    {"wait", QT_TRANSLATE_NOOP("words", "Wait"), SecondPerson::No},
};
constexpr CaseResolution kPayoutUnrecWays[] = {
    {"link", QT_TRANSLATE_NOOP("words", "Link"), SecondPerson::No},
    {"incident", QT_TRANSLATE_NOOP("words", "Incident"), SecondPerson::Yes},
};
constexpr CaseResolution kPayoutDoubleWays[] = {
    {"stop", QT_TRANSLATE_NOOP("words", "Stop"), SecondPerson::No},
    {"recover", QT_TRANSLATE_NOOP("words", "Recover"), SecondPerson::Yes},
};
constexpr CaseResolution kPayoutMismatchWays[] = {
    {"accept-fee-rule", QT_TRANSLATE_NOOP("words", "Accept fee rule"), SecondPerson::No},
    {"correct", QT_TRANSLATE_NOOP("words", "Correct"), SecondPerson::Yes},
};
constexpr CaseResolution kRefundOverWays[] = {
    {"block", QT_TRANSLATE_NOOP("words", "Block"), SecondPerson::No},
    {"approve", QT_TRANSLATE_NOOP("words", "Approve"), SecondPerson::Yes},
};
constexpr CaseResolution kRefundDestWays[] = {
    {"ask-customer", QT_TRANSLATE_NOOP("words", "Ask customer"), SecondPerson::No},
    {"hold", QT_TRANSLATE_NOOP("words", "Hold"), SecondPerson::No},
};
constexpr CaseResolution kWhSigFailWays[] = {
    {"reject", QT_TRANSLATE_NOOP("words", "Reject"), SecondPerson::No},
    {"check-rotation", QT_TRANSLATE_NOOP("words", "Check rotation"), SecondPerson::No},
    {"block-source", QT_TRANSLATE_NOOP("words", "Block source"), SecondPerson::No},
};
constexpr CaseResolution kWhReplayWays[] = {
    {"reject", QT_TRANSLATE_NOOP("words", "Reject"), SecondPerson::No},
    {"investigate", QT_TRANSLATE_NOOP("words", "Investigate"), SecondPerson::No},
};
constexpr CaseResolution kWhOrderWays[] = {
    {"no-op-logged", QT_TRANSLATE_NOOP("words", "No-op, logged"), SecondPerson::No},
};
constexpr CaseResolution kWhExhaustedWays[] = {
    {"fix-endpoint", QT_TRANSLATE_NOOP("words", "Fix endpoint"), SecondPerson::No},
    {"replay-missing", QT_TRANSLATE_NOOP("words", "Replay missing"), SecondPerson::No},
};
constexpr CaseResolution kWhSecretWays[] = {
    {"rotate", QT_TRANSLATE_NOOP("words", "Rotate"), SecondPerson::Yes},
    {"exposure-list", QT_TRANSLATE_NOOP("words", "Exposure list"), SecondPerson::No},
    {"re-verify", QT_TRANSLATE_NOOP("words", "Re-verify"), SecondPerson::No},
};
constexpr CaseResolution kFinUnpostedWays[] = {
    {"post", QT_TRANSLATE_NOOP("words", "Post"), SecondPerson::No},
    {"hold-with-reason", QT_TRANSLATE_NOOP("words", "Hold with reason"), SecondPerson::No},
};
constexpr CaseResolution kFinEarlyWays[] = {
    {"reverse", QT_TRANSLATE_NOOP("words", "Reverse"), SecondPerson::Yes},
    {"accept", QT_TRANSLATE_NOOP("words", "Accept"), SecondPerson::Yes},
};
constexpr CaseResolution kFinAmtWays[] = {
    {"correct", QT_TRANSLATE_NOOP("words", "Correct"), SecondPerson::Yes},
    {"adjust-fee-rule", QT_TRANSLATE_NOOP("words", "Adjust fee rule"), SecondPerson::Yes},
};
constexpr CaseResolution kFinManualWays[] = {
    {"link", QT_TRANSLATE_NOOP("words", "Link"), SecondPerson::No},
    {"attest", QT_TRANSLATE_NOOP("words", "Attest"), SecondPerson::Yes},
};
constexpr CaseResolution kOffMissingWays[] = {
    {"chase-partner", QT_TRANSLATE_NOOP("words", "Chase partner"), SecondPerson::No},
    {"extend", QT_TRANSLATE_NOOP("words", "Extend"), SecondPerson::No},
    {"claim", QT_TRANSLATE_NOOP("words", "Claim"), SecondPerson::Yes},
};
constexpr CaseResolution kOffAmtWays[] = {
    {"accept-fee", QT_TRANSLATE_NOOP("words", "Accept fee"), SecondPerson::No},
    {"dispute", QT_TRANSLATE_NOOP("words", "Dispute"), SecondPerson::No},
    {"adjust", QT_TRANSLATE_NOOP("words", "Adjust"), SecondPerson::Yes},
};
constexpr CaseResolution kOffReturnedWays[] = {
    {"re-instruct", QT_TRANSLATE_NOOP("words", "Re-instruct"), SecondPerson::Yes},
    {"return-coins", QT_TRANSLATE_NOOP("words", "Return coins"), SecondPerson::Yes},
};
constexpr CaseResolution kStmtImportWays[] = {
    {"edit-staging", QT_TRANSLATE_NOOP("words", "Edit staging"), SecondPerson::No},
    {"discard-with-reason", QT_TRANSLATE_NOOP("words", "Discard with reason"), SecondPerson::No},
};
constexpr CaseResolution kCtrlOverdueWays[] = {
    {"perform", QT_TRANSLATE_NOOP("words", "Perform"), SecondPerson::No},
    {"defer", QT_TRANSLATE_NOOP("words", "Defer"), SecondPerson::Yes},
};
constexpr CaseResolution kOtherWays[] = {
    {"rename", QT_TRANSLATE_NOOP("words", "Rename into a named code"), SecondPerson::No},
};

constexpr CaseRule kCaseRules[] = {
    {CaseCode::AmtGrace, "AMT-GRACE",
     QT_TRANSLATE_NOOP("words", "short or over within grace, accepted; a surplus is credited"),
     4, Plane::Commerce, std::nullopt, kNoSla, kAmtGraceWays},
    {CaseCode::AmtUnder, "AMT-UNDER", QT_TRANSLATE_NOOP("words", "short beyond grace"),
     3, Plane::Commerce, Role::Operator, 2 * kDay, kAmtUnderWays},
    {CaseCode::AmtOver, "AMT-OVER", QT_TRANSLATE_NOOP("words", "surplus beyond tolerance"),
     2, Plane::Commerce, Role::Operator, 1 * kDay, kAmtOverWays},
    {CaseCode::AmtDust, "AMT-DUST", QT_TRANSLATE_NOOP("words", "below the rail's economic floor"),
     4, Plane::Commerce, Role::Operator, 30 * kDay, kAmtDustWays},
    {CaseCode::RefMissing, "REF-MISSING",
     QT_TRANSLATE_NOOP("words", "credit to a shared address without reference or memo"),
     2, Plane::Commerce, Role::Operator, 1 * kDay, kRefMissingWays},
    {CaseCode::RefAmbig, "REF-AMBIG", QT_TRANSLATE_NOOP("words", "several payments fit"),
     2, Plane::Commerce, Role::Operator, 1 * kDay, kRefAmbigWays},
    {CaseCode::RefReused, "REF-REUSED",
     QT_TRANSLATE_NOOP("words", "money to the binding of a closed payment"),
     3, Plane::Commerce, Role::Operator, 2 * kDay, kRefReusedWays},
    {CaseCode::Late, "LATE",
     QT_TRANSLATE_NOOP("words", "money after expiry (and after the top-up window)"),
     3, Plane::Commerce, Role::Operator, 2 * kDay, kLateWays},
    {CaseCode::DupPay, "DUP-PAY", QT_TRANSLATE_NOOP("words", "paid twice in full"),
     2, Plane::Commerce, Role::Operator, 1 * kDay, kDupPayWays},
    {CaseCode::TokWrong, "TOK-WRONG",
     QT_TRANSLATE_NOOP("words", "another asset (bridged, other issuer) at our address"),
     3, Plane::Chain, Role::Treasury, 3 * kDay, kTokWrongWays},
    {CaseCode::TokFake, "TOK-FAKE", QT_TRANSLATE_NOOP("words", "look-alike token"),
     4, Plane::Chain, std::nullopt, kNoSla, kTokFakeWays},
    {CaseCode::NetWrong, "NET-WRONG",
     QT_TRANSLATE_NOOP("words", "right asset, network not enabled"),
     3, Plane::Chain, Role::Treasury, 3 * kDay, kNetWrongWays},
    {CaseCode::Poison, "POISON",
     QT_TRANSLATE_NOOP("words", "zero-value or look-alike-address noise"),
     4, Plane::Chain, std::nullopt, kNoSla, kPoisonWays},
    {CaseCode::Decimals, "DECIMALS", QT_TRANSLATE_NOOP("words", "scaled wrongly"),
     1, Plane::Chain, Role::Engineer, 1 * kHour, kDecimalsWays},
    {CaseCode::TxReverted, "TX-REVERTED", QT_TRANSLATE_NOOP("words", "included but failed"),
     4, Plane::Chain, std::nullopt, kNoSla, kTxRevertedWays},
    {CaseCode::StuckConf, "STUCK-CONF",
     QT_TRANSLATE_NOOP("words", "no depth progress beyond the rail's p99"),
     2, Plane::Chain, Role::Engineer, 4 * kHour, kStuckConfWays},
    {CaseCode::ReorgPre, "REORG-PRE", QT_TRANSLATE_NOOP("words", "withdrawn while confirming"),
     2, Plane::Chain, Role::Engineer, 2 * kHour, kReorgPreWays},
    {CaseCode::ReorgPost, "REORG-POST",
     QT_TRANSLATE_NOOP("words", "withdrawn after Confirmed or posting"),
     1, Plane::Chain, Role::Treasury, 30 * kMinute, kReorgPostWays},
    {CaseCode::Replaced, "REPLACED", QT_TRANSLATE_NOOP("words", "nonce replaced or dropped"),
     3, Plane::Chain, Role::Engineer, 1 * kDay, kReplacedWays},
    {CaseCode::RailGap, "RAIL-GAP", QT_TRANSLATE_NOOP("words", "uncovered block range"),
     2, Plane::Chain, Role::Engineer, 4 * kHour, kRailGapWays},
    {CaseCode::RailStall, "RAIL-STALL", QT_TRANSLATE_NOOP("words", "head not moving or lagging"),
     1, Plane::Chain, Role::Engineer, 15 * kMinute, kRailStallWays},
    {CaseCode::NodeDisagree, "NODE-DISAGREE", QT_TRANSLATE_NOOP("words", "two sources differ"),
     1, Plane::Chain, Role::Engineer, 1 * kHour, kNodeDisagreeWays},
    {CaseCode::OrphanDeposit, "ORPHAN-DEPOSIT",
     QT_TRANSLATE_NOOP("words", "chain credit without payment"),
     2, Plane::Chain, Role::Operator, 1 * kDay, kOrphanDepositWays},
    {CaseCode::PhantomPaid, "PHANTOM-PAID",
     QT_TRANSLATE_NOOP("words", "paid in commerce or provider without transfer"),
     1, Plane::Commerce, Role::Finance, 4 * kHour, kPhantomPaidWays},
    {CaseCode::StateDiverge, "STATE-DIVERGE",
     QT_TRANSLATE_NOOP("words", "API, webhook and provider record differ beyond the window"),
     3, Plane::Provider, Role::Engineer, 1 * kDay, kStateDivergeWays},
    {CaseCode::SweepUnclass, "SWEEP-UNCLASS",
     QT_TRANSLATE_NOOP("words", "own-to-own move not in the registry"),
     3, Plane::Chain, Role::Treasury, 1 * kDay, kSweepUnclassWays},
    {CaseCode::ScreenHit, "SCREEN-HIT",
     QT_TRANSLATE_NOOP("words", "sender on a sanctions or risk list"),
     1, Plane::Commerce, Role::Compliance, 1 * kHour, kScreenHitWays},
    {CaseCode::ScreenPending, "SCREEN-PENDING",
     QT_TRANSLATE_NOOP("words", "no screening result above the band"),
     2, Plane::Commerce, Role::Compliance, 4 * kHour, kScreenPendingWays},
    {CaseCode::ScreenStale, "SCREEN-STALE", QT_TRANSLATE_NOOP("words", "an old result now differs"),
     2, Plane::Commerce, Role::Compliance, 1 * kDay, kScreenStaleWays},
    {CaseCode::IssuerFreeze, "ISSUER-FREEZE",
     QT_TRANSLATE_NOOP("words", "one of our or a payer's addresses is frozen by the issuer"),
     1, Plane::Chain, Role::Treasury, 1 * kHour, kIssuerFreezeWays},
    {CaseCode::ContractChange, "CONTRACT-CHANGE",
     QT_TRANSLATE_NOOP("words", "contract paused, deprecated or upgraded"),
     1, Plane::Chain, Role::Treasury, 1 * kHour, kContractChangeWays},
    {CaseCode::CorridorUnapproved, "CORRIDOR-UNAPPROVED",
     QT_TRANSLATE_NOOP("words", "money on a corridor not enabled"),
     2, Plane::Commerce, Role::Treasury, 1 * kDay, kCorridorUnapprovedWays},
    {CaseCode::EnvMismatch, "ENV-MISMATCH",
     QT_TRANSLATE_NOOP("words", "sandbox id, secret or chain in production, or the reverse"),
     1, Plane::Chain, Role::Engineer, 15 * kMinute, kEnvMismatchWays},
    {CaseCode::PayoutStuck, "PAYOUT-STUCK", QT_TRANSLATE_NOOP("words", "sent, not final"),
     2, Plane::Chain, Role::Treasury, 4 * kHour, kPayoutStuckWays},
    {CaseCode::PayoutUnrec, "PAYOUT-UNREC",
     QT_TRANSLATE_NOOP("words", "outgoing on chain, not in our records"),
     1, Plane::Chain, Role::Treasury, 2 * kHour, kPayoutUnrecWays},
    {CaseCode::PayoutDouble, "PAYOUT-DOUBLE",
     QT_TRANSLATE_NOOP("words", "one instruction sent twice"),
     1, Plane::Chain, Role::Treasury, 15 * kMinute, kPayoutDoubleWays},
    {CaseCode::PayoutMismatch, "PAYOUT-MISMATCH",
     QT_TRANSLATE_NOOP("words", "amount differs from the instruction"),
     3, Plane::Provider, Role::Finance, 1 * kDay, kPayoutMismatchWays},
    {CaseCode::RefundOver, "REFUND-OVER", QT_TRANSLATE_NOOP("words", "refund > received − fees"),
     1, Plane::Commerce, Role::Finance, 1 * kHour, kRefundOverWays},
    {CaseCode::RefundDest, "REFUND-DEST",
     QT_TRANSLATE_NOOP("words", "destination is a pooled or exchange sender, unverified"),
     2, Plane::Commerce, Role::Operator, 1 * kDay, kRefundDestWays},
    {CaseCode::WhSigFail, "WH-SIG-FAIL", QT_TRANSLATE_NOOP("words", "signature invalid"),
     2, Plane::Provider, Role::Engineer, 1 * kHour, kWhSigFailWays},
    {CaseCode::WhReplay, "WH-REPLAY",
     QT_TRANSLATE_NOOP("words", "timestamp outside window, or id reused with another body"),
     2, Plane::Provider, Role::Engineer, 2 * kHour, kWhReplayWays},
    {CaseCode::WhOrder, "WH-ORDER", QT_TRANSLATE_NOOP("words", "older version after newer"),
     4, Plane::Provider, std::nullopt, kNoSla, kWhOrderWays},
    {CaseCode::WhExhausted, "WH-EXHAUSTED", QT_TRANSLATE_NOOP("words", "retries finished"),
     2, Plane::Provider, Role::Engineer, 4 * kHour, kWhExhaustedWays},
    {CaseCode::WhSecret, "WH-SECRET", QT_TRANSLATE_NOOP("words", "secret suspected leaked"),
     1, Plane::Provider, Role::Engineer, 30 * kMinute, kWhSecretWays},
    {CaseCode::FinUnposted, "FIN-UNPOSTED",
     QT_TRANSLATE_NOOP("words", "confirmed, not posted beyond the ERP lag"),
     3, Plane::Finance, Role::Finance, 2 * kDay, kFinUnpostedWays},
    {CaseCode::FinEarly, "FIN-EARLY", QT_TRANSLATE_NOOP("words", "posted before its gates"),
     2, Plane::Finance, Role::Finance, 1 * kDay, kFinEarlyWays},
    {CaseCode::FinAmt, "FIN-AMT", QT_TRANSLATE_NOOP("words", "posted amount ≠ settled ± fees"),
     2, Plane::Finance, Role::Finance, 1 * kDay, kFinAmtWays},
    {CaseCode::FinManual, "FIN-MANUAL",
     QT_TRANSLATE_NOOP("words", "manual journal without a payment"),
     3, Plane::Finance, Role::Finance, kNoSla, kFinManualWays},
    {CaseCode::OffMissing, "OFF-MISSING",
     QT_TRANSLATE_NOOP("words", "expected fiat not seen in its window"),
     2, Plane::Finance, Role::Treasury, 1 * kDay, kOffMissingWays},
    {CaseCode::OffAmt, "OFF-AMT", QT_TRANSLATE_NOOP("words", "fiat ≠ expected ± fee and rate band"),
     3, Plane::Finance, Role::Finance, 2 * kDay, kOffAmtWays},
    {CaseCode::OffReturned, "OFF-RETURNED", QT_TRANSLATE_NOOP("words", "fiat leg returned"),
     1, Plane::Provider, Role::Treasury, 4 * kHour, kOffReturnedWays},
    {CaseCode::StmtImport, "STMT-IMPORT",
     QT_TRANSLATE_NOOP("words", "statement row unreadable or duplicate"),
     3, Plane::Finance, Role::Finance, 1 * kDay, kStmtImportWays},
    {CaseCode::CtrlOverdue, "CTRL-OVERDUE",
     QT_TRANSLATE_NOOP("words", "access review, drill or sign-off past due"),
     3, Plane::Finance, Role::Compliance, kNoSla, kCtrlOverdueWays},
    {CaseCode::Other, "OTHER", QT_TRANSLATE_NOOP("words", "anything else"),
     3, Plane::Commerce, Role::Operator, 2 * kDay, kOtherWays},
};
// clang-format on

} // namespace

const CaseResolution* CaseRule::resolution(QStringView name) const
{
    for (const CaseResolution& way : resolutions) {
        if (name == QLatin1String(way.text))
            return &way;
    }
    return nullptr;
}

std::span<const CaseRule> caseRules()
{
    return kCaseRules;
}

const CaseRule& caseRule(CaseCode code)
{
    for (const CaseRule& rule : kCaseRules) {
        if (rule.code == code)
            return rule;
    }
    qFatal("a case code without a rule");
}

QString toText(CaseCode code)
{
    return QString::fromLatin1(caseRule(code).text);
}

Result<CaseCode> caseCodeFromText(QStringView text)
{
    for (const CaseRule& rule : kCaseRules) {
        if (text == QLatin1String(rule.text))
            return rule.code;
    }
    return fail(ErrorCode::Invalid, u"case_code_unknown", text.left(60).toString());
}

} // namespace tieout
