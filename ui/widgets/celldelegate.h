// SPDX-License-Identifier: GPL-3.0-or-later
// CellDelegate: paints every kind of cell (CellKind) of a windowed table: pills, amounts aligned on
// the decimal point, confirmations with a bar, ages with their step, monospace ids, labels. Pills
// keep their colours on selected rows. GUI thread.
#pragma once

#include "model/tables/paymentstable.h"
#include "ui/theme/appearance.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace tieout {

// An amount as people read it: "12 480.50" in parts, so that columns align on the point. At least
// two places where the token has them; the zeros added for that are `padding`.
struct AmountParts
{
    QString whole;    // grouped by threes with a thin space, with a sign
    QString fraction; // without the point
    QString padding;
};

AmountParts amountParts(const Amount& amount);
// The whole of it in one text.
QString amountText(const Amount& amount);

class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kProgressBar = 44;
    static constexpr int kProgressGap = 8; // between the bar and its word
    static constexpr int kAgeShape = 11;   // the step, in front of the age

    explicit CellDelegate(const Appearance& appearance, QObject* parent = nullptr);

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Cell;
    void paintGround(const Cell& cell) const;
    void paintStatus(const Cell& cell) const;
    void paintLabels(const Cell& cell) const;
    void paintAmount(const Cell& cell) const;
    int placesFor(const Cell& cell, int fraction) const;
    void paintProgress(const Cell& cell) const;
    void paintAge(Cell cell) const;
    void paintText(const Cell& cell) const;

    const Appearance& m_appearance;
    QFont m_pillFont;
    QFont m_monoFont;
    mutable int m_places = 2; // on the right of the point
};

} // namespace tieout
