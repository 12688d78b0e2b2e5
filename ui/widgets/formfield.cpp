// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/widgets/fieldnote.h"

#include <QGridLayout>
#include <QLabel>

namespace tieout {

namespace formfield {

constexpr int kFieldHeight = 30;
constexpr int kNameWidth = 104;

// "&Amount" as a screen reader says it.
QString withoutMnemonic(QString name)
{
    return name.remove(u'&');
}

} // namespace formfield

FormField::FormField(const Appearance& appearance,
                     const QString& name,
                     QWidget* editor,
                     QWidget* form)
    : QObject(form)
    , m_name(new QLabel(name, form))
    , m_editor(editor)
    , m_note(new FieldNote(appearance, form))
{
    m_name->setBuddy(editor);
    m_name->setMinimumWidth(formfield::kNameWidth);
    m_name->setFixedHeight(formfield::kFieldHeight);
    m_name->setForegroundRole(QPalette::PlaceholderText);
    editor->setAccessibleName(formfield::withoutMnemonic(name));
    show();
}

void FormField::setHint(const QString& hint)
{
    m_hint = hint;
    show();
}

void FormField::setError(const QString& error)
{
    m_error = error;
    show();
}

void FormField::setShown(bool shown)
{
    m_shown = shown;
    show();
}

void FormField::show()
{
    if (m_error.isEmpty())
        m_note->say(m_hint);
    else
        m_note->say(m_error, Look{Tone::Bad, Shape::Triangle});
    m_editor->setAccessibleDescription(m_note->text());
    m_name->setVisible(m_shown);
    m_editor->setVisible(m_shown);
    m_note->setVisible(m_shown && !m_note->text().isEmpty());
}

Form::Form(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

FormField* Form::add(const QString& name, QWidget* editor)
{
    auto* field = new FormField(m_appearance, name, editor, this);
    const int row = m_grid->rowCount();
    m_grid->addWidget(field->m_name, row, 0, Qt::AlignTop);
    m_grid->addWidget(editor, row, 1);
    m_grid->addWidget(field->m_note, row + 1, 1);
    // What parts one field from the next stays when its note is hidden.
    m_grid->setRowMinimumHeight(row + 2, 4);
    if (editor->sizePolicy().verticalPolicy() == QSizePolicy::Fixed)
        editor->setMinimumHeight(formfield::kFieldHeight);
    return field;
}

} // namespace tieout
