// SPDX-License-Identifier: GPL-3.0-or-later
// DecisionDialog: what every decision looks like before it is made and while it is: what it is
// about, the fields, what is final about it, the strip with its state, the buttons. It opens with
// open(), never waits, and keeps what was typed until the engine has said yes; from then on nothing
// can be asked for through it again. Closed early, its decision goes on and is shown with the
// payment. GUI thread; deletes itself when it is closed.
#pragma once

#include "model/commands/decisions.h"
#include "model/tables/paymentoptions.h"
#include "ui/theme/appearance.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tieout {

class DecisionStrip;
class FieldNote;
class Form;
class FormField;

// Where dialogs read and ask.
struct DecisionDesk
{
    AsyncStore& store;
    Decisions& decisions;
    const Appearance& appearance;
};

class DecisionDialog : public QDialog
{
    Q_OBJECT

public:
    DecisionDialog(const DecisionDesk& desk, QWidget* parent);

    DecisionStrip& strip() { return *m_strip; }
    bool isDeciding() const;

Q_SIGNALS:
    void submitted(const tieout::CommandId& id);

protected:
    const DecisionDesk& desk() const { return m_desk; }
    Form& form() { return *m_form; }
    void setHead(const QString& title, const QString& about);
    // Between the fields and the buttons.
    void addBody(QWidget* body);
    void setFinality(const QString& text);
    void setPrimary(const QString& text);
    // The primary button is off, and says why.
    void setBlocked(const std::optional<Error>& why);
    // A line for the reason that the journal keeps, below all other fields.
    void addReason(const QString& placeholder);
    QString reason() const;
    // The fields give way to what came of it; only Close is left.
    void finish();
    // What the keys are on when it opens.
    virtual QWidget* firstField() const;
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

    // What to ask for; nothing when a field is wrong, which then says so.
    virtual std::optional<DecisionRequest> compose() = 0;
    // What it leads to, now or after a read; until finish() the fields stay locked.
    virtual void succeeded(const Decision& decision);
    virtual void refused(const Decision& decision);
    // Marks what is wrong; true when nothing is. `all`: empty fields as well.
    bool checkReasonField(bool all);
    // Off while it is decided and once it succeeded, with what was typed in them.
    virtual void lockFields(bool locked);

private:
    void fit();
    void press();
    void follow();
    void enablePrimary();

    DecisionDesk m_desk;
    CommandId m_decision;
    bool m_succeeded = false;
    int m_needed = 0;
    std::optional<Error> m_blocked;
    QLabel* m_title;
    QLabel* m_about;
    QWidget* m_fields;
    QVBoxLayout* m_column;
    Form* m_form;
    QLineEdit* m_reason = nullptr;
    FormField* m_reasonField = nullptr;
    FieldNote* m_finality;
    DecisionStrip* m_strip;
    QPushButton* m_primary;
    QPushButton* m_close;
};

// A decision about one payment, in the version that the person saw when the dialog opened. When
// somebody was first it says so, and takes the payment as it is now for the next attempt.
class PaymentDialog : public DecisionDialog
{
    Q_OBJECT

public:
    PaymentDialog(const DecisionDesk& desk, PaymentOptionsRecord& record, QWidget* parent);

protected:
    const PaymentOptions& options() const { return m_options; }
    // Title, fields and the block from options(); called again with newer ones.
    virtual void fill() = 0;
    void refused(const Decision& decision) override;
    DecisionRequest
    requestFor(QStringView kind, const Permission& as, const QJsonObject& payload) const;
    // "100.00 USDT · Held · order A-1", and below it "pay_01…".
    QString aboutText() const;

private:
    PaymentOptionsRecord& m_record;
    PaymentOptions m_options;
    bool m_wantsNewer = false;
};

} // namespace tieout
