// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/base58.h"

#include <QCryptographicHash>

namespace tieout {

namespace {

constexpr char kBase58[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

QByteArray checksum(const QByteArray& payload)
{
    const auto once = QCryptographicHash::hash(payload, QCryptographicHash::Sha256);
    return QCryptographicHash::hash(once, QCryptographicHash::Sha256).left(4);
}

} // namespace

QString toBase58Check(const QByteArray& payload)
{
    const QByteArray bytes = payload + checksum(payload);
    QByteArray reversed; // base-58 digits, least significant first
    for (const char c : bytes) {
        int carry = static_cast<unsigned char>(c);
        for (qsizetype i = 0; i < reversed.size(); ++i) {
            carry += reversed[i] * 256;
            reversed[i] = static_cast<char>(carry % 58);
            carry /= 58;
        }
        for (; carry > 0; carry /= 58)
            reversed.append(static_cast<char>(carry % 58));
    }
    QString text;
    for (qsizetype i = 0; i < bytes.size() && bytes[i] == 0; ++i)
        text.append(u'1');
    for (qsizetype i = reversed.size(); i-- > 0;)
        text.append(QLatin1Char(kBase58[static_cast<int>(reversed[i])]));
    return text;
}

Result<QByteArray> fromBase58Check(QStringView text)
{
    if (text.isEmpty() || text.size() > 128)
        return fail(ErrorCode::Invalid, u"base58_malformed");
    QByteArray reversed; // bytes, least significant first
    for (const QChar c : text) {
        const auto digit = c.unicode() < 128 ? QLatin1String(kBase58).indexOf(c) : -1;
        if (digit < 0)
            return fail(ErrorCode::Invalid, u"base58_malformed");
        int carry = static_cast<int>(digit);
        for (qsizetype i = 0; i < reversed.size(); ++i) {
            carry += static_cast<unsigned char>(reversed[i]) * 58;
            reversed[i] = static_cast<char>(carry & 0xff);
            carry >>= 8;
        }
        for (; carry > 0; carry >>= 8)
            reversed.append(static_cast<char>(carry & 0xff));
    }
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size() && text[i] == u'1'; ++i)
        bytes.append('\0');
    for (qsizetype i = reversed.size(); i-- > 0;)
        bytes.append(reversed[i]);
    if (bytes.size() < 5)
        return fail(ErrorCode::Invalid, u"base58_malformed");
    const QByteArray payload = bytes.chopped(4);
    if (bytes.right(4) != checksum(payload))
        return fail(ErrorCode::Invalid, u"base58_checksum");
    return payload;
}

} // namespace tieout
