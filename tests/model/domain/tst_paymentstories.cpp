// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/stories.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using tieout::test::Moment;
using tieout::test::Scene;
using tieout::test::Story;

namespace {

const std::vector<Story>& stories()
{
    static const std::vector<Story> kStories = [] {
        std::vector<Story> all = tieout::test::amountStories();
        for (const auto& more : {tieout::test::reorgStories(), tieout::test::timeStories()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return kStories;
}

QString codesOf(const PaymentState& state)
{
    QStringList codes;
    for (const NeededCase& needed : state.cases)
        codes.append(toText(needed.code));
    return codes.join(u' ');
}

} // namespace

// Every sentence of "Cases that must come out so".
class TstPaymentStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void story_data();
    void story();
};

void TstPaymentStories::story_data()
{
    QTest::addColumn<size_t>("index");
    for (size_t i = 0; i < stories().size(); ++i)
        QTest::newRow(stories()[i].name) << i;
}

void TstPaymentStories::story()
{
    QFETCH(size_t, index);
    Scene scene;
    for (const Moment& moment : stories()[index].moments) {
        moment.happens(scene);
        const PaymentState state = scene.state();
        QCOMPARE(toText(state.status), QString::fromLatin1(moment.status));
        QCOMPARE(state.labels.toText(), QString::fromLatin1(moment.labels));
        QCOMPARE(codesOf(state), QString::fromLatin1(moment.cases));
        if (*moment.verdict != '\0')
            QCOMPARE(toText(state.verdict), QString::fromLatin1(moment.verdict));
        const FulfilmentStep step = fulfilmentStep(scene.facts.fulfilment, state.status);
        QCOMPARE(toText(step), toText(moment.step));
        scene.facts.fulfilment = afterStep(scene.facts.fulfilment, step);
    }
}

TIEOUT_REGISTER_TEST(TstPaymentStories)
#include "tst_paymentstories.moc"
