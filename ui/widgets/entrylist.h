// SPDX-License-Identifier: GPL-3.0-or-later
// EntryList: a short list of things that happened or stand open, each with a shape, a title, what
// is on its right, and lines below; drawn in one widget. With a thread it reads as a timeline. GUI
// thread. Entries are reached with the arrow keys; Ctrl+C copies the current one.
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QWidget>

#include <vector>

namespace tieout {

struct EntryLine
{
    QString text;
    bool mono = false;

    bool operator==(const EntryLine&) const = default;
};

struct Entry
{
    Look look;
    QString title;
    QString right;
    std::vector<EntryLine> lines;
    bool struck = false; // taken back

    bool operator==(const Entry&) const = default;
};

class EntryList final : public QWidget
{
    Q_OBJECT

public:
    EntryList(const Appearance& appearance, bool threaded, QWidget* parent = nullptr);

    void setEntries(std::vector<Entry> entries);
    const std::vector<Entry>& entries() const { return m_entries; }
    QString plainText(size_t entry) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    int entryHeight(const Entry& entry) const;
    void paintEntry(QPainter& painter, const Entry& entry, const QRectF& box, bool last) const;

    const Appearance& m_appearance;
    bool m_threaded;
    int m_current = 0;
    std::vector<Entry> m_entries;
    QFont m_title;
    QFont m_small;
    QFont m_mono;
};

} // namespace tieout
