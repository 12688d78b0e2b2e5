// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/newrowsbutton.h"

#include "ui/theme/icons.h"

namespace tieout {

NewRowsButton::NewRowsButton(WindowedTable& table, QWidget* parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("showNew"));
    setProperty("framed", true);
    setFocusPolicy(Qt::StrongFocus);
    setIcon(lineIcon(QStringLiteral("up")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    hide();
    connect(&table, &WindowedTable::announced, this, &NewRowsButton::announce);
}

void NewRowsButton::announce(qint64 newRows, bool reordered)
{
    setVisible(newRows > 0 || reordered);
    setText(newRows > 0 ? tr("%n new", nullptr, int(newRows)) : tr("Order changed"));
    setToolTip(newRows > 0 ? tr("Show the new payments")
                           : tr("Some payments changed their place: read the list again"));
    setAccessibleName(text());
}

} // namespace tieout
