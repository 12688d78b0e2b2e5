// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/coveragecard.h"

#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/overview/overviewcard.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/statelabel.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace tieout {

namespace coveragecard {

QString scopeText(ScanScope scope)
{
    return scope == ScanScope::AllTokens ? CoverageCard::tr("all tokens at watched addresses")
                                         : CoverageCard::tr("listed tokens only");
}

QLabel* cell(const QString& text, bool number, bool head, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(head ? mediumOf(interfaceFont(9)) : interfaceFont(9.75));
    if (head)
        label->setForegroundRole(QPalette::PlaceholderText);
    else
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    label->setMinimumHeight(24);
    return label;
}

void empty(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
}

} // namespace coveragecard

CoverageCard::CoverageCard(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_card(new OverviewCard(appearance, tr("Coverage"), this))
    , m_bar(new CoverageBar(appearance, this))
    , m_gapsTitle(new QLabel(this))
    , m_gaps(new QVBoxLayout)
    , m_parts(new QGridLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_gapsTitle->setTextFormat(Qt::PlainText);
    m_gapsTitle->setWordWrap(true);
    m_gapsTitle->setFont(interfaceFont(9.75));
    m_parts->setHorizontalSpacing(24);
    m_parts->setVerticalSpacing(0);
    m_gaps->setSpacing(0);
    QVBoxLayout& body = m_card->body();
    body.setSpacing(8);
    body.addWidget(m_bar);
    body.addWidget(m_gapsTitle);
    body.addLayout(m_gaps);
    body.addLayout(m_parts);
    connect(m_bar, &CoverageBar::opened, this, [this](const QString& target) {
        const QStringList ends = target.split(u'-');
        Q_EMIT backfillWanted({ends.value(0).toLongLong(), ends.value(1).toLongLong()});
    });
}

QWidget* CoverageCard::makeGap(const BlockRange& gap)
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(12);
    auto* name = new StateLabel(m_appearance, line);
    name->setState({Tone::Bad, Shape::Triangle}, tr("Gap"), rangeWords(gap), {});
    row->addWidget(name);
    row->addStretch(1);
    auto* button = new QToolButton(line);
    button->setObjectName(QStringLiteral("backfillGap"));
    button->setProperty("framed", true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setText(tr("Backfill…"));
    button->setAccessibleName(tr("Backfill the gap %1").arg(rangeText(gap)));
    connect(button, &QToolButton::clicked, this, [this, gap] { Q_EMIT backfillWanted(gap); });
    row->addWidget(button);
    return line;
}

void CoverageCard::showGaps(const RailDetail& detail)
{
    std::vector<BlockRange> gaps;
    for (const Gap& gap : detail.gaps)
        gaps.push_back({gap.from, gap.to});
    const CoverageSum& sum = detail.coverage;
    if (sum.gaps == 0)
        m_gapsTitle->setText(
            tr("Every block from %1 to %2 was read.")
                .arg(groupedNumber(sum.first.value_or(0)), groupedNumber(sum.last)));
    else if (qint64(gaps.size()) < sum.gaps)
        m_gapsTitle->setText(
            tr("%n block(s) are missing; the first %1 gaps:", nullptr, int(sum.missing))
                .arg(gaps.size()));
    else
        m_gapsTitle->setText(tr("%n block(s) are missing. Nothing is promoted until they are read.",
                                nullptr,
                                int(sum.missing)));
    // A button that has the keyboard keeps it while nothing changes.
    if (gaps == m_shownGaps)
        return;
    m_shownGaps = gaps;
    coveragecard::empty(*m_gaps);
    for (const BlockRange& gap : gaps)
        m_gaps->addWidget(makeGap(gap));
}

void CoverageCard::showParts(const RailDetail& detail)
{
    if (detail.parts == m_shownParts)
        return;
    m_shownParts = detail.parts;
    coveragecard::empty(*m_parts);
    const auto put = [this](int row, int column, const QString& text, bool number) {
        m_parts->addWidget(coveragecard::cell(text, number, row == 0, this), row, column);
    };
    const QStringList heads{tr("Source"),
                            tr("Scope"),
                            tr("Watched set"),
                            tr("Blocks"),
                            tr("Read"),
                            tr("Read twice"),
                            tr("Last read (UTC)")};
    for (int i = 0; i < heads.size(); ++i)
        put(0, i, heads.at(i), i >= 2);
    int row = 0;
    for (const CoveragePart& part : detail.parts) {
        ++row;
        put(row, 0, part.source, false);
        put(row, 1, coveragecard::scopeText(part.scope), false);
        //: The version of the set of addresses that was looked for.
        put(row, 2, tr("version %1").arg(part.filterVersion), true);
        put(row, 3, rangeText({part.from, part.to}), true);
        put(row, 4, groupedNumber(part.blocks), true);
        put(row, 5, groupedNumber(part.readTwice), true);
        put(row, 6, tableTime(part.lastReadAt), true);
    }
    m_parts->setColumnStretch(1, 1);
}

void CoverageCard::setCoverage(const RailStatus& rail,
                               const std::optional<RailDetail>& detail,
                               const std::optional<Error>& error)
{
    if (!detail)
        return m_card->showMessage(error ? errorText(*error) : tr("Reading…"));
    m_card->setWarning(error ? errorText(*error) : QString());
    const CoverageSum& sum = detail->coverage;
    if (!sum.first)
        return m_card->showMessage(
            tr("No block of this rail was read yet. The engine begins at its head, or at the first "
               "block that its configuration names."));
    m_card->showBody();
    const qint64 head = std::max(rail.head, sum.last);
    //: Blocks that were read, out of all from the first that is watched to the head.
    m_card->setNote(tr("%1 of %2 blocks read")
                        .arg(groupedNumber(sum.blocks), groupedNumber(head - *sum.first + 1)));
    std::vector<BlockRange> gaps;
    for (const Gap& gap : detail->gaps)
        gaps.push_back({gap.from, gap.to});
    m_bar->setCoverage({*sum.first, head}, sum.last, std::move(gaps));
    showGaps(*detail);
    showParts(*detail);
}

} // namespace tieout
