// SPDX-License-Identifier: GPL-3.0-or-later
// Callout: a boxed word to the person that can't be overlooked: a shape, a title, and what to do
// next, on the ground of a tone. Its text can be selected; plain text whatever it holds; news in it
// is told to assistive technology. GUI thread.
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QWidget>

class QLabel;

namespace tieout {

class Callout final : public QWidget
{
    Q_OBJECT

public:
    Callout(const Appearance& appearance, Look look, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeRoom();
    void wear();

    const Appearance& m_appearance;
    Look m_look;
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace tieout
