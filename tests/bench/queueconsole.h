// SPDX-License-Identifier: GPL-3.0-or-later
// The window of the queue benchmark, in a process of its own so that its start and its memory are
// its own: the console, or the same view over a model of Qt SQL. It plays its script, prints what
// it measures and ends. Lines: "sample", "count", "value" (KEY, number), and "changes" (1: the
// writer should begin; 0: end).
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <QStringList>

namespace tieout::bench {

class QueueApplication;

// The first argument of a program that is such a window.
inline constexpr char kQueueConsole[] = "--queue-console";

// A filter to be timed. On Qt's models its condition stands for it; without one it is left out.
struct QueueFilter
{
    QString key;
    QString text;
    QString condition;
};

struct QueueConsoleTask
{
    enum class Model { Ours, Table, Query };

    Model model = Model::Ours;
    DatabaseAddress address;
    qint64 startedNs = 0; // of the steady clock
    UtcTime from;         // Qt's models show what was made since then
    int jumps = 0;
    int frames = 0;
    int loadMs = 0;
    QList<QueueFilter> filters;
    QString sparse; // a filter that no index answers and that nothing matches
};

// The task as arguments of this program, and back.
QStringList argumentsOf(const QueueConsoleTask& task);
int runQueueConsole(int argc, char** argv);

int playOurQueue(QueueApplication& app, const QueueConsoleTask& task);
int playQtQueue(QueueApplication& app, const QueueConsoleTask& task);

} // namespace tieout::bench
