// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/actions/actiondesk.h"

#include "model/actions/setupdesk.h"
#include "model/crypto/hash.h"
#include "model/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tieout::test {

namespace {

// The published test key of tests/data/xpub-evm.json.
const QString kXpub = QStringLiteral(
    "xpub6DUHsvfgeqB9bfuV2Z6kKpY5d2HiRUAeAkc4Lw5WitjmbEZ1fNU6LD73QmF94sJGBuVptmYsMMB5jcbGjfh4c92"
    "zCvEHcqxwJN9zywLJf84");
const QString kToken = QStringLiteral("0x1111111111111111111111111111111111111111");
const QString kMemoToken = QStringLiteral("0x2222222222222222222222222222222222222222");
const QString kStrangeToken = QStringLiteral("0x3333333333333333333333333333333333333333");
const QString kShared = QStringLiteral("0x4444444444444444444444444444444444444444");
const QString kPayer = QStringLiteral("0x5555555555555555555555555555555555555555");

Account accountOf(const QString& text)
{
    return Account::of(QByteArray::fromHex(text.mid(2).toLatin1()));
}

Word32 wordOf(const QString& amount)
{
    const auto parsed = Amount::parse(amount, 6);
    if (!parsed)
        qFatal("amount %s", qPrintable(amount));
    Word32 word{};
    auto units = static_cast<unsigned __int128>(parsed->units());
    for (size_t i = 0; i < 16; ++i, units >>= 8)
        word[31 - i] = static_cast<quint8>(units & 0xff);
    return word;
}

QJsonObject document(const QString& name, const QString& token, const QJsonObject& binding)
{
    const QJsonObject none{{QStringLiteral("absolute"), QStringLiteral("1")},
                           {QStringLiteral("basisPoints"), 0}};
    const QJsonObject low{{QStringLiteral("upTo"), QStringLiteral("1000")},
                          {QStringLiteral("rule"), QStringLiteral("depth:2")}};
    const QJsonObject high{{QStringLiteral("rule"), QStringLiteral("depth:5")}};
    return {{QStringLiteral("corridor"), name},
            {QStringLiteral("name"), name},
            {QStringLiteral("version"), 1},
            {QStringLiteral("status"), QStringLiteral("sandbox")},
            {QStringLiteral("asset"), QStringLiteral("eip155:31337/erc20:") + token},
            {QStringLiteral("rail"), QStringLiteral("ethereum")},
            {QStringLiteral("decimals"), 6},
            {QStringLiteral("symbol"), QStringLiteral("USDT")},
            {QStringLiteral("finality"), QStringLiteral("depth")},
            {QStringLiteral("bands"), QJsonArray{low, high}},
            {QStringLiteral("underGrace"), none},
            {QStringLiteral("overTolerance"), none},
            {QStringLiteral("topUpWindow"), QStringLiteral("1h")},
            {QStringLiteral("expiry"), QStringLiteral("1h")},
            {QStringLiteral("minimum"), QStringLiteral("1")},
            {QStringLiteral("dustFloor"), QStringLiteral("0.01")},
            {QStringLiteral("binding"), binding}};
}

} // namespace

ActionDesk::ActionDesk(Dialect dialect, int addresses)
    : m_store(TestDatabase::make(dialect))
    , m_db(m_store->openEngine())
{
    const auto login = m_store->makeLogin(QStringLiteral("alice"),
                                          {QStringLiteral("operator"),
                                           QStringLiteral("treasury"),
                                           QStringLiteral("finance"),
                                           QStringLiteral("compliance"),
                                           QStringLiteral("engineer")});
    m_person = openOrStop(login, QStringLiteral("alice"));
    m_login = m_store->loginName(QStringLiteral("alice"));
    makeRows();
    acknowledge(0, addresses);
    for (const QJsonObject& wanted : {corridor(), memoCorridor()}) {
        const auto answer =
            run(QStringLiteral("corridor.apply"), QStringLiteral("treasury"), wanted);
        if (answer.error)
            qFatal("corridor: %s %s",
                   qPrintable(answer.error->reason),
                   qPrintable(answer.error->detail));
    }
    refresh();
}

