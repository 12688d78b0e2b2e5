// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/reorgdesk.h"

#include "chain/commands/enginecommands.h"
#include "model/actions/recordblocks.h"
#include "model/actions/setupdesk.h"
#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/commands/submit.h"
#include "model/crypto/xpub.h"
#include "model/store/cases.h"
#include "model/store/coverage.h"
#include "model/store/events.h"
#include "model/store/secondreading.h"
#include "tests/chain/reorg/chaincheck.h"
#include "tests/support/must.h"
#include "tests/support/newpayment.h"

#include <QDeadlineTimer>

namespace tieout::test {

namespace {

constexpr UtcTime kReorgStart = UtcTime::fromMs(1'790'000'000'000);
constexpr int kDeskAddresses = 40;
constexpr int kDeskPayers = 20;
constexpr int kDeskDecimals = 6;
constexpr Duration kTenYears = std::chrono::hours(24 * 3650);

// The published test key of tests/data/xpub-evm.json.
const char kDeskXpub[] =
    "xpub6DUHsvfgeqB9bfuV2Z6kKpY5d2HiRUAeAkc4Lw5WitjmbEZ1fNU6LD73QmF94sJGBuVptmYsMMB5jcbGjfh4c92"
    "zCvEHcqxwJN9zywLJf84";

PolicySnapshot deskPolicy(qint64 due)
{
    PolicySnapshot policy;
    policy.corridor = QStringLiteral("plain-test");
    policy.version = 1;
    policy.due = Amount(Int128(due) * kReorgUnit, kDeskDecimals);
    policy.underGrace = Amount(kReorgUnit / 10, kDeskDecimals);
    policy.overTolerance = Amount(kReorgUnit / 10, kDeskDecimals);
    policy.dustFloor = Amount(1000, kDeskDecimals);
    policy.bands = {{Amount(Int128(100) * kReorgUnit, kDeskDecimals), {3, FinalityMark::None}},
                    {Amount(Int128(1000) * kReorgUnit, kDeskDecimals), {6, FinalityMark::None}},
                    {std::nullopt, {0, FinalityMark::Finalized}}};
    policy.strongest = strongestRule(FinalityFamily::Tag, policy.bands);
    policy.topUpWindow = std::chrono::minutes(30);
    return policy;
}

QJsonObject faultsOf(std::initializer_list<std::pair<const char*, QJsonValue>> set)
{
    QJsonObject faults;
    for (const auto& [key, value] : set)
        faults.insert(QString::fromLatin1(key), value);
    return faults;
}

QString hexOf(const Account& account)
{
    return QStringLiteral("0x") + QString::fromLatin1(account.toBytes().toHex());
}

} // namespace

bool reorgFull()
{
    return qEnvironmentVariableIsSet("TIEOUT_TEST_FULL");
}

QJsonArray minedAgain(std::initializer_list<std::pair<QJsonValue, int>> transactions)
{
    QJsonArray all;
    for (const auto& [transaction, offset] : transactions)
        all.append(QJsonArray{transaction, offset});
    return all;
}

std::vector<std::pair<QByteArray, QJsonObject>> reorgFaults()
{
    return {
        {"lagging", faultsOf({{"lag", 3}, {"lagP", 0.4}})},
        {"null blocks", faultsOf({{"nullBlockP", 0.03}})},
        {"resets", faultsOf({{"resetP", 0.2}})},
        {"cut short", faultsOf({{"truncP", 0.2}})},
        {"pages", faultsOf({{"htmlP", 0.2}})},
        {"gateway errors", faultsOf({{"http5xxP", 0.2}})},
        {"twice and mixed", faultsOf({{"dupP", 1}, {"shuffleP", 1}})},
        {"newest logs late", faultsOf({{"missLastP", 0.5}})},
        {"limited", faultsOf({{"rps", 400}, {"limitAs", QStringLiteral("429")}})},
        {"short ranges", faultsOf({{"maxRange", 5}})},
        {"small batches", faultsOf({{"batchMax", 8}, {"stickyIds", false}})},
        {"hidden logs, two sources", faultsOf({{"emptyP", 0.3}, {"second", true}})},
        {"everything",
         faultsOf({{"lag", 3},
                   {"lagP", 0.15},
                   {"nullBlockP", 0.005},
                   {"missLastP", 0.15},
                   {"dupP", 0.5},
                   {"shuffleP", 0.5},
                   {"resetP", 0.04},
                   {"htmlP", 0.04},
                   {"truncP", 0.04},
                   {"http5xxP", 0.04},
                   {"maxRange", 9},
                   {"batchMax", 20},
                   {"stickyIds", false}})},
    };
}

void addReorgWays()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QJsonObject>("faults");
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
        const QByteArray name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
        QTest::newRow(name.constData()) << dialect << QJsonObject();
        for (const auto& [fault, settings] : reorgFaults()) {
            if (fault == "everything" || reorgFull())
                QTest::newRow((name + ", " + fault).constData()) << dialect << settings;
        }
    }
}

