// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/rawview.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>

namespace tieout {

namespace rawview {

// Marking more would take long, and nobody steps through them.
constexpr qsizetype kMaxMarked = 500;

// Copies text alone, as it was given: no markup, and a blank that doesn't break stays one.
class RawText final : public QTextEdit
{
public:
    using QTextEdit::QTextEdit;

    void show(const QString& text)
    {
        m_text = text;
        setPlainText(text);
        hang();
    }
    const QString& text() const { return m_text; }

protected:
    QMimeData* createMimeDataFromSelection() const override
    {
        const QTextCursor chosen = textCursor();
        auto* copy = new QMimeData;
        copy->setText(
            m_text.mid(chosen.selectionStart(), chosen.selectionEnd() - chosen.selectionStart()));
        return copy;
    }

private:
    // What doesn't fit in a line goes on below its own beginning, two letters further in.
    void hang()
    {
        const qreal letter = QFontMetricsF(font()).horizontalAdvance(u' ');
        QTextCursor cursor(document());
        cursor.beginEditBlock();
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
            const QString line = block.text();
            qsizetype blanks = 0;
            while (blanks < line.size() && line[blanks] == u' ')
                ++blanks;
            QTextBlockFormat format;
            format.setLeftMargin(letter * qreal(blanks + 2));
            format.setTextIndent(-letter * qreal(blanks + 2));
            format.setLayoutDirection(Qt::LeftToRight);
            cursor.setPosition(block.position());
            cursor.setBlockFormat(format);
        }
        cursor.endEditBlock();
    }

    QString m_text;
};

} // namespace rawview

RawView::RawView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_text(new rawview::RawText(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 16);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    QToolButton* back = button(QStringLiteral("rawBack"), tr("Back"));
    back->setIcon(lineIcon(QStringLiteral("back")));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setToolTip(tr("Back to the payment (Esc)"));
    connect(back, &QToolButton::clicked, this, &RawView::left);
    top->addWidget(back);
    top->addStretch(1);
    QToolButton* canonical = button(QStringLiteral("rawCanonical"), tr("Copy canonical"));
    canonical->setToolTip(tr("Copy the payment alone, in canonical form (RFC 8785)"));
    connect(canonical, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_canonical));
    });
    top->addWidget(canonical);
    QToolButton* all = button(QStringLiteral("rawCopy"), tr("Copy all"));
    connect(all, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->text());
    });
    top->addWidget(all);
    column->addLayout(top);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_search->setObjectName(QStringLiteral("rawSearch"));
    m_search->setPlaceholderText(tr("Search in the JSON"));
    m_search->setAccessibleName(tr("Search in the JSON"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &RawView::search);
    row->addWidget(m_search, 1);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_count);
    column->addLayout(row);
    m_text->setObjectName(QStringLiteral("rawText"));
    m_text->setAccessibleName(tr("Raw JSON"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(monoFont(9));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLayoutDirection(Qt::LeftToRight); // JSON is not mirrored
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->installEventFilter(this);
    column->addWidget(m_text, 1);
    connect(&appearance, &Appearance::changed, this, &RawView::showFound);
}

QToolButton* RawView::button(const QString& name, const QString& text)
{
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setText(text);
    made->setAccessibleName(text);
    made->setProperty("framed", true);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

void RawView::setJson(const QString& text, const QByteArray& canonical)
{
    m_canonical = canonical;
    if (text == m_text->text())
        return;
    const int place = m_text->verticalScrollBar()->value();
    m_text->show(text);
    m_text->verticalScrollBar()->setValue(place);
    search();
}

void RawView::clear()
{
    m_canonical.clear();
    m_text->show({});
    m_search->clear();
}

void RawView::takeFocus()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RawView::search()
{
    m_found.clear();
    m_at = 0;
    const QString wanted = m_search->text();
    const QString& text = m_text->text();
    for (qsizetype at = 0; !wanted.isEmpty(); at += wanted.size()) {
        at = text.indexOf(wanted, at, Qt::CaseInsensitive);
        if (at < 0)
            break;
        m_found.append(int(at));
    }
    showFound();
}

void RawView::step(int by)
{
    if (m_found.isEmpty())
        return;
    m_at = (m_at + by + m_found.size()) % m_found.size();
    showFound();
}

void RawView::showFound()
{
    const Theme& theme = m_appearance.theme();
    const auto length = int(m_search->text().size());
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < qMin(m_found.size(), rawview::kMaxMarked); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document());
        mark.cursor.setPosition(m_found[i]);
        mark.cursor.setPosition(m_found[i] + length, QTextCursor::KeepAnchor);
        const ToneColors& tone = theme.tone(Tone::Caution);
        mark.format.setBackground(i == m_at ? theme.accent : tone.ground);
        mark.format.setForeground(i == m_at ? theme.onAccent : tone.ink);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
    if (m_search->text().isEmpty())
        m_count->clear();
    else
        //: Which match of how many is shown; both 0 when there is none.
        m_count->setText(tr("%1 of %2").arg(m_found.isEmpty() ? 0 : m_at + 1).arg(m_found.size()));
    m_count->setAccessibleName(m_count->text());
    if (m_found.isEmpty())
        return;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(m_found[m_at]);
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
}

void RawView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

bool RawView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_search && (enter || key->key() == Qt::Key_F3)) {
        step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tieout
