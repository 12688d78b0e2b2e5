// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/railkit.h"

namespace tieout::test {

FakeSource makeFakeSource(std::unique_ptr<FakeNode> node)
{
    FakeSource out;
    out.node = std::move(node);
    using Override = std::function<std::optional<ScriptAnswer>(const QByteArray&, int)>;
    out.override = std::make_shared<Override>();
    FakeNode* answering = out.node.get();
    out.server = std::make_unique<ScriptServer>(
        [answering, instead = out.override](const QByteArray& body, int count) {
            if (*instead) {
                if (const auto answer = (*instead)(body, count))
                    return *answer;
            }
            return ScriptAnswer{200, {}, answering->answer(body)};
        });
    return out;
}

EvmRailSettings railSettings(const std::vector<QByteArray>& urls)
{
    EvmRailSettings out;
    out.name = QStringLiteral("lab");
    out.chain = ChainId::parse(u"eip155:31337").value();
    int count = 0;
    for (const QByteArray& url : urls) {
        ++count;
        out.sources.push_back({QStringLiteral("s%1").arg(count),
                               QStringLiteral("operator%1").arg(count),
                               url,
                               {},
                               {}});
    }
    out.limits.totalMs = 3'000;
    out.scan = TokenScan::AllTokens;
    out.tokens = {testAccount(0x70)};
    return out;
}

std::unique_ptr<EvmRail> makeRail(EvmRailSettings settings)
{
    return EvmRail::make(std::move(settings)).value();
}

bool watchAll(const TransferLog&)
{
    return true;
}

BlockHeader beforeBlock(qint64 number)
{
    BlockHeader out;
    out.number = number - 1;
    return out;
}

} // namespace tieout::test
