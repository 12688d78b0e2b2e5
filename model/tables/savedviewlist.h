// SPDX-License-Identifier: GPL-3.0-or-later
// SavedViewList: the saved views of one page that a person sees, his own and those shared with him,
// and as which class he may save. Lives on the GUI thread; reads on the page lane when it is asked
// to, and a moment after a hint of the change feed. A failed reading keeps what was known and says
// why.
#pragma once

#include "model/store/asyncstore.h"
#include "model/store/savedviews.h"

#include <QObject>
#include <QTimer>

namespace tieout {

struct SavedViews
{
    std::vector<SavedViewRow> rows; // by name
    QString account;                // whose they are, as `owner` has it
    QString role;                   // to save and delete as; empty: he may not
};

// `account` as in readPowers(): on PostgreSQL the session's login takes its place.
Result<SavedViews> readSavedViews(Database& db, const QString& page, const QString& account);

class SavedViewList final : public QObject
{
    Q_OBJECT

public:
    SavedViewList(AsyncStore& store, QString page, QString account, QObject* parent = nullptr);

    const QString& page() const { return m_page; }
    void refresh();
    void noteChanged(const QStringList& ids); // none: many
    // Nothing before the first answer.
    const std::optional<SavedViews>& views() const { return m_views; }
    // Why the last reading failed; nothing when it did not.
    const std::optional<Error>& error() const { return m_error; }
    const SavedViewRow* find(const QString& id) const; // null: there is none
    bool isMine(const SavedViewRow& row) const;

Q_SIGNALS:
    void changed();

private:
    AsyncStore& m_store;
    QString m_page;
    QString m_account;
    QTimer m_hint;
    bool m_asking = false;
    bool m_again = false;
    std::optional<SavedViews> m_views;
    std::optional<Error> m_error;
};

} // namespace tieout
