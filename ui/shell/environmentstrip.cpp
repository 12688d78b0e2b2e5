// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/environmentstrip.h"

#include "ui/theme/fonts.h"

#include <QBoxLayout>
#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QPixmapCache>

namespace tieout {

namespace environmentstrip {

constexpr int kFrame = 3;
constexpr int kStripe = 12;

// One period of the stripes, which are as wide as the gaps between them and lean by 45 degrees.
QPixmap stripes(const Theme& theme, qreal ratio)
{
    constexpr int kPeriod = kStripe * 2;
    const QString key = QStringLiteral("tieout-stripes-%1-%2-%3")
                            .arg(theme.sandbox.name(), theme.sandboxStripe.name())
                            .arg(ratio);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    tile = QPixmap(QSize(kPeriod, kPeriod) * ratio);
    tile.setDevicePixelRatio(ratio);
    tile.fill(theme.sandbox);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.sandboxStripe);
    for (const int x : {-kPeriod, 0})
        painter.drawPolygon(QPolygonF({{qreal(x), kPeriod},
                                       {qreal(x + kStripe), kPeriod},
                                       {qreal(x + kStripe + kPeriod), 0},
                                       {qreal(x + kPeriod), 0}}));
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

QString word(ShownEnvironment environment)
{
    switch (environment) {
    case ShownEnvironment::Unknown:
        break;
    case ShownEnvironment::Sandbox:
        return EnvironmentStrip::tr("SANDBOX");
    case ShownEnvironment::Production:
        return EnvironmentStrip::tr("PRODUCTION");
    }
    return EnvironmentStrip::tr("NO DATABASE");
}

QColor ink(ShownEnvironment environment, const Theme& theme)
{
    switch (environment) {
    case ShownEnvironment::Unknown:
        break;
    case ShownEnvironment::Sandbox:
        return theme.onSandbox;
    case ShownEnvironment::Production:
        return theme.onProduction;
    }
    return theme.muted;
}

} // namespace environmentstrip

ShownEnvironment shownEnvironment(QStringView name)
{
    if (name == u"sandbox")
        return ShownEnvironment::Sandbox;
    return name == u"production" ? ShownEnvironment::Production : ShownEnvironment::Unknown;
}

void paintEnvironment(QPainter& painter,
                      const QRectF& rect,
                      ShownEnvironment environment,
                      const Theme& theme)
{
    if (environment == ShownEnvironment::Unknown) {
        painter.fillRect(rect, theme.line);
        return;
    }
    if (environment == ShownEnvironment::Production) {
        painter.fillRect(rect, theme.production);
        return;
    }
    // A tile costs little for a window that is large; polygons through all of it took 200 ms.
    painter.drawTiledPixmap(rect,
                            environmentstrip::stripes(theme, painter.device()->devicePixelRatioF()),
                            rect.topLeft());
}

EnvironmentStrip::EnvironmentStrip(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("environmentStrip"));
    setFixedHeight(30);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    setAccessibleName(text());
}

void EnvironmentStrip::setEnvironment(ShownEnvironment environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    setAccessibleName(text());
    update();
}

void EnvironmentStrip::setFacts(const QString& database,
                                const QString& engine,
                                const QString& person)
{
    if (database == m_database && engine == m_engine && person == m_person)
        return;
    m_database = database;
    m_engine = engine;
    m_person = person;
    setAccessibleName(text());
    update();
}

QString EnvironmentStrip::text() const
{
    QStringList parts{environmentstrip::word(m_environment), m_database, m_engine, m_person};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void EnvironmentStrip::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const Theme& theme = m_appearance.theme();
    // One grid with the frame around it, so that the stripes meet.
    painter.translate(-pos());
    paintEnvironment(painter, event->rect().translated(pos()), m_environment, theme);
    painter.translate(pos());
    painter.setLayoutDirection(layoutDirection());
    painter.setPen(environmentstrip::ink(m_environment, theme));
    QFont loud = mediumOf(interfaceFont(10));
    loud.setWeight(QFont::Bold);
    loud.setLetterSpacing(QFont::AbsoluteSpacing, 1.2);
    painter.setFont(loud);
    const QString word = environmentstrip::word(m_environment);
    const QRectF inner = QRectF(rect()).adjusted(16, 0, -16, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeading, word);
    const qreal used = QFontMetricsF(loud).horizontalAdvance(word) + 24;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QFont plain = interfaceFont(9.5);
    painter.setFont(plain);
    QStringList right{m_engine, m_person};
    right.removeAll(QString());
    const QString rightText = right.join(QStringLiteral("   ·   "));
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignTrailing, rightText);
    const qreal taken = QFontMetricsF(plain).horizontalAdvance(rightText) + 24;
    const QRectF middle =
        mirrored ? inner.adjusted(taken, 0, -used, 0) : inner.adjusted(used, 0, -taken, 0);
    painter.drawText(middle,
                     Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetricsF(plain).elidedText(m_database, Qt::ElideMiddle, middle.width()));
}

EnvironmentFrame::EnvironmentFrame(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    auto* layout = new QVBoxLayout(this);
    constexpr int kWidth = environmentstrip::kFrame;
    layout->setContentsMargins(kWidth, 0, kWidth, kWidth);
    layout->setSpacing(0);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void EnvironmentFrame::setContent(QWidget* content)
{
    layout()->addWidget(content);
    content->setAutoFillBackground(true);
}

void EnvironmentFrame::setEnvironment(ShownEnvironment environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    update();
}

void EnvironmentFrame::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QMargins width = layout()->contentsMargins();
    const QRect inner = rect().marginsRemoved(width);
    const Theme& theme = m_appearance.theme();
    const QRect left(0, 0, width.left(), height());
    const QRect right(inner.right() + 1, 0, width.right(), height());
    const QRect below(0, inner.bottom() + 1, this->width(), width.bottom());
    for (const QRect& edge : {left, right, below}) {
        // Most of what is painted anew lies within the frame.
        for (const QRect& part : event->region().intersected(edge))
            paintEnvironment(painter, part, m_environment, theme);
    }
}

} // namespace tieout
