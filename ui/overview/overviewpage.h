// SPDX-License-Identifier: GPL-3.0-or-later
// OverviewPage: the first page: the board with the figures of the desk, and the panel of a rail in
// its place. It reads only while it is on screen. GUI thread.
#pragma once

#include "model/tables/overview.h"
#include "ui/overview/overviewparts.h"

#include <QStackedWidget>

namespace tieout {

class OverviewBoard;
class RailPanel;

class OverviewPage final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(const OverviewParts& parts, QWidget* parent = nullptr);

    Overview& overview() { return m_overview; }
    OverviewBoard& board() { return *m_board; }
    RailPanel& rail() { return *m_rail; }
    void showRail(qint64 rail);
    void showBoard();
    void noteChanged();
    void refresh();

Q_SIGNALS:
    // In the grammar of the payments page.
    void paymentsWanted(const QString& filter);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void showShown();

    Overview m_overview;
    OverviewBoard* m_board;
    RailPanel* m_rail;
};

} // namespace tieout
