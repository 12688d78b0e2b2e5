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

constexpr char kChannel[] = "tieout";
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

namespace {

class FeedWorker : public QObject
{
public:
    FeedWorker(const DatabaseAddress& address,
               ChangeBell::Ring ring,
               std::chrono::milliseconds poll)
        : m_address(address)
        , m_ring(std::move(ring))
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
        ringChanged({});
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
                    ringChanged(ids == QLatin1String(kManyChanged) ? QStringList()
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
        ringChanged({});
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

    void ringChanged(const QStringList& ids)
    {
        if (m_ring.changed)
            m_ring.changed(ids);
    }

    void tell(bool connected)
    {
        if (m_ring.listening)
            m_ring.listening(connected);
    }

    DatabaseAddress m_address;
    ChangeBell::Ring m_ring;
    QTimer m_timer{this};
    std::unique_ptr<Database> m_db;
    qint64 m_dataVersion = 0;
    int m_polls = 0;
};

} // namespace

ChangeBell::ChangeBell(const DatabaseAddress& address, Ring ring, std::chrono::milliseconds poll)
    : m_thread(std::make_unique<WorkerThread>(QStringLiteral("store-feed")))
{
    auto* worker = new FeedWorker(address, std::move(ring), poll);
    m_thread->adopt(worker);
    m_thread->start();
    QMetaObject::invokeMethod(
        worker, [worker] { worker->start(); }, Qt::QueuedConnection);
}

ChangeBell::~ChangeBell() = default;

// Rings in the bell's thread; the signals are this object's own, sent in its thread.
ChangeFeed::ChangeFeed(const DatabaseAddress& address,
                       std::chrono::milliseconds poll,
                       QObject* parent)
    : QObject(parent)
    , m_bell(
          address,
          {[this](const QStringList& ids) {
               if (ids != QStringList(QLatin1String(kCommandWaits)))
                   QMetaObject::invokeMethod(
                       this, [this, ids] { Q_EMIT changed(ids); }, Qt::QueuedConnection);
           },
           [this](bool connected) {
               QMetaObject::invokeMethod(
                   this, [this, connected] { Q_EMIT listening(connected); }, Qt::QueuedConnection);
           }},
          poll)
{}

} // namespace tieout
