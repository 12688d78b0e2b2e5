// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/store/filterscene.h"

#include "model/domain/address.h"
#include "model/domain/casecodes.h"
#include "model/domain/filterpayment.h"
#include "model/domain/filtertimes.h"
#include "model/domain/filtervalues.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tieout::test {

namespace {

int severityOf(const QString& code)
{
    return caseRule(caseCodeFromText(code).value()).severity;
}

constexpr qint64 kHourMs = 3'600'000;

struct SceneRail
{
    const char* name;
    std::optional<qint64> head;
};

const SceneRail kSceneRails[] = {{"ethereum", 1'000}, {"tron", 5'000}, {"Base_One", {}}};
const char* const kSceneMerchants[] = {"Example Store", "100%_Genuine"};
const char* const kSceneCustomers[] = {
    "ACME Ltd", "acme ltd", "O'Neil \"Bob\"", "50% off_", "back\\slash", "", "Jos\u00e9", "a,b;--"};
const int kSceneDecimals[] = {6, 18, 7, 2, 0};

template<Worded E>
QString anyWord(QRandomGenerator& random)
{
    return toText(wordsOf(E{})[size_t(random.bounded(int(wordsOf(E{}).size())))].value);
}

Amount anyAmount(QRandomGenerator& random, int decimals)
{
    static const char* const kTexts[] = {"0", "1", "99", "100", "101", "200", "31776"};
    Int128 units = Amount::parse(QString::fromLatin1(kTexts[random.bounded(7)]), decimals)->units();
    // One minor unit beside a round number is where comparisons go wrong.
    if (units > 0)
        units += random.bounded(3) - 1;
    return {units, decimals};
}

std::optional<UtcTime> anyTime(QRandomGenerator& random)
{
    if (random.bounded(3) == 0)
        return std::nullopt;
    return kSceneNow - Duration(random.bounded(72) * kHourMs);
}

QString hexText(QRandomGenerator& random, int bytes)
{
    QByteArray value(bytes, Qt::Uninitialized);
    for (char& byte : value)
        byte = char(random.bounded(256));
    return QStringLiteral("0x") + QString::fromLatin1(value.toHex());
}

void addTracks(KnownPayment& payment, QRandomGenerator& random)
{
    payment.status = anyWord<PaymentStatus>(random);
    payment.detection = anyWord<DetectionState>(random);
    payment.confirmation = anyWord<ConfirmationState>(random);
    payment.recognition = anyWord<RecognitionState>(random);
    payment.verdict = anyWord<Verdict>(random);
    payment.fulfilment = anyWord<FulfilmentState>(random);
    for (int i = random.bounded(3); i > 0; --i)
        payment.labels.append(anyWord<Label>(random));
    payment.labels.removeDuplicates();
    payment.labels.sort();
    if (random.bounded(3) > 0)
        payment.decidingNumber = 980 + random.bounded(25);
    if (random.bounded(4) == 0)
        payment.openCases = {toText(caseRules()[size_t(random.bounded(5))].code)};
    if (random.bounded(5) == 0)
        payment.openHolds = {anyWord<HoldKind>(random)};
}

// Literals of SQL.
class Writer
{
public:
    explicit Writer(const TestDatabase& db)
        : m_sqlite(db.dialect() == Dialect::Sqlite)
    {}

