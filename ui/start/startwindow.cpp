// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startwindow.h"

#include "ui/start/postgresform.h"
#include "ui/start/problemview.h"
#include "ui/start/startchoices.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/leading.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

namespace tieout {

namespace startwindow {

constexpr int kWide = 900;
constexpr int kNarrow = 620;

// In a column of the window's middle, where all pages begin at one edge; no wider than `width`.
QWidget* middled(QWidget* page, int width, QWidget* parent)
{
    auto* inner = new QWidget(parent);
    auto* row = new QHBoxLayout(inner);
    row->setContentsMargins(32, 8, 32, 24);
    auto* column = new QWidget(inner);
    column->setMaximumWidth(kWide);
    auto* line = new QHBoxLayout(column);
    line->setContentsMargins(0, 0, 0, 0);
    page->setMaximumWidth(width);
    line->addWidget(page, 1'000);
    line->addStretch(1);
    row->addStretch(1);
    row->addWidget(column, 1'000);
    row->addStretch(1);
    return inner;
}

// Scrolled when the window is too low for it.
QWidget* scrolled(QWidget* page, int width, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // it follows the focus of what it holds
    area->setWidget(middled(page, width, area));
    return area;
}

} // namespace startwindow

StartWindow::StartWindow(Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setWindowTitle(tr("Tieout"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(startwindow::middled(makeHead(), startwindow::kWide, this));
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack, 1);
    m_choices = new StartChoices(this);
    m_form = new PostgresForm(appearance, this);
    m_problem = new ProblemView(appearance, this);
    m_opening = makeOpening();
    m_stack->addWidget(startwindow::scrolled(m_choices, startwindow::kWide, m_stack));
    m_stack->addWidget(startwindow::scrolled(m_form, startwindow::kNarrow, m_stack));
    m_stack->addWidget(startwindow::scrolled(m_problem, startwindow::kNarrow, m_stack));
    m_stack->addWidget(startwindow::scrolled(m_opening, startwindow::kNarrow, m_stack));
    connect(m_choices, &StartChoices::sandboxWanted, this, &StartWindow::sandboxWanted);
    connect(m_choices, &StartChoices::openFileWanted, this, [this] { askFile(false); });
    connect(m_choices, &StartChoices::createFileWanted, this, [this] { askFile(true); });
    connect(m_choices, &StartChoices::serverWanted, this, [this] { showServer({}); });
    connect(m_choices, &StartChoices::recentWanted, this, &StartWindow::recentWanted);
    connect(m_form, &PostgresForm::opened, this, &StartWindow::serverWanted);
    connect(m_form, &PostgresForm::cancelled, this, [this] { showChoices(m_recent); });
    connect(m_problem, &ProblemView::retried, this, &StartWindow::retried);
    connect(m_problem, &ProblemView::leftForAnother, this, [this] { showChoices(m_recent); });
    connect(m_problem, &ProblemView::closed, this, &QWidget::close);
    resize(1000, 680);
}

QWidget* StartWindow::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 22, 0, 6);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    auto* name = new QLabel(QStringLiteral("Tieout"), head);
    name->setFont(mediumOf(interfaceFont(21)));
    alignLeading(*name);
    auto* text = new QLabel(tr("Stablecoin payments, watched, matched and proved."), head);
    text->setForegroundRole(QPalette::PlaceholderText);
    names->addWidget(name);
    names->addWidget(text);
    row->addLayout(names);
    row->addStretch(1);
    auto* theme = new QToolButton(head);
    theme->setIcon(lineIcon(QStringLiteral("contrast")));
    theme->setIconSize({20, 20});
    theme->setToolTip(tr("Switch between light and dark"));
    theme->setAccessibleName(theme->toolTip());
    connect(theme, &QToolButton::clicked, &m_appearance, &Appearance::toggleDark);
    row->addWidget(theme, 0, Qt::AlignTop);
    return head;
}

QWidget* StartWindow::makeOpening()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    auto* title = new QLabel(tr("Opening…"), page);
    title->setFont(mediumOf(interfaceFont(15)));
    m_openingText = new QLabel(page);
    m_openingText->setFont(monoFont(9.5));
    m_openingText->setTextFormat(Qt::PlainText);
    m_openingText->setWordWrap(true);
    m_openingText->setForegroundRole(QPalette::PlaceholderText);
    auto* bar = new QProgressBar(page);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(6);
    bar->setAccessibleName(tr("Opening the database"));
    column->addWidget(title);
    column->addWidget(m_openingText);
    column->addWidget(bar);
    column->addStretch(1);
    return page;
}

void StartWindow::go(QWidget* page)
{
    for (int i = 0; i < m_stack->count(); ++i) {
        if (m_stack->widget(i)->isAncestorOf(page))
            m_stack->setCurrentIndex(i);
    }
}

void StartWindow::showChoices(const QStringList& recent)
{
    m_recent = recent;
    m_choices->setRecent(recent);
    go(m_choices);
    m_choices->setFocus(Qt::OtherFocusReason);
}

void StartWindow::showServer(const QString& url)
{
    const auto address = PostgresAddress::fromUrl(url);
    go(m_form);
    m_form->setAddress(address ? *address : PostgresAddress{});
}

void StartWindow::showOpening(const QString& database)
{
    m_openingText->setText(database);
    alignLeading(*m_openingText);
    go(m_opening);
}

void StartWindow::showProblem(const Error& error, const QString& database)
{
    go(m_problem);
    m_problem->setProblem(error, database);
}

void StartWindow::askFile(bool create)
{
    auto* dialog = new QFileDialog(this, create ? tr("Create a database") : tr("Open a database"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(create ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(create ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("SQLite databases (*.sqlite *.db)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("sqlite"));
    connect(dialog, &QFileDialog::fileSelected, this, &StartWindow::fileWanted);
    dialog->open();
}

void StartWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace tieout
