// SPDX-License-Identifier: GPL-3.0-or-later
// QueueView: a table view as every long list wears it: fixed rows, no grid, j/k beside the arrows;
// copies cells and rows by keys and by a menu, as they are: nothing is quoted. GUI thread.
#pragma once

#include <QTableView>

#include <optional>

class QMenu;

namespace tieout {

class QueueView final : public QTableView
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 28;
    // More belongs into an export.
    static constexpr int kMostCopied = 5'000;

    explicit QueueView(QWidget* parent = nullptr);

    // Selected rows as tab-separated lines of what the columns show, in the order of the rows.
    // Nothing when one of them isn't here yet, or when they are too many.
    std::optional<QString> selectedText(bool withHeaders = false) const;
    // An entry of the menu that copies one column of the selected rows, a line each.
    void addCopyOf(int column, const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct ColumnCopy
    {
        int column;
        QString text;
    };

    QList<int> selectedRowNumbers() const;
    std::optional<QString> textOf(const QList<int>& columns) const;
    QList<int> shownColumns() const;
    void copyCell();
    void copyRows(bool withHeaders);
    void place(const std::optional<QString>& text);
    void fillMenu(QMenu& menu);

    QList<ColumnCopy> m_columnCopies;
};

} // namespace tieout
