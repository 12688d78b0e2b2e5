// SPDX-License-Identifier: GPL-3.0-or-later
// What the ingest is compared with: the least that any program must do. The same answers fetched by
// libcurl and thrown away; the same rows copied into the same table. One thread.
#pragma once

#include "chain/rails/evmrange.h"
#include "tests/bench/chainlab.h"
#include "tests/bench/measure.h"
#include "tests/support/testdatabase.h"

namespace tieout::bench {

struct Download
{
    Sample sample;
    qint64 bytes = 0;
};

// The very requests that the rail sent, over one kept-alive connection.
Download bareDownload(const BenchChain& chain, const std::vector<RangeRequest>& requests);

// The rows of the table transfer in `from`, into a fresh database: one COPY in one transaction on
// PostgreSQL; a prepared insert with a commit every kRowsPerCommit rows on SQLite, which is where
// it is quickest.
inline constexpr int kRowsPerCommit = 20'000;
Sample bareInsert(test::TestDatabase& from);

} // namespace tieout::bench
