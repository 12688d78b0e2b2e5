// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/resolvecasedialog.h"

#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formfield.h"

#include <QBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>

namespace tieout {

ResolveCaseDialog::ResolveCaseDialog(const DecisionDesk& desk,
                                     PaymentOptionsRecord& record,
                                     QWidget* parent)
    : PaymentDialog(desk, record, parent)
    , m_case(new ChoiceBox(desk.appearance, &form()))
{
    m_case->setObjectName(QStringLiteral("case"));
    m_caseField = form().add(tr("Cas&e"), m_case);
    auto* box = new QWidget(&form());
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    m_accept = addChoice(QStringLiteral("accept"), box);
    column->addSpacing(6);
    m_decline = addChoice(QStringLiteral("decline"), box);
    form().add(tr("Decision"), box);
    addReason(tr("What the decision rests on"));
    setFinality(tr("This is final: a resolved case isn't opened again by anybody."));
    setPrimary(tr("&Resolve the case"));
    connect(m_case, &ChoiceBox::currentIndexChanged, this, &ResolveCaseDialog::showCase);
    for (const Choice& choice : {m_accept, m_decline})
        connect(choice.button, &QRadioButton::toggled, this, &ResolveCaseDialog::judge);
    fill();
    m_case->setCurrentIndex(0); // the worst
}

ResolveCaseDialog::Choice ResolveCaseDialog::addChoice(const QString& name, QWidget* box)
{
    Choice choice;
    choice.button = new QRadioButton(box);
    choice.button->setObjectName(name);
    choice.note = new FieldNote(desk().appearance, box);
    auto* column = static_cast<QVBoxLayout*>(box->layout());
    column->addWidget(choice.button);
    // Beneath the words, not beneath the circle.
    auto* indented = new QHBoxLayout;
    indented->addSpacing(22);
    indented->addWidget(choice.note, 1);
    column->addLayout(indented);
    return choice;
}

void ResolveCaseDialog::fill()
{
    setHead(tr("Resolve a case"), aboutText());
    {
        // Another case is never decided by what was typed for this one.
        const QSignalBlocker quiet(m_case);
        const QVariant before = m_case->currentData();
        m_case->clear();
        for (const CaseOption& option : options().openCases)
            //: The code of a case, and what it means.
            m_case->addItem(tr("%1: %2").arg(toText(option.row.code),
                                             translatedWord(caseRule(option.row.code).meaning)),
                            option.row.id.text());
        m_case->setCurrentIndex(before.isValid() ? m_case->findData(before) : -1);
    }
    showCase();
}

const CaseOption* ResolveCaseDialog::chosenCase() const
{
    const auto at = size_t(m_case->currentIndex());
    return at < options().openCases.size() ? &options().openCases[at] : nullptr;
}

const CaseAnswer* ResolveCaseDialog::chosenAnswer() const
{
    const CaseOption* option = chosenCase();
    if (!option)
        return nullptr;
    return m_accept.button->isChecked()    ? &option->accept
           : m_decline.button->isChecked() ? &option->decline
                                           : nullptr;
}

void ResolveCaseDialog::showCase()
{
    const CaseOption* option = chosenCase();
    m_caseField->setError(option ? QString() : errorText(whyNoCase()));
    if (!option) {
        untick(m_accept);
        untick(m_decline);
        return judge();
    }
    const QString since = tr("Severity %1, open since %2 UTC.")
                              .arg(caseRule(option->row.code).severity)
                              .arg(tableTime(option->row.openedAt));
    const QString amount = amountText(option->amount) + QChar(0x00a0) + options().symbol;
    m_caseField->setHint(option->amount.isZero() ? since
                                                 : tr("%1 in question. %2").arg(amount, since));
    showChoice(m_accept, tr("A&ccept"), option->accept);
    showChoice(m_decline, tr("&Decline"), option->decline);
    judge();
}

void ResolveCaseDialog::showChoice(const Choice& choice,
                                   const QString& word,
                                   const CaseAnswer& answer)
{
    const QString code = answer.label ? translatedWord(answer.label) : QString();
    const QString plain = QString(word).remove(u'&');
    if (code.startsWith(plain, Qt::CaseInsensitive))
        choice.button->setText(word + code.mid(plain.size()));
    else
        //: Accept or decline, and the reason code that this stands for.
        choice.button->setText(code.isEmpty() ? word : tr("%1: %2").arg(word, code));
    choice.button->setEnabled(answer.permission.isGiven());
    if (!answer.permission.isGiven())
        untick(choice);
    if (answer.permission.why)
        choice.note->say(errorText(*answer.permission.why));
    else if (answer.needsSecondPerson)
        choice.note->say(tr("A second person has to confirm it."),
                         Look{Tone::Caution, Shape::Half});
    else
        choice.note->say({});
    choice.note->setVisible(!choice.note->text().isEmpty());
    choice.button->setToolTip(choice.note->text());
    choice.button->setAccessibleDescription(choice.note->text());
}

void ResolveCaseDialog::untick(const Choice& choice)
{
    choice.button->setAutoExclusive(false);
    choice.button->setChecked(false);
    choice.button->setAutoExclusive(true);
}

Error ResolveCaseDialog::whyNoCase() const
{
    return options().resolve.why.value_or(
        Error{ErrorCode::Invalid, QStringLiteral("case_missing"), {}});
}

void ResolveCaseDialog::judge()
{
    if (!chosenCase())
        setBlocked(whyNoCase());
    else if (!chosenAnswer())
        setBlocked(Error{ErrorCode::Invalid, QStringLiteral("choice_missing"), {}});
    else
        setBlocked({});
}

std::optional<DecisionRequest> ResolveCaseDialog::compose()
{
    const CaseOption* option = chosenCase();
    const CaseAnswer* answer = chosenAnswer();
    if (!checkReasonField(true) || !option || !answer)
        return std::nullopt;
    const QString word =
        m_accept.button->isChecked() ? QStringLiteral("accept") : QStringLiteral("decline");
    const ResolveCasePayload payload{option->row.id, option->row.version, word, reason()};
    DecisionRequest request = requestFor(kinds::kCaseResolve, answer->permission, payload.toJson());
    request.subject = option->row.id.text();
    return request;
}

} // namespace tieout
