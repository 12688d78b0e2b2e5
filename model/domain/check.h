// SPDX-License-Identifier: GPL-3.0-or-later
// TIEOUT_CHECK: the program itself is broken. Always compiled in: it logs and stops, because an
// engine that is restarted beats one that pays twice. Never used for bad input; that is a Result.
#pragma once

#include <QtGlobal>

#define TIEOUT_CHECK(condition)                                                                    \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            qFatal("check failed: %s (%s:%d)", #condition, __FILE__, __LINE__);                    \
    } while (false)
