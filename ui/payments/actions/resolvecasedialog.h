// SPDX-License-Identifier: GPL-3.0-or-later
// ResolveCaseDialog: accept or decline what a case of the payment asks, each with its reason code,
// the amount in question, and whether a second person will be needed. A case that is gone after a
// refusal leaves nothing chosen. GUI thread.
#pragma once

#include "ui/payments/actions/decisiondialog.h"

class QRadioButton;

namespace tieout {

class ChoiceBox;

class ResolveCaseDialog final : public PaymentDialog
{
    Q_OBJECT

public:
    ResolveCaseDialog(const DecisionDesk& desk, PaymentOptionsRecord& record, QWidget* parent);

protected:
    void fill() override;
    std::optional<DecisionRequest> compose() override;

private:
    struct Choice
    {
        QRadioButton* button = nullptr;
        FieldNote* note = nullptr;
    };

    Choice addChoice(const QString& name, QWidget* box);
    const CaseOption* chosenCase() const;
    const CaseAnswer* chosenAnswer() const;
    void showCase();
    void showChoice(const Choice& choice, const QString& word, const CaseAnswer& answer);
    static void untick(const Choice& choice);
    Error whyNoCase() const;
    void judge();

    ChoiceBox* m_case;
    FormField* m_caseField;
    Choice m_accept;
    Choice m_decline;
};

} // namespace tieout
