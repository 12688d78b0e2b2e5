// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/matching.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

namespace {

Account account(quint8 first, quint8 middle, quint8 last)
{
    QByteArray bytes(20, static_cast<char>(middle));
    bytes[0] = bytes[1] = static_cast<char>(first);
    bytes[18] = bytes[19] = static_cast<char>(last);
    return Account::of(bytes);
}

Account numbered(quint8 number)
{
    return account(number, number, number);
}

PaymentId payment(const char16_t* name)
{
    return PaymentId::trusted(QStringView(name).toString());
}

BindingFact
binding(const char16_t* name, const char16_t* paid, Account address, const char16_t* reference)
{
    return {BindingId::trusted(QStringView(name).toString()),
            payment(paid),
            address,
            QStringView(reference).toString()};
}

Incoming money(const char16_t* reference = u"", const char16_t* event = u"")
{
    return {numbered(1),
            numbered(9),
            Amount(100, 6),
            QStringView(reference).toString(),
            QStringView(event).toString(),
            UtcTime::fromMs(50)};
}

std::optional<OwnRole> role(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(fromText<OwnRole>(text).value());
}

} // namespace

// Classification, token checks, noise and the binder.
class TstMatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifies_data();
    void classifies();
    void judgesTokens_data();
    void judgesTokens();
    void skeletons_data();
    void skeletons();
    void poison();
    void bindsByAddress();
    void bindsByReference_data();
    void bindsByReference();
    void bindsByEvent();
    void amountAloneNeverBinds();
    void ranksCandidates();
};

void TstMatching::classifies_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("known"); // "payout", "refund" or empty
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("needed");
    const auto row = [](const char* from,
                        const char* to,
                        const char* known,
                        const char* expected,
                        const char* needed = "") {
        QTest::addRow("%s > %s %s", from, to, known)
            << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(known)
            << QString::fromLatin1(expected) << QString::fromLatin1(needed);
    };
    row("", "deposit", "", "customer-payment");
    row("", "treasury", "", "customer-payment");
    row("", "hot-wallet", "", "customer-payment");
    row("", "partner", "", "foreign");
    row("", "", "", "foreign");
    row("deposit", "treasury", "", "internal-sweep");
    row("deposit", "hot-wallet", "", "internal-sweep");
    row("treasury", "hot-wallet", "", "internal-sweep");
    row("hot-wallet", "treasury", "", "internal-sweep");
    row("gas-station", "deposit", "", "internal-sweep");
    row("treasury", "partner", "", "off-ramp-leg");
    row("partner", "treasury", "", "off-ramp-leg");
    row("partner", "partner", "", "own-unknown", "SWEEP-UNCLASS");
    row("deposit", "deposit", "", "own-unknown", "SWEEP-UNCLASS");
    row("treasury", "deposit", "", "own-unknown", "SWEEP-UNCLASS");
    row("hot-wallet", "", "payout", "payout");
    row("hot-wallet", "", "refund", "refund");
    row("hot-wallet", "", "", "payout", "PAYOUT-UNREC");
    row("deposit", "", "", "payout", "PAYOUT-UNREC");
    row("partner", "", "", "foreign");
    row("hot-wallet", "deposit", "refund", "refund");
}

void TstMatching::classifies()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, known);
    QFETCH(QString, expected);
    QFETCH(QString, needed);
    const Classified answer =
        classify({role(from), role(to), known == u"payout", known == u"refund"});
    QCOMPARE(toText(answer.kind), expected);
    QCOMPARE(answer.needed ? toText(*answer.needed) : QString(), needed);
}

void TstMatching::judgesTokens_data()
{
    QTest::addColumn<int>(
        "contract"); // 1 USDT, 2 USDC (known), 3 USDC.e (watched only), else unknown
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<int>("expects"); // the binding's token, 0 for none
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("needed");
    const auto row = [](const char* name,
                        int contract,
                        const char* symbol,
                        int expects,
                        const char* verdict,
                        const char* needed) {
        QTest::newRow(name) << contract << QString::fromUtf8(symbol) << expects
                            << QString::fromLatin1(verdict) << QString::fromLatin1(needed);
    };
    row("right", 1, "USDT", 1, "right", "");
    row("right, whatever it calls itself", 1, "", 1, "right", "");
    row("right at a shared address", 2, "USDC", 0, "right", "");
    row("another of ours", 2, "USDC", 1, "wrong", "TOK-WRONG");
    row("network not enabled", 3, "USDC.e", 1, "network", "NET-WRONG");
    row("fake", 50, "USDT", 1, "fake", "TOK-FAKE");
    row("fake in disguise", 50, "U\u0405D\u0422", 1, "fake", "TOK-FAKE");
    row("fake with an invisible mark", 50, "USDT\u200b", 1, "fake", "TOK-FAKE");
    row("unknown", 50, "SHIB", 1, "wrong", "TOK-WRONG");
    row("unknown and silent", 50, "", 1, "wrong", "TOK-WRONG");
}