ReorgDesk::ReorgDesk(Dialect dialect, const QJsonObject& faults, const ReorgOptions& options)
    : m_store(TestDatabase::make(dialect))
    , m_db(m_store->openEngine(QStringLiteral("desk")))
    , m_faults(faults)
    , m_options(options)
    , m_clock(kReorgStart)
    , m_merchant(MerchantId::make(kReorgStart))
{
    mustWork(m_node.start({QStringLiteral("--accounts"),
                           QString::number(kDeskPayers + 1),
                           QStringLiteral("--slots-in-an-epoch"),
                           QString::number(kReorgFinality / 2),
                           QStringLiteral("--timestamp"),
                           QString::number(kReorgStart.ms() / 1000)}));
    makeToken();
    makeRows();
    m_settings.name = QStringLiteral("testrail");
    m_settings.chain = QStringLiteral("eip155:31337");
    m_settings.startBlock = 0;
    m_settings.maxSpan = options.maxSpan;
    m_settings.timeoutMs = 5'000;
    // The fake clock runs far ahead of the chain's, so that no source rests for long.
    m_settings.headAgeLimit = kTenYears;
    m_settings.stuckAfter = kTenYears;
    start();
}

ReorgDesk::~ReorgDesk()
{
    stop();
}

void ReorgDesk::makeToken()
{
    const QStringList names{QStringLiteral("Plain USD"), QStringLiteral("PUSD")};
    m_token = m_node.deploy(QStringLiteral("PlainToken"), encodeStrings(names, encodeNumber(1)));
    m_node.automine(false);
    const QJsonArray accounts = m_node.rpc(QStringLiteral("eth_accounts")).toArray();
    for (int i = 1; i <= kDeskPayers; ++i) {
        m_payers.append(accounts.at(i).toString());
        m_node.send(accounts.at(0).toString(),
                    m_token,
                    QStringLiteral("PlainToken"),
                    QStringLiteral("mint(address,uint256)"),
                    encodeAddress(m_payers.back()) + encodeNumber(quint64(kReorgUnit) * 1'000'000));
    }
    m_node.mine();
    m_node.automine(true);
    m_node.mine(3);
}

void ReorgDesk::makeRows()
{
    DeskSetup setup;
    setup.rails.push_back(
        {0, QStringLiteral("testrail"), QStringLiteral("evm"), QStringLiteral("eip155:31337"), {}});
    setup.xpubs.push_back({0,
                           QStringLiteral("deposits"),
                           QStringLiteral("evm"),
                           QString::fromLatin1(kDeskXpub),
                           0,
                           -1});
    const Term term{*m_db, m_store->epoch()};
    const auto rows =
        mustHave(inTerm(term, [&] { return setUpDesk(*m_db, setup, m_clock.now()); }));
    m_rail = rows.rails.front().id;
    m_xpub = rows.xpubs.front().id;
    m_merchant = rows.merchant.id;
    mustWork(inTerm(term, [&]() -> Outcome {
        TokenRow token;
        token.rail = m_rail;
        token.account = Account::of(QByteArray::fromHex(m_token.mid(2).toLatin1()));
        token.symbol = QStringLiteral("PUSD");
        token.decimals = kDeskDecimals;
        token.listed = true;
        m_tokenRow = mustHave(ensureToken(*m_db, token));
        return Done;
    }));
    static const auto accounts = [] {
        const Xpub key = mustHave(Xpub::parse(QString::fromLatin1(kDeskXpub)));
        std::vector<Account> all;
        for (quint32 i = 0; i < kDeskAddresses; ++i)
            all.push_back(Account::of(mustHave(key.address(AddressFamily::Evm, i)).bytes()));
        return all;
    }();
    m_accounts = accounts;
}

PaymentId ReorgDesk::expect(qint64 due)
{
    PaymentRow row;
    row.id = PaymentId::make(m_clock.now());
    row.merchant = m_merchant;
    row.rail = m_rail;
    row.token = m_tokenRow;
    row.symbol = QStringLiteral("PUSD");
    row.decimals = kDeskDecimals;
    row.policy = deskPolicy(due);
    row.createdAt = kReorgStart - std::chrono::hours(24);
    row.expiresAt = kReorgStart + kTenYears;
    finishNewPayment(row);
    BindingRow binding;
    binding.id = BindingId::make(m_clock.now());
    binding.payment = row.id;
    binding.rail = m_rail;
    binding.account = m_accounts.at(m_payments.size());
    binding.xpub = m_xpub;
    binding.position = qint64(m_payments.size());
    binding.createdAt = row.createdAt;
    m_payments.push_back({row.id, binding.account});
    mustWork(inTerm(Term{*m_db, m_store->epoch()}, [&]() -> Outcome {
        if (auto done = insertPayment(*m_db, row); !done)
            return done;
        return insertBinding(*m_db, binding);
    }));
    return row.id;
}

