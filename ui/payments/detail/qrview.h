// SPDX-License-Identifier: GPL-3.0-or-later
// QrView: a QR code that readers can read whatever the theme: black on white, with its quiet zone,
// whole device-independent pixels for each module. Small until a click, Return or Space makes it
// grow, and back. GUI thread.
#pragma once

#include "model/exports/qrmodules.h"

#include <QWidget>

namespace tieout {

class QrView final : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);

    // False when the text is too long for a code; nothing is shown then.
    bool setContent(const QString& text);
    void setGrown(bool grown);
    bool isGrown() const { return m_grown; }
    // As it is on the screen now, the quiet zone included.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void grownChanged(bool grown);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int modulePixels() const;

    QrModules m_modules;
    bool m_grown = false;
};

} // namespace tieout
