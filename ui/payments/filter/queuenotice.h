// SPDX-License-Identifier: GPL-3.0-or-later
// QueueNotice: one line above a list that says something about it, and a button for what to do. GUI
// thread.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace tieout {

class IconLabel;

class QueueNotice final : public QWidget
{
    Q_OBJECT

public:
    enum class About {
        Nothing,
        Failure, // the list couldn't be read
        Outside, // the payment that is shown isn't in the list
    };

    explicit QueueNotice(QWidget* parent = nullptr);

    About about() const { return m_about; }
    // Nothing hides it. Plain text whatever it holds.
    void say(About about, const QString& text = {});
    // Hides it when it says something about that.
    void drop(About about);

Q_SIGNALS:
    void retryWanted();
    void clearWanted();

private:
    About m_about = About::Nothing;
    IconLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_button;
};

} // namespace tieout
