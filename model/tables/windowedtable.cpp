// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/windowedtable.h"

#include <algorithm>
#include <utility>

namespace tieout {

namespace windowedtable {

constexpr int kMaxWanted = 4;      // a screen shows rows of two pages at most
constexpr int kAnchorsPerRun = 64; // so that a run stays short and others get their turn
// The view keeps 8 bytes for each row and counts all of them anew at each growth: doubling keeps
// the number of those small, and more rows than this at once would block the window.
constexpr int kMostGrowth = 1'000'000;
constexpr std::chrono::milliseconds kChangeDelay{250};
constexpr std::chrono::milliseconds kRetryDelay{1'000};

} // namespace windowedtable

using Lane = AsyncStore::Lane;

WindowedTable::WindowedTable(AsyncStore& store, QObject* parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    m_dispatchTimer.setSingleShot(true);
    m_dispatchTimer.setInterval(0);
    connect(&m_dispatchTimer, &QTimer::timeout, this, &WindowedTable::dispatch);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(windowedtable::kRetryDelay);
    connect(&m_retryTimer, &QTimer::timeout, this, &WindowedTable::retry);
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(windowedtable::kChangeDelay);
    connect(&m_changeTimer, &QTimer::timeout, this, &WindowedTable::flushChanges);
}

WindowedTable::~WindowedTable() = default;

int WindowedTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant WindowedTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int page = index.row() / kPageRows;
    const int inPage = index.row() % kPageRows;
    const auto found = m_pages.find(page);
    const bool here = found != m_pages.end() && inPage < found->page->size();
    if (found == m_pages.end() || found->outdated)
        requestPage(page);
    if (role == LoadingRole)
        return !here;
    if (!here)
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    found->used = ++m_useCount;
    if (role == IdRole)
        return found->page->id(inPage);
    return cell(*found->page, inPage, index.column(), role);
}

QString WindowedTable::idAt(int row) const
{
    const auto found = m_pages.constFind(row / kPageRows);
    const int inPage = row % kPageRows;
    if (row < 0 || found == m_pages.constEnd() || inPage >= found->page->size())
        return {};
    return found->page->id(inPage);
}

QStringList WindowedTable::loadedIds(int top, int bottom) const
{
    QStringList ids;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        const int first = it.key() * kPageRows;
        const int last = std::min(first + it->page->size() - 1, bottom);
        for (int row = std::max(first, top); row <= last; ++row)
            ids.append(it->page->id(row - first));
    }
    return ids;
}

int WindowedTable::loadedRowOf(const QString& id) const
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        for (int i = 0; i < it->page->size(); ++i) {
            if (it->page->id(i) == id)
                return it.key() * kPageRows + i;
        }
    }
    return -1;
}

void WindowedTable::setSource(SourcePtr source)
{
    m_source = std::move(source);
    WindowedTable::refresh();
}

void WindowedTable::refresh()
{
    ++m_generation;
    m_store.cancel(Lane::Page);
    m_store.cancel(Lane::Scan);
    m_fetching = false;
    m_counting = false;
    m_countAgain = false;
    m_locating = false;
    m_unlocated = std::exchange(m_behind, {}) + m_unlocated;
    m_anchorsFailed = false;
    m_wanted.clear();
    m_retryTimer.stop();
    setState(State::Loading);
    askFirst();
}

void WindowedTable::askFirst()
{
    ask(
        Lane::Page,
        [source = m_source](Database& db) { return look(db, source); },
        [this](const Result<FirstLook>& answer) { showFirst(answer); });
}

Result<WindowedTable::FirstLook> WindowedTable::look(Database& db, const SourcePtr& source)
{
    auto page = source->page(db, {}, 0, kPageRows);
    if (!page)
        return tieout::fail(page.error());
    FirstLook first{*page, (*page)->size()};
    if (first.count < kPageRows)
        return first;
    const auto count = source->count(db, PageStart::at((*page)->place(0)), {}, kBoundedCount + 1);
    if (!count)
        return tieout::fail(count.error());
    first.count = *count;
    return first;
}

void WindowedTable::showFirst(const Result<FirstLook>& answer)
{
    if (!answer) {
        if (answer.error().code == ErrorCode::Unavailable)
            retryLater();
        return fail(answer.error());
    }
    beginResetModel();
    m_pages.clear();
    m_anchors.clear();
    m_changed.clear();
    m_first.reset();
    m_exact = answer->count <= kBoundedCount;
    m_rows = int(std::min(answer->count, kBoundedCount));
    m_newRows = 0;
    m_reordered = false;
    m_manyChanged = false;
    m_anchored = m_rows <= kAnchorRows;
    if (answer->page->size() > 0) {
        m_pages.insert(0, {answer->page, ++m_useCount, false});
        m_first = answer->page->place(0);
        m_anchors.push_back(*m_first);
    }
    endResetModel();
    setState(State::Ready);
    Q_EMIT countChanged(m_rows, m_exact);
    Q_EMIT announced(0, false);
    Q_EMIT refreshed();
    locateNext();
    if (!m_anchored)
        continueAnchors();
}

void WindowedTable::requestPage(int page) const
{
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > windowedtable::kMaxWanted)
        m_wanted.removeFirst();
    if (!m_fetching && !m_retryTimer.isActive() && !m_dispatchTimer.isActive())
        m_dispatchTimer.start();
}

