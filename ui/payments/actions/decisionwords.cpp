// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/decisionwords.h"

#include "model/commands/commandkinds.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"

#include <QCoreApplication>

namespace tieout {

namespace decisionwords {

struct Words
{
    QStringView kind;
    const char* title;
    const char* happened; // %1 is the person, %2 the time
};

constexpr Words kWords[] = {
    {kinds::kPaymentCreate,
     QT_TRANSLATE_NOOP("Decisions", "New payment"),
     QT_TRANSLATE_NOOP("Decisions", "%1 created it at %2.")},
    {kinds::kPaymentCancel,
     QT_TRANSLATE_NOOP("Decisions", "Cancel the payment"),
     QT_TRANSLATE_NOOP("Decisions", "%1 cancelled it at %2.")},
    {kinds::kPaymentReissue,
     QT_TRANSLATE_NOOP("Decisions", "Reissue the payment"),
     QT_TRANSLATE_NOOP("Decisions", "%1 reissued it at %2.")},
    {kinds::kPaymentHold,
     QT_TRANSLATE_NOOP("Decisions", "Hold the payment"),
     QT_TRANSLATE_NOOP("Decisions", "%1 put it on hold at %2.")},
    {kinds::kPaymentRelease,
     QT_TRANSLATE_NOOP("Decisions", "Release the hold"),
     QT_TRANSLATE_NOOP("Decisions", "%1 released a hold at %2.")},
    {kinds::kTransferLink,
     QT_TRANSLATE_NOOP("Decisions", "Link a transfer"),
     QT_TRANSLATE_NOOP("Decisions", "%1 linked a transfer at %2.")},
    {kinds::kCaseResolve,
     QT_TRANSLATE_NOOP("Decisions", "Resolve the case"),
     QT_TRANSLATE_NOOP("Decisions", "%1 resolved the case at %2.")},
    {kinds::kRailBackfill,
     QT_TRANSLATE_NOOP("Decisions", "Backfill"),
     QT_TRANSLATE_NOOP("Decisions", "%1 had it read again at %2.")},
    {kinds::kSourceTest,
     QT_TRANSLATE_NOOP("Decisions", "Test a source"),
     QT_TRANSLATE_NOOP("Decisions", "%1 had a source tested at %2.")},
    {kinds::kViewSave,
     QT_TRANSLATE_NOOP("Decisions", "Save the view"),
     QT_TRANSLATE_NOOP("Decisions", "%1 saved it at %2.")},
    {kinds::kViewDelete,
     QT_TRANSLATE_NOOP("Decisions", "Delete the view"),
     QT_TRANSLATE_NOOP("Decisions", "%1 deleted it at %2.")},
};

const Words* wordsOf(QStringView kind)
{
    for (const Words& words : kWords) {
        if (words.kind == kind)
            return &words;
    }
    return nullptr;
}

struct DecisionText
{
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

QString refusedText(const Decision& decision)
{
    QString text = decision.error ? errorText(*decision.error) : QString();
    if (decision.before)
        text += u'\n' + beforeText(*decision.before);
    return text;
}

QString succeededText(const Decision& decision)
{
    if (decision.result.value(u"second_person_needed").toBool())
        return DecisionText::tr("Done. A second person has to confirm it.");
    return DecisionText::tr("Done.");
}

QString lostText(const Decision& decision)
{
    const QString why = decision.error ? errorText(*decision.error) : QString();
    if (decision.isCancelling)
        //: %1 is a sentence that says why the database doesn't answer.
        return DecisionText::tr("%1 It is taken back as soon as the database answers.").arg(why);
    //: %1 is a sentence that says why the database doesn't answer.
    return DecisionText::tr("%1 What you entered is kept and asked again by itself.").arg(why);
}

} // namespace decisionwords

QString decisionTitle(QStringView kind)
{
    const auto* words = decisionwords::wordsOf(kind);
    return words ? decisionwords::DecisionText::tr(words->title) : kind.toString();
}

Look lookOf(DecisionState state)
{
    switch (state) {
    case DecisionState::Submitting:
    case DecisionState::Waiting:
    case DecisionState::Running:
        return {Tone::Progress, Shape::Half};
    case DecisionState::Lost:
        return {Tone::Caution, Shape::Triangle};
    case DecisionState::Succeeded:
        return {Tone::Good, Shape::Check};
    case DecisionState::Refused:
        return {Tone::Bad, Shape::Triangle};
    case DecisionState::Expired:
        return {Tone::Caution, Shape::Bar};
    case DecisionState::Cancelled:
        break;
    }
    return {Tone::Neutral, Shape::Cross};
}

QString decisionText(const Decision& decision, bool waitsLong)
{
    using decisionwords::DecisionText;
    switch (decision.state) {
    case DecisionState::Submitting:
    case DecisionState::Running:
        break;
    case DecisionState::Waiting:
        if (decision.isCancelling)
            return DecisionText::tr("Taking it back…");
        if (waitsLong)
            //: %1 is a time of day in UTC.
            return DecisionText::tr(
                       "Waiting for the engine since %1 UTC. Nothing has been changed yet.")
                .arg(tableTime(decision.since).mid(11));
        break;
    case DecisionState::Lost:
        return decisionwords::lostText(decision);
    case DecisionState::Succeeded:
        return decisionwords::succeededText(decision);
    case DecisionState::Refused:
        return decisionwords::refusedText(decision);
    case DecisionState::Expired:
    case DecisionState::Cancelled:
        return decision.error ? errorText(*decision.error) : QString();
    }
    return DecisionText::tr("Deciding…");
}

QString decisionBrief(const Decision& decision, bool waitsLong)
{
    using decisionwords::DecisionText;
    if (decision.state == DecisionState::Lost)
        return DecisionText::tr("not sent yet");
    if (decision.state == DecisionState::Waiting && waitsLong)
        //: %1 is a time of day in UTC, hours and minutes.
        return DecisionText::tr("waiting since %1").arg(tableTime(decision.since).mid(11, 5));
    return DecisionText::tr("deciding…");
}

QString beforeText(const LastEntry& before)
{
    const auto* words = decisionwords::wordsOf(before.action);
    const auto at = UtcTime::parse(before.at);
    const QString time = at ? tableTime(*at) + QStringLiteral(" UTC") : before.at;
    if (words)
        return decisionwords::DecisionText::tr(words->happened).arg(before.actor, time);
    //: A person or the engine, what was written into the journal, a time.
    return decisionwords::DecisionText::tr("First was %1 (%2) at %3.")
        .arg(before.actor, before.action, time);
}

QString whyNotText(const Error& error)
{
    return errorText(error);
}

} // namespace tieout
