// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/failpoint.h"

#include <QByteArray>

#include <atomic>
#include <unistd.h>

namespace tieout {

namespace {

struct ArmedFailpoint
{
    ArmedFailpoint()
    {
        const QByteArray said = qgetenv("TIEOUT_FAILPOINT");
        const qsizetype colon = said.indexOf(':');
        name = said.left(colon);
        left = colon < 0 ? 1 : said.mid(colon + 1).toLongLong();
    }

    QByteArray name; // empty: none is armed
    std::atomic<qint64> left{1};
};

} // namespace

void failpoint(const char* name)
{
    static ArmedFailpoint armed;
    if (armed.name.isEmpty() || armed.name != name)
        return;
    if (armed.left.fetch_sub(1) == 1)
        _exit(kFailpointStatus);
}

} // namespace tieout