void ActionDesk::makeRows()
{
    DeskSetup setup;
    setup.rails.push_back({0,
                           QStringLiteral("ethereum"),
                           QStringLiteral("evm"),
                           QStringLiteral("eip155:31337"),
                           QByteArray(32, '\x07')});
    setup.xpubs.push_back({0, QStringLiteral("deposits"), QStringLiteral("evm"), kXpub, 0, -1});
    const auto rows = inEngine([&] { return setUpDesk(db(), setup, m_clock.now()); });
    if (!rows)
        qFatal("desk: %s %s", qPrintable(rows.error().reason), qPrintable(rows.error().detail));
    m_rail = rows->rails.front();
    m_xpub = rows->xpubs.front().id;
    m_context.emplace(m_rail);
}

void ActionDesk::refresh()
{
    demand(m_context->refresh(db()), "refresh");
}

void ActionDesk::demand(const Outcome& outcome, const char* what) const
{
    if (!outcome)
        qFatal("%s: %s %s",
               what,
               qPrintable(outcome.error().reason),
               qPrintable(outcome.error().detail));
}

ActionContext ActionDesk::context(const QString& role) const
{
    return {m_clock.now(), m_login, role, QString()};
}

Address ActionDesk::addressAt(int index)
{
    static const auto key = Xpub::parse(kXpub);
    return key->address(AddressFamily::Evm, static_cast<quint32>(index)).value();
}

Account ActionDesk::sharedAddress()
{
    return accountOf(kShared);
}

void ActionDesk::acknowledge(int from, int count)
{
    std::vector<DepositAddressRow> rows;
    for (int i = from; i < from + count; ++i)
        rows.push_back({Account::of(addressAt(i).bytes()), m_xpub, i});
    demand(inEngine([&] { return acknowledgeAddresses(db(), m_xpub, rows); }), "acknowledge");
}

QJsonObject ActionDesk::corridor(int version, const QString& status)
{
    QJsonObject wanted = document(QStringLiteral("usdt-test"),
                                  kToken,
                                  {{QStringLiteral("scheme"), QStringLiteral("xpub")},
                                   {QStringLiteral("xpub"), QStringLiteral("deposits")}});
    wanted.insert(QStringLiteral("version"), version);
    wanted.insert(QStringLiteral("status"), status);
    return wanted;
}

QJsonObject ActionDesk::memoCorridor()
{
    return document(QStringLiteral("usdt-memo"),
                    kMemoToken,
                    {{QStringLiteral("scheme"), QStringLiteral("reference")},
                     {QStringLiteral("address"), kShared}});
}

CommandId ActionDesk::ask(const QString& kind, const QString& role, const QJsonObject& payload)
{
    CommandRequest request;
    request.id = CommandId::make(m_clock.now());
    request.role = role;
    request.kind = kind;
    request.payload = payload;
    const auto submitted = submit(*m_person, m_login, request);
    if (!submitted)
        qFatal("submit: %s %s",
               qPrintable(submitted.error().reason),
               qPrintable(submitted.error().detail));
    return request.id;
}

CommandStep ActionDesk::step(LongCommandHandler* handler)
{
    const auto stepped = stepCommands(term(), handler, m_clock.now());
    if (!stepped)
        qFatal(
            "step: %s %s", qPrintable(stepped.error().reason), qPrintable(stepped.error().detail));
    return *stepped;
}

CommandAnswer ActionDesk::run(const QString& kind, const QString& role, const QJsonObject& payload)
{
    const CommandId id = ask(kind, role, payload);
    step();
    const auto answer = readCommand(*m_person, id);
    if (!answer)
        qFatal("answer: %s", qPrintable(answer.error().reason));
    return *answer;
}

PaymentId ActionDesk::create(const QString& amount, const QString& corridor)
{
    const auto answer = run(QStringLiteral("payment.create"),
                            QStringLiteral("operator"),
                            {{QStringLiteral("corridor"), corridor},
                             {QStringLiteral("amount"), amount},
                             {QStringLiteral("order_reference"), QStringLiteral("A-1")}});
    if (answer.error)
        qFatal("create: %s %s", qPrintable(answer.error->reason), qPrintable(answer.error->detail));
    return PaymentId::trusted(answer.result.value(u"payment").toString());
}

PaymentRow ActionDesk::payment(const PaymentId& id)
{
    const auto row = readPayment(db(), id);
    if (!row)
        qFatal("payment: %s", qPrintable(row.error().reason));
    return *row;
}

BindingRow ActionDesk::binding(const PaymentId& id)
{
    const auto rows = readBindings(db(), id);
    if (!rows || rows->empty())
        qFatal("no binding");
    return rows->back();
}

std::vector<CaseRow> ActionDesk::openCases(const PaymentId& id)
{
    return listCases(db(), {id.text(), true, 100}).value();
}

