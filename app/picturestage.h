// SPDX-License-Identifier: GPL-3.0-or-later
// PictureStage: what the scenes of ConsolePictures play on: a console with its window, or the start
// window, and short ways to bring them into a state. Each of its functions is called again until it
// answers true; none of them waits. GUI thread.
#pragma once

#include "app/console.h"
#include "ui/start/startwindow.h"

#include <QPointer>
#include <QSemaphore>
#include <QTemporaryDir>

namespace tieout {

class PaymentsPage;

// Where a scene can be played.
enum class PictureSet {
    Any,      // whatever database is open
    Sandbox,  // the sandbox's own stories are in it
    Empty,    // a new database without a payment
    Lost,     // a database that can't be reached
    Loading,  // one whose first answers take their time
    Aside,    // the sandbox in a window of its own, of which nothing stays
    ReadOnly, // the sandbox, seen by somebody whose roles decide nothing
    Start,    // none is open
};

class PictureStage
{
public:
    PictureStage(Console& console, const Clock& clock);
    ~PictureStage();
    Q_DISABLE_COPY_MOVE(PictureStage)

    // Brings the window of the set on, of this size, without what a scene before has opened.
    // Reasons: those of makeDatabase.
    Outcome enter(PictureSet set, const QSize& size);
    QWidget* base() const { return m_base; }
    Appearance& appearance() { return m_console.appearance(); }
    MainWindow& window() { return *m_window; }
    PaymentsPage& page();
    StartWindow& start() { return *m_start; }

    // What a scene may do besides.
    bool showPayments();
    // The payment whose order has this reference, with its actions known.
    bool choose(const char* order);
    // The button of this name, once it is enabled.
    bool click(const char* button);
    bool opensDialog(const char* order, const char* button);
    bool hasDialog();
    // Keys into the filter, as a person types them; then Enter.
    bool typeFilter(const char* text);
    bool applyFilter(const char* text);
    // Visible, anywhere in the window.
    bool shows(const char* name) const;
    // What is asked on this lane of the window beside the console is answered when the next scene
    // begins.
    void hold(AsyncStore::Lane lane);
    QString filePath(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    // A menu below its button, without a loop of its own.
    bool opensMenu(const char* button);

private:
    void reset();
    Outcome openAnother(PictureSet set);
    Result<ConsoleParts> partsOf(PictureSet set) const;
    void letGo();

    Console& m_console;
    const Clock& m_clock;
    QTemporaryDir m_folder;
    std::vector<std::shared_ptr<QSemaphore>> m_held; // one for each lane that waits
    std::unique_ptr<Console> m_another;
    PictureSet m_anotherIs = PictureSet::Any;
    std::unique_ptr<StartWindow> m_start;
    MainWindow* m_window = nullptr;
    QWidget* m_base = nullptr;
    QPointer<QWidget> m_clicked;
};

} // namespace tieout
