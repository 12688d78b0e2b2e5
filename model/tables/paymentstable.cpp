// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/paymentstable.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace tieout {

namespace paymentstable {

using Column = PaymentsTable::Column;
using Page = RowsPage<QueueRow, PaymentSort>;

// All that the columns are, in the order of the enum.
struct Description
{
    Column column;
    const char* title;
    CellKind kind;
    int width;
    std::optional<PaymentSort> sort;
};

const Description kColumns[] = {
    {Column::Status,
     QT_TRANSLATE_NOOP("PaymentsTable", "Status"),
     CellKind::Status,
     17,
     PaymentSort::Status},
    {Column::OrderReference,
     QT_TRANSLATE_NOOP("PaymentsTable", "Order"),
     CellKind::Text,
     18,
     PaymentSort::OrderReference},
    {Column::Due, QT_TRANSLATE_NOOP("PaymentsTable", "Due"), CellKind::Amount, 11, {}},
    {Column::Received, QT_TRANSLATE_NOOP("PaymentsTable", "Received"), CellKind::Amount, 11, {}},
    {Column::Remaining, QT_TRANSLATE_NOOP("PaymentsTable", "Remaining"), CellKind::Amount, 11, {}},
    {Column::Symbol, QT_TRANSLATE_NOOP("PaymentsTable", "Unit"), CellKind::Text, 6, {}},
    {Column::Confirmations,
     QT_TRANSLATE_NOOP("PaymentsTable", "Confirmations"),
     CellKind::Progress,
     14,
     {}},
    {Column::Age,
     QT_TRANSLATE_NOOP("PaymentsTable", "Age"),
     CellKind::Age,
     11,
     PaymentSort::Created},
    {Column::Labels, QT_TRANSLATE_NOOP("PaymentsTable", "Labels"), CellKind::Labels, 16, {}},
    {Column::Corridor,
     QT_TRANSLATE_NOOP("PaymentsTable", "Corridor"),
     CellKind::Text,
     17,
     PaymentSort::Corridor},
    {Column::Customer, QT_TRANSLATE_NOOP("PaymentsTable", "Customer"), CellKind::Text, 17, {}},
    {Column::Created,
     QT_TRANSLATE_NOOP("PaymentsTable", "Created (UTC)"),
     CellKind::Time,
     19,
     PaymentSort::Created},
    {Column::Id, QT_TRANSLATE_NOOP("PaymentsTable", "Payment"), CellKind::Mono, 32, {}},
};

const Description& describe(Column column)
{
    return kColumns[int(column)];
}

class Source final : public WindowSource
{
public:
    explicit Source(PaymentQuery query)
        : m_query(std::move(query))
    {}

    Result<PagePtr>
    page(Database& db, const PageStart& start, qint64 skip, int limit) const override
    {
        return wrap(readPaymentPage(db, m_query, start, skip, limit));
    }

    Result<PagePtr> rows(Database& db, const QStringList& ids) const override
    {
        return wrap(readPaymentsById(db, ids));
    }

    Result<std::optional<PageKey>>
    placeBehind(Database& db, const PageStart& start, qint64 steps) const override
    {
        return paymentPlaceBehind(db, m_query, start, steps);
    }

    Result<std::optional<PageKey>> placeOf(Database& db, const QString& id) const override
    {
        return paymentPlaceOf(db, m_query, id);
    }

    Result<qint64> count(Database& db,
                         const PageStart& start,
                         const std::optional<PageKey>& end,
                         qint64 limit) const override
    {
        return countPayments(db, m_query, start, end, limit);
    }

    bool newRowsComeFirst() const override
    {
        return m_query.sort == PaymentSort::Created && m_query.descending;
    }

    bool
    staysPut(const TablePage& was, int wasIndex, const TablePage& is, int isIndex) const override
    {
        const QueueRow& row = static_cast<const Page&>(is).row(isIndex);
        return admitsWord(m_query.filter, u"status", toText(row.status)) &&
               WindowSource::staysPut(was, wasIndex, is, isIndex);
    }

private:
    Result<PagePtr> wrap(Result<std::vector<QueueRow>> rows) const
    {
        if (!rows)
            return fail(rows.error());
        return PagePtr(std::make_shared<Page>(std::move(rows).value(), m_query.sort));
    }

    PaymentQuery m_query;
};

} // namespace paymentstable

