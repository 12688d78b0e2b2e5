// SPDX-License-Identifier: GPL-3.0-or-later
// ExportDialog: what will be written before it is: how many payments, which columns, under which
// filter, in which format and where; what is wrong with the place stands beneath its field. It
// opens with open() and never waits. GUI thread; deletes itself when it is closed.
#pragma once

#include "model/exports/exportwriter.h"
#include "ui/theme/appearance.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace tieout {

class ChoiceBox;
class FactGrid;
class Form;
class FormField;

struct ExportScope
{
    qint64 rows = 0;
    bool isExact = false; // else there are more
    QStringList columns;  // as they are shown
    QString filter;       // canonical; empty: all
    QString environment;  // empty while it is read
};

struct ExportChoice
{
    ExportFormat format = ExportFormat::Csv;
    QString path;
};

class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(const Appearance& appearance, QWidget* parent = nullptr);

    void setScope(const ExportScope& scope);
    void setChoice(const ExportChoice& choice);
    // Beneath the place until it is changed: what came of the last attempt.
    void setProblem(const QString& problem);
    // The button is off and says why; empty: nothing stands in the way.
    void setBlocked(const QString& why);

Q_SIGNALS:
    void exportWanted(const tieout::ExportChoice& choice);

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeFields();
    QWidget* makePath();
    QWidget* makeButtons();
    ExportFormat format() const;
    QString path() const;
    void showFormat();
    void browse();
    void check();
    void press();
    void fit();

    const Appearance& m_appearance;
    FactGrid* m_facts;
    Form* m_form;
    ChoiceBox* m_format;
    QLineEdit* m_path = nullptr;
    QCheckBox* m_replace = nullptr;
    FormField* m_formatField = nullptr;
    FormField* m_pathField = nullptr;
    QPushButton* m_primary = nullptr;
    QString m_problem;
    QString m_blocked;
    int m_needed = 0;
};

} // namespace tieout
