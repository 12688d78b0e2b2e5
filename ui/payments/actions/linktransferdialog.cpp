// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/linktransferdialog.h"

#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/widgets/addresstext.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/fieldnote.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QTreeWidget>

namespace tieout {

namespace linktransfer {

enum Column { Amount, From, Time, Why };
constexpr int kRowHeight = 28;
constexpr int kCellPadding = 10;
constexpr int kWidth = 840;
constexpr int kNameWidth = 104;
constexpr std::chrono::milliseconds kAskAgain{1'000}; // a database that didn't answer

// Flat, and selected rows keep the ink of the others, as in every table.
class CandidateDelegate final : public QStyledItemDelegate
{
public:
    CandidateDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {}

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Theme& theme = m_appearance.theme();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        if (option.state & QStyle::State_HasFocus) {
            // Around the row, of which this is a part.
            painter->setPen(theme.accent);
            painter->drawLine(option.rect.topLeft(), option.rect.topRight());
            painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        }
        painter->setPen(index.flags() & Qt::ItemIsEnabled ? theme.text : theme.muted);
        // Amounts, addresses and times read from left to right in every language.
        painter->setLayoutDirection(index.column() == Why ? option.direction : Qt::LeftToRight);
        const QRect words = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
        const auto wanted = index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(
            words,
            int(Qt::AlignVCenter | Qt::AlignAbsolute |
                QStyle::visualAlignment(option.direction, wanted)),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), kRowHeight};
    }

private:
    const Appearance& m_appearance;
};

struct ReasonText
{
    const char* reason;
    const char* text;
};

constexpr ReasonText kReasonTexts[] = {
    {"same-token", QT_TRANSLATE_NOOP("LinkTransfer", "the right token")},
    {"amount-remaining", QT_TRANSLATE_NOOP("LinkTransfer", "the amount that remains")},
    {"amount-due", QT_TRANSLATE_NOOP("LinkTransfer", "the amount due")},
    {"reference-similar", QT_TRANSLATE_NOOP("LinkTransfer", "a similar reference")},
    {"in-time", QT_TRANSLATE_NOOP("LinkTransfer", "came in its time")},
    {"same-sender", QT_TRANSLATE_NOOP("LinkTransfer", "a known sender")},
};

QString hashText(const Hash32& hash)
{
    return QStringLiteral("0x") + QString::fromLatin1(toBytes(hash).toHex());
}

QString shortText(const QString& account)
{
    return account.size() <= 16 ? account : account.left(8) + u'…' + account.right(6);
}

} // namespace linktransfer

QString linkReasonText(const QString& reason)
{
    for (const auto& entry : linktransfer::kReasonTexts) {
        if (reason == QLatin1String(entry.reason))
            return QCoreApplication::translate("LinkTransfer", entry.text);
    }
    return reason;
}

LinkTransferDialog::LinkTransferDialog(const DecisionDesk& desk,
                                       PaymentOptionsRecord& record,
                                       QWidget* parent)
    : PaymentDialog(desk, record, parent)
    , m_tx(new QLineEdit(this))
    , m_txNote(new FieldNote(desk.appearance, this))
    , m_list(new QTreeWidget(this))
    , m_facts(new FactGrid(this))
{
    addBody(makeList());
    addReason(tr("What shows that the money is meant for this payment"));
    setFinality(tr("This is final: a transfer counts for one payment only."));
    setPrimary(tr("&Link to this payment"));
    setMinimumWidth(linktransfer::kWidth);
    resize(linktransfer::kWidth, 0);
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(m_tx, &QLineEdit::textChanged, this, &LinkTransferDialog::changeTx);
    connect(&m_typing, &QTimer::timeout, this, &LinkTransferDialog::read);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &LinkTransferDialog::showChosen);
    fill();
}

QWidget* LinkTransferDialog::makeList()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(6);
    m_list->setObjectName(QStringLiteral("candidates"));
    m_list->setAccessibleName(tr("Transfers that belong to no payment"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::StyledPanel); // its line shows the focus
    m_list->setItemDelegate(new linktransfer::CandidateDelegate(desk().appearance, m_list));
    m_list->setMinimumHeight(176);
    m_list->setHeaderLabels({tr("Amount"), tr("From"), tr("Time (UTC)"), tr("Why it is proposed")});
    m_list->header()->setStretchLastSection(true);
    m_list->headerItem()->setTextAlignment(linktransfer::Amount, Qt::AlignRight | Qt::AlignVCenter);
    m_list->header()->resizeSection(linktransfer::Amount, 132);
    m_list->header()->resizeSection(linktransfer::From, 148);
    m_list->header()->resizeSection(linktransfer::Time, 156);
    column->addWidget(m_list, 1);
    m_tx->setObjectName(QStringLiteral("tx"));
    m_tx->setPlaceholderText(tr("Or the hash of the chain transaction: 0x…"));
    m_tx->setAccessibleName(tr("Hash of the chain transaction"));
    m_tx->setClearButtonEnabled(true);
    m_tx->setMaxLength(80);
    column->addWidget(m_tx);
    column->addWidget(m_txNote);
    // As the form's below it.
    static_cast<QGridLayout*>(m_facts->layout())
        ->setColumnMinimumWidth(0, linktransfer::kNameWidth);
    m_facts->setObjectName(QStringLiteral("transfer"));
    m_facts->setAccessibleName(tr("The chosen transfer"));
    column->addWidget(m_facts);
    return box;
}

