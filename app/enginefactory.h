// SPDX-License-Identifier: GPL-3.0-or-later
// From the configuration to an engine. Used by tieoutd, and by the console on SQLite, where the
// same loops run inside its own process.
#pragma once

#include "app/config.h"
#include "chain/engine/engine.h"

namespace tieout {

DatabaseAddress databaseAddress(const Config& config);
EngineSettings engineSettingsFrom(const Config& config);

// Makes or migrates a SQLite file, then starts the loops. The gate is that of all writers of the
// process. Reasons: those of makeDatabase() and Engine::start().
Result<std::unique_ptr<Engine>>
startEmbeddedEngine(const Config& config, const Clock& clock, WriteGate* gate, EngineLog log = {});

} // namespace tieout
