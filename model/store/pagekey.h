// SPDX-License-Identifier: GPL-3.0-or-later
// Where a row stands in an ordered list: its sort value (a word, a number or neither) and its id,
// in the order of the database. Keyset pages start at such a place. Immutable values; any thread.
#pragma once

#include <QString>

#include <optional>

namespace tieout {

struct PageKey
{
    QString word;      // the sort column when it is text; empty otherwise
    qint64 number = 0; // the sort column when it is a number, or the second one
    QString id;

    bool operator==(const PageKey&) const = default;
};

// Without a key: the beginning of the list.
struct PageStart
{
    std::optional<PageKey> key;
    bool inclusive = false; // whether the row of the key belongs to the page

    static PageStart after(PageKey key) { return {std::move(key), false}; }
    static PageStart at(PageKey key) { return {std::move(key), true}; }
};

} // namespace tieout
