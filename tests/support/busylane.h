// SPDX-License-Identifier: GPL-3.0-or-later
// BusyLane: keeps a lane of a store busy until it is opened, so that a test stands between two of
// the lane's jobs. GUI thread.
#pragma once

#include "model/store/asyncstore.h"

#include <QSemaphore>

namespace tieout::test {

class BusyLane
{
public:
    BusyLane(AsyncStore& store, AsyncStore::Lane lane)
    {
        store
            .run(lane,
                 [semaphore = m_semaphore](Database&) -> Outcome {
                     semaphore->acquire();
                     return Done;
                 })
            .then(&m_receiver, [](const Outcome&) {});
    }
    ~BusyLane() { open(); }
    void open() { m_semaphore->release(); }

private:
    std::shared_ptr<QSemaphore> m_semaphore = std::make_shared<QSemaphore>();
    QObject m_receiver;
};

} // namespace tieout::test
