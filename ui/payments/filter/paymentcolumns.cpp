// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/paymentcolumns.h"

#include "ui/payments/filter/menubutton.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/celldelegate.h"

#include <QActionGroup>
#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace tieout {

namespace paymentcolumns {

constexpr int kNarrowest = 48;

using Column = PaymentsTable::Column;

// Texts of people, the likeliest to be long first.
constexpr Column kFlexible[] = {Column::OrderReference, Column::Customer, Column::Corridor};

} // namespace paymentcolumns

PaymentColumns::PaymentColumns(QTableView& view, const Appearance& appearance)
    : QObject(&view)
    , m_view(view)
    , m_header(*view.horizontalHeader())
    , m_button(new MenuButton(appearance, QStringLiteral("columns"), tr("Columns"), &view))
{
    m_header.setSectionsClickable(true);
    m_header.setSortIndicatorShown(true);
    m_header.setMinimumSectionSize(paymentcolumns::kNarrowest);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    m_button->setObjectName(QStringLiteral("columns"));
    m_button->setAccessibleName(tr("Choose columns"));
    auto* menu = new TickMenu(m_button);
    m_button->opens(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(*menu, -1); });
    connect(&m_header, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        auto* own = new TickMenu(&m_view);
        own->setObjectName(QStringLiteral("headerMenu"));
        connect(own, &QMenu::aboutToHide, own, &QObject::deleteLater);
        fillMenu(*own, m_header.logicalIndexAt(at));
        own->popup(m_header.viewport()->mapToGlobal(at));
    });
    connect(&m_header, &QHeaderView::sectionClicked, this, &PaymentColumns::clickHeader);
    const auto tell = [this] {
        if (!m_showing)
            Q_EMIT changed();
    };
    connect(&m_header, &QHeaderView::sectionMoved, this, tell);
    connect(&m_header, &QHeaderView::sectionResized, this, &PaymentColumns::takeSize);
    view.viewport()->installEventFilter(this);
    show({});
    showOrder();
}

QString PaymentColumns::titleOf(int section) const
{
    return m_view.model()->headerData(section, Qt::Horizontal).toString();
}

int PaymentColumns::shownCount() const
{
    return m_header.count() - m_header.hiddenSectionCount();
}

std::vector<ColumnPlace> PaymentColumns::places() const
{
    std::vector<ColumnPlace> places;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int section = m_header.logicalIndex(visual);
        const int width = m_sized.contains(section) ? m_header.sectionSize(section) : 0;
        if (!m_header.isSectionHidden(section))
            places.push_back({paymentcolumns::Column(section), width});
    }
    return places;
}

void PaymentColumns::takeSize(int section)
{
    if (m_showing)
        return;
    m_sized.insert(section);
    Q_EMIT changed();
}

bool PaymentColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fillRoom();
    return QObject::eventFilter(watched, event);
}

int PaymentColumns::firstText() const
{
    for (const auto column : paymentcolumns::kFlexible) {
        if (!m_header.isSectionHidden(int(column)))
            return int(column);
    }
    return -1;
}

// Not while somebody drags an edge: what is behind it would run away from the pointer.
void PaymentColumns::fillRoom()
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    const auto widen = [this](int section, int room) {
        if (section < 0 || m_sized.contains(section) || m_header.isSectionHidden(section))
            return;
        setDefaultWidth(section);
        m_header.resizeSection(section, m_header.sectionSize(section) + room);
    };
    const int before = std::exchange(m_flexible, firstText());
    for (const int section : {before, m_flexible})
        widen(section, 0);
    widen(m_flexible, std::max(0, m_view.viewport()->width() - m_header.length()));
}

