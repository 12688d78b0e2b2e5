// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/workerthread.h"

#include "model/domain/check.h"

#include <QDeadlineTimer>

namespace tieout {

WorkerThread::WorkerThread(const QString& name)
{
    m_thread.setObjectName(name);
}

WorkerThread::~WorkerThread()
{
    m_thread.quit();
    TIEOUT_CHECK(m_thread.wait(QDeadlineTimer(kStopDeadline)));
}

void WorkerThread::adopt(QObject* worker)
{
    worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
}

} // namespace tieout
