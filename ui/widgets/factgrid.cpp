// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factgrid.h"

#include "ui/theme/fonts.h"

#include <QGridLayout>
#include <QLabel>

namespace tieout {

FactGrid::FactGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
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

FactGrid::Pair& FactGrid::pairAt(size_t index, bool mono)
{
    const int row = int(index);
    if (index == m_pairs.size()) {
        const Pair pair{new QLabel(this), makeValue(mono), mono};
        pair.name->setForegroundRole(QPalette::PlaceholderText);
        pair.name->setTextFormat(Qt::PlainText);
        m_grid->addWidget(pair.name, row, 0, Qt::AlignTop);
        m_grid->addWidget(pair.value, row, 1, Qt::AlignTop);
        m_pairs.push_back(pair);
    }
    Pair& pair = m_pairs[index];
    if (pair.mono != mono) {
        delete pair.value;
        pair.value = makeValue(mono);
        pair.mono = mono;
        m_grid->addWidget(pair.value, row, 1, Qt::AlignTop);
    }
    return pair;
}

void FactGrid::setFacts(const std::vector<Fact>& facts)
{
    for (size_t i = 0; i < facts.size(); ++i) {
        const Pair& pair = pairAt(i, facts[i].mono);
        pair.name->setText(facts[i].name);
        pair.value->setText(facts[i].value);
        pair.value->setAccessibleName(facts[i].name);
        pair.value->setAccessibleDescription(facts[i].value);
    }
    for (size_t i = 0; i < m_pairs.size(); ++i) {
        m_pairs[i].name->setVisible(i < facts.size());
        m_pairs[i].value->setVisible(i < facts.size());
    }
}

QString FactGrid::value(const QString& name) const
{
    for (const Pair& pair : m_pairs) {
        if (pair.name->isVisibleTo(this) && pair.name->text() == name)
            return pair.value->text();
    }
    return {};
}

} // namespace tieout
