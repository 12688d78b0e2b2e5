// SPDX-License-Identifier: GPL-3.0-or-later
// AddressWork: the loop that looks again at where money is asked to go (actions/checkaddresses.h).
// A step derives at most a thousand addresses, then lets a second pass, so that open payments cost
// a few percent of one core however many there are; between two rounds it rests for a minute. Its
// own loop and connection: deriving must not keep a command or a block waiting.
#pragma once

#include "chain/engine/enginework.h"
#include "model/actions/checkaddresses.h"

namespace tieout {

class AddressWork final : public LoopWork
{
public:
    static constexpr Duration kBetweenSteps{1'000};
    static constexpr Duration kBetweenRounds{60'000};

    explicit AddressWork(EngineWorkSetup setup)
        : m_setup(std::move(setup))
    {}

    QString name() const override { return QStringLiteral("addresses"); }
    Outcome open() override;
    Result<StepOutcome> step(UtcTime now) override;
    void close() override { m_db.reset(); }

private:
    void say(const AddressPass& pass) const;

    EngineWorkSetup m_setup;
    std::unique_ptr<Database> m_db;
    PlaceCursor m_cursor;
    UtcTime m_next; // not before
};

} // namespace tieout
