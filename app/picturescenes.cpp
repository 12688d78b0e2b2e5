// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturescenes.h"

#include "ui/overview/overviewpage.h"
#include "ui/overview/railpanel.h"
#include "ui/payments/actions/createpaymentdialog.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/detail/rawview.h"
#include "ui/payments/export/exportstrip.h"
#include "ui/payments/export/paymentsexporter.h"
#include "ui/payments/paymentpanel.h"
#include "ui/payments/paymentspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shortcuts.h"
#include "ui/start/postgresform.h"
#include "ui/start/problemview.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QProgressBar>

namespace tieout {

namespace picturescenes {

using Stage = PictureStage;

bool overviewIsRead(Stage& stage)
{
    const Overview& read = stage.window().overview().overview();
    return stage.window().status().view() && read.queues().value && read.intake().value &&
           read.ageing().value && read.confirming().value && read.times().value;
}

bool showsOverview(Stage& stage)
{
    stage.window().showPage(&stage.window().overview());
    return overviewIsRead(stage);
}

bool showsRail(Stage& stage)
{
    OverviewPage& overview = stage.window().overview();
    const auto& rails = stage.window().status().view()->rails;
    if (rails.empty())
        return false;
    if (overview.rail().rail() != rails.front().rail ||
        overview.currentWidget() != &overview.rail())
        overview.showRail(rails.front().rail);
    return overview.rail().record().detail().has_value();
}

template<SettingsPage::Section section>
bool showsSettings(Stage& stage)
{
    stage.window().showPage(&stage.window().settings());
    stage.window().settings().showSection(section);
    return stage.window().status().view().has_value();
}

bool showsPayments(Stage& stage)
{
    return stage.showPayments();
}

bool createsPayment(Stage& stage)
{
    auto* dialog = qobject_cast<CreatePaymentDialog*>(stage.page().actions()->dialog());
    if (!dialog || !dialog->isVisible()) {
        stage.click("newPayment");
        return false;
    }
    return dialog->terms().has_value();
}

// What is wrong with what was typed stands beside its field.
bool typesWrongAmount(Stage& stage)
{
    auto* dialog = stage.page().actions()->dialog();
    dialog->findChild<QLineEdit*>(QStringLiteral("amount"))->setText(QStringLiteral("0.0000001"));
    dialog->findChild<QLineEdit*>(QStringLiteral("expiry"))->setText(QStringLiteral("soon"));
    return true;
}

bool holdsWithoutEngine(Stage& stage)
{
    auto* dialog = stage.page().actions()->dialog();
    auto* reason = dialog->findChild<QLineEdit*>(QStringLiteral("reason"));
    if (!dialog->isDeciding()) {
        reason->setText(QStringLiteral("the customer asked us to wait"));
        auto* primary = dialog->findChild<QAbstractButton*>(QStringLiteral("primary"));
        primary->click();
        return false;
    }
    // Once it may be taken back, it says for how long it has waited.
    const auto* back = dialog->findChild<QAbstractButton*>(QStringLiteral("decisionButton"));
    return back && back->isVisible();
}

bool opensExport(Stage& stage)
{
    if (!stage.page().exporter().dialog())
        stage.page().exporter().open();
    const auto* dialog = stage.page().exporter().dialog();
    const auto* primary = dialog->findChild<QAbstractButton*>(QStringLiteral("primary"));
    return dialog->isVisible() && primary && primary->isEnabled();
}

// The first rows are still being read.
bool exports(Stage& stage)
{
    auto* dialog = stage.page().exporter().dialog();
    if (dialog && dialog->isVisible()) {
        dialog->findChild<QLineEdit*>(QStringLiteral("exportPath"))
            ->setText(stage.filePath("payments.csv"));
        dialog->findChild<QAbstractButton*>(QStringLiteral("primary"))->click();
        stage.hold(AsyncStore::Lane::Scan);
        return false;
    }
    const auto* bar = stage.page().exporter().strip()->findChild<QProgressBar*>();
    return bar->isVisible() && bar->maximum() > 0; // they were counted
}

bool isLoading(Stage& stage)
{
    stage.showPayments();
    return stage.shows("placeholder");
}

bool opensPalette(Stage& stage)
{
    if (!stage.window().palette().isOpen())
        stage.window().palette().open();
    return stage.window().palette().model().rowCount() > 0;
}

bool searchesEverything(Stage& stage)
{
    QLineEdit& field = stage.window().palette().field();
    const QString words = QStringLiteral("sandbox-over");
    if (field.text() != words)
        field.setText(words);
    const PaletteModel& model = stage.window().palette().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString().startsWith(words)) // found, not offered to find
            return true;
    }
    return false;
}

bool opensKeys(Stage& stage)
{
    if (!stage.shows("shortcutSheet"))
        stage.window().shortcuts().action("keys").trigger();
    return stage.shows("shortcutSheet");
}

bool showsRaw(Stage& stage)
{
    const auto* raw = stage.page().panel().findChild<RawView*>();
    if (!raw->isVisible())
        stage.page().panel().toggleRaw();
    return raw->isVisible();
}

template<int number>
bool chooses(Stage& stage)
{
    // Stories of the sandbox, one for each state that a person asks about.
    static constexpr const char* kOrders[] = {"sandbox-exact",
                                              "sandbox-reorg-after-confirmation",
                                              "sandbox-over",
                                              "sandbox-short",
                                              "sandbox-late",
                                              "sandbox-waiting"};
    return stage.choose(kOrders[number]);
}