QString ReorgDesk::addressOf(const PaymentId& id) const
{
    for (const Expected& each : m_payments) {
        if (each.id == id)
            return hexOf(each.account);
    }
    qFatal("no such payment");
}

PaymentRow ReorgDesk::row(const PaymentId& id)
{
    return mustHave(readPayment(*m_db, id));
}

RailState ReorgDesk::state()
{
    return mustHave(readRailState(*m_db, m_rail));
}

int ReorgDesk::events(const PaymentId& id, EventType type)
{
    const auto all = mustHave(readEvents(*m_db, id.text()));
    return int(std::count_if(
        all.begin(), all.end(), [type](const EventRow& event) { return event.type == type; }));
}

QStringList ReorgDesk::openCases()
{
    QStringList codes;
    for (const CaseRow& each : mustHave(listCases(*m_db, {})))
        codes.append(toText(each.code));
    codes.sort();
    return codes;
}

QJsonObject ReorgDesk::request(const PaymentId& id, qint64 units, int payer)
{
    return transferRequest(m_payers.at(payer), m_token, addressOf(id), quint64(units));
}

QString ReorgDesk::pay(const PaymentId& id, qint64 units, int payer, const QJsonObject& extra)
{
    QJsonObject wanted = request(id, units, payer);
    for (auto it = extra.begin(); it != extra.end(); ++it)
        wanted.insert(it.key(), it.value());
    return mined(m_node.rpc(QStringLiteral("eth_sendTransaction"), {wanted}).toString());
}

// The node answers before its block is there.
QString ReorgDesk::mined(const QString& tx)
{
    if (m_node.rpc(QStringLiteral("anvil_getAutomine")).toBool())
        m_node.waitReceipt(tx);
    return tx;
}

QString ReorgDesk::raw(const QString& tx)
{
    return m_node.rpc(QStringLiteral("eth_getRawTransactionByHash"), {tx}).toString();
}

QString ReorgDesk::sendAgain(const QString& raw)
{
    return mined(m_node.rpc(QStringLiteral("eth_sendRawTransaction"), {raw}).toString());
}