void WindowedTable::dispatch()
{
    // Before the source has answered once, the anchors are those of the source before.
    if (m_fetching || m_wanted.isEmpty() || !m_first || m_state != State::Ready)
        return;
    const int page = m_wanted.takeLast();
    const qint64 row = qint64(page) * kPageRows;
    const qint64 anchor = std::min<qint64>(row / kAnchorRows, qint64(m_anchors.size()) - 1);
    const PageStart start = PageStart::at(m_anchors[size_t(anchor)]);
    const qint64 skip = row - anchor * kAnchorRows;
    m_fetching = true;
    ask(
        Lane::Page,
        [source = m_source, start, skip](Database& db) {
            return source->page(db, start, skip, kPageRows);
        },
        [this, page](const Result<PagePtr>& answer) { showPage(page, answer); });
}

void WindowedTable::showPage(int page, const Result<PagePtr>& answer)
{
    m_fetching = false;
    if (!answer) {
        requestPage(page);
        m_dispatchTimer.stop();
        retryLater();
        Q_EMIT failed(answer.error());
        return;
    }
    const int first = page * kPageRows;
    const int last = std::min(first + kPageRows, m_rows) - 1;
    // Fewer rows than were counted, or others than before: the list is another one by now.
    if ((*answer)->size() < last - first + 1 || !sameRows(page, **answer))
        noteReordered();
    m_pages.insert(page, {*answer, ++m_useCount, false});
    evict();
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    if (!m_wanted.isEmpty())
        m_dispatchTimer.start();
}

void WindowedTable::retryLater()
{
    if (!m_retryTimer.isActive())
        m_retryTimer.start();
}

void WindowedTable::retry()
{
    if (m_state == State::Failed)
        return askFirst();
    if (std::exchange(m_anchorsFailed, false))
        continueAnchors();
    if (!m_counting && std::exchange(m_countAgain, false))
        countNew();
    locateNext();
    dispatch();
}

bool WindowedTable::sameRows(int page, const TablePage& fresh) const
{
    const auto was = m_pages.constFind(page);
    if (was == m_pages.constEnd())
        return true;
    const int common = std::min(was->page->size(), fresh.size());
    for (int i = 0; i < common; ++i) {
        if (!m_source->staysPut(*was->page, i, fresh, i))
            return false;
    }
    return true;
}

void WindowedTable::evict()
{
    while (m_pages.size() > kMaxPages) {
        auto oldest = m_pages.begin();
        for (auto it = m_pages.begin(); it != m_pages.end(); ++it) {
            if (it->used < oldest->used)
                oldest = it;
        }
        m_pages.erase(oldest);
    }
}

void WindowedTable::continueAnchors()
{
    ask(
        Lane::Scan,
        [source = m_source, from = m_anchors.back()](Database& db) {
            return readAnchors(db, source, from);
        },
        [this](const Result<AnchorRun>& answer) { showAnchors(answer); });
}

Result<WindowedTable::AnchorRun>
WindowedTable::readAnchors(Database& db, const SourcePtr& source, PageKey from)
{
    AnchorRun run;
    for (int i = 0; i < windowedtable::kAnchorsPerRun; ++i) {
        const auto next = source->placeBehind(db, PageStart::at(from), kAnchorRows);
        if (!next)
            return tieout::fail(next.error());
        if (!*next) {
            const auto tail = source->count(db, PageStart::at(from), {}, kAnchorRows);
            if (!tail)
                return tieout::fail(tail.error());
            run.tail = *tail;
            return run;
        }
        from = **next;
        run.anchors.push_back(from);
    }
    return run;
}

void WindowedTable::showAnchors(const Result<AnchorRun>& answer)
{
    if (!answer) {
        // Pages go on without anchors meanwhile, by a longer way.
        m_anchorsFailed = true;
        retryLater();
        Q_EMIT failed(answer.error());
        return;
    }
    m_anchors.insert(m_anchors.end(), answer->anchors.begin(), answer->anchors.end());
    const qint64 known = qint64(m_anchors.size() - 1) * kAnchorRows;
    if (answer->tail) {
        m_anchored = true;
        growTo(known + *answer->tail, true);
        return;
    }
    if (known - m_rows >= std::min(m_rows, windowedtable::kMostGrowth))
        growTo(known, false);
    continueAnchors();
}

void WindowedTable::growTo(qint64 rows, bool exact)
{
    const int target = int(std::min<qint64>(rows, std::numeric_limits<int>::max()));
    if (target > m_rows) {
        beginInsertRows({}, m_rows, target - 1);
        m_rows = target;
        endInsertRows();
    } else if (exact && target < m_rows) {
        beginRemoveRows({}, target, m_rows - 1);
        m_rows = target;
        endRemoveRows();
    }
    m_exact = exact;
    Q_EMIT countChanged(m_rows, m_exact);
    m_unlocated = std::exchange(m_behind, {}) + m_unlocated;
    locateNext();
}

void WindowedTable::columnChanged(int column, const QList<int>& roles)
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, column), index(m_rows - 1, column), roles);
}

void WindowedTable::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void WindowedTable::fail(const Error& error)
{
    setState(State::Failed);
    Q_EMIT failed(error);
}

} // namespace tieout