bool startsStopping(Stage& stage)
{
    if (!stage.shows("stopNotice"))
        stage.window().showStopping();
    return stage.shows("stopNotice");
}

using Section = SettingsPage::Section;

const PictureScene kScenes[] = {
    {"overview", PictureSet::Any, {showsOverview}},
    {"overview-rail", PictureSet::Any, {showsOverview, showsRail}},
    {"payments", PictureSet::Any, {showsPayments}},
    {"payment-exact", PictureSet::Sandbox, {chooses<0>}},
    {"payment-reorganised", PictureSet::Sandbox, {chooses<1>}},
    {"payment-overpaid", PictureSet::Sandbox, {chooses<2>}},
    {"payment-underpaid", PictureSet::Sandbox, {chooses<3>}},
    {"payment-held", PictureSet::Sandbox, {chooses<4>}},
    {"payment-pending", PictureSet::Sandbox, {chooses<5>}},
    {"payment-raw", PictureSet::Sandbox, {chooses<1>, showsRaw}},
    {"filter", PictureSet::Any, {[](Stage& s) {
         return s.applyFilter("status:confirmed,overpaid due>=100");
     }}},
    {"filter-wrong",
     PictureSet::Any,
     {[](Stage& s) { return s.typeFilter("status:paid due>many "); },
      [](Stage& s) { return s.shows("filterNote"); }}},
    {"filter-completion",
     PictureSet::Any,
     {[](Stage& s) { return s.typeFilter("status:"); },
      [](Stage& s) { return s.shows("filterPopup"); }}},
    {"filter-nothing",
     PictureSet::Any,
     {[](Stage& s) { return s.applyFilter("order:no-such-order"); },
      [](Stage& s) { return s.shows("placeholder"); }}},
    {"columns", PictureSet::Any, {showsPayments, [](Stage& s) { return s.opensMenu("columns"); }}},
    {"views", PictureSet::Any, {showsPayments, [](Stage& s) { return s.opensMenu("savedViews"); }}},
    {"new-payment", PictureSet::Sandbox, {showsPayments, createsPayment}},
    {"new-payment-wrong", PictureSet::Sandbox, {showsPayments, createsPayment, typesWrongAmount}},
    {"cancel", PictureSet::Sandbox, {[](Stage& s) {
         return s.opensDialog("sandbox-waiting", "cancelPayment");
     }}},
    {"reissue", PictureSet::Sandbox, {[](Stage& s) {
         return s.opensDialog("sandbox-expired", "reissue");
     }}},
    {"hold", PictureSet::Sandbox, {[](Stage& s) {
         return s.opensDialog("sandbox-exact", "hold");
     }}},
    {"release", PictureSet::Sandbox, {[](Stage& s) {
         return s.opensDialog("sandbox-replaced", "release");
     }}},
    {"link", PictureSet::Sandbox, {[](Stage& s) {
         return s.opensDialog("sandbox-memo-missing", "linkTransfer");
     }}},
    {"resolve", PictureSet::Sandbox, {[](Stage& s) {
         return s.opensDialog("sandbox-over", "resolveCase");
     }}},
    {"export", PictureSet::Any, {showsPayments, opensExport}},
    {"palette", PictureSet::Any, {showsPayments, opensPalette}},
    {"palette-payments", PictureSet::Sandbox, {showsPayments, opensPalette, searchesEverything}},
    {"keys", PictureSet::Any, {showsPayments, opensKeys}},
    {"settings-connections", PictureSet::Any, {showsSettings<Section::Connections>}},
    {"settings-sources", PictureSet::Any, {showsSettings<Section::Sources>}},
    {"settings-appearance", PictureSet::Any, {showsSettings<Section::Appearance>}},
    {"settings-language", PictureSet::Any, {showsSettings<Section::Language>}},
    {"settings-notifications", PictureSet::Any, {showsSettings<Section::Notifications>}},
    {"waiting-for-the-engine",
     PictureSet::Sandbox,
     {[](Stage& s) { return s.opensDialog("sandbox-sweep", "hold"); }, holdsWithoutEngine}},
    {"empty", PictureSet::Empty, {showsPayments, [](Stage& s) { return s.shows("placeholder"); }}},
    {"empty-overview", PictureSet::Empty, {showsOverview}},
    {"exporting", PictureSet::Aside, {showsPayments, opensExport, exports}},
    {"loading", PictureSet::Loading, {isLoading}},
    {"read-only", PictureSet::ReadOnly, {chooses<0>}},
    {"disconnected", PictureSet::Lost, {[](Stage& s) {
         s.showPayments();
         return s.shows("connectionBanner");
     }}},
    {"start", PictureSet::Start, {[](Stage& s) {
         s.start().showChoices({});
         return true;
     }}},
    {"start-server", PictureSet::Start, {[](Stage& s) {
         s.start().showServer({});
         return true;
     }}},
    {"start-opening", PictureSet::Start, {[](Stage& s) {
         s.start().showOpening(QStringLiteral("tieout_sandbox"));
         return true;
     }}},
    {"start-problem", PictureSet::Start, {[](Stage& s) {
         s.start().showProblem({ErrorCode::Conflict, QStringLiteral("database_newer"), {}},
                               QStringLiteral("tieout_sandbox"));
         return s.start().problem().isVisible();
     }}},
    {"stopping", PictureSet::Any, {showsPayments, startsStopping}},
};

} // namespace picturescenes

std::span<const PictureScene> pictureScenes()
{
    return picturescenes::kScenes;
}

} // namespace tieout