// Wide enough for its title and its longest fixed word in every language.
void PaymentColumns::setDefaultWidth(int section)
{
    const auto column = paymentcolumns::Column(section);
    const QFontMetrics metrics(interfaceFont());
    int width = PaymentsTable::widthOf(column) * metrics.averageCharWidth();
    const QFontMetrics title(mediumOf(interfaceFont()));
    width = std::max(width, title.horizontalAdvance(titleOf(section)));
    if (PaymentsTable::kindOf(column) == CellKind::Progress) {
        QStringList words{translatedWord(labelOf(ConfirmationState::Final))};
        for (const auto& mark : wordsOf(FinalityMark{}))
            words.append(QLatin1String(mark.text));
        for (const QString& word : words)
            width = std::max(width,
                             CellDelegate::kProgressBar + CellDelegate::kProgressGap +
                                 metrics.horizontalAdvance(word));
    }
    m_header.resizeSection(section, width + 20);
}

void PaymentColumns::show(const std::vector<ColumnPlace>& places)
{
    {
        const QScopedValueRollback<bool> showing(m_showing, true);
        const auto wanted = places.empty() ? defaultColumns() : places;
        for (int visual = 0; visual < int(wanted.size()); ++visual) {
            const ColumnPlace& place = wanted[size_t(visual)];
            const int section = int(place.column);
            m_header.moveSection(m_header.visualIndex(section), visual);
            m_header.showSection(section);
            if (place.width > 0) {
                m_sized.insert(section);
                m_header.resizeSection(section, place.width);
            } else {
                m_sized.remove(section);
                setDefaultWidth(section);
            }
        }
        for (int visual = int(wanted.size()); visual < m_header.count(); ++visual)
            m_header.hideSection(m_header.logicalIndex(visual));
        fillRoom();
        showOrder();
    }
    Q_EMIT changed();
}

void PaymentColumns::setShown(int section, bool shown)
{
    if (shown == !m_header.isSectionHidden(section) || (!shown && shownCount() == 1))
        return;
    {
        const QScopedValueRollback<bool> showing(m_showing, true);
        if (shown) {
            m_header.showSection(section);
            m_sized.remove(section);
            setDefaultWidth(section);
        } else {
            m_header.hideSection(section);
        }
        fillRoom();
        showOrder();
    }
    Q_EMIT changed();
}

