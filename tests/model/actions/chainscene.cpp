// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/actions/chainscene.h"

#include "model/domain/keccak.h"
#include "model/store/cases.h"
#include "model/store/corridors.h"
#include "model/store/events.h"
#include "model/store/statement.h"
#include "tests/support/must.h"
#include "tests/support/newpayment.h"

namespace tieout::test {

namespace {

constexpr int kDecimals = 6;
constexpr qint64 kUnit = 1'000'000;

Hash32 hashOf(const QByteArray& text)
{
    return hash32(keccak256(text));
}

PolicySnapshot policyFor(qint64 due)
{
    PolicySnapshot policy;
    policy.corridor = QStringLiteral("usdt-test");
    policy.version = 1;
    policy.due = Amount(Int128(due) * kUnit, kDecimals);
    policy.underGrace = Amount(kUnit / 10, kDecimals);
    policy.overTolerance = Amount(kUnit / 10, kDecimals);
    policy.dustFloor = Amount(1000, kDecimals);
    policy.bands = {{Amount(Int128(100) * kUnit, kDecimals), {3, FinalityMark::None}},
                    {std::nullopt, {6, FinalityMark::None}}};
    policy.strongest = {6, FinalityMark::None};
    policy.topUpWindow = std::chrono::minutes(30);
    return policy;
}

} // namespace

ChainScene::ChainScene(TestDatabase& database)
    : m_db(database.openEngine(QStringLiteral("scene")))
    , m_epoch(database.epoch())
    , m_rail(RailRow())
    , m_start(UtcTime::fromMs(1'790'000'000'000))
    , m_token(account(9000))
    , m_merchant(MerchantId::make(m_start))
{
    mustWork(inTerm(term(), [&]() -> Outcome {
        RailRow wanted;
        wanted.name = QStringLiteral("testrail");
        wanted.family = QStringLiteral("evm");
        wanted.chain = QStringLiteral("eip155:31337");
        m_rail = RailContext(mustHave(ensureRail(*m_db, wanted)));
        TokenRow row;
        row.rail = m_rail.rail().id;
        row.account = m_token;
        row.symbol = QStringLiteral("USDT");
        row.decimals = kDecimals;
        row.listed = true;
        m_tokenId = mustHave(ensureToken(*m_db, row));
        return insertMerchant(*m_db, {m_merchant, QStringLiteral("main")}, m_start);
    }));
    mustWork(m_rail.refresh(*m_db));
}

Account ChainScene::account(int seed)
{
    return Account::of(keccak256(QByteArray("account ") + QByteArray::number(seed)).left(20));
}

PaymentId ChainScene::payment(qint64 due, Duration expiry, Quorum quorum)
{
    PaymentRow row;
    row.id = PaymentId::make(m_start);
    row.merchant = m_merchant;
    row.rail = m_rail.rail().id;
    row.token = m_tokenId;
    row.symbol = QStringLiteral("USDT");
    row.decimals = kDecimals;
    row.policy = policyFor(due);
    row.policy.quorum = quorum;
    row.createdAt = m_start;
    row.expiresAt = m_start + expiry;
    finishNewPayment(row);
    BindingRow binding;
    binding.id = BindingId::make(m_start);
    binding.payment = row.id;
    binding.rail = row.rail;
    binding.account = account(++m_made);
    binding.createdAt = m_start;
    m_accounts.insert(row.id.text(), binding.account);
    mustWork(inTerm(term(), [&]() -> Outcome {
        if (auto done = insertPayment(*m_db, row); !done)
            return done;
        return insertBinding(*m_db, binding);
    }));
    return row.id;
}

PaymentRow ChainScene::row(const PaymentId& id)
{
    return mustHave(readPayment(*m_db, id));
}

QStringList ChainScene::events(const PaymentId& id)
{
    QStringList names;
    for (const EventRow& event : mustHave(readEvents(*m_db, id.text())))
        names.append(toText(event.type));
    return names;
}

BlockHeader ChainScene::genesis() const
{
    BlockHeader header;
    header.number = 0;
    header.hash = hashOf("genesis");
    header.time = m_start - std::chrono::minutes(1);
    return header;
}

ChainScene::Made
ChainScene::block(const BlockHeader& parent, const std::vector<Paid>& paid, int fork) const
{
    Made made;
    made.header.number = parent.number + 1;
    made.header.parent = parent.hash;
    made.header.time = parent.time + std::chrono::seconds(12);
    made.header.hash = hashOf(toBytes(parent.hash) + QByteArray::number(made.header.number) + '/' +
                              QByteArray::number(fork));
    for (const Paid& one : paid) {
        TransferLog log;
        log.block = made.header.number;
        log.blockHash = made.header.hash;
        log.logIndex = one.logIndex;
        log.tx = hashOf(QByteArray("tx ") + QByteArray::number(one.tx));
        log.token = one.token.size == 0 ? m_token : one.token;
        log.from = account(5000 + one.tx);
        log.to = one.to;
        for (int i = 0; i < 8; ++i)
            log.value[static_cast<size_t>(31 - i)] = static_cast<quint8>(one.units >> (8 * i));
        made.logs.push_back(log);
    }
    return made;
}

BlockBatch ChainScene::batch(const std::vector<Made>& blocks)
{
    BlockBatch batch;
    batch.from = blocks.front().header.number;
    batch.to = blocks.back().header.number;
    batch.source = QStringLiteral("scene");
    batch.scope = ScanScope::AllTokens;
    for (const Made& made : blocks) {
        batch.headers.push_back(made.header);
        batch.transfers.insert(batch.transfers.end(), made.logs.begin(), made.logs.end());
    }
    return batch;
}

void ChainScene::record(const std::vector<Made>& blocks)
{
    const auto recorded = recordBlocks(term(), m_rail, batch(blocks), blocks.back().header.time);
    if (!recorded)
        qFatal("%s %s", qPrintable(recorded.error().reason), qPrintable(recorded.error().detail));
    settle(blocks.back().header);
}

void ChainScene::settle(const BlockHeader& head)
{
    HeadFacts facts;
    facts.latest = head;
    facts.healthy = true;
    const auto promoted = promote(term(), m_rail, facts, head.time);
    if (!promoted)
        qFatal("%s %s", qPrintable(promoted.error().reason), qPrintable(promoted.error().detail));
}

qint64 ChainScene::count(QStringView sql)
{
    Statement s(*m_db, sql);
    const qint64 n = s.next() ? s.integer(0) : -1;
    mustWork(s.finish());
    return n;
}

QStringList ChainScene::openCases()
{
    QStringList codes;
    for (const CaseRow& row : mustHave(listCases(*m_db, {})))
        codes.append(toText(row.code));
    return codes;
}

} // namespace tieout::test
