// SPDX-License-Identifier: GPL-3.0-or-later
// How states look: a tone and a shape beside their word, so that none depends on colour alone; and
// the painting of shapes and pills. Pure functions; GUI thread.
#pragma once

#include "model/domain/agestep.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace tieout {

enum class Shape {
    Ring,     // nothing yet
    Half,     // on its way
    Check,    // done
    Plus,     // more than asked
    Minus,    // less than asked
    Bar,      // over by the clock
    Pause,    // held
    Back,     // taken back
    Cross,    // ended
    Dot,      // a plain fact
    Triangle, // wants attention
    Rise1,    // a ramp of four bars, the first of them filled
    Rise2,
    Rise3,
    Rise4,
};

struct Look
{
    Tone tone = Tone::Neutral;
    Shape shape = Shape::Dot;

    bool operator==(const Look&) const = default;
};

Look lookOf(PaymentStatus status);
Look lookOf(TransferState state);
Look lookOf(DetectionState state);
Look lookOf(ConfirmationState state);
Look lookOf(RecognitionState state);
Look lookOf(FulfilmentState state);
Look lookOf(AgeStep step);
Look lookOfEvent(QStringView type);
Look lookOfSeverity(int severity);

void drawShape(QPainter& painter, const QRectF& box, Shape shape, const QColor& color);
// Left in `cell`, vertically centred; answers the rectangle that was painted.
QRectF drawPill(QPainter& painter,
                const QRectF& cell,
                const QString& word,
                Look look,
                const Theme& theme,
                const QFont& font);
qreal pillWidth(const QString& word, const QFont& font);

} // namespace tieout
