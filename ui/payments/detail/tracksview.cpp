// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/tracksview.h"

#include "model/tables/paymentrecord.h"
#include "model/tables/paymentstable.h"
#include "ui/payments/detail/detailwords.h"
#include "ui/theme/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace tieout {

namespace tracksview {

constexpr qreal kRow = 46;
constexpr qreal kNameWidth = 108;
constexpr qreal kNode = 13;
constexpr qreal kNote = 16;

qreal heightOf(const Track& track)
{
    return track.note.isEmpty() ? kRow : kRow + kNote;
}

template<class E>
Track makeTrack(const char* name, E now, std::initializer_list<E> way)
{
    Track track;
    track.name = QCoreApplication::translate("TracksView", name);
    track.look = lookOf(now);
    for (const E station : way) {
        if (station == now)
            track.at = int(track.stations.size());
        track.stations.append(translatedWord(labelOf(station)));
    }
    return track;
}

Track detection(DetectionState now)
{
    constexpr auto kName = QT_TRANSLATE_NOOP("TracksView", "Detection");
    using D = DetectionState;
    Track track = now == D::Vanished ? makeTrack(kName, now, {D::Created, D::Detected, D::Vanished})
                  : now == D::Expired ? makeTrack(kName, now, {D::Created, D::Expired})
                                      : makeTrack(kName, now, {D::Created, D::Detected});
    track.dead = now == D::Expired;
    return track;
}

Track confirmation(const PaymentDetail& detail)
{
    const ConfirmationState now = detail.row.confirmation;
    constexpr auto kName = QT_TRANSLATE_NOOP("TracksView", "Confirmation");
    using C = ConfirmationState;
    Track track = now == C::Reorged
                      ? makeTrack(kName, now, {C::Confirming, C::Reorged, C::Confirmed, C::Final})
                      : makeTrack(kName, now, {C::Confirming, C::Confirmed, C::Final});
    if (now == C::None)
        track.at = -1;
    if (now == C::Confirming && detail.row.rule && detail.row.decidingNumber)
        track.note = confirmationText(detail, *detail.row.rule, *detail.row.decidingNumber);
    return track;
}

Track recognition(RecognitionState now)
{
    constexpr auto kName = QT_TRANSLATE_NOOP("TracksView", "Recognition");
    using R = RecognitionState;
    Track track = now == R::Held ? makeTrack(kName, now, {R::Held, R::Ready, R::Posted, R::Settled})
                  : now == R::Reversed
                      ? makeTrack(kName, now, {R::Posted, R::Reversed, R::Ready, R::Settled})
                      : makeTrack(kName, now, {R::Ready, R::Posted, R::Settled});
    if (now == R::NotEligible)
        track.at = -1;
    return track;
}

// Deliveries have no endpoints yet; what stands is whether the goods may go.
Track fulfilment(FulfilmentState now)
{
    constexpr auto kName = QT_TRANSLATE_NOOP("TracksView", "Fulfilment");
    using F = FulfilmentState;
    Track track = now == F::Recalled ? makeTrack(kName, now, {F::Released, F::Recalled})
                                     : makeTrack(kName, now, {F::None, F::Released});
    return track;
}

} // namespace tracksview

std::vector<Track> tracksOf(const PaymentDetail& detail)
{
    return {tracksview::detection(detail.detection),
            tracksview::confirmation(detail),
            tracksview::recognition(detail.recognition),
            tracksview::fulfilment(detail.fulfilment)};
}

TracksView::TracksView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Tracks"));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void TracksView::setTracks(std::vector<Track> tracks)
{
    m_tracks = std::move(tracks);
    QStringList all;
    for (const Track& track : m_tracks) {
        const QString now = track.at < 0 ? tr("not begun") : track.stations.value(track.at);
        //: The name of a track, and the state it is in.
        all.append(tr("%1: %2").arg(track.name, now));
        if (!track.note.isEmpty())
            all.back() += QStringLiteral(" · ") + track.note;
    }
    setAccessibleDescription(all.join(u'\n'));
    updateGeometry();
    update();
}

QSize TracksView::sizeHint() const
{
    qreal height = 0;
    for (const Track& track : m_tracks)
        height += tracksview::heightOf(track);
    return {340, int(height)};
}

QSize TracksView::minimumSizeHint() const
{
    return {280, sizeHint().height()};
}

void TracksView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qreal top = 0;
    for (const Track& track : m_tracks) {
        paintTrack(painter, track, top);
        top += tracksview::heightOf(track);
    }
}

void TracksView::paintTrack(QPainter& painter, const Track& track, qreal top) const
{
    using namespace tracksview;
    const Theme& theme = m_appearance.theme();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto x = [&](qreal left) { return mirrored ? width() - left : left; };
    const QFont words = interfaceFont(8.5);
    const qreal lineY = top + 13;
    painter.setFont(interfaceFont(9));
    painter.setPen(theme.muted);
    const QRectF name(mirrored ? width() - kNameWidth : 0, top, kNameWidth - 8, 26);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeading, track.name);
    QColor ahead = theme.tone(Tone::Neutral).line;
    ahead.setAlphaF(0.55F);
    const auto count = track.stations.size();
    const qreal first = kNameWidth + kNode;
    const qreal step = count > 1 ? (width() - first - 40) / qreal(count - 1) : 0;
    for (qsizetype i = 0; i + 1 < count; ++i) {
        const bool passed = i < track.at;
        QPen pen(passed ? theme.tone(track.look.tone).line : ahead, passed ? 2 : 1.2);
        if (track.dead || !passed)
            pen.setStyle(Qt::DotLine);
        painter.setPen(pen);
        painter.drawLine(QPointF(x(first + step * qreal(i) + kNode / 2 + 3), lineY),
                         QPointF(x(first + step * qreal(i + 1) - kNode / 2 - 3), lineY));
    }
    for (qsizetype i = 0; i < count; ++i) {
        const QPointF center(x(first + step * qreal(i)), lineY);
        const QRectF node(center.x() - kNode / 2, center.y() - kNode / 2, kNode, kNode);
        const bool now = i == track.at;
        if (now)
            drawShape(painter, node, track.look.shape, theme.tone(track.look.tone).line);
        else if (i < track.at)
            drawShape(painter, node, Shape::Dot, theme.tone(track.look.tone).line);
        else
            drawShape(painter, node, Shape::Dot, ahead);
        painter.setFont(now ? mediumOf(words) : words);
        painter.setPen(now ? theme.text : theme.muted);
        painter.drawText(QRectF(center.x() - 55, top + 22, 110, 18),
                         Qt::AlignHCenter | Qt::AlignTop,
                         track.stations.at(i));
    }
    if (track.note.isEmpty())
        return;
    painter.setFont(words);
    painter.setPen(theme.tone(track.look.tone).line);
    const qreal below = x(first + step * track.at);
    const qreal half = QFontMetricsF(words).horizontalAdvance(track.note) / 2 + 1;
    // Below its station, but within the widget.
    const qreal middle = std::clamp(below, half, std::max(half, width() - half));
    painter.drawText(QRectF(middle - half, top + 38, 2 * half, kNote),
                     Qt::AlignHCenter | Qt::AlignTop,
                     track.note);
}

} // namespace tieout
