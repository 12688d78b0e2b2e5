// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/statuslook.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tieout {

namespace statuslook {

constexpr qreal kPillHeight = 20;
constexpr qreal kShapeSize = 10;
constexpr qreal kPadding = 8;
constexpr qreal kGap = 5;
constexpr int kBars = 4;
constexpr float kAhead = 0.25F;

// Bars that rise from the beginning to the end of a line; those to come are a shade of the colour.
void drawRise(QPainter& painter, const QRectF& box, int filled, QColor color)
{
    const qreal width = box.width() * 2 / 11; // two pixels of the eleven of a table
    const qreal step = (box.width() - width) / (kBars - 1);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    painter.setPen(Qt::NoPen);
    for (int bar = 0; bar < kBars; ++bar) {
        if (bar == filled)
            color.setAlphaF(kAhead);
        const qreal height = box.height() * (5 + 2 * bar) / 11;
        const qreal from = step * (mirrored ? kBars - 1 - bar : bar);
        painter.setBrush(color);
        painter.drawRect(QRectF(box.left() + from, box.bottom() - height, width, height));
    }
}

} // namespace statuslook

Look lookOf(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Pending:
        return {Tone::Waiting, Shape::Ring};
    case PaymentStatus::Confirming:
        return {Tone::Progress, Shape::Half};
    case PaymentStatus::Confirmed:
        return {Tone::Good, Shape::Check};
    case PaymentStatus::Overpaid:
        return {Tone::Over, Shape::Plus};
    case PaymentStatus::Underpaid:
        return {Tone::Caution, Shape::Minus};
    case PaymentStatus::Expired:
        return {Tone::Neutral, Shape::Bar};
    case PaymentStatus::Held:
        return {Tone::Held, Shape::Pause};
    case PaymentStatus::Reorged:
        return {Tone::Bad, Shape::Triangle};
    case PaymentStatus::Refunded:
        return {Tone::Neutral, Shape::Back};
    case PaymentStatus::Cancelled:
        return {Tone::Neutral, Shape::Cross};
    }
    return {};
}

Look lookOf(TransferState state)
{
    switch (state) {
    case TransferState::Mempool:
        return {Tone::Waiting, Shape::Ring};
    case TransferState::Mined:
        return {Tone::Progress, Shape::Half};
    case TransferState::Confirmed:
    case TransferState::Final:
        return {Tone::Good, Shape::Check};
    case TransferState::Withdrawn:
        return {Tone::Bad, Shape::Back};
    case TransferState::Vanished:
        return {Tone::Neutral, Shape::Cross};
    }
    return {};
}

Look lookOf(DetectionState state)
{
    switch (state) {
    case DetectionState::Created:
        return {Tone::Waiting, Shape::Ring};
    case DetectionState::Detected:
        return {Tone::Good, Shape::Check};
    case DetectionState::Vanished:
        return {Tone::Bad, Shape::Back};
    case DetectionState::Expired:
        return {Tone::Neutral, Shape::Bar};
    }
    return {};
}

Look lookOf(ConfirmationState state)
{
    switch (state) {
    case ConfirmationState::None:
        return {Tone::Waiting, Shape::Ring};
    case ConfirmationState::Confirming:
        return {Tone::Progress, Shape::Half};
    case ConfirmationState::Confirmed:
    case ConfirmationState::Final:
        return {Tone::Good, Shape::Check};
    case ConfirmationState::Reorged:
        return {Tone::Bad, Shape::Triangle};
    }
    return {};
}

Look lookOf(RecognitionState state)
{
    switch (state) {
    case RecognitionState::NotEligible:
        return {Tone::Waiting, Shape::Ring};
    case RecognitionState::Held:
        return {Tone::Held, Shape::Pause};
    case RecognitionState::Ready:
        return {Tone::Progress, Shape::Half};
    case RecognitionState::Posted:
    case RecognitionState::Settled:
        return {Tone::Good, Shape::Check};
    case RecognitionState::Reversed:
        return {Tone::Bad, Shape::Back};
    }
    return {};
}

Look lookOf(FulfilmentState state)
{
    switch (state) {
    case FulfilmentState::None:
        return {Tone::Waiting, Shape::Ring};
    case FulfilmentState::Released:
        return {Tone::Good, Shape::Check};
    case FulfilmentState::Recalled:
        return {Tone::Bad, Shape::Back};
    }
    return {};
}

Look lookOf(AgeStep step)
{
    switch (step) {
    case AgeStep::Fresh:
        return {Tone::Neutral, Shape::Rise1};
    case AgeStep::Due:
        return {Tone::Waiting, Shape::Rise2};
    case AgeStep::Late:
        return {Tone::Caution, Shape::Rise3};
    case AgeStep::Breached:
        return {Tone::Bad, Shape::Rise4};
    }
    return {};
}

