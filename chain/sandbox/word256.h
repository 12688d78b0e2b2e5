// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of EVM words for the sandbox's balances: big-endian, modulo 2^256. Pure.
#pragma once

#include "model/domain/blocks.h"

namespace tieout {

inline Word32 wordPlus(const Word32& a, const Word32& b)
{
    Word32 sum{};
    unsigned carry = 0;
    for (size_t i = 32; i-- > 0;) {
        const unsigned digit = unsigned(a[i]) + unsigned(b[i]) + carry;
        sum[i] = static_cast<quint8>(digit & 0xffU);
        carry = digit >> 8U;
    }
    return sum;
}

inline Word32 wordMinus(const Word32& a, const Word32& b)
{
    Word32 rest{};
    unsigned borrow = 0;
    for (size_t i = 32; i-- > 0;) {
        const unsigned taken = unsigned(b[i]) + borrow;
        borrow = taken > a[i] ? 1 : 0;
        rest[i] = static_cast<quint8>((unsigned(a[i]) + 256U * borrow - taken) & 0xffU);
    }
    return rest;
}

} // namespace tieout
