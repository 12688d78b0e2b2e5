// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/decisiondialog.h"

#include "model/tables/creationterms.h"
#include "ui/errortext.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/actions/decisionwords.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/plaintip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tieout {

namespace decisiondialog {

constexpr int kMargin = 24;
constexpr int kWidth = 540;
constexpr qsizetype kLongestWord = 56; // letters that a line surely holds

// Lines break between words only: a word that no line holds loses its middle.
QString withShortWords(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines) {
        QStringList words = line.split(u' ');
        for (QString& word : words) {
            if (word.size() > kLongestWord)
                word = word.left(kLongestWord / 2) + QChar(0x2026) + word.right(kLongestWord / 2);
        }
        line = words.join(u' ');
    }
    return lines.join(u'\n');
}

} // namespace decisiondialog

DecisionDialog::DecisionDialog(const DecisionDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_fields(new QWidget(this))
    , m_column(new QVBoxLayout(m_fields))
    , m_form(new Form(desk.appearance, m_fields))
    , m_finality(new FieldNote(desk.appearance, this))
    , m_strip(new DecisionStrip(desk.decisions, desk.appearance, this))
    , m_primary(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_title->setFont(mediumOf(interfaceFont(15)));
    m_about->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_title, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addWidget(m_form);
    m_strip->setInDialog();
    m_primary->setObjectName(QStringLiteral("primary"));
    m_primary->setProperty("primary", true);
    m_primary->setDefault(true);
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_primary);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(decisiondialog::kMargin, 20, decisiondialog::kMargin, 20);
    whole->setSpacing(4);
    whole->setSizeConstraint(QLayout::SetNoConstraint);
    whole->addWidget(m_title);
    whole->addWidget(m_about);
    whole->addSpacing(12);
    whole->addWidget(m_fields, 1);
    whole->addSpacing(4);
    whole->addWidget(m_finality);
    whole->addSpacing(8);
    whole->addWidget(m_strip);
    whole->addSpacing(8);
    whole->addLayout(buttons);
    setMinimumWidth(decisiondialog::kWidth);
    resize(decisiondialog::kWidth, 0);
    connect(m_primary, &QPushButton::clicked, this, &DecisionDialog::press);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk.decisions, &Decisions::changed, this, [this](const CommandId& id) {
        if (id == m_decision)
            follow();
    });
}

void DecisionDialog::setHead(const QString& title, const QString& about)
{
    setWindowTitle(title);
    m_title->setText(title);
    const QString shown = decisiondialog::withShortWords(about);
    m_about->setToolTip(shown == about ? QString() : plainTip(about));
    // Begins where the title does, also with a number in front.
    const bool mirrored = layoutDirection() == Qt::RightToLeft && hasLettersToTheLeft(about);
    m_about->setText(mirrored ? QChar(0x200f) + shown : shown);
    setAccessibleName(title);
    setAccessibleDescription(about);
}

void DecisionDialog::addBody(QWidget* body)
{
    m_column->insertWidget(0, body, 1);
}

void DecisionDialog::setFinality(const QString& text)
{
    m_finality->say(text, Look{Tone::Caution, Shape::Dot});
}

void DecisionDialog::setPrimary(const QString& text)
{
    m_primary->setText(text);
}

void DecisionDialog::setBlocked(const std::optional<Error>& why)
{
    m_blocked = why;
    m_primary->setToolTip(why ? whyNotText(*why) : QString());
    m_primary->setAccessibleDescription(m_primary->toolTip());
    enablePrimary();
}

void DecisionDialog::addReason(const QString& placeholder)
{
    m_reason = new QLineEdit(m_form);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(placeholder);
    m_reasonField = m_form->add(tr("Re&ason"), m_reason);
    m_reasonField->setHint(tr("Stays in the journal for ever, with your name."));
    connect(m_reason, &QLineEdit::textChanged, this, [this] { checkReasonField(false); });
}

QString DecisionDialog::reason() const
{
    return m_reason ? m_reason->text().trimmed() : QString();
}

bool DecisionDialog::checkReasonField(bool all)
{
    if (!m_reason)
        return true;
    const auto checked = checkReason(m_reason->text());
    const bool speaks = !checked && (all || !m_reason->text().isEmpty());
    m_reasonField->setError(speaks ? errorText(checked.error()) : QString());
    if (!checked && all)
        m_reason->setFocus(Qt::OtherFocusReason);
    return checked.has_value();
}

