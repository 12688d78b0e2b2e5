// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/intakelist.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/figurelink.h"
#include "ui/widgets/leading.h"
#include "ui/widgets/numbertext.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <cmath>

namespace tieout {

namespace intakelist {

enum Column { Corridor, Count, Sum, Unit };

constexpr int kLine = 30;

QLabel* label(const QFont& font, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setFont(font);
    return made;
}

} // namespace intakelist

AlignedAmount::AlignedAmount(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setFont(mediumOf(interfaceFont(10)));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void AlignedAmount::setAmount(const Amount& amount, int places)
{
    const AmountParts parts = amountParts(amount);
    m_whole = parts.whole;
    m_fraction = parts.fraction;
    m_places = places;
    setAccessibleName(text());
    updateGeometry();
    update();
}

qreal AlignedAmount::fractionWidth() const
{
    const QFontMetricsF metrics(font());
    return m_places == 0
               ? 0
               : metrics.horizontalAdvance(u'.') + metrics.horizontalAdvance(u'0') * m_places;
}

QSize AlignedAmount::sizeHint() const
{
    const QFontMetricsF metrics(font());
    return {int(std::ceil(metrics.horizontalAdvance(m_whole) + fractionWidth())) + 2, 26};
}

// Numbers are written from left to right in every language, and their column ends at the right.
void AlignedAmount::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(m_appearance.theme().text);
    painter.setLayoutDirection(Qt::LeftToRight);
    const qreal point = width() - fractionWidth();
    painter.drawText(QRectF(0, 0, point, height()),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute,
                     m_whole);
    if (m_fraction.isEmpty())
        return;
    painter.drawText(QRectF(point, 0, width() - point, height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute,
                     u'.' + m_fraction);
}

IntakeList::IntakeList(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(intakelist::Corridor, 1);
    const auto head = [this](const QString& text, int column) {
        auto* label = intakelist::label(mediumOf(interfaceFont(9)), this);
        label->setText(text);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setFixedHeight(22);
        if (column == intakelist::Count)
            label->setContentsMargins(6, 0, 6, 0);
        label->setAlignment(Qt::AlignVCenter |
                            (column == intakelist::Corridor ? Qt::AlignLeft : Qt::AlignRight));
        m_grid->addWidget(label, 0, column);
    };
    head(tr("Corridor"), intakelist::Corridor);
    head(tr("Payments"), intakelist::Count);
    head(tr("Confirmed"), intakelist::Sum);
}

IntakeList::Line& IntakeList::lineAt(size_t index)
{
    if (index < m_lines.size())
        return m_lines[index];
    const int row = int(index) + 1;
    Line line{intakelist::label(interfaceFont(10), this),
              new FigureLink(m_appearance, this),
              new AlignedAmount(m_appearance, this),
              intakelist::label(interfaceFont(9.5), this)};
    line.unit->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setRowMinimumHeight(row, intakelist::kLine);
    m_grid->addWidget(line.corridor, row, intakelist::Corridor);
    m_grid->addWidget(line.count, row, intakelist::Count);
    m_grid->addWidget(line.sum, row, intakelist::Sum);
    m_grid->addWidget(line.unit, row, intakelist::Unit);
    connect(line.count, &FigureLink::opened, this, &IntakeList::opened);
    m_lines.push_back(line);
    return m_lines.back();
}

void IntakeList::setIntake(const DayIntake& intake)
{
    int places = 0;
    for (const ConfirmedSum& sum : intake.sums)
        places = std::max(places, int(amountParts(sum.confirmed).fraction.size()));
    for (size_t i = 0; i < intake.sums.size(); ++i) {
        const ConfirmedSum& sum = intake.sums[i];
        Line& line = lineAt(i);
        line.corridor->setText(sum.corridor);
        alignLeading(*line.corridor);
        const QString count = groupedNumber(sum.payments);
        line.count->setFigure(
            count,
            intake.filters.value(qsizetype(i)),
            tr("%1, confirmed today: %n payment(s)", nullptr, int(sum.payments)).arg(sum.corridor));
        line.sum->setAmount(sum.confirmed, places);
        line.sum->setAccessibleDescription(sum.symbol);
        line.unit->setText(sum.symbol);
    }
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const bool shown = i < intake.sums.size();
        for (QWidget* each : std::initializer_list<QWidget*>{
                 m_lines[i].corridor, m_lines[i].count, m_lines[i].sum, m_lines[i].unit})
            each->setVisible(shown);
    }
}

} // namespace tieout
