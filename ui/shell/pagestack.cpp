// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagestack.h"

#include "ui/shell/navigation.h"
#include "ui/shortcuts.h"

#include <QAction>
#include <QBoxLayout>
#include <QStackedWidget>

namespace tieout {

PageStack::PageStack(Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent)
    , m_shortcuts(shortcuts)
    , m_navigation(new Navigation(this))
    , m_pages(new QStackedWidget(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_pages, 1);
}

void PageStack::addPage(QAction& action, QWidget* page)
{
    page->setObjectName(action.objectName());
    m_pages->addWidget(page);
    m_actions.append(&action);
    action.setCheckable(true);
    action.setChecked(current() == page);
    connect(&action, &QAction::triggered, this, [this, page] { showPage(page); });
}

void PageStack::addPage(const QString& name, const QString& key, QWidget* page)
{
    QAction& action = m_shortcuts.addPage(name, key);
    m_navigation->addPage(action);
    addPage(action, page);
}

void PageStack::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
    for (QAction* action : m_actions)
        action->setChecked(action->objectName() == page->objectName());
    page->setFocus(Qt::ShortcutFocusReason);
}

void PageStack::showKey(const QString& key)
{
    if (auto* page = m_pages->findChild<QWidget*>(key, Qt::FindDirectChildrenOnly);
        page && !key.isEmpty())
        showPage(page);
}

QWidget* PageStack::current() const
{
    return m_pages->currentWidget();
}

} // namespace tieout