CaseRow ActionDesk::openCase(CaseCode code)
{
    const auto rows = listCases(db(), {QString(), true, 100});
    for (const CaseRow& row : *rows) {
        if (row.code == code)
            return row;
    }
    qFatal("no open case %s", qPrintable(toText(code)));
}

std::vector<EventRow> ActionDesk::events(const QString& subject)
{
    return readEvents(db(), subject).value();
}

QStringList ActionDesk::journal(const QString& subject)
{
    Statement s(db(),
                u"SELECT body FROM journal_inbox WHERE subject = :subject"
                u" ORDER BY subject_version");
    s.bind(u":subject", subject);
    QStringList actions;
    while (s.next())
        actions.append(
            QJsonDocument::fromJson(s.text(0).toUtf8()).object().value(u"action").toString());
    demand(s.finish(), "journal");
    return actions;
}

Hash32 ActionDesk::unique()
{
    return hash32(sha256("chain " + QByteArray::number(++m_counter)));
}

Hash32 ActionDesk::mine(const std::vector<Money>& money)
{
    m_clock.advance(Duration(1000));
    BlockHeader header;
    header.number = m_tip + 1;
    header.parent = m_tipHash;
    header.hash = unique();
    header.time = m_clock.now();
    BlockBatch batch;
    batch.from = batch.to = header.number;
    batch.headers.push_back(header);
    batch.scope = ScanScope::AllTokens;
    batch.source = QStringLiteral("test");
    Hash32 first{};
    for (const Money& one : money) {
        TransferLog log;
        log.block = header.number;
        log.logIndex = static_cast<qint32>(batch.transfers.size());
        log.blockHash = header.hash;
        log.tx = unique();
        const bool shared = one.to == sharedAddress();
        log.token = accountOf(one.otherToken ? kStrangeToken : shared ? kMemoToken : kToken);
        log.from = one.from.value_or(accountOf(kPayer));
        log.to = one.to;
        log.value = wordOf(one.amount);
        log.reference = one.reference;
        if (batch.transfers.empty())
            first = log.tx;
        batch.transfers.push_back(log);
    }
    record(batch);
    return first;
}

void ActionDesk::record(const BlockBatch& batch)
{
    const auto recorded = recordBlocks(term(), *m_context, batch, m_clock.now());
    if (!recorded)
        qFatal("blocks: %s %s",
               qPrintable(recorded.error().reason),
               qPrintable(recorded.error().detail));
    m_tip = batch.to;
    m_tipHash = batch.headers.back().hash;
    m_hashes[m_tip] = m_tipHash;
    if (!batch.transfers.empty())
        m_batches[m_tip] = batch;
}

void ActionDesk::mineAgain(qint64 height, Again how)
{
    BlockBatch batch = m_batches.at(height);
    m_clock.advance(Duration(1000));
    if (how != Again::SameBlock) {
        BlockHeader& header = batch.headers.front();
        header.number = m_tip + 1;
        header.parent = m_tipHash;
        header.hash = unique();
        header.time = m_clock.now();
        batch.from = batch.to = header.number;
        for (TransferLog& log : batch.transfers) {
            log.block = header.number;
            log.blockHash = header.hash;
            log.logIndex += how == Again::OtherIndex ? 7 : 0;
        }
    }
    record(batch);
}

void ActionDesk::confirm(int blocks)
{
    for (int i = 0; i < blocks; ++i)
        mine({});
    HeadFacts head;
    head.latest.number = m_tip;
    head.latest.hash = m_tipHash;
    head.latest.time = m_clock.now();
    head.healthy = true;
    const auto promoted = promote(term(), *m_context, head, m_clock.now());
    if (!promoted)
        qFatal("promote: %s %s",
               qPrintable(promoted.error().reason),
               qPrintable(promoted.error().detail));
}

void ActionDesk::rewindTo(qint64 ancestor)
{
    const auto rewound = rewindChain(term(), *m_context, ancestor, m_clock.now());
    if (!rewound)
        qFatal("rewind: %s", qPrintable(rewound.error().reason));
    m_tip = ancestor;
    m_tipHash = m_hashes.at(ancestor);
}

QString reasonOf(const Outcome& outcome)
{
    return outcome ? QString() : outcome.error().reason;
}

QString text(const Hash32& hash)
{
    return QStringLiteral("0x") + QString::fromLatin1(toBytes(hash).toHex());
}

} // namespace tieout::test
