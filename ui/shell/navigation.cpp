// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/shell/navigationbutton.h"

#include <QAction>
#include <QBoxLayout>
#include <QToolButton>

namespace tieout {

QString tipOf(const QAction& action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    //: The name of an action and its keys.
    return keys.isEmpty() ? action.text() : Navigation::tr("%1 (%2)").arg(action.text(), keys);
}

Navigation::Navigation(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(92);
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(6, 10, 6, 10);
    m_column->setSpacing(4);
    m_column->addStretch(1);
}

void Navigation::addPage(QAction& page)
{
    auto* button = new NavigationButton(this);
    page.setToolTip(tipOf(page));
    button->setDefaultAction(&page);
    button->setIconSize({22, 22});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setAccessibleName(page.text());
    m_column->insertWidget(m_pages++, button);
}

QToolButton& Navigation::addFoot(QAction& action)
{
    auto* button = new NavigationButton(this);
    action.setToolTip(tipOf(action));
    button->setDefaultAction(&action);
    button->setIconSize({20, 20});
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action.text());
    m_column->addWidget(button, 0, Qt::AlignHCenter);
    return *button;
}

} // namespace tieout
