// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/paymentfacts.h"

#include "model/store/rails.h"
#include "model/store/sessiontable.h"
#include "model/store/sightings.h"
#include "model/store/statement.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace tieout {

namespace {

using Loaded = std::vector<LoadedPayment>;

// Whom the statements of FactLoader are about: those that stand in the session table
// "wanted_payment" where `rows` is empty; else `rows` takes its place, with `value` bound in it,
// which needs no table and so no right to write.
struct WantedPayments
{
    QString rows;
    QString value;

    static WantedPayments one(const PaymentId& id)
    {
        return {QStringLiteral("(SELECT CAST(:wanted AS text) AS payment_id) w"), id.text()};
    }
    static WantedPayments list(Dialect dialect, const std::vector<PaymentId>& ids)
    {
        QJsonArray texts;
        for (const PaymentId& id : ids)
            texts.append(id.text());
        return {dialect == Dialect::Sqlite
                    ? QStringLiteral("(SELECT DISTINCT value AS payment_id FROM"
                                     " json_each(:wanted)) w")
                    : QStringLiteral("(SELECT DISTINCT value AS payment_id FROM"
                                     " json_array_elements_text(CAST(:wanted AS json))) w"),
                QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact))};
    }
};

class FactStatement final : public Statement
{
public:
    FactStatement(Database& db, const WantedPayments& wanted, QStringView sql)
        : Statement(db, wanted.rows.isEmpty() ? sql.toString() : about(wanted, sql))
    {
        if (!wanted.rows.isEmpty())
            bind(u":wanted", wanted.value);
    }

private:
    static QString about(const WantedPayments& wanted, QStringView sql)
    {
        return sql.toString().replace(QStringLiteral("wanted_payment w"), wanted.rows);
    }
};

// Loads the facts of the ids.
class FactLoader
{
public:
    explicit FactLoader(Database& db)
        : m_db(db)
    {}

    Result<Loaded> load(const std::vector<PaymentId>& ids)
    {
        if (auto done = wantPayments(m_db, ids); !done)
            return fail(done.error());
        return load();
    }

    Result<Loaded> read(WantedPayments wanted)
    {
        m_wanted = std::move(wanted);
        return load();
    }

private:
    Result<Loaded> load()
    {
        for (auto step : {&FactLoader::rows,
                          &FactLoader::marks,
                          &FactLoader::transfers,
                          &FactLoader::sightings,
                          &FactLoader::sweeps,
                          &FactLoader::decisions,
                          &FactLoader::holds,
                          &FactLoader::credits,
                          &FactLoader::refunds,
                          &FactLoader::cases}) {
            if (auto done = (this->*step)(); !done)
                return fail(done.error());
        }
        return std::move(m_loaded);
    }

    LoadedPayment& of(const Statement& s)
    {
        const auto at = m_index.constFind(s.text(0));
        TIEOUT_CHECK(at != m_index.constEnd());
        return m_loaded[static_cast<size_t>(*at)];
    }

    Outcome rows();
    Outcome marks();
    Outcome transfers();
    Outcome sweeps();
    Outcome sightings();
    Outcome decisions();
    Outcome holds();
    Outcome credits();
    Outcome appliedIn();
    Outcome refunds();
    Outcome cases();
    TransferState stateOf(const LoadedPayment& p, const MoneyFact& money, bool withdrawn) const;

    Database& m_db;
    WantedPayments m_wanted;
    Loaded m_loaded;
    QHash<QString, qsizetype> m_index;
    std::map<qint64, Marks> m_marks;
};

Outcome FactLoader::rows()
{
    FactStatement s(
        m_db,
        m_wanted,
        QStringLiteral("SELECT %1 FROM wanted_payment w JOIN payment p ON p.id = w.payment_id")
            .arg(paymentColumns()));
    PolicyReader policies;
    Outcome problem = Done;
    while (s.next()) {
        LoadedPayment loaded;
        loaded.row = paymentFrom(s, policies, problem);
        const PaymentRow& row = loaded.row;
        PaymentFacts& facts = loaded.facts;
        facts.policy = row.policy;
        facts.createdAt = row.createdAt;
        facts.expiresAt = row.expiresAt;
        facts.cancelledAt = row.cancelledAt;
        facts.expiredAt = row.projection.expiredAt;
        facts.topUpClosed = row.projection.topUpClosedAt.has_value();
        facts.acceptedShortfall = row.acceptedShortfall;
        facts.fulfilment = row.projection.fulfilment;
        m_index.insert(row.id.text(), static_cast<qsizetype>(m_loaded.size()));
        m_loaded.push_back(std::move(loaded));
    }
    if (auto done = s.finish(); !done)
        return done;
    return problem;
}

Outcome FactLoader::marks()
{
    for (const LoadedPayment& p : m_loaded) {
        if (m_marks.contains(p.row.rail))
            continue;
        auto marks = readMarks(m_db, p.row.rail);
        if (!marks)
            return fail(marks.error());
        m_marks.emplace(p.row.rail, std::move(marks).value());
    }
    return Done;
}

