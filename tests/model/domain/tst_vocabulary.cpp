// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/casecodes.h"
#include "model/domain/durationtext.h"
#include "model/domain/fulfilment.h"
#include "model/domain/matching.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tieout;

namespace {

struct Taxon
{
    const char* code;
    int severity;
    const char* owner; // "" for none
    qint64 minutes;    // 0 for none
    const char* ways;  // with † as !, above a band as ?
};

// Every row of the exception table as a person would check it.
constexpr Taxon kTaxonomy[] = {
    {"AMT-GRACE", 4, "", 0, "automatic"},
    {"AMT-UNDER", 3, "operator", 2880, "wait-for-top-up accept-short! cancel-and-refund!"},
    {"AMT-OVER", 2, "operator", 1440, "credit-customer refund! apply-to-another-payment!"},
    {"AMT-DUST", 4, "operator", 43200, "label aggregate"},
    {"REF-MISSING", 2, "operator", 1440, "link-to-payment? hold refund!"},
    {"REF-AMBIG", 2, "operator", 1440, "choose! ask-customer"},
    {"REF-REUSED", 3, "operator", 2880, "credit new-payment refund!"},
    {"LATE", 3, "operator", 2880, "accept! re-quote refund!"},
    {"DUP-PAY", 2, "operator", 1440, "credit refund!"},
    {"TOK-WRONG", 3, "treasury", 4320, "hold recover! decline"},
    {"TOK-FAKE", 4, "", 0, "label"},
    {"NET-WRONG", 3, "treasury", 4320, "recover! enable-corridor! decline"},
    {"POISON", 4, "", 0, "label"},
    {"DECIMALS", 1, "engineer", 60, "stop-rail fix-corridor! restate"},
    {"TX-REVERTED", 4, "", 0, "label"},
    {"STUCK-CONF", 2, "engineer", 240, "wait second-source escalate"},
    {"REORG-PRE", 2, "engineer", 120, "back-to-detected wait"},
    {"REORG-POST", 1, "treasury", 30, "stop-fulfilment compensate-posting! claim!"},
    {"REPLACED", 3, "engineer", 1440, "wait-for-the-replacement"},
    {"RAIL-GAP", 2, "engineer", 240, "backfill"},
    {"RAIL-STALL", 1, "engineer", 15, "pause-promotions switch-source!"},
    {"NODE-DISAGREE", 1, "engineer", 60, "hold exclude-source!"},
    {"ORPHAN-DEPOSIT",
     2,
     "operator",
     1440,
     "link classify-internal unidentified-liability refund!"},
    {"PHANTOM-PAID", 1, "finance", 240, "reopen! find-transfer write-off!"},
    {"STATE-DIVERGE", 3, "engineer", 1440, "re-read correct-our-record ticket-to-the-provider"},
    {"SWEEP-UNCLASS", 3, "treasury", 1440, "register! treat-as-payout! investigate"},
    {"SCREEN-HIT", 1, "compliance", 60, "freeze report release!"},
    {"SCREEN-PENDING", 2, "compliance", 240, "wait other-source release-below-band!"},
    {"SCREEN-STALE", 2, "compliance", 1440, "reclassify report!"},
    {"ISSUER-FREEZE", 1, "treasury", 60, "stop-rail contact-issuer reserve-loss!"},
    {"CONTRACT-CHANGE", 1, "treasury", 60, "suspend-corridor governed-change!"},
    {"CORRIDOR-UNAPPROVED", 2, "treasury", 1440, "hold approve-corridor! refund!"},
    {"ENV-MISMATCH", 1, "engineer", 15, "stop rotate! quarantine!"},
    {"PAYOUT-STUCK", 2, "treasury", 240, "replace! wait"},
    {"PAYOUT-UNREC", 1, "treasury", 120, "link incident!"},
    {"PAYOUT-DOUBLE", 1, "treasury", 15, "stop recover!"},
    {"PAYOUT-MISMATCH", 3, "finance", 1440, "accept-fee-rule correct!"},
    {"REFUND-OVER", 1, "finance", 60, "block approve!"},
    {"REFUND-DEST", 2, "operator", 1440, "ask-customer hold"},
    {"WH-SIG-FAIL", 2, "engineer", 60, "reject check-rotation block-source"},
    {"WH-REPLAY", 2, "engineer", 120, "reject investigate"},
    {"WH-ORDER", 4, "", 0, "no-op-logged"},
    {"WH-EXHAUSTED", 2, "engineer", 240, "fix-endpoint replay-missing"},
    {"WH-SECRET", 1, "engineer", 30, "rotate! exposure-list re-verify"},
    {"FIN-UNPOSTED", 3, "finance", 2880, "post hold-with-reason"},
    {"FIN-EARLY", 2, "finance", 1440, "reverse! accept!"},
    {"FIN-AMT", 2, "finance", 1440, "correct! adjust-fee-rule!"},
    {"FIN-MANUAL", 3, "finance", 0, "link attest!"},
    {"OFF-MISSING", 2, "treasury", 1440, "chase-partner extend claim!"},
    {"OFF-AMT", 3, "finance", 2880, "accept-fee dispute adjust!"},
    {"OFF-RETURNED", 1, "treasury", 240, "re-instruct! return-coins!"},
    {"STMT-IMPORT", 3, "finance", 1440, "edit-staging discard-with-reason"},
    {"CTRL-OVERDUE", 3, "compliance", 0, "perform defer!"},
    {"OTHER", 3, "operator", 2880, "rename"},
};

QString waysOf(const CaseRule& rule)
{
    QStringList ways;
    for (const CaseResolution& way : rule.resolutions) {
        const char* mark = way.second == SecondPerson::Yes         ? "!"
                           : way.second == SecondPerson::AboveBand ? "?"
                                                                   : "";
        ways.append(QString::fromLatin1(way.text) + QString::fromLatin1(mark));
    }
    return ways.join(u' ');
}

template<Worded E>
void verifyWords(qsizetype count)
{
    static const QRegularExpression kForm(QStringLiteral("^[a-z][a-z.-]*\\z"));
    QSet<QString> texts;
    int next = 0;
    for (const Word<E>& word : wordsOf(E{})) {
        const QString text = toText(word.value);
        QCOMPARE(static_cast<int>(word.value), next++); // in the order of the enum, without a gap
        QVERIFY2(kForm.match(text).hasMatch(), qPrintable(text));
        QVERIFY(fromText<E>(text).value() == word.value);
        QVERIFY(QByteArrayView(labelOf(word.value)).size() > 0);
        texts.insert(text);
    }
    QCOMPARE(texts.size(), count);
    QCOMPARE(fromText<E>(u"no such word").error().reason, QStringLiteral("word_unknown"));
}

} // namespace

