// SPDX-License-Identifier: GPL-3.0-or-later
// The hashes and the random bytes of OpenSSL that are not already in QtCore's hands. Pure but for
// randomBytes; safe on any thread. A failing library is a broken program, never a Result.
#pragma once

#include <QByteArray>

namespace tieout {

QByteArray sha256(QByteArrayView bytes);                           // 32 bytes
QByteArray sha256Hex(QByteArrayView bytes);                        // 64 lower-case digits
QByteArray hmacSha256(QByteArrayView key, QByteArrayView message); // 32 bytes
QByteArray hmacSha512(QByteArrayView key, QByteArrayView message); // 64 bytes
QByteArray randomBytes(int count);                                 // the secure generator
// Without telling by its time where two values differ; lengths may be known.
bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

} // namespace tieout
