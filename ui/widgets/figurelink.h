// SPDX-License-Identifier: GPL-3.0-or-later
// FigureLink: a figure that opens what it counts, by mouse or key; without a target it is plain
// text that is passed over by the keyboard. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QAbstractButton>

namespace tieout {

class FigureLink final : public QAbstractButton
{
    Q_OBJECT

public:
    FigureLink(const Appearance& appearance, QWidget* parent = nullptr);

    // `words` is what assistive technology and the tool tip say. Empty target: nothing opens.
    void setFigure(const QString& text, const QString& target, const QString& words);
    void setQuiet(bool quiet); // in the muted ink
    const QString& target() const { return m_target; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void opened(const QString& target);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Appearance& m_appearance;
    QString m_target;
    bool m_quiet = false;
};

} // namespace tieout
