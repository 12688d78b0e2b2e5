// SPDX-License-Identifier: GPL-3.0-or-later
// PaletteModel: what the command palette lists now: pages, saved views, actions and payments that
// match what was typed, best first and bounded. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

#include <vector>

namespace tieout {

enum class PaletteKind { Page, View, Action, Payment, Search };

struct PaletteEntry
{
    PaletteKind kind = PaletteKind::Action;
    QString title;
    QString detail; // below the title; for a disabled action why it is
    QString keys;
    QString icon;                     // of resources/icons, for entries without an action
    bool enabled = true;              // disabled ones are shown but can't be chosen
    QPointer<QAction> action;         // of pages and actions, or
    QPointer<QAbstractButton> button; // one of the page on screen
    QString payment;                  // its id
    QString view;                     // the id of a saved one
    QList<int> matched;               // letters of the title

    bool operator==(const PaletteEntry&) const = default;
};

inline constexpr int kMostActions = 12;
inline constexpr int kMostFound = 8;

// Those that match, enabled before disabled, best first; the given order for an empty pattern. At
// most kMostActions.
std::vector<PaletteEntry> matchingEntries(const QString& pattern,
                                          const std::vector<PaletteEntry>& entries);

class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kEntryRole = Qt::UserRole + 1;

    explicit PaletteModel(QObject* parent = nullptr);

    void setEntries(std::vector<PaletteEntry> entries);
    const std::vector<PaletteEntry>& entries() const { return m_entries; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<PaletteEntry> m_entries;
};

} // namespace tieout

Q_DECLARE_METATYPE(tieout::PaletteEntry)
