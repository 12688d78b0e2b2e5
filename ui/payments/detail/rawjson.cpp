// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/rawjson.h"

#include "model/crypto/canonicaljson.h"
#include "ui/payments/detail/detailwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace tieout {

namespace rawjson {

using Object = QJsonObject;

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

QJsonValue timeOrNull(const std::optional<UtcTime>& time)
{
    return time ? QJsonValue(time->toText()) : QJsonValue();
}

QJsonValue heightOrNull(const std::optional<qint64>& height)
{
    return height ? QJsonValue(*height) : QJsonValue();
}

Object bindingObject(const PaymentDetail& detail, const DetailBinding& binding)
{
    return {{key("binding"), binding.id},
            {key("address"),
             binding.isProved ? QJsonValue(detail.accountText(binding.account)) : QJsonValue()},
            {key("proved"), binding.isProved},
            {key("position"), heightOrNull(binding.position)},
            {key("reference"), binding.reference},
            {key("created_at"), binding.createdAt.toText()},
            {key("replaced_at"), timeOrNull(binding.replacedAt)}};
}

Object moneyObject(const PaymentDetail& detail, const DetailMoney& money)
{
    return {{key("tx"), txText(detail, money.tx)},
            {key("amount"), money.amount.toText()},
            {key("token"), money.symbol},
            {key("from"), detail.accountText(money.from)},
            {key("state"), toText(stateOf(detail, money))},
            {key("block"), heightOrNull(money.blockNumber)},
            {key("block_hash"),
             money.blockNumber ? QJsonValue(txText(detail, money.blockHash)) : QJsonValue()},
            {key("log_index"), heightOrNull(money.logIndex)},
            {key("reference"), money.reference},
            {key("linked_by"), money.linkedBy},
            {key("seen_at"), money.seenAt.toText()},
            {key("withdrawn_at"), timeOrNull(money.withdrawnAt)}};
}

Object holdObject(const DetailHold& hold)
{
    return {{key("hold"), hold.id},
            {key("kind"), toText(hold.kind)},
            {key("reason"), hold.reason},
            {key("opened_at"), hold.openedAt.toText()},
            {key("opened_by"), hold.openedBy},
            {key("closed_at"), timeOrNull(hold.closedAt)},
            {key("closed_by"), hold.closedBy},
            {key("close_reason"), hold.closeReason}};
}

Object caseObject(const DetailCase& each)
{
    return {{key("case"), each.id},
            {key("code"), each.code},
            {key("severity"), each.severity},
            {key("owner"), each.owner},
            {key("open"), each.open},
            {key("opened_at"), each.openedAt.toText()},
            {key("due_at"), timeOrNull(each.dueAt)},
            {key("resolved_at"), timeOrNull(each.resolvedAt)},
            {key("resolved_by"), each.resolvedBy},
            {key("resolution"), each.resolution},
            {key("reason"), each.reason}};
}

Object railObject(const DetailRail& rail)
{
    return {{key("family"), rail.family},
            {key("chain"), rail.chain},
            {key("head"), heightOrNull(rail.head)},
            {key("safe"), heightOrNull(rail.marks.safe)},
            {key("finalized"), heightOrNull(rail.marks.finalized)},
            {key("healthy"), rail.healthy},
            {key("frozen"), rail.frozen},
            {key("agreeing"), rail.agreeing}};
}

template<class Rows, class Make>
QJsonArray listOf(const Rows& rows, Make make)
{
    QJsonArray list;
    for (const auto& row : rows)
        list.append(make(row));
    return list;
}

// Whether every value of a key "address", at any depth, is one of these.
bool namesOnly(const QJsonValue& value, const QSet<QString>& proved)
{
    if (value.isArray()) {
        for (const auto& each : value.toArray()) {
            if (!namesOnly(each, proved))
                return false;
        }
    }
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        const bool foreign = each.key() == u"address" && each->isString() &&
                             !each->toString().isEmpty() && !proved.contains(each->toString());
        if (foreign || !namesOnly(*each, proved))
            return false;
    }
    return true;
}

} // namespace rawjson