ConfirmationProgress confirmationProgress(const QueueRow& row, const RailHeads& heads)
{
    ConfirmationProgress progress;
    progress.reached = row.confirmation == ConfirmationState::Confirmed ||
                       row.confirmation == ConfirmationState::Final;
    if (row.confirmation == ConfirmationState::Final) {
        progress.text = translatedWord(labelOf(row.confirmation));
        return progress;
    }
    if (!row.rule || !row.decidingNumber)
        return progress;
    const auto count =
        confirmations(*row.rule, *row.decidingNumber, heads.value(row.rail, *row.decidingNumber));
    progress.have = std::max<qint64>(count.have, 0);
    progress.need = count.need;
    if (count.need > 0)
        progress.text = QStringLiteral("%1/%2")
                            .arg(std::min<qint64>(progress.have, count.need))
                            .arg(count.need);
    else
        progress.text = toText(row.rule->mark);
    return progress;
}

QString ageText(Duration age)
{
    const qint64 seconds = std::max<qint64>(0, age.count() / 1000);
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const auto say = [](const char* pattern, qint64 a, qint64 b = 0) {
        return QCoreApplication::translate("PaymentsTable", pattern).arg(a).arg(b);
    };
    if (minutes < 1)
        return QCoreApplication::translate("PaymentsTable", "%1 s").arg(seconds);
    if (hours < 1)
        return QCoreApplication::translate("PaymentsTable", "%1 m").arg(minutes);
    if (hours < 24)
        return say(QT_TRANSLATE_NOOP("PaymentsTable", "%1 h %2 m"), hours, minutes % 60);
    const qint64 days = hours / 24;
    if (days < 7)
        return say(QT_TRANSLATE_NOOP("PaymentsTable", "%1 d %2 h"), days, hours % 24);
    return QCoreApplication::translate("PaymentsTable", "%1 d").arg(days);
}

QString tableTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString translatedWord(const char* label)
{
    return QCoreApplication::translate("words", label);
}

QString labelsText(Labels labels)
{
    QStringList words;
    for (const auto& word : wordsOf(Label{})) {
        if (labels.has(word.value))
            words.append(translatedWord(word.label));
    }
    return words.join(QStringLiteral(", "));
}

PaymentsTable::PaymentsTable(AsyncStore& store, const Clock& clock, QObject* parent)
    : WindowedTable(store, parent)
    , m_clock(clock)
{}

CellKind PaymentsTable::kindOf(Column column)
{
    return paymentstable::describe(column).kind;
}

int PaymentsTable::widthOf(Column column)
{
    return paymentstable::describe(column).width;
}

std::optional<PaymentSort> PaymentsTable::sortOf(Column column)
{
    return paymentstable::describe(column).sort;
}

int PaymentsTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(std::size(paymentstable::kColumns));
}

QVariant PaymentsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto& column = paymentstable::kColumns[section];
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("PaymentsTable", column.title);
    if (role == Qt::TextAlignmentRole)
        // Amounts end at the right in every language.
        return int(
            (column.kind == CellKind::Amount ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft) |
            Qt::AlignVCenter);
    if (role == KindRole)
        return int(column.kind);
    return {};
}

void PaymentsTable::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    const auto by = sortOf(Column(column));
    if (!by)
        return;
    PaymentQuery query = m_query;
    query.sort = *by;
    // The youngest age is the latest creation.
    query.descending = (order == Qt::DescendingOrder) != (Column(column) == Column::Age);
    if (query != m_query)
        setQuery(query);
}

void PaymentsTable::setQuery(const PaymentQuery& query)
{
    m_query = query;
    refresh();
}

void PaymentsTable::refresh()
{
    PaymentQuery query = m_query;
    query.now = m_clock.now();
    setSource(std::make_shared<paymentstable::Source>(query));
}

void PaymentsTable::setHeads(const RailHeads& heads)
{
    if (heads == m_heads)
        return;
    m_heads = heads;
    columnChanged(int(Column::Confirmations), {Qt::DisplayRole, SortRole, CopyRole});
}

