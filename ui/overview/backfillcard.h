// SPDX-License-Identifier: GPL-3.0-or-later
// BackfillCard: has the engine read a range of blocks again: the range and a reason, what became of
// the last wish (a command like any other, which waits, is refused or can be taken back; until it
// is decided there is no other), how far the reading is, and those before it. GUI thread.
#pragma once

#include "model/tables/overviewrail.h"
#include "ui/overview/overviewparts.h"
#include "ui/widgets/coveragebar.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tieout {

class DecisionStrip;
class EntryList;
class FormField;
class OverviewCard;

class BackfillCard final : public QWidget
{
    Q_OBJECT

public:
    explicit BackfillCard(const OverviewParts& parts, QWidget* parent = nullptr);

    // Another rail begins with an empty form.
    void setRail(const RailStatus& rail, const std::optional<RailDetail>& detail);
    void fill(const BlockRange& range);

Q_SIGNALS:
    void asked(); // soon there is something to read about it

private:
    void makeForm();
    void submit();
    std::optional<BlockRange> checkedRange();
    void showPermission(const std::optional<RailDetail>& detail);
    void showProgress(const std::vector<BackfillRow>& rows);

    const OverviewParts m_parts;
    RailStatus m_rail;
    QString m_role;
    std::optional<CommandId> m_asked;
    OverviewCard* m_card;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QLineEdit* m_reason;
    FormField* m_fromField = nullptr;
    FormField* m_toField = nullptr;
    QPushButton* m_button;
    DecisionStrip* m_strip;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    EntryList* m_history;
};

} // namespace tieout