Anvil& ReorgDesk::secondNode()
{
    if (m_second)
        return *m_second;
    m_second = std::make_unique<Anvil>();
    mustWork(m_second->start({QStringLiteral("--accounts"),
                              QString::number(kDeskPayers + 1),
                              QStringLiteral("--slots-in-an-epoch"),
                              QString::number(kReorgFinality / 2),
                              QStringLiteral("--timestamp"),
                              QString::number(kReorgStart.ms() / 1000 + 3'600)}));
    const auto known = m_node.rpc(QStringLiteral("anvil_dumpState"), {true});
    m_second->rpc(QStringLiteral("anvil_loadState"), {known});
    stop();
    start();
    return *m_second;
}

void ReorgDesk::start()
{
    const bool direct = m_faults.isEmpty() && !m_options.proxy;
    QJsonObject faults = m_faults;
    const bool alsoDirect = faults.take(QStringLiteral("second")).toBool();
    const auto urlsOf = [&](const Node& node, std::unique_ptr<FlakyProxy>& proxy) {
        if (direct)
            return std::vector<QByteArray>{node.url()};
        if (!proxy) {
            proxy = std::make_unique<FlakyProxy>();
            mustWork(proxy->start(node.url(), faults));
        }
        std::vector<QByteArray> urls{proxy->url()};
        if (alsoDirect)
            urls.push_back(node.url());
        return urls;
    };
    std::vector<std::vector<QByteArray>> urls{urlsOf(m_node, m_proxy)};
    if (m_second)
        urls.push_back(urlsOf(*m_second, m_secondProxy));
    m_book = std::make_shared<AddressBook>(kDeskAddresses);
    m_book->expect(m_settings.name, QStringLiteral("evm"));
    WatchSetup setup;
    setup.database = m_store->engineAddress();
    setup.epoch = m_store->epoch();
    setup.settings = m_settings;
    setup.maker = RailSpy::maker(m_spy, urls);
    setup.book = m_book;
    m_work = std::make_unique<WatchWork>(std::move(setup), m_clock);
    mustWork(m_work->open());
}

void ReorgDesk::stop()
{
    if (m_work)
        m_work->close();
    m_work.reset();
}

const Node& ReorgDesk::seenNode() const
{
    return m_spy.node() == 0 ? m_node : *m_second;
}

Result<StepOutcome> ReorgDesk::stepOnce()
{
    m_clock.advance(std::chrono::seconds(1));
    auto stepped = m_work->step(m_clock.now());
    // Longer than any source rests.
    if (!stepped)
        m_clock.advance(std::chrono::hours(1));
    ++m_steps;
    m_failures += stepped ? 0 : 1;
    return stepped;
}

void ReorgDesk::step(int times)
{
    for (int i = 0; i < times; ++i) {
        const auto stepped = stepOnce();
        if (!stepped && stepped.error().code != ErrorCode::Unavailable)
            QTest::qFail(qPrintable(stepped.error().reason + u' ' + stepped.error().detail),
                         __FILE__,
                         __LINE__);
    }
}

bool ReorgDesk::isSettled()
{
    const RailState now = state();
    const auto block = [&](const QString& tag) {
        return seenNode().rpc(QStringLiteral("eth_getBlockByNumber"), {tag, false}).toObject();
    };
    const QJsonObject latest = block(QStringLiteral("latest"));
    const QString hash = QStringLiteral("0x") + QString::fromLatin1(now.cursorHash.toHex());
    if (latest.value(u"hash").toString() != hash || !now.healthy)
        return false;
    const auto once = mustHave(firstReadOnce(*m_db, m_rail));
    const QJsonObject finalized = block(QStringLiteral("finalized"));
    const qint64 last = finalized.value(u"number").toString().toLongLong(nullptr, 16);
    return !once || *once > std::min(last, now.cursorNumber);
}

Outcome ReorgDesk::settle()
{
    const QDeadlineTimer deadline(std::chrono::seconds(60));
    Error last{ErrorCode::Unavailable, QStringLiteral("not_settled"), {}};
    while (!deadline.hasExpired()) {
        const auto stepped = stepOnce();
        if (stepped && !stepped->didWork && isSettled())
            return Done;
        if (stepped)
            continue;
        last = stepped.error();
        if (last.code != ErrorCode::Unavailable)
            break;
    }
    return fail(last);
}

// The node's own fault, if there are any.
QString ReorgDesk::blocksTheNodeLacks() const
{
    QStringList lacking;
    for (qint64 n = 0; n <= seenNode().height(); ++n) {
        const QString number = QStringLiteral("0x") + QString::number(n, 16);
        if (!seenNode().rpc(QStringLiteral("eth_getBlockByNumber"), {number, false}).isObject())
            lacking.append(QString::number(n));
    }
    return lacking.isEmpty() ? QStringLiteral("none") : lacking.join(u' ');
}

QString ReorgDesk::tie()
{
    const int steps = m_steps;
    const int failures = m_failures;
    if (auto settled = settle(); !settled) {
        const RailState now = state();
        return QStringLiteral("never settled: %1 %2; cursor %3, node %4, %5; %6 of %7 steps failed;"
                              " the node lacks blocks: %8")
            .arg(settled.error().reason, settled.error().detail)
            .arg(now.cursorNumber)
            .arg(seenNode().height())
            .arg(now.healthReason)
            .arg(m_failures - failures)
            .arg(m_steps - steps)
            .arg(blocksTheNodeLacks());
    }
    std::vector<std::pair<PaymentId, Account>> payments;
    for (const Expected& each : m_payments)
        payments.emplace_back(each.id, each.account);
    const Account token = Account::of(QByteArray::fromHex(m_token.mid(2).toLatin1()));
    return ChainCheck(seenNode(), *m_db, m_rail, m_accounts, payments, token).all().join(u'\n');
}

void ReorgDesk::acknowledge()
{
    mustWork(inTerm(Term{*m_db, m_store->epoch()}, [&] {
        return acknowledgeRail(
            *m_db, m_rail, QStringLiteral("alice"), QStringLiteral("seen"), m_clock.now());
    }));
}

CommandId ReorgDesk::backfill(qint64 from, qint64 to)
{
    const auto login = m_store->makeLogin(QStringLiteral("alice"), {QStringLiteral("engineer")});
    const auto person = openOrStop(login, QStringLiteral("alice"));
    CommandRequest request;
    request.id = CommandId::make(m_clock.now());
    request.role = QStringLiteral("engineer");
    request.kind = kinds::kRailBackfill.toString();
    request.payload =
        BackfillPayload{m_settings.name, from, to, QStringLiteral("checking")}.toJson();
    mustHave(submit(*person, m_store->loginName(QStringLiteral("alice")), request));
    const Term term{*m_db, m_store->epoch()};
    EngineCommands handler(term, {});
    const auto stepped = mustHave(stepCommands(term, &handler, m_clock.now()));
    if (stepped.started != 1)
        qFatal("the backfill was not begun");
    return request.id;
}

} // namespace tieout::test
