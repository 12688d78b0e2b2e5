// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/paymentticket.h"

#include "model/tables/paymentstable.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/payments/detail/paymentstory.h"
#include "ui/payments/detail/paymenttimeline.h"

#include <algorithm>

namespace tieout {

namespace paymentticket {

constexpr size_t kTimelineHead = 6;

// Line breaks end a list item, and marks of direction make a text read as another one.
QString onOneLine(const QString& text)
{
    QString plain;
    for (const QChar c : text) {
        const bool hidden =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
            c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        plain += hidden ? QChar(u' ') : c;
    }
    return plain.simplified();
}

QString heading(const QString& text)
{
    return QStringLiteral("\n### %1\n").arg(text);
}

QString entryText(const Entry& entry)
{
    QStringList parts{codeSpan(entry.title)};
    if (!entry.right.isEmpty())
        parts.append(codeSpan(entry.right));
    for (const EntryLine& line : entry.lines)
        parts.append(codeSpan(line.text));
    parts.removeAll(QString());
    return QStringLiteral("- ") + parts.join(QStringLiteral(" · ")) + u'\n';
}

QString moneyText(const PaymentDetail& detail, const DetailMoney& money)
{
    QString text = QStringLiteral("- %1 · %2\n  - %3 %4\n")
                       .arg(codeSpan(amountWithUnit(money.amount, money.symbol)),
                            translatedWord(labelOf(stateOf(detail, money))),
                            QStringLiteral("tx"),
                            codeSpan(txText(detail, money.tx)));
    if (money.blockNumber)
        text += QStringLiteral("  - %1 %2\n")
                    .arg(StoryText::tr("block %1").arg(*money.blockNumber),
                         codeSpan(txText(detail, money.blockHash)));
    return text;
}

} // namespace paymentticket

QString codeSpan(const QString& text)
{
    const QString plain = paymentticket::onOneLine(text);
    if (plain.isEmpty())
        return {};
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : plain) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const QString pad =
        plain.startsWith(u'`') || plain.endsWith(u'`') ? QStringLiteral(" ") : QString();
    return fence + pad + plain + pad + fence;
}

QString ticketOf(const PaymentDetail& detail)
{
    using namespace paymentticket;
    const QueueRow& row = detail.row;
    QString text = QStringLiteral("**%1** %2\n\n")
                       .arg(translatedWord(labelOf(row.status)), codeSpan(row.id.text()));
    for (const Fact& fact : factsOf(detail))
        text += QStringLiteral("- %1: %2\n")
                    .arg(fact.name, codeSpan(fact.copy.isEmpty() ? fact.value : fact.copy));
    if (!detail.money.empty())
        text += heading(StoryText::tr("Money"));
    for (const DetailMoney& money : detail.money)
        text += moneyText(detail, money);
    const bool open = std::any_of(detail.cases.begin(),
                                  detail.cases.end(),
                                  [](const DetailCase& each) { return each.open; }) ||
                      std::any_of(detail.holds.begin(),
                                  detail.holds.end(),
                                  [](const DetailHold& hold) { return !hold.closedAt; });
    if (open)
        text += heading(StoryText::tr("Open holds and cases"));
    PaymentDetail standing = detail;
    std::erase_if(standing.cases, [](const DetailCase& each) { return !each.open; });
    std::erase_if(standing.holds, [](const DetailHold& hold) { return hold.closedAt; });
    for (const Entry& entry : openThingsOf(standing))
        text += entryText(entry);
    const auto timeline = timelineOf(detail);
    if (!timeline.empty())
        text += heading(StoryText::tr("Latest (UTC)"));
    for (size_t i = 0; i < std::min(timeline.size(), kTimelineHead); ++i)
        text += entryText(timeline[i]);
    return text;
}

} // namespace tieout
