// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/environmentstrip.h"

#include "ui/theme/fonts.h"

#include <QBoxLayout>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace tieout {

namespace environmentstrip {

constexpr int kFrame = 3;
constexpr qreal kStripe = 12;

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
    painter.save();
    painter.setClipRect(rect);
    painter.fillRect(rect, theme.sandbox);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.sandboxStripe);
    // One grid for strip and frame, so that the stripes meet.
    const qreal step = environmentstrip::kStripe * 2;
    const qreal lean = rect.height();
    const qreal first = std::floor((rect.left() - lean) / step) * step;
    for (qreal x = first; x < rect.right() + lean; x += step) {
        painter.drawPolygon(QPolygonF{{x, rect.bottom()},
                                      {x + environmentstrip::kStripe, rect.bottom()},
                                      {x + environmentstrip::kStripe + lean, rect.top()},
                                      {x + lean, rect.top()}});
    }
    painter.restore();
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

void EnvironmentStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_appearance.theme();
    paintEnvironment(painter, rect(), m_environment, theme);
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
    m_environment = environment;
    update();
}

void EnvironmentFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintEnvironment(painter, rect(), m_environment, m_appearance.theme());
}

} // namespace tieout
