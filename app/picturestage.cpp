// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturestage.h"

#include "app/consoleoptions.h"
#include "model/store/migrations.h"
#include "ui/overview/overviewpage.h"
#include "ui/payments/actions/decisiondialog.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/detail/rawview.h"
#include "ui/payments/filter/filteredit.h"
#include "ui/payments/paymentpanel.h"
#include "ui/payments/paymentsfilterbar.h"
#include "ui/payments/paymentspage.h"
#include "ui/shell/overlay.h"
#include "ui/widgets/queueview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>

#include <chrono>

namespace tieout {

namespace picturestage {

constexpr std::chrono::milliseconds kHeldWithin{5'000};

void press(QWidget& widget, int key, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(&widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(&widget, &up);
}

} // namespace picturestage

PictureStage::PictureStage(Console& console, const Clock& clock)
    : m_console(console)
    , m_clock(clock)
{}

PictureStage::~PictureStage()
{
    letGo();
}

void PictureStage::hold(AsyncStore::Lane lane)
{
    m_held.push_back(std::make_shared<QSemaphore>());
    const auto began = std::make_shared<QSemaphore>();
    m_another->store().run(lane, [gate = m_held.back(), began](Database&) -> Outcome {
        began->release();
        gate->acquire();
        return Done;
    });
    // A page that is asked for takes back what the lane hasn't begun.
    began->tryAcquire(1, int(picturestage::kHeldWithin.count()));
}

void PictureStage::letGo()
{
    for (const auto& gate : m_held)
        gate->release();
    m_held.clear();
}

PaymentsPage& PictureStage::page()
{
    return m_window->payments();
}

Outcome PictureStage::enter(PictureSet set, const QSize& size)
{
    letGo();
    if (set == PictureSet::Start) {
        if (!m_start)
            m_start = std::make_unique<StartWindow>(m_console.appearance());
        m_window = nullptr;
        m_base = m_start.get();
        m_start->resize(size);
        m_start->show();
        return Done;
    }
    if (set != PictureSet::Any && set != PictureSet::Sandbox) {
        if (auto opened = openAnother(set); !opened)
            return opened;
        m_window = &m_another->window();
    } else {
        m_window = &m_console.window();
    }
    m_base = m_window;
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    reset();
    return Done;
}

Outcome PictureStage::openAnother(PictureSet set)
{
    if (m_another && m_anotherIs == set)
        return Done;
    auto parts = partsOf(set);
    if (!parts)
        return fail(parts.error());
    m_another.reset();
    m_another = std::make_unique<Console>(*parts, m_console.appearance(), m_clock);
    m_anotherIs = set;
    if (set == PictureSet::Loading)
        hold(AsyncStore::Lane::Page);
    m_another->start();
    return Done;
}

Result<ConsoleParts> PictureStage::partsOf(PictureSet set) const
{
    if (set == PictureSet::ReadOnly)
        return ConsoleParts{m_console.config(), false, nullptr, QStringLiteral("visitor")};
    if (set == PictureSet::Aside)
        return ConsoleParts{m_console.config(), false, nullptr};
    const bool lost = set == PictureSet::Lost;
    const Config config = embeddedSandbox(filePath(lost                         ? "none/desk.sqlite"
                                                   : set == PictureSet::Loading ? "slow.sqlite"
                                                                                : "new.sqlite"));
    if (!lost) {
        const auto made =
            makeDatabase(databaseAddress(config), toText(config.environment), m_clock.now());
        if (!made)
            return fail(made.error());
    }
    return ConsoleParts{config, false, nullptr};
}

// Whatever a scene has opened, and what it typed or chose.
void PictureStage::reset()
{
    m_clicked.clear();
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* each : windows) {
        if (each != m_base && each->isVisible() &&
            (qobject_cast<QDialog*>(each) || qobject_cast<QMenu*>(each)))
            each->close();
    }
    for (Overlay* overlay : m_window->findChildren<Overlay*>()) {
        if (overlay->isOpen())
            overlay->dismiss();
    }
    m_window->overview().showBoard();
    const auto* raw = page().panel().findChild<RawView*>();
    if (raw && raw->isVisible())
        page().panel().toggleRaw();
    auto* edit = page().findChild<FilterEdit*>();
    if (!page().bar().text().isEmpty() || !edit->text().isEmpty())
        page().search({});
    page().view().selectionModel()->clear();
    m_window->setFocus();
}

bool PictureStage::showPayments()
{
    m_window->showPage(&page());
    return page().table().state() == WindowedTable::State::Ready &&
           m_window->status().view().has_value();
}

bool PictureStage::choose(const char* order)
{
    if (!showPayments() || !page().bar().isShown())
        return false;
    PaymentsTable& table = page().table();
    for (int row = 0; row < table.rowCount(); ++row) {
        const auto record = table.index(row, 0).data(RecordRole).value<QueueRow>();
        if (record.orderReference != QLatin1String(order))
            continue;
        const QString id = record.id.text();
        if (page().selection().current() != id)
            page().selection().select(id);
        const auto& detail = page().record().detail();
        const auto& options = page().actions()->options().options();
        return detail && detail->row.id == record.id && options && options->payment == record.id;
    }
    return false;
}

bool PictureStage::click(const char* name)
{
    auto* button = m_window->findChild<QAbstractButton*>(QLatin1String(name));
    if (!button || !button->isEnabled() || !button->isVisible())
        return false;
    m_clicked = button;
    button->click();
    return true;
}

bool PictureStage::hasDialog()
{
    const auto* dialog = page().actions()->dialog();
    return dialog && dialog->isVisible();
}

bool PictureStage::opensDialog(const char* order, const char* button)
{
    if (m_clicked)
        return hasDialog();
    return choose(order) && click(button) && hasDialog();
}

bool PictureStage::typeFilter(const char* text)
{
    if (!showPayments())
        return false;
    auto* edit = page().findChild<FilterEdit*>();
    const QString words = QString::fromUtf8(text);
    if (edit->text() == words)
        return true;
    page().focusSearch();
    edit->clear();
    for (const QChar c : words)
        picturestage::press(*edit, 0, QString(c));
    return edit->text() == words;
}

bool PictureStage::applyFilter(const char* text)
{
    if (!showPayments())
        return false;
    if (page().bar().text() != QString::fromUtf8(text))
        page().search(QString::fromUtf8(text));
    return page().bar().isShown();
}

bool PictureStage::shows(const char* name) const
{
    const auto all = m_window->findChildren<QWidget*>(QLatin1String(name));
    return std::any_of(
        all.begin(), all.end(), [](const QWidget* each) { return each->isVisible(); });
}

bool PictureStage::opensMenu(const char* name)
{
    auto* button = m_window->findChild<QWidget*>(QLatin1String(name));
    auto* menu =
        button ? button->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    if (!menu || !button->isVisible())
        return false;
    if (!menu->isVisible())
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    return menu->isVisible();
}

} // namespace tieout
