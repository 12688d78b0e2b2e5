// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/callout.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/leading.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace tieout {

namespace callout {

constexpr int kShapeColumn = 34;
constexpr int kShape = 16;
constexpr qreal kBar = 4;

QLabel* label(const QFont& font, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setFont(font);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return made;
}

} // namespace callout

Callout::Callout(const Appearance& appearance, Look look, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_look(look)
    , m_title(callout::label(mediumOf(interfaceFont(10.5)), this))
    , m_text(callout::label(interfaceFont(9.75), this))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_text);
    connect(&appearance, &Appearance::changed, this, &Callout::wear);
    wear();
    makeRoom();
}

void Callout::makeRoom()
{
    layout()->setContentsMargins(leadingMargins(*this, callout::kShapeColumn + 4, 10, 12, 11));
    for (QLabel* label : {m_title, m_text})
        alignLeading(*label);
}

void Callout::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        makeRoom();
}

void Callout::setWords(const QString& title, const QString& text)
{
    const bool isNews = title != m_title->text() || text != m_text->text();
    m_title->setText(title);
    m_text->setText(text);
    m_title->setAccessibleName(title);
    m_text->setAccessibleName(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
    if (isNews && isVisible())
        announce(*this);
}

void Callout::showEvent(QShowEvent*)
{
    if (!m_title->text().isEmpty())
        announce(*this);
}

void Callout::wear()
{
    const ToneColors& tone = m_appearance.theme().tone(m_look.tone);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, tone.ink);
    colors.setColor(QPalette::Text, tone.ink);
    for (QLabel* label : {m_title, m_text})
        label->setPalette(colors);
    update();
}

void Callout::paintEvent(QPaintEvent*)
{
    const ToneColors& tone = m_appearance.theme().tone(m_look.tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(tone.line, 1));
    painter.setBrush(tone.ground);
    painter.drawRoundedRect(box, 6, 6);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal bar = mirrored ? box.right() - callout::kBar : box.left();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.line);
    painter.drawRoundedRect(QRectF(bar, box.top(), callout::kBar, box.height()), 2, 2);
    const qreal middle = callout::kShapeColumn / 2.0 + callout::kBar;
    const qreal left = (mirrored ? width() - middle : middle) - callout::kShape / 2.0;
    const qreal top = m_title->geometry().top() + QFontMetricsF(m_title->font()).height() / 2;
    drawShape(painter,
              QRectF(left, top - callout::kShape / 2.0, callout::kShape, callout::kShape),
              m_look.shape,
              tone.ink);
}

} // namespace tieout
