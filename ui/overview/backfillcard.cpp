// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/backfillcard.h"

#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/overview/overviewcard.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/numbertext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace tieout {

namespace backfillcard {

constexpr int kMostReason = 200;
constexpr int kParts = 1'000; // of a progress bar

// As people copy them: with or without the thin spaces of a grouped number.
std::optional<qint64> blockOf(const QString& text)
{
    QString digits;
    for (const QChar letter : text) {
        if (letter.isSpace())
            continue;
        if (letter < u'0' || letter > u'9')
            return std::nullopt;
        digits.append(letter);
    }
    bool good = false;
    const qint64 number = digits.toLongLong(&good);
    return good ? std::optional<qint64>(number) : std::nullopt;
}

Entry entryOf(const BackfillRow& row)
{
    Entry entry;
    entry.title = rangeWords({row.from, row.to});
    const qint64 read = row.next - row.from;
    if (row.state == toText(BackfillState::Running)) {
        entry.look = {Tone::Progress, Shape::Half};
        //: Of a reading again: how many blocks are done.
        entry.right = BackfillCard::tr("reading, %n block(s) done", nullptr, int(read));
    } else if (row.state == toText(BackfillState::Finished)) {
        entry.look = {Tone::Good, Shape::Check};
        entry.right = BackfillCard::tr("read");
    } else if (row.state == toText(BackfillState::Failed)) {
        entry.look = {Tone::Bad, Shape::Triangle};
        entry.right = BackfillCard::tr("failed at block %1").arg(groupedNumber(row.next));
    } else {
        entry.look = {Tone::Neutral, Shape::Cross};
        entry.right = BackfillCard::tr("cancelled");
    }
    //: A person, then a time.
    entry.lines.push_back({BackfillCard::tr("asked for by %1, %2 UTC")
                               .arg(row.requestedBy, tableTime(row.requestedAt)),
                           false});
    if (!row.reason.isEmpty())
        entry.lines.push_back({row.reason, false});
    return entry;
}

} // namespace backfillcard

