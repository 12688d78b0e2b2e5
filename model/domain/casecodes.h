// SPDX-License-Identifier: GPL-3.0-or-later
// The exceptions as one table: code, severity, plane, owner, time to answer, allowed
// resolutions. What no row names can't be opened or resolved. Pure; any thread.
#pragma once

#include "model/domain/utctime.h"
#include "model/domain/words.h"

#include <optional>

namespace tieout {

// clang-format off
enum class CaseCode {
    AmtGrace, AmtUnder, AmtOver, AmtDust, RefMissing, RefAmbig, RefReused, Late, DupPay,
    TokWrong, TokFake, NetWrong, Poison, Decimals, TxReverted, StuckConf, ReorgPre, ReorgPost,
    Replaced, RailGap, RailStall, NodeDisagree, OrphanDeposit, PhantomPaid, StateDiverge,
    SweepUnclass, ScreenHit, ScreenPending, ScreenStale, IssuerFreeze, ContractChange,
    CorridorUnapproved, EnvMismatch, PayoutStuck, PayoutUnrec, PayoutDouble, PayoutMismatch,
    RefundOver, RefundDest, WhSigFail, WhReplay, WhOrder, WhExhausted, WhSecret, FinUnposted,
    FinEarly, FinAmt, FinManual, OffMissing, OffAmt, OffReturned, StmtImport, CtrlOverdue, Other,
};
// clang-format on

// Who must agree before it ends the case. AboveBand: only above a value that the corridor's policy
// names.
enum class SecondPerson { No, Yes, AboveBand };

struct CaseResolution
{
    const char* text;  // stored: "accept-short"
    const char* label; // for people, context "words"
    SecondPerson second = SecondPerson::No;
};

struct CaseRule
{
    CaseCode code;
    const char* text; // "AMT-UNDER"
    const char* meaning;
    int severity; // 1 stop money now … 4 informational
    Plane plane;
    std::optional<Role> owner; // nothing: logged only
    Duration sla;              // 0: none, or the end of the period
    std::span<const CaseResolution> resolutions;

    // Nothing for a resolution that this code doesn't allow.
    const CaseResolution* resolution(QStringView text) const;
    // A fact that goes away closes its case by itself, except at severity 1.
    bool closesByItself() const { return severity != 1; }
};

std::span<const CaseRule> caseRules();
const CaseRule& caseRule(CaseCode code);

QString toText(CaseCode code);
// Reason: case_code_unknown.
Result<CaseCode> caseCodeFromText(QStringView text);

} // namespace tieout
