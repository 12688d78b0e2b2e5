// SPDX-License-Identifier: GPL-3.0-or-later
// PayCard: what a payer needs of a payment that waits for money: how much, where to, the QR code
// and the link, each copied with one click; or why there is none. GUI thread.
#pragma once

#include "ui/payments/detail/paycode.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace tieout {

class QrView;

class PayCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PayCard(const Appearance& appearance, QWidget* parent = nullptr);

    void setCode(const PayCode& code);
    bool hasCode() const { return !m_code.code.isEmpty(); }
    // The code grows, or shrinks.
    void toggle();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* label(const QFont& font, bool muted);
    QToolButton* copyButton(const QString& name, const QString& text);
    void placeButtons();

    const Appearance& m_appearance;
    PayCode m_code;
    QBoxLayout* m_row;
    QrView* m_qr;
    QLabel* m_title;
    QLabel* m_until;
    QLabel* m_address;
    QLabel* m_why;
    QToolButton* m_copyLink;
    QToolButton* m_copyAddress;
    QBoxLayout* m_buttons;
};

} // namespace tieout