BackfillCard::BackfillCard(const OverviewParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_card(new OverviewCard(parts.appearance, tr("Backfill"), this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_button(new QPushButton(tr("&Read these blocks again"), this))
    , m_strip(new DecisionStrip(parts.decisions, parts.appearance, this))
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_history(new EntryList(parts.appearance, false, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->showBody();
    m_card->body().setSpacing(8);
    makeForm();
    m_card->body().addWidget(m_strip);
    m_progressText->setTextFormat(Qt::PlainText);
    m_progressText->setFont(interfaceFont(9.5));
    m_progress->setRange(0, backfillcard::kParts);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress of the backfill"));
    m_history->setAccessibleName(tr("Backfills of this rail"));
    for (QWidget* each : std::initializer_list<QWidget*>{m_progressText, m_progress, m_history})
        m_card->body().addWidget(each);
    connect(&parts.decisions, &Decisions::changed, this, [this](const CommandId& id) {
        if (m_asked && *m_asked == id)
            Q_EMIT asked();
    });
}

void BackfillCard::makeForm()
{
    auto* text = new QLabel(tr("The engine reads the blocks once more and records what it finds; "
                               "what is known already changes nothing."),
                            this);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    m_card->body().addWidget(text);
    auto* form = new Form(m_parts.appearance, this);
    m_from->setObjectName(QStringLiteral("backfillFrom"));
    m_to->setObjectName(QStringLiteral("backfillTo"));
    m_reason->setObjectName(QStringLiteral("backfillReason"));
    m_reason->setMaxLength(backfillcard::kMostReason);
    m_fromField = form->add(tr("&From block"), m_from);
    m_toField = form->add(tr("&To block"), m_to);
    form->add(tr("Rea&son"), m_reason);
    for (QLineEdit* line : {m_from, m_to}) {
        line->setMaxLength(30);
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_fromField->setError({});
            m_toField->setError({});
        });
    }
    for (QLineEdit* line : {m_from, m_to, m_reason})
        connect(line, &QLineEdit::returnPressed, this, &BackfillCard::submit);
    m_card->body().addWidget(form);
    m_button->setObjectName(QStringLiteral("backfill"));
    m_button->setProperty("primary", true);
    connect(m_button, &QPushButton::clicked, this, &BackfillCard::submit);
    m_card->body().addWidget(m_button, 0, Qt::AlignLeading);
}

void BackfillCard::setRail(const RailStatus& rail, const std::optional<RailDetail>& detail)
{
    if (rail.rail != m_rail.rail) {
        for (QLineEdit* line : {m_from, m_to, m_reason})
            line->clear();
        m_fromField->setError({});
        m_toField->setError({});
        m_asked.reset();
        m_strip->follow({});
    }
    m_rail = rail;
    const auto first = detail ? detail->coverage.first : std::nullopt;
    m_fromField->setHint(first ? tr("Block %1 was read first").arg(groupedNumber(*first))
                               : QString());
    if (rail.cursor >= 0)
        m_toField->setHint(tr("Block %1 was read last").arg(groupedNumber(rail.cursor)));
    showPermission(detail);
    showProgress(detail ? detail->backfills : std::vector<BackfillRow>());
}

void BackfillCard::showPermission(const std::optional<RailDetail>& detail)
{
    m_role = detail ? detail->backfillRole : QString();
    m_button->setEnabled(!m_role.isEmpty());
    if (!detail || !m_role.isEmpty())
        return m_button->setToolTip({});
    m_button->setToolTip(errorText({ErrorCode::Forbidden,
                                    QStringLiteral("class_may_not_submit"),
                                    kinds::kRailBackfill.toString()}));
}

void BackfillCard::fill(const BlockRange& range)
{
    m_from->setText(QString::number(range.from));
    m_to->setText(QString::number(range.to));
    m_fromField->setError({});
    m_toField->setError({});
    m_reason->setFocus(Qt::OtherFocusReason);
}

std::optional<BlockRange> BackfillCard::checkedRange()
{
    const auto from = backfillcard::blockOf(m_from->text());
    const auto to = backfillcard::blockOf(m_to->text());
    m_fromField->setError(from ? QString() : tr("Write the number of a block"));
    m_toField->setError(to ? QString() : tr("Write the number of a block"));
    if (!from || !to)
        return std::nullopt;
    if (*to < *from)
        m_toField->setError(tr("The last block is below the first"));
    else if (*to > m_rail.cursor)
        m_toField->setError(tr("Block %1 was read last; beyond it there is nothing to read again")
                                .arg(groupedNumber(m_rail.cursor)));
    else
        return BlockRange{*from, *to};
    return std::nullopt;
}

void BackfillCard::submit()
{
    // A second Enter isn't a second wish.
    const Decision* last = m_asked ? m_parts.decisions.find(*m_asked) : nullptr;
    if (last && !isFinal(last->state))
        return;
    const auto range = checkedRange();
    if (!range) {
        (m_fromField->error().isEmpty() ? m_to : m_from)->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_role.isEmpty())
        return;
    DecisionRequest request;
    request.kind = kinds::kRailBackfill.toString();
    request.role = m_role;
    request.subject = QStringLiteral("rail:") + m_rail.name;
    request.payload =
        BackfillPayload{m_rail.name, range->from, range->to, m_reason->text().trimmed()}.toJson();
    m_asked = m_parts.decisions.submit(request);
    m_strip->follow(*m_asked);
    Q_EMIT asked();
}

void BackfillCard::showProgress(const std::vector<BackfillRow>& rows)
{
    std::vector<Entry> entries;
    const BackfillRow* running = nullptr;
    for (const BackfillRow& row : rows) {
        entries.push_back(backfillcard::entryOf(row));
        if (row.state == toText(BackfillState::Running))
            running = &row; // the oldest one is read
    }
    if (m_history->entries() != entries)
        m_history->setEntries(std::move(entries));
    m_history->setVisible(!rows.empty());
    m_progress->setVisible(running != nullptr);
    m_progressText->setVisible(running != nullptr);
    if (!running)
        return;
    const qint64 all = running->to - running->from + 1;
    const qint64 read = running->next - running->from;
    m_progress->setValue(int(read * backfillcard::kParts / std::max<qint64>(1, all)));
    //: Blocks that are read, of all that are asked for.
    m_progressText->setText(
        tr("Reading: %1 of %2 blocks").arg(groupedNumber(read), groupedNumber(all)));
}

} // namespace tieout
