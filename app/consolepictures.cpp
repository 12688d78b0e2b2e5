// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consolepictures.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPixmap>
#include <QThread>

namespace tieout {

namespace consolepictures {

// Widgets find their new sizes and colours in the turns of the loop before a picture.
constexpr int kQuietTurns = 4;

// Dialogs and menus stand above their window as they do on a screen, framed as by a window manager.
QPixmap withWindowsAbove(QWidget& base)
{
    QPixmap picture = base.grab();
    QPainter painter(&picture);
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* each : windows) {
        const bool above = each->isVisible() && each != &base &&
                           (each->windowType() == Qt::Dialog || each->windowType() == Qt::Popup);
        if (!above)
            continue;
        QRect place(each->pos() - base.pos(), each->size());
        if (each->windowType() == Qt::Dialog)
            place.moveCenter(base.rect().center());
        painter.fillRect(base.rect(), QColor(0, 0, 0, each->windowType() == Qt::Dialog ? 60 : 0));
        painter.drawPixmap(place.topLeft(), each->grab());
        painter.setPen(QColor(128, 128, 128, 160));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture;
}

} // namespace consolepictures

ConsolePictures::ConsolePictures(Console& console,
                                 const Clock& clock,
                                 PictureOptions options,
                                 QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_stage(console, clock)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(kPatience);
    connect(&m_deadline, &QTimer::timeout, this, &ConsolePictures::giveUp);
    // Asked again when everything that was posted has been done.
    m_idle.setSingleShot(true);
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &ConsolePictures::tryStep);
}

void ConsolePictures::start()
{
    if (!QDir().mkpath(m_options.folder)) {
        Q_EMIT failed(m_options.folder);
        Q_EMIT finished(false);
        return;
    }
    connect(thread()->eventDispatcher(),
            &QAbstractEventDispatcher::awake,
            this,
            &ConsolePictures::wake);
    enterNext();
}

void ConsolePictures::enterNext()
{
    const auto scenes = pictureScenes();
    m_scene = nullptr;
    while (m_next < scenes.size() && !m_scene) {
        m_scene = &scenes[m_next++];
        const PictureSet set = m_scene->set;
        const bool tellsStories =
            set == PictureSet::Sandbox || set == PictureSet::Aside || set == PictureSet::ReadOnly;
        if (tellsStories && !m_options.sandbox)
            m_scene = nullptr;
    }
    if (!m_scene) {
        Q_EMIT finished(m_complete);
        return;
    }
    m_step = 0;
    m_theme = -1;
    m_deadline.start();
    m_stage.appearance().setMode(m_options.themes.front());
    if (!m_stage.enter(m_scene->set, m_options.size))
        return giveUp();
    m_idle.start();
}

// Something came in: an answer from the database, a timer, a posted event.
void ConsolePictures::wake()
{
    if (!std::exchange(m_own, false) && m_scene && m_theme < 0 && !m_idle.isActive())
        m_idle.start();
}

void ConsolePictures::tryStep()
{
    if (!m_scene)
        return;
    if (m_theme >= 0) {
        if (++m_quiet < consolepictures::kQuietTurns)
            return m_idle.start();
        return take();
    }
    // What the timer itself wakes is no news.
    m_own = true;
    if (!m_scene->steps[m_step](m_stage))
        return;
    ++m_step;
    if (m_step < PictureScene::kMostSteps && m_scene->steps[m_step])
        return m_idle.start();
    wearNext();
}

void ConsolePictures::wearNext()
{
    if (++m_theme == m_options.themes.size())
        return enterNext();
    m_stage.appearance().setMode(m_options.themes.at(m_theme));
    m_quiet = 0;
    m_idle.start();
}

void ConsolePictures::take()
{
    const ThemeMode mode = m_options.themes.at(m_theme);
    const bool dark = m_stage.appearance().theme().dark;
    const QString name = mode == ThemeMode::System ? QStringLiteral("system")
                         : dark                    ? QStringLiteral("dark")
                                                   : QStringLiteral("light");
    const QString file =
        QDir(m_options.folder)
            .filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(m_scene->name), name));
    if (!consolepictures::withWindowsAbove(*m_stage.base()).save(file))
        return giveUp();
    Q_EMIT taken(file);
    wearNext();
}

void ConsolePictures::giveUp()
{
    m_complete = false;
    Q_EMIT failed(QLatin1String(m_scene->name));
    enterNext();
}

} // namespace tieout
