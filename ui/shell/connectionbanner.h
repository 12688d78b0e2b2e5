// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectionBanner: stands above every page while the database doesn't answer: since when, what
// that means, and a button that tries at once. Hidden otherwise. GUI thread.
#pragma once

#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QToolButton;

namespace tieout {

class Callout;

class ConnectionBanner final : public QWidget
{
    Q_OBJECT

public:
    ConnectionBanner(StationStatus& status,
                     const Appearance& appearance,
                     QWidget* parent = nullptr);

private:
    void showStatus();

    StationStatus& m_status;
    Callout* m_words;
};

} // namespace tieout
