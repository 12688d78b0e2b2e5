// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/matching.h"

#include <algorithm>
#include <array>

namespace tieout {

namespace {

struct Twin
{
    char16_t looks;
    char16_t like;
};

// Letters and signs that a ticker is faked with, after lower case and compatibility folding. Only
// what could pass for a Latin letter or a digit at a glance.
constexpr std::array kTwins{
    Twin{u'0', u'o'},      Twin{u'1', u'l'},      Twin{u'i', u'l'},      Twin{u'|', u'l'},
    Twin{u'5', u's'},      Twin{u'$', u's'},      Twin{u'8', u'b'},      Twin{u'\u0430', u'a'},
    Twin{u'\u0432', u'b'}, Twin{u'\u0441', u'c'}, Twin{u'\u0501', u'd'}, Twin{u'\u0435', u'e'},
    Twin{u'\u04bb', u'h'}, Twin{u'\u043d', u'h'}, Twin{u'\u0456', u'l'}, Twin{u'\u0458', u'j'},
    Twin{u'\u043a', u'k'}, Twin{u'\u043c', u'm'}, Twin{u'\u043e', u'o'}, Twin{u'\u0440', u'p'},
    Twin{u'\u0455', u's'}, Twin{u'\u0442', u't'}, Twin{u'\u0445', u'x'}, Twin{u'\u0443', u'y'},
    Twin{u'\u03b1', u'a'}, Twin{u'\u03b2', u'b'}, Twin{u'\u03b5', u'e'}, Twin{u'\u03b9', u'l'},
    Twin{u'\u03ba', u'k'}, Twin{u'\u03bf', u'o'}, Twin{u'\u03c1', u'p'}, Twin{u'\u03c4', u't'},
    Twin{u'\u03c5', u'u'}, Twin{u'\u03c7', u'x'}, Twin{u'\u20ae', u't'}, Twin{u'\u0110', u'd'},
    Twin{u'\u0111', u'd'}, Twin{u'\u0585', u'o'}, Twin{u'\u057d', u'u'}, Twin{u'\u0131', u'l'},
};

QChar twinOf(QChar c)
{
    for (const Twin& twin : kTwins) {
        if (c.unicode() == twin.looks)
            return QChar(twin.like);
    }
    return c;
}

} // namespace

QString symbolSkeleton(const QString& symbol)
{
    QString skeleton;
    for (const QChar c : symbol.normalized(QString::NormalizationForm_KD).toLower()) {
        const QChar twin = twinOf(c);
        // Accents, invisible marks, spaces and points don't make another ticker.
        if (twin.isLetterOrNumber())
            skeleton.append(twin);
    }
    return skeleton;
}

TokenJudgement judgeToken(const Account& contract,
                          const QString& symbol,
                          const std::optional<Account>& expected,
                          std::span<const KnownToken> known)
{
    const auto same =
        std::find_if(known.begin(), known.end(), [&contract](const KnownToken& token) {
            return token.contract == contract;
        });
    if (same != known.end()) {
        if (!same->enabled)
            return {TokenVerdict::NetworkNotEnabled, CaseCode::NetWrong, Label::WrongNetwork};
        if (!expected || *expected == contract)
            return {};
        return {TokenVerdict::Wrong, CaseCode::TokWrong, Label::WrongToken};
    }
    const QString skeleton = symbolSkeleton(symbol);
    const bool fake = !skeleton.isEmpty() &&
                      std::any_of(known.begin(), known.end(), [&skeleton](const KnownToken& token) {
                          return symbolSkeleton(token.symbol) == skeleton;
                      });
    if (fake)
        return {TokenVerdict::Fake, CaseCode::TokFake, Label::WrongToken};
    return {TokenVerdict::Wrong, CaseCode::TokWrong, Label::WrongToken};
}

bool looksAlike(const Account& a, const Account& b)
{
    constexpr size_t kShown = 2; // bytes, four hex digits: what people compare at each end
    if (a.size != b.size || a.size <= 2 * kShown || a == b)
        return false;
    const auto tail = a.bytes.begin() + (a.size - kShown);
    return std::equal(a.bytes.begin(), a.bytes.begin() + kShown, b.bytes.begin()) &&
           std::equal(tail, tail + kShown, b.bytes.begin() + (b.size - kShown));
}

bool isPoison(Amount amount,
              Amount dustFloor,
              const Account& sender,
              std::span<const Account> counterparties)
{
    if (amount.isZero())
        return true;
    // Real money is never noise, whoever sends it.
    return amount < dustFloor &&
           std::any_of(counterparties.begin(),
                       counterparties.end(),
                       [&sender](const Account& account) { return looksAlike(sender, account); });
}

} // namespace tieout
