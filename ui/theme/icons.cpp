// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace tieout {

namespace {

bool pointsSomewhere(const QString& name)
{
    return name == u"back" || name == u"external";
}

// Qt's SVG knows no currentColor, so the colour is written into the text before it is drawn.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QByteArray svg, bool directed)
        : m_svg(std::move(svg))
        , m_directed(directed)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor color = state == QIcon::On ? palette.color(group, QPalette::Link)
                                                : palette.color(group, QPalette::ButtonText);
        QByteArray svg = m_svg;
        svg.replace("currentColor", color.name().toLatin1());
        const bool mirrored = m_directed && QGuiApplication::isRightToLeft();
        painter->save();
        painter->translate(QRectF(rect).center());
        painter->scale(mirrored ? -1 : 1, 1);
        QSvgRenderer(svg).render(
            painter,
            QRectF(-rect.width() / 2.0, -rect.height() / 2.0, rect.width(), rect.height()));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_svg, m_directed); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QByteArray m_svg;
    bool m_directed;
};

} // namespace

QIcon lineIcon(const QString& name)
{
    QFile file(QStringLiteral(":/tieout/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIconEngine(file.readAll(), pointsSomewhere(name)));
}

} // namespace tieout
