// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/confirmation.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tieout;

namespace {

Amount whole(qint64 amount)
{
    return {Int128(amount) * 1'000'000, 6};
}

ConfirmationRule rule(const char16_t* text)
{
    return ConfirmationRule::fromText(QStringView(text)).value();
}

// ≤ 100 → 3, ≤ 10 000 → 12, above → finalized
std::vector<ValueBand> bands()
{
    return {{whole(100), rule(u"depth:3")},
            {whole(10'000), rule(u"depth:12")},
            {std::nullopt, rule(u"finalized")}};
}

} // namespace

// Rules as text, value bands, promotion marks of every finality model, and what a transfer is.
class TstConfirmation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ruleTexts_data();
    void ruleTexts();
    void bandOfTheLarger_data();
    void bandOfTheLarger();
    void strongest_data();
    void strongest();
    void families();
    void heights_data();
    void heights();
    void promotesOnlyInHealth_data();
    void promotesOnlyInHealth();
    void fallsOnlyWithARewind();
    void transferStates_data();
    void transferStates();
    void finalImpliesConfirmed();
    void countsConfirmations();
};

void TstConfirmation::ruleTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char* good : {"depth:1",
                             "depth:12",
                             "safe",
                             "finalized",
                             "finalized+128",
                             "solidified",
                             "commitment",
                             "closed",
                             "closed+2",
                             "depth:12 quorum 2",
                             "finalized quorum 3",
                             "finalized+128 quorum 9"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char* bad : {"",
                            "depth:0",
                            "depth:-1",
                            "depth:",
                            "depth:1.5",
                            "depth:012",
                            "none",
                            "none+3",
                            "finalized+",
                            "finalized+0",
                            "latest",
                            "finalized + 3",
                            "depth:9999999",
                            "safe+finalized",
                            "12",
                            "depth:+3",
                            "depth:3 quorum 1",
                            "depth:3 quorum 0",
                            "depth:3 quorum 10",
                            "depth:3 quorum 02",
                            "depth:3 quorum ",
                            "depth:3 quorum 2 quorum 2",
                            "depth:3 quorum 2 ",
                            "depth:3  quorum 2",
                            "depth:3 quorum2",
                            "quorum 2",
                            " quorum 2"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void TstConfirmation::ruleTexts()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto read = ConfirmationRule::fromText(text);
    QCOMPARE(read.has_value(), valid);
    if (valid)
        QCOMPARE(read->toText(), text);
    else
        QCOMPARE(read.error().reason, QStringLiteral("rule_malformed"));
}

void TstConfirmation::bandOfTheLarger_data()
{
    QTest::addColumn<qint64>("due");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, qint64 due, qint64 amount, const char* expected) {
        QTest::newRow(name) << due << amount << QString::fromLatin1(expected);
    };
    row("small", 50, 50, "depth:3");
    row("edge is inclusive", 100, 100, "depth:3");
    row("large in small pieces", 20'000, 1, "finalized");
    row("small due, large transfer", 50, 101, "depth:12");
    row("edge of the second", 1, 10'000, "depth:12");
    row("above all", 1, 10'001, "finalized");
}

void TstConfirmation::bandOfTheLarger()
{
    QFETCH(qint64, due);
    QFETCH(qint64, amount);
    QFETCH(QString, expected);
    QCOMPARE(requiredRule(bands(), whole(due), whole(amount)).toText(), expected);
}

void TstConfirmation::strongest_data()
{
    QTest::addColumn<int>("family");
    QTest::addColumn<QString>("bandRules");
    QTest::addColumn<QString>("expected");
    const auto row = [](FinalityFamily family, const char* rules, const char* expected) {
        QTest::newRow(qPrintable(toText(family) + u' ' + QString::fromLatin1(rules)))
            << static_cast<int>(family) << QString::fromLatin1(rules)
            << QString::fromLatin1(expected);
    };
    row(FinalityFamily::Depth, "depth:3 depth:12", "depth:12");
    row(FinalityFamily::Tag, "depth:3 depth:12 finalized", "finalized");
    row(FinalityFamily::Tag, "depth:16 finalized+128", "finalized+128");
    row(FinalityFamily::Tag, "depth:10 safe", "finalized");
    row(FinalityFamily::Solidified, "depth:1 solidified", "solidified");
    row(FinalityFamily::Commitment, "commitment", "commitment");
    row(FinalityFamily::LedgerClosed, "depth:1", "closed");
}

void TstConfirmation::strongest()
{
    QFETCH(int, family);
    QFETCH(QString, bandRules);
    QFETCH(QString, expected);
    std::vector<ValueBand> made;
    for (const QString& text : bandRules.split(u' '))
        made.push_back({std::nullopt, ConfirmationRule::fromText(text).value()});
    QCOMPARE(strongestRule(static_cast<FinalityFamily>(family), made).toText(), expected);
}

void TstConfirmation::families()
{
    QVERIFY(familyAllows(FinalityFamily::Tag, FinalityMark::Safe));
    QVERIFY(familyAllows(FinalityFamily::Tag, FinalityMark::Finalized));
    QVERIFY(!familyAllows(FinalityFamily::Depth, FinalityMark::Finalized));
    QVERIFY(!familyAllows(FinalityFamily::Tag, FinalityMark::Solidified));
    QVERIFY(familyAllows(FinalityFamily::Solidified, FinalityMark::Solidified));
    QVERIFY(familyAllows(FinalityFamily::Commitment, FinalityMark::None));
    QVERIFY(!familyAllows(FinalityFamily::LedgerClosed, FinalityMark::Commitment));
}

void TstConfirmation::heights_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("head");
    QTest::addColumn<qint64>("safe");      // −1: the chain has none
    QTest::addColumn<qint64>("finalized"); // the same
    QTest::addColumn<qint64>("expected");  // −1: no block satisfies the rule
    const auto row = [](const char* name,
                        const char* text,
                        qint64 head,
                        qint64 safe,
                        qint64 finalized,
                        qint64 expected) {
        QTest::newRow(name) << QString::fromLatin1(text) << head << safe << finalized << expected;
    };
    row("one confirmation is the head", "depth:1", 100, -1, -1, 100);
    row("depth counts the block itself", "depth:12", 100, -1, -1, 89);
    row("young chain", "depth:12", 5, -1, -1, -1);
    row("genesis", "depth:6", 5, -1, -1, 0);
    row("safe", "safe", 100, 90, 70, 90);
    row("finalized", "finalized", 100, 90, 70, 70);
    row("no mark", "finalized", 100, 90, -1, -1);
    row("mark decides", "finalized+12", 100, 90, 70, 70);
    row("depth decides", "finalized+128", 200, 190, 180, 73);
    row("solidified", "solidified", 100, -1, 82, 82);
    row("a mark ahead of what we hold", "finalized", 60, 90, 70, 60);
    row("closed ledger", "closed", 60, -1, 60, 60);
    row("commitment", "commitment", 60, -1, 28, 28);
}

void TstConfirmation::heights()
{
    QFETCH(QString, text);
    QFETCH(qint64, head);
    QFETCH(qint64, safe);
    QFETCH(qint64, finalized);
    QFETCH(qint64, expected);
    FinalityMarks marks;
    if (safe >= 0)
        marks.safe = safe;
    if (finalized >= 0)
        marks.finalized = finalized;
    QCOMPARE(ruleHeight(ConfirmationRule::fromText(text).value(), head, marks).value_or(-1),
             expected);
}

void TstConfirmation::promotesOnlyInHealth_data()
{
    QTest::addColumn<bool>("healthy");
    QTest::addColumn<bool>("gapless");
    QTest::addColumn<int>("agreeing");
    for (int agreeing = 0; agreeing < 5; ++agreeing) {
        for (int bits = 0; bits < 4; ++bits)
            QTest::addRow("%d, %d agree", bits, agreeing)
                << ((bits & 1) != 0) << ((bits & 2) != 0) << agreeing;
    }
}

void TstConfirmation::promotesOnlyInHealth()
{
    QFETCH(bool, healthy);
    QFETCH(bool, gapless);
    QFETCH(int, agreeing);
    const std::pair<const char16_t*, int> rules[] = {
        {u"depth:3", 1}, {u"depth:3 quorum 2", 2}, {u"depth:3 quorum 4", 4}};
    for (const auto& [text, asked] : rules) {
        PromotionInput input{100, {}, 50, healthy, gapless, agreeing};
        const bool all = healthy && gapless && agreeing >= asked;
        QCOMPARE(promotedMark(rule(text), input).value(), all ? 98 : 50);
        input.previous.reset();
        QCOMPARE(promotedMark(rule(text), input).has_value(), all);
    }
}

void TstConfirmation::fallsOnlyWithARewind()
{
    FinalityMarks marks;
    marks.finalized = 40;
    // The chain's own mark went backwards: ours stays until blocks are withdrawn.
    QCOMPARE(promotedMark(rule(u"finalized"), {100, marks, 70, true, true, 1}).value(), 70);
    QCOMPARE(promotedMark(rule(u"depth:3"), {60, {}, 70, true, true, 1}).value(), 70);
    QCOMPARE(rewoundMark(70, 65).value(), 65);
    QCOMPARE(rewoundMark(70, 80).value(), 70);
    QVERIFY(!rewoundMark(70, -1));
    QVERIFY(!rewoundMark(std::nullopt, 10));
}

void TstConfirmation::transferStates_data()
{
    QTest::addColumn<qint64>("height"); // −1: none
    QTest::addColumn<bool>("withdrawn");
    QTest::addColumn<qint64>("required");
    QTest::addColumn<qint64>("strongest");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name,
                        qint64 height,
                        bool withdrawn,
                        qint64 required,
                        qint64 strongest,
                        const char* expected) {
        QTest::newRow(name) << height << withdrawn << required << strongest
                            << QString::fromLatin1(expected);
    };
    row("sighted", -1, false, 50, 40, "mempool");
    row("above both", 51, false, 50, 40, "mined");
    row("at the required", 50, false, 50, 40, "confirmed");
    row("at the strongest", 40, false, 50, 40, "final");
    row("no marks yet", 1, false, -1, -1, "mined");
    row("no strongest yet", 1, false, 50, -1, "confirmed");
    row("strongest alone is not enough", 45, false, 40, 50, "mined");
    row("withdrawn", 10, true, 50, 40, "withdrawn");
}

void TstConfirmation::transferStates()
{
    QFETCH(qint64, height);
    QFETCH(bool, withdrawn);
    QFETCH(qint64, required);
    QFETCH(qint64, strongest);
    QFETCH(QString, expected);
    const auto some = [](qint64 value) {
        return value < 0 ? std::nullopt : std::optional<qint64>(value);
    };
    QCOMPARE(toText(transferState(some(height), withdrawn, some(required), some(strongest))),
             expected);
}

void TstConfirmation::finalImpliesConfirmed()
{
    // Marks made by any run of heads and rewinds: a state never skips what it implies, and never
    // goes back without a rewind.
    QRandomGenerator random(7);
    const ConfirmationRule needed = rule(u"depth:4");
    const ConfirmationRule top = rule(u"finalized");
    std::optional<qint64> required;
    std::optional<qint64> strongest;
    qint64 head = 30;
    TransferState last = TransferState::Mined;
    for (int i = 0; i < 5000; ++i) {
        if (random.bounded(20) == 0) {
            head = std::max<qint64>(21, head - random.bounded(8));
            required = rewoundMark(required, head);
            strongest = rewoundMark(strongest, head);
            last = TransferState::Mined;
        } else {
            head += random.bounded(3);
        }
        FinalityMarks marks;
        marks.finalized = head - random.bounded(40);
        const bool healthy = random.bounded(3) > 0;
        required = promotedMark(needed, {head, marks, required, healthy, true, 1});
        strongest = promotedMark(top, {head, marks, strongest, healthy, true, 1});
        const TransferState state = transferState(20, false, required, strongest);
        QVERIFY(state >= last);
        QVERIFY(state == TransferState::Mined || *required >= 20);
        last = state;
        if (head > 60) {
            head = 30;
            required.reset();
            strongest.reset();
            last = TransferState::Mined;
        }
    }
}

void TstConfirmation::countsConfirmations()
{
    QCOMPARE(confirmations(rule(u"depth:12"), 94, 100).have, 7);
    QCOMPARE(confirmations(rule(u"depth:12"), 94, 100).need, 12);
    QCOMPARE(confirmations(rule(u"finalized"), 94, 100).need, 0);
    QCOMPARE(confirmations(rule(u"depth:3"), 101, 100).have, 0);
}

TIEOUT_REGISTER_TEST(TstConfirmation)
#include "tst_confirmation.moc"
