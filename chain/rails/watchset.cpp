// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/watchset.h"

#include <QRandomGenerator>

#include <bit>
#include <cstring>

namespace tieout {

namespace {

constexpr size_t kFewestSlots = 1'024;

// Full at 80 %: the table is doubled then, so an account never has more than 20 bytes, and at least
// one slot is always free, which ends every search.
constexpr bool crowded(size_t size, size_t slots)
{
    return size * 5 > slots * 4;
}

quint64 fold(quint64 a, quint64 b)
{
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<quint64>(product) ^ static_cast<quint64>(product >> 64);
}

} // namespace

WatchSet::WatchSet()
    : WatchSet(QRandomGenerator::system()->generate64())
{}

WatchSet::WatchSet(quint64 key)
    : m_key(key)
    , m_slots(kFewestSlots, 0)
{}

// Multiply and fold, the step of wyhash and its kin, over five words of the account.
quint64 WatchSet::fingerprint(const Account& account) const
{
    quint64 words[4];
    std::memcpy(words, account.bytes.data(), sizeof words);
    constexpr quint64 kA = 0xa0761d6478bd642fULL, kB = 0xe7037ed1a0b428dbULL;
    quint64 h = m_key ^ fold(account.size ^ kA, kB);
    for (const quint64 word : words)
        h = fold(word ^ h ^ kA, kB ^ m_key) + std::rotl(h, 29);
    h = fold(h ^ kB, kA);
    return h ? h : 1;
}

bool WatchSet::insert(quint64 print)
{
    const size_t mask = m_slots.size() - 1;
    for (size_t i = print & mask;; i = (i + 1) & mask) {
        if (m_slots[i] == print)
            return false;
        if (m_slots[i] == 0) {
            m_slots[i] = print;
            return true;
        }
    }
}

void WatchSet::rebuild(size_t slots)
{
    std::vector<quint64> old(slots, 0);
    old.swap(m_slots);
    for (const quint64 print : old) {
        if (print)
            insert(print);
    }
}

void WatchSet::reserve(size_t accounts)
{
    size_t slots = m_slots.size();
    while (crowded(accounts, slots))
        slots *= 2;
    if (slots > m_slots.size())
        rebuild(slots);
}

bool WatchSet::add(const Account& account)
{
    if (!insert(fingerprint(account)))
        return false;
    ++m_size;
    if (crowded(m_size, m_slots.size()))
        rebuild(m_slots.size() * 2);
    return true;
}

bool WatchSet::contains(const Account& account) const
{
    const quint64 print = fingerprint(account);
    const size_t mask = m_slots.size() - 1;
    for (size_t i = print & mask;; i = (i + 1) & mask) {
        if (m_slots[i] == print)
            return true;
        if (m_slots[i] == 0)
            return false;
    }
}

} // namespace tieout
