// SPDX-License-Identifier: GPL-3.0-or-later
// NewRowsButton: says that a list has new rows, or another order by now, and shows them when it is
// pressed. Hidden while there is nothing to say. GUI thread.
#pragma once

#include "model/tables/windowedtable.h"

#include <QToolButton>

namespace tieout {

class NewRowsButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit NewRowsButton(WindowedTable& table, QWidget* parent = nullptr);

private:
    void announce(qint64 newRows, bool reordered);
};

} // namespace tieout
