// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd payments …
#include "app/cli.h"
#include "model/actions/checkaddresses.h"
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "model/store/paymentdetail.h"
#include "model/store/paymentqueue.h"
#include "model/store/payments.h"

#include <algorithm>

namespace tieout {

namespace {

QJsonObject queueJson(const QueueRow& row)
{
    return {{QStringLiteral("payment"), row.id.text()},
            {QStringLiteral("status"), toText(row.status)},
            {QStringLiteral("labels"), row.labels.toText()},
            {QStringLiteral("due"), row.due.toText()},
            {QStringLiteral("received"), row.received.toText()},
            {QStringLiteral("remaining"), row.remaining.toText()},
            {QStringLiteral("token"), row.symbol},
            {QStringLiteral("corridor"), row.corridor},
            {QStringLiteral("rail"), row.railName},
            {QStringLiteral("order"), row.orderReference},
            {QStringLiteral("created_at"), row.createdAt.toText()},
            {QStringLiteral("expires_at"), row.expiresAt.toText()},
            {QStringLiteral("version"), row.version}};
}

// The wrong part, and what would be right in its place.
Error filterError(const FilterProblem& problem, const QString& text)
{
    QString detail = QStringLiteral("--filter: %1 at \"%2\"")
                         .arg(problem.reason, text.mid(problem.span.start, problem.span.length));
    if (!problem.expected.isEmpty())
        detail += QStringLiteral("; one of: ") + problem.expected.join(QStringLiteral(", "));
    return {ErrorCode::Invalid, QStringLiteral("option_value"), detail};
}

ExitCode listPayments(Cli& cli, const CliArgs& args)
{
    PaymentQuery query;
    query.now = cli.clock().now();
    const auto typed = parseFilter(args.text("filter"), paymentFilterFields());
    if (!typed.isGood())
        return cli.fails(filterError(typed.problems.front(), args.text("filter")));
    query.filter = typed.filter;
    QStringList statuses;
    for (const QString& word : args.text("status").split(u',', Qt::SkipEmptyParts)) {
        const auto status = fromText<PaymentStatus>(word);
        if (!status)
            return cli.fails({ErrorCode::Invalid, QStringLiteral("option_value"), word});
        statuses.append(toText(*status));
    }
    if (!statuses.isEmpty())
        query.filter.terms.push_back(filterTerm(QStringLiteral("status"), statuses));
    if (const QString corridor = args.text("corridor"); !corridor.isEmpty())
        query.filter.terms.push_back(filterTerm(QStringLiteral("corridor"), {corridor}));
    if (const QString text = args.text("text"); !text.isEmpty())
        query.filter.terms.push_back(filterTerm({}, {text}));
    const auto limit = args.integer("limit", 200);
    if (!limit)
        return cli.fails(limit.error());
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto rows = readPaymentPage(**db, query, {}, 0, static_cast<int>(*limit));
    if (!rows)
        return cli.fails(rows.error());
    QJsonArray list;
    for (const QueueRow& row : *rows)
        list.append(queueJson(row));
    cli.printRows("payments",
                  {QStringLiteral("payment"),
                   QStringLiteral("status"),
                   QStringLiteral("due"),
                   QStringLiteral("received"),
                   QStringLiteral("token"),
                   QStringLiteral("labels"),
                   QStringLiteral("corridor"),
                   QStringLiteral("order")},
                  list);
    return ExitCode::Ok;
}

QJsonArray moneyJson(const PaymentDetail& detail)
{
    QJsonArray list;
    for (const DetailMoney& money : detail.money) {
        QJsonObject row{{QStringLiteral("tx"), hexOf(money.tx)},
                        {QStringLiteral("amount"), money.amount.toText()},
                        {QStringLiteral("token"), money.symbol},
                        {QStringLiteral("from"), detail.accountText(money.from)},
                        {QStringLiteral("seen_at"), money.seenAt.toText()}};
        row.insert(QStringLiteral("block"),
                   money.blockNumber ? QJsonValue(*money.blockNumber) : QJsonValue());
        row.insert(QStringLiteral("state"),
                   money.withdrawnAt               ? QStringLiteral("withdrawn")
                   : money.sightingState.isEmpty() ? QStringLiteral("mined")
                                                   : money.sightingState);
        list.append(row);
    }
    return list;
}

// An address that isn't proved is not said; why stands in its place.
QJsonObject bindingJson(const PaymentDetail& detail, const DetailBinding& binding)
{
    QJsonObject json{{QStringLiteral("reference"), binding.reference},
                     {QStringLiteral("replaced"), binding.replacedAt.has_value()}};
    if (binding.isProved) {
        json.insert(QStringLiteral("address"), detail.accountText(binding.account));
        return json;
    }
    json.insert(QStringLiteral("address"), QJsonValue());
    json.insert(QStringLiteral("problem"), kAddressMismatch.toString());
    return json;
}

QJsonObject detailJson(const PaymentDetail& detail)
{
    QJsonObject object = queueJson(detail.row);
    object.insert(QStringLiteral("verdict"), toText(detail.verdict));
    object.insert(QStringLiteral("recognition"), toText(detail.recognition));
    object.insert(QStringLiteral("fulfilment"), toText(detail.fulfilment));
    object.insert(QStringLiteral("confirmed"), detail.confirmed.toText());
    object.insert(QStringLiteral("correlation_id"), detail.correlationId);
    object.insert(QStringLiteral("chain"), detail.rail.chain);
    QJsonArray bindings;
    for (const DetailBinding& binding : detail.bindings)
        bindings.append(bindingJson(detail, binding));
    object.insert(QStringLiteral("bindings"), bindings);
    object.insert(QStringLiteral("money"), moneyJson(detail));
    QJsonArray holds;
    for (const DetailHold& hold : detail.holds)
        holds.append(QJsonObject{{QStringLiteral("hold"), hold.id},
                                 {QStringLiteral("kind"), toText(hold.kind)},
                                 {QStringLiteral("reason"), hold.reason},
                                 {QStringLiteral("open"), !hold.closedAt.has_value()}});
    object.insert(QStringLiteral("holds"), holds);
    QJsonArray cases;
    for (const DetailCase& each : detail.cases)
        cases.append(QJsonObject{{QStringLiteral("case"), each.id},
                                 {QStringLiteral("code"), each.code},
                                 {QStringLiteral("open"), each.open}});
    object.insert(QStringLiteral("cases"), cases);
    QJsonArray events;
    for (const DetailEvent& event : detail.events)
        events.append(QJsonObject{{QStringLiteral("type"), event.type},
                                  {QStringLiteral("version"), event.version},
                                  {QStringLiteral("at"), event.at.toText()}});
    object.insert(QStringLiteral("events"), events);
    return object;
}

ExitCode showPayment(Cli& cli, const CliArgs& args)
{
    const auto id = PaymentId::parse(args.positional(0));
    if (!id)
        return cli.fails(id.error());
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto detail = readPaymentDetail(**db, *id);
    if (!detail)
        return cli.fails(detail.error());
    cli.printJson(detailJson(*detail));
    return ExitCode::Ok;
}

// A stored answer is read once more by whoever repeats a command's id, so its address is proved
// again before it is said.
Result<QJsonObject> provedAnswer(Cli& cli, Result<QJsonObject> answer)
{
    if (!answer)
        return answer;
    const auto id = PaymentId::parse(answer->value(u"payment").toString());
    if (!id)
        return fail(id.error());
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    const auto detail = readPaymentDetail(**db, *id);
    if (!detail)
        return fail(detail.error());
    const QString said = answer->value(u"address").toString();
    const bool proved = std::any_of(
        detail->bindings.begin(), detail->bindings.end(), [&](const DetailBinding& binding) {
            return binding.isProved && detail->accountText(binding.account) == said;
        });
    if (!proved)
        return fail(ErrorCode::Corrupt, kAddressMismatch, id->text());
    return answer;
}

ExitCode printPlace(Cli& cli,
                    QStringView kind,
                    const QString& subject,
                    const QJsonObject& payload,
                    const CliArgs& args)
{
    const auto answer = provedAnswer(cli, cli.act(kind, "operator", subject, payload, args));
    if (!answer)
        return cli.fails(answer.error());
    cli.printAnswer(*answer);
    return ExitCode::Ok;
}

ExitCode makePayment(Cli& cli, const CliArgs& args)
{
    const auto corridor = args.required("corridor");
    const auto amount = args.required("amount");
    const auto expires = args.duration("expires-in");
    if (!corridor)
        return cli.fails(corridor.error());
    if (!amount)
        return cli.fails(amount.error());
    if (!expires)
        return cli.fails(expires.error());
    CreatePaymentPayload payload;
    payload.merchant = args.text("merchant");
    payload.corridor = *corridor;
    payload.amount = *amount;
    payload.orderReference = args.text("order");
    payload.customer = args.text("customer");
    payload.idempotencyKey = args.text("key");
    payload.expiresIn = *expires;
    return printPlace(cli, kinds::kPaymentCreate, {}, payload.toJson(), args);
}

// The version that the caller saw: the one of --seen-version, else the one that stands now.
Result<qint64> versionOf(Cli& cli, const PaymentId& id, const CliArgs& args)
{
    if (args.has("seen-version"))
        return args.integer("seen-version");
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    const auto row = readPayment(**db, id);
    if (!row)
        return fail(row.error());
    return row->version;
}

// `places`: the answer names a place to pay to.
template<class Payload, class Fill>
ExitCode
decide(Cli& cli, const CliArgs& args, QStringView kind, const Fill& fill, bool places = false)
{
    auto id = PaymentId::parse(args.positional(0));
    if (!id)
        return cli.fails(id.error());
    const auto reason = args.required("reason");
    if (!reason)
        return cli.fails(reason.error());
    const auto version = versionOf(cli, *id, args);
    if (!version)
        return cli.fails(version.error());
    Payload payload;
    payload.payment = *id;
    payload.expectedVersion = *version;
    payload.reason = *reason;
    if (auto filled = fill(payload); !filled)
        return cli.fails(filled.error());
    if (places)
        return printPlace(cli, kind, id->text(), payload.toJson(), args);
    return cli.actAndPrint(kind, "operator", id->text(), payload.toJson(), args);
}

ExitCode cancelOne(Cli& cli, const CliArgs& args)
{
    return decide<CancelPaymentPayload>(
        cli, args, kinds::kPaymentCancel, [](auto&) -> Outcome { return Done; });
}

ExitCode reissueOne(Cli& cli, const CliArgs& args)
{
    return decide<ReissuePaymentPayload>(
        cli,
        args,
        kinds::kPaymentReissue,
        [&](ReissuePaymentPayload& payload) -> Outcome {
            const auto expires = args.duration("expires-in");
            if (!expires)
                return fail(expires.error());
            payload.expiresIn = *expires;
            return Done;
        },
        true);
}

ExitCode holdOne(Cli& cli, const CliArgs& args)
{
    return decide<HoldPaymentPayload>(
        cli, args, kinds::kPaymentHold, [&](HoldPaymentPayload& payload) -> Outcome {
            payload.cause = args.text("cause", QStringLiteral("operator"));
            return Done;
        });
}

ExitCode releaseOne(Cli& cli, const CliArgs& args)
{
    return decide<ReleasePaymentPayload>(
        cli, args, kinds::kPaymentRelease, [&](ReleasePaymentPayload& payload) -> Outcome {
            auto hold = HoldId::parse(args.text("hold"));
            if (!hold)
                return fail(hold.error());
            payload.hold = std::move(hold).value();
            return Done;
        });
}

} // namespace

std::vector<CliCommand> paymentCommands()
{
    const CliOption reason{"reason", "TEXT", "why; stays in the journal"};
    const CliOption seen{
        "seen-version", "N", "the version that you saw (default: the present one)"};
    const CliOption expires{"expires-in", "TIME", "instead of the corridor's, e.g. 30m"};
    return {
        {"payments list",
         "",
         "The newest payments.",
         {{"status", "WORDS", "only these, comma-separated"},
          {"corridor", "NAME", "only this one"},
          {"filter", "FILTER", "as in the console, e.g. 'status:underpaid age>4h -label:late'"},
          {"text", "TEXT", "an id, or part of an order reference or a customer"},
          {"limit", "N", "at most so many (default: 200)"}},
         0,
         listPayments},
        {"payments show", "PAYMENT", "Everything about one payment, as JSON.", {}, 1, showPayment},
        {"payments create",
         "",
         "Expect a payment and answer where it is to be paid.",
         {{"corridor", "NAME", "required"},
          {"amount", "AMOUNT", "decimal, in the token's units; required"},
          {"merchant", "NAME", "when there are several"},
          {"order", "TEXT", "the order's reference"},
          {"customer", "TEXT", "the customer's reference"},
          {"key", "TEXT", "idempotency key"},
          expires},
         0,
         makePayment},
        {"payments cancel",
         "PAYMENT",
         "Cancel one that nothing was paid for.",
         {reason, seen},
         1,
         cancelOne},
        {"payments reissue",
         "PAYMENT",
         "Give it a new place to pay to and a new deadline.",
         {reason, seen, expires},
         1,
         reissueOne},
        {"payments hold",
         "PAYMENT",
         "Hold it until somebody releases it.",
         {reason, seen, {"cause", "WORD", "operator, finance or screening"}},
         1,
         holdOne},
        {"payments release",
         "PAYMENT",
         "End a hold.",
         {reason, seen, {"hold", "HOLD", "which one; required"}},
         1,
         releaseOne},
    };
}

} // namespace tieout
