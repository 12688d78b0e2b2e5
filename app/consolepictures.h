// SPDX-License-Identifier: GPL-3.0-or-later
// ConsolePictures: renders the window to PNG files, light and dark, after its table has painted and
// a payment is shown, then says finished(). GUI thread.
#pragma once

#include "app/console.h"

namespace tieout {

class ConsolePictures final : public QObject
{
    Q_OBJECT

public:
    ConsolePictures(Console& console, const QString& folder, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    // Without pictures when the database gave nothing to show in time, or a file couldn't be
    // written.
    void finished(const QStringList& files);

private:
    void choose();
    void take();
    void grab(const QString& name);
    void finish();

    Console& m_console;
    QString m_folder;
    QStringList m_files;
    QTimer m_deadline;
    bool m_done = false;
};

} // namespace tieout