void PaymentsTable::setNotes(const RowNotes& notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    columnChanged(int(Column::Status), {NoteRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void PaymentsTable::tick()
{
    columnChanged(
        int(Column::Age),
        {Qt::DisplayRole, CopyRole, AgeStepRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

const QueueRow& PaymentsTable::rowOf(const TablePage& page, int index)
{
    return static_cast<const paymentstable::Page&>(page).row(index);
}

QVariant PaymentsTable::cell(const TablePage& page, int index, int column, int role) const
{
    const QueueRow& row = rowOf(page, index);
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
    case CopyRole:
        return text(row, which);
    case Qt::ToolTipRole:
        return tip(row, which);
    case Qt::AccessibleTextRole:
        return QCoreApplication::translate("PaymentsTable", "%1: %2")
            .arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                 spoken(row, which));
    case NoteRole:
        return which == Column::Status ? m_notes.value(row.id.text()).brief : QString();
    case AgeStepRole: {
        const auto step = which == Column::Age ? ageStep(row) : std::nullopt;
        return step ? QVariant(int(*step)) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case RecordRole:
        return QVariant::fromValue(row);
    case SortRole:
        return sortValue(row, which);
    case KindRole:
        return int(kindOf(which));
    default:
        return {};
    }
}

QString PaymentsTable::text(const QueueRow& row, Column column) const
{
    switch (column) {
    case Column::Status:
        return translatedWord(labelOf(row.status));
    case Column::Due:
        return row.due.toText();
    case Column::Received:
        return row.received.toText();
    case Column::Remaining:
        return row.remaining.toText();
    case Column::Symbol:
        return row.symbol;
    case Column::Confirmations:
        return confirmationProgress(row, m_heads).text;
    case Column::Labels:
        return labelsText(row.labels);
    case Column::Corridor:
        return row.corridor;
    case Column::Age:
        return ageText(m_clock.now() - row.createdAt);
    case Column::OrderReference:
        return row.orderReference;
    case Column::Customer:
        return row.customer;
    case Column::Created:
        return tableTime(row.createdAt);
    case Column::Id:
        return row.id.text();
    }
    return {};
}

QVariant PaymentsTable::sortValue(const QueueRow& row, Column column) const
{
    switch (column) {
    case Column::Due:
        return row.due.toSortable();
    case Column::Received:
        return row.received.toSortable();
    case Column::Remaining:
        return row.remaining.toSortable();
    case Column::Confirmations:
        return confirmationProgress(row, m_heads).have;
    case Column::Age:
        return -row.createdAt.ms();
    case Column::Created:
        return row.createdAt.ms();
    case Column::Status:
    case Column::Symbol:
    case Column::Labels:
    case Column::Corridor:
    case Column::OrderReference:
    case Column::Customer:
    case Column::Id:
        break;
    }
    return text(row, column);
}

QString PaymentsTable::spoken(const QueueRow& row, Column column) const
{
    //: An age, then how pressing it is: "9 m. Late"
    const auto step = column == Column::Age ? ageStep(row) : std::nullopt;
    if (step)
        return QCoreApplication::translate("PaymentsTable", "%1. %2")
            .arg(text(row, column), translatedWord(labelOf(*step)));
    const auto note = m_notes.constFind(row.id.text());
    if (column != Column::Status || note == m_notes.constEnd())
        return text(row, column);
    //: A payment's status, then a sentence about what is being decided.
    return QCoreApplication::translate("PaymentsTable", "%1. %2")
        .arg(text(row, column), note->whole);
}

std::optional<AgeStep> PaymentsTable::ageStep(const QueueRow& row) const
{
    const auto marks = ageMarks(row.status, row.createdAt, row.expiresAt);
    return marks ? std::optional(marks->stepAt(m_clock.now())) : std::nullopt;
}

QString PaymentsTable::ageTip(const QueueRow& row) const
{
    const auto marks = ageMarks(row.status, row.createdAt, row.expiresAt);
    if (!marks)
        return {};
    //: How pressing it is ("Late"), then two times.
    return u'\n' + QCoreApplication::translate("PaymentsTable",
                                               "%1: late from %2 UTC, breached from %3 UTC")
                       .arg(translatedWord(labelOf(marks->stepAt(m_clock.now()))),
                            tableTime(marks->late),
                            tableTime(marks->breached));
}

QString PaymentsTable::tip(const QueueRow& row, Column column) const
{
    if (column == Column::Age || column == Column::Created) {
        const auto at = QDateTime::fromMSecsSinceEpoch(row.createdAt.ms(), Qt::UTC);
        return QCoreApplication::translate("PaymentsTable", "%1 UTC\n%2 here")
                   .arg(tableTime(row.createdAt), at.toLocalTime().toString(Qt::ISODate)) +
               (column == Column::Age ? ageTip(row) : QString());
    }
    if (kindOf(column) == CellKind::Amount)
        return text(row, column) + u' ' + row.symbol;
    // Always rich text, so that markup in somebody's reference is shown and never obeyed.
    return QStringLiteral("<p>%1</p>").arg(spoken(row, column).toHtmlEscaped());
}

} // namespace tieout
