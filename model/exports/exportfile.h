// SPDX-License-Identifier: GPL-3.0-or-later
// ExportFile: rows that wait in a temporary file until the header, which counts them, can be
// written before them. The finished file appears at its path in one step. One thread at a time.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QTemporaryFile>

#include <memory>

namespace tieout {

class ExportFile
{
public:
    Outcome open();
    Outcome add(const QByteArray& bytes);
    // Header, rows, footer. Reason: export_write, the detail is the system's.
    Outcome place(const QString& path, const QByteArray& header, const QByteArray& footer);

private:
    QTemporaryFile m_rows;
};

} // namespace tieout
