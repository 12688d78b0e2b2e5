// SPDX-License-Identifier: GPL-3.0-or-later
// FieldNote: one line of words with a shape before it, in the ink of a tone; without a shape it is
// a quiet hint. GUI thread.
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace tieout {

class FieldNote final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(const Appearance& appearance, QWidget* parent = nullptr);

    void say(const QString& text, std::optional<Look> look = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void wear();

    const Appearance& m_appearance;
    std::optional<Look> m_look;
    QLabel* m_text;
};

} // namespace tieout
