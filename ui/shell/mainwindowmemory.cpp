// SPDX-License-Identifier: GPL-3.0-or-later
// The window's comings and goings: raised, stopped, remembered, closed.
#include "ui/payments/paymentspage.h"
#include "ui/shell/closenotice.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/stopnotice.h"

#include <QAction>
#include <QCloseEvent>
#include <QSettings>

namespace tieout {

void MainWindow::rise()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

std::vector<Decision> MainWindow::unanswered() const
{
    std::vector<Decision> open = m_decisions.undecided();
    std::erase_if(open, [](const Decision& each) {
        return each.state != DecisionState::Submitting && each.state != DecisionState::Lost;
    });
    return open;
}

bool MainWindow::mayClose()
{
    const auto lost = m_closesAnyway ? std::vector<Decision>() : unanswered();
    if (lost.empty())
        return true;
    m_palette->dismiss();
    m_sheet->dismiss();
    m_close->ask(lost);
    return false;
}

void MainWindow::showStopping()
{
    m_closesAnyway = true;
    remember();
    m_palette->dismiss();
    m_sheet->dismiss();
    for (QAction* action : actions())
        action->setEnabled(false);
    m_stop->open();
}

void MainWindow::showStoppingLate()
{
    m_stop->showForced();
}

void MainWindow::remember()
{
    QSettings* settings = m_parts.settings;
    if (!settings)
        return;
    settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings->setValue(QStringLiteral("window/page"), m_pages->current()->objectName());
    settings->setValue(QStringLiteral("payments/state"), m_payments->saveState());
}

void MainWindow::restore()
{
    const QSettings* settings = m_parts.settings;
    if (!settings)
        return;
    restoreGeometry(settings->value(QStringLiteral("window/geometry")).toByteArray());
    m_payments->restoreState(settings->value(QStringLiteral("payments/state")).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose())
        return event->ignore();
    remember();
    QMainWindow::closeEvent(event);
}

} // namespace tieout
