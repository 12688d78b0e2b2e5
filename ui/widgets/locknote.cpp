// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/locknote.h"

#include "ui/widgets/iconlabel.h"

#include <QBoxLayout>
#include <QLabel>

namespace tieout {

QWidget* lockNote(const QString& text, QWidget* parent)
{
    auto* note = new QWidget(parent);
    auto* row = new QHBoxLayout(note);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("lock"), 16, note));
    auto* words = new QLabel(text, note);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(words, 1);
    note->setAccessibleName(text);
    return note;
}

} // namespace tieout
