// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/problemview.h"

#include "ui/errortext.h"
#include "ui/start/problemtext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/leading.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace tieout {

ProblemView::ProblemView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_words(new Callout(appearance, {Tone::Bad, Shape::Triangle}, this))
    , m_title(new QLabel(this))
    , m_database(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_waiting(new QWidget(this))
    , m_countdown(new QLabel(m_waiting))
    , m_stop(new QPushButton(tr("&Stop trying"), m_waiting))
    , m_retry(new QPushButton(tr("&Try again"), this))
    , m_another(new QPushButton(tr("Choose another &database"), this))
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
    m_reason->setFont(interfaceFont(9));
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QHBoxLayout;
    auto* close = new QPushButton(tr("&Close"), this);
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
    column->addWidget(m_waiting);
    column->addLayout(buttons);
    column->addSpacing(6);
    column->addWidget(m_reason);
    column->addStretch(1);
    m_stop->setObjectName(QStringLiteral("stopTrying"));
    m_countdown->setObjectName(QStringLiteral("countdown"));
    auto* waiting = new QHBoxLayout(m_waiting);
    waiting->setContentsMargins(0, 0, 0, 0);
    waiting->addWidget(m_countdown, 1);
    waiting->addWidget(m_stop);
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &ProblemView::tick);
    connect(m_stop, &QPushButton::clicked, this, &ProblemView::stopTrying);
    connect(m_retry, &QPushButton::clicked, this, &ProblemView::tryNow);
    connect(m_another, &QPushButton::clicked, this, &ProblemView::leftForAnother);
    connect(close, &QPushButton::clicked, this, &ProblemView::closed);
}

void ProblemView::setProblem(const Error& error, const QString& database)
{
    planNext(error, database + u'\n' + error.reason);
    m_title->setText(problemTitle(error));
    m_database->setText(database);
    alignLeading(*m_database);
    m_database->setAccessibleName(tr("Database"));
    m_words->setWords(tr("What to do"), errorText(error));
    //: The machine's word for what went wrong, for a message to an administrator.
    m_reason->setText(tr("Reason: %1").arg(error.reason));
    m_stop->setVisible(m_wait > 0);
    m_waiting->setVisible(m_wait > 0);
    showCountdown();
    m_second.stop();
    if (m_wait > 0 && isVisible())
        m_second.start();
    showButtons(error);
}

void ProblemView::planNext(const Error& error, const QString& problem)
{
    const bool again = problem == m_problem;
    m_problem = problem;
    m_isStopped = m_isStopped && again;
    if (!mayPassByItself(error) || m_isStopped)
        m_wait = 0;
    else
        m_wait = again ? std::min(m_wait * 2, kLongestWait) : kFirstWait;
    m_left = m_wait;
}

void ProblemView::showButtons(const Error& error)
{
    const bool retry = isWorthRetrying(error);
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

// A page that isn't seen tries nothing.
void ProblemView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_wait > 0)
        m_second.start();
}

void ProblemView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

void ProblemView::tick()
{
    --m_left;
    showCountdown();
    if (m_left <= 0)
        tryNow();
}

void ProblemView::tryNow()
{
    m_second.stop();
    Q_EMIT retried();
}

void ProblemView::stopTrying()
{
    m_second.stop();
    m_isStopped = true;
    m_wait = 0;
    m_stop->hide();
    m_countdown->setText(tr("It isn't tried again by itself any more."));
    m_retry->setFocus(Qt::OtherFocusReason);
}

void ProblemView::showCountdown()
{
    m_countdown->setText(m_wait > 0 ? tr("Trying again in %1 s").arg(std::max(m_left, 0))
                                    : QString());
}

QString ProblemView::countdown() const
{
    return m_countdown->text();
}

QString ProblemView::title() const
{
    return m_title->text();
}

} // namespace tieout
