// SPDX-License-Identifier: GPL-3.0-or-later
// EntryList: a short list of things that happened or stand open, each with a shape, a title, what
// is on its right, and lines below; drawn in one widget. With a thread it reads as a timeline, in
// which a bracket joins what happened with what took it back. GUI thread. The arrow keys walk over
// the entries and over the lines that can be copied or opened; Ctrl+C copies where one stands,
// Return opens its link. Newer entries leave one standing on the same thing while it is there.
#pragma once

#include "ui/theme/appearance.h"
#include "ui/widgets/entrylayout.h"

#include <QHash>
#include <QIcon>
#include <QWidget>

namespace tieout {

class EntryList final : public QWidget
{
    Q_OBJECT

public:
    EntryList(const Appearance& appearance, bool threaded, QWidget* parent = nullptr);

    void setEntries(std::vector<Entry> entries);
    const std::vector<Entry>& entries() const { return m_entries; }
    // With the whole of what is shown cut short.
    QString plainText(size_t entry) const;
    // For the width that it has now.
    const EntryLayout& layOut() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString& url);
    void stoppedAt(const QRect& box); // by key: wants to be seen

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    // An entry's head (line -1), or one of its lines.
    struct Stop
    {
        size_t entry = 0;
        int line = -1;

        bool operator==(const Stop&) const = default;
    };

    std::vector<Stop> stops() const;
    // What stands there, whatever is said about it meanwhile.
    QStringList thingAt(const Stop& stop) const;
    void keepCurrent(const QStringList& thing);
    std::optional<Stop> stopAt(const QPointF& place) const;
    QRectF boxOf(const Stop& stop) const;
    const EntryLine* lineOf(const Stop& stop) const;
    QString tipAt(const QPointF& place) const;
    void moveBy(int steps);
    void copy(const Stop& stop);
    void open(const Stop& stop);
    void paintThread(QPainter& painter, size_t entry) const;
    void paintBrackets(QPainter& painter) const;
    void paintEntry(QPainter& painter, size_t entry) const;
    void paintLine(QPainter& painter, const Stop& stop) const;
    void paintIcon(QPainter& painter, const QString& name, const QRectF& box) const;
    bool isUndone(size_t entry) const;

    const Appearance& m_appearance;
    bool m_threaded;
    std::vector<Entry> m_entries;
    EntryFonts m_fonts;
    Stop m_current;
    std::optional<Stop> m_hovered;
    mutable EntryLayout m_layout;
    mutable int m_layoutWidth = -1;
    mutable QHash<QString, QIcon> m_icons;
};

} // namespace tieout
