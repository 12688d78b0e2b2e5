// SPDX-License-Identifier: GPL-3.0-or-later
// CreatePaymentDialog: the terms of a new payment, checked as they are typed without asking
// anybody; once the engine made it, where it is to be paid, to copy. GUI thread.
#pragma once

#include "model/tables/creationterms.h"
#include "ui/payments/actions/decisiondialog.h"

namespace tieout {

class ChoiceBox;

struct PaymentDetail;

class CreatePaymentDialog final : public DecisionDialog
{
    Q_OBJECT

public:
    CreatePaymentDialog(const DecisionDesk& desk, QWidget* parent);

    const std::optional<CreationTerms>& terms() const { return m_terms; }

Q_SIGNALS:
    void created(const QString& payment);

protected:
    std::optional<DecisionRequest> compose() override;
    void succeeded(const Decision& decision) override;

private:
    QLineEdit* addLine(const QString& name, const QString& label, FormField** field);
    void addFields();
    void read();
    void take(const Result<CreationTerms>& answer);
    void showCorridors();
    void showCorridor();
    const CorridorVersion* corridor() const;
    bool check(bool all);
    Outcome checkAmountField(bool all);
    // `wrong` is what a field refuses; an empty one is asked for when Create is pressed.
    void block(const std::optional<Error>& wrong);
    QString limitsOf(const CorridorVersion& corridor) const;
    void readPlace(const QString& payment);
    void showPlace(const PaymentDetail& detail);
    void showProblem(const Error& error);
    QPushButton* copyButton(const QString& label, const QString& text, QWidget* parent);

    std::optional<CreationTerms> m_terms;
    std::optional<Error> m_unusable; // nothing can be created at all
    std::vector<CorridorVersion> m_corridors;
    ChoiceBox* m_merchant;
    ChoiceBox* m_corridor;
    QLineEdit* m_amount = nullptr;
    QLineEdit* m_order = nullptr;
    QLineEdit* m_customer = nullptr;
    QLineEdit* m_expiry = nullptr;
    FormField* m_merchantField = nullptr;
    FormField* m_corridorField = nullptr;
    FormField* m_amountField = nullptr;
    FormField* m_orderField = nullptr;
    FormField* m_customerField = nullptr;
    FormField* m_expiryField = nullptr;
};

} // namespace tieout
