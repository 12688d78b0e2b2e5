// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewcard.h"

#include "ui/errortext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/fieldnote.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLabel>

namespace tieout {

namespace overviewcard {

template<class Label>
Label* quietLabel(QWidget* parent)
{
    auto* label = new Label(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(interfaceFont(9.25));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace overviewcard

QString clockText(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms(), Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
}

OverviewCard::OverviewCard(const Appearance& appearance, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_note(overviewcard::quietLabel<ElidingLabel>(this))
    , m_warning(new FieldNote(appearance, this))
    , m_message(overviewcard::quietLabel<QLabel>(this))
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout(this))
    , m_body(new QVBoxLayout(m_content))
{
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(title);
    m_title->setFont(mediumOf(interfaceFont(10.5)));
    m_title->setTextFormat(Qt::PlainText);
    m_message->setFont(interfaceFont(10));
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMinimumHeight(96);
    m_message->setMargin(16);
    m_message->setObjectName(QStringLiteral("cardMessage"));
    m_column->setContentsMargins(16, 12, 16, 14);
    m_column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addStretch(1);
    m_note->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    head->addWidget(m_note);
    m_column->addLayout(head);
    m_column->addWidget(m_warning);
    m_column->addWidget(m_message, 1);
    m_column->addWidget(m_content, 1);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_warning->hide();
    showMessage(readingText());
}

void OverviewCard::setNote(const QString& note)
{
    m_note->setText(note);
}

void OverviewCard::showMessage(const QString& text)
{
    m_message->setText(text);
    m_message->show();
    m_content->hide();
}

void OverviewCard::showBody()
{
    m_message->hide();
    m_content->show();
}

void OverviewCard::setWarning(const QString& text)
{
    m_warning->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        m_warning->say(text, Look{Tone::Caution, Shape::Triangle});
}

QString OverviewCard::message() const
{
    return m_message->isVisibleTo(this) ? m_message->text() : QString();
}

QString OverviewCard::warning() const
{
    return m_warning->isVisibleTo(this) ? m_warning->text() : QString();
}

QString OverviewCard::readingText()
{
    return tr("Reading…");
}

QString OverviewCard::problemText(const Error& error)
{
    return errorText(error);
}

QString OverviewCard::staleText(UtcTime asOf,
                                const std::optional<Error>& error,
                                const std::optional<UtcTime>& lost)
{
    if (asOf.ms() == 0)
        return {};
    if (lost)
        return tr("As of %1 UTC; the database doesn't answer").arg(clockText(asOf));
    if (error)
        //: A time of day, then a sentence that says why there is nothing newer.
        return tr("As of %1 UTC. %2").arg(clockText(asOf), errorText(*error));
    return {};
}

} // namespace tieout
