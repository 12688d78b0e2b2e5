// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/savedviewlist.h"

#include "model/store/accounts.h"
#include "model/store/powers.h"

#include <algorithm>

namespace tieout {

namespace savedviewlist {

// A file's feed tells every commit; views change a few times a day.
constexpr std::chrono::milliseconds kHintPause{250};

Result<QStringList> classesOf(Database& db, const QString& account, const Powers& powers)
{
    const auto accounts = listAccounts(db);
    if (!accounts)
        return fail(accounts.error());
    QStringList classes;
    for (const DeskAccount& each : *accounts) {
        if (each.name == account)
            classes = each.classes;
    }
    for (const QStringList& held : powers.classesOfKind)
        classes += held;
    classes.removeDuplicates();
    return classes;
}

} // namespace savedviewlist

Result<SavedViews> readSavedViews(Database& db, const QString& page, const QString& account)
{
    const auto login = sessionAccount(db);
    if (!login)
        return fail(login.error());
    SavedViews views;
    views.account = login->isEmpty() ? account : *login;
    const auto powers = readPowers(db, views.account);
    if (!powers)
        return fail(powers.error());
    views.role = powers->classFor(u"view.save");
    const auto classes = savedviewlist::classesOf(db, views.account, *powers);
    if (!classes)
        return fail(classes.error());
    auto rows = listSavedViews(db, page, views.account, *classes);
    if (!rows)
        return fail(rows.error());
    views.rows = std::move(rows).value();
    return views;
}

SavedViewList::SavedViewList(AsyncStore& store, QString page, QString account, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_page(std::move(page))
    , m_account(std::move(account))
{
    m_hint.setSingleShot(true);
    m_hint.setInterval(savedviewlist::kHintPause);
    connect(&m_hint, &QTimer::timeout, this, &SavedViewList::refresh);
}

void SavedViewList::refresh()
{
    m_again = m_asking;
    if (m_asking)
        return;
    m_asking = true;
    m_store
        .run(AsyncStore::Lane::Page,
             [page = m_page, account = m_account](Database& db) {
                 return readSavedViews(db, page, account);
             })
        .then(this, [this](const Result<SavedViews>& answer) {
            m_asking = false;
            const bool cleared = !answer && answer.error().code == ErrorCode::Cancelled;
            if (std::exchange(m_again, false) || cleared)
                return refresh();
            m_error.reset();
            if (answer)
                m_views = *answer;
            else
                m_error = answer.error();
            Q_EMIT changed();
        });
}

void SavedViewList::noteChanged(const QStringList& ids)
{
    const bool told = std::any_of(
        ids.begin(), ids.end(), [](const QString& id) { return id.startsWith(u"view_"); });
    if ((told || ids.isEmpty()) && !m_hint.isActive())
        m_hint.start();
}

const SavedViewRow* SavedViewList::find(const QString& id) const
{
    if (!m_views)
        return nullptr;
    for (const SavedViewRow& row : m_views->rows) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

bool SavedViewList::isMine(const SavedViewRow& row) const
{
    return m_views && row.owner == m_views->account;
}

} // namespace tieout
