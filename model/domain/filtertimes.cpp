// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filtertimes.h"

#include "model/domain/durationtext.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace tieout {

namespace filtertimes {

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kDayMs = 86'400'000;
constexpr auto kTick = Duration(1);

struct NamedDay
{
    QLatin1String word;
    int daysFromToday;
};

constexpr std::array kNamedDays{
    NamedDay{QLatin1String("today"), 0},
    NamedDay{QLatin1String("yesterday"), -1},
    NamedDay{QLatin1String("tomorrow"), 1},
};

// How long a text of this length and form lasts; a month is not in it.
struct TimeForm
{
    const char* form; // 0 stands for any digit
    qint64 ms;
};

constexpr std::array kTimeForms{
    TimeForm{"0000-00-00", kDayMs},
    TimeForm{"0000-00-00T00:00Z", kMinuteMs},
    TimeForm{"0000-00-00T00:00:00Z", 1'000},
    TimeForm{"0000-00-00T00:00:00.000Z", 1},
};

constexpr char kMonthForm[] = "0000-00";

bool hasForm(const QString& text, const char* form)
{
    const QLatin1String pattern(form);
    return text.size() == pattern.size() &&
           std::equal(text.begin(), text.end(), pattern.begin(), [](QChar c, char p) {
               return p == '0' ? c >= u'0' && c <= u'9' : c == QLatin1Char(p);
           });
}

UtcTime midnight(QDate date)
{
    return UtcTime::fromMs(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
}

std::optional<FilterTimes> monthNamed(const QString& text)
{
    const QDate first(text.left(4).toInt(), text.mid(5).toInt(), 1);
    if (!first.isValid())
        return std::nullopt;
    return FilterTimes{midnight(first), midnight(first.addMonths(1))};
}

std::optional<FilterTimes> absolute(const QString& text)
{
    if (hasForm(text, kMonthForm))
        return monthNamed(text);
    for (const TimeForm& form : kTimeForms) {
        if (!hasForm(text, form.form))
            continue;
        // UtcTime wants its seconds.
        const bool minutes = form.ms == kMinuteMs;
        const auto from = UtcTime::parse(minutes ? text.chopped(1) + QStringLiteral(":00Z") : text);
        if (!from)
            return std::nullopt;
        return FilterTimes{*from, *from + Duration(form.ms)};
    }
    return std::nullopt;
}

// Signed: "-2d" is before now.
std::optional<Duration> offset(const QString& text)
{
    if (!text.startsWith(u'-') && !text.startsWith(u'+'))
        return std::nullopt;
    const auto duration = durationFromText(QStringView(text).mid(1));
    if (!duration)
        return std::nullopt;
    return text.startsWith(u'-') ? -*duration : *duration;
}

std::optional<FilterTimes> relative(const QString& text, UtcTime now)
{
    if (text == u"now")
        return FilterTimes{now, now + kTick};
    if (const auto shift = offset(text))
        return FilterTimes{now + *shift, now + *shift + kTick};
    for (const NamedDay& day : kNamedDays) {
        if (text != day.word)
            continue;
        const QDate today = QDateTime::fromMSecsSinceEpoch(now.ms(), Qt::UTC).date();
        const UtcTime from = midnight(today.addDays(day.daysFromToday));
        return FilterTimes{from, from + Duration(kDayMs)};
    }
    return std::nullopt;
}

// Times of one family stand in the same order whatever the clock says.
enum class TimeFamily { Absolute, Day, Offset };

TimeFamily familyOf(const QString& text)
{
    if (absolute(text))
        return TimeFamily::Absolute;
    return text == u"now" || offset(text) ? TimeFamily::Offset : TimeFamily::Day;
}

} // namespace filtertimes

Result<QString> canonicalFilterTime(QStringView text)
{
    const QString lower = text.toString().toLower();
    if (filtertimes::relative(lower, {}))
        return lower;
    QString upper = text.toString().toUpper();
    if (upper.contains(u'T') && !upper.endsWith(u'Z'))
        upper.append(u'Z');
    if (filtertimes::absolute(upper))
        return upper;
    return fail(ErrorCode::Invalid, u"bad_time");
}

Result<QString> canonicalFilterAge(QStringView text)
{
    const auto age = durationFromText(text.toString().toLower());
    if (!age)
        return fail(ErrorCode::Invalid, u"bad_duration");
    return toText(*age);
}

bool areTimesReversed(const QString& from, const QString& upTo)
{
    if (filtertimes::familyOf(from) != filtertimes::familyOf(upTo))
        return false;
    return timesNamed(from, {}).from >= timesNamed(upTo, {}).to;
}

bool areAgesReversed(const QString& from, const QString& upTo)
{
    return *durationFromText(from) > *durationFromText(upTo);
}

FilterTimes timesNamed(const QString& text, UtcTime now)
{
    if (const auto times = filtertimes::absolute(text))
        return *times;
    const auto times = filtertimes::relative(text, now);
    TIEOUT_CHECK(times.has_value());
    return *times;
}

FilterTimes timesAdmitted(FilterOp op, const FilterValue& value, UtcTime now)
{
    if (value.isRange) {
        FilterTimes times;
        if (!value.text.isEmpty())
            times.from = timesNamed(value.text, now).from;
        if (!value.upTo.isEmpty())
            times.to = timesNamed(value.upTo, now).to;
        return times;
    }
    const FilterTimes named = timesNamed(value.text, now);
    switch (op) {
    case FilterOp::Is:
    case FilterOp::Exactly:
        if (!filtertimes::offset(value.text))
            return named;
        return {std::min(*named.from, now), std::max(*named.to, now + filtertimes::kTick)};
    case FilterOp::Less:
        return {std::nullopt, named.from};
    case FilterOp::AtMost:
        return {std::nullopt, named.to};
    case FilterOp::Greater:
        return {named.to, std::nullopt};
    case FilterOp::AtLeast:
        return {named.from, std::nullopt};
    }
    return {};
}

FilterTimes beginningsAdmitted(FilterOp op, const FilterValue& value, UtcTime now)
{
    const auto began = [now](const QString& age) { return now - *durationFromText(age); };
    FilterTimes times;
    if (value.isRange) {
        if (!value.upTo.isEmpty())
            times.from = began(value.upTo);
        if (!value.text.isEmpty())
            times.to = began(value.text) + filtertimes::kTick;
        return times;
    }
    const UtcTime at = began(value.text);
    switch (op) {
    case FilterOp::Is:
    case FilterOp::Exactly:
        return {at, at + filtertimes::kTick};
    case FilterOp::Less:
        return {at + filtertimes::kTick, std::nullopt};
    case FilterOp::AtMost:
        return {at, std::nullopt};
    case FilterOp::Greater:
        return {std::nullopt, at};
    case FilterOp::AtLeast:
        return {std::nullopt, at + filtertimes::kTick};
    }
    return {};
}

} // namespace tieout
