// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentsExporter: the export of what the payments list shows, from the dialog to the finished
// file, one at a time. It owns the run and has a button and a strip for the page. GUI thread; reads
// on the scan lane.
#pragma once

#include "model/tables/paymentsexport.h"
#include "ui/payments/export/exportdialog.h"

#include <QPointer>

class QTableView;
class QToolButton;

namespace tieout {

class ExportStrip;

class PaymentsExporter final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        AsyncStore& store;
        const Clock& clock;
        const Appearance& appearance;
        PaymentsTable& table;
        const QTableView& view; // whose columns are shown
    };

    PaymentsExporter(const Parts& parts, QWidget* page);
    ~PaymentsExporter() override;

    QToolButton* button() const { return m_button; }
    ExportStrip* strip() const { return m_strip; }
    ExportDialog* dialog() const { return m_dialog; }
    // Shows the dialog; while an export runs nothing but the strip.
    void open();

private:
    QList<PaymentsTable::Column> shownColumns() const;
    void openWith(const ExportChoice& choice, const QString& problem);
    void readOrigin();
    void askOrigin();
    void showScope();
    void start(const ExportChoice& choice);
    void end();

    Parts m_parts;
    QWidget* m_page;
    QToolButton* m_button;
    ExportStrip* m_strip;
    QPointer<ExportDialog> m_dialog;
    std::unique_ptr<ExportRun> m_run;
    ExportChoice m_last; // the next one is proposed beside it
    ExportOrigin m_origin;
};

} // namespace tieout
