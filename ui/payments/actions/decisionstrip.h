// SPDX-License-Identifier: GPL-3.0-or-later
// DecisionStrip: one decision as it stands: deciding, waiting for the engine with a way to take it
// back, done, refused with its reason. GUI thread; follows Decisions by itself.
#pragma once

#include "model/commands/decisions.h"
#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tieout {

class DecisionStrip final : public QWidget
{
    Q_OBJECT

public:
    // How long an engine that is there may take before the strip speaks of waiting.
    static constexpr std::chrono::milliseconds kPatience{1'500};

    DecisionStrip(Decisions& decisions, const Appearance& appearance, QWidget* parent = nullptr);

    // An unknown one hides the strip.
    void follow(const CommandId& id);
    const CommandId& id() const { return m_id; }
    // In a dialog the title is above already, and an ended decision is not dismissed.
    void setInDialog();
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show();
    void press();
    void wear();

    Decisions& m_decisions;
    const Appearance& m_appearance;
    CommandId m_id;
    Look m_look;
    bool m_inDialog = false;
    bool m_waitsLong = false;
    QTimer m_patience;
    QLabel* m_title;
    QLabel* m_text;
    QToolButton* m_button;
};

} // namespace tieout
