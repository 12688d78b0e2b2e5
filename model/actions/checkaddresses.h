// SPDX-License-Identifier: GPL-3.0-or-later
// checkAddresses: the engine's own look at where money is asked to go. An address that isn't the
// corridor's (bindingproof.h) was changed in the database, and opens ENV-MISMATCH, the code of a
// key or an id that doesn't belong here: severity 1, 15 minutes, Engineer. Its fact may go away;
// the case stays until a person resolves it, and one that is resolved while the address is still
// wrong comes back. Thread of the Database.
#pragma once

#include "model/actions/term.h"
#include "model/store/addresses.h"
#include "model/store/bindingproof.h"

namespace tieout {

inline constexpr int kAddressesPerPass = 1'000;
inline constexpr QStringView kAddressMismatch = u"address_mismatch";

// Whether the payment's place may be answered: Corrupt (address_mismatch). The detail of such an
// error begins with the subject of its case, and never names the address that was found.
Outcome demandProved(Database& db, const PaymentId& payment);

// For an action that was refused with address_mismatch and rolled back: its case, inside the
// caller's transaction. False when it stands already.
Result<bool> noteMismatch(Database& db, const Error& error, UtcTime now);

struct AddressPass
{
    int looked = 0; // places
    int wrong = 0;
    int opened = 0; // cases
};

// Looks at the places of the next payments that may be paid, where the cursor stands. Reads
// outside, and writes a transaction per case that isn't open yet.
Result<AddressPass>
checkAddresses(const Term& term, PlaceCursor& cursor, UtcTime now, int limit = kAddressesPerPass);

// Whether the database has the account keys that are configured; a mismatch opens a case about
// "xpub:NAME". Answers how many were opened.
Result<int> checkKeys(const Term& term, const std::vector<XpubRow>& configured, UtcTime now);

} // namespace tieout
