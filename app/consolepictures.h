// SPDX-License-Identifier: GPL-3.0-or-later
// ConsolePictures: plays the scenes one after the other and renders each to PNG files, one for each
// theme. A scene's next step is tried whenever the event loop has nothing left to do, so that
// nothing is waited for by the clock; one that doesn't come about in its time is told and the next
// one begins. GUI thread.
#pragma once

#include "app/picturescenes.h"

namespace tieout {

struct PictureOptions
{
    QString folder;
    QList<ThemeMode> themes{ThemeMode::Light, ThemeMode::Dark};
    QSize size{1440, 900};
    bool sandbox = true; // the sandbox's stories are in the database
};

class ConsolePictures final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kPatience{20}; // for each scene

    // `console` was started.
    ConsolePictures(Console& console,
                    const Clock& clock,
                    PictureOptions options,
                    QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void taken(const QString& file);
    void failed(const QString& scene); // not reached in time, or its file can't be written
    void finished(bool complete);

private:
    void enterNext();
    void wake();
    void tryStep();
    void wearNext();
    void take();
    void giveUp();

    PictureOptions m_options;
    PictureStage m_stage;
    QTimer m_deadline;
    QTimer m_idle;
    size_t m_next = 0; // scene
    const PictureScene* m_scene = nullptr;
    size_t m_step = 0;
    qsizetype m_theme = -1; // being taken; -1: the steps aren't done
    int m_quiet = 0;        // turns of the loop since the theme is worn
    bool m_own = false;     // the loop was woken by m_idle
    bool m_complete = true;
};

} // namespace tieout
