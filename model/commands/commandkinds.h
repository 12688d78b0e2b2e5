// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of commands by name, as migration 0003 lists them with who may submit each. Constants.
#pragma once

#include <QStringView>

namespace tieout::kinds {

inline constexpr QStringView kPaymentCreate = u"payment.create";
inline constexpr QStringView kPaymentCancel = u"payment.cancel";
inline constexpr QStringView kPaymentReissue = u"payment.reissue";
inline constexpr QStringView kPaymentHold = u"payment.hold";
inline constexpr QStringView kPaymentRelease = u"payment.release";
inline constexpr QStringView kTransferLink = u"transfer.link";
inline constexpr QStringView kCaseResolve = u"case.resolve";
inline constexpr QStringView kRailBackfill = u"rail.backfill";
inline constexpr QStringView kRailAcknowledge = u"rail.acknowledge";
inline constexpr QStringView kSourceTest = u"source.test";
inline constexpr QStringView kFileImport = u"file.import";
inline constexpr QStringView kSandboxSpeed = u"sandbox.speed";
inline constexpr QStringView kSandboxScenario = u"sandbox.scenario";
inline constexpr QStringView kViewSave = u"view.save";
inline constexpr QStringView kViewDelete = u"view.delete";
inline constexpr QStringView kCorridorApply = u"corridor.apply";
inline constexpr QStringView kCorridorPropose = u"corridor.propose";
inline constexpr QStringView kProposalApprove = u"proposal.approve";
inline constexpr QStringView kProposalReject = u"proposal.reject";
inline constexpr QStringView kProposalWithdraw = u"proposal.withdraw";

} // namespace tieout::kinds
