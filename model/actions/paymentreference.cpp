// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/paymentreference.h"

#include "model/crypto/hash.h"

namespace tieout {

namespace {

constexpr QStringView kReferenceAlphabet = u"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
// A prime: every weight below it has an inverse, so no single change cancels itself out.
constexpr int kReferenceBase = 31;
static_assert(kReferenceAlphabet.size() == kReferenceBase);

// The weighted sum over all characters; 0 for a good reference. -1 for a foreign character.
int weightedSum(QStringView text)
{
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto digit = kReferenceAlphabet.indexOf(text[i]);
        if (digit < 0)
            return -1;
        sum += int(digit) * int(text.size() - i);
    }
    return sum % kReferenceBase;
}

} // namespace

QString newReference()
{
    constexpr int kFair = 256 - 256 % kReferenceBase; // bytes from here on would favour some
    QString text;
    while (text.size() < kReferenceLength - 1) {
        const auto byte = quint8(randomBytes(1).front());
        if (byte < kFair)
            text += kReferenceAlphabet[byte % kReferenceBase];
    }
    // The check digit has the weight 1, so it is what the others leave to a multiple of the base.
    const int sum = weightedSum(text + kReferenceAlphabet.front());
    return text + kReferenceAlphabet[(kReferenceBase - sum) % kReferenceBase];
}

bool isReference(QStringView text)
{
    return text.size() == kReferenceLength && weightedSum(text) == 0;
}

} // namespace tieout
