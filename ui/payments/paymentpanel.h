// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentPanel: the detail beside the queue: who and how much, facts, the four tracks, money with
// its blocks, holds and cases, the timeline. GUI thread; follows its PaymentRecord.
#pragma once

#include "model/tables/paymentrecord.h"
#include "ui/theme/appearance.h"

#include <QScrollArea>

class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace tieout {

class Callout;
class EntryList;
class FactGrid;
class PillLabel;
class TracksView;

class PaymentPanel final : public QWidget
{
    Q_OBJECT

public:
    PaymentPanel(PaymentRecord& record, const Appearance& appearance, QWidget* parent = nullptr);

    // Below the header; the panel takes it over.
    void placeActions(QWidget* actions);
    void copyId() const;
    void copyTicket() const;

private:
    void build();
    QWidget* section(const QString& title, QWidget* content);
    QWidget* makeHeader();
    void show();
    void showError(const Error& error);

    PaymentRecord& m_record;
    const Appearance& m_appearance;
    QStackedWidget* m_stack = nullptr;
    QVBoxLayout* m_column = nullptr;
    QLabel* m_empty = nullptr;
    PillLabel* m_pill = nullptr;
    QLabel* m_amount = nullptr;
    QLabel* m_id = nullptr;
    Callout* m_warning = nullptr;
    FactGrid* m_facts = nullptr;
    TracksView* m_tracks = nullptr;
    EntryList* m_money = nullptr;
    EntryList* m_open = nullptr;
    EntryList* m_timeline = nullptr;
    QWidget* m_moneySection = nullptr;
    QWidget* m_openSection = nullptr;
    QWidget* m_timelineSection = nullptr;
};

} // namespace tieout
