// SPDX-License-Identifier: GPL-3.0-or-later
// Cases that the binder opens about money: told to the world and kept in the journal, closed when a
// rewind takes the money, and opened again when it is mined again.
#include "model/actions/resolvecase.h"
#include "model/domain/caseways.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstBinderCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void told_data() { TestDatabase::addDialectRows(); }
    void told();
    void closedByARewind_data() { TestDatabase::addDialectRows(); }
    void closedByARewind();
    void answeredOnce_data() { TestDatabase::addDialectRows(); }
    void answeredOnce();
};

namespace {

// Without a reference, with a strange one, in another token, and what left us unasked.
void mineQuestions(ActionDesk& desk, const PaymentId& id)
{
    const QString five = QStringLiteral("5");
    desk.mine({{ActionDesk::sharedAddress(), five, {}},
               {ActionDesk::sharedAddress(), five, QStringLiteral("ORDER 17")},
               {desk.binding(id).account, five, {}, true},
               {Account::of(QByteArray(20, '\x77')),
                five,
                {},
                false,
                Account::of(ActionDesk::addressAt(9).bytes())}});
}

constexpr CaseCode kAsked[] = {
    CaseCode::RefMissing, CaseCode::OrphanDeposit, CaseCode::TokWrong, CaseCode::PayoutUnrec};

std::vector<CaseRow> allOf(ActionDesk& desk, CaseCode code)
{
    std::vector<CaseRow> rows;
    const auto all = listCases(desk.db(), {QString(), false, 100});
    for (const CaseRow& row : *all) {
        if (row.code == code)
            rows.push_back(row);
    }
    return rows;
}

QStringList eventsOf(ActionDesk& desk, const CaseRow& row)
{
    QStringList types;
    for (const EventRow& event : desk.events(row.id.text()))
        types.append(toText(event.type));
    return types;
}

} // namespace

void TstBinderCases::told()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    mineQuestions(desk, id);
    desk.mine({{desk.binding(id).account, QStringLiteral("0"), {}}});
    for (const CaseCode code : kAsked) {
        const CaseRow row = desk.openCase(code);
        QCOMPARE(desk.journal(row.id.text()), QStringList{QStringLiteral("case.open")});
        QCOMPARE(eventsOf(desk, row), QStringList{QStringLiteral("case.opened")});
        const EventRow event = desk.events(row.id.text()).front();
        QVERIFY2(event.payload.contains(toText(code)), qPrintable(event.payload));
        QVERIFY2(event.payload.contains(row.subject), qPrintable(event.payload));
        QCOMPARE(event.payload.contains(id.text()), code == CaseCode::TokWrong);
    }
    // Noise asks nobody, and is known all the same.
    const auto noise = allOf(desk, CaseCode::Poison);
    QCOMPARE(noise.size(), size_t(1));
    QCOMPARE(noise.front().state, CaseState::Resolved);
    QCOMPARE(desk.journal(noise.front().id.text()), QStringList{QStringLiteral("case.open")});
}

void TstBinderCases::closedByARewind()
{
    using Again = ActionDesk::Again;
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("7"), QStringLiteral("ORDER 3")}});
    const CaseRow below = desk.openCase(CaseCode::OrphanDeposit);
    size_t turns = 0;
    for (const Again how : {Again::OtherBlock, Again::SameBlock}) {
        ++turns;
        const qint64 ancestor = desk.tip();
        mineQuestions(desk, id);
        std::vector<CaseRow> asked;
        for (const CaseCode code : kAsked) {
            for (const CaseRow& row : allOf(desk, code)) {
                if (row.state == CaseState::Open && row.id != below.id)
                    asked.push_back(row);
            }
        }
        desk.rewindTo(ancestor);
        for (const CaseRow& before : asked) {
            const CaseRow row = readCase(desk.db(), before.id).value();
            // Severity 1 waits for a person who has seen it.
            const bool stays = row.code == CaseCode::PayoutUnrec;
            QCOMPARE(row.state, stays ? CaseState::Open : CaseState::Resolved);
            if (stays)
                continue;
            QCOMPARE(row.resolvedBy, QStringLiteral("engine"));
            QCOMPARE(desk.journal(row.id.text()).back(), QStringLiteral("case.close"));
            QCOMPARE(eventsOf(desk, row).back(), QStringLiteral("case.resolved"));
        }
        QCOMPARE(readCase(desk.db(), below.id)->state, CaseState::Open);
        desk.mineAgain(ancestor + 1, how);
        for (const CaseCode code : {CaseCode::RefMissing, CaseCode::TokWrong}) {
            const auto rows = allOf(desk, code);
            QCOMPARE(rows.size(), 2 * turns);
            const CaseRow row = desk.openCase(code);
            QVERIFY(std::none_of(
                asked.begin(), asked.end(), [&](const CaseRow& old) { return old.id == row.id; }));
            QCOMPARE(eventsOf(desk, row), QStringList{QStringLiteral("case.opened")});
        }
        QCOMPARE(allOf(desk, CaseCode::PayoutUnrec).size(), turns);
        desk.rewindTo(ancestor);
    }
}

// A person's word holds for the transaction: nobody is asked again when it is mined again.
void TstBinderCases::answeredOnce()
{
    TIEOUT_ACTION_DESK(desk);
    desk.mine({});
    desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("5"), {}}});
    const CaseRow row = desk.openCase(CaseCode::RefMissing);
    const ResolveCasePayload payload{
        row.id, row.version, QStringLiteral("decline"), QStringLiteral("it stays here")};
    QVERIFY(desk.inEngine(
        [&] { return decideCase(desk.db(), payload, desk.context(QStringLiteral("operator"))); }));
    desk.rewindTo(1);
    desk.mineAgain(2, ActionDesk::Again::OtherBlock);
    const auto rows = allOf(desk, CaseCode::RefMissing);
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows.front().resolvedBy, desk.context().actor);
}

TIEOUT_REGISTER_TEST(TstBinderCases)

} // namespace tieout::test

#include "tst_bindercases.moc"
