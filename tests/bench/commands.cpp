// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/recordblocks.h"
#include "model/actions/runcommand.h"
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/commands/submit.h"
#include "model/store/systemclock.h"
#include "tests/bench/benchdesk.h"
#include "tests/bench/benchmark.h"

#include <QJsonArray>

#include <condition_variable>
#include <libpq-fe.h>
#include <poll.h>
#include <thread>

namespace tieout::bench {

namespace {

constexpr int kCommands = 300;
constexpr int kLogsInLoadBlock = 100;
constexpr int kLoadBlocks = 40;
constexpr Duration kAnswerLimit{30'000};
const char* const kShared = "0x00000000000000000000000000000000000000bb";

// In one process a writer rings; on PostgreSQL the server does, for whoever listens.
class Bell
{
public:
    void ring()
    {
        const std::lock_guard lock(m_mutex);
        ++m_rung;
        m_news.notify_all();
    }

    // Until it rang after `seen`, which is brought up to date.
    void wait(quint64& seen, Duration atMost)
    {
        std::unique_lock lock(m_mutex);
        m_news.wait_for(lock, atMost, [&] { return m_rung != seen; });
        seen = m_rung;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    quint64 m_rung = 0;
};

class News
{
public:
    News(Database& db, Bell& bell)
        : m_db(db)
        , m_bell(bell)
    {
        if (m_db.postgres() != nullptr)
            PQclear(PQexec(m_db.postgres(), "LISTEN tieout"));
    }

    void wait(Duration atMost)
    {
        if (m_db.postgres() == nullptr)
            return m_bell.wait(m_seen, atMost);
        // A notice that came along with an earlier answer needs no waiting.
        if (drain())
            return;
        pollfd socket{PQsocket(m_db.postgres()), POLLIN, 0};
        poll(&socket, 1, static_cast<int>(atMost.count()));
        drain();
    }

private:
    bool drain()
    {
        PQconsumeInput(m_db.postgres());
        bool any = false;
        while (PGnotify* notice = PQnotifies(m_db.postgres())) {
            PQfreemem(notice);
            any = true;
        }
        return any;
    }

    Database& m_db;
    Bell& m_bell;
    quint64 m_seen = 0;
};

QJsonObject corridorDocument(const Account& token)
{
    const QJsonObject tolerance{{QStringLiteral("absolute"), QStringLiteral("0.10")},
                                {QStringLiteral("basisPoints"), 10}};
    const QString contract = QString::fromLatin1(token.toBytes().toHex());
    return {{QStringLiteral("corridor"), QStringLiteral("busd-bench")},
            {QStringLiteral("name"), QStringLiteral("busd-bench")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("asset"), QStringLiteral("eip155:31337/erc20:0x") + contract},
            {QStringLiteral("rail"), QStringLiteral("bench")},
            {QStringLiteral("decimals"), kTokenDecimals},
            {QStringLiteral("symbol"), QStringLiteral("BUSD")},
            {QStringLiteral("issuer"), QStringLiteral("bench")},
            {QStringLiteral("status"), QStringLiteral("sandbox")},
            {QStringLiteral("finality"), QStringLiteral("tag")},
            {QStringLiteral("bands"),
             QJsonArray{QJsonObject{{QStringLiteral("rule"), QStringLiteral("finalized")}}}},
            {QStringLiteral("underGrace"), tolerance},
            {QStringLiteral("overTolerance"), tolerance},
            {QStringLiteral("timingSkew"), QStringLiteral("5m")},
            {QStringLiteral("topUpWindow"), QStringLiteral("30m")},
            {QStringLiteral("expiry"), QStringLiteral("24h")},
            {QStringLiteral("minimum"), QStringLiteral("1")},
            {QStringLiteral("dustFloor"), QStringLiteral("0.01")},
            {QStringLiteral("screening"),
             QJsonObject{{QStringLiteral("when"), QStringLiteral("none")}}},
            {QStringLiteral("binding"),
             QJsonObject{{QStringLiteral("scheme"), QStringLiteral("reference")},
                         {QStringLiteral("address"), QString::fromLatin1(kShared)}}},
            {QStringLiteral("runbook"), QStringLiteral("handbook:bench")}};
}

// A desk of people, the loop that runs their commands, and blocks that may come in meanwhile; each
// has a thread and a connection, as in the house.
class CommandHouse
{
public:
    explicit CommandHouse(Dialect dialect)
        : m_desk(dialect, accountNumbered(7))
    {
        m_desk.addTreasury(accountNumbered(8));
        m_operator =
            m_desk.database().makeLogin(QStringLiteral("alice"), {QStringLiteral("operator")});
        m_treasury =
            m_desk.database().makeLogin(QStringLiteral("bob"), {QStringLiteral("treasury")});
        m_engine = std::thread([this] { guarded(&CommandHouse::runCommands); });
        const auto bob = connect(m_treasury);
        News news(*bob, m_bell);
        ask(*bob,
            news,
            QStringLiteral("bob"),
            {QStringLiteral("treasury"),
             kinds::kCorridorApply.toString(),
             corridorDocument(m_desk.token())});
    }

    ~CommandHouse()
    {
        m_stop = true;
        m_bell.ring();
        m_engine.join();
        if (m_load.joinable())
            m_load.join();
    }
    Q_DISABLE_COPY_MOVE(CommandHouse)

    void startIngest()
    {
        m_load = std::thread([this] { guarded(&CommandHouse::runIngest); });
    }

    // Milliseconds from submit to answer of each.
    std::vector<double> createPayments(int count)
    {
        const auto alice = connect(m_operator);
        News news(*alice, m_bell);
        std::vector<double> times;
        for (int i = 0; i < count; ++i) {
            const QJsonObject payload = CreatePaymentPayload{
                {},
                QStringLiteral("busd-bench"),
                QStringLiteral("25.00"),
                QStringLiteral("ORDER-%1").arg(i),
                {},
                std::nullopt,
                {}}.toJson();
            const auto from = std::chrono::steady_clock::now();
            ask(*alice,
                news,
                QStringLiteral("alice"),
                {QStringLiteral("operator"), kinds::kPaymentCreate.toString(), payload});
            const auto took = std::chrono::steady_clock::now() - from;
            times.push_back(std::chrono::duration<double, std::milli>(took).count());
        }
        return times;
    }

    qint64 ingested() const { return m_ingested.load(); }

private:
    struct Asked
    {
        QString role;
        QString kind;
        QJsonObject payload;
    };

    std::unique_ptr<Database> connect(const DatabaseAddress& address)
    {
        auto db = test::openOrStop(address, QStringLiteral("bench-desk"));
        db->setWriteGate(m_desk.gate());
        return db;
    }

    void ask(Database& db, News& news, const QString& person, const Asked& asked)
    {
        const CommandRequest request{
            CommandId::make(m_clock.now()), asked.role, asked.kind, {}, {}, asked.payload};
        mustHave(submit(db, m_desk.database().loginName(person), request));
        m_bell.ring();
        const auto answer = mustHave(waitForCommand(
            db, request.id, m_clock, m_clock.now() + kAnswerLimit, [&](Duration atMost) {
                news.wait(atMost);
            }));
        if (answer.error)
            mustWork(fail(*answer.error));
        if (answer.state != CommandState::Succeeded)
            stop("a command had no answer in time");
    }

    // Nothing may leave a thread; whoever waits for an answer sees that none comes.
    void guarded(void (CommandHouse::*work)())
    {
        try {
            (this->*work)();
        } catch (const std::exception& error) {
            qWarning("%s", error.what());
            m_stop = true;
        }
    }

    void runCommands()
    {
        const auto db = connect(m_desk.database().engineAddress());
        News news(*db, m_bell);
        const Term term{*db, m_desk.database().epoch()};
        while (!m_stop) {
            if (mustHave(stepCommands(term, nullptr, m_clock.now())).didAnything())
                m_bell.ring();
            else
                news.wait(Duration(100));
        }
    }

    void runIngest()
    {
        const auto db = connect(m_desk.database().engineAddress());
        const Term term{*db, m_desk.database().epoch()};
        const Account from = accountNumbered(9);
        m_desk.rail().setDepositGuess([](const Account&) { return false; });
        BlockMaker maker(m_desk.token(), kLogsInLoadBlock, [&](TransferLog& log, qint64 number) {
            log.from = from;
            log.to = accountNumbered(8);
            setUnits(log.value, quint64(number) + 1);
        });
        while (!m_stop) {
            const BlockBatch batch = maker.next(kLoadBlocks);
            m_ingested +=
                mustHave(recordBlocks(term, m_desk.rail(), batch, m_clock.now())).transfers;
        }
    }

    BenchDesk m_desk;
    Bell m_bell;
    SystemClock m_clock;
    DatabaseAddress m_operator;
    DatabaseAddress m_treasury;
    std::atomic<bool> m_stop = false;
    std::atomic<qint64> m_ingested = 0;
    std::thread m_engine;
    std::thread m_load;
};

void reportTimes(const Setting& setting, const QString& what, const std::vector<double>& times)
{
    const auto ms = [&](double part) { return QString::number(quantile(times, part), 'f', 1); };
    setting.report.value(QStringLiteral("command, submit to answer, %1").arg(what),
                         QStringLiteral("p50 %1 ms, p99 %2 ms, most %3 ms (%4 commands)")
                             .arg(ms(0.5), ms(0.99), ms(1))
                             .arg(times.size()));
}

} // namespace

void benchCommands(const Setting& setting)
{
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::Sqlite}) {
        if (const QString why = test::TestDatabase::whyNot(dialect); !why.isEmpty()) {
            setting.report.skipped(QStringLiteral("commands"), why);
            continue;
        }
        CommandHouse house(dialect);
        const int count = setting.sized(kCommands, 20);
        const QString name = nameOf(dialect);
        reportTimes(setting, name + QStringLiteral(", idle"), house.createPayments(count));
        house.startIngest();
        const auto began = std::chrono::steady_clock::now();
        const auto times = house.createPayments(count);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        reportTimes(setting, name + QStringLiteral(", under ingest"), times);
        setting.report.value(
            QStringLiteral("  ingest meanwhile, %1").arg(name),
            QStringLiteral("%1 logs/s").arg(qRound64(double(house.ingested()) / took.count())));
    }
}

} // namespace tieout::bench
