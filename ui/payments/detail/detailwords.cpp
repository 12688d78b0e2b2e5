// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/detailwords.h"

#include "model/domain/casecodes.h"
#include "model/domain/corridor.h"
#include "model/tables/paymentstable.h"
#include "ui/widgets/celldelegate.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tieout {

namespace detailwords {

QString depthText(const ConfirmationRule& rule, qint64 have)
{
    return QStringLiteral("%1/%2").arg(std::min<qint64>(have, rule.depth)).arg(rule.depth);
}

// What holds a block back whose rule the chain has satisfied; empty when nothing is known.
QString obstacle(const DetailRail& rail, const ConfirmationRule& rule)
{
    if (rail.frozen)
        return StoryText::tr("rail frozen");
    if (!rail.healthy)
        return StoryText::tr("rail paused");
    if (rail.agreeing < rule.quorum && rule.quorum > 1)
        //: How many of the operators that must name the same block have done so.
        return StoryText::tr("%1 of %n sources", nullptr, rule.quorum).arg(rail.agreeing);
    if (rail.agreeing < rule.quorum)
        return StoryText::tr("too few sources agree");
    return {};
}

} // namespace detailwords

QString amountWithUnit(const Amount& amount, const QString& symbol)
{
    return amountText(amount) + QChar(0x00a0) + symbol;
}

QString txText(const PaymentDetail& detail, const QByteArray& tx)
{
    const QString hex = QString::fromLatin1(tx.toHex());
    return detail.rail.family == u"tron" ? hex : QStringLiteral("0x") + hex;
}

QString localTip(UtcTime time)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(time.ms());
    //: A moment on this machine's clock, with its distance from UTC.
    return StoryText::tr("%1 here (UTC%2)")
        .arg(local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
             local.toString(QStringLiteral("t")).startsWith(u"UTC")
                 ? local.toString(QStringLiteral("t")).mid(3)
                 : local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate).mid(19));
}

bool isPerson(const QString& actor)
{
    return !actor.isEmpty() && actor != u"engine" && actor != u"binding";
}

QString resolutionText(const DetailCase& each)
{
    if (each.resolution == u"automatic")
        return StoryText::tr("by itself, the reason went away");
    const auto code = caseCodeFromText(each.code);
    const CaseResolution* known = code ? caseRule(*code).resolution(each.resolution) : nullptr;
    const QString word = known ? translatedWord(known->label) : each.resolution;
    return each.reason.isEmpty() ? word : word + QStringLiteral(": ") + each.reason;
}

TransferState stateOf(const PaymentDetail& detail, const DetailMoney& money)
{
    if (money.sightingState == u"dropped" || money.sightingState == u"replaced")
        return TransferState::Vanished;
    if (!money.blockNumber)
        return TransferState::Mempool;
    if (money.withdrawnAt)
        return TransferState::Withdrawn;
    // The deciding block is the last one that the payment needs: what lies at or below it is as
    // firm.
    const bool decided =
        detail.row.decidingNumber && *money.blockNumber <= *detail.row.decidingNumber;
    if (decided && detail.row.confirmation == ConfirmationState::Final)
        return TransferState::Final;
    if (decided && detail.row.confirmation == ConfirmationState::Confirmed)
        return TransferState::Confirmed;
    return TransferState::Mined;
}

std::optional<ConfirmationRule> ruleOf(const PaymentDetail& detail, const DetailMoney& money)
{
    const auto policy = policyFromJson(QJsonDocument::fromJson(detail.policy.toUtf8()).object());
    return policy ? policy->ruleFor(money.amount) : detail.row.rule;
}

QString
confirmationText(const PaymentDetail& detail, const ConfirmationRule& rule, qint64 blockNumber)
{
    const DetailRail& rail = detail.rail;
    if (!rail.head)
        return {};
    QStringList parts;
    const qint64 have = confirmations(rule, blockNumber, *rail.head).have;
    bool reached = have >= rule.depth;
    if (rule.depth > 0)
        parts.append(detailwords::depthText(rule, have));
    if (rule.mark != FinalityMark::None) {
        const auto& mark = rule.mark == FinalityMark::Safe ? rail.marks.safe : rail.marks.finalized;
        const QString word = translatedWord(labelOf(rule.mark));
        const bool marked = mark && *mark >= blockNumber;
        //: A mark of the chain itself ("finalized") that a block has not got yet.
        parts.append(marked ? word : StoryText::tr("not yet: %1").arg(word));
        reached = reached && marked;
    }
    const QString obstacle = detailwords::obstacle(rail, rule);
    if (reached && !obstacle.isEmpty())
        parts.append(obstacle);
    else if (!reached && rule.quorum > 1)
        parts.append(StoryText::tr("needs %n sources", nullptr, rule.quorum));
    return parts.join(QStringLiteral(" · "));
}

} // namespace tieout
