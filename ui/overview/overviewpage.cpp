// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "ui/overview/overviewboard.h"
#include "ui/overview/railpanel.h"

#include <QFocusEvent>

namespace tieout {

OverviewPage::OverviewPage(const OverviewParts& parts, QWidget* parent)
    : QStackedWidget(parent)
    , m_overview(parts.store, parts.clock)
    , m_board(new OverviewBoard(m_overview, parts.status, parts.appearance, this))
    , m_rail(new RailPanel(parts, this))
{
    // It takes no turn of its own with Tab; whoever shows it hands the keys on.
    setFocusPolicy(Qt::NoFocus);
    addWidget(m_board);
    addWidget(m_rail);
    connect(m_board, &OverviewBoard::opened, this, &OverviewPage::paymentsWanted);
    connect(m_board, &OverviewBoard::railOpened, this, &OverviewPage::showRail);
    connect(m_rail, &RailPanel::closed, this, &OverviewPage::showBoard);
}

void OverviewPage::showRail(qint64 rail)
{
    m_rail->showRail(rail);
    setCurrentWidget(m_rail);
    m_rail->setFocus(Qt::OtherFocusReason);
    showShown();
}

void OverviewPage::showBoard()
{
    const qint64 from = m_rail->rail();
    setCurrentWidget(m_board);
    m_rail->showRail(0);
    m_board->focusRail(from);
    showShown();
}

void OverviewPage::noteChanged()
{
    m_overview.noteChanged();
    m_rail->noteChanged();
}

void OverviewPage::refresh()
{
    m_overview.refresh();
    m_rail->noteChanged();
}

void OverviewPage::showShown()
{
    m_overview.setShown(isVisible() && currentWidget() == m_board);
}

void OverviewPage::showEvent(QShowEvent* event)
{
    QStackedWidget::showEvent(event);
    showShown();
}

void OverviewPage::hideEvent(QHideEvent* event)
{
    QStackedWidget::hideEvent(event);
    m_overview.setShown(false);
}

// The page itself has nothing to type at: the keys go to its first row.
void OverviewPage::focusInEvent(QFocusEvent* event)
{
    QStackedWidget::focusInEvent(event);
    if (currentWidget() == m_board)
        m_board->focusRail(0);
    else
        m_rail->setFocus(event->reason());
}

} // namespace tieout
