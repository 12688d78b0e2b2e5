// SPDX-License-Identifier: GPL-3.0-or-later
// DeciderDesk: the payments page of bob, who decides, beside an engine that the test steps; and
// short ways to click and type in its dialogs. One thread.
#pragma once

#include "tests/model/actions/actiondesk.h"
#include "ui/errortext.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/paymentspage.h"
#include "ui/theme/fonts.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace tieout::test {

struct DeciderDesk
{
    explicit DeciderDesk(ActionDesk& engineDesk,
                         const QStringList& roles = {QStringLiteral("operator")},
                         const QString& folder = {})
        : engine(engineDesk)
        , address(engine.store().makeLogin(QStringLiteral("bob"), roles))
        , store(folder.isEmpty() ? address : DatabaseAddress{folder, {}})
        , decisions(store, engine.clock(), engine.store().loginName(QStringLiteral("bob")))
        , page(store, engine.clock(), appearance)
    {
        loadFonts();
        decisions.setPace(std::chrono::milliseconds(20));
        page.decideThrough(decisions);
        page.resize(1'400, 900);
        page.show();
        QSignalSpy refreshed(&page.table(), &WindowedTable::refreshed);
        page.start();
        if (!refreshed.wait(10'000))
            qFatal("the page doesn't read");
    }

    // Steps the engine until it has decided one command.
    bool decided()
    {
        return QTest::qWaitFor([&] { return engine.step().done == 1; });
    }

    bool isRefused()
    {
        return QTest::qWaitFor([&] { return engine.step().refused == 1; });
    }

    // Chooses the payment and waits until its actions are known.
    bool choose(const PaymentId& id)
    {
        page.noteChanged({});
        page.selection().select(id.text());
        const auto& record = page.actions()->options();
        const bool known = QTest::qWaitFor([&] {
            return record.options() && record.options()->payment == id &&
                   record.options()->version == engine.payment(id).version;
        });
        if (!known && record.error())
            qWarning(
                "%s %s", qPrintable(record.error()->reason), qPrintable(record.error()->detail));
        return known;
    }

    QToolButton* button(const char* name) const
    {
        return page.findChild<QToolButton*>(QLatin1String(name));
    }

    DecisionDialog* open(const char* name)
    {
        QTest::mouseClick(button(name), Qt::LeftButton);
        DecisionDialog* dialog = page.actions()->dialog();
        return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }

    // The only strip beside the payment.
    QString stripText()
    {
        const auto strips = page.actions()->findChildren<DecisionStrip*>();
        return strips.isEmpty() || !strips.first()->isVisible() ? QString()
                                                                : strips.first()->text();
    }

    DecisionState lastState()
    {
        const auto all = decisions.about(page.selection().current());
        return all.empty() ? DecisionState::Submitting : all.front().state;
    }

    ActionDesk& engine;
    DatabaseAddress address;
    AsyncStore store;
    Decisions decisions;
    Appearance appearance{ThemeMode::Light};
    PaymentsPage page;
};

inline void type(DecisionDialog* dialog, const char* field, const char* text)
{
    auto* line = dialog->findChild<QLineEdit*>(QLatin1String(field));
    QTest::mouseClick(line, Qt::LeftButton);
    line->clear();
    QTest::keyClicks(line, QString::fromUtf8(text));
}

inline QPushButton* primaryOf(DecisionDialog* dialog)
{
    return dialog->findChild<QPushButton*>(QStringLiteral("primary"));
}

inline void pressPrimary(DecisionDialog* dialog)
{
    QTest::mouseClick(primaryOf(dialog), Qt::LeftButton);
}

// What stands beneath a field.
inline QString noteOf(DecisionDialog* dialog, const char* field)
{
    return dialog->findChild<QWidget*>(QLatin1String(field))->accessibleDescription();
}

inline QString sentence(const char* reason)
{
    return errorText({ErrorCode::Conflict, QString::fromLatin1(reason), {}});
}

// Where the pictures go, when somebody wants to look at them.
inline void picture(QWidget* widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("TIEOUT_TEST_PICTURES");
    if (!folder.isEmpty())
        widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace tieout::test
