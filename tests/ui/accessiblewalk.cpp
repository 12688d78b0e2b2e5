// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"

#include "ui/widgets/announce.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QButtonGroup>
#include <QImage>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <iterator>
#include <map>

namespace tieout::test {

namespace accessiblewalk {

constexpr int kMostChildren = 60; // of a long list: enough rows to see how they are
constexpr int kMostSteps = 400;   // of the focus
constexpr int kFocusMargin = 4;   // a ring may stand around its widget

constexpr QAccessible::Role kInteractive[] = {
    QAccessible::PushButton,   QAccessible::CheckBox,       QAccessible::RadioButton,
    QAccessible::ComboBox,     QAccessible::EditableText,   QAccessible::SpinBox,
    QAccessible::Slider,       QAccessible::Link,           QAccessible::MenuItem,
    QAccessible::ButtonMenu,   QAccessible::ButtonDropDown, QAccessible::PageTab,
    QAccessible::ListItem,     QAccessible::TreeItem,       QAccessible::Cell,
    QAccessible::List,         QAccessible::Table,          QAccessible::Tree,
    QAccessible::ColumnHeader, QAccessible::ProgressBar,    QAccessible::Chart};

bool isInteractive(QAccessible::Role role)
{
    return std::find(std::begin(kInteractive), std::end(kInteractive), role) !=
           std::end(kInteractive);
}

// What Qt puts into its own widgets is named by them.
bool isInner(const QObject* object)
{
    if (!object)
        return false;
    const auto* widget = qobject_cast<const QWidget*>(object);
    return object->objectName().startsWith(u"qt_") || qobject_cast<const QScrollBar*>(object) ||
           (widget && qobject_cast<const QLineEdit*>(widget->parentWidget()) &&
            !qobject_cast<const QLineEdit*>(widget)) ||
           (widget && widget->parentWidget() &&
            widget->parentWidget()->inherits("QAbstractSpinBox"));
}

QString placeOf(QAccessibleInterface& node)
{
    QString place;
    for (const QObject* at = node.object(); at; at = at->parent()) {
        const QString name = at->objectName();
        place.prepend(u'/' + QLatin1String(at->metaObject()->className()) +
                      (name.isEmpty() ? name : u'#' + name));
        if (place.count(u'/') == 4)
            break;
    }
    return place.isEmpty() ? QStringLiteral("(%1)").arg(int(node.role())) : place;
}

QString mistakeOf(QAccessibleInterface& node)
{
    const QString name = node.text(QAccessible::Name);
    const auto state = node.state();
    const bool isSaid = std::any_of(
        name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'–'; });
    if (!isSaid && node.role() != QAccessible::Cell)
        return QStringLiteral("no name");
    if (name.isEmpty())
        return QStringLiteral("an empty cell without a name");
    if (name.contains(u'&') && !name.contains(u"& "))
        return QStringLiteral("the name has a mnemonic sign: ") + name;
    const auto* tool = qobject_cast<QToolButton*>(node.object());
    if (tool && tool->autoExclusive() && node.role() == QAccessible::CheckBox)
        return QStringLiteral("one of several is no check box: ") + name;
    if (state.disabled && qobject_cast<QAbstractButton*>(node.object()) &&
        node.text(QAccessible::Description).isEmpty())
        return QStringLiteral("disabled without a reason: ") + name;
    return {};
}

void walk(QAccessibleInterface& node, QStringList& mistakes)
{
    const auto state = node.state();
    if (state.invisible || isInner(node.object()))
        return;
    if (isInteractive(node.role())) {
        const QString mistake = mistakeOf(node);
        if (!mistake.isEmpty())
            mistakes.append(placeOf(node) + u' ' + mistake);
    }
    const int children = std::min(node.childCount(), kMostChildren);
    for (int i = 0; i < children; ++i) {
        if (QAccessibleInterface* child = node.child(i))
            walk(*child, mistakes);
    }
}

bool takesTab(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
}

QList<QWidget*> stopsOf(QWidget& window)
{
    QList<QWidget*> stops;
    for (QWidget* each : window.findChildren<QWidget*>()) {
        if (each->window() == window.window() && takesTab(each) && !isInner(each))
            stops.append(each);
    }
    return stops;
}

QString nameOf(const QWidget* widget)
{
    return QStringLiteral("%1#%2 “%3”")
        .arg(QLatin1String(widget->metaObject()->className()),
             widget->objectName(),
             widget->accessibleName());
}

QImage around(const QWidget* widget)
{
    QWidget* window = widget->window();
    const QRect box(widget->mapTo(window, QPoint()), widget->size());
    const int margin = kFocusMargin;
    return window->grab(box.adjusted(-margin, -margin, margin, margin)).toImage();
}

QSet<QWidget*> wayOf(QWidget& window, Qt::Key key)
{
    QSet<QWidget*> met;
    for (int step = 0; step < kMostSteps; ++step) {
        QWidget* now = QApplication::focusWidget();
        if (!now)
            now = &window;
        QTest::keyClick(now, key);
        QWidget* next = QApplication::focusWidget();
        if (!next || (met.contains(next) && step > met.size() + 2))
            break;
        met.insert(next);
    }
    return met;
}

// Tab stops once in a group of which one is chosen; the arrow keys go through it.
bool isInReachedGroup(const QWidget* widget, const QSet<QWidget*>& met)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (!button || !button->isCheckable())
        return false;
    const auto isOfGroup = [&](QWidget* each) {
        const auto* other = qobject_cast<QAbstractButton*>(each);
        const bool byParent = other && other->autoExclusive() && button->autoExclusive() &&
                              other->parentWidget() == button->parentWidget();
        const bool byGroup = other && button->group() && button->group()->exclusive() &&
                             other->group() == button->group();
        return byParent || byGroup;
    };
    return std::any_of(met.begin(), met.end(), isOfGroup);
}

