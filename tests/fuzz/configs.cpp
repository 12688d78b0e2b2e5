// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration file: any bytes give a sound configuration or a list of problems, and no answer
// holds a secret of the environment.
#include "app/config.h"

#include <QSet>

using namespace tieout;

namespace {

const QString kSecret = QStringLiteral("Zk3sT0kQ9wXbV7nR2mLp");

std::optional<QString> secretOf(const QString& name)
{
    return name == u"NOTHING" ? std::nullopt : std::optional(kSecret);
}

void isSound(const Config& config)
{
    QSet<QString> names;
    for (const RailConfig& rail : config.rails) {
        TIEOUT_CHECK(!rail.name.isEmpty() && !names.contains(rail.name));
        names.insert(rail.name);
        TIEOUT_CHECK(!rail.chain.isEmpty());
        TIEOUT_CHECK((rail.family == RailFamily::Sandbox) == rail.sources.empty());
        TIEOUT_CHECK(rail.limits.targetBytes <= rail.limits.maxResponseBytes);
        TIEOUT_CHECK(config.rail(rail.name) == &rail);
        for (const SourceEntry& source : rail.sources) {
            TIEOUT_CHECK(source.url.startsWith(u"http", Qt::CaseInsensitive));
            TIEOUT_CHECK(!source.url.contains(u"${"));
            TIEOUT_CHECK(!source.displayUrl.contains(kSecret));
        }
    }
    for (const XpubConfig& xpub : config.xpubs)
        TIEOUT_CHECK(!xpub.key.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto problems = configProblems(text, secretOf);
    const auto config = loadConfig(text, secretOf, QStringLiteral("t"));
    TIEOUT_CHECK(config.has_value() == problems.empty());
    const auto lines = text.count('\n') + 1;
    for (const ConfigProblem& problem : problems) {
        TIEOUT_CHECK(!problem.reason.isEmpty());
        TIEOUT_CHECK(problem.line >= 0 && problem.line <= lines);
    }
    if (config)
        isSound(*config);
    else if (!text.contains(kSecret.left(8).toLatin1()))
        TIEOUT_CHECK(!config.error().detail.contains(kSecret.left(8)));
    return 0;
}