Look lookOfEvent(QStringView type)
{
    struct EventLook
    {
        const char* ending;
        Look look;
    };
    static constexpr EventLook kLooks[] = {
        {".created", {Tone::Neutral, Shape::Dot}},
        {".detected", {Tone::Waiting, Shape::Ring}},
        {".confirming", {Tone::Progress, Shape::Half}},
        {".confirmed", {Tone::Good, Shape::Check}},
        {".released", {Tone::Good, Shape::Check}},
        {".recalled", {Tone::Bad, Shape::Back}},
        {".underpaid", {Tone::Caution, Shape::Minus}},
        {".overpaid", {Tone::Over, Shape::Plus}},
        {".reorged", {Tone::Bad, Shape::Triangle}},
        {".expired", {Tone::Neutral, Shape::Bar}},
        {".cancelled", {Tone::Neutral, Shape::Cross}},
        {".held", {Tone::Held, Shape::Pause}},
        {".resumed", {Tone::Good, Shape::Check}},
        {".refunded", {Tone::Neutral, Shape::Back}},
        {".opened", {Tone::Caution, Shape::Triangle}},
        {".resolved", {Tone::Good, Shape::Check}},
    };
    for (const auto& known : kLooks) {
        if (type.endsWith(QLatin1String(known.ending)))
            return known.look;
    }
    return {};
}

Look lookOfSeverity(int severity)
{
    switch (severity) {
    case 1:
        return {Tone::Bad, Shape::Triangle};
    case 2:
        return {Tone::Caution, Shape::Triangle};
    case 3:
        return {Tone::Waiting, Shape::Dot};
    default:
        return {Tone::Neutral, Shape::Dot};
    }
}

void drawShape(QPainter& painter, const QRectF& box, Shape shape, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal s = box.width();
    QPen pen(color, std::max(1.4, s * 0.16), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](qreal x, qreal y) { return box.topLeft() + QPointF(x * s, y * s); };
    const QRectF ring = box.adjusted(s * 0.1, s * 0.1, -s * 0.1, -s * 0.1);
    switch (shape) {
    case Shape::Ring:
        painter.drawEllipse(ring);
        break;
    case Shape::Half:
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(ring, 90 * 16, -180 * 16);
        break;
    case Shape::Check:
        painter.drawPolyline(QPolygonF{at(0.08, 0.55), at(0.38, 0.84), at(0.92, 0.2)});
        break;
    case Shape::Plus:
        painter.drawLine(at(0.5, 0.08), at(0.5, 0.92));
        [[fallthrough]];
    case Shape::Minus:
        painter.drawLine(at(0.08, 0.5), at(0.92, 0.5));
        break;
    case Shape::Bar:
        painter.drawEllipse(ring);
        painter.drawPolyline(QPolygonF{at(0.5, 0.28), at(0.5, 0.5), at(0.68, 0.6)});
        break;
    case Shape::Pause:
        painter.drawLine(at(0.3, 0.12), at(0.3, 0.88));
        painter.drawLine(at(0.7, 0.12), at(0.7, 0.88));
        break;
    case Shape::Back:
        painter.drawPolyline(QPolygonF{at(0.4, 0.1), at(0.08, 0.42), at(0.4, 0.74)});
        painter.drawPolyline(QPolygonF{at(0.1, 0.42), at(0.9, 0.42), at(0.9, 0.9)});
        break;
    case Shape::Cross:
        painter.drawLine(at(0.15, 0.15), at(0.85, 0.85));
        painter.drawLine(at(0.85, 0.15), at(0.15, 0.85));
        break;
    case Shape::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(box.adjusted(s * 0.22, s * 0.22, -s * 0.22, -s * 0.22));
        break;
    case Shape::Triangle:
        painter.drawPolygon(QPolygonF{at(0.5, 0.06), at(0.96, 0.9), at(0.04, 0.9)});
        painter.drawLine(at(0.5, 0.4), at(0.5, 0.64));
        break;
    case Shape::Rise1:
    case Shape::Rise2:
    case Shape::Rise3:
    case Shape::Rise4:
        statuslook::drawRise(painter, box, 1 + int(shape) - int(Shape::Rise1), color);
        break;
    }
    painter.restore();
}

qreal pillWidth(const QString& word, const QFont& font)
{
    using namespace statuslook;
    return kPadding + kShapeSize + kGap + QFontMetricsF(font).horizontalAdvance(word) + kPadding +
           1;
}

QRectF drawPill(QPainter& painter,
                const QRectF& cell,
                const QString& word,
                Look look,
                const Theme& theme,
                const QFont& font)
{
    using namespace statuslook;
    const ToneColors& colors = theme.tone(look.tone);
    const qreal width = std::min(pillWidth(word, font), cell.width());
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    QRectF pill(mirrored ? cell.right() - width : cell.left(),
                cell.center().y() - kPillHeight / 2,
                width,
                kPillHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(pill, kPillHeight / 2, kPillHeight / 2);
    const qreal shapeLeft =
        mirrored ? pill.right() - kPadding - kShapeSize : pill.left() + kPadding;
    drawShape(painter,
              {shapeLeft, pill.center().y() - kShapeSize / 2, kShapeSize, kShapeSize},
              look.shape,
              colors.ink);
    painter.setPen(colors.ink);
    painter.setFont(font);
    const qreal beside = kPadding + kShapeSize + kGap;
    const QRectF text = mirrored ? pill.adjusted(kPadding, 0, -beside, 0)
                                 : pill.adjusted(beside, 0, -kPadding + 2, 0);
    painter.drawText(text,
                     Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetricsF(font).elidedText(word, Qt::ElideRight, text.width()));
    painter.restore();
    return pill;
}

} // namespace tieout