void bringIntoView(QWidget* widget)
{
    for (QWidget* at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(at))
            area->ensureWidgetVisible(widget);
    }
}

} // namespace accessiblewalk

QStringList spokenMistakes(QWidget& window)
{
    QStringList mistakes;
    accessiblewalk::walk(*QAccessible::queryAccessibleInterface(&window), mistakes);
    mistakes.removeDuplicates();
    return mistakes;
}

QStringList focusMistakes(QWidget& window)
{
    using namespace accessiblewalk;
    QStringList mistakes;
    const QList<QWidget*> stops = stopsOf(window);
    if (stops.isEmpty())
        return mistakes;
    stops.first()->setFocus(Qt::TabFocusReason);
    const auto forwards = wayOf(window, Qt::Key_Tab);
    const auto backwards = wayOf(window, Qt::Key_Backtab);
    for (QWidget* stop : stops) {
        const bool byArrows = isInReachedGroup(stop, forwards);
        if (!forwards.contains(stop) && !byArrows)
            mistakes.append(QStringLiteral("Tab never reaches ") + nameOf(stop));
        if (!backwards.contains(stop) && !byArrows)
            mistakes.append(QStringLiteral("Shift+Tab never reaches ") + nameOf(stop));
        bringIntoView(stop);
        stop->setFocus(Qt::TabFocusReason);
        const QImage with = around(stop);
        stop->clearFocus();
        if (with == around(stop))
            mistakes.append(QStringLiteral("the focus can't be seen on ") + nameOf(stop));
    }
    return mistakes;
}

QStringList mnemonicMistakes(QWidget& window)
{
    std::map<QString, QStringList> users;
    const auto note = [&](const QString& text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            users[key.toString()].append(text);
    };
    if (const auto* menu = qobject_cast<QMenu*>(&window)) {
        for (const QAction* action : menu->actions())
            note(action->text());
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->window() == window.window())
            note(button->text());
    }
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy())
            note(label->text());
    }
    QStringList mistakes;
    for (const auto& [key, texts] : users) {
        if (texts.size() > 1)
            mistakes.append(key + QStringLiteral(": ") + texts.join(QStringLiteral(" | ")));
    }
    return mistakes;
}

bool noneOf(const QStringList& mistakes)
{
    for (const QString& each : mistakes)
        qWarning("%s", qPrintable(each));
    return mistakes.isEmpty();
}

AlertSpy::AlertSpy()
{
    qApp->installEventFilter(this);
}

bool AlertSpy::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == announcedEvent())
        m_names.append(QAccessible::queryAccessibleInterface(watched)->text(QAccessible::Name));
    return false;
}

} // namespace tieout::test
