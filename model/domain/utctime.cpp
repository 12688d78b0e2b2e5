// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/utctime.h"

#include <QDateTime>

namespace tieout {

Result<UtcTime> UtcTime::parse(QStringView text)
{
    const QString copy = text.toString();
    if (copy.size() == 10) {
        const QDate date = QDate::fromString(copy, Qt::ISODate);
        if (date.isValid())
            return UtcTime(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    } else if (copy.endsWith(u'Z')) {
        const QDateTime time = QDateTime::fromString(copy, Qt::ISODateWithMs);
        if (time.isValid())
            return UtcTime(time.toMSecsSinceEpoch());
    }
    return fail(ErrorCode::Invalid, u"time_malformed", copy.left(40));
}

QString UtcTime::toText() const
{
    return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace tieout
