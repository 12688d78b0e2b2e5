// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts as text and as bytes: what is read is what was written, and nothing is rounded.
#include "model/domain/amount.h"

#include <algorithm>

using namespace tieout;

namespace {

// The shortest decimal text of the same value, worked out on the characters alone.
QString shortest(QString text)
{
    const bool negative = text.startsWith(u'-');
    text = text.mid(negative ? 1 : 0);
    while (text.size() > 1 && text.startsWith(u'0') && text[1] != u'.')
        text = text.mid(1);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return negative && text != u"0" ? u'-' + text : text;
}

void writesBack(const Amount& amount)
{
    const int decimals = amount.decimals();
    TIEOUT_CHECK(amount.units() <= Amount::kMaxUnits && amount.units() >= -Amount::kMaxUnits);
    TIEOUT_CHECK(*Amount::parse(amount.toText(), decimals) == amount);
    TIEOUT_CHECK(*Amount::parse(amount.toFixedText(), decimals) == amount);
    TIEOUT_CHECK(*Amount::fromUnitsText(amount.toUnitsText(), decimals) == amount);
    TIEOUT_CHECK(*Amount::fromSortable(amount.toSortable(), decimals) == amount);
}

void counts(const Amount& left, const Amount& right)
{
    if (const auto sum = left.plus(right)) {
        TIEOUT_CHECK(*sum->minus(right) == left);
        writesBack(*sum);
    }
    TIEOUT_CHECK((left < right) == (left.toSortable() < right.toSortable()));
    const auto bp = static_cast<int>(right.units() % 10'001);
    const auto part = left.basisPoints(std::max(bp, -bp));
    TIEOUT_CHECK(part && (left.isNegative() ? *part >= left : *part <= left));
    TIEOUT_CHECK(*left.basisPoints(10'000) == left);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    for (const int decimals : {0, 2, 6, 18, Amount::kMaxDecimals}) {
        if (const auto amount = Amount::parse(text, decimals)) {
            TIEOUT_CHECK(amount->toText() == shortest(text));
            writesBack(*amount);
        } else {
            TIEOUT_CHECK(amount.error().detail.size() <= 80);
        }
        if (const auto amount = Amount::fromUnitsText(text, decimals)) {
            TIEOUT_CHECK(amount->toUnitsText() == shortest(text));
            writesBack(*amount);
        }
        const auto left = Amount::fromSortable(bytes.left(16), decimals);
        if (left)
            writesBack(*left);
        if (size < 32)
            continue;
        const auto right = Amount::fromSortable(bytes.mid(16, 16), decimals);
        if (left && right)
            counts(*left, *right);
        const bool fits =
            std::all_of(data, data + 16, [](uint8_t c) { return c == 0; }) && data[16] < 0x80;
        const auto word = Amount::fromWord(data, decimals);
        TIEOUT_CHECK(word.has_value() == fits);
        if (word) {
            TIEOUT_CHECK(!word->isNegative());
            TIEOUT_CHECK(word->toSortable().mid(1) == bytes.mid(17, 15));
        }
    }
    return 0;
}
