// SPDX-License-Identifier: GPL-3.0-or-later
// WindowedTable: the base of every long list, up to tens of millions of rows. Lives on the GUI
// thread and never touches SQL there: a missing cell says so (LoadingRole) and asks the page lane
// once per turn of the event loop; anchors and counts come from the scan lane. Rows keep their
// numbers until refresh(): rows made since are announced, rows that changed are read again in
// place. A failure is told by failed(); what was loaded stays on screen, and what a lost connection
// kept from being read is asked for again every second.
#pragma once

#include "model/store/asyncstore.h"
#include "model/tables/windowsource.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace tieout {

enum TableRole : int {
    IdRole = Qt::UserRole + 1,
    RecordRole,  // the row's struct
    SortRole,    // a value that orders as the column does
    LoadingRole, // true while the row isn't here yet
    KindRole,    // CellKind
    CopyRole,    // the cell's full text, for the clipboard
};

// How a cell is drawn; delegates belong to the view.
enum class CellKind { Text, Mono, Status, Labels, Amount, Progress, Time, Age };

class WindowedTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kPageRows = 256;
    static constexpr int kMaxPages = 64;
    static constexpr int kAnchorRows = 1024;
    static constexpr qint64 kBoundedCount = 10'000;

    enum class State { Loading, Ready, Failed };

    explicit WindowedTable(AsyncStore& store, QObject* parent = nullptr);
    ~WindowedTable() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;

    State state() const { return m_state; }
    // While the count is not exact, rowCount() is a lower bound.
    bool isCountExact() const { return m_exact; }
    bool hasAnchors() const { return m_anchored; }
    qint64 newRows() const { return m_newRows; }
    // Rows may stand in another order by now, or no longer match the filter.
    bool isReordered() const { return m_reordered; }
    int loadedPages() const { return int(m_pages.size()); }
    std::optional<PageKey> firstPlace() const { return m_first; }

    QString idAt(int row) const;                      // empty while the row isn't here
    int loadedRowOf(const QString& id) const;         // -1 unless its page is here
    QStringList loadedIds(int top, int bottom) const; // both inclusive, in no order
    // Answers with located(); row -1 when the list doesn't show the id. A list that is being read,
    // a row behind those that are known so far, or a database that doesn't answer, makes the answer
    // late, never another one. Ids are looked for one after the other, what was asked last first.
    void locate(const QString& id);

    // Reads the list anew from its beginning; what is on screen stays until the answer is here.
    virtual void refresh();
    // Hints from the change feed.
    void noteChanged(const QStringList& ids);
    void noteManyChanged();
    void setChangeDelay(std::chrono::milliseconds delay) { m_changeTimer.setInterval(delay); }

Q_SIGNALS:
    void stateChanged(tieout::WindowedTable::State state);
    void refreshed(); // after each reset
    void countChanged(int rows, bool exact);
    void announced(qint64 newRows, bool reordered);
    void located(const QString& id, int row);
    void failed(const tieout::Error& error);

protected:
    // Replaces the filter and the order: running queries are cancelled, late answers dropped.
    void setSource(SourcePtr source);
    const SourcePtr& source() const { return m_source; }
    virtual QVariant cell(const TablePage& page, int index, int column, int role) const = 0;
    // One signal for a whole column, whose values follow something beside the rows (heads, the
    // clock).
    void columnChanged(int column, const QList<int>& roles);

private:
    struct LoadedPage
    {
        PagePtr page;
        quint64 used = 0;
        bool outdated = false;
    };

    struct FirstLook
    {
        PagePtr page;
        qint64 count = 0;
    };

    struct AnchorRun
    {
        std::vector<PageKey> anchors;
        std::optional<qint64> tail; // rows behind the last anchor, when the end was reached
    };

    struct NewRows
    {
        qint64 before = 0;    // the first row
        bool between = false; // the rows of the first page: made by a clock that was set back
    };

    static Result<FirstLook> look(Database& db, const SourcePtr& source);
    static Result<AnchorRun> readAnchors(Database& db, const SourcePtr& source, PageKey from);
    // -1 when the list doesn't show the id; `known` when the row stands at or behind that one.
    static Result<qint64> findRow(Database& db,
                                  const SourcePtr& source,
                                  const std::vector<PageKey>& anchors,
                                  qint64 known,
                                  const QString& id);

    // Drops the answer when another generation has begun.
    template<class Work, class Then>
    void ask(AsyncStore::Lane lane, Work work, Then then);
    void requestPage(int page) const;
    void dispatch();
    void retryLater();
    void retry();
    void askFirst();
    void locateNext();
    void showLocated(const QString& id, qint64 row, qint64 known);
    void showFirst(const Result<FirstLook>& answer);
    void showPage(int page, const Result<PagePtr>& answer);
    void continueAnchors();
    void showAnchors(const Result<AnchorRun>& answer);
    void growTo(qint64 rows, bool exact);
    void flushChanges();
    void rereadLoaded(const QStringList& ids);
    void showReread(const PagePtr& fresh);
    void countNew();
    void showNew(const NewRows& rows);
    void outdateAll();
    bool sameRows(int page, const TablePage& fresh) const;
    void noteReordered();
    void evict();
    void setState(State state);
    void fail(const Error& error);

    AsyncStore& m_store;
    SourcePtr m_source;
    quint64 m_generation = 0;
    State m_state = State::Loading;
    int m_rows = 0;
    bool m_exact = true;
    bool m_anchored = false;
    bool m_anchorsFailed = false;
    bool m_reordered = false;
    bool m_fetching = false;
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_manyChanged = false;
    qint64 m_newRows = 0;
    std::optional<PageKey> m_first;
    std::vector<PageKey> m_anchors; // m_anchors[k] is the place of row k * kAnchorRows
    mutable QHash<int, LoadedPage> m_pages;
    mutable quint64 m_useCount = 0;
    mutable QList<int> m_wanted; // the newest last
    mutable QTimer m_dispatchTimer;
    QTimer m_retryTimer;
    QTimer m_changeTimer;
    QSet<QString> m_changed;
    bool m_locating = false;
    QStringList m_unlocated; // the newest last
    QStringList m_behind;    // those of them that stand behind the rows known so far
};

template<class Work, class Then>
void WindowedTable::ask(AsyncStore::Lane lane, Work work, Then then)
{
    m_store.run(lane, std::move(work))
        .then(this, [this, generation = m_generation, then = std::move(then)](const auto& answer) {
            if (generation == m_generation)
                then(answer);
        });
}

} // namespace tieout
