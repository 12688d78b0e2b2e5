// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/exportrun.h"

#include <limits>
#include <utility>

namespace tieout {

struct ExportRun::Shared
{
    std::unique_ptr<ExportWriter> writer;
    std::function<QStringList(const TablePage&, int)> cells;
    // Why the file is of no use any more; what else ends a step leaves the rows as they are.
    std::optional<Error> broken;

    Outcome add(const TablePage& page);
    Result<ExportSummary> finish(const QString& path, UtcTime now);

private:
    bool begin();
};

// A step that is begun and not ended (an exception) broke the file, and so does a lane that asks
// for a step again after it failed.
bool ExportRun::Shared::begin()
{
    if (broken)
        return false;
    broken = Error{ErrorCode::Internal, QStringLiteral("export_write"), {}};
    return true;
}

Outcome ExportRun::Shared::add(const TablePage& page)
{
    if (!begin())
        return tieout::fail(*broken);
    for (int i = 0; i < page.size(); ++i) {
        if (auto done = writer->add(cells(page, i)); !done) {
            broken = done.error();
            return done;
        }
    }
    broken.reset();
    return Done;
}

Result<ExportSummary> ExportRun::Shared::finish(const QString& path, UtcTime now)
{
    if (!begin())
        return tieout::fail(*broken);
    auto summary = writer->finish(path, now);
    broken = summary ? std::nullopt : std::optional(summary.error());
    return summary;
}

ExportRun::ExportRun(AsyncStore& store, const Clock& clock, ExportPlan plan, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_plan(std::move(plan))
    , m_shared(std::make_shared<Shared>())
{
    TIEOUT_CHECK(m_plan.source && m_plan.cells);
    m_shared->cells = m_plan.cells;
}

ExportRun::~ExportRun() = default;

void ExportRun::start()
{
    TIEOUT_CHECK(!m_running && m_rows == 0);
    auto begun = ExportWriter::begin(m_plan.format, m_plan.heading, m_clock.now());
    m_running = true;
    if (!begun) {
        m_shared->broken = begun.error();
        return fail(begun.error());
    }
    m_shared->writer = std::move(begun).value();
    countAll();
    readNext();
}

void ExportRun::retry()
{
    if (m_running)
        return;
    if (std::exchange(m_broken, false)) {
        m_shared = std::make_shared<Shared>();
        m_shared->cells = m_plan.cells;
        m_next = {};
        m_rows = 0;
        m_total = -1;
        return start();
    }
    m_running = true;
    readNext();
}

// The run ends at the next page; the half-written rows go with the writer.
void ExportRun::cancel()
{
    if (!m_running || m_finishing)
        return;
    m_running = false;
    Q_EMIT cancelled();
}

void ExportRun::countAll()
{
    const SourcePtr source = m_plan.source;
    m_store
        .run(AsyncStore::Lane::Scan,
             [source](Database& db) {
                 return source->count(db, {}, std::nullopt, std::numeric_limits<qint64>::max());
             })
        .then(this, [this](const Result<qint64>& counted) {
            if (isOver())
                return;
            if (!counted && isCleared(counted.error()))
                return countAll();
            if (!counted)
                return; // progress without a total is progress
            m_total = *counted;
            Q_EMIT progressed(m_rows, m_total);
        });
}

void ExportRun::readNext()
{
    const SourcePtr source = m_plan.source;
    m_store
        .run(AsyncStore::Lane::Scan,
             [source, from = m_next](Database& db) { return source->page(db, from, 0, kPageRows); })
        .then(this, [this](const Result<PagePtr>& answer) {
            if (isOver())
                return;
            if (!answer && isCleared(answer.error()))
                return readNext();
            if (!answer)
                return fail(answer.error());
            if ((*answer)->size() == 0)
                return finishFile();
            writeNext(*answer);
        });
}

void ExportRun::writeNext(const PagePtr& page)
{
    // No use of the database; but a lane that has none refuses this job like any other.
    m_store
        .run(AsyncStore::Lane::Scan,
             [shared = m_shared, page](Database&) { return shared->add(*page); })
        .then(this, [this, page](const Outcome& written) {
            if (isOver())
                return;
            if (!written && isCleared(written.error()))
                return writeNext(page);
            if (!written)
                return fail(written.error());
            m_rows += page->size();
            m_next = PageStart::after(page->place(page->size() - 1));
            Q_EMIT progressed(m_rows, std::max(m_total, m_rows));
            if (page->size() < kPageRows)
                return finishFile();
            readNext();
        });
}

void ExportRun::finishFile()
{
    if (!std::exchange(m_finishing, true))
        Q_EMIT finishing();
    m_store
        .run(AsyncStore::Lane::Scan,
             [shared = m_shared, path = m_plan.path, now = m_clock.now()](Database&) {
                 return shared->finish(path, now);
             })
        .then(this, [this](const Result<ExportSummary>& summary) {
            if (!summary && isCleared(summary.error()))
                return finishFile();
            if (!summary)
                return fail(summary.error());
            m_running = false;
            m_finishing = false;
            Q_EMIT finished(*summary);
        });
}

// What was written is of use as long as the file isn't what failed.
void ExportRun::fail(const Error& error)
{
    m_broken = m_shared->broken.has_value();
    m_running = false;
    m_finishing = false;
    Q_EMIT failed(error);
}

} // namespace tieout
