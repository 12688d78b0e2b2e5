// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentPanel: the detail beside the queue: who and how much, facts, the four tracks, what a payer
// needs while it waits, money with its blocks, holds and cases, the timeline; and all of it raw.
// Says why when there is nothing to show, or when what it shows may be old. GUI thread; follows its
// PaymentRecord.
#pragma once

#include "model/tables/paymentrecord.h"
#include "ui/theme/appearance.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QScrollArea;
class QStackedWidget;

namespace tieout {

class PanelNotice;
class PaymentSections;
class RawView;
class Shortcuts;

class PaymentPanel final : public QWidget
{
    Q_OBJECT

public:
    PaymentPanel(PaymentRecord& record, const Appearance& appearance, QWidget* parent = nullptr);

    // Below the header; the panel takes it over. Without them it says that it only reads.
    void placeActions(QWidget* actions);
    // Obeys the window's actions "payment.…" while it is seen.
    void listenTo(const Shortcuts& shortcuts);
    void copyId() const;
    void copyAddress() const; // the one to pay to, once it is proved
    void copyHash() const;    // of the newest transaction that still stands
    void copyTicket() const;
    void toggleRaw();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void show();
    void showDetail(const PaymentDetail& detail);
    void showNotice();
    void enableActions();
    const DetailMoney* newestMoney() const;
    void openExplorer() const;

    PaymentRecord& m_record;
    const Appearance& m_appearance;
    QTimer m_patience; // a quick answer needs no word that it is awaited
    QString m_shownId;
    bool m_raw = false;
    QPointer<QWidget> m_focusBefore;
    QHash<QString, QPointer<QAction>> m_actions;
    QStackedWidget* m_stack = nullptr;
    QScrollArea* m_scroll = nullptr;
    PanelNotice* m_notice = nullptr;
    RawView* m_rawView = nullptr;
    PaymentSections* m_sections = nullptr;
};

} // namespace tieout