TransferState
FactLoader::stateOf(const LoadedPayment& p, const MoneyFact& money, bool withdrawn) const
{
    const Marks& marks = m_marks.at(p.row.rail);
    const auto markOf = [&](const ConfirmationRule& rule) -> std::optional<qint64> {
        const auto at = marks.find(rule.toText());
        return at == marks.end() ? std::nullopt : std::optional<qint64>(at->second);
    };
    return transferState(
        money.block, withdrawn, markOf(money.rule), markOf(p.row.policy.strongest));
}

Outcome FactLoader::transfers()
{
    FactStatement s(m_db,
                    m_wanted,
                    u"SELECT l.payment_id, l.tx, l.binding_id, l.linked_by, t.token_id, t.amount,"
                    u" b.number, b.time, b.withdrawn_at,"
                    u" (SELECT 1 FROM transfer_reached r WHERE r.block_id = t.block_id"
                    u"  AND r.log_index = t.log_index),"
                    u" (SELECT min(x.label) FROM transfer_label x WHERE x.block_id = t.block_id"
                    u"  AND x.log_index = t.log_index)"
                    u" FROM wanted_payment w JOIN transfer_payment l ON l.payment_id = w.payment_id"
                    u" JOIN transfer t ON t.tx = l.tx AND t.to_account = l.account"
                    u"  AND coalesce(t.reference, '') = l.reference"
                    u" JOIN block b ON b.id = t.block_id AND b.rail = l.rail");
    while (s.next()) {
        LoadedPayment& p = of(s);
        if (const QString label = s.text(10); !label.isEmpty()) {
            if (auto known = fromText<Label>(label); known)
                p.facts.noted.set(*known);
        }
        if (s.integer(4) != p.row.token)
            continue;
        MoneyFact money;
        money.tx = hash32(s.bytes(1));
        money.binding = BindingId::trusted(s.text(2));
        money.byPerson = s.text(3) != u"engine";
        money.amount = s.amount(5, p.row.decimals);
        money.block = s.integer(6);
        money.seenAt = s.time(7);
        money.withdrawnAt = s.time(8);
        money.reachedConfirmed = !s.isNull(9);
        money.rule = p.row.policy.ruleFor(money.amount);
        money.state = stateOf(p, money, !s.isNull(8));
        p.facts.money.push_back(std::move(money));
    }
    return s.finish();
}

// Sweeps are linked by the address that they emptied; only their label is a fact of the payment.
Outcome FactLoader::sweeps()
{
    FactStatement s(
        m_db,
        m_wanted,
        u"SELECT DISTINCT l.payment_id, x.label"
        u" FROM wanted_payment w JOIN transfer_payment l ON l.payment_id = w.payment_id"
        u" JOIN transfer t ON t.tx = l.tx AND t.from_account = l.account"
        u" JOIN block b ON b.id = t.block_id AND b.rail = l.rail"
        u" JOIN transfer_label x ON x.block_id = t.block_id AND x.log_index = t.log_index"
        u" WHERE b.withdrawn_at IS NULL");
    while (s.next()) {
        if (auto known = fromText<Label>(s.text(1)); known)
            of(s).facts.noted.set(*known);
    }
    return s.finish();
}

Outcome FactLoader::sightings()
{
    FactStatement s(m_db,
                    m_wanted,
                    u"SELECT l.payment_id, l.tx, l.binding_id, l.linked_by, g.token_id, g.amount,"
                    u" g.first_seen_at, g.state"
                    u" FROM wanted_payment w JOIN transfer_payment l ON l.payment_id = w.payment_id"
                    u" JOIN sighting g ON g.rail = l.rail AND g.tx = l.tx"
                    u"  AND g.to_account = l.account AND g.reference = l.reference");
    while (s.next()) {
        LoadedPayment& p = of(s);
        if (s.integer(4) != p.row.token)
            continue;
        MoneyFact money;
        money.tx = hash32(s.bytes(1));
        money.binding = BindingId::trusted(s.text(2));
        money.byPerson = s.text(3) != u"engine";
        money.amount = s.amount(5, p.row.decimals);
        money.seenAt = s.time(6);
        money.rule = p.row.policy.ruleFor(money.amount);
        const auto state = sightingStateFromText(s.text(7)).value_or(SightingState::Seen);
        const bool gone = state == SightingState::Replaced || state == SightingState::Dropped;
        money.state = gone ? TransferState::Vanished : TransferState::Mempool;
        p.facts.money.push_back(std::move(money));
    }
    return s.finish();
}

