// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd verify, reconcile, derive, config check
#include "app/cli.h"
#include "chain/reconcile/reconcile.h"
#include "model/actions/projection.h"
#include "model/store/addresses.h"
#include "model/store/bindingproof.h"
#include "model/store/journal.h"
#include "model/store/paymentqueue.h"
#include "model/store/snapshot.h"

namespace tieout {

namespace {

constexpr int kVerifyPage = 500;

// Each part answers what it looked at and what is wrong; `wrong` empty when nothing is.
struct Verified
{
    QString what;
    qint64 looked = 0;
    QStringList wrong;
};

Result<Verified> verifyTheJournal(Database& db)
{
    const auto report = verifyJournal(db);
    if (!report)
        return fail(report.error());
    Verified verified{QStringLiteral("journal"), report->count, {}};
    if (report->problem)
        verified.wrong.append(QStringLiteral("after line %1").arg(report->count));
    return verified;
}

Result<Verified> verifyProjections(Database& db)
{
    Verified verified{QStringLiteral("projections"), 0, {}};
    PageStart start;
    for (;;) {
        const auto rows = readPaymentPage(db, {}, start, 0, kVerifyPage);
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return verified;
        std::vector<PaymentId> ids;
        for (const QueueRow& row : *rows)
            ids.push_back(row.id);
        const auto diverged = inSnapshot(db, [&] { return divergedProjections(db, ids); });
        if (!diverged)
            return fail(diverged.error());
        for (const PaymentId& id : *diverged)
            verified.wrong.append(id.text());
        verified.looked += qint64(rows->size());
        start = PageStart::after(placeOf(rows->back(), PaymentSort::Created));
    }
}

Result<Verified> verifyAddresses(Database& db)
{
    Verified verified{QStringLiteral("addresses"), 0, {}};
    const auto xpubs = readXpubs(db);
    if (!xpubs)
        return fail(xpubs.error());
    for (const XpubRow& row : *xpubs) {
        const auto key = Xpub::parse(row.key);
        const auto family = addressFamilyFromText(row.family);
        if (!key)
            return fail(key.error());
        if (!family)
            return fail(family.error());
        for (qint64 i = 0; i <= row.watchedThrough; ++i) {
            const auto stored = depositAddress(db, row.id, i);
            const auto derived = key->address(*family, static_cast<quint32>(i));
            if (!stored && stored.error().code != ErrorCode::NotFound)
                return fail(stored.error());
            ++verified.looked;
            if (derived && (!stored || *stored != derived->bytes()))
                verified.wrong.append(QStringLiteral("%1/%2").arg(row.name).arg(i));
        }
    }
    return verified;
}

// Where payments ask money to be sent.
Result<Verified> verifyPlaces(Database& db)
{
    Verified verified{QStringLiteral("places"), 0, {}};
    const auto proof = BindingProof::load(db);
    if (!proof)
        return fail(proof.error());
    std::vector<PaymentStatus> all;
    for (const auto& word : wordsOf(PaymentStatus()))
        all.push_back(word.value);
    PlaceCursor cursor;
    do {
        const auto places = nextPlaces(db, cursor, all, kVerifyPage);
        if (!places)
            return fail(places.error());
        for (const StoredPlace& stored : *places) {
            ++verified.looked;
            if (!proof->holds(stored))
                verified.wrong.append(stored.payment.text());
        }
    } while (!cursor.isAtStart());
    return verified;
}

using Verifier = Result<Verified> (*)(Database&);

ExitCode verifyThese(Cli& cli, const std::vector<Verifier>& verifiers)
{
    // Whoever verifies changes nothing: a person's or an auditor's login will do.
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    QJsonArray parts;
    bool good = true;
    for (const Verifier each : verifiers) {
        const auto verified = each(**db);
        if (!verified)
            return cli.fails(verified.error());
        good = good && verified->wrong.isEmpty();
        parts.append(QJsonObject{{QStringLiteral("part"), verified->what},
                                 {QStringLiteral("looked_at"), verified->looked},
                                 {QStringLiteral("good"), verified->wrong.isEmpty()},
                                 {QStringLiteral("wrong"), verified->wrong.join(u' ')}});
    }
    cli.printRows("verify",
                  {QStringLiteral("part"),
                   QStringLiteral("looked_at"),
                   QStringLiteral("good"),
                   QStringLiteral("wrong")},
                  parts);
    return good ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode verifyAll(Cli& cli, const CliArgs&)
{
    return verifyThese(cli, {verifyTheJournal, verifyProjections, verifyAddresses, verifyPlaces});
}

ExitCode verifyOnlyJournal(Cli& cli, const CliArgs&)
{
    return verifyThese(cli, {verifyTheJournal});
}

ExitCode verifyOnlyProjections(Cli& cli, const CliArgs&)
{
    return verifyThese(cli, {verifyProjections});
}

ExitCode verifyOnlyAddresses(Cli& cli, const CliArgs&)
{
    return verifyThese(cli, {verifyAddresses, verifyPlaces});
}

ExitCode reconcileAll(Cli& cli, const CliArgs& args)
{
    const auto since = args.time("since", UtcTime());
    if (!since)
        return cli.fails(since.error());
    const auto db = cli.open(OpenMode::ReadOnly);
    if (!db)
        return cli.fails(db.error());
    const auto result = reconcile(**db, *since);
    if (!result)
        return cli.fails(result.error());
    if (cli.json())
        cli.printJson(result->toJson());
    else
        cli.print(result->toText().trimmed());
    return result->ties() ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode deriveSome(Cli& cli, const CliArgs& args)
{
    constexpr qint64 kMost = 100'000;
    const auto text = args.required("xpub");
    if (!text)
        return cli.fails(text.error());
    const auto key = Xpub::parse(*text);
    if (!key)
        return cli.fails(key.error());
    const auto family = addressFamilyFromText(args.text("family", QStringLiteral("evm")));
    if (!family)
        return cli.fails({ErrorCode::Invalid, QStringLiteral("option_value"), args.text("family")});
    const auto from = args.integer("from", 0);
    const auto count = args.integer("count", 10);
    if (!from)
        return cli.fails(from.error());
    if (!count)
        return cli.fails(count.error());
    if (*count > kMost)
        return cli.fails({ErrorCode::Invalid,
                          QStringLiteral("option_value"),
                          QStringLiteral("--count: at most %1 at once").arg(kMost)});
    QJsonArray list;
    for (qint64 i = *from; i < *from + *count; ++i) {
        if (i > Xpub::kMaxIndex)
            return cli.fails(
                {ErrorCode::Invalid, QStringLiteral("xpub_hardened"), QString::number(i)});
        const auto address = key->address(*family, static_cast<quint32>(i));
        if (!address)
            return cli.fails(address.error());
        list.append(QJsonObject{{QStringLiteral("index"), i},
                                {QStringLiteral("address"), address->toText()}});
    }
    cli.printRows("addresses", {QStringLiteral("index"), QStringLiteral("address")}, list);
    return ExitCode::Ok;
}

// That it got here says that the file was read without a problem.
ExitCode checkConfig(Cli& cli, const CliArgs&)
{
    QJsonArray rails;
    for (const RailConfig& rail : cli.config().rails) {
        QStringList sources;
        for (const auto& source : rail.sources)
            sources.append(source.name + u'@' + source.displayUrl);
        rails.append(QJsonObject{{QStringLiteral("rail"), rail.name},
                                 {QStringLiteral("family"), toText(rail.family)},
                                 {QStringLiteral("chain"), rail.chain.text()},
                                 {QStringLiteral("sources"), sources.join(u' ')}});
    }
    if (!cli.json())
        cli.print(QStringLiteral("good: %1, %2")
                      .arg(toText(cli.config().environment), cli.address().redacted()));
    cli.printRows("rails",
                  {QStringLiteral("rail"),
                   QStringLiteral("family"),
                   QStringLiteral("chain"),
                   QStringLiteral("sources")},
                  rails);
    return ExitCode::Ok;
}

} // namespace

std::vector<CliCommand> checkCommands()
{
    return {
        {"verify",
         "",
         "Check the journal's chain, every projection and every address.",
         {},
         0,
         verifyAll},
        {"verify journal",
         "",
         "Read the whole journal again, every line and hash.",
         {},
         0,
         verifyOnlyJournal},
        {"verify projections",
         "",
         "Derive every payment again and compare.",
         {},
         0,
         verifyOnlyProjections},
        {"verify addresses",
         "",
         "Derive every deposit address again and compare: those that are watched, and those that "
         "payments ask money to be sent to.",
         {},
         0,
         verifyOnlyAddresses},
        {"reconcile",
         "",
         "The chain against the payments, in both directions.",
         {{"since", "MOMENT", "from this day or moment on (UTC); default: everything"}},
         0,
         reconcileAll},
        {"derive",
         "",
         "Addresses of an account key, for comparing. Needs no database.",
         {{"xpub", "KEY", "the extended public key of the account; required"},
          {"family", "WORD", "evm or tron (default: evm)"},
          {"from", "N", "the first index (default: 0)"},
          {"count", "M", "how many, at most 100000 (default: 10)"}},
         0,
         deriveSome},
        {"config check", "", "Read the configuration and name every mistake.", {}, 0, checkConfig},
    };
}

} // namespace tieout
