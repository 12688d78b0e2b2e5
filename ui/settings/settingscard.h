// SPDX-License-Identifier: GPL-3.0-or-later
// SettingsCard: one block of settings: a title, a sentence about it, and below them whatever is put
// into its column. GUI thread.
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace tieout {

class SettingsCard final : public QWidget
{
    Q_OBJECT

public:
    SettingsCard(const QString& title, const QString& text, QWidget* parent = nullptr);

    QVBoxLayout& column() { return *m_column; }
    void setText(const QString& text);

private:
    QVBoxLayout* m_column;
    QLabel* m_text;
};

// A label in the muted colour that wraps its lines.
QLabel* mutedLabel(const QString& text, QWidget* parent);

} // namespace tieout