void PaymentColumns::fillMenu(QMenu& menu, int section)
{
    qDeleteAll(menu.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    menu.clear();
    addOrder(menu);
    const int current = m_view.currentIndex().column();
    if (section >= 0) {
        addMoves(menu, section);
    } else if (current >= 0 && !m_header.isSectionHidden(current)) {
        //: A column's title; opens a menu of what can be done with it.
        addMoves(*menu.addMenu(tr("Column “%1”").arg(titleOf(current))), current);
        menu.addSeparator();
    }
    QList<QAction*> ticks;
    for (int column = 0; column < m_header.count(); ++column) {
        QAction* tick = menu.addAction(titleOf(column));
        tick->setCheckable(true);
        tick->setChecked(!m_header.isSectionHidden(column));
        ticks.append(tick);
        connect(tick, &QAction::toggled, this, [this, column](bool on) { setShown(column, on); });
    }
    const auto judge = [this, ticks] {
        for (QAction* tick : ticks) {
            const bool last = tick->isChecked() && shownCount() == 1;
            tick->setEnabled(!last);
            tick->setToolTip(last ? tr("One column always stays") : QString());
        }
    };
    for (QAction* tick : ticks)
        connect(tick, &QAction::toggled, &menu, judge);
    judge();
    menu.addSeparator();
    QAction* reset = menu.addAction(tr("Reset columns"));
    reset->setObjectName(QStringLiteral("resetColumns"));
    connect(reset, &QAction::triggered, this, [this] { show({}); });
}

void PaymentColumns::addMoves(QMenu& menu, int section)
{
    const int visual = m_header.visualIndex(section);
    const auto neighbour = [this, visual](int step) {
        for (int at = visual + step; at >= 0 && at < m_header.count(); at += step) {
            if (!m_header.isSectionHidden(m_header.logicalIndex(at)))
                return at;
        }
        return -1;
    };
    const QString title = titleOf(section);
    QAction* hide = menu.addAction(tr("Hide “%1”").arg(title));
    hide->setEnabled(shownCount() > 1);
    connect(hide, &QAction::triggered, this, [this, section] { setShown(section, false); });
    const std::pair<QString, int> moves[] = {{tr("Move towards the beginning"), -1},
                                             {tr("Move towards the end"), 1}};
    for (const auto& [text, step] : moves) {
        const int target = neighbour(step);
        QAction* move = menu.addAction(text);
        move->setEnabled(target >= 0);
        connect(move, &QAction::triggered, this, [this, visual, target] {
            m_header.moveSection(visual, target);
        });
    }
    QAction* fit = menu.addAction(tr("As wide as its content"));
    connect(fit, &QAction::triggered, this, [this, section] {
        m_view.resizeColumnToContents(section);
    });
    menu.addSeparator();
}

void PaymentColumns::addOrder(QMenu& menu)
{
    QMenu* own = menu.addMenu(tr("Order by"));
    own->setObjectName(QStringLiteral("orderMenu"));
    const auto add = [own](QActionGroup* group, const QString& text, bool checked) {
        QAction* choice = own->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(checked);
        group->addAction(choice);
        return choice;
    };
    auto* columns = new QActionGroup(own);
    for (int section = 0; section < m_header.count(); ++section) {
        const auto column = paymentcolumns::Column(section);
        if (!PaymentsTable::sortOf(column))
            continue;
        const bool isIt = m_order.column == column;
        connect(add(columns, titleOf(section), isIt), &QAction::triggered, this, [=, this] {
            if (!isIt)
                clickHeader(section);
        });
    }
    own->addSeparator();
    auto* ways = new QActionGroup(own);
    const std::pair<QString, Qt::SortOrder> orders[] = {{tr("Ascending"), Qt::AscendingOrder},
                                                        {tr("Descending"), Qt::DescendingOrder}};
    for (const auto& [text, way] : orders) {
        QAction* choice = add(ways, text, m_order.order == way);
        connect(choice, &QAction::triggered, this, [this, turned = way] {
            orderBy({m_order.column, turned});
        });
    }
}

void PaymentColumns::setOrder(const ColumnOrder& order)
{
    m_order = order;
    showOrder();
}

PaymentQuery PaymentColumns::ordered(PaymentQuery query) const
{
    const auto sort = PaymentsTable::sortOf(m_order.column);
    const bool isAge = m_order.column == paymentcolumns::Column::Age;
    query.sort = sort.value_or(PaymentSort::Created);
    query.descending = (m_order.order == Qt::DescendingOrder) != isAge;
    return query;
}

void PaymentColumns::clickHeader(int section)
{
    const auto column = paymentcolumns::Column(section);
    // The header has moved its arrow by itself, also to a column that has no order.
    if (!PaymentsTable::sortOf(column))
        return showOrder();
    // A second click turns the order; words begin with A, times with the latest.
    const bool same = m_order.column == column;
    const bool latestFirst = column == paymentcolumns::Column::Created;
    Qt::SortOrder order = latestFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (same)
        order = m_order.order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    orderBy({column, order});
}

void PaymentColumns::orderBy(const ColumnOrder& order)
{
    m_order = order;
    showOrder();
    Q_EMIT orderChanged();
}

// On the column itself, or on the other one that shows the same: age and creation.
void PaymentColumns::showOrder()
{
    using paymentcolumns::Column;
    int section = int(m_order.column);
    Qt::SortOrder order = m_order.order;
    if (m_header.isSectionHidden(section)) {
        const bool isTime = m_order.column == Column::Created || m_order.column == Column::Age;
        const int other = int(m_order.column == Column::Created ? Column::Age : Column::Created);
        const bool shownThere = isTime && !m_header.isSectionHidden(other);
        section = shownThere ? other : -1;
        order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    m_header.setSortIndicator(section, order);
    const bool up = m_order.order == Qt::AscendingOrder;
    //: A column's title.
    const QString sorted = up ? tr("Ordered by %1, ascending") : tr("Ordered by %1, descending");
    m_button->setAccessibleDescription(sorted.arg(titleOf(int(m_order.column))));
}

} // namespace tieout