// One source for every word that is stored.
class TstVocabulary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEnumHasItsWords();
    void eventsAreNamed();
    void labelsAreASet();
    void taxonomy_data();
    void taxonomy();
    void taxonomyIsWhole();
    void resolutionsAreClosed();
    void durations_data();
    void durations();
};

void TstVocabulary::everyEnumHasItsWords()
{
    verifyWords<PaymentStatus>(10);
    verifyWords<DetectionState>(4);
    verifyWords<ConfirmationState>(5);
    verifyWords<RecognitionState>(6);
    verifyWords<Verdict>(6);
    verifyWords<TransferState>(6);
    verifyWords<Label>(12);
    verifyWords<CaseState>(7);
    verifyWords<Plane>(4);
    verifyWords<HoldKind>(5);
    verifyWords<Role>(8);
    verifyWords<CorridorStatus>(6);
    verifyWords<RefundKind>(4);
    verifyWords<RefundState>(8);
    verifyWords<DecisionKind>(2);
    verifyWords<FulfilmentState>(3);
    verifyWords<FulfilmentStep>(4);
    verifyWords<EventType>(39);
    verifyWords<FinalityFamily>(5);
    verifyWords<FinalityMark>(6);
    verifyWords<ScreeningWhen>(3);
    verifyWords<BindingScheme>(2);
    verifyWords<OwnRole>(5);
    verifyWords<TransferClass>(7);
    verifyWords<MatchKind>(4);
    verifyWords<TokenVerdict>(4);
}

