// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/viewdialogs.h"

#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/domain/ids.h"
#include "model/domain/words.h"
#include "model/tables/creationterms.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/formfield.h"

#include <QLineEdit>

namespace tieout {

namespace viewdialogs {

constexpr int kLongestName = 100; // as SaveViewPayload takes it
constexpr QStringView kEveryone = u"everyone";

std::optional<Error> whyNot(const SavedViewList& list)
{
    if (!list.views() || !list.views()->role.isEmpty())
        return std::nullopt;
    return Error{ErrorCode::Forbidden, QStringLiteral("class_may_not_submit"), {}};
}

QString roleOf(const SavedViewList& list)
{
    return list.views() ? list.views()->role : QString();
}

} // namespace viewdialogs

DecisionRequest
saveViewRequest(const SavedViewList& list, const SavedViewRow& row, const QJsonObject& body)
{
    const SaveViewPayload payload{row.id, list.page(), row.name, row.sharedWith, body, row.version};
    return {kinds::kViewSave.toString(),
            viewdialogs::roleOf(list),
            row.id,
            QString(),
            payload.toJson()};
}

QString sharedWithText(const QString& sharedWith)
{
    if (sharedWith.isEmpty())
        return SaveViewDialog::tr("Only me");
    if (sharedWith == viewdialogs::kEveryone)
        return SaveViewDialog::tr("Everyone");
    const auto role = fromText<Role>(sharedWith);
    //: A class of people: operator, treasury, …
    return role ? SaveViewDialog::tr("Class: %1").arg(translatedWord(labelOf(*role))) : sharedWith;
}

SaveViewDialog::SaveViewDialog(const DecisionDesk& desk,
                               UtcTime now,
                               const SavedViewList& list,
                               const SavedViewRow& row,
                               const QJsonObject& body,
                               const QString& about,
                               QWidget* parent)
    : DecisionDialog(desk, parent)
    , m_list(list)
    , m_row(row)
    , m_body(body)
    , m_name(new QLineEdit(row.name, &form()))
    , m_shared(new ChoiceBox(desk.appearance, &form()))
{
    const bool isNew = row.id.isEmpty();
    if (isNew) {
        m_row.id = QStringLiteral("view_") + makeUlid(now);
        m_row.version = 0;
    }
    setHead(isNew ? tr("Save this view") : tr("Change the view"), about);
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setMaxLength(viewdialogs::kLongestName);
    m_name->setPlaceholderText(tr("Such as: Underpaid for more than a day"));
    m_nameField = form().add(tr("&Name"), m_name);
    m_shared->setObjectName(QStringLiteral("viewShared"));
    QStringList shares{QString(), viewdialogs::kEveryone.toString()};
    for (const auto& word : wordsOf(Role{}))
        shares.append(QString::fromLatin1(word.text));
    for (const QString& share : shares)
        m_shared->addItem(sharedWithText(share), share);
    m_shared->setCurrentIndex(std::max(m_shared->findData(row.sharedWith), 0));
    form()
        .add(tr("S&een by"), m_shared)
        ->setHint(tr("Whoever sees it can use it; only you can change or delete it."));
    setPrimary(isNew ? tr("&Save view") : tr("&Save changes"));
    setBlocked(viewdialogs::whyNot(list));
    connect(m_name, &QLineEdit::textChanged, this, [this] { checkName(false); });
}

bool SaveViewDialog::checkName(bool all)
{
    const QString name = m_name->text().trimmed();
    QString reason;
    if (name.isEmpty())
        reason = all ? QStringLiteral("value_missing") : QString();
    else if (const auto checked = checkReference(name); !checked)
        reason = checked.error().reason;
    if (m_list.views()) {
        for (const SavedViewRow& other : m_list.views()->rows) {
            if (other.name == name && other.id != m_row.id && m_list.isMine(other))
                reason = QStringLiteral("view_name_taken");
        }
    }
    m_nameField->setError(reason.isEmpty() ? QString()
                                           : errorText({ErrorCode::Invalid, reason, {}}));
    if (all && !reason.isEmpty())
        m_name->setFocus(Qt::OtherFocusReason);
    return reason.isEmpty() && !name.isEmpty();
}

std::optional<DecisionRequest> SaveViewDialog::compose()
{
    if (!checkName(true))
        return std::nullopt;
    m_row.name = m_name->text().trimmed();
    m_row.sharedWith = m_shared->currentData().toString();
    return saveViewRequest(m_list, m_row, m_body);
}

void SaveViewDialog::succeeded(const Decision& decision)
{
    Q_EMIT saved(decision.request.subject);
    DecisionDialog::succeeded(decision);
}

void SaveViewDialog::refused(const Decision& decision)
{
    if (decision.error && decision.error->reason == u"view_name_taken")
        m_nameField->setError(errorText(*decision.error));
    // Somebody, or the same person elsewhere, saved it meanwhile: the next attempt is about that.
    if (const SavedViewRow* known = m_list.find(m_row.id))
        m_row.version = known->version;
}

DeleteViewDialog::DeleteViewDialog(const DecisionDesk& desk,
                                   const SavedViewList& list,
                                   const SavedViewRow& row,
                                   QWidget* parent)
    : DecisionDialog(desk, parent)
    , m_row(row)
    , m_role(viewdialogs::roleOf(list))
{
    //: Who sees a view: only its owner, everyone, a class.
    setHead(tr("Delete the view “%1”").arg(row.name),
            tr("Seen by: %1").arg(sharedWithText(row.sharedWith)));
    setFinality(tr("It is gone for everyone who uses it. No payment is changed."));
    setPrimary(tr("&Delete"));
    setBlocked(viewdialogs::whyNot(list));
}

std::optional<DecisionRequest> DeleteViewDialog::compose()
{
    const DeleteViewPayload payload{m_row.id, m_row.version};
    return DecisionRequest{
        kinds::kViewDelete.toString(), m_role, m_row.id, QString(), payload.toJson()};
}

} // namespace tieout
