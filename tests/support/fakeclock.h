// SPDX-License-Identifier: GPL-3.0-or-later
// FakeClock: stands still until a test moves it. Any thread.
#pragma once

#include "model/domain/clock.h"

#include <atomic>

namespace tieout::test {

class FakeClock final : public Clock
{
public:
    explicit FakeClock(UtcTime start = UtcTime::fromMs(1'790'000'000'000))
        : m_ms(start.ms())
    {}

    UtcTime now() const override { return UtcTime::fromMs(m_ms.load()); }
    void set(UtcTime time) { m_ms.store(time.ms()); }
    void advance(Duration by) { m_ms.fetch_add(by.count()); }

private:
    std::atomic<qint64> m_ms;
};

} // namespace tieout::test
