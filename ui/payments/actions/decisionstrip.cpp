// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/decisionstrip.h"

#include "ui/payments/actions/decisionwords.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/leading.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace tieout {

namespace decisionstrip {

constexpr int kShapeColumn = 32;
constexpr int kShapeSize = 14;

} // namespace decisionstrip

DecisionStrip::DecisionStrip(Decisions& decisions, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_decisions(decisions)
    , m_appearance(appearance)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QToolButton(this))
{
    setObjectName(QStringLiteral("decision"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setFont(mediumOf(interfaceFont(9.75)));
    for (QLabel* label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_text->setFont(interfaceFont(9.5));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button->setObjectName(QStringLiteral("decisionButton"));
    m_button->setProperty("framed", true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(leadingMargins(*this, decisionstrip::kShapeColumn, 8, 8, 8));
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_waitsLong = true;
        show();
    });
    connect(m_button, &QToolButton::clicked, this, &DecisionStrip::press);
    connect(&decisions, &Decisions::changed, this, [this](const CommandId& id) {
        if (id == m_id)
            show();
    });
    connect(&appearance, &Appearance::changed, this, &DecisionStrip::wear);
    hide();
}

void DecisionStrip::follow(const CommandId& id)
{
    m_id = id;
    m_waitsLong = false;
    m_patience.stop();
    show();
}

void DecisionStrip::setInDialog()
{
    m_inDialog = true;
    m_title->hide();
}

QString DecisionStrip::text() const
{
    return m_text->text();
}

void DecisionStrip::show()
{
    const Decision* decision = m_decisions.find(m_id);
    setVisible(decision != nullptr);
    if (!decision)
        return;
    if (isFinal(decision->state))
        m_patience.stop();
    else if (!m_patience.isActive() && !m_waitsLong)
        m_patience.start();
    m_look = lookOf(decision->state);
    m_title->setText(decisionTitle(decision->request.kind));
    const QString text = decisionText(*decision, m_waitsLong);
    const bool isNews = text != m_text->text();
    m_text->setText(text);
    setAccessibleName(m_title->text());
    setAccessibleDescription(text);
    if (isNews)
        announce(*this);
    const bool ended = isFinal(decision->state);
    const bool mayTakeBack = decision->state == DecisionState::Lost ||
                             (decision->state == DecisionState::Waiting && m_waitsLong);
    m_button->setVisible(ended ? !m_inDialog : mayTakeBack);
    m_button->setEnabled(ended || !decision->isCancelling);
    m_button->setText(ended ? tr("Dismiss") : tr("&Take back"));
    m_button->setToolTip(ended ? QString()
                               : tr("Nobody decides it any more; nothing will be changed"));
    m_button->setAccessibleName(
        //: A button, then what it is about.
        tr("%1: %2").arg(ended ? tr("Dismiss") : tr("Take back"), m_title->text()));
    wear();
}

void DecisionStrip::press()
{
    const Decision* decision = m_decisions.find(m_id);
    if (!decision)
        return;
    // A copy: what is forgotten takes its own id along.
    const CommandId id = m_id;
    if (isFinal(decision->state))
        m_decisions.forget(id);
    else
        m_decisions.cancel(id);
}

void DecisionStrip::wear()
{
    QPalette colors = palette();
    const QColor& ink = m_appearance.theme().tone(m_look.tone).ink;
    colors.setColor(QPalette::WindowText, ink);
    colors.setColor(QPalette::Text, ink);
    for (QLabel* label : {m_title, m_text})
        label->setPalette(colors);
    update();
}

void DecisionStrip::paintEvent(QPaintEvent*)
{
    const ToneColors& tone = m_appearance.theme().tone(m_look.tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.ground);
    painter.drawRoundedRect(rect(), 6, 6);
    const QLabel* first = m_inDialog ? m_text : m_title;
    const qreal middle = first->y() + QFontMetricsF(first->font()).height() / 2;
    const qreal inset = (decisionstrip::kShapeColumn - decisionstrip::kShapeSize) / 2.0;
    const qreal left =
        layoutDirection() == Qt::RightToLeft ? width() - inset - decisionstrip::kShapeSize : inset;
    drawShape(painter,
              QRectF(left,
                     middle - decisionstrip::kShapeSize / 2.0,
                     decisionstrip::kShapeSize,
                     decisionstrip::kShapeSize),
              m_look.shape,
              tone.line);
}

} // namespace tieout
