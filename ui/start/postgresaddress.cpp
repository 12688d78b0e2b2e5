// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/postgresaddress.h"

#include <QUrl>
#include <QUrlQuery>

namespace tieout {

namespace postgresaddress {

constexpr int kPort = 5432;

QString host()
{
    return QStringLiteral("host");
}

QString mode()
{
    return QStringLiteral("sslmode");
}

QString authority()
{
    return QStringLiteral("sslrootcert");
}

// QUrlQuery leaves '+' and '&' of a value to the caller.
QString escaped(const QString& value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value, "/"));
}

} // namespace postgresaddress

QStringList tlsModes()
{
    return {QStringLiteral("verify-full"),
            QStringLiteral("verify-ca"),
            QStringLiteral("require"),
            QStringLiteral("disable")};
}

Result<QString> PostgresAddress::toUrl() const
{
    if (host.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, u"server_missing");
    if (database.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, u"database_missing");
    if (login.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, u"login_missing");
    if (port < 1 || port > 65'535)
        return fail(ErrorCode::Invalid, u"port_range");
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(login.trimmed(), QUrl::DecodedMode);
    url.setPath(u'/' + database.trimmed(), QUrl::DecodedMode);
    QUrlQuery query;
    if (isSocket()) {
        // A URI with a user needs an authority, which libpq lets be empty.
        url.setHost(QString());
        query.addQueryItem(postgresaddress::host(), postgresaddress::escaped(host.trimmed()));
        query.addQueryItem(QStringLiteral("port"), QString::number(port));
    } else {
        url.setHost(host.trimmed());
        if (url.host().isEmpty())
            return fail(ErrorCode::Invalid, u"server_missing");
        if (port != postgresaddress::kPort)
            url.setPort(port);
        if (!tlsMode.isEmpty())
            query.addQueryItem(postgresaddress::mode(), tlsMode);
        if (!caFile.trimmed().isEmpty())
            query.addQueryItem(postgresaddress::authority(),
                               postgresaddress::escaped(caFile.trimmed()));
    }
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

Result<PostgresAddress> PostgresAddress::fromUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool known = url.scheme() == u"postgresql" || url.scheme() == u"postgres";
    if (!url.isValid() || !known)
        return fail(ErrorCode::Invalid, u"database_address");
    const QUrlQuery query(url);
    const auto item = [&](const QString& name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    PostgresAddress address;
    address.host = url.host().isEmpty() ? item(postgresaddress::host()) : url.host();
    const int asked = item(QStringLiteral("port")).toInt();
    address.port = url.port(asked > 0 ? asked : postgresaddress::kPort);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    address.login = url.userName(QUrl::FullyDecoded);
    address.tlsMode = item(postgresaddress::mode());
    address.caFile = item(postgresaddress::authority());
    return address;
}

} // namespace tieout
