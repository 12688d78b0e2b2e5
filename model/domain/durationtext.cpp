// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/durationtext.h"

#include <array>

namespace tieout {

namespace {

struct DurationUnit
{
    qint64 ms;
    QLatin1String text;
};

constexpr std::array kDurationUnits{
    DurationUnit{86'400'000, QLatin1String("d")},
    DurationUnit{3'600'000, QLatin1String("h")},
    DurationUnit{60'000, QLatin1String("m")},
    DurationUnit{1'000, QLatin1String("s")},
    DurationUnit{1, QLatin1String("ms")},
};

constexpr qint64 kLongestMs = 36'525LL * 86'400'000LL;

} // namespace

QString toText(Duration duration)
{
    if (duration.count() == 0)
        return QStringLiteral("0");
    for (const DurationUnit& unit : kDurationUnits) {
        if (duration.count() % unit.ms == 0)
            return QString::number(duration.count() / unit.ms) + unit.text;
    }
    return {};
}

Result<Duration> durationFromText(QStringView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    const Failure malformed =
        fail(ErrorCode::Invalid, u"duration_malformed", text.left(40).toString());
    if (digits == 0 || digits > 12)
        return malformed;
    const qint64 count = text.left(digits).toLongLong();
    if (count == 0 && digits == text.size())
        return Duration{};
    for (const DurationUnit& unit : kDurationUnits) {
        if (text.mid(digits) == unit.text)
            return count <= kLongestMs / unit.ms ? Result<Duration>(Duration(count * unit.ms))
                                                 : Result<Duration>(malformed);
    }
    return malformed;
}

} // namespace tieout
