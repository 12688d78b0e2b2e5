// SPDX-License-Identifier: GPL-3.0-or-later
// StartWindow: stands while no database is open: the choices of a first start, the form of a
// PostgreSQL connection, the time while one is being opened, and why one isn't. It decides nothing:
// whoever made it opens what is wanted. GUI thread.
#pragma once

#include "model/store/connectiontest.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace tieout {

class PostgresForm;
class ProblemView;
class StartChoices;

class StartWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit StartWindow(Appearance& appearance, QWidget* parent = nullptr);

    void showChoices(const QStringList& recent);
    void showServer(const QString& url); // empty: a new one
    void showOpening(const QString& database);
    void showProblem(const Error& error, const QString& database);
    PostgresForm& form() { return *m_form; }
    ProblemView& problem() { return *m_problem; }

Q_SIGNALS:
    void sandboxWanted();
    void fileWanted(const QString& path);
    void serverWanted(const tieout::DatabaseAddress& address);
    void recentWanted(const QString& url);
    void retried();
    void closed(); // the person gave up

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeOpening();
    void askFile(bool create);
    void go(QWidget* page);

    Appearance& m_appearance;
    QStackedWidget* m_stack = nullptr;
    StartChoices* m_choices = nullptr;
    PostgresForm* m_form = nullptr;
    ProblemView* m_problem = nullptr;
    QWidget* m_opening = nullptr;
    QLabel* m_openingText = nullptr;
    QStringList m_recent;
};

} // namespace tieout
