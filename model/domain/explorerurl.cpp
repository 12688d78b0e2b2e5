// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/explorerurl.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr QStringView kScheme = u"https://";
constexpr qsizetype kMaxExplorer = 300;
constexpr QLatin1String kPlaceholders[] = {
    QLatin1String("{tx}"), QLatin1String("{block}"), QLatin1String("{address}")};

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool allOf(QStringView text, bool (*test)(QChar))
{
    return std::all_of(text.begin(), text.end(), test);
}

// A name or an address of four numbers, and a port; no user, no placeholder.
bool isHost(QStringView text)
{
    const auto isPart = [](QChar c) {
        return isAsciiLetterOrDigit(c) || c == u'.' || c == u'-' || c == u':';
    };
    return !text.isEmpty() && isAsciiLetterOrDigit(text.front()) && allOf(text, isPart);
}

bool isPath(QStringView text)
{
    const auto isPart = [](QChar c) {
        return isAsciiLetterOrDigit(c) || QStringView(u"/-._~%!$&'()*+,;=:@?#").contains(c);
    };
    return allOf(text, isPart);
}

} // namespace

Outcome checkExplorer(QStringView text)
{
    const Failure malformed = fail(ErrorCode::Invalid, u"explorer_malformed");
    if (text.size() > kMaxExplorer || !text.startsWith(kScheme))
        return malformed;
    const qsizetype slash = text.indexOf(u'/', kScheme.size());
    if (slash < 0 || !isHost(text.mid(kScheme.size(), slash - kScheme.size())))
        return malformed;
    QString path = text.mid(slash).toString();
    const QString written = path;
    for (const QLatin1String placeholder : kPlaceholders)
        path.replace(placeholder, QLatin1String("x")); // so that none stands within another
    if (path == written || !isPath(path))
        return malformed;
    return Done;
}

std::optional<QString> explorerUrl(QStringView text, const ExplorerSubject& subject)
{
    if (!checkExplorer(text))
        return std::nullopt;
    QString url = text.toString();
    const QString values[] = {
        subject.tx, subject.block ? QString::number(*subject.block) : QString(), subject.address};
    for (size_t i = 0; i < std::size(values); ++i) {
        if (!url.contains(kPlaceholders[i]))
            continue;
        if (values[i].isEmpty() || !allOf(values[i], isAsciiLetterOrDigit))
            return std::nullopt;
        url.replace(kPlaceholders[i], values[i]);
    }
    return url;
}

} // namespace tieout
