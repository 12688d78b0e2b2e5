// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/filterpopup.h"

#include "ui/theme/fonts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace tieout {

namespace filterpopup {

constexpr int kRowHeight = 28;
constexpr int kMargin = 12;
constexpr int kGap = 24;
constexpr int kHintHeight = 28;
constexpr int kHelpRole = Qt::UserRole + 1;
constexpr int kWidest = 640;

class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {}

    void setLabelWidth(int width) { m_labelWidth = width; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {option.rect.width(), kRowHeight};
    }

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Theme& theme = m_appearance.theme();
        const QRect all = option.rect;
        const auto mirrored = [&](const QRect& rect) {
            return QStyle::visualRect(option.direction, all, rect);
        };
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(all, current ? theme.selection : theme.surface);
        if (current)
            painter->fillRect(mirrored({all.left(), all.top(), 3, all.height()}), theme.accent);
        const QString help = index.data(kHelpRole).toString();
        const int inner = all.width() - 2 * kMargin;
        const int label = help.isEmpty() ? inner : std::min(m_labelWidth, inner);
        write(*painter,
              index.data().toString(),
              mirrored({all.left() + kMargin, all.top(), label, all.height()}),
              theme.text,
              option.direction);
        const int left = kMargin + label + kGap;
        if (!help.isEmpty())
            write(*painter,
                  help,
                  mirrored({all.left() + left, all.top(), inner - label - kGap, all.height()}),
                  theme.muted,
                  option.direction);
        painter->restore();
    }

private:
    static void write(QPainter& painter,
                      const QString& text,
                      const QRect& box,
                      const QColor& color,
                      Qt::LayoutDirection direction)
    {
        painter.setPen(color);
        painter.drawText(box,
                         int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter)),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    }

    const Appearance& m_appearance;
    int m_labelWidth = 0;
};

} // namespace filterpopup

FilterPopup::FilterPopup(const Appearance& appearance, QWidget& window)
    : QFrame(&window)
    , m_appearance(appearance)
    , m_model(new QStandardItemModel(this))
    , m_list(new QListView(this))
    , m_hint(new QLabel(this))
{
    hide();
    setObjectName(QStringLiteral("filterPopup"));
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new filterpopup::RowDelegate(appearance, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Suggestions"));
    m_hint->setFont(interfaceFont(9));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setFixedHeight(filterpopup::kHintHeight);
    m_hint->setContentsMargins(filterpopup::kMargin, 0, filterpopup::kMargin, 0);
    m_hint->setText(tr("↑ ↓ to move   ·   Tab to take   ·   Esc to close"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        Q_EMIT chosen(index.row());
    });
}

void FilterPopup::open(const std::vector<PopupRow>& rows,
                       int current,
                       const QRect& place,
                       int minimumWidth)
{
    m_model->clear();
    int label = 0;
    int help = 0;
    for (const PopupRow& row : rows) {
        auto* item = new QStandardItem(row.label);
        item->setEditable(false);
        item->setData(row.help, filterpopup::kHelpRole);
        item->setData(row.help.isEmpty() ? row.label : row.label + QStringLiteral(", ") + row.help,
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
        label = std::max(label, m_list->fontMetrics().horizontalAdvance(row.label));
        help = std::max(help, m_list->fontMetrics().horizontalAdvance(row.help));
    }
    static_cast<filterpopup::RowDelegate*>(m_list->itemDelegate())->setLabelWidth(label + 4);
    m_list->setCurrentIndex(current < 0 ? QModelIndex() : m_model->index(current, 0));
    const int words = 2 * filterpopup::kMargin + label + (help ? filterpopup::kGap + help : 0) + 16;
    const int hint = m_hint->sizeHint().width() + 4;
    m_width = std::max({words, hint, minimumWidth});
    m_place = place;
    lay();
    if (current < 0)
        m_list->scrollToTop();
    show();
    raise();
}

void FilterPopup::setBottom(int bottom)
{
    if (bottom == m_place.bottom())
        return;
    m_place.setBottom(bottom);
    lay();
}

void FilterPopup::lay()
{
    const QRect room = parentWidget()->rect().adjusted(8, 8, -8, -8);
    const int width = std::min({m_width, filterpopup::kWidest, room.width()});
    const int top = m_place.bottom() + 5;
    const int fitting =
        (room.bottom() - top - filterpopup::kHintHeight - 6) / filterpopup::kRowHeight;
    const int shown = std::clamp(std::min(rows(), kRowsShown), 1, std::max(fitting, 1));
    m_list->setFixedHeight(shown * filterpopup::kRowHeight);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int left = mirrored ? m_place.right() - width + 1 : m_place.left();
    const int height = shown * filterpopup::kRowHeight + filterpopup::kHintHeight + 6;
    setGeometry(std::clamp(left, room.left(), room.right() - width + 1), top, width, height);
}

int FilterPopup::current() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

int FilterPopup::rows() const
{
    return m_model->rowCount();
}

void FilterPopup::move(int by)
{
    const int count = rows();
    if (count == 0)
        return;
    const int from = current();
    int row = from < 0 ? (by > 0 ? 0 : count - 1) : from + by;
    if (std::abs(by) > 1)
        row = std::clamp(row, 0, count - 1);
    m_list->setCurrentIndex(m_model->index((row + count) % count, 0));
}

} // namespace tieout
