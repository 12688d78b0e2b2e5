// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/export/exportdialog.h"

#include "ui/payments/export/exportpath.h"
#include "ui/payments/export/exportwords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/numbertext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace tieout {

namespace exportdialog {

constexpr int kWidth = 600;
constexpr int kNameWidth = 104; // as the form's below it

} // namespace exportdialog

ExportDialog::ExportDialog(const Appearance& appearance, QWidget* parent)
    : QDialog(parent)
    , m_appearance(appearance)
    , m_facts(new FactGrid(this))
    , m_form(new Form(appearance, this))
    , m_format(new ChoiceBox(appearance, m_form))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export payments"));
    setAccessibleName(windowTitle());
    auto* title = new QLabel(windowTitle(), this);
    title->setFont(mediumOf(interfaceFont(15)));
    auto* about = new QLabel(tr("What the list shows now, into a file of its own."), this);
    about->setForegroundRole(QPalette::PlaceholderText);
    static_cast<QGridLayout*>(m_facts->layout())
        ->setColumnMinimumWidth(0, exportdialog::kNameWidth);
    auto* note = new FieldNote(appearance, this);
    note->say(tr("The file begins with its filter, the time in UTC, the number of its rows and a "
                 "hash of them. Nothing in it can be taken for a formula."));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 20, 24, 20);
    whole->setSpacing(4);
    whole->setSizeConstraint(QLayout::SetNoConstraint);
    whole->addWidget(title);
    whole->addWidget(about);
    whole->addSpacing(12);
    whole->addWidget(m_facts);
    whole->addSpacing(16);
    whole->addWidget(makeFields());
    whole->addSpacing(4);
    whole->addWidget(note);
    whole->addStretch(1);
    whole->addSpacing(16);
    whole->addWidget(makeButtons());
    setMinimumWidth(exportdialog::kWidth);
    resize(exportdialog::kWidth, 0);
    showFormat();
}

QWidget* ExportDialog::makeFields()
{
    m_format->setObjectName(QStringLiteral("exportFormat"));
    // In the order of the enum.
    m_format->addItem(tr("CSV"));
    m_format->addItem(tr("Excel workbook (XLSX)"));
    m_format->addItem(tr("JSON"));
    m_formatField = m_form->add(tr("&Format"), m_format);
    m_pathField = m_form->add(tr("F&ile"), makePath());
    connect(m_format, &ChoiceBox::currentIndexChanged, this, &ExportDialog::showFormat);
    return m_form;
}

QWidget* ExportDialog::makePath()
{
    auto* box = new QWidget(m_form);
    m_path = new QLineEdit(box);
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setAccessibleName(tr("File"));
    // A path reads from left to right in every language.
    m_path->setLayoutDirection(Qt::LeftToRight);
    auto* browse = new QPushButton(tr("&Browse…"), box);
    browse->setObjectName(QStringLiteral("browse"));
    browse->setAutoDefault(false);
    m_replace = new QCheckBox(tr("&Replace the file that is there"), box);
    m_replace->setObjectName(QStringLiteral("replace"));
    m_replace->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_replace);
    box->setFocusProxy(m_path);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        m_problem.clear();
        // Said about another file.
        m_replace->setChecked(false);
        check();
    });
    connect(m_replace, &QCheckBox::toggled, this, &ExportDialog::check);
    return box;
}

QWidget* ExportDialog::makeButtons()
{
    auto* box = new QWidget(this);
    auto* close = new QPushButton(tr("Close"), box);
    close->setObjectName(QStringLiteral("close"));
    close->setAutoDefault(false);
    m_primary = new QPushButton(tr("&Export"), box);
    m_primary->setObjectName(QStringLiteral("primary"));
    m_primary->setProperty("primary", true);
    m_primary->setDefault(true);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_primary);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, &ExportDialog::press);
    return box;
}

void ExportDialog::setScope(const ExportScope& scope)
{
    const QString number = groupedNumber(scope.rows);
    std::vector<Fact> facts{
        //: Of rows in a list that is still being counted.
        {tr("Payments"), scope.isExact ? number : tr("more than %1").arg(number)},
        //: A number of columns, then their names.
        {tr("Columns"),
         tr("%1 as shown: %2").arg(scope.columns.size()).arg(scope.columns.join(tr(", ")))}};
    if (scope.filter.isEmpty())
        facts.push_back({tr("Filter"), tr("none: all payments")});
    else
        facts.push_back({tr("Filter"), scope.filter, true});
    if (!scope.environment.isEmpty())
        facts.push_back({tr("Environment"), scope.environment});
    m_facts->setFacts(facts);
}

void ExportDialog::setChoice(const ExportChoice& choice)
{
    m_format->setCurrentIndex(int(choice.format));
    m_path->setText(choice.path);
    check();
}

void ExportDialog::setProblem(const QString& problem)
{
    m_problem = problem;
    check();
}

void ExportDialog::setBlocked(const QString& why)
{
    m_blocked = why;
    check();
}

ExportFormat ExportDialog::format() const
{
    return ExportFormat(std::max(m_format->currentIndex(), 0));
}

QString ExportDialog::path() const
{
    return m_path->text().trimmed();
}

void ExportDialog::showFormat()
{
    switch (format()) {
    case ExportFormat::Csv:
        m_formatField->setHint(tr("Text for spreadsheets and scripts, in UTF-8."));
        break;
    case ExportFormat::Xlsx:
        m_formatField->setHint(tr("For Excel and LibreOffice. Amounts keep every digit."));
        break;
    case ExportFormat::Json:
        m_formatField->setHint(tr("For programs. Amounts are texts, so that none is rounded."));
        break;
    }
    m_path->setText(withSuffixOf(m_path->text(), format()));
    check();
}

void ExportDialog::browse()
{
    auto* dialog = new QFileDialog(this, tr("Export to"), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(fileSuffix(format()));
    // This dialog asks by itself, beside the field.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(path());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::check()
{
    if (!m_primary)
        return;
    const auto found = checkExportPath(path(), false);
    const bool exists = !found && found.error().reason == u"file_exists";
    m_replace->setVisible(exists);
    const auto usable = checkExportPath(path(), exists && m_replace->isChecked());
    QString why = usable ? m_problem : exportErrorText(usable.error());
    m_pathField->setError(why);
    m_path->setAccessibleDescription(why);
    // What failed once may go well now: only what is known to fail keeps the button off.
    const QString off = !m_blocked.isEmpty() ? m_blocked : usable ? QString() : why;
    m_primary->setEnabled(off.isEmpty());
    m_primary->setToolTip(off);
    m_primary->setAccessibleDescription(off);
}

void ExportDialog::press()
{
    check();
    if (!m_primary->isEnabled())
        return;
    const ExportChoice choice{format(), path()};
    accept();
    Q_EMIT exportWanted(choice);
}

void ExportDialog::showEvent(QShowEvent* event)
{
    fit();
    QDialog::showEvent(event);
    // The name is what is changed most; its ending stays.
    m_path->setFocus(Qt::OtherFocusReason);
    const qsizetype from = path().lastIndexOf(u'/') + 1;
    const qsizetype dot = path().lastIndexOf(u'.');
    m_path->setSelection(int(from), int(std::max<qsizetype>(dot - from, 0)));
}

bool ExportDialog::event(QEvent* event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

// A window doesn't ask its layout how high wrapped words are at its width.
void ExportDialog::fit()
{
    const int needed = layout()->totalHeightForWidth(width());
    if (needed == m_needed)
        return;
    m_needed = needed;
    setMinimumHeight(needed);
    resize(width(), needed);
}

} // namespace tieout
