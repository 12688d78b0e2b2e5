// SPDX-License-Identifier: GPL-3.0-or-later
// PanelNotice: what a panel says when it has nothing to show: an icon, what is so, what to do next,
// and a way to try again where that helps. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace tieout {

class PanelNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelNotice(QWidget* parent = nullptr);

    // `icon` is of resources/icons; empty: none.
    void say(const QString& icon, const QString& title, const QString& text, bool mayRetry);
    QString text() const;

Q_SIGNALS:
    void retryWanted();

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QToolButton* m_retry;
};

} // namespace tieout
