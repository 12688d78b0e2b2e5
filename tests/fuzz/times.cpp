// SPDX-License-Identifier: GPL-3.0-or-later
// Durations, points in time, confirmation rules and labels as people write them.
#include "model/domain/confirmation.h"
#include "model/domain/durationtext.h"

#include <QRegularExpression>

using namespace tieout;

namespace {

void readsTime(const QString& text)
{
    const auto time = UtcTime::parse(text);
    if (!time)
        return;
    // The forms that the header promises, and no other that Qt would guess at.
    static const QRegularExpression shape(QStringLiteral(
        R"(\A[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?Z)?\z)"));
    TIEOUT_CHECK(shape.match(text).hasMatch());
    const QString written = time->toText();
    TIEOUT_CHECK(written.size() == 24);
    TIEOUT_CHECK(*UtcTime::parse(written) == *time);
    TIEOUT_CHECK(written.left(10) == text.left(10));
}

void readsDuration(const QString& text)
{
    const auto duration = durationFromText(text);
    if (!duration)
        return;
    TIEOUT_CHECK(duration->count() >= 0);
    TIEOUT_CHECK(duration->count() <= 36'525LL * 86'400'000LL);
    TIEOUT_CHECK(*durationFromText(toText(*duration)) == *duration);
}

void readsRule(const QString& text)
{
    const auto rule = ConfirmationRule::fromText(text);
    if (!rule)
        return;
    TIEOUT_CHECK(rule->depth > 0 || rule->mark != FinalityMark::None);
    TIEOUT_CHECK(rule->toText() == text);
    const auto height = ruleHeight(*rule, 1'000, {std::nullopt, 900});
    TIEOUT_CHECK(!height || *height <= 1'000);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    readsTime(text);
    readsDuration(text);
    readsRule(text);
    if (const auto labels = Labels::fromText(text))
        TIEOUT_CHECK(*Labels::fromText(labels->toText()) == *labels);
    return 0;
}
