// SPDX-License-Identifier: GPL-3.0-or-later
// RailSpy: stands between a watch loop and its rails. Runs what a test wants right before the nth
// call of a kind, so that a chain moves at an exact moment, and lets the loop look at one of
// several nodes, so that it sees a chain go away and come back. The thread of the watch loop, which
// is the test's.
#pragma once

#include "chain/engine/railport.h"

#include <QHash>

#include <functional>
#include <memory>
#include <vector>

namespace tieout::test {

class RailSpy
{
public:
    // `call` is the name of a function of Rail; counted from now on, the first call is 1.
    void before(const QString& call, int nth, std::function<void()> act);
    bool acted() const { return m_acts.isEmpty(); }
    void called(const QString& call);

    // Which of the nodes answers from now on.
    void use(size_t node) { m_node = node; }
    size_t node() const { return m_node; }

    // One port over one rail for each of the URLs; `spy` outlives it.
    static RailMaker maker(RailSpy& spy, const std::vector<std::vector<QByteArray>>& urls);

private:
    struct Act
    {
        int left = 0;
        std::function<void()> run;
    };

    QHash<QString, Act> m_acts;
    size_t m_node = 0;
};

} // namespace tieout::test
