// SPDX-License-Identifier: GPL-3.0-or-later
// RailKit: an EvmRail over fake nodes behind scripted servers, or over real addresses, with the
// settings that tests want: chain 31337, short pauses, one listed token, all transfers watched.
#pragma once

#include "chain/rails/evmrail.h"
#include "tests/chain/rails/fakenode.h"
#include "tests/chain/rails/scriptserver.h"

#include <memory>

namespace tieout::test {

constexpr UtcTime kRailNow = UtcTime::fromMs(1'790'000'000'000);

struct FakeSource
{
    std::unique_ptr<FakeNode> node;
    std::unique_ptr<ScriptServer> server;
    // When set, answers instead of the node.
    std::shared_ptr<std::function<std::optional<ScriptAnswer>(const QByteArray&, int)>> override;
};

FakeSource makeFakeSource(std::unique_ptr<FakeNode> node);

EvmRailSettings railSettings(const std::vector<QByteArray>& urls);
std::unique_ptr<EvmRail> makeRail(EvmRailSettings settings);

bool watchAll(const TransferLog&);

BlockHeader beforeBlock(qint64 number); // the very start: nothing to confirm

} // namespace tieout::test

// The value of a Result, or a failed test that shows the reason.
#define TIEOUT_TAKE(name, expression)                                                              \
    auto name##Result = (expression);                                                              \
    QVERIFY2(name##Result,                                                                         \
             name##Result                                                                          \
                 ? ""                                                                              \
                 : qPrintable(name##Result.error().reason + u' ' + name##Result.error().detail));  \
    auto name = std::move(name##Result).value()

#define TIEOUT_FAILS(expression, wanted)                                                           \
    do {                                                                                           \
        const auto failed = (expression);                                                          \
        QVERIFY2(!failed, "succeeded");                                                            \
        QCOMPARE(failed.error().reason, QString::fromLatin1(wanted));                              \
    } while (false)