    QByteArray text(const QString& value) const
    {
        return "'" + QString(value).replace(u'\'', QStringLiteral("''")).toUtf8() + "'";
    }
    QByteArray hex(const QString& value) const
    {
        const QByteArray digits = value.mid(2).toLatin1();
        return m_sqlite ? "x'" + digits + "'" : "'\\x" + digits + "'";
    }
    QByteArray amount(const Amount& value) const
    {
        return m_sqlite ? "x'" + value.toSortable().toHex() + "'" : value.toUnitsText().toLatin1();
    }
    QByteArray number(qint64 value) const { return QByteArray::number(value); }
    QByteArray time(const std::optional<UtcTime>& value) const
    {
        return value ? number(value->ms()) : QByteArray("NULL");
    }
    QByteArray accountOf(const QString& address) const
    {
        const auto parsed = Address::parse(address, AddressFamily::Evm).value();
        return hex(QStringLiteral("0x") + QString::fromLatin1(parsed.bytes().toHex()));
    }

private:
    bool m_sqlite;
};

QByteArray insert(const char* into, const QByteArrayList& values)
{
    return QByteArray("INSERT INTO ") + into + " VALUES (" + values.join(", ") + ");\n";
}

QByteArray stations(const Writer& w)
{
    QByteArray sql;
    int id = 0;
    for (const SceneRail& rail : kSceneRails) {
        ++id;
        const QByteArray number = w.number(id);
        const QString zeros(64, u'0');
        sql += insert(
            "rail (id, name, family, chain)",
            {number, w.text(QString::fromLatin1(rail.name)), "'evm'", "'eip155:" + number + "'"});
        sql += insert(
            "token (id, rail, account, symbol, decimals, listed)",
            {number, number, w.hex(QStringLiteral("0x22") + zeros.left(38)), "'T'", "6", "1"});
        if (rail.head)
            sql += insert("rail_state (rail, cursor_number, cursor_hash, cursor_time, head_number,"
                          " head_time, head_seen_at, healthy, health_reason, frozen_reason, reorgs,"
                          " deepest_reorg, version)",
                          {number,
                           "1",
                           w.hex(QStringLiteral("0x") + zeros),
                           "0",
                           w.number(*rail.head),
                           "0",
                           "0",
                           "1",
                           "''",
                           "''",
                           "0",
                           "0",
                           "1"});
    }
    for (int i = 0; i < 2; ++i)
        sql += insert("merchant (id, name, created_at, version)",
                      {"'mer_" + w.number(i) + "'",
                       w.text(QString::fromLatin1(kSceneMerchants[i])),
                       "0",
                       "1"});
    return sql;
}

QByteArray paymentRow(const Writer& w, const KnownPayment& p)
{
    return insert(
        "payment (id, merchant_id, corridor, corridor_version, rail, token_id, symbol, decimals,"
        " due, policy, created_at, expires_at, top_up_until, order_reference, customer,"
        " correlation_id, accepted_shortfall, fulfilment, released_at, status, detection,"
        " confirmation, recognition, verdict, labels, received, confirmed, remaining,"
        " deciding_number, required, confirmed_at, final_at, updated_at, version)",
        {w.text(p.id),
         w.text(p.merchantId),
         w.text(p.corridor),
         "1",
         w.number(p.rail),
         w.number(p.rail),
         w.text(p.symbol),
         w.number(p.due.decimals()),
         w.amount(p.due),
         "'{}'",
         w.time(p.createdAt),
         w.time(p.expiresAt),
         w.time(p.expiresAt),
         w.text(p.orderReference),
         w.text(p.customer),
         w.text(p.correlation),
         w.amount(p.due.zero()),
         w.text(p.fulfilment),
         w.time(p.releasedAt),
         w.text(p.status),
         w.text(p.detection),
         w.text(p.confirmation),
         w.text(p.recognition),
         w.text(p.verdict),
         w.text(p.labels.join(u' ')),
         w.amount(p.received),
         w.amount(p.confirmed),
         w.amount(p.remaining),
         p.decidingNumber ? w.number(*p.decidingNumber) : QByteArray("NULL"),
         "''",
         w.time(p.confirmedAt),
         w.time(p.finalAt),
         w.time(p.updatedAt),
         "1"});
}

QByteArray around(const Writer& w, const KnownPayment& p, int n)
{
    const QByteArray number = w.number(n);
    const QByteArray account = w.accountOf(p.address);
    QByteArray sql =
        insert("binding (id, payment_id, rail, account, reference, created_at)",
               {"'bnd_" + number + "'", w.text(p.id), w.number(p.rail), account, "''", "0"});
    if (!p.tx.isEmpty() && n % 2 == 0)
        sql += insert("transfer_payment (rail, tx, account, reference, payment_id, binding_id,"
                      " linked_by, linked_at)",
                      {w.number(p.rail),
                       w.hex(p.tx),
                       account,
                       "''",
                       w.text(p.id),
                       "'bnd_" + number + "'",
                       "'engine'",
                       "0"});
    if (!p.tx.isEmpty() && n % 2 == 1)
        sql += insert("sighting (rail, tx, to_account, token_id, from_account, amount, reference,"
                      " first_seen_at, state, state_at)",
                      {w.number(p.rail),
                       w.hex(p.tx),
                       account,
                       w.number(p.rail),
                       account,
                       w.amount(p.due),
                       "''",
                       "0",
                       "'seen'",
                       "0"});
    // A closed one beside each open one says nothing.
    for (const bool open : {true, false}) {
        const QByteArray suffix = number + (open ? "" : "_closed");
        const QStringList codes = open ? p.openCases : QStringList{QStringLiteral("POISON")};
        for (const QString& code : codes)
            sql += insert("exception_case (id, code, severity, plane, owner, subject, payment_id,"
                          " state, evidence, opened_at, version)",
                          {"'cas_" + suffix + "'",
                           w.text(code),
                           QByteArray::number(severityOf(code)),
                           "'chain'",
                           "'operator'",
                           w.text(p.id),
                           w.text(p.id),
                           open ? "'open'" : "'resolved'",
                           "'{}'",
                           "0",
                           "1"});
        const QStringList kinds = open ? p.openHolds : QStringList{QStringLiteral("finance")};
        for (const QString& kind : kinds)
            sql += insert("hold (id, payment_id, kind, reason, opened_at, opened_by, closed_at)",
                          {"'hld_" + suffix + "'",
                           w.text(p.id),
                           w.text(kind),
                           "''",
                           "0",
                           "'x'",
                           open ? "NULL" : "1"});
    }
    return sql;
}

bool within(const FilterTimes& times, const std::optional<UtcTime>& at)
{
    return at && (!times.from || *at >= *times.from) && (!times.to || *at < *times.to);
}

bool compares(FilterOp op, int order)
{
    switch (op) {
    case FilterOp::Is:
    case FilterOp::Exactly:
        return order == 0;
    case FilterOp::Less:
        return order < 0;
    case FilterOp::AtMost:
        return order <= 0;
    case FilterOp::Greater:
        return order > 0;
    case FilterOp::AtLeast:
        return order >= 0;
    }
    return false;
}

// `order` of the row's value against a text: below 0, 0, above 0.
template<class Order>
bool ranges(FilterOp op, const FilterValue& value, Order order)
{
    if (!value.isRange)
        return compares(op, order(value.text));
    return (value.text.isEmpty() || order(value.text) >= 0) &&
           (value.upTo.isEmpty() || order(value.upTo) <= 0);
}

bool amounts(FilterOp op, const FilterValue& value, const Amount& amount)
{
    const FilterDecimal mine = FilterDecimal::parse(amount.toFixedText()).value();
    return ranges(op, value, [&](const QString& text) {
        return mine.compare(FilterDecimal::parse(text).value());
    });
}

bool same(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool contains(const QString& whole, const QString& part)
{
    return whole.contains(part, Qt::CaseInsensitive);
}

bool isOpen(const QStringList& open, const QString& word)
{
    if (word == u"yes" || word == u"no")
        return open.isEmpty() == (word == u"no");
    return open.contains(word);
}

bool freeMatches(const KnownPayment& p, const QString& text)
{
    return contains(p.orderReference, text) || contains(p.customer, text) || same(p.id, text) ||
           same(p.address, text) || (!p.tx.isEmpty() && same(p.tx, text));
}

std::optional<bool>
timeMatches(const FilterTerm& term, const FilterValue& value, const KnownPayment& p, UtcTime now)
{
    const std::pair<const char*, std::optional<UtcTime>> times[] = {{"created", p.createdAt},
                                                                    {"expires", p.expiresAt},
                                                                    {"updated", p.updatedAt},
                                                                    {"confirmed-at", p.confirmedAt},
                                                                    {"final-at", p.finalAt},
                                                                    {"released-at", p.releasedAt}};
    for (const auto& [name, at] : times) {
        if (term.field == QLatin1String(name))
            return within(timesAdmitted(term.op, value, now), at);
    }
    if (term.field == u"age")
        return within(beginningsAdmitted(term.op, value, now), p.createdAt);
    return std::nullopt;
}

std::optional<bool>
amountMatches(const FilterTerm& term, const FilterValue& value, const KnownPayment& p)
{
    const std::pair<const char*, Amount> columns[] = {{"amount", p.due},
                                                      {"received", p.received},
                                                      {"confirmed", p.confirmed},
                                                      {"remaining", p.remaining}};
    for (const auto& [name, amount] : columns) {
        if (term.field == QLatin1String(name))
            return amounts(term.op, value, amount);
    }
    if (term.field != u"confirmations")
        return std::nullopt;
    if (!p.head || !p.decidingNumber)
        return false;
    const qint64 have = *p.head - *p.decidingNumber + 1;
    return ranges(term.op, value, [&](const QString& text) {
        const qint64 asked = text.toLongLong();
        return have < asked ? -1 : have > asked ? 1 : 0;
    });
}

bool wordMatches(const FilterTerm& term, const QString& text, const KnownPayment& p)
{
    const std::pair<const char*, QString> words[] = {{"status", p.status},
                                                     {"verdict", p.verdict},
                                                     {"detection", p.detection},
                                                     {"confirmation", p.confirmation},
                                                     {"recognition", p.recognition},
                                                     {"fulfilment", p.fulfilment},
                                                     {"rail", p.railName},
                                                     {"corridor", p.corridor},
                                                     {"symbol", p.symbol},
                                                     {"id", p.id},
                                                     {"correlation", p.correlation},
                                                     {"address", p.address},
                                                     {"tx", p.tx}};
    for (const auto& [name, word] : words) {
        if (term.field == QLatin1String(name))
            return same(word, text);
    }
    if (term.field == u"label")
        return text == u"none" ? p.labels.isEmpty() : p.labels.contains(text);
    if (term.field == u"case")
        return isOpen(p.openCases, text);
    if (term.field == u"hold")
        return isOpen(p.openHolds, text);
    if (term.field == u"severity")
        return std::any_of(p.openCases.begin(), p.openCases.end(), [&](const QString& code) {
            return QString::number(severityOf(code)) == text;
        });
    if (term.field == u"merchant")
        return same(p.merchantName, text) || same(p.merchantId, text);
    const QString& whole = term.field == u"order" ? p.orderReference : p.customer;
    return term.op == FilterOp::Exactly ? whole == text : contains(whole, text);
}

bool valueMatches(const FilterTerm& term,
                  const FilterValue& value,
                  const KnownPayment& p,
                  UtcTime now)
{
    if (term.isFree())
        return freeMatches(p, value.text);
    if (const auto matches = timeMatches(term, value, p, now))
        return *matches;
    if (const auto matches = amountMatches(term, value, p))
        return *matches;
    return wordMatches(term, value.text, p);
}

} // namespace

std::vector<KnownPayment> makeKnownPayments(int count)
{
    QRandomGenerator random(42);
    std::vector<KnownPayment> payments;
    for (int n = 0; n < count; ++n) {
        KnownPayment p;
        p.id = QStringLiteral("pay_01SEED%1").arg(n, 20, 10, QLatin1Char('0'));
        const int merchant = random.bounded(2);
        p.merchantId = QStringLiteral("mer_%1").arg(merchant);
        p.merchantName = QString::fromLatin1(kSceneMerchants[merchant]);
        p.rail = 1 + random.bounded(3);
        p.railName = QString::fromLatin1(kSceneRails[p.rail - 1].name);
        p.head = kSceneRails[p.rail - 1].head;
        const int decimals = kSceneDecimals[random.bounded(5)];
        p.symbol = decimals == 6 ? QStringLiteral("USDT") : QStringLiteral("TST%1").arg(decimals);
        p.corridor =
            p.symbol.toLower() + u'-' + p.railName.toLower(); // names of corridors have no capitals
        p.due = anyAmount(random, decimals);
        p.received = anyAmount(random, decimals);
        p.confirmed = anyAmount(random, decimals);
        p.remaining = anyAmount(random, decimals);
        p.createdAt = kSceneNow - Duration(random.bounded(24 * 30) * kHourMs / 2);
        p.expiresAt = p.createdAt + Duration(random.bounded(48) * kHourMs);
        p.updatedAt = p.createdAt + Duration(random.bounded(10'000));
        p.confirmedAt = anyTime(random);
        p.finalAt = anyTime(random);
        p.releasedAt = anyTime(random);
        p.orderReference = QStringLiteral("ORD-%1").arg(n / 2);
        p.customer = QString::fromUtf8(kSceneCustomers[random.bounded(8)]);
        p.correlation = QStringLiteral("cor_%1").arg(n);
        p.address = Address::parse(hexText(random, 20), AddressFamily::Evm)->toText();
        if (random.bounded(2) == 0)
            p.tx = hexText(random, 32);
        addTracks(p, random);
        payments.push_back(p);
    }
    return payments;
}

void writeKnownPayments(const TestDatabase& db, const std::vector<KnownPayment>& payments)
{
    const Writer writer(db);
    QByteArray sql = stations(writer);
    int n = 0;
    for (const KnownPayment& payment : payments) {
        sql += paymentRow(writer, payment);
        sql += around(writer, payment, n++);
    }
    db.execute(sql);
}

bool isAdmitted(const Filter& filter, const KnownPayment& payment, UtcTime now)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [&](const FilterTerm& term) {
        const bool any =
            std::any_of(term.values.begin(), term.values.end(), [&](const FilterValue& value) {
                return valueMatches(term, value, payment, now);
            });
        return any != term.negated;
    });
}

} // namespace tieout::test
