// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/panelnotice.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tieout {

namespace panelnotice {

QLabel* label(const QFont& font, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setFont(font);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setAlignment(Qt::AlignHCenter);
    return made;
}

} // namespace panelnotice

PanelNotice::PanelNotice(QWidget* parent)
    : QWidget(parent)
    , m_icon(panelnotice::label(interfaceFont(), this))
    , m_title(panelnotice::label(mediumOf(interfaceFont(11)), this))
    , m_text(panelnotice::label(interfaceFont(), this))
    , m_retry(new QToolButton(this))
{
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_retry->setObjectName(QStringLiteral("retryPayment"));
    m_retry->setText(tr("Retry"));
    m_retry->setAccessibleName(tr("Read the payment again"));
    m_retry->setProperty("framed", true);
    m_retry->setFocusPolicy(Qt::StrongFocus);
    connect(m_retry, &QToolButton::clicked, this, &PanelNotice::retryWanted);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(40, 40, 40, 40);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(8);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void PanelNotice::say(const QString& icon, const QString& title, const QString& text, bool mayRetry)
{
    m_icon->setVisible(!icon.isEmpty());
    m_icon->setPixmap(lineIcon(icon).pixmap(QSize(28, 28), devicePixelRatioF(), QIcon::Disabled));
    m_title->setText(title);
    m_title->setAccessibleName(title);
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_text->setVisible(!text.isEmpty());
    m_retry->setVisible(mayRetry);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QString PanelNotice::text() const
{
    return m_title->text() + u'\n' + m_text->text();
}

} // namespace tieout