QWidget* LinkTransferDialog::firstField() const
{
    return m_list;
}

void LinkTransferDialog::fill()
{
    setHead(tr("Link a transfer"), aboutText());
    read();
}

void LinkTransferDialog::refused(const Decision& decision)
{
    // Somebody may have linked the very money.
    PaymentDialog::refused(decision);
    read();
}

// What is chosen, and what is still read, is of the hash before.
void LinkTransferDialog::changeTx()
{
    ++m_generation;
    m_list->clearSelection();
    m_typing.start();
}

void LinkTransferDialog::read()
{
    const PaymentId payment = options().payment;
    const QString tx = m_tx->text().trimmed();
    const quint64 generation = ++m_generation;
    desk()
        .store
        .run(AsyncStore::Lane::Page,
             [payment, tx](Database& db) {
                 return tx.isEmpty() ? linkCandidates(db, payment)
                                     : linkCandidatesOf(db, payment, tx);
             })
        .then(this, [this, generation](const Result<std::vector<LinkCandidate>>& answer) {
            if (generation != m_generation)
                return;
            if (!answer && answer.error().code == ErrorCode::Cancelled)
                read();
            else
                take(answer);
            if (!answer && answer.error().code == ErrorCode::Unavailable)
                QTimer::singleShot(linktransfer::kAskAgain, this, [this, generation] {
                    if (generation == m_generation)
                        read();
                });
        });
}

void LinkTransferDialog::take(const Result<std::vector<LinkCandidate>>& answer)
{
    m_candidates = answer ? *answer : std::vector<LinkCandidate>();
    m_list->clear();
    for (const LinkCandidate& candidate : m_candidates) {
        const TransferView& view = candidate.money.transfer;
        QStringList reasons;
        for (const QString& reason : candidate.reasons)
            reasons.append(linkReasonText(reason));
        const QString amount = amountText(view.amount) + QChar(0x00a0) + view.symbol;
        auto* item = new QTreeWidgetItem(
            m_list,
            {amount,
             linktransfer::shortText(candidate.sender),
             tableTime(view.time),
             candidate.why ? errorText(*candidate.why) : reasons.join(QStringLiteral(", "))});
        item->setToolTip(linktransfer::Why, item->text(linktransfer::Why).toHtmlEscaped());
        item->setDisabled(candidate.why.has_value());
    }
    if (!answer)
        m_txNote->say(errorText(answer.error()), Look{Tone::Bad, Shape::Triangle});
    else if (m_candidates.empty())
        m_txNote->say(tr("No money came to %1 that belongs to no payment. If the customer has "
                         "paid, ask for the hash of the chain transaction.")
                          .arg(options().rail));
    else
        m_txNote->say({});
    m_txNote->setVisible(!m_txNote->text().isEmpty());
    // The best one is proposed; only a person chooses.
    showChosen();
}

const LinkCandidate* LinkTransferDialog::chosen() const
{
    const auto selected = m_list->selectedItems();
    const int at = selected.isEmpty() ? -1 : m_list->indexOfTopLevelItem(selected.front());
    return at >= 0 && size_t(at) < m_candidates.size() ? &m_candidates[size_t(at)] : nullptr;
}

void LinkTransferDialog::showChosen()
{
    const LinkCandidate* candidate = chosen();
    m_facts->setVisible(candidate != nullptr);
    if (!candidate) {
        setBlocked(options().link.why
                       ? options().link.why
                       : Error{ErrorCode::Invalid, QStringLiteral("transfer_missing"), {}});
        return;
    }
    const TransferView& view = candidate->money.transfer;
    std::vector<Fact> facts{{tr("Transaction"), linktransfer::hashText(view.tx), true},
                            {tr("From"), groupedAddress(candidate->sender), true},
                            {tr("To"), groupedAddress(candidate->account), true}};
    if (!view.reference.isEmpty())
        facts.push_back({tr("Reference"), view.reference, true});
    m_facts->setFacts(facts);
    setBlocked(candidate->why ? candidate->why : options().link.why);
}

std::optional<DecisionRequest> LinkTransferDialog::compose()
{
    const LinkCandidate* candidate = chosen();
    if (!checkReasonField(true) || !candidate)
        return std::nullopt;
    const TransferView& view = candidate->money.transfer;
    LinkTransferPayload payload;
    payload.rail = candidate->rail;
    payload.tx = linktransfer::hashText(view.tx);
    payload.account = candidate->account;
    payload.reference = view.reference;
    payload.payment = options().payment;
    payload.expectedVersion = options().version;
    payload.reason = reason();
    return requestFor(kinds::kTransferLink, options().link, payload.toJson());
}

} // namespace tieout
