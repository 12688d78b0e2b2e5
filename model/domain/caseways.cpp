// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/caseways.h"

#include <algorithm>
#include <iterator>

namespace tieout {

namespace {

struct CaseWays
{
    CaseCode code;
    CaseWay accept;
    CaseWay decline;
};

// clang-format off
constexpr CaseWays kCaseWays[] = {
    {CaseCode::AmtUnder, {"accept-short", CaseEffect::AcceptShort},
                         {"cancel-and-refund", CaseEffect::Refund}},
    {CaseCode::AmtOver, {"credit-customer", CaseEffect::Credit}, {"refund", CaseEffect::Refund}},
    {CaseCode::AmtDust, {"label"}, {"label"}},
    {CaseCode::RefMissing, {"link-to-payment", CaseEffect::Link}, {"hold"}},
    {CaseCode::RefAmbig, {"choose", CaseEffect::Link}, {"ask-customer"}},
    {CaseCode::RefReused, {"credit", CaseEffect::CountCredit}, {"refund", CaseEffect::Decline}},
    {CaseCode::Late, {"accept", CaseEffect::Count}, {"refund", CaseEffect::Decline}},
    {CaseCode::DupPay, {"credit", CaseEffect::Credit}, {"refund", CaseEffect::Refund}},
    {CaseCode::TokWrong, {"hold"}, {"decline"}},
    {CaseCode::TokFake, {"label"}, {"label"}},
    {CaseCode::NetWrong, {"recover"}, {"decline"}},
    {CaseCode::Poison, {"label"}, {"label"}},
    {CaseCode::TxReverted, {"label"}, {"label"}},
    {CaseCode::Decimals, {"stop-rail"}, {}},
    {CaseCode::StuckConf, {"wait"}, {"escalate"}},
    {CaseCode::ReorgPre, {"back-to-detected"}, {"wait"}},
    {CaseCode::ReorgPost, {"stop-fulfilment"}, {"claim"}},
    {CaseCode::Replaced, {"wait-for-the-replacement"}, {}},
    {CaseCode::RailGap, {"backfill"}, {}},
    {CaseCode::RailStall, {"pause-promotions"}, {"switch-source"}},
    {CaseCode::NodeDisagree, {"hold"}, {"exclude-source"}},
    {CaseCode::OrphanDeposit, {"link", CaseEffect::Link}, {"unidentified-liability"}},
    {CaseCode::SweepUnclass, {"register"}, {"investigate"}},
    {CaseCode::IssuerFreeze, {"contact-issuer"}, {"reserve-loss"}},
    {CaseCode::ContractChange, {"suspend-corridor"}, {}},
    {CaseCode::CorridorUnapproved, {"hold"}, {"refund", CaseEffect::Refund}},
    {CaseCode::EnvMismatch, {"stop"}, {}},
    {CaseCode::PayoutUnrec, {"link"}, {"incident"}},
};
// clang-format on

} // namespace

CaseWay wayOfWord(CaseCode code, QStringView acceptOrDecline)
{
    const auto at = std::find_if(std::begin(kCaseWays),
                                 std::end(kCaseWays),
                                 [code](const CaseWays& ways) { return ways.code == code; });
    if (at == std::end(kCaseWays))
        return {};
    return acceptOrDecline == u"accept"    ? at->accept
           : acceptOrDecline == u"decline" ? at->decline
                                           : CaseWay{};
}

const CaseResolution* resolutionOfWord(CaseCode code, QStringView acceptOrDecline)
{
    const CaseWay way = wayOfWord(code, acceptOrDecline);
    return way.resolution ? caseRule(code).resolution(QString::fromLatin1(way.resolution))
                          : nullptr;
}

} // namespace tieout
