// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/filterchips.h"

#include "ui/payments/filter/filterwords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/leading.h"
#include "ui/widgets/plaintip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>

namespace tieout {

namespace filterchips {

constexpr int kHeight = 26;
constexpr int kGap = 6;
constexpr int kRowsShown = 3;
constexpr int kLongestText = 320;

} // namespace filterchips

FilterChips::FilterChips(QWidget* parent)
    : QScrollArea(parent)
    , m_inner(new QWidget(this))
    , m_all(new QToolButton(m_inner))
{
    setObjectName(QStringLiteral("chips"));
    setAccessibleName(tr("Filter in force"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(m_inner);
    viewport()->setAutoFillBackground(false);
    m_inner->setAutoFillBackground(false);
    m_all->setObjectName(QStringLiteral("clearAll"));
    m_all->setText(tr("Clear all"));
    m_all->setFocusPolicy(Qt::StrongFocus);
    connect(m_all, &QToolButton::clicked, this, &FilterChips::clearWanted);
    hide();
}

QWidget* FilterChips::makeChip(const FilterTerm& term, int place)
{
    auto* chip = new QFrame(m_inner);
    chip->setObjectName(QStringLiteral("chip"));
    chip->setToolTip(plainTip(toText(term)));
    auto* row = new QHBoxLayout(chip);
    row->setContentsMargins(leadingMargins(*this, 10, 0, 2, 0));
    row->setSpacing(4);
    const QString words = filterTermText(term);
    auto* text = new QLabel(chip);
    text->setTextFormat(Qt::PlainText);
    text->setFont(interfaceFont(9.5));
    text->setText(
        text->fontMetrics().elidedText(words, Qt::ElideMiddle, filterchips::kLongestText));
    row->addWidget(text);
    auto* remove = new QToolButton(chip);
    remove->setObjectName(QStringLiteral("removeTerm"));
    remove->setIcon(lineIcon(QStringLiteral("close")));
    remove->setIconSize({12, 12});
    remove->setFixedSize(22, 22);
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->setAccessibleName(tr("Remove the condition %1").arg(words));
    remove->setToolTip(tr("Remove this condition"));
    row->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, place] { Q_EMIT removeWanted(place); });
    return chip;
}

void FilterChips::show(const Filter& filter)
{
    // One of them may be the sender.
    for (QWidget* chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater();
    }
    QWidget* before = nullptr;
    for (const FilterTerm& term : filter.terms) {
        QWidget* chip = makeChip(term, int(m_chips.size()));
        if (before)
            QWidget::setTabOrder(before, chip);
        m_chips.append(chip);
        chip->show();
        before = chip;
    }
    setVisible(!m_chips.isEmpty());
    // As wide as they will be, before they are arranged.
    if (parentWidget() && parentWidget()->layout())
        parentWidget()->layout()->activate();
    arrange();
}

void FilterChips::arrange()
{
    using namespace filterchips;
    const int width = viewport()->width();
    int x = 0;
    int y = 0;
    QList<QWidget*> all = m_chips;
    all.append(m_all);
    for (QWidget* each : all) {
        const int wanted = std::min(each->sizeHint().width(), width);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += kHeight + kGap;
        }
        const QRect place(x, y, wanted, kHeight);
        each->setGeometry(
            QStyle::visualRect(layoutDirection(), QRect(0, 0, width, kHeight), place));
        x += wanted + kGap;
    }
    m_inner->resize(width, y + kHeight);
    const int most = kRowsShown * kHeight + (kRowsShown - 1) * kGap;
    setFixedHeight(std::min(y + kHeight, most));
    verticalScrollBar()->setSingleStep(kHeight + kGap);
}

void FilterChips::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void FilterChips::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

} // namespace tieout
