// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/creationterms.h"

#include "model/domain/durationtext.h"
#include "model/store/environment.h"

#include <algorithm>

namespace tieout {

namespace creationterms {

// As the payloads of commands allow (model/commands/paymentpayloads).
constexpr qsizetype kLongestReference = 200;
constexpr qsizetype kLongestReason = 2'000;
constexpr Duration kShortestExpiry = std::chrono::seconds(1);
constexpr Duration kLongestExpiry = std::chrono::hours(24 * 90);

Outcome checkText(const QString& text, qsizetype longest)
{
    if (text.size() > longest)
        return fail(ErrorCode::Invalid, u"text_too_long", QString::number(longest));
    const bool control = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    });
    return control ? Outcome(fail(ErrorCode::Invalid, u"text_control")) : Outcome(Done);
}

} // namespace creationterms

std::vector<CorridorVersion> CreationTerms::corridorsOf(const QString& merchant) const
{
    std::vector<CorridorVersion> found;
    for (const MerchantCorridors& each : merchants) {
        if (each.merchant.id.text() != merchant)
            continue;
        for (const CorridorVersion& corridor : corridors) {
            if (each.corridors.contains(corridor.name))
                found.push_back(corridor);
        }
    }
    return found;
}

Result<CreationTerms> readCreationTerms(Database& db, const QString& account)
{
    auto merchants = merchantsWithCorridors(db);
    if (!merchants)
        return fail(merchants.error());
    auto corridors = currentCorridors(db);
    if (!corridors)
        return fail(corridors.error());
    const auto environment = readEnvironment(db);
    if (!environment)
        return fail(environment.error());
    const auto powers = readPowers(db, account);
    if (!powers)
        return fail(powers.error());
    CreationTerms terms;
    terms.merchants = std::move(merchants).value();
    terms.corridors = std::move(corridors).value();
    terms.sandbox = environment->name == u"sandbox";
    terms.create.role = powers->classFor(u"payment.create");
    if (terms.create.role.isEmpty())
        terms.create.why = Error{ErrorCode::Forbidden, QStringLiteral("class_may_not_submit"), {}};
    return terms;
}

Outcome mayUseCorridor(const CorridorVersion& corridor, bool sandbox)
{
    const Amount least(std::max(corridor.minimum.units(), Int128(1)), corridor.decimals);
    return mayCreatePayment(corridor, least, sandbox);
}

Outcome checkAmount(const CorridorVersion& corridor, const QString& amount, bool sandbox)
{
    if (amount.isEmpty())
        return fail(ErrorCode::Invalid, u"value_missing");
    const auto due = Amount::parse(amount, corridor.decimals);
    if (!due)
        return fail(due.error());
    return mayCreatePayment(corridor, *due, sandbox);
}

Outcome checkReference(const QString& text)
{
    return creationterms::checkText(text, creationterms::kLongestReference);
}

Result<std::optional<Duration>> parseExpiry(const QString& text)
{
    if (text.isEmpty())
        return std::optional<Duration>();
    const auto expiry = durationFromText(text);
    if (!expiry)
        return fail(expiry.error());
    if (*expiry < creationterms::kShortestExpiry || *expiry > creationterms::kLongestExpiry)
        return fail(ErrorCode::Invalid, u"expiry_range", text);
    return std::optional(*expiry);
}

Outcome checkReason(const QString& text)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, u"reason_missing");
    return creationterms::checkText(text, creationterms::kLongestReason);
}

} // namespace tieout