void TstMatching::judgesTokens()
{
    QFETCH(int, contract);
    QFETCH(QString, symbol);
    QFETCH(int, expects);
    QFETCH(QString, verdict);
    QFETCH(QString, needed);
    const KnownToken known[] = {{numbered(1), QStringLiteral("USDT"), true},
                                {numbered(2), QStringLiteral("USDC"), true},
                                {numbered(3), QStringLiteral("USDC.e"), false}};
    const auto expected =
        expects == 0 ? std::nullopt : std::optional(numbered(static_cast<quint8>(expects)));
    const auto answer =
        judgeToken(numbered(static_cast<quint8>(contract)), symbol, expected, known);
    QCOMPARE(toText(answer.verdict), verdict);
    QCOMPARE(answer.needed ? toText(*answer.needed) : QString(), needed);
    QCOMPARE(answer.label.has_value(), !needed.isEmpty());
}

void TstMatching::skeletons_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("like");
    QTest::addColumn<bool>("same");
    const auto row = [](const char* symbol, const char* like, bool same) {
        QTest::newRow(symbol) << QString::fromUtf8(symbol) << QString::fromUtf8(like) << same;
    };
    row("usdt", "USDT", true);
    row("U5DT", "USDT", true);
    row("\uff35\uff33\uff24\uff34", "USDT", true); // full width
    row("USD\u20ae", "USDT", true);                // the tugrik sign
    row("\u00dcSDT", "USDT", true);                // an accent
    row("U.S.D.T", "USDT", true);
    row("DA1", "DAI", true);
    row("USDC", "USDT", false);
    row("USDTX", "USDT", false);
    row("EURC", "USDC", false);
}

void TstMatching::skeletons()
{
    QFETCH(QString, symbol);
    QFETCH(QString, like);
    QFETCH(bool, same);
    QCOMPARE(symbolSkeleton(symbol) == symbolSkeleton(like), same);
}

void TstMatching::poison()
{
    const Account friendly = account(0xab, 1, 0xcd);
    const Account copy = account(0xab, 2, 0xcd);
    const Account friends[] = {friendly};
    QVERIFY(looksAlike(friendly, copy));
    QVERIFY(!looksAlike(friendly, friendly));
    QVERIFY(!looksAlike(friendly, account(0xab, 1, 0xce)));
    QVERIFY(!looksAlike(friendly, account(0xaa, 1, 0xcd)));
    QVERIFY(!looksAlike(Account(), Account()));
    const Amount floor(10, 6);
    QVERIFY(isPoison(Amount(0, 6), floor, friendly, friends));
    QVERIFY(isPoison(Amount(9, 6), floor, copy, friends));
    QVERIFY(!isPoison(Amount(9, 6), floor, friendly, friends));
    QVERIFY(!isPoison(Amount(10, 6), floor, copy, friends)); // real money is never noise
}

void TstMatching::bindsByAddress()
{
    const BindingFact bindings[] = {binding(u"b2", u"p2", numbered(2), u""),
                                    binding(u"b1", u"p1", numbered(1), u"")};
    const Match match = bindMoney(money(u"anything"), bindings, {});
    QVERIFY(match.kind == MatchKind::Address);
    QCOMPARE(match.payment.text(), QStringLiteral("p1"));
    QCOMPARE(match.binding.text(), QStringLiteral("b1"));
    QVERIFY(!match.needed);
    const BindingFact twice[] = {binding(u"b1", u"p1", numbered(1), u""),
                                 binding(u"b2", u"p2", numbered(1), u"")};
    QVERIFY(bindMoney(money(), twice, {}).needed == CaseCode::RefAmbig);
}

