// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationbutton.h"

#include <QAccessibleWidget>

namespace tieout {

namespace navigationbutton {

class SpokenTab final : public QAccessibleWidget
{
public:
    explicit SpokenTab(NavigationButton* button)
        : QAccessibleWidget(button, QAccessible::PageTab)
        , m_button(button)
    {}

    QAccessible::Role role() const override
    {
        return m_button->isCheckable() ? QAccessible::PageTab : QAccessible::PushButton;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = m_button->isCheckable();
        state.selected = m_button->isChecked();
        return state;
    }

    QStringList actionNames() const override
    {
        return QStringList{pressAction()} + QAccessibleWidget::actionNames();
    }

    void doAction(const QString& name) override
    {
        name == pressAction() ? m_button->click() : QAccessibleWidget::doAction(name);
    }

private:
    NavigationButton* m_button;
};

QAccessibleInterface* make(const QString& className, QObject* object)
{
    auto* button = qobject_cast<NavigationButton*>(object);
    return button && className == QLatin1String(NavigationButton::staticMetaObject.className())
               ? new SpokenTab(button)
               : nullptr;
}

} // namespace navigationbutton

NavigationButton::NavigationButton(QWidget* parent)
    : QToolButton(parent)
{
    static const bool known = [] {
        QAccessible::installFactory(navigationbutton::make);
        return true;
    }();
    Q_UNUSED(known)
    setFocusPolicy(Qt::TabFocus);
}

} // namespace tieout
