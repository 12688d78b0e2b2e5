// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closenotice.h"

#include "ui/payments/actions/decisionwords.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/announce.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tieout {

namespace closenotice {

constexpr qsizetype kMostListed = 5;

} // namespace closenotice

CloseNotice::CloseNotice(const Appearance& appearance, QWidget& window)
    : Overlay(appearance, window)
    , m_title(new QLabel(tr("Close before the database has answered?"), this))
    , m_text(new QLabel(this))
    , m_list(new QLabel(this))
    , m_keep(new QPushButton(tr("&Keep the window"), this))
    , m_close(new QPushButton(tr("&Close anyway"), this))
{
    setObjectName(QStringLiteral("closeNotice"));
    setPlace(460, -1);
    column().setContentsMargins(28, 24, 28, 24);
    column().setSpacing(10);
    m_title->setFont(mediumOf(interfaceFont(13)));
    m_title->setWordWrap(true);
    m_text->setText(tr("This window alone keeps what is named below, and sends it again as soon as "
                       "the database answers. Closed now, what has not arrived is lost, and "
                       "nobody decides it."));
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_list->setTextFormat(Qt::PlainText);
    m_keep->setObjectName(QStringLiteral("keepWindow"));
    m_keep->setProperty("primary", true);
    m_close->setObjectName(QStringLiteral("closeAnyway"));
    for (QPushButton* button : {m_keep, m_close})
        button->setAutoDefault(true); // Return presses what has the focus
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_keep);
    column().addWidget(m_title);
    column().addWidget(m_text);
    column().addWidget(m_list);
    column().addSpacing(6);
    column().addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, &Overlay::dismiss);
    connect(m_close, &QPushButton::clicked, this, &CloseNotice::closeWanted);
}

void CloseNotice::ask(const std::vector<Decision>& unanswered)
{
    QStringList titles;
    for (const Decision& decision : unanswered)
        titles.append(decisionTitle(decision.request.kind));
    if (titles.size() > closenotice::kMostListed) {
        titles = titles.first(closenotice::kMostListed - 1);
        titles.append(QString(QChar(0x2026)));
    }
    m_list->setText(titles.join(u'\n'));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text() + u'\n' + m_list->text());
    const bool wasOpen = isOpen();
    open();
    m_keep->setFocus(Qt::PopupFocusReason);
    if (!wasOpen)
        announce(*this);
}

// From one button to the other; nothing behind the card.
bool CloseNotice::focusNextPrevChild(bool)
{
    (m_keep->hasFocus() ? m_close : m_keep)->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace tieout
