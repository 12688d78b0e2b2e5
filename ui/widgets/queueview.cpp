// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include "model/tables/windowedtable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>

namespace tieout {

QueueView::QueueView(QWidget* parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSortingEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setFixedHeight(32);
}

std::optional<QString> QueueView::selectedText(bool withHeaders) const
{
    const QList<int> columns = shownColumns();
    auto text = textOf(columns);
    if (!text || !withHeaders)
        return text;
    QStringList names;
    for (const int column : columns)
        names.append(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return names.join(u'\t') + u'\n' + *text;
}

void QueueView::addCopyOf(int column, const QString& text)
{
    m_columnCopies.append({column, text});
}

QList<int> QueueView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

// One more than may be copied is enough to know: all of a long list would take seconds.
QList<int> QueueView::selectedRowNumbers() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() <= kMostCopied; ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

std::optional<QString> QueueView::textOf(const QList<int>& columns) const
{
    const QList<int> rows = selectedRowNumbers();
    if (rows.size() > kMostCopied)
        return std::nullopt;
    bool isWhole = true;
    QStringList lines;
    for (const int row : rows) {
        // Asking for it has it read.
        isWhole = !model()->index(row, 0).data(LoadingRole).toBool() && isWhole;
        QStringList cells;
        for (const int column : columns)
            cells.append(model()->index(row, column).data(CopyRole).toString());
        lines.append(cells.join(u'\t'));
    }
    return isWhole ? std::optional(lines.join(u'\n')) : std::nullopt;
}

void QueueView::copyCell()
{
    if (currentIndex().isValid() && !currentIndex().data(LoadingRole).toBool())
        QGuiApplication::clipboard()->setText(currentIndex().data(CopyRole).toString());
}

void QueueView::copyRows(bool withHeaders)
{
    place(selectedText(withHeaders));
}

void QueueView::place(const std::optional<QString>& text)
{
    if (text)
        return QGuiApplication::clipboard()->setText(*text);
    const QString why =
        selectedRowNumbers().size() > kMostCopied
            ? tr("More than %1 rows are selected, too many for the clipboard. An export writes "
                 "them all.")
                  .arg(kMostCopied)
            : tr("Some of the rows are still being read. Copy again in a moment.");
    const QPoint corner = visualRect(currentIndex()).bottomLeft();
    QToolTip::showText(viewport()->mapToGlobal(corner), why, viewport());
}

void QueueView::fillMenu(QMenu& menu)
{
    // The keys are the view's own; the menu only names them.
    const auto add = [&menu, this](const QString& text, const char* key, auto act) {
        QAction* action = menu.addAction(text + QLatin1String(key));
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const qsizetype rows = selectedRowNumbers().size();
    add(tr("Copy the &cell"), "\tCtrl+Shift+C", &QueueView::copyCell)
        ->setEnabled(currentIndex().isValid());
    QList<QAction*> ofRows{add(rows > 1 ? tr("Copy the &rows") : tr("Copy the &row"),
                               "\tCtrl+C",
                               [this] { copyRows(false); }),
                           add(tr("Copy with &headers"), "", [this] { copyRows(true); })};
    if (!m_columnCopies.isEmpty())
        menu.addSeparator();
    for (const ColumnCopy& each : m_columnCopies)
        ofRows.append(
            add(each.text, "", [this, column = each.column] { place(textOf({column})); }));
    for (QAction* action : ofRows)
        action->setEnabled(rows > 0);
}

void QueueView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("copyMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                      : event->globalPos());
}

void QueueView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copyRows(false);
    if (event->key() == Qt::Key_C &&
        event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copyCell();
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int key = event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up;
        QKeyEvent moved(QEvent::KeyPress, key, Qt::NoModifier);
        QTableView::keyPressEvent(&moved);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace tieout
