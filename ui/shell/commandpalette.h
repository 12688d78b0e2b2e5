// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPalette (Ctrl+K): one field for everything: pages, saved views, actions with their keys,
// payments by id, address, transaction or order reference. Actions are the window's, and those of
// the page on screen: what it holds (QWidget::addAction) and its buttons with a text; a disabled
// one is shown with its tool tip as the reason. Payments are looked up on the page lane, one
// question at a time: what was typed meanwhile is asked next, and an answer to older words is
// dropped. GUI thread.
#pragma once

#include "model/domain/clock.h"
#include "model/store/asyncstore.h"
#include "model/tables/paymentsearch.h"
#include "model/tables/savedviewlist.h"
#include "ui/shell/overlay.h"
#include "ui/shell/palettemodel.h"

#include <QTimer>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace tieout {

class Shortcuts;

class CommandPalette final : public Overlay
{
    Q_OBJECT

public:
    struct Parts
    {
        AsyncStore& store;
        const Clock& clock;
        const Appearance& appearance;
        const Shortcuts& shortcuts;
        std::function<const QWidget*()> page; // the one on screen
        // The saved views that the person sees; may be null.
        std::function<std::vector<SavedViewRow>()> views = {};
    };

    CommandPalette(Parts parts, QWidget& window);

    void open() override;
    QLineEdit& field() { return *m_field; }
    QListView& list() { return *m_list; }
    const PaletteModel& model() const { return m_model; }

Q_SIGNALS:
    void paymentChosen(const QString& id);
    void viewChosen(const QString& id);
    // `filter` is of the payments page; words that are none are quoted.
    void searchWanted(const QString& filter);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    std::vector<PaletteEntry> commands() const;
    std::vector<PaletteEntry> views() const;
    std::vector<PaletteEntry> buttons() const;
    void showMatches();
    void askPayments();
    void takePayments(const QString& text, const Result<std::vector<QueueRow>>& answer);
    void move(int rows);
    void choose(const QModelIndex& index);
    QString typed() const;

    Parts m_parts;
    PaletteModel m_model;
    QLineEdit* m_field = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_empty = nullptr;
    QTimer m_pause;
    bool m_asking = false;
    QString m_foundFor; // the words that m_found answers
    std::vector<QueueRow> m_found;
};

} // namespace tieout
