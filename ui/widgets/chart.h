// SPDX-License-Identifier: GPL-3.0-or-later
// Chart: what all drawings of figures have in common: marks that are reached by mouse and arrow
// keys and open what they count, their words for assistive technology, and a menu that copies the
// drawing or its figures. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QWidget>

#include <vector>

namespace tieout {

struct ChartMark
{
    QRectF box; // of the widget
    QString words;
    QString target; // empty: only told
};

class Chart : public QWidget
{
    Q_OBJECT

public:
    Chart(const Appearance& appearance, const QString& name, QWidget* parent = nullptr);

    const std::vector<ChartMark>& marks() const { return m_marks; }
    // The figures as lines of cells, the names of the columns first.
    const std::vector<QStringList>& cells() const { return m_cells; }
    void copyImage();
    void copyCsv();

Q_SIGNALS:
    void opened(const QString& target);

protected:
    // After new figures: what they say in words, and as a table.
    void setFigures(const QString& words, std::vector<QStringList> cells);
    virtual std::vector<ChartMark> layOut() const = 0;
    virtual void draw(QPainter& painter) const = 0;

    const Theme& theme() const { return m_appearance.theme(); }
    bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }
    // For words and legends. Axes run from left to right in every language, as time and numbers do.
    QRectF mirrored(const QRectF& box) const;

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int markAt(const QPointF& at) const;
    int nextOpening(int from, int step) const;
    void renew();

    const Appearance& m_appearance;
    std::vector<ChartMark> m_marks;
    std::vector<QStringList> m_cells;
    int m_hovered = -1;
    int m_current = -1; // by the keyboard
};

} // namespace tieout
