// SPDX-License-Identifier: GPL-3.0-or-later
// PanelDesk: the panel of a payment beside a chain that the test writes, in a window that carries
// the keys; and short ways to what it shows. One thread.
#pragma once

#include "tests/ui/deciderdesk.h"
#include "ui/payments/paymentpanel.h"
#include "ui/shortcuts.h"
#include "ui/widgets/entrylist.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>

namespace tieout::test {

struct PanelDesk
{
    explicit PanelDesk(ThemeMode mode = ThemeMode::Light, int width = 430)
        : chain(Dialect::Sqlite)
        , store(chain.store().address())
        , appearance(mode)
        , record(store)
        , panel(new PaymentPanel(record, appearance, &window))
        , shortcuts(window)
    {
        loadFonts();
        auto* layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(panel);
        panel->listenTo(shortcuts);
        window.resize(width, 1'000);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }

    bool choose(const PaymentId& id)
    {
        QSignalSpy changed(&record, &PaymentRecord::changed);
        if (record.id() == id.text())
            record.reload();
        else
            record.show(id.text());
        return QTest::qWaitFor(
            [&] { return !changed.isEmpty() && record.detail() && record.detail()->row.id == id; });
    }

    Hash32 pay(const PaymentId& id, const char* amount)
    {
        return chain.mine({{chain.binding(id).account, QString::fromLatin1(amount), {}}});
    }

    template<class W>
    W* find(const char* name) const
    {
        return panel->findChild<W*>(QLatin1String(name));
    }

    void click(const char* name) const
    {
        QTest::mouseClick(find<QToolButton>(name), Qt::LeftButton);
    }

    EntryList* list(const char* title) const
    {
        for (auto* each : panel->findChildren<EntryList*>()) {
            if (each->accessibleName() == QLatin1String(title))
                return each;
        }
        return nullptr;
    }

    // The whole detail, however long it is.
    void wholePicture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("TIEOUT_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        window.resize(window.width(), 1'700);
        QTest::qWait(30);
        for (const int top : {0, 850})
            panel->grab(QRect(0, top, panel->width(), 850))
                .save(QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name).arg(top)));
        window.resize(window.width(), 1'000);
    }

    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    const PaymentDetail& detail() const { return *record.detail(); }

    ActionDesk chain;
    AsyncStore store;
    Appearance appearance;
    PaymentRecord record;
    QWidget window;
    PaymentPanel* panel;
    Shortcuts shortcuts;
};

} // namespace tieout::test
