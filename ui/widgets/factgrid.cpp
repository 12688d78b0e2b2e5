// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factgrid.h"

#include "ui/theme/fonts.h"

#include <QGridLayout>
#include <QLabel>

namespace tieout {

constexpr auto kSelectable = Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard;

FactGrid::FactGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::setFacts(const std::vector<Fact>& facts)
{
    while (m_pairs.size() < facts.size()) {
        const int row = int(m_pairs.size());
        const Pair pair{new QLabel(this), new QLabel(this)};
        pair.name->setForegroundRole(QPalette::PlaceholderText);
        pair.name->setTextFormat(Qt::PlainText);
        pair.value->setTextFormat(Qt::PlainText);
        pair.value->setWordWrap(true);
        pair.value->setTextInteractionFlags(Qt::TextSelectableByMouse |
                                            Qt::TextSelectableByKeyboard);
        m_grid->addWidget(pair.name, row, 0, Qt::AlignTop);
        m_grid->addWidget(pair.value, row, 1, Qt::AlignTop);
        m_pairs.push_back(pair);
    }
    for (size_t i = 0; i < m_pairs.size(); ++i) {
        const bool used = i < facts.size();
        m_pairs[i].name->setVisible(used);
        m_pairs[i].value->setVisible(used);
        if (!used)
            continue;
        m_pairs[i].name->setText(facts[i].name);
        // A label that can be selected keeps the font of its document: it is made anew with the
        // font.
        m_pairs[i].value->setTextInteractionFlags(Qt::NoTextInteraction);
        m_pairs[i].value->setFont(facts[i].mono ? monoFont(9) : interfaceFont());
        m_pairs[i].value->setText(facts[i].value);
        m_pairs[i].value->setTextInteractionFlags(kSelectable);
        m_pairs[i].value->setAccessibleName(facts[i].name);
        m_pairs[i].value->setAccessibleDescription(facts[i].value);
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
