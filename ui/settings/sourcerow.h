// SPDX-License-Identifier: GPL-3.0-or-later
// SourceRow: one source of a rail: name, operator, health, head, latency, its last error, and the
// button that has the engine test it: a command like any other, which waits, is answered or can be
// taken back. GUI thread.
#pragma once

#include "model/commands/decisions.h"
#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tieout {

class PillLabel;

class SourceRow final : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        Decisions& decisions;
        const Appearance& appearance;
        QString rail;
        QString source;
    };

    SourceRow(const Parts& parts, QWidget* parent = nullptr);

    void setStatus(const SourceStatus& status);

private:
    const Decision* decision() const; // the last test; nothing before the first
    void test();
    void showTest();

    Parts m_parts;
    std::optional<CommandId> m_asked;
    PillLabel* m_health;
    QLabel* m_facts;
    QLabel* m_told;
    QPushButton* m_button;
};

} // namespace tieout
