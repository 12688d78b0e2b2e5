// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/problemview.h"

#include "ui/errortext.h"
#include "ui/start/problemtext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/callout.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace tieout {

ProblemView::ProblemView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_words(new Callout(appearance, {Tone::Bad, Shape::Triangle}, this))
    , m_title(new QLabel(this))
    , m_database(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_another(new QPushButton(tr("Choose another database"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    m_title->setFont(mediumOf(interfaceFont(15)));
    m_title->setWordWrap(true);
    m_database->setFont(monoFont(9.5));
    m_database->setTextFormat(Qt::PlainText);
    m_database->setWordWrap(true);
    m_database->setForegroundRole(QPalette::PlaceholderText);
    m_database->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reason->setFont(monoFont(9));
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeStart"));
    m_retry->setObjectName(QStringLiteral("retry"));
    m_another->setObjectName(QStringLiteral("another"));
    buttons->addWidget(close);
    buttons->addStretch(1);
    buttons->addWidget(m_another);
    buttons->addWidget(m_retry);
    column->addWidget(m_title);
    column->addWidget(m_database);
    column->addWidget(m_words);
    column->addLayout(buttons);
    column->addSpacing(6);
    column->addWidget(m_reason);
    column->addStretch(1);
    connect(m_retry, &QPushButton::clicked, this, &ProblemView::retried);
    connect(m_another, &QPushButton::clicked, this, &ProblemView::leftForAnother);
    connect(close, &QPushButton::clicked, this, &ProblemView::closed);
}

void ProblemView::setProblem(const Error& error, const QString& database)
{
    const bool retry = isWorthRetrying(error);
    m_title->setText(problemTitle(error));
    m_database->setText(database);
    m_database->setAccessibleName(tr("Database"));
    m_words->setWords(tr("What to do"), errorText(error));
    //: The machine's word for what went wrong, for a message to an administrator.
    m_reason->setText(tr("Reason: %1").arg(error.reason));
    m_retry->setVisible(retry);
    m_retry->setProperty("primary", retry);
    m_another->setProperty("primary", !retry);
    // A style sheet looks at properties once.
    for (QPushButton* button : {m_retry, m_another}) {
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    (retry ? m_retry : m_another)->setFocus(Qt::OtherFocusReason);
}

QString ProblemView::title() const
{
    return m_title->text();
}

} // namespace tieout
