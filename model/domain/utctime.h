// SPDX-License-Identifier: GPL-3.0-or-later
// UtcTime: milliseconds since 1970-01-01 UTC, as every table stores it. Duration: milliseconds.
// Values only; nothing here reads a clock.
#pragma once

#include "model/domain/result.h"

#include <QString>

#include <chrono>
#include <compare>

namespace tieout {

using Duration = std::chrono::milliseconds;

class UtcTime
{
public:
    constexpr UtcTime() = default;
    static constexpr UtcTime fromMs(qint64 ms) { return UtcTime(ms); }
    // "2026-11-01T04:12:00Z", also with milliseconds, or a bare date (midnight). Reason:
    // time_malformed.
    static Result<UtcTime> parse(QStringView text);

    constexpr qint64 ms() const { return m_ms; }
    QString toText() const; // ISO 8601 with milliseconds and Z

    constexpr UtcTime operator+(Duration d) const { return UtcTime(m_ms + d.count()); }
    constexpr UtcTime operator-(Duration d) const { return UtcTime(m_ms - d.count()); }
    constexpr Duration operator-(UtcTime other) const { return Duration(m_ms - other.m_ms); }
    constexpr auto operator<=>(const UtcTime&) const = default;

private:
    constexpr explicit UtcTime(qint64 ms)
        : m_ms(ms)
    {}

    qint64 m_ms = 0;
};

} // namespace tieout
