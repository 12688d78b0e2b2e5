// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/export/paymentsexporter.h"

#include "ui/errortext.h"
#include "ui/payments/export/exportpath.h"
#include "ui/payments/export/exportstrip.h"
#include "ui/payments/export/exportwords.h"
#include "ui/theme/icons.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QStandardPaths>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

namespace tieout {

namespace paymentsexporter {

constexpr std::chrono::milliseconds kAskAgain{1'000}; // a database that didn't answer

QString firstFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace paymentsexporter

PaymentsExporter::PaymentsExporter(const Parts& parts, QWidget* page)
    : QObject(page)
    , m_parts(parts)
    , m_page(page)
    , m_button(new QToolButton(page))
    , m_strip(new ExportStrip(parts.appearance, page))
{
    m_button->setObjectName(QStringLiteral("export"));
    m_button->setText(tr("E&xport…"));
    m_button->setAccessibleName(tr("Export payments"));
    m_button->setIcon(lineIcon(QStringLiteral("download")));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setProperty("framed", true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    connect(m_button, &QToolButton::clicked, this, &PaymentsExporter::open);
    connect(&parts.table, &WindowedTable::countChanged, this, &PaymentsExporter::showScope);
    connect(m_strip, &ExportStrip::dismissed, this, &PaymentsExporter::end);
    connect(m_strip, &ExportStrip::anotherFileWanted, this, [this](const Error& why) {
        openWith(m_last, exportErrorText(why));
    });
}

PaymentsExporter::~PaymentsExporter() = default;

void PaymentsExporter::open()
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->activateWindow();
        return;
    }
    if (m_run && m_run->isRunning())
        return;
    const QString folder = m_last.path.isEmpty() ? paymentsexporter::firstFolder()
                                                 : QFileInfo(m_last.path).absolutePath();
    openWith({m_last.format, proposedExportPath(folder, m_last.format, m_parts.clock.now())}, {});
}

void PaymentsExporter::openWith(const ExportChoice& choice, const QString& problem)
{
    m_dialog = new ExportDialog(m_parts.appearance, m_page->window());
    m_dialog->setChoice(choice);
    m_dialog->setProblem(problem);
    connect(m_dialog, &ExportDialog::exportWanted, this, &PaymentsExporter::start);
    readOrigin();
    showScope();
    m_dialog->open();
}

void PaymentsExporter::readOrigin()
{
    if (!m_origin.environment.isEmpty())
        return;
    m_dialog->setBlocked(tr("Reading which environment this is…"));
    askOrigin();
}

void PaymentsExporter::askOrigin()
{
    m_parts.store.run(AsyncStore::Lane::Scan, [](Database& db) { return readExportOrigin(db); })
        .then(this, [this](const Result<ExportOrigin>& answer) {
            if (!m_dialog)
                return;
            if (!answer && answer.error().code == ErrorCode::Cancelled)
                return askOrigin();
            if (answer)
                m_origin = *answer;
            m_dialog->setBlocked(answer ? QString() : errorText(answer.error()));
            if (!answer && answer.error().code == ErrorCode::Unavailable)
                QTimer::singleShot(paymentsexporter::kAskAgain, m_dialog, [this] { askOrigin(); });
            showScope();
        });
}

QList<PaymentsTable::Column> PaymentsExporter::shownColumns() const
{
    QList<PaymentsTable::Column> shown;
    const QHeaderView* header = m_parts.view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            shown.append(PaymentsTable::Column(column));
    }
    return shown;
}

void PaymentsExporter::showScope()
{
    if (!m_dialog)
        return;
    ExportScope scope;
    scope.rows = m_parts.table.rowCount();
    scope.isExact = m_parts.table.isCountExact();
    for (const PaymentsTable::Column column : shownColumns())
        scope.columns.append(
            m_parts.table.headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString());
    scope.filter = toText(m_parts.table.query().filter);
    scope.environment = m_origin.environment;
    m_dialog->setScope(scope);
}

void PaymentsExporter::start(const ExportChoice& choice)
{
    m_last = choice;
    m_dialog.clear(); // it closes itself
    ExportPlan plan = paymentExportPlan(m_parts.table, shownColumns());
    plan.format = choice.format;
    plan.path = choice.path;
    plan.heading.environment = m_origin.environment;
    plan.heading.database = m_origin.databaseId;
    m_run = std::make_unique<ExportRun>(m_parts.store, m_parts.clock, std::move(plan));
    m_strip->follow(*m_run);
    const auto free = [this](bool isFree) {
        m_button->setEnabled(isFree);
        m_button->setToolTip(isFree ? QString() : tr("An export is running"));
        m_button->setAccessibleDescription(m_button->toolTip());
    };
    connect(m_run.get(), &ExportRun::progressed, m_button, [free] { free(false); });
    connect(m_run.get(), &ExportRun::finished, m_button, [free] { free(true); });
    connect(m_run.get(), &ExportRun::cancelled, m_button, [free] { free(true); });
    connect(m_run.get(), &ExportRun::failed, m_button, [free] { free(true); });
    free(false);
    m_run->start();
}

void PaymentsExporter::end()
{
    m_strip->hide();
}

} // namespace tieout
