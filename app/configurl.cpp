// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configurl.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace tieout {

namespace {

// "scheme://authority" and what follows, cut without judging: also for URLs that are no URLs.
struct UrlParts
{
    QString scheme;
    QString user; // before the last @ of the authority
    QString host; // with its port
    QString rest; // path, query, fragment
};

UrlParts cutUrl(const QString& url)
{
    UrlParts parts;
    const auto mark = url.indexOf(QStringLiteral("://"));
    if (mark < 0)
        return parts;
    parts.scheme = url.left(mark).toLower();
    const QString after = url.mid(mark + 3);
    const auto end = std::find_if(after.begin(), after.end(), [](QChar c) {
        return c == u'/' || c == u'?' || c == u'#' || c == u'\\';
    });
    const auto length = static_cast<qsizetype>(end - after.begin());
    const QString authority = after.left(length);
    parts.rest = after.mid(length);
    const auto at = authority.lastIndexOf(u'@');
    parts.user = authority.left(qMax(at, qsizetype(0)));
    parts.host = authority.mid(at + 1);
    return parts;
}

const QRegularExpression& placeholder()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\$\{([^}]*)\})"));
    return pattern;
}

QString withoutPlaceholders(QString text)
{
    return text.replace(placeholder(), QString());
}

// Keys of providers are 20 and more letters and digits in a row; words and versions are not.
bool holdsKey(const QString& text)
{
    static const QRegularExpression run(QStringLiteral("[A-Za-z0-9]{20,}"));
    for (auto match = run.globalMatch(text); match.hasNext();) {
        const QString found = match.next().captured();
        const auto digits = std::ranges::count_if(found, [](QChar c) { return c.isDigit(); });
        if (digits >= 2)
            return true;
    }
    return false;
}

bool isSecretName(const QString& name)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A[A-Z_][A-Z0-9_]{0,63}\z)"));
    return pattern.match(name).hasMatch();
}

// What may stand for a placeholder inside a URL without moving its borders.
bool keepsShape(const QString& value)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A[A-Za-z0-9._~%=+,;!*-]+\z)"));
    return pattern.match(value).hasMatch();
}

// The written text with its placeholders filled, and what was put in.
Result<QString>
fillPlaceholders(const QString& written, const EnvironmentLookup& lookup, QStringList& values)
{
    const auto whole = placeholder().match(written);
    const bool isWhole = whole.hasMatch() && whole.capturedLength() == written.size();
    QString filled;
    qsizetype done = 0;
    for (auto matches = placeholder().globalMatch(written); matches.hasNext();) {
        const auto match = matches.next();
        const QString name = match.captured(1);
        if (!isSecretName(name))
            return fail(ErrorCode::Invalid, u"secret_name");
        const auto value = lookup(name);
        if (!value || value->isEmpty())
            return fail(ErrorCode::Invalid, u"secret_missing");
        if (!isWhole && !keepsShape(*value))
            return fail(ErrorCode::Invalid, u"secret_value");
        filled += QStringView(written).sliced(done, match.capturedStart() - done);
        filled += *value;
        values.append(*value);
        done = match.capturedEnd();
    }
    filled += QStringView(written).sliced(done);
    return filled;
}

// Plain words such as "v2", "mainnet" or "true" stay readable in a log: only what is long, or has a
// digit in a URL that came whole from the environment, may be a key.
QStringList secretsIn(const QString& url, QStringList values)
{
    constexpr qsizetype kKeyLength = 12;
    constexpr qsizetype kQueryKeyLength = 8;
    const bool isWhole = values.contains(url);
    const QUrl parts(url);
    values.append(parts.password(QUrl::FullyEncoded));
    if (isWhole)
        values.append(parts.userName(QUrl::FullyEncoded));
    for (const auto& [name, value] : QUrlQuery(parts).queryItems(QUrl::FullyEncoded)) {
        if (value.size() >= kQueryKeyLength)
            values.append(value);
    }
    for (const QString& part : parts.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts)) {
        const bool hasDigit = std::ranges::any_of(part, [](QChar c) { return c.isDigit(); });
        if (part.size() >= kKeyLength || (isWhole && hasDigit))
            values.append(part);
    }
    for (const QString& value : QStringList(values))
        values.append(QUrl::fromPercentEncoding(value.toUtf8()));
    values.removeAll(QString());
    values.removeDuplicates();
    return values;
}

bool isHttpUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isHttp = scheme == u"http" || scheme == u"https";
    const bool clean =
        std::ranges::none_of(text, [](QChar c) { return c.isSpace() || c == u'\\'; });
    return url.isValid() && isHttp && clean && !url.host().isEmpty() && !url.hasFragment() &&
           url.port(1) > 0;
}

} // namespace

Result<FilledUrl> fillUrl(const QString& written, const EnvironmentLookup& lookup)
{
    const UrlParts parts = cutUrl(written);
    // A password, or a bare user that is a key, belongs into the environment; "name:${PASSWORD}" is
    // fine.
    const auto colon = parts.user.indexOf(u':');
    const QString literal = colon < 0 ? parts.user : parts.user.mid(colon + 1);
    if (!withoutPlaceholders(literal).isEmpty())
        return fail(ErrorCode::Invalid, u"password_in_file");
    if (holdsKey(withoutPlaceholders(parts.rest)))
        return fail(ErrorCode::Invalid, u"secret_in_file");
    QStringList values;
    auto filled = fillPlaceholders(written, lookup, values);
    if (!filled)
        return fail(filled.error());
    if (!isHttpUrl(*filled))
        return fail(ErrorCode::Invalid, u"bad_url");
    const bool hostIsSecret = parts.scheme.isEmpty() || parts.host.contains(u"${");
    const QString display =
        hostIsSecret ? cutUrl(*filled).scheme + QStringLiteral("://\u2026") : redactedUrl(*filled);
    return FilledUrl{*filled, display, secretsIn(*filled, values)};
}

Outcome checkDatabaseUrl(const QString& written)
{
    const UrlParts parts = cutUrl(written);
    if (parts.scheme.isEmpty()) {
        // The keyword form of libpq ("host=… password=…") is neither a path nor a URI.
        if (written.contains(u"password=") || written.contains(u"dbname="))
            return fail(ErrorCode::Invalid, u"bad_url");
        return Done;
    }
    if (parts.scheme != u"postgresql" && parts.scheme != u"postgres")
        return fail(ErrorCode::Invalid, u"bad_url");
    const QUrlQuery query(QUrl(written).query());
    if (parts.user.contains(u':') || query.hasQueryItem(QStringLiteral("password")) ||
        query.hasQueryItem(QStringLiteral("sslpassword")))
        return fail(ErrorCode::Invalid, u"password_in_file");
    return Done;
}

QString redactedUrl(const QString& url)
{
    const UrlParts parts = cutUrl(url);
    if (parts.scheme.isEmpty())
        return url.isEmpty() ? QString() : QStringLiteral("\u2026");
    const bool nothingHidden = parts.user.isEmpty() && (parts.rest.isEmpty() || parts.rest == u"/");
    return parts.scheme + QStringLiteral("://") + parts.host +
           (nothingHidden ? QString() : QStringLiteral("/\u2026"));
}

} // namespace tieout
