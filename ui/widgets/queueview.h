// SPDX-License-Identifier: GPL-3.0-or-later
// QueueView: a table view as every long list wears it: fixed rows, no grid, j/k beside the arrows,
// Ctrl+C copies the selected rows' cells. GUI thread.
#pragma once

#include <QTableView>

namespace tieout {

class QueueView final : public QTableView
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 28;

    explicit QueueView(QWidget* parent = nullptr);

    // Selected rows as tab-separated lines of what the columns show.
    QString selectedText() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace tieout
