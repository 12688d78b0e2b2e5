// SPDX-License-Identifier: GPL-3.0-or-later
// ExportRun: one list on its way into a file, page by page on the scan lane, so that other
// questions get their turn between the pages. Lives on the GUI thread and never blocks it. A lost
// connection ends the run with failed(), also when another job has noticed it; retry() goes on
// behind the last row that was written. A lane that was cleared for another list is asked again.
// When the file itself failed, half a page may be in it, so retry() begins again with the first
// row. Nothing stands at the path before finishing().
#pragma once

#include "model/domain/clock.h"
#include "model/exports/exportwriter.h"
#include "model/store/asyncstore.h"
#include "model/tables/windowsource.h"

#include <QObject>

namespace tieout {

struct ExportPlan
{
    ExportFormat format = ExportFormat::Csv;
    QString path;
    ExportHeading heading;
    SourcePtr source;
    // The texts of a row, one per column of the heading. Called on the lane: pure.
    std::function<QStringList(const TablePage& page, int index)> cells;
};

class ExportRun final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kPageRows = 2'000;

    ExportRun(AsyncStore& store, const Clock& clock, ExportPlan plan, QObject* parent = nullptr);
    ~ExportRun() override;

    void start();
    void retry(); // after failed()
    // Once the file is on its way to its place nothing can be taken back: ignored then.
    void cancel();

    qint64 rows() const { return m_rows; }
    // What the list holds, once counted; -1 before.
    qint64 total() const { return m_total; }
    bool isRunning() const { return m_running; }
    bool isFinishing() const { return m_finishing; }
    ExportFormat format() const { return m_plan.format; }
    const QString& path() const { return m_plan.path; }
    // After failed(): the file can't be written; the database would answer.
    bool isFileBroken() const { return m_broken; }

Q_SIGNALS:
    void progressed(qint64 rows, qint64 total);
    void finishing(); // all rows are written, and the file is put in its place
    void finished(const tieout::ExportSummary& summary);
    void cancelled();
    void failed(const tieout::Error& error); // reasons of the store and of ExportWriter

private:
    struct Shared;

    void countAll();
    void readNext();
    void writeNext(const PagePtr& page);
    void finishFile();
    // What is left is a step that never ran: the lane was cleared before it.
    static bool isCleared(const Error& error) { return error.code == ErrorCode::Cancelled; }
    void fail(const Error& error);
    bool isOver() const { return !m_running; }

    AsyncStore& m_store;
    const Clock& m_clock;
    ExportPlan m_plan;
    std::shared_ptr<Shared> m_shared; // the writer; touched by one job of the lane at a time
    PageStart m_next;
    qint64 m_rows = 0;
    qint64 m_total = -1;
    bool m_running = false;
    bool m_finishing = false;
    bool m_broken = false;
};

} // namespace tieout
