// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses and hashes as people read and compare them. Pure.
#pragma once

#include <QByteArray>
#include <QString>

namespace tieout {

// In groups of four.
QString groupedAddress(const QString& address);
// The first and the last four bytes of a hash.
QString shortHash(const QByteArray& hash);
// All of it.
QString fullHash(const QByteArray& hash);

} // namespace tieout
