// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/commands/decisions.h"

#include "model/commands/commandkinds.h"
#include "model/store/cases.h"
#include "model/store/payments.h"

#include <QJsonDocument>

#include <algorithm>

namespace tieout {

namespace {

// Ended ones that are kept for whoever looks at the payment again.
constexpr size_t kMostKept = 200;

// Said by submit() itself: the row was not written, and asking again says the same.
bool isRefusedAtTheDoor(const Error& error)
{
    constexpr QStringView kReasons[] = {u"class_may_not_submit",
                                        u"payload_too_large",
                                        u"payload_not_plain",
                                        u"subject_too_long",
                                        u"command_role",
                                        u"command_id_used",
                                        u"too_many_commands"};
    return std::any_of(std::begin(kReasons), std::end(kReasons), [&](QStringView reason) {
        return error.reason == reason;
    });
}

// Who made the version that stands in the way.
Result<std::optional<LastEntry>> entryBefore(Database& db, const QString& subject)
{
    if (subject.startsWith(CaseId::prefix())) {
        const auto row = readCase(db, CaseId::trusted(subject));
        if (!row)
            return fail(row.error());
        return entryOfVersion(db, subject, row->version);
    }
    const auto row = readPayment(db, PaymentId::trusted(subject));
    if (!row)
        return fail(row.error());
    return entryOfVersion(db, subject, row->version);
}

// A case's command names the case; its payment is known to the case.
QString paymentOfRow(Database& db, const CommandRow& row, const QJsonObject& payload)
{
    if (row.kind == kinds::kCaseResolve) {
        const auto known = readCase(db, CaseId::trusted(row.subject));
        return known && known->payment ? known->payment->text() : QString();
    }
    return payload.value(u"payment").toString();
}

Result<std::vector<Decision>> openDecisions(Database& db, const QString& account)
{
    const auto rows = openCommandRows(db, account);
    if (!rows)
        return fail(rows.error());
    std::vector<Decision> decisions;
    for (const CommandRow& row : *rows) {
        Decision decision;
        decision.id = row.id;
        const QJsonObject payload = QJsonDocument::fromJson(row.payload.toUtf8()).object();
        decision.request = {
            row.kind, row.role, row.subject, paymentOfRow(db, row, payload), payload};
        decision.state =
            row.state == CommandState::Running ? DecisionState::Running : DecisionState::Waiting;
        decision.since = row.submittedAt;
        decision.expiresAt = row.expiresAt;
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

} // namespace

// What one visit to the database brought back.
struct Decisions::Answer
{
    CommandAnswer command;
    bool overdue = false;
    std::optional<LastEntry> before;

    static Result<Answer> read(Database& db, const CommandId& id, const QString& subject);
    // Cancels what may have arrived; what did not is Cancelled without a row.
    static Result<Answer>
    cancelled(Database& db, const QString& account, const CommandId& id, const QString& subject);
};

Result<Decisions::Answer>
Decisions::Answer::read(Database& db, const CommandId& id, const QString& subject)
{
    auto command = readCommand(db, id);
    if (!command)
        return fail(command.error());
    Answer answer;
    answer.command = std::move(command).value();
    if (answer.command.state == CommandState::Waiting) {
        const auto now = commandClock(db);
        if (!now)
            return fail(now.error());
        answer.overdue = *now > answer.command.expiresAt;
    }
    const auto& error = answer.command.error;
    if (error && (error->reason == u"payment_changed" || error->reason == u"case_changed")) {
        const auto before = entryBefore(db, subject);
        if (!before)
            return fail(before.error());
        answer.before = *before;
    }
    return answer;
}

Result<Decisions::Answer> Decisions::Answer::cancelled(Database& db,
                                                       const QString& account,
                                                       const CommandId& id,
                                                       const QString& subject)
{
    const auto state = cancelCommand(db, account, id);
    if (!state && state.error().reason == u"not_your_command") {
        Answer answer;
        answer.command.state = CommandState::Cancelled;
        answer.command.error = Error{ErrorCode::Cancelled, QStringLiteral("command_cancelled"), {}};
        return answer;
    }
    if (!state)
        return fail(state.error());
    return read(db, id, subject);
}

bool isFinal(DecisionState state)
{
    return state == DecisionState::Succeeded || state == DecisionState::Refused ||
           state == DecisionState::Expired || state == DecisionState::Cancelled;
}

Decisions::Decisions(AsyncStore& store, const Clock& clock, QString account, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_account(std::move(account))
{
    m_timer.setInterval(kDefaultPace);
    connect(&m_timer, &QTimer::timeout, this, &Decisions::askAll);
    connect(&store, &AsyncStore::connectionChanged, this, [this](bool connected) {
        if (connected)
            askAll();
    });
}

void Decisions::resume()
{
    m_resumes = true;
    askOpen();
}

void Decisions::askOpen()
{
    if (std::exchange(m_resuming, true))
        return;
    m_store
        .run(AsyncStore::Lane::Act,
             [account = m_account](Database& db) { return openDecisions(db, account); })
        .then(this, [this](const Result<std::vector<Decision>>& answer) {
            m_resuming = false;
            m_resumes = !answer;
            // Another lane may have an answer all the while, so nobody tells when this one has.
            if (!answer)
                return m_timer.start();
            for (const Decision& decision : *answer) {
                const QString id = decision.id.text();
                if (m_followed.find(id) == m_followed.end() && !m_forgotten.contains(id))
                    follow({decision, true});
            }
        });
}

CommandId Decisions::submit(const DecisionRequest& request)
{
    Followed followed;
    followed.decision.id = CommandId::make(m_clock.now());
    followed.decision.request = request;
    followed.decision.since = m_clock.now();
    const CommandId id = followed.decision.id;
    follow(std::move(followed));
    if (const auto at = m_followed.find(id.text()); at != m_followed.end())
        ask(at->second);
    return id;
}

void Decisions::follow(Followed followed)
{
    const CommandId id = followed.decision.id;
    m_followed.insert_or_assign(id.text(), std::move(followed));
    dropOldest();
    m_timer.start();
    Q_EMIT changed(id);
}

void Decisions::cancel(const CommandId& id)
{
    const auto at = m_followed.find(id.text());
    if (at == m_followed.end() || isFinal(at->second.decision.state))
        return;
    at->second.decision.isCancelling = true;
    ask(at->second);
    Q_EMIT changed(id);
}

void Decisions::forget(const CommandId& id)
{
    const auto at = m_followed.find(id.text());
    if (at == m_followed.end() || !isFinal(at->second.decision.state))
        return;
    m_followed.erase(at);
    m_forgotten.insert(id.text());
    Q_EMIT changed(id);
}

void Decisions::noteChanged(const QStringList& ids)
{
    for (auto& [id, followed] : m_followed) {
        if (ids.isEmpty() || ids.contains(id))
            ask(followed);
    }
}

void Decisions::askAll()
{
    if (m_resumes)
        askOpen();
    bool any = m_resumes;
    for (auto& [id, followed] : m_followed) {
        any = any || !isFinal(followed.decision.state);
        ask(followed);
    }
    if (!any)
        m_timer.stop();
}

void Decisions::ask(Followed& followed)
{
    if (isFinal(followed.decision.state))
        return;
    if (followed.asking) {
        followed.again = true;
        return;
    }
    followed.asking = true;
    followed.again = false;
    const Decision& decision = followed.decision;
    const CommandRequest request{decision.id,
                                 decision.request.role,
                                 decision.request.kind,
                                 decision.request.subject,
                                 {},
                                 decision.request.payload};
    const bool cancels = decision.isCancelling;
    const bool submits = !followed.arrived;
    m_store
        .run(AsyncStore::Lane::Act,
             [request, cancels, submits, account = m_account](Database& db) -> Result<Answer> {
                 if (cancels)
                     return Answer::cancelled(db, account, request.id, request.subject);
                 if (submits) {
                     if (const auto state = tieout::submit(db, account, request); !state)
                         return fail(state.error());
                 }
                 return Answer::read(db, request.id, request.subject);
             })
        .then(this, [this, id = decision.id](const Result<Answer>& answer) { take(id, answer); });
}

void Decisions::take(const CommandId& id, const Result<Answer>& answer)
{
    const auto at = m_followed.find(id.text());
    if (at == m_followed.end())
        return;
    Followed& followed = at->second;
    followed.asking = false;
    const DecisionState before = followed.decision.state;
    const bool wasCancelling = followed.decision.isCancelling;
    if (answer) {
        takeState(followed, *answer);
    } else if (isRefusedAtTheDoor(answer.error())) {
        followed.decision.state = DecisionState::Refused;
        followed.decision.error = answer.error();
    } else {
        // Whether it arrived is not known; its id makes asking again safe.
        followed.arrived = false;
        followed.decision.state = DecisionState::Lost;
        followed.decision.error = answer.error();
    }
    if (followed.again)
        ask(followed);
    if (before != followed.decision.state || wasCancelling != followed.decision.isCancelling)
        Q_EMIT changed(id);
}

void Decisions::takeState(Followed& followed, const Answer& answer)
{
    Decision& decision = followed.decision;
    followed.arrived = true;
    decision.error = answer.command.error;
    decision.before = answer.before;
    decision.result = answer.command.result;
    if (answer.command.submittedAt.ms() != 0)
        decision.since = answer.command.submittedAt;
    decision.expiresAt = answer.command.expiresAt;
    switch (answer.command.state) {
    case CommandState::Waiting:
        decision.state = answer.overdue ? DecisionState::Expired : DecisionState::Waiting;
        if (answer.overdue)
            decision.error = Error{ErrorCode::Unavailable, QStringLiteral("command_expired"), {}};
        break;
    case CommandState::Running:
        decision.state = DecisionState::Running;
        decision.isCancelling = false; // too late
        break;
    case CommandState::Succeeded:
        decision.state = DecisionState::Succeeded;
        break;
    case CommandState::Refused:
    case CommandState::Failed:
        decision.state = DecisionState::Refused;
        break;
    case CommandState::Expired:
        decision.state = DecisionState::Expired;
        break;
    case CommandState::Cancelled:
        decision.state = DecisionState::Cancelled;
        break;
    }
    if (isFinal(decision.state))
        decision.isCancelling = false;
}

const Decision* Decisions::find(const CommandId& id) const
{
    const auto at = m_followed.find(id.text());
    return at == m_followed.end() ? nullptr : &at->second.decision;
}

std::vector<Decision> Decisions::about(const QString& payment) const
{
    std::vector<Decision> decisions;
    std::for_each(m_followed.rbegin(), m_followed.rend(), [&](const auto& followed) {
        if (followed.second.decision.request.about == payment)
            decisions.push_back(followed.second.decision);
    });
    return decisions;
}

std::vector<Decision> Decisions::undecided() const
{
    std::vector<Decision> decisions;
    for (const auto& [id, followed] : m_followed) {
        if (!isFinal(followed.decision.state))
            decisions.push_back(followed.decision);
    }
    return decisions;
}

void Decisions::dropOldest()
{
    for (auto at = m_followed.begin(); at != m_followed.end() && m_followed.size() > kMostKept;) {
        if (isFinal(at->second.decision.state)) {
            m_forgotten.insert(at->first);
            at = m_followed.erase(at);
        } else {
            ++at;
        }
    }
}

} // namespace tieout
