// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

#include "ui/shell/fuzzymatch.h"

#include <algorithm>

namespace tieout {

namespace palettemodel {

QString spoken(const PaletteEntry& entry)
{
    QStringList parts{entry.title, entry.detail, entry.keys};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace palettemodel

std::vector<PaletteEntry> matchingEntries(const QString& pattern,
                                          const std::vector<PaletteEntry>& entries)
{
    std::vector<std::pair<int, PaletteEntry>> found;
    for (const PaletteEntry& entry : entries) {
        const auto match = fuzzyMatch(pattern, entry.title);
        if (!match)
            continue;
        found.emplace_back(match->score, entry);
        found.back().second.matched = match->positions;
    }
    if (!pattern.trimmed().isEmpty())
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return std::pair(a.second.enabled, a.first) > std::pair(b.second.enabled, b.first);
        });
    std::vector<PaletteEntry> best;
    for (auto& [score, entry] : found) {
        if (best.size() < size_t(kMostActions))
            best.push_back(std::move(entry));
    }
    return best;
}

PaletteModel::PaletteModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    if (entries == m_entries)
        return;
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry& entry = m_entries[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return entry.detail;
    case Qt::AccessibleTextRole:
        return palettemodel::spoken(entry);
    case kEntryRole:
        return QVariant::fromValue(entry);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // A disabled entry can be reached too: its reason is worth reading.
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace tieout
