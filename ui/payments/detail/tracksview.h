// SPDX-License-Identifier: GPL-3.0-or-later
// TracksView: the four tracks of a payment drawn one under the other: stations
// passed, the one that it stands at, those that lie ahead. GUI thread.
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/statuslook.h"

#include <QWidget>

#include <vector>

namespace tieout {

struct PaymentDetail;

struct Track
{
    QString name;
    QStringList stations;
    int at = 0;        // the station it stands at
    Look look;         // of that station
    bool dead = false; // the way ahead is closed
    QString note = {}; // below that station: how far it is on its way to the next
};

std::vector<Track> tracksOf(const PaymentDetail& detail);

class TracksView final : public QWidget
{
    Q_OBJECT

public:
    explicit TracksView(const Appearance& appearance, QWidget* parent = nullptr);

    void setTracks(std::vector<Track> tracks);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintTrack(QPainter& painter, const Track& track, qreal top) const;

    const Appearance& m_appearance;
    std::vector<Track> m_tracks;
};

} // namespace tieout
