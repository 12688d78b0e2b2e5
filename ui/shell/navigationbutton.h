// SPDX-License-Identifier: GPL-3.0-or-later
// NavigationButton: a button that shows a page. To assistive technology it is the tab of its page,
// chosen or not, where Qt would call a checkable button a check box. GUI thread.
#pragma once

#include <QToolButton>

namespace tieout {

class NavigationButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit NavigationButton(QWidget* parent);
};

} // namespace tieout