void TstVocabulary::eventsAreNamed()
{
    for (const char16_t* name :
         {u"payment.created",    u"payment.detected", u"payment.confirming", u"payment.confirmed",
          u"payment.released",   u"payment.recalled", u"payment.underpaid",  u"payment.overpaid",
          u"payment.reorged",    u"payment.expired",  u"payment.cancelled",  u"payment.held",
          u"payment.resumed",    u"payment.refunded", u"payment.posted",     u"payment.reversed",
          u"transfer.unmatched", u"refund.confirmed", u"payout.confirmed",   u"conversion.settled",
          u"case.opened",        u"case.resolved",    u"corridor.changed",   u"period.signed",
          u"rail.stalled",       u"rail.recovered",   u"endpoint.disabled",  u"endpoint.test"})
        QVERIFY2(fromText<EventType>(QStringView(name)), qPrintable(QStringView(name).toString()));
}

void TstVocabulary::labelsAreASet()
{
    Labels labels{Label::Multi, Label::Late, Label::Multi};
    QCOMPARE(labels.toText(), QStringLiteral("late multi"));
    QVERIFY(labels.has(Label::Late) && !labels.has(Label::Short));
    QVERIFY(Labels::fromText(u"multi late  multi").value() == labels);
    QVERIFY(Labels::fromText(u"").value().isEmpty());
    QCOMPARE(Labels().toText(), QString());
    QCOMPARE(Labels::fromText(u"late soon").error().reason, QStringLiteral("word_unknown"));
    labels.unite({Label::WrongToken, Label::PartRefunded});
    QCOMPARE(labels.toText(), QStringLiteral("late multi part-refunded wrong-token"));
}

void TstVocabulary::taxonomy_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(kTaxonomy)); ++i)
        QTest::newRow(kTaxonomy[i].code) << i;
}

void TstVocabulary::taxonomy()
{
    QFETCH(int, index);
    const Taxon& taxon = kTaxonomy[index];
    const auto code = caseCodeFromText(QString::fromLatin1(taxon.code));
    QVERIFY(code);
    QCOMPARE(toText(*code), QString::fromLatin1(taxon.code));
    const CaseRule& rule = caseRule(*code);
    QCOMPARE(rule.severity, taxon.severity);
    QCOMPARE(rule.owner ? toText(*rule.owner) : QString(), QString::fromLatin1(taxon.owner));
    QCOMPARE(rule.sla.count(), taxon.minutes * 60'000);
    QCOMPARE(waysOf(rule), QString::fromLatin1(taxon.ways));
    QCOMPARE(rule.closesByItself(), taxon.severity != 1);
    QVERIFY(QByteArrayView(rule.meaning).size() > 0);
}

void TstVocabulary::taxonomyIsWhole()
{
    QCOMPARE(caseRules().size(), std::size(kTaxonomy));
    int next = 0;
    for (const CaseRule& rule : caseRules())
        QCOMPARE(static_cast<int>(rule.code), next++);
    QCOMPARE(caseCodeFromText(u"AMT").error().reason, QStringLiteral("case_code_unknown"));
}

void TstVocabulary::resolutionsAreClosed()
{
    const CaseRule& late = caseRule(CaseCode::Late);
    QVERIFY(late.resolution(u"accept")->second == SecondPerson::Yes);
    QVERIFY(late.resolution(u"re-quote")->second == SecondPerson::No);
    QVERIFY(late.resolution(u"write-off") == nullptr);
}

void TstVocabulary::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // −1: refused
    QTest::newRow("none") << QStringLiteral("0") << 0LL;
    QTest::newRow("ms") << QStringLiteral("250ms") << 250LL;
    QTest::newRow("s") << QStringLiteral("90s") << 90'000LL;
    QTest::newRow("m") << QStringLiteral("30m") << 1'800'000LL;
    QTest::newRow("h") << QStringLiteral("25h") << 90'000'000LL;
    QTest::newRow("d") << QStringLiteral("7d") << 604'800'000LL;
    for (const char* bad :
         {"", "h", "7", "-1h", "1.5h", "7 d", "1w", "36526d", "9999999999999s", "1hh", "0x1s"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << -1LL;
}

void TstVocabulary::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto duration = durationFromText(text);
    QCOMPARE(duration.has_value(), ms >= 0);
    if (ms < 0)
        return;
    QCOMPARE(static_cast<qint64>(duration->count()), ms);
    QCOMPARE(toText(*duration), text);
}

TIEOUT_REGISTER_TEST(TstVocabulary)
#include "tst_vocabulary.moc"
