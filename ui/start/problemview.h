// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemView: why a database isn't open and what can be done next. GUI thread.
#pragma once

#include "model/domain/result.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tieout {

class Callout;

class ProblemView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemView(const Appearance& appearance, QWidget* parent = nullptr);

    // `database` is for people: without secrets.
    void setProblem(const Error& error, const QString& database);
    QString title() const;

Q_SIGNALS:
    void retried();
    void leftForAnother();
    void closed();

private:
    Callout* m_words;
    QLabel* m_title;
    QLabel* m_database;
    QLabel* m_reason;
    QPushButton* m_retry;
    QPushButton* m_another;
};

} // namespace tieout
