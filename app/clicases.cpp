// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd cases …, transfers …
#include "app/cli.h"
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/domain/address.h"
#include "model/store/cases.h"
#include "model/store/payments.h"
#include "model/store/rails.h"
#include "model/store/transfers.h"

namespace tieout {

namespace {

ExitCode showCases(Cli& cli, const CliArgs& args)
{
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    CaseQuery query;
    query.payment = args.text("payment");
    query.openOnly = !args.has("all");
    const auto rows = listCases(**db, query);
    if (!rows)
        return cli.fails(rows.error());
    QJsonArray list;
    for (const CaseRow& row : *rows) {
        list.append(
            QJsonObject{{QStringLiteral("case"), row.id.text()},
                        {QStringLiteral("code"), toText(row.code)},
                        {QStringLiteral("severity"), caseRule(row.code).severity},
                        {QStringLiteral("state"), toText(row.state)},
                        {QStringLiteral("payment"), row.payment ? row.payment->text() : QString()},
                        {QStringLiteral("subject"), row.subject},
                        {QStringLiteral("opened_at"), row.openedAt.toText()},
                        {QStringLiteral("resolution"), row.resolution},
                        {QStringLiteral("version"), row.version}});
    }
    cli.printRows("cases",
                  {QStringLiteral("case"),
                   QStringLiteral("code"),
                   QStringLiteral("severity"),
                   QStringLiteral("state"),
                   QStringLiteral("payment"),
                   QStringLiteral("opened_at")},
                  list);
    return ExitCode::Ok;
}

ExitCode decideOne(Cli& cli, const CliArgs& args)
{
    auto id = CaseId::parse(args.positional(0));
    if (!id)
        return cli.fails(id.error());
    const auto resolution = args.required("resolution");
    const auto reason = args.required("reason");
    if (!resolution)
        return cli.fails(resolution.error());
    if (!reason)
        return cli.fails(reason.error());
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto row = readCase(**db, *id);
    if (!row)
        return cli.fails(row.error());
    ResolveCasePayload payload;
    payload.id = *id;
    payload.expectedVersion = row->version;
    payload.resolution = *resolution;
    payload.reason = *reason;
    // Each code is decided by the role that owns it; the database knows who has that role.
    const QByteArray owner = toText(caseRule(row->code).owner.value_or(Role::Operator)).toUtf8();
    return cli.actAndPrint(
        kinds::kCaseResolve, owner.constData(), id->text(), payload.toJson(), args);
}

QJsonObject transferJson(const TransferView& view, AddressFamily family)
{
    const auto account = [family](const QByteArray& bytes) {
        return bytes.size() == 20 ? Address::fromBytes(family, bytes).toText() : hexOf(bytes);
    };
    return {{QStringLiteral("rail"), view.rail},
            {QStringLiteral("block"), view.block},
            {QStringLiteral("hash"), hexOf(toBytes(view.blockHash))},
            {QStringLiteral("tx"), hexOf(toBytes(view.tx))},
            {QStringLiteral("log_index"), view.logIndex},
            {QStringLiteral("from"), account(view.from)},
            {QStringLiteral("to"), account(view.to)},
            {QStringLiteral("token"), account(view.token)},
            {QStringLiteral("symbol"), view.symbol},
            {QStringLiteral("amount"), view.amount.toText()},
            {QStringLiteral("reference"), view.reference},
            {QStringLiteral("labels"), view.labels},
            {QStringLiteral("payment"), view.paymentId},
            {QStringLiteral("time"), view.time.toText()},
            {QStringLiteral("state"),
             view.withdrawnAt ? QStringLiteral("withdrawn") : QStringLiteral("canonical")}};
}

Result<TransferQuery> transferQuery(Database& db, const CliArgs& args)
{
    TransferQuery query;
    if (args.has("rail")) {
        const auto rail = railByName(db, args.text("rail"));
        if (!rail)
            return fail(rail.error());
        query.rail = rail->id;
    }
    const auto from = args.integer("from", 0);
    const auto to = args.integer("to", INT64_MAX);
    const auto limit = args.integer("limit", 1'000);
    if (!from)
        return fail(from.error());
    if (!to)
        return fail(to.error());
    if (!limit)
        return fail(limit.error());
    query.fromBlock = *from;
    query.toBlock = *to;
    query.limit = static_cast<int>(std::min<qint64>(*limit, 1'000'000));
    QString tx = args.text("tx");
    if (tx.startsWith(u"0x"))
        tx = tx.mid(2);
    query.tx = QByteArray::fromHex(tx.toLatin1());
    query.withWithdrawn = !args.has("canonical");
    return query;
}

ExitCode showTransfers(Cli& cli, const CliArgs& args)
{
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto query = transferQuery(**db, args);
    if (!query)
        return cli.fails(query.error());
    const auto rails = readRails(**db);
    const auto rows = listTransfers(**db, *query);
    if (!rails)
        return cli.fails(rails.error());
    if (!rows)
        return cli.fails(rows.error());
    QJsonArray list;
    for (const auto& [key, view] : *rows) {
        const bool tron =
            std::any_of(rails->begin(), rails->end(), [&view = view](const RailRow& r) {
                return r.name == view.rail && r.family == u"tron";
            });
        list.append(transferJson(view, tron ? AddressFamily::Tron : AddressFamily::Evm));
    }
    cli.printRows("transfers",
                  {QStringLiteral("rail"),
                   QStringLiteral("block"),
                   QStringLiteral("log_index"),
                   QStringLiteral("tx"),
                   QStringLiteral("to"),
                   QStringLiteral("symbol"),
                   QStringLiteral("amount"),
                   QStringLiteral("state"),
                   QStringLiteral("labels"),
                   QStringLiteral("payment")},
                  list);
    return ExitCode::Ok;
}

ExitCode linkOne(Cli& cli, const CliArgs& args)
{
    auto payment = PaymentId::parse(args.text("payment"));
    if (!payment)
        return cli.fails(payment.error());
    LinkTransferPayload payload;
    payload.payment = *payment;
    for (const auto& [name, field] : {std::pair{"rail", &payload.rail},
                                      std::pair{"tx", &payload.tx},
                                      std::pair{"to", &payload.account},
                                      std::pair{"reason", &payload.reason}}) {
        const auto value = args.required(name);
        if (!value)
            return cli.fails(value.error());
        *field = *value;
    }
    payload.reference = args.text("reference");
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto row = readPayment(**db, *payment);
    if (!row)
        return cli.fails(row.error());
    payload.expectedVersion = row->version;
    return cli.actAndPrint(
        kinds::kTransferLink, "operator", payment->text(), payload.toJson(), args);
}

} // namespace

std::vector<CliCommand> caseCommands()
{
    return {
        {"cases list",
         "",
         "Open cases, the worst first.",
         {{"all", nullptr, "resolved ones as well"}, {"payment", "PAYMENT", "only of this one"}},
         0,
         showCases},
        {"cases resolve",
         "CASE",
         "End a case.",
         {{"resolution", "WORD", "accept or decline; required"},
          {"reason", "TEXT", "why; required"}},
         1,
         decideOne},
        {"transfers list",
         "",
         "Transfers as they were read.",
         {{"rail", "NAME", "only this one"},
          {"from", "BLOCK", "from this block"},
          {"to", "BLOCK", "through this block"},
          {"tx", "HASH", "only this chain transaction"},
          {"canonical", nullptr, "without those whose block lost its place"},
          {"limit", "N", "at most so many (default: 1000)"}},
         0,
         showTransfers},
        {"transfers link",
         "",
         "Say which payment the money of a chain transaction belongs to.",
         {{"rail", "NAME", "required"},
          {"tx", "HASH", "required"},
          {"to", "ADDRESS", "where it arrived; required"},
          {"reference", "TEXT", "its memo, on a shared address"},
          {"payment", "PAYMENT", "required"},
          {"reason", "TEXT", "why; required"}},
         0,
         linkOne},
    };
}

} // namespace tieout
