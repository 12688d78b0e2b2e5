// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions: what the person at this console asked the engine for, and what became of it.
// Lives on the GUI thread, works on the Act lane, never blocks. A decision is
// followed until it has ended: at each hint of the change feed, after a lost connection, and every
// second. While the database can't be reached it is kept with every word of it and asked again by
// its id, which changes nothing when it had arrived before. Nothing here is shown as done before
// the engine said so.
#pragma once

#include "model/commands/submit.h"
#include "model/store/asyncstore.h"
#include "model/store/lastentry.h"

#include <QSet>
#include <QTimer>

#include <map>

namespace tieout {

enum class DecisionState {
    Submitting, // on its way to the database for the first time
    Lost,       // the database didn't answer (error says why); asked again by itself
    Waiting,    // recorded; no engine has taken it yet
    Running,
    Succeeded,
    Refused, // by the database at the door, or by the engine; it may have failed while it ran
    Expired, // no engine took it in time; none ever will
    Cancelled,
};

bool isFinal(DecisionState state);

struct DecisionRequest
{
    QString kind;    // model/commands/commandkinds.h
    QString role;    // the class the person acts as
    QString subject; // of the command: the id of what it is about, or empty
    QString about;   // the payment that shows it; empty: none
    QJsonObject payload;
};

struct Decision
{
    CommandId id;
    DecisionRequest request;
    DecisionState state = DecisionState::Submitting;
    bool isCancelling = false;
    UtcTime since; // when the database recorded it; before that when the person asked
    UtcTime expiresAt;
    QJsonObject result;              // Succeeded: the engine's answer
    std::optional<Error> error;      // Refused, Expired, Cancelled, Lost
    std::optional<LastEntry> before; // Refused because somebody was first: who, what and when
};

class Decisions final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kDefaultPace{1'000};

    // `account` acts on SQLite; on PostgreSQL the login of the store's address does.
    Decisions(AsyncStore& store, const Clock& clock, QString account, QObject* parent = nullptr);

    const QString& account() const { return m_account; }
    // How often open ones are looked at without a hint; for tests.
    void setPace(std::chrono::milliseconds pace) { m_timer.setInterval(pace); }

    // What this person asked for before and that still waits, as after a restart, but for what was
    // taken off the list here. A database that doesn't answer is asked again by itself.
    void resume();
    // The id under which it can be found from now on.
    CommandId submit(const DecisionRequest& request);
    // A waiting one, or one that never arrived; of another the answer tells what became of it.
    void cancel(const CommandId& id);
    // Takes an ended one off the list; it doesn't come back.
    void forget(const CommandId& id);
    // From the change feed; none: many.
    void noteChanged(const QStringList& ids);

    const Decision* find(const CommandId& id) const;
    // The newest first.
    std::vector<Decision> about(const QString& payment) const;
    // All that haven't ended, the oldest first.
    std::vector<Decision> undecided() const;

Q_SIGNALS:
    void changed(const tieout::CommandId& id);

private:
    struct Followed
    {
        Decision decision;
        bool arrived = false; // the database has said that it has the row
        bool asking = false;
        bool again = false; // a hint came while it was asked
    };

    struct Answer;
    void ask(Followed& followed);
    void take(const CommandId& id, const Result<Answer>& answer);
    void takeState(Followed& followed, const Answer& answer);
    void askOpen();
    void askAll();
    void follow(Followed followed);
    void dropOldest();

    AsyncStore& m_store;
    const Clock& m_clock;
    QString m_account;
    QTimer m_timer;
    std::map<QString, Followed> m_followed; // by id: ULIDs, so in the order of time
    QSet<QString> m_forgotten; // ids; the database calls an expired one open until it is removed
    bool m_resumes = false;    // what waits from before is wanted and isn't known yet
    bool m_resuming = false;   // it is being asked for
};

} // namespace tieout
