// SPDX-License-Identifier: GPL-3.0-or-later
// QueuePlaceholder: what stands where a list would: why there are no rows, and the way on. GUI
// thread.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tieout {

class PaymentsTable;

class QueuePlaceholder final : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePlaceholder(QWidget* parent = nullptr);

    // Why it shows nothing now. Without a filter it offers a new payment to whoever may create one.
    void showStateOf(const PaymentsTable& table, bool mayCreate);
    QString text() const;

Q_SIGNALS:
    void retryWanted();
    void clearWanted();
    void createWanted();

private:
    using Way = void (QueuePlaceholder::*)();

    // Plain text whatever it holds; without the name of a button there is none.
    void say(const QString& title, const QString& text, const QString& button = {}, Way on = {});

    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
    Way m_way = nullptr; // of the button
};

} // namespace tieout
