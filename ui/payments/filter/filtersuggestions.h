// SPDX-License-Identifier: GPL-3.0-or-later
// FilterSuggestions: what a person may mean to type next, in a list below the field: fields with
// their help, then words and names; and in the empty field the filters used before. Tab takes the
// current suggestion or the first; Enter takes one that was chosen, or the first where what stands
// there is wrong as it is; Escape closes. GUI thread.
#pragma once

#include "model/domain/filtercompletion.h"
#include "ui/payments/filter/filterpopup.h"

#include <QPointer>

namespace tieout {

class FilterEdit;
class FilterHistory;

class FilterSuggestions final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FilterEdit& edit;
        const FilterFields& fields;
        FilterNames names;
        const FilterHistory& history;
        const Appearance& appearance;
        QWidget& note; // below the field; never covered by the list
    };

    explicit FilterSuggestions(Parts parts);

    void showHistory();
    void close();
    bool isOpen() const;
    FilterPopup* popup() { return m_popup; }

Q_SIGNALS:
    void earlierChosen(const QString& filter);
    void leaveWanted(); // Escape with nothing to close

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // `asked`: also where nothing is typed, such as after a blank.
    void complete(bool asked = false);
    void open(const std::vector<PopupRow>& rows, int current, int x, int minimumWidth);
    int bottom() const; // of the field and its note, in the window
    void take(int row);
    bool keyWhileOpen(int key);
    bool keyWhileClosed(int key, Qt::KeyboardModifiers modifiers);

    Parts m_parts;
    QPointer<FilterPopup> m_popup; // belongs to the window
    FilterCompletion m_completion;
    QStringList m_earlier; // shown instead of a completion
    bool m_taking = false;
};

} // namespace tieout
