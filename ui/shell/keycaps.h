// SPDX-License-Identifier: GPL-3.0-or-later
// Keycaps: the keys of one action drawn as caps, all its sequences one behind the other. GUI
// thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QKeySequence>
#include <QWidget>

class QPainter;

namespace tieout {

// One sequence ("Ctrl+K"), ending at the trailing edge of `box`; answers the width it took, with a
// gap before it.
qreal paintKeys(QPainter& painter,
                const QString& keys,
                const QRectF& box,
                const Theme& theme,
                Qt::LayoutDirection direction);
qreal keysWidth(const QString& keys);

class Keycaps final : public QWidget
{
    Q_OBJECT

public:
    Keycaps(const QList<QKeySequence>& keys, const Appearance& appearance, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    QStringList m_keys;
};

} // namespace tieout
