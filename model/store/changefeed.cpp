// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/changefeed.h"

#include "model/store/sqlerrors.h"
#include "model/store/statement.h"
#include "model/store/workerthread.h"

#include <QSqlDriver>
#include <QTimer>

#include <libpq-fe.h>

namespace tieout {

namespace {

constexpr char kChannel[] = "tieout_change";
constexpr char kManyChanged[] = "*";
// The server is asked whether it still lives every so many polls; a closed socket shows at once.
constexpr int kPollsPerProbe = 60;
constexpr int kPollsPerAttempt = 4;

QByteArray notePayload(const ChangeNote& note)
{
    const QByteArray ids = note.ids.join(u',').toUtf8();
    const bool many =
        note.many || note.ids.size() > kMaxNotifiedIds || ids.size() > kMaxNotifiedBytes;
    return many ? QByteArray(kManyChanged) : ids;
}

} // namespace

Outcome notifyChanged(Database& db, const QStringList& ids)
{
    ChangeNote& note = db.changeNote();
    for (const QString& id : ids) {
        if (note.many || note.ids.size() > kMaxNotifiedIds)
            return notifyManyChanged(db);
        if (!note.ids.contains(id))
            note.ids << id;
    }
    return Done;
}

Outcome notifyManyChanged(Database& db)
{
    db.changeNote() = {{}, true};
    return Done;
}

Outcome sendChangeNote(Database& db)
{
    const ChangeNote note = std::exchange(db.changeNote(), {});
    if (db.postgres() == nullptr || (note.ids.isEmpty() && !note.many))
        return Done;
    const QByteArray payload = notePayload(note);
    const char* values[] = {kChannel, payload.constData()};
    PGresult* result = PQexecParams(
        db.postgres(), "SELECT pg_notify($1, $2)", 2, nullptr, values, nullptr, nullptr, 0);
    Outcome outcome = Done;
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        outcome =
            fail(postgresError(QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE)),
                               QString::fromUtf8(PQerrorMessage(db.postgres())),
                               QStringLiteral("notify")));
    PQclear(result);
    return outcome;
}

class FeedWorker : public QObject
{
public:
    FeedWorker(ChangeFeed& owner, const DatabaseAddress& address, std::chrono::milliseconds poll)
        : m_owner(owner)
        , m_address(address)
    {
        m_timer.setInterval(poll);
        connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
    }

    void start()
    {
        m_timer.start();
        attempt();
    }

private:
    void tick()
    {
        ++m_polls;
        if (!m_db) {
            if (m_polls % kPollsPerAttempt == 0)
                attempt();
        } else if (m_db->dialect() == Dialect::Sqlite) {
            pollFile();
        } else if (!m_db->isConnected() || (m_polls % kPollsPerProbe == 0 && !probe())) {
            lose();
        }
    }

    void attempt()
    {
        auto opened = Database::open(m_address, QStringLiteral("store-feed"), OpenMode::ReadOnly);
        if (!opened)
            return;
        m_db = std::move(opened).value();
        if (!beginListening()) {
            m_db.reset();
            return;
        }
        tell(true);
        // What happened before nobody heard.
        emitChanged({});
    }

    bool beginListening()
    {
        if (m_db->dialect() == Dialect::Sqlite) {
            const auto version = dataVersion();
            m_dataVersion = version.value_or(0);
            return version.has_value();
        }
        QSqlDriver* driver = m_db->sql().driver();
        connect(driver,
                &QSqlDriver::notification,
                this,
                [this](const QString&, QSqlDriver::NotificationSource, const QVariant& payload) {
                    const QString ids = payload.toString();
                    emitChanged(ids == QLatin1String(kManyChanged) ? QStringList()
                                                                   : ids.split(u','));
                });
        return driver->subscribeToNotification(QLatin1String(kChannel));
    }

    Result<qint64> dataVersion()
    {
        Statement s(*m_db, u"PRAGMA data_version");
        const qint64 version = s.next() ? s.integer(0) : 0;
        if (auto done = s.finish(); !done)
            return fail(done.error());
        return version;
    }

    void pollFile()
    {
        const auto version = dataVersion();
        if (!version) {
            lose();
            return;
        }
        if (*version == m_dataVersion)
            return;
        m_dataVersion = *version;
        emitChanged({});
    }

    bool probe()
    {
        Statement s(*m_db, u"SELECT 1");
        s.next();
        return s.finish().has_value();
    }

    void lose()
    {
        m_db.reset();
        tell(false);
    }

    void emitChanged(const QStringList& ids)
    {
        QMetaObject::invokeMethod(
            &m_owner,
            [owner = &m_owner, ids] { Q_EMIT owner->changed(ids); },
            Qt::QueuedConnection);
    }

    void tell(bool connected)
    {
        QMetaObject::invokeMethod(
            &m_owner,
            [owner = &m_owner, connected] { Q_EMIT owner->listening(connected); },
            Qt::QueuedConnection);
    }

    ChangeFeed& m_owner;
    DatabaseAddress m_address;
    QTimer m_timer{this};
    std::unique_ptr<Database> m_db;
    qint64 m_dataVersion = 0;
    int m_polls = 0;
};

ChangeFeed::ChangeFeed(const DatabaseAddress& address,
                       std::chrono::milliseconds poll,
                       QObject* parent)
    : QObject(parent)
    , m_thread(std::make_unique<WorkerThread>(QStringLiteral("store-feed")))
{
    auto* worker = new FeedWorker(*this, address, poll);
    m_thread->adopt(worker);
    m_thread->start();
    QMetaObject::invokeMethod(
        worker, [worker] { worker->start(); }, Qt::QueuedConnection);
}

ChangeFeed::~ChangeFeed() = default;

} // namespace tieout
