// SPDX-License-Identifier: GPL-3.0-or-later
// RailLabel: one rail in the status bar: a shape for its health, name, head, lag, source. GUI
// thread.
#pragma once

#include "model/tables/stationstatus.h"
#include "ui/widgets/statelabel.h"

namespace tieout {

Look lookOfRail(const RailStatus& rail);

class RailLabel final : public StateLabel
{
    Q_OBJECT

public:
    using StateLabel::StateLabel;

    void setRail(const RailStatus& rail, UtcTime now);
};

} // namespace tieout
