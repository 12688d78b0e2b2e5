// SPDX-License-Identifier: GPL-3.0-or-later
// RawView: JSON to be read, searched and copied; Escape or Back leaves it. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tieout {

namespace rawview {
class RawText;
}

class RawView final : public QWidget
{
    Q_OBJECT

public:
    explicit RawView(const Appearance& appearance, QWidget* parent = nullptr);

    // Keeps the place that one reads at, and what is searched for. `canonical` is what "Copy
    // canonical" copies.
    void setJson(const QString& text, const QByteArray& canonical);
    void clear();
    // Begins with the search.
    void takeFocus();

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* button(const QString& name, const QString& text);
    void search();
    void step(int by);
    void showFound();

    const Appearance& m_appearance;
    QLineEdit* m_search;
    QLabel* m_count;
    rawview::RawText* m_text;
    QByteArray m_canonical;
    QList<int> m_found; // where each match begins
    qsizetype m_at = 0;
};

} // namespace tieout
