// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/queueplaceholder.h"

#include "model/tables/paymentstable.h"
#include "ui/payments/filter/filterwords.h"
#include "ui/theme/fonts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tieout {

namespace queueplaceholder {

constexpr qsizetype kLongest = 600; // a longer text would push the button away

} // namespace queueplaceholder

QueuePlaceholder::QueuePlaceholder(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("placeholder"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setFont(mediumOf(interfaceFont(12)));
    m_text->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_button->setObjectName(QStringLiteral("placeholderButton"));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_way)
            Q_EMIT(this->*m_way)();
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(48, 48, 48, 48);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void QueuePlaceholder::showStateOf(const PaymentsTable& table, bool mayCreate)
{
    const Filter& filter = table.query().filter;
    switch (table.state()) {
    case WindowedTable::State::Loading:
        return say(tr("Reading payments…"), {});
    case WindowedTable::State::Failed:
        return say(
            tr("No payments could be read."), {}, tr("Retry"), &QueuePlaceholder::retryWanted);
    case WindowedTable::State::Ready:
        break;
    }
    if (filter.isEmpty())
        say(tr("No payments yet."),
            tr("They appear here as soon as one is created."),
            mayCreate ? tr("New payment…") : QString(),
            &QueuePlaceholder::createWanted);
    else
        say(tr("No payment matches this filter."),
            filterSummary(filter),
            tr("Clear filter"),
            &QueuePlaceholder::clearWanted);
}

void QueuePlaceholder::say(const QString& title, const QString& text, const QString& button, Way on)
{
    m_way = on;
    m_title->setText(title);
    m_text->setText(text.size() > queueplaceholder::kLongest
                        ? text.left(queueplaceholder::kLongest) + QChar(0x2026)
                        : text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QString QueuePlaceholder::text() const
{
    return m_text->text().isEmpty() ? m_title->text() : m_title->text() + u'\n' + m_text->text();
}

} // namespace tieout