void TstMatching::bindsByReference_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("payment"); // empty: not bound
    QTest::addColumn<QString>("needed");
    const auto row = [](const char* reference, const char* paid, const char* needed) {
        QTest::newRow(reference) << QString::fromLatin1(reference) << QString::fromLatin1(paid)
                                 << QString::fromLatin1(needed);
    };
    row("INV-1", "p1", "");
    row("INV-2", "p2", "");
    row("", "", "REF-MISSING");
    row("inv-1", "", "ORPHAN-DEPOSIT"); // near is not equal
    row("INV-3", "", "ORPHAN-DEPOSIT");
    row("INV-9", "", "REF-AMBIG");
    row("INV-8", "", "ORPHAN-DEPOSIT"); // another address's reference
}

void TstMatching::bindsByReference()
{
    QFETCH(QString, reference);
    QFETCH(QString, payment);
    QFETCH(QString, needed);
    const BindingFact bindings[] = {binding(u"b1", u"p1", numbered(1), u"INV-1"),
                                    binding(u"b2", u"p2", numbered(1), u"INV-2"),
                                    binding(u"b3", u"p3", numbered(1), u"INV-9"),
                                    binding(u"b4", u"p4", numbered(1), u"INV-9"),
                                    binding(u"b5", u"p5", numbered(7), u"INV-8")};
    Incoming incoming = money();
    incoming.reference = reference;
    const Match match = bindMoney(incoming, bindings, {});
    QCOMPARE(match.payment.text(), payment);
    QVERIFY(match.kind == (payment.isEmpty() ? MatchKind::Nothing : MatchKind::Reference));
    QCOMPARE(match.needed ? toText(*match.needed) : QString(), needed);
}

void TstMatching::bindsByEvent()
{
    const BindingFact bindings[] = {binding(u"b1", u"p1", numbered(7), u"ORDER-1"),
                                    binding(u"b2", u"p2", numbered(1), u"ORDER-2")};
    QVERIFY(bindMoney(money(u"", u"ORDER-1"), bindings, {}).kind == MatchKind::ContractEvent);
    // The memo at the address comes before the event.
    QCOMPARE(bindMoney(money(u"ORDER-2", u"ORDER-1"), bindings, {}).payment.text(),
             QStringLiteral("p2"));
}

void TstMatching::amountAloneNeverBinds()
{
    const CandidateFact open[] = {{payment(u"p1"),
                                   BindingId(),
                                   Amount(100, 6),
                                   Amount(100, 6),
                                   UtcTime::fromMs(0),
                                   UtcTime::fromMs(100),
                                   QStringLiteral("INV-1"),
                                   true}};
    const Match match = bindMoney(money(), {}, open);
    QVERIFY(match.kind == MatchKind::Nothing);
    QVERIFY(match.payment.isEmpty());
    QVERIFY(match.needed == CaseCode::OrphanDeposit);
    QCOMPARE(match.candidates.size(), 1U);
    QCOMPARE(match.candidates[0].reasons.join(u' '),
             QStringLiteral("same-sender amount-remaining in-time"));
}

void TstMatching::ranksCandidates()
{
    std::vector<CandidateFact> open;
    const auto add = [&open](const char16_t* name, qint64 remaining, const char16_t* reference) {
        open.push_back({payment(name),
                        BindingId(),
                        Amount(remaining, 6),
                        Amount(500, 6),
                        UtcTime::fromMs(60),
                        UtcTime::fromMs(100),
                        QStringView(reference).toString(),
                        false});
    };
    add(u"none", 7, u"XYZ-777");
    add(u"amount", 100, u"XYZ-888");
    add(u"typo", 7, u"INV-1005");
    add(u"both", 100, u"inv 1004");
    const Match match = bindMoney(money(u"INV-1004"), {}, open);
    QCOMPARE(match.candidates.size(), 3U);
    QCOMPARE(match.candidates[0].payment.text(), QStringLiteral("both"));
    QCOMPARE(match.candidates[1].payment.text(), QStringLiteral("typo"));
    QCOMPARE(match.candidates[2].payment.text(), QStringLiteral("amount"));
    std::reverse(open.begin(), open.end());
    const Match again = bindMoney(money(u"INV-1004"), {}, open);
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(again.candidates[i].payment, match.candidates[i].payment);
    open.assign(100, open[0]);
    QCOMPARE(bindMoney(money(u"INV-1004"), {}, open).candidates.size(), size_t(kMaxCandidates));
}

TIEOUT_REGISTER_TEST(TstMatching)
#include "tst_matching.moc"
