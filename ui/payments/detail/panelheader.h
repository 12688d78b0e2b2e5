// SPDX-License-Identifier: GPL-3.0-or-later
// PanelHeader: which payment this is: its status, what is due, its id, and the ways to take it
// elsewhere. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tieout {

class PillLabel;
struct QueueRow;

class PanelHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHeader(const Appearance& appearance, QWidget* parent = nullptr);

    void setRow(const QueueRow& row);

Q_SIGNALS:
    void copyIdWanted();
    void ticketWanted();
    void rawWanted();

private:
    QToolButton* button(const QString& name, const QString& icon, const QString& tip);

    PillLabel* m_pill;
    QLabel* m_amount;
    QLabel* m_id;
};

} // namespace tieout
