// SPDX-License-Identifier: GPL-3.0-or-later
// StateLabel: one state in the status bar: a shape and a few words, cut at the end when there is no
// room. GUI thread.
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QFont>
#include <QWidget>

namespace tieout {

class StateLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StateLabel(const Appearance& appearance, QWidget* parent = nullptr);

    // `name` is what assistive technology calls it; `tip` holds all of it.
    void setState(Look look, const QString& name, const QString& text, const QString& tip);
    QString text() const { return m_text; }
    Look look() const { return m_look; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    QFont m_font;
    QString m_text;
    Look m_look;
};

} // namespace tieout
