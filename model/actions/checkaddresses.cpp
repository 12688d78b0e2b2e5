// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/checkaddresses.h"

#include "model/actions/projection.h"
#include "model/actions/watchcases.h"
#include "model/store/changefeed.h"

namespace tieout {

namespace {

constexpr CaseCode kMismatchCode = CaseCode::EnvMismatch;

QString corridorOf(const std::vector<StoredPlace>& places)
{
    return places.empty() ? QString() : places.front().place.corridor;
}

// The address that was found stands as bare digits, for whoever investigates: nobody can pay to
// them by mistake.
QJsonObject evidenceOf(const BindingProof& proof, const StoredPlace& stored)
{
    QJsonObject evidence{
        {QStringLiteral("reason"), kAddressMismatch.toString()},
        {QStringLiteral("binding"), stored.binding.text()},
        {QStringLiteral("corridor"), stored.place.corridor},
        {QStringLiteral("found"), QString::fromLatin1(stored.place.account.toHex())}};
    if (stored.place.position)
        evidence.insert(QStringLiteral("index"), *stored.place.position);
    if (const auto derived = proof.derived(stored.place)) {
        evidence.insert(QStringLiteral("derived"), derived->toText());
        evidence.insert(QStringLiteral("watched"), QString::fromLatin1(stored.watched.toHex()));
    }
    return evidence;
}

Result<bool>
notePlace(Database& db, const BindingProof& proof, const StoredPlace& stored, UtcTime now)
{
    CaseRow row;
    row.code = kMismatchCode;
    row.subject = stored.payment.text();
    row.payment = stored.payment;
    const auto noted = noteCase(db, row, evidenceOf(proof, stored), now);
    if (!noted || !*noted)
        return noted;
    // Its recognition waits from now on.
    Cause cause;
    cause.now = now;
    if (const auto projected = reproject(db, {stored.payment}, cause); !projected)
        return fail(projected.error());
    if (auto told = notifyChanged(db, {stored.payment.text()}); !told)
        return fail(told.error());
    return true;
}

Result<bool> noteSubject(Database& db, const QString& subject, const QString& detail, UtcTime now)
{
    CaseRow row;
    row.code = kMismatchCode;
    row.subject = subject;
    return noteCase(db,
                    row,
                    {{QStringLiteral("reason"), kAddressMismatch.toString()},
                     {QStringLiteral("detail"), detail}},
                    now);
}

Result<bool> isNoted(Database& db, const QString& subject)
{
    const auto open = openCaseOf(db, subject, kMismatchCode);
    if (!open)
        return fail(open.error());
    return open->has_value();
}

} // namespace

Outcome demandProved(Database& db, const PaymentId& payment)
{
    const auto places = storedPlaces(db, payment);
    if (!places)
        return fail(places.error());
    const auto proof = BindingProof::load(db, corridorOf(*places));
    if (!proof)
        return fail(proof.error());
    for (const StoredPlace& stored : *places) {
        if (!proof->holds(stored))
            return fail(ErrorCode::Corrupt,
                        kAddressMismatch,
                        QStringLiteral("%1 is bound to an address that isn't the corridor's: %2")
                            .arg(payment.text(), stored.binding.text()));
    }
    return Done;
}

Result<bool> noteMismatch(Database& db, const Error& error, UtcTime now)
{
    const QString subject = error.detail.section(u' ', 0, 0);
    const auto payment = PaymentId::parse(subject);
    if (!payment)
        return noteSubject(db, subject, error.detail, now);
    const auto places = storedPlaces(db, *payment);
    if (!places)
        return fail(places.error());
    const auto proof = BindingProof::load(db, corridorOf(*places));
    if (!proof)
        return fail(proof.error());
    for (const StoredPlace& stored : *places) {
        if (!proof->holds(stored))
            return notePlace(db, *proof, stored, now);
    }
    return false; // put back in between
}

Result<AddressPass> checkAddresses(const Term& term, PlaceCursor& cursor, UtcTime now, int limit)
{
    AddressPass pass;
    PlaceCursor next = cursor;
    const auto places = nextPlaces(term.db, next, openStatuses(), limit);
    if (!places)
        return fail(places.error());
    const auto proof = BindingProof::load(term.db);
    if (!proof)
        return fail(proof.error());
    for (const StoredPlace& stored : *places) {
        ++pass.looked;
        if (proof->holds(stored))
            continue;
        ++pass.wrong;
        const auto known = isNoted(term.db, stored.payment.text());
        if (!known)
            return fail(known.error());
        if (*known)
            continue;
        const auto noted = inTerm(term, [&] { return notePlace(term.db, *proof, stored, now); });
        if (!noted)
            return fail(noted.error());
        pass.opened += *noted ? 1 : 0;
    }
    cursor = next;
    return pass;
}

Result<int> checkKeys(const Term& term, const std::vector<XpubRow>& configured, UtcTime now)
{
    int opened = 0;
    for (const XpubRow& key : configured) {
        const auto stored = xpubByName(term.db, key.name);
        if (!stored && stored.error().code != ErrorCode::NotFound)
            return fail(stored.error());
        if (stored && stored->key == key.key && stored->family == key.family)
            continue;
        const QString subject = QStringLiteral("xpub:") + key.name;
        const auto known = isNoted(term.db, subject);
        if (!known)
            return fail(known.error());
        if (*known)
            continue;
        const auto noted = inTerm(term, [&] {
            return noteSubject(
                term.db,
                subject,
                QStringLiteral("%1 is not the account key that is configured").arg(subject),
                now);
        });
        if (!noted)
            return fail(noted.error());
        opened += *noted ? 1 : 0;
    }
    return opened;
}

} // namespace tieout
