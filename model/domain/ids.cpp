// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/ids.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tieout {

namespace {

constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

QString makeUlid(UtcTime at, const std::array<quint8, 10>& random)
{
    QString text(26, Qt::Uninitialized);
    auto time = static_cast<quint64>(at.ms()) & 0xffffffffffffULL;
    for (int i = 9; i >= 0; --i) {
        text[i] = QLatin1Char(kAlphabet[time & 31]);
        time >>= 5;
    }
    // 80 bits are sixteen groups of five.
    unsigned buffer = 0;
    int bits = 0;
    int out = 10;
    for (const quint8 byte : random) {
        buffer = ((buffer << 8) | byte) & 0xffffU;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text[out++] = QLatin1Char(kAlphabet[(buffer >> bits) & 31]);
        }
    }
    return text;
}

QString makeUlid(UtcTime at)
{
    std::array<quint32, 3> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    std::array<quint8, 10> random{};
    for (size_t i = 0; i < random.size(); ++i)
        random[i] = static_cast<quint8>(words[i / 4] >> (8 * (i % 4)));
    return makeUlid(at, random);
}

bool isUlid(QStringView text)
{
    // The first character carries the top three bits of 130, so it is 0..7.
    return text.size() == 26 && text[0] >= u'0' && text[0] <= u'7' &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() < 128 && c != QChar(0) && QLatin1String(kAlphabet).contains(c);
           });
}

} // namespace tieout
