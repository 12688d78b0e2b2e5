// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/paycard.h"

#include "ui/payments/detail/qrview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/addresstext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace tieout {

PayCard::PayCard(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_qr(new QrView(this))
    , m_title(label(mediumOf(interfaceFont(10.5)), false))
    , m_until(label(interfaceFont(9), true))
    , m_address(label(monoFont(9), false))
    , m_why(label(interfaceFont(9), true))
    , m_copyLink(copyButton(QStringLiteral("copyLink"), tr("Copy link")))
    , m_copyAddress(copyButton(QStringLiteral("copyPayTo"), tr("Copy address")))
{
    m_row->setContentsMargins(12, 12, 12, 12);
    m_row->setSpacing(16);
    m_row->addWidget(m_qr, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_until);
    column->addWidget(m_address);
    column->addWidget(m_why);
    m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
    m_buttons->setSpacing(6);
    m_buttons->addWidget(m_copyLink, 1);
    m_buttons->addWidget(m_copyAddress, 1);
    column->addSpacing(2);
    column->addLayout(m_buttons);
    column->addStretch(1);
    m_row->addLayout(column, 1);
    connect(m_copyLink, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code.link);
    });
    connect(m_copyAddress, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code.address);
    });
    // Grown, the code needs the width for itself.
    connect(m_qr, &QrView::grownChanged, this, [this](bool grown) {
        m_row->setDirection(grown ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        m_row->setAlignment(m_qr, grown ? Qt::AlignHCenter : Qt::AlignTop);
        placeButtons();
    });
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QLabel* PayCard::label(const QFont& font, bool muted)
{
    auto* made = new QLabel(this);
    made->setFont(font);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    if (muted)
        made->setForegroundRole(QPalette::PlaceholderText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return made;
}

QToolButton* PayCard::copyButton(const QString& name, const QString& text)
{
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setText(text);
    made->setAccessibleName(text);
    made->setIcon(lineIcon(QStringLiteral("copy")));
    made->setIconSize({14, 14});
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setProperty("framed", true);
    made->setFocusPolicy(Qt::StrongFocus);
    // The narrowest panel holds them: see placeButtons().
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return made;
}

// Beside each other where both have room, else one below the other.
void PayCard::placeButtons()
{
    const QMargins around = m_row->contentsMargins();
    int room = width() - around.left() - around.right();
    if (m_row->direction() == QBoxLayout::LeftToRight && hasCode())
        room -= m_qr->sizeHint().width() + m_row->spacing();
    const int wider = std::max(m_copyLink->sizeHint().width(), m_copyAddress->sizeHint().width());
    const bool both = !m_code.link.isEmpty() && !m_code.address.isEmpty();
    m_buttons->setDirection(both && 2 * wider + m_buttons->spacing() > room
                                ? QBoxLayout::TopToBottom
                                : QBoxLayout::LeftToRight);
}

void PayCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void PayCard::setCode(const PayCode& code)
{
    if (code.code != m_code.code)
        m_qr->setGrown(false);
    m_code = code;
    if (!m_qr->setContent(code.code))
        m_code.code.clear();
    m_qr->setVisible(hasCode());
    m_qr->setToolTip(tr("Show the code large, or small again"));
    m_title->setText(tr("Waits for %1").arg(code.amount));
    m_title->setAccessibleName(m_title->text());
    m_until->setText(tr("until %1 UTC").arg(code.until));
    m_address->setText(groupedAddress(code.address));
    m_address->setAccessibleName(tr("Address to pay to"));
    m_address->setVisible(!code.address.isEmpty());
    m_why->setText(code.why);
    m_why->setVisible(!code.why.isEmpty());
    m_copyLink->setVisible(!code.link.isEmpty());
    m_copyLink->setToolTip(code.link);
    m_copyAddress->setVisible(!code.address.isEmpty());
    m_copyAddress->setToolTip(code.address);
    placeButtons();
}

void PayCard::toggle()
{
    if (!hasCode())
        return;
    m_qr->setGrown(!m_qr->isGrown());
    m_qr->setFocus(Qt::ShortcutFocusReason);
}

void PayCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_appearance.theme().line, 1));
    painter.setBrush(m_appearance.theme().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace tieout
