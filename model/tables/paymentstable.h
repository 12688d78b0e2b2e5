// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentsTable: the payments queue as a long list. Lives on the GUI thread. RecordRole gives the
// QueueRow; confirmations and age are computed from the rails' heads and the clock, never stored.
// No colours: a view decides how a CellKind looks.
#pragma once

#include "model/domain/agestep.h"
#include "model/domain/clock.h"
#include "model/store/paymentqueue.h"
#include "model/tables/windowedtable.h"

#include <QHash>

namespace tieout {

// What is known about a payment's way to being confirmed, for people and for a bar.
struct ConfirmationProgress
{
    qint64 have = 0;
    int need = 0;         // 0 where the rule asks for a mark of the chain only
    QString text;         // "7/12", "finalized", "" while no money decides
    bool reached = false; // confirmed or final
};

using RailHeads = QHash<qint64, qint64>; // rail → head height

// What is being decided about a payment, in words; its state is what it was until the engine says
// otherwise.
struct RowNote
{
    QString brief; // beside the status: "deciding…"
    QString whole; // a sentence

    bool operator==(const RowNote&) const = default;
};

using RowNotes = QHash<QString, RowNote>; // by the id of the payment

enum PaymentRole : int {
    NoteRole = Qt::UserRole + 100, // of the status: the brief words of its RowNote, else empty
    AgeStepRole, // of the age: an AgeStep as a number; invalid where nothing is waited for
};

ConfirmationProgress confirmationProgress(const QueueRow& row, const RailHeads& heads);
// "42 s", "3 m", "4 h 12 m", "6 d": two parts at most, never negative.
QString ageText(Duration age);
// "2026-11-01 04:12:00": UTC, as tables show it.
QString tableTime(UtcTime time);
// A word of a vocabulary in the language of the person.
QString translatedWord(const char* label);
QString labelsText(Labels labels);

class PaymentsTable final : public WindowedTable
{
    Q_OBJECT

public:
    enum class Column {
        Status,
        OrderReference,
        Due,
        Received,
        Remaining,
        Symbol,
        Confirmations,
        Age,
        Labels,
        Corridor,
        Customer,
        Created,
        Id,
    };

    // Reads nothing until setQuery().
    PaymentsTable(AsyncStore& store, const Clock& clock, QObject* parent = nullptr);

    static CellKind kindOf(Column column);
    static int widthOf(Column column); // in characters
    static std::optional<PaymentSort> sortOf(Column column);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // Ignored on columns that have no order in the database.
    void sort(int column, Qt::SortOrder order) override;

    // PaymentQuery::now is this table's to say: the moment of each refresh().
    void setQuery(const PaymentQuery& query);
    void refresh() override;
    const PaymentQuery& query() const { return m_query; }
    // New heads and a later clock change two columns of what is on screen, with one signal each;
    // nothing is read again for it.
    void setHeads(const RailHeads& heads);
    void tick();
    const RailHeads& heads() const { return m_heads; }
    // Replaces all of them.
    void setNotes(const RowNotes& notes);
    // The list as it is asked for now, for whoever reads all of it (an export).
    SourcePtr list() const { return source(); }
    // A row of a page of list().
    static const QueueRow& rowOf(const TablePage& page, int index);

protected:
    QVariant cell(const TablePage& page, int index, int column, int role) const override;

private:
    QString text(const QueueRow& row, Column column) const;
    QVariant sortValue(const QueueRow& row, Column column) const;
    QString tip(const QueueRow& row, Column column) const;
    QString ageTip(const QueueRow& row) const;
    std::optional<AgeStep> ageStep(const QueueRow& row) const;
    // With what is being decided, in the status; with the word of its step, in the age.
    QString spoken(const QueueRow& row, Column column) const;

    const Clock& m_clock;
    PaymentQuery m_query;
    RailHeads m_heads;
    RowNotes m_notes;
};

} // namespace tieout

Q_DECLARE_METATYPE(tieout::QueueRow)