Outcome FactLoader::decisions()
{
    FactStatement s(m_db,
                    m_wanted,
                    u"SELECT d.payment_id, d.tx, d.binding_id, d.kind, d.decided_at"
                    u" FROM wanted_payment w JOIN decision d ON d.payment_id = w.payment_id");
    while (s.next()) {
        of(s).facts.decisions.push_back(
            {hash32(s.bytes(1)),
             BindingId::trusted(s.text(2)),
             fromText<DecisionKind>(s.text(3)).value_or(DecisionKind::Decline),
             s.time(4)});
    }
    return s.finish();
}

Outcome FactLoader::holds()
{
    FactStatement s(m_db,
                    m_wanted,
                    u"SELECT h.payment_id, h.kind FROM wanted_payment w"
                    u" JOIN hold h ON h.payment_id = w.payment_id WHERE h.closed_at IS NULL");
    while (s.next())
        of(s).facts.openHolds.push_back(fromText<HoldKind>(s.text(1)).value_or(HoldKind::Operator));
    return s.finish();
}

Outcome FactLoader::credits()
{
    FactStatement s(m_db,
                    m_wanted,
                    u"SELECT c.payment_id, c.kind, c.amount FROM wanted_payment w"
                    u" JOIN credit c ON c.payment_id = w.payment_id");
    while (s.next()) {
        LoadedPayment& p = of(s);
        const QString kind = s.text(1);
        const GivenKind given = kind == u"grace"     ? GivenKind::Grace
                                : kind == u"applied" ? GivenKind::Applied
                                                     : GivenKind::Credit;
        p.facts.given.push_back({given, s.amount(2, p.row.decimals)});
    }
    if (auto done = s.finish(); !done)
        return done;
    return appliedIn();
}

Outcome FactLoader::appliedIn()
{
    FactStatement s(m_db,
                    m_wanted,
                    u"SELECT c.to_payment_id, c.payment_id, c.amount, q.confirmation"
                    u" FROM wanted_payment w JOIN credit c ON c.to_payment_id = w.payment_id"
                    u" JOIN payment q ON q.id = c.payment_id");
    while (s.next()) {
        LoadedPayment& p = of(s);
        AppliedFact applied;
        applied.from = PaymentId::trusted(s.text(1));
        applied.amount = s.amount(2, p.row.decimals);
        const QString source = s.text(3);
        applied.state = source == u"final"       ? TransferState::Final
                        : source == u"confirmed" ? TransferState::Confirmed
                        : source == u"reorged"   ? TransferState::Withdrawn
                                                 : TransferState::Mined;
        p.facts.appliedIn.push_back(applied);
    }
    return s.finish();
}

Outcome FactLoader::refunds()
{
    FactStatement s(m_db,
                    m_wanted,
                    u"SELECT r.payment_id, r.kind, r.state, r.amount, r.approved_at"
                    u" FROM wanted_payment w JOIN refund r ON r.payment_id = w.payment_id");
    while (s.next()) {
        LoadedPayment& p = of(s);
        p.facts.refunds.push_back({fromText<RefundKind>(s.text(1)).value_or(RefundKind::Surplus),
                                   fromText<RefundState>(s.text(2)).value_or(RefundState::Draft),
                                   s.amount(3, p.row.decimals),
                                   s.time(4)});
    }
    return s.finish();
}

Outcome FactLoader::cases()
{
    FactStatement s(m_db,
                    m_wanted,
                    QStringLiteral("SELECT w.payment_id, %1 FROM wanted_payment w"
                                   " JOIN exception_case c ON c.payment_id = w.payment_id"
                                   " WHERE c.state = 'open' OR (c.tx IS NOT NULL AND c.code IN"
                                   " ('REORG-PRE', 'REORG-POST'))")
                        .arg(caseColumns()));
    while (s.next()) {
        LoadedPayment& p = of(s);
        CaseRow row = caseFrom(s, 1);
        if (row.state == CaseState::Resolved) {
            // What the engine closed because the money came back says nothing about a later turn.
            if (row.tx && row.resolvedAt && row.resolvedBy != u"engine")
                p.facts.reorgResolutions.push_back({*row.tx, *row.resolvedAt});
            continue;
        }
        if (caseRule(row.code).severity <= 2)
            p.facts.recognition.severeCaseOpen = true;
        p.openCases.push_back(std::move(row));
    }
    return s.finish();
}

} // namespace

Result<LoadedPayment> loadPayment(Database& db, const PaymentId& id)
{
    auto loaded = FactLoader(db).read(WantedPayments::one(id));
    if (!loaded)
        return fail(loaded.error());
    if (loaded->empty())
        return fail(ErrorCode::NotFound, u"payment_unknown", id.text());
    return std::move(loaded).value().front();
}

Result<std::vector<LoadedPayment>> loadPayments(Database& db, const std::vector<PaymentId>& ids)
{
    return FactLoader(db).load(ids);
}

Result<std::vector<LoadedPayment>> readPayments(Database& db, const std::vector<PaymentId>& ids)
{
    return FactLoader(db).read(WantedPayments::list(db.dialect(), ids));
}

} // namespace tieout
