// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factgrid.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/plaintip.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace tieout {

namespace factgrid {

// Lines break between words only: a word that is wider than a line loses its middle.
QString narrowed(const QString& text, const QFontMetrics& metrics, int widest)
{
    QString shown;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !text.at(at).isSpace())
            continue;
        shown += metrics.elidedText(text.sliced(from, at - from), Qt::ElideMiddle, widest);
        if (at < text.size())
            shown += text.at(at);
        from = at + 1;
    }
    return shown;
}

} // namespace factgrid

FactGrid::FactGrid(QWidget* parent, int widestWord)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_widestWord(widestWord)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
}

QLabel* FactGrid::makeValue(bool mono)
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // Before it can be selected: the document that it then has keeps the font of this moment.
    label->setFont(mono ? monoFont(9) : interfaceFont());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QToolButton* FactGrid::makeCopy()
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("copyFact"));
    button->setIcon(lineIcon(QStringLiteral("copy")));
    button->setIconSize({13, 13});
    button->setFixedSize(22, 20);
    button->setStyleSheet(QStringLiteral("padding: 0px;"));
    connect(button, &QToolButton::clicked, this, [button] {
        QGuiApplication::clipboard()->setText(button->property("copies").toString());
    });
    return button;
}

FactGrid::Row& FactGrid::rowAt(size_t index, bool mono)
{
    const int at = int(index);
    if (index == m_rows.size()) {
        const Row row{new QLabel(this), makeValue(mono), makeCopy(), mono};
        row.name->setForegroundRole(QPalette::PlaceholderText);
        row.name->setTextFormat(Qt::PlainText);
        row.name->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        m_grid->addWidget(row.name, at, 0, Qt::AlignTop);
        m_grid->addWidget(row.value, at, 1, Qt::AlignTop);
        m_grid->addWidget(row.copy, at, 2, Qt::AlignTop | Qt::AlignTrailing);
        m_rows.push_back(row);
    }
    Row& row = m_rows[index];
    if (row.mono != mono) {
        delete row.value;
        row.value = makeValue(mono);
        row.mono = mono;
        m_grid->addWidget(row.value, at, 1, Qt::AlignTop);
    }
    return row;
}

void FactGrid::setFacts(const std::vector<Fact>& facts)
{
    for (size_t i = 0; i < facts.size(); ++i) {
        const Row& row = rowAt(i, facts[i].mono);
        row.name->setText(facts[i].name);
        const QString shown =
            factgrid::narrowed(facts[i].value, row.value->fontMetrics(), m_widestWord);
        const bool isCut = shown != facts[i].value;
        row.value->setText(shown);
        row.value->setToolTip(
            plainTip(isCut && facts[i].tip.isEmpty() ? facts[i].value : facts[i].tip));
        row.value->setAccessibleName(facts[i].name);
        row.value->setAccessibleDescription(facts[i].value);
        row.copy->setProperty("copies", facts[i].copy);
        //: %1 is the name of a fact, such as "Order".
        row.copy->setAccessibleName(tr("Copy: %1").arg(facts[i].name));
        row.copy->setToolTip(plainTip(tr("Copy %1").arg(facts[i].copy)));
    }
    alignAmounts(facts);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].name->setVisible(i < facts.size());
        m_rows[i].value->setVisible(i < facts.size());
        m_rows[i].copy->setVisible(i < facts.size() && !facts[i].copy.isEmpty());
    }
}

void FactGrid::alignAmounts(const std::vector<Fact>& facts)
{
    int widest = 0;
    for (const Fact& fact : facts) {
        if (fact.amount)
            widest = std::max(widest, QFontMetrics(interfaceFont()).horizontalAdvance(fact.value));
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    // A layout asks the label's own direction, and an amount is written from left to right.
    const Qt::Alignment leading = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    for (size_t i = 0; i < facts.size(); ++i) {
        QLabel* value = m_rows[i].value;
        value->setLayoutDirection(hasLettersToTheLeft(facts[i].value) ? layoutDirection()
                                                                      : Qt::LeftToRight);
        // Scripts have lines of unlike heights: both halves are as high as the higher one.
        const int line =
            std::max(m_rows[i].name->sizeHint().height(), value->fontMetrics().lineSpacing());
        m_rows[i].name->setMinimumHeight(line);
        value->setMinimumHeight(line);
        value->setAlignment(Qt::AlignVCenter | Qt::AlignAbsolute |
                            (facts[i].amount || mirrored ? Qt::AlignRight : Qt::AlignLeft));
        // The column stretches; an amount ends where the widest of them ends.
        value->setWordWrap(!facts[i].amount);
        value->setMinimumWidth(facts[i].amount ? widest + 2 : 0);
        m_grid->setAlignment(value,
                             facts[i].amount ? Qt::AlignTop | Qt::AlignAbsolute | leading
                                             : Qt::Alignment(Qt::AlignTop));
    }
}

QString FactGrid::value(const QString& name) const
{
    for (const Row& row : m_rows) {
        if (row.name->isVisibleTo(this) && row.name->text() == name)
            return row.value->accessibleDescription(); // whole, also where less is shown
    }
    return {};
}

} // namespace tieout
