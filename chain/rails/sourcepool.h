// SPDX-License-Identifier: GPL-3.0-or-later
// SourcePool: the sources of one rail: which to ask next, which instead, and which operators count
// for a quorum. Belongs to the rail's thread.
#pragma once

#include "chain/rails/source.h"

#include <memory>
#include <set>
#include <vector>

namespace tieout {

class SourcePool
{
public:
    // Blocks behind the best head at which a source counts as lagging.
    static constexpr qint64 kLagAllowed = 3;

    void add(std::unique_ptr<Source> source);

    size_t size() const { return m_sources.size(); }
    const std::vector<std::unique_ptr<Source>>& sources() const { return m_sources; }

    // The healthiest one that may be asked and isn't in `tried`; the one in use is kept while it is
    // as healthy as any. Null when there is none.
    Source* choose(UtcTime now, const std::set<const Source*>& tried = {});
    // One source for each distinct operator (in any case), healthiest first, at most `count`; all
    // when count < 0.
    std::vector<Source*> distinctOperators(UtcTime now, int count = -1) const;
    int operatorCount() const;
    qint64 bestHead() const;

private:
    bool better(const Source& a, const Source& b) const;

    std::vector<std::unique_ptr<Source>> m_sources;
    Source* m_current = nullptr;
};

} // namespace tieout
