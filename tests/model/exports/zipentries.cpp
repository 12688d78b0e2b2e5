// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/exports/zipentries.h"

#include <QtEndian>

#include <zlib.h>

namespace tieout::test {

namespace {

template<class T>
T littleAt(const QByteArray& bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.constData() + at);
}

QByteArray inflated(QByteArray packed, quint32 size)
{
    QByteArray out(size, 0);
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    const int ended = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return ended == Z_STREAM_END ? out : QByteArray();
}

} // namespace

QHash<QString, QByteArray> zipEntries(const QByteArray& archive)
{
    QHash<QString, QByteArray> entries;
    // The central directory says the sizes; entries that were written in one go lack them.
    qsizetype at = archive.indexOf(QByteArrayView("PK\x01\x02", 4));
    while (at >= 0 && at + 46 <= archive.size() && archive.mid(at, 4) == "PK\x01\x02") {
        const auto method = littleAt<quint16>(archive, at + 10);
        const auto packed = littleAt<quint32>(archive, at + 20);
        const auto size = littleAt<quint32>(archive, at + 24);
        const auto nameLength = littleAt<quint16>(archive, at + 28);
        const auto extra = littleAt<quint16>(archive, at + 30);
        const auto comment = littleAt<quint16>(archive, at + 32);
        const auto local = qsizetype(littleAt<quint32>(archive, at + 42));
        const QString name = QString::fromUtf8(archive.mid(at + 46, nameLength));
        const qsizetype data = local + 30 + littleAt<quint16>(archive, local + 26) +
                               littleAt<quint16>(archive, local + 28);
        const QByteArray bytes = archive.mid(data, packed);
        entries.insert(name, method == 0 ? bytes : inflated(bytes, size));
        at += 46 + nameLength + extra + comment;
    }
    return entries;
}

} // namespace tieout::test
