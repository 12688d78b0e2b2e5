// SPDX-License-Identifier: GPL-3.0-or-later
// FilterEdit: the line in which a filter is typed. Parts that are wrong get a wavy line, painted
// over the text from a layout of the same text: it follows scrolling, selection and bidirectional
// text, and leaves an input method's own marks alone. GUI thread.
#pragma once

#include "model/domain/filter.h"
#include "ui/theme/appearance.h"

#include <QLineEdit>

class QTextLayout;

namespace tieout {

class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Appearance& appearance, QWidget* parent = nullptr);

    void setWrongParts(std::vector<FilterSpan> parts);
    const std::vector<FilterSpan>& wrongParts() const { return m_wrong; }
    // Where a place between two characters is painted, in the edit's coordinates.
    qreal xOf(qsizetype place) const;
    // Replaces a part as if it had been typed: it can be undone.
    void replace(const FilterSpan& part, const QString& text);

Q_SIGNALS:
    void focusChanged(bool focused);
    void historyWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void addActions();
    void layOut(QTextLayout& layout) const;
    qreal originOf(const QTextLayout& layout) const;

    const Appearance& m_appearance;
    std::vector<FilterSpan> m_wrong;
    bool m_composing = false;
};

} // namespace tieout
