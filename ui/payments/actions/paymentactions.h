// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentActions: what may be done with the payment in the detail, one button each: only what is
// allowed is enabled, and the others say why; below, what this person asked for and how it stands.
// GUI thread.
#pragma once

#include "ui/payments/actions/decisiondialog.h"

#include <QPointer>

class QGridLayout;
class QToolButton;

namespace tieout {

class PaymentActions final : public QWidget
{
    Q_OBJECT

public:
    PaymentActions(const DecisionDesk& desk, QWidget* parent = nullptr);

    // An empty id shows nothing.
    void show(const QString& payment);
    void noteChanged(const QStringList& ids); // none: many
    PaymentOptionsRecord& options() { return m_options; }
    // The dialog that is open, of any action.
    DecisionDialog* dialog() const { return m_dialog; }
    // Over the window of `parent`; `created` is told the id.
    void createPayment(QWidget* parent);
    // Opens the same; off for whoever may not create, and says why. The caller places it.
    QToolButton* makeCreateButton(QWidget* parent);
    bool mayCreate() const { return m_mayCreate; } // false until it is known
    // How a new payment stands that is undecided and has no dialog any more: no row could say so,
    // and whoever thinks that it was lost asks for a second one.
    DecisionStrip* makeCreationStrip(QWidget* parent);

Q_SIGNALS:
    void created(const QString& payment);
    void mayCreateChanged();

private:
    struct Button
    {
        QToolButton* button;
        const Permission PaymentOptions::*permission;
    };

    void addButton(const QString& name,
                   const QString& text,
                   const Permission PaymentOptions::*permission,
                   DecisionDialog* (PaymentActions::*dialogOf)());
    void readMayCreate();
    bool decidesNothing() const;
    void open(DecisionDialog* dialog);
    void showButtons();
    void showDecisions();
    void showCreation();
    template<class Dialog>
    DecisionDialog* make();

    DecisionDesk m_desk;
    PaymentOptionsRecord m_options;
    QPointer<DecisionDialog> m_dialog;
    QGridLayout* m_grid;
    QWidget* m_strips;
    QPointer<QToolButton> m_create;
    QWidget* m_lookOn; // for a person whose roles decide nothing here
    bool m_mayCreate = false;
    QPointer<DecisionStrip> m_creation;
    std::vector<Button> m_buttons;
};

} // namespace tieout
