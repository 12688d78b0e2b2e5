// SPDX-License-Identifier: GPL-3.0-or-later
// The short decisions about one payment: cancel, reissue, hold, release. GUI thread.
#pragma once

#include "ui/payments/actions/decisiondialog.h"

namespace tieout {

class ChoiceBox;

class CancelPaymentDialog final : public PaymentDialog
{
    Q_OBJECT

public:
    CancelPaymentDialog(const DecisionDesk& desk, PaymentOptionsRecord& record, QWidget* parent);

protected:
    void fill() override;
    std::optional<DecisionRequest> compose() override;
};

class ReissuePaymentDialog final : public PaymentDialog
{
    Q_OBJECT

public:
    ReissuePaymentDialog(const DecisionDesk& desk, PaymentOptionsRecord& record, QWidget* parent);

protected:
    void fill() override;
    std::optional<DecisionRequest> compose() override;

private:
    bool checkExpiry();

    QLineEdit* m_expiry;
    FormField* m_expiryField;
};

class HoldPaymentDialog final : public PaymentDialog
{
    Q_OBJECT

public:
    HoldPaymentDialog(const DecisionDesk& desk, PaymentOptionsRecord& record, QWidget* parent);

protected:
    void fill() override;
    std::optional<DecisionRequest> compose() override;

private:
    const Permission* chosen() const;
    void judge();

    ChoiceBox* m_cause;
    FormField* m_causeField;
};

class ReleasePaymentDialog final : public PaymentDialog
{
    Q_OBJECT

public:
    ReleasePaymentDialog(const DecisionDesk& desk, PaymentOptionsRecord& record, QWidget* parent);

protected:
    void fill() override;
    std::optional<DecisionRequest> compose() override;

private:
    const HoldOption* chosen() const;
    void judge();

    ChoiceBox* m_hold;
    FormField* m_holdField;
};

} // namespace tieout
