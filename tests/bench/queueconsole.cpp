// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/queueconsole.h"

#include "tests/bench/queuegauge.h"
#include "ui/theme/fonts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tieout::bench {

QStringList argumentsOf(const QueueConsoleTask& task)
{
    QJsonArray filters;
    for (const QueueFilter& filter : task.filters)
        filters.append(QJsonArray{filter.key, filter.text, filter.condition});
    const QJsonObject body{{QStringLiteral("model"), int(task.model)},
                           {QStringLiteral("url"), task.address.url},
                           {QStringLiteral("started"), QString::number(task.startedNs)},
                           {QStringLiteral("from"), QString::number(task.from.ms())},
                           {QStringLiteral("jumps"), task.jumps},
                           {QStringLiteral("frames"), task.frames},
                           {QStringLiteral("load"), task.loadMs},
                           {QStringLiteral("filters"), filters},
                           {QStringLiteral("sparse"), task.sparse}};
    return {QString::fromLatin1(kQueueConsole),
            QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))};
}

namespace {

QueueConsoleTask taskOf(const QByteArray& argument)
{
    const QJsonObject body = QJsonDocument::fromJson(argument).object();
    QueueConsoleTask task;
    task.model = QueueConsoleTask::Model(body.value(u"model").toInt());
    task.address.url = body.value(u"url").toString();
    task.address.password = qEnvironmentVariable("TIEOUT_DATABASE_PASSWORD");
    task.startedNs = body.value(u"started").toString().toLongLong();
    task.from = UtcTime::fromMs(body.value(u"from").toString().toLongLong());
    task.jumps = body.value(u"jumps").toInt();
    task.frames = body.value(u"frames").toInt();
    task.loadMs = body.value(u"load").toInt();
    for (const auto& filter : body.value(u"filters").toArray())
        task.filters.append({filter.toArray().at(0).toString(),
                             filter.toArray().at(1).toString(),
                             filter.toArray().at(2).toString()});
    task.sparse = body.value(u"sparse").toString();
    return task;
}

} // namespace

int runQueueConsole(int argc, char** argv)
{
    const QueueConsoleTask task = taskOf(argc > 2 ? argv[2] : "");
    QueueApplication app(argc, argv);
    loadFonts();
    return task.model == QueueConsoleTask::Model::Ours ? playOurQueue(app, task)
                                                       : playQtQueue(app, task);
}

} // namespace tieout::bench
