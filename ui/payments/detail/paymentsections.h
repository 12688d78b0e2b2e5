// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentSections: a payment's detail from top to bottom, as it scrolls: header, warnings, actions,
// tracks, what a payer needs, holds and cases, money, facts, timeline. Shows what it is given. GUI
// thread.
#pragma once

#include "model/domain/result.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace tieout {

class Callout;
class EntryList;
class FactGrid;
class PanelHeader;
class PayCard;
class TracksView;
struct PaymentDetail;

class PaymentSections final : public QWidget
{
    Q_OBJECT

public:
    explicit PaymentSections(const Appearance& appearance, QWidget* parent = nullptr);

    // With an error, the detail is an older one, and that is said.
    void show(const PaymentDetail& detail, const std::optional<Error>& error);
    // Without them it says that it only reads.
    void placeActions(QWidget* actions);
    PayCard& payCard() { return *m_pay; }
    bool showsCode() const;

Q_SIGNALS:
    void copyIdWanted();
    void ticketWanted();
    void rawWanted();
    void retryWanted();
    void wantsToBeSeen(const QRect& box);

private:
    void build(QVBoxLayout* column);
    QWidget* makeStale();
    QWidget* section(const QString& title, QWidget* content);
    EntryList* makeList(bool threaded);

    const Appearance& m_appearance;
    QVBoxLayout* m_column;
    PanelHeader* m_header = nullptr;
    QWidget* m_readOnly = nullptr;
    QWidget* m_stale = nullptr;
    Callout* m_staleWords = nullptr;
    Callout* m_warning = nullptr;
    TracksView* m_tracks = nullptr;
    PayCard* m_pay = nullptr;
    EntryList* m_open = nullptr;
    EntryList* m_money = nullptr;
    FactGrid* m_facts = nullptr;
    EntryList* m_timeline = nullptr;
    QWidget* m_openSection = nullptr;
    QWidget* m_moneySection = nullptr;
    QWidget* m_timelineSection = nullptr;
};

} // namespace tieout