void DecisionDialog::showEvent(QShowEvent* event)
{
    fit();
    QDialog::showEvent(event);
    if (QWidget* first = firstField())
        first->setFocus(Qt::OtherFocusReason);
}

bool DecisionDialog::event(QEvent* event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

// A window doesn't ask its layout how high wrapped words are at its width.
void DecisionDialog::fit()
{
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalMinimumSize().height();
    if (needed == m_needed)
        return;
    m_needed = needed;
    setMinimumHeight(needed);
    resize(width(), needed);
}

QWidget* DecisionDialog::firstField() const
{
    // A field, not a button.
    for (auto* widget : m_fields->findChildren<QWidget*>()) {
        const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (takesKeys && widget->isVisibleTo(this) && widget->isEnabled())
            return widget;
    }
    return nullptr;
}

bool DecisionDialog::isDeciding() const
{
    const Decision* decision = m_desk.decisions.find(m_decision);
    return decision && !isFinal(decision->state);
}

void DecisionDialog::lockFields(bool locked)
{
    m_fields->setEnabled(!locked);
}

void DecisionDialog::enablePrimary()
{
    m_primary->setEnabled(!m_blocked && !m_succeeded && !isDeciding());
}

void DecisionDialog::press()
{
    if (m_succeeded || isDeciding())
        return;
    const auto request = compose();
    if (!request)
        return;
    // The attempt before this one is answered by it.
    m_desk.decisions.forget(m_decision);
    m_decision = m_desk.decisions.submit(*request);
    m_strip->follow(m_decision);
    follow();
    Q_EMIT submitted(m_decision);
}

void DecisionDialog::follow()
{
    const Decision* found = m_desk.decisions.find(m_decision);
    if (!found)
        return;
    const Decision decision = *found;
    m_succeeded = decision.state == DecisionState::Succeeded;
    const bool wasLocked = !m_fields->isEnabled();
    const bool locks = m_succeeded || !isFinal(decision.state);
    lockFields(locks);
    enablePrimary();
    // Locked fields gave the keys away.
    if (QWidget* first = firstField(); wasLocked && !locks && first)
        first->setFocus(Qt::OtherFocusReason);
    if (m_succeeded)
        succeeded(decision);
    else if (decision.state == DecisionState::Refused)
        refused(decision);
}

void DecisionDialog::finish()
{
    m_form->hide();
    m_finality->hide();
    m_strip->hide();
    m_primary->hide();
    m_fields->setEnabled(true);
    m_close->setDefault(true);
    m_close->setFocus(Qt::OtherFocusReason);
}

void DecisionDialog::succeeded(const Decision&)
{
    accept();
}

void DecisionDialog::refused(const Decision&) {}

PaymentDialog::PaymentDialog(const DecisionDesk& desk,
                             PaymentOptionsRecord& record,
                             QWidget* parent)
    : DecisionDialog(desk, parent)
    , m_record(record)
    , m_options(record.options().value_or(PaymentOptions{}))
{
    connect(&record, &PaymentOptionsRecord::changed, this, [this] {
        if (!m_wantsNewer || m_record.id() != m_options.payment.text() || !m_record.options())
            return;
        m_wantsNewer = false;
        m_options = *m_record.options();
        fill();
    });
}

void PaymentDialog::refused(const Decision&)
{
    // What stands now is what the next attempt is about.
    m_wantsNewer = true;
    m_record.reload();
}

DecisionRequest
PaymentDialog::requestFor(QStringView kind, const Permission& as, const QJsonObject& payload) const
{
    const QString id = m_options.payment.text();
    return {kind.toString(), as.role, id, id, payload};
}

QString PaymentDialog::aboutText() const
{
    const QString amount = amountText(m_options.due) + QChar(0x00a0) + m_options.symbol;
    QStringList parts{isRightToLeft() ? isolated(amount) : amount,
                      translatedWord(labelOf(m_options.status))};
    if (!m_options.orderReference.isEmpty())
        parts.append(tr("order %1").arg(m_options.orderReference));
    return parts.join(QStringLiteral(" · ")) + u'\n' + m_options.payment.text();
}

} // namespace tieout
