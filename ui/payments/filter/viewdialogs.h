// SPDX-License-Identifier: GPL-3.0-or-later
// SaveViewDialog, DeleteViewDialog: the decisions about saved views. GUI thread.
#pragma once

#include "model/tables/savedviewlist.h"
#include "ui/payments/actions/decisiondialog.h"

namespace tieout {

class ChoiceBox;

// Of a command "view.save" about `row`, as this person; version 0 is a new one.
DecisionRequest
saveViewRequest(const SavedViewList& list, const SavedViewRow& row, const QJsonObject& body);
// "only you", "everyone", "operators": who sees a view.
QString sharedWithText(const QString& sharedWith);

class SaveViewDialog final : public DecisionDialog
{
    Q_OBJECT

public:
    // `row` without an id: a new view. `about`: what is saved, in words.
    SaveViewDialog(const DecisionDesk& desk,
                   UtcTime now,
                   const SavedViewList& list,
                   const SavedViewRow& row,
                   const QJsonObject& body,
                   const QString& about,
                   QWidget* parent);

Q_SIGNALS:
    void saved(const QString& view);

protected:
    std::optional<DecisionRequest> compose() override;
    void succeeded(const Decision& decision) override;
    void refused(const Decision& decision) override;

private:
    bool checkName(bool all);

    const SavedViewList& m_list;
    SavedViewRow m_row;
    QJsonObject m_body;
    QLineEdit* m_name;
    FormField* m_nameField;
    ChoiceBox* m_shared;
};

class DeleteViewDialog final : public DecisionDialog
{
    Q_OBJECT

public:
    DeleteViewDialog(const DecisionDesk& desk,
                     const SavedViewList& list,
                     const SavedViewRow& row,
                     QWidget* parent);

protected:
    std::optional<DecisionRequest> compose() override;

private:
    SavedViewRow m_row;
    QString m_role;
};

} // namespace tieout
