// SPDX-License-Identifier: GPL-3.0-or-later
// AddressBook: what the watchers of one process look for. Deposit addresses are derived once for
// all rails of a family, far enough ahead of the last one that was handed out, and are acknowledged
// in the database only when every watcher of the family has them in its set: money can't arrive
// where nobody watches. Any thread; a watcher's own calls from its thread.
#pragma once

#include "chain/engine/loop.h"
#include "chain/rails/watchset.h"
#include "model/actions/term.h"
#include "model/crypto/xpub.h"
#include "model/store/addresses.h"

#include <QHash>

#include <map>

namespace tieout {

class AddressBook
{
public:
    explicit AddressBook(qint64 lookAhead)
        : m_lookAhead(lookAhead)
    {}

    // Before the first loop runs: nothing of the family is acknowledged without this rail.
    void expect(const QString& rail, const QString& family);
    // It has stopped for good, so the others need not wait for it.
    void forget(const QString& rail);

    // Adds to `set` what is derived ahead and acknowledges what all have. Reads the database and
    // writes in transactions of `term`. True when something was added.
    Result<bool> follow(const Term& term, const QString& rail, WatchSet& set);

private:
    struct Known
    {
        Xpub key;
        std::vector<Account> ahead; // from `first` on
        qint64 first = 0;
    };
    struct Watcher
    {
        QString family;
        std::map<qint64, qint64> through; // by xpub: the last one in its set
    };

    static Result<std::vector<Account>>
    derive(Known& known, const XpubRow& row, qint64 from, qint64 to);
    Result<std::vector<Account>> derived(const XpubRow& row, qint64 from, qint64 to);
    Outcome acknowledge(const Term& term, const XpubRow& row, qint64 through);
    qint64 watchedByAll(const XpubRow& row);
    void note(const QString& rail, qint64 xpub, qint64 through);
    qint64 inSet(const QString& rail, const XpubRow& row);

    const qint64 m_lookAhead;
    Guarded<std::map<qint64, Known>> m_known;
    Guarded<std::map<QString, Watcher>> m_watchers;
};

// How a family of rails is called where keys are concerned: a sandbox takes EVM keys.
QString keyFamilyOf(const QString& railFamily);

} // namespace tieout
