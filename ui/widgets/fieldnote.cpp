// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldnote.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/leading.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTextLayout>

namespace tieout {

namespace fieldnote {

constexpr int kShapeSize = 12;
constexpr int kShapeSpace = 18;

// A line is higher in some scripts than the font says.
qreal lineHeight(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(QWIDGETSIZE_MAX);
    layout.endLayout();
    return line.height();
}

} // namespace fieldnote

FieldNote::FieldNote(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_text(new QLabel(this))
{
    m_text->setFont(interfaceFont(9));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    connect(&appearance, &Appearance::changed, this, &FieldNote::wear);
    wear();
}

void FieldNote::say(const QString& text, std::optional<Look> look)
{
    const bool isNews = look && text != m_text->text();
    m_text->setText(text);
    m_look = look;
    setAccessibleName(text);
    if (isNews && isVisible())
        announce(*this);
    layout()->setContentsMargins(leadingMargins(*this, look ? fieldnote::kShapeSpace : 0, 0, 0, 0));
    wear();
}

QString FieldNote::text() const
{
    return m_text->text();
}

void FieldNote::wear()
{
    QPalette colors = m_text->palette();
    colors.setColor(QPalette::WindowText,
                    m_look ? m_appearance.theme().tone(m_look->tone).ink
                           : m_appearance.theme().muted);
    m_text->setPalette(colors);
    update();
}

void FieldNote::paintEvent(QPaintEvent*)
{
    if (!m_look)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = m_text->y() + fieldnote::lineHeight(m_text->text(), m_text->font()) / 2;
    const qreal left =
        layoutDirection() == Qt::RightToLeft ? width() - fieldnote::kShapeSize - 1 : 1;
    drawShape(painter,
              QRectF(left,
                     middle - fieldnote::kShapeSize / 2.0,
                     fieldnote::kShapeSize,
                     fieldnote::kShapeSize),
              m_look->shape,
              m_appearance.theme().tone(m_look->tone).line);
}

} // namespace tieout
