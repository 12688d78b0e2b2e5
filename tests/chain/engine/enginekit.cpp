// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/engine/enginekit.h"

#include "chain/sandbox/sandboxcorridors.h"
#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/commands/submit.h"
#include "model/store/paymentqueue.h"
#include "model/store/systemclock.h"

#include <QJsonDocument>

namespace tieout::test {

UtcTime sandboxStart()
{
    return SystemClock().now();
}

EngineSettings engineSettings(TestDatabase& database)
{
    const DatabaseAddress address =
        database.dialect() == Dialect::PostgreSql
            ? database.makeLogin(QStringLiteral("engine"), {QStringLiteral("engine")})
            : database.address();
    return sandboxEngineSettings(address, {});
}

void askForCorridors(TestDatabase& database)
{
    if (database.dialect() == Dialect::Sqlite)
        return;
    const auto address =
        database.makeLogin(QStringLiteral("treasurer"), {QStringLiteral("treasury")});
    const auto db = openOrStop(address, QStringLiteral("treasurer"));
    for (const QJsonObject& document : sandboxCorridors()) {
        QJsonObject json = document;
        json.insert(QStringLiteral("corridor"), document.value(u"name"));
        CommandRequest request;
        request.id = CommandId::make(SystemClock().now());
        request.role = QStringLiteral("treasury");
        request.kind = kinds::kCorridorApply.toString();
        request.payload = json;
        if (auto asked = submit(*db, {}, request); !asked)
            qFatal("corridor: %s", qPrintable(asked.error().reason));
    }
}

EngineLog printLog()
{
    return [](const LogLine& line) {
        if (line.weight == LogWeight::Debug)
            return;
        qInfo("%s %s %s",
              qPrintable(line.loop),
              qPrintable(line.event),
              QJsonDocument(line.data).toJson(QJsonDocument::Compact).constData());
    };
}

std::vector<PaymentDetail> storyPayments(Database& db, const QString& scenario)
{
    PaymentQuery query;
    const auto rows = readPaymentPage(db, query, {}, 0, 500);
    if (!rows)
        qFatal("payments: %s", qPrintable(rows.error().detail));
    std::vector<PaymentDetail> found;
    for (const QueueRow& row : *rows) {
        if (row.orderReference != QStringLiteral("sandbox-") + scenario)
            continue;
        auto detail = readPaymentDetail(db, row.id);
        if (!detail)
            qFatal("payment: %s", qPrintable(detail.error().detail));
        found.push_back(std::move(detail).value());
    }
    return found;
}

} // namespace tieout::test