QJsonObject paymentObject(const PaymentDetail& detail)
{
    using namespace rawjson;
    const QueueRow& row = detail.row;
    QJsonObject object{{key("payment"), row.id.text()},
                       {key("version"), row.version},
                       {key("status"), toText(row.status)},
                       {key("detection"), toText(detail.detection)},
                       {key("confirmation"), toText(row.confirmation)},
                       {key("recognition"), toText(detail.recognition)},
                       {key("fulfilment"), toText(detail.fulfilment)},
                       {key("verdict"), toText(detail.verdict)},
                       {key("labels"), row.labels.toText()},
                       {key("due"), row.due.toText()},
                       {key("received"), row.received.toText()},
                       {key("confirmed"), detail.confirmed.toText()},
                       {key("remaining"), row.remaining.toText()},
                       {key("token"), row.symbol},
                       {key("corridor"), row.corridor},
                       {key("corridor_version"), detail.policyVersion},
                       {key("asset"), detail.asset.text()},
                       {key("rail"), row.railName},
                       {key("rail_state"), railObject(detail.rail)},
                       {key("required"), row.rule ? row.rule->toText() : QString()},
                       {key("deciding_block"), heightOrNull(row.decidingNumber)},
                       {key("merchant"), detail.merchant},
                       {key("order"), row.orderReference},
                       {key("customer"), row.customer},
                       {key("correlation_id"), detail.correlationId},
                       {key("created_at"), row.createdAt.toText()},
                       {key("expires_at"), row.expiresAt.toText()},
                       {key("top_up_until"), detail.topUpUntil.toText()},
                       {key("expired_at"), timeOrNull(detail.expiredAt)},
                       {key("cancelled_at"), timeOrNull(detail.cancelledAt)},
                       {key("confirmed_at"), timeOrNull(detail.confirmedAt)},
                       {key("final_at"), timeOrNull(detail.finalAt)},
                       {key("released_at"), timeOrNull(detail.releasedAt)},
                       {key("events_waiting"), detail.outbox.waiting}};
    object.insert(key("policy"), QJsonDocument::fromJson(detail.policy.toUtf8()).object());
    object.insert(key("bindings"), listOf(detail.bindings, [&](const DetailBinding& each) {
                      return bindingObject(detail, each);
                  }));
    object.insert(key("money"), listOf(detail.money, [&](const DetailMoney& each) {
                      return moneyObject(detail, each);
                  }));
    object.insert(key("holds"), listOf(detail.holds, holdObject));
    object.insert(key("cases"), listOf(detail.cases, caseObject));
    return object;
}

QByteArray canonicalPayment(const PaymentDetail& detail)
{
    return toCanonicalJson(paymentObject(detail)).value_or(QByteArray());
}

QString indentedJson(const QJsonObject& object)
{
    // Qt indents by four, which leaves a narrow panel no room; no text of JSON holds a line's end.
    QStringList lines = QString::fromUtf8(QJsonDocument(object).toJson()).split(u'\n');
    for (QString& line : lines) {
        qsizetype blanks = 0;
        while (blanks < line.size() && line[blanks] == u' ')
            ++blanks;
        line.remove(0, blanks / 2);
    }
    return lines.join(u'\n');
}

QString rawText(const PaymentDetail& detail)
{
    QSet<QString> proved;
    for (const DetailBinding& binding : detail.bindings) {
        if (binding.isProved)
            proved.insert(detail.accountText(binding.account));
    }
    const auto shown = [&](const QString& json) {
        const auto object = QJsonDocument::fromJson(json.toUtf8()).object();
        return rawjson::namesOnly(object, proved)
                   ? json
                   : StoryText::tr("(left out: it names an address that can't be proved)");
    };
    //: A heading above JSON.
    QString text = StoryText::tr("Payment") + u'\n' + indentedJson(paymentObject(detail));
    text += u'\n' + StoryText::tr("Events, as they are stored") + u'\n';
    for (const DetailEvent& event : detail.events)
        text += QStringLiteral("%1 %2 v%3 %4\n%5\n")
                    .arg(event.at.toText(), event.type)
                    .arg(event.version)
                    .arg(event.id, shown(event.payload));
    text += u'\n' + StoryText::tr("Journal, as it is stored") + u'\n';
    for (const DetailEntry& entry : detail.journal)
        text += QStringLiteral("v%1 %2\n%3\n")
                    .arg(entry.version)
                    .arg(entry.sealed ? StoryText::tr("sealed") : StoryText::tr("not sealed yet"),
                         shown(entry.line));
    return text;
}

} // namespace tieout
