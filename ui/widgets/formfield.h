// SPDX-License-Identifier: GPL-3.0-or-later
// Form: names and fields in two aligned columns, each with a line beneath for a hint or for what is
// wrong with it. A field that is wrong says so there, in words and with a shape, and to a screen
// reader as its description. Plain text whatever it holds. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tieout {

class FieldNote;

class FormField final : public QObject
{
    Q_OBJECT

public:
    FormField(const Appearance& appearance, const QString& name, QWidget* editor, QWidget* form);

    QWidget* editor() const { return m_editor; }
    QString error() const { return m_error; }
    bool isShown() const { return m_shown; }
    // Shown while nothing is wrong.
    void setHint(const QString& hint);
    // Empty: nothing is wrong.
    void setError(const QString& error);
    void setShown(bool shown);

private:
    friend class Form;
    void show();

    QLabel* m_name;
    QWidget* m_editor;
    FieldNote* m_note;
    QString m_hint;
    QString m_error;
    bool m_shown = true;
};

class Form final : public QWidget
{
    Q_OBJECT

public:
    explicit Form(const Appearance& appearance, QWidget* parent = nullptr);

    // `name` with its mnemonic; the editor's accessible name is the same without it.
    FormField* add(const QString& name, QWidget* editor);

private:
    const Appearance& m_appearance;
    QGridLayout* m_grid;
};

} // namespace tieout
