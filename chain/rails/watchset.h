// SPDX-License-Identifier: GPL-3.0-or-later
// WatchSet: millions of watched accounts as keyed 64-bit fingerprints in one open-addressed table,
// at most 24 bytes for each. A hit may be wrong once in 2^64 / size; whoever stores a transfer
// looks the account up in the database anyway, so that is harmless. Never forgets. One thread at a
// time.
#pragma once

#include "model/domain/blocks.h"

#include <vector>

namespace tieout {

class WatchSet
{
public:
    // `key` comes from the system's secure generator, so that nobody can aim for collisions.
    WatchSet();
    explicit WatchSet(quint64 key);

    void reserve(size_t accounts);
    // False when it was there already.
    bool add(const Account& account);
    bool contains(const Account& account) const;
    size_t size() const { return m_size; }
    size_t bytesUsed() const { return m_slots.capacity() * sizeof(quint64); }

private:
    quint64 fingerprint(const Account& account) const;
    bool insert(quint64 print);
    void rebuild(size_t slots);

    quint64 m_key;
    std::vector<quint64> m_slots; // a power of two; 0 is free
    size_t m_size = 0;
};

} // namespace tieout
