// SPDX-License-Identifier: GPL-3.0-or-later
// PaletteDelegate: paints one entry of the palette: icon, title with the matched letters marked,
// what it is or why it is disabled, and its keys as caps. GUI thread.
#pragma once

#include "ui/shell/palettemodel.h"
#include "ui/theme/appearance.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace tieout {

class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 44;

    explicit PaletteDelegate(const Appearance& appearance, QObject* parent = nullptr);

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTitle(QPainter& painter, const PaletteEntry& entry, const QRectF& box) const;

    const Appearance& m_appearance;
    QFont m_title;
    QFont m_detail;
};

} // namespace tieout
