// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/utctime.h"

#include <QDateTime>

namespace tieout {

// Qt also takes 24 o'clock, a space for the T, fewer digits and much else: whatever would be
// written in another way is refused.
Result<UtcTime> UtcTime::parse(QStringView text)
{
    const QString copy = text.toString();
    const bool isDate = copy.size() == 10;
    const QDateTime read = QDateTime::fromString(
        isDate ? copy + QStringLiteral("T00:00:00Z") : copy, Qt::ISODateWithMs);
    const UtcTime time(read.isValid() ? read.toMSecsSinceEpoch() : 0);
    const QString written = time.toText();
    if (read.isValid() && (copy == written || copy == written.left(19) + u'Z' ||
                           (isDate && copy == written.left(10))))
        return time;
    return fail(ErrorCode::Invalid, u"time_malformed", copy.left(40));
}

QString UtcTime::toText() const
{
    return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace tieout
