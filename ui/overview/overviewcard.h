// SPDX-License-Identifier: GPL-3.0-or-later
// OverviewCard: one block of the overview: a title with a quiet note at its end, and below either
// its content or a word that stands for it (reading, nothing yet, an error); old content says since
// when it is old. GUI thread.
#pragma once

#include "model/tables/overview.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tieout {

class FieldNote;

class OverviewCard final : public QWidget
{
    Q_OBJECT

public:
    OverviewCard(const Appearance& appearance, const QString& title, QWidget* parent = nullptr);

    QVBoxLayout& body() { return *m_body; }
    QVBoxLayout& column() { return *m_column; }
    void setNote(const QString& note);
    void showMessage(const QString& text);
    void showBody();
    // Empty: what is shown is as new as it can be.
    void setWarning(const QString& text);
    QString message() const; // empty while the content is shown
    QString warning() const;

    // The states that every block of figures has. `lost`: since when the database is away.
    template<class T>
    void present(const OverviewBlock<T>& block,
                 const std::optional<UtcTime>& lost,
                 const QString& nothing,
                 bool isNothing)
    {
        setWarning(staleText(block.asOf, block.value ? block.error : std::nullopt, lost));
        if (!block.value)
            return showMessage(block.error ? problemText(*block.error) : readingText());
        if (isNothing)
            return showMessage(nothing);
        showBody();
    }

private:
    static QString readingText();
    static QString problemText(const Error& error);
    static QString
    staleText(UtcTime asOf, const std::optional<Error>& error, const std::optional<UtcTime>& lost);

    QLabel* m_title;
    QLabel* m_note;
    FieldNote* m_warning;
    QLabel* m_message;
    QWidget* m_content;
    QVBoxLayout* m_column;
    QVBoxLayout* m_body;
};

// The time of day in UTC, "12:04:10".
QString clockText(UtcTime time);

} // namespace tieout
