// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/filtersuggestions.h"

#include "model/domain/filterparser.h"
#include "ui/payments/filter/filteredit.h"
#include "ui/payments/filter/filterhistory.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace tieout {

namespace filtersuggestions {

constexpr int kNarrowest = 320;

// What stands there already is no suggestion.
bool saysNothingNew(const FilterCompletion& completion, const QString& text)
{
    if (completion.candidates.empty())
        return true;
    const QString typed = text.mid(completion.replace.start, completion.replace.length);
    return completion.candidates.size() == 1 &&
           completion.candidates.front().text.compare(typed, Qt::CaseInsensitive) == 0;
}

// Where a word could begin, and none has.
bool beginsNothing(const FilterCompletion& completion, const QString& text)
{
    const qsizetype at = completion.replace.start;
    return completion.replace.length == 0 && (at == 0 || text[at - 1].isSpace());
}

} // namespace filtersuggestions

FilterSuggestions::FilterSuggestions(Parts parts)
    : QObject(&parts.edit)
    , m_parts(std::move(parts))
{
    m_parts.edit.installEventFilter(this);
    m_parts.note.installEventFilter(this);
    connect(&m_parts.edit, &QLineEdit::textEdited, this, [this] {
        if (!m_taking)
            complete();
    });
    connect(&m_parts.edit, &FilterEdit::historyWanted, this, [this] {
        m_parts.edit.setFocus(Qt::MouseFocusReason);
        isOpen() ? close() : showHistory();
    });
    connect(&m_parts.edit, &FilterEdit::focusChanged, this, [this](bool focused) {
        if (!focused)
            close();
    });
}

bool FilterSuggestions::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

void FilterSuggestions::close()
{
    if (m_popup)
        m_popup->hide();
}

void FilterSuggestions::open(const std::vector<PopupRow>& rows,
                             int current,
                             int x,
                             int minimumWidth)
{
    QWidget* window = m_parts.edit.window();
    // The field may have come into another window since.
    if (!m_popup || m_popup->parentWidget() != window) {
        delete m_popup;
        m_popup = new FilterPopup(m_parts.appearance, *window);
        window->installEventFilter(this);
        connect(m_popup, &FilterPopup::chosen, this, &FilterSuggestions::take);
    }
    const QPoint top = m_parts.edit.mapTo(window, QPoint(0, 0));
    const bool mirrored = m_parts.edit.layoutDirection() == Qt::RightToLeft;
    const QRect whole(top, QPoint(top.x() + m_parts.edit.width() - 1, bottom()));
    const QRect place =
        mirrored ? QRect(QPoint(whole.left(), whole.top()), QPoint(top.x() + x, whole.bottom()))
                 : QRect(QPoint(top.x() + x, whole.top()), whole.bottomRight());
    m_popup->open(rows, current, place, minimumWidth);
}

int FilterSuggestions::bottom() const
{
    const QWidget& lowest = m_parts.note.isVisible() ? m_parts.note : m_parts.edit;
    return lowest.mapTo(lowest.window(), lowest.rect().bottomLeft()).y();
}

void FilterSuggestions::complete(bool asked)
{
    const QString text = m_parts.edit.text();
    m_earlier.clear();
    m_completion =
        completeFilter(text, m_parts.edit.cursorPosition(), m_parts.fields, m_parts.names);
    const bool nothingTyped = !asked && filtersuggestions::beginsNothing(m_completion, text);
    if (nothingTyped || filtersuggestions::saysNothingNew(m_completion, text))
        return close();
    std::vector<PopupRow> rows;
    for (const FilterCandidate& each : m_completion.candidates)
        rows.push_back(
            {each.label, each.help ? QCoreApplication::translate("filter", each.help) : QString()});
    // Enter applies what is right as it stands; what is wrong can only be completed.
    const bool isGood = parseFilter(text, m_parts.fields).isGood();
    const int x = int(m_parts.edit.xOf(m_completion.replace.start));
    open(rows, isGood ? -1 : 0, x, filtersuggestions::kNarrowest);
}

void FilterSuggestions::showHistory()
{
    m_earlier = m_parts.history.entries();
    m_completion = {};
    std::vector<PopupRow> rows;
    for (const QString& each : m_earlier)
        rows.push_back({each, {}});
    if (rows.empty())
        rows.push_back({tr("No filter has been used yet."), {}});
    const bool mirrored = m_parts.edit.layoutDirection() == Qt::RightToLeft;
    open(rows,
         m_earlier.isEmpty() ? -1 : 0,
         mirrored ? m_parts.edit.width() - 1 : 0,
         m_parts.edit.width());
}

void FilterSuggestions::take(int row)
{
    if (row < 0)
        return;
    const QStringList earlier = std::exchange(m_earlier, {});
    if (!earlier.isEmpty()) {
        close();
        Q_EMIT earlierChosen(earlier.value(row));
        return;
    }
    if (size_t(row) >= m_completion.candidates.size())
        return close();
    const FilterCandidate candidate = m_completion.candidates[size_t(row)];
    close();
    m_taking = true;
    m_parts.edit.replace(m_completion.replace, candidate.text);
    m_taking = false;
    // A field is followed by its values; a value is complete.
    if (candidate.help)
        complete();
}

bool FilterSuggestions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_parts.note) {
        // It tells of its place before it is hidden, not after.
        if (isOpen() && (event->type() == QEvent::Show || event->type() == QEvent::Hide ||
                         event->type() == QEvent::Move || event->type() == QEvent::Resize))
            m_popup->setBottom(bottom());
        return false;
    }
    if (watched != &m_parts.edit) {
        if (event->type() == QEvent::Resize)
            close();
        return false;
    }
    // Escape belongs to the list while it is open, whatever the window does with it.
    if (event->type() == QEvent::ShortcutOverride && isOpen() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    return isOpen() ? keyWhileOpen(key->key()) : keyWhileClosed(key->key(), key->modifiers());
}

bool FilterSuggestions::keyWhileOpen(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_popup->move(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        m_popup->move(key == Qt::Key_PageDown ? FilterPopup::kRowsShown : -FilterPopup::kRowsShown);
        return true;
    case Qt::Key_Tab:
        take(std::max(m_popup->current(), 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->current() < 0) {
            close();
            return false;
        }
        take(m_popup->current());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        close();
        return false;
    default:
        return false;
    }
}

bool FilterSuggestions::keyWhileClosed(int key, Qt::KeyboardModifiers modifiers)
{
    const bool empty = m_parts.edit.text().trimmed().isEmpty();
    switch (key) {
    case Qt::Key_Up:
        if (empty)
            showHistory();
        return empty;
    case Qt::Key_Down:
        if (empty && !m_parts.history.entries().isEmpty())
            showHistory();
        else
            complete(true);
        return true;
    case Qt::Key_Space:
        if (!modifiers.testFlag(Qt::ControlModifier))
            return false;
        complete(true);
        return true;
    case Qt::Key_Escape:
        Q_EMIT leaveWanted();
        return true;
    default:
        return false;
    }
}

} // namespace tieout
