// SPDX-License-Identifier: GPL-3.0-or-later
// LinkTransferDialog: which money on the chain belongs to the payment: the unlinked transfers of
// its rail, each with why it is proposed, or those of a chain transaction that the person names.
// Nothing stays chosen when another one is named.
// GUI thread; reads on the page lane.
#pragma once

#include "model/tables/linkcandidates.h"
#include "ui/payments/actions/decisiondialog.h"

class QTreeWidget;

namespace tieout {

class FactGrid;

class LinkTransferDialog final : public PaymentDialog
{
    Q_OBJECT

public:
    LinkTransferDialog(const DecisionDesk& desk, PaymentOptionsRecord& record, QWidget* parent);

    const std::vector<LinkCandidate>& candidates() const { return m_candidates; }

protected:
    void fill() override;
    std::optional<DecisionRequest> compose() override;
    QWidget* firstField() const override;
    void refused(const Decision& decision) override;

private:
    QWidget* makeList();
    void changeTx();
    void read();
    void take(const Result<std::vector<LinkCandidate>>& answer);
    const LinkCandidate* chosen() const;
    void showChosen();

    QLineEdit* m_tx;
    FieldNote* m_txNote;
    QTreeWidget* m_list;
    FactGrid* m_facts;
    quint64 m_generation = 0;
    std::vector<LinkCandidate> m_candidates;
    QTimer m_typing;
};

// "the amount is what remains", by the word of domain/matching.
QString linkReasonText(const QString& reason);

} // namespace tieout
