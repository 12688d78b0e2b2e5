// SPDX-License-Identifier: GPL-3.0-or-later
// The payloads of commands about rails, sources, the sandbox, corridors, proposals and saved views:
// plain values, each with its way to JSON and back. fromJson fails with Invalid (payload_invalid
// unless it says more).
#pragma once

#include "model/domain/result.h"

#include <QJsonObject>

namespace tieout {

// Kind rail.backfill: read these blocks again.
struct BackfillPayload
{
    QString rail;
    qint64 from = 0;
    qint64 to = 0;
    QString reason;

    QJsonObject toJson() const;
    static Result<BackfillPayload> fromJson(const QJsonObject& json);
    bool operator==(const BackfillPayload&) const = default;
};

// Kind source.test: a source of the configuration by its name, or an address. A payload is kept for
// ever, so the address has scheme, host and port only (source_url_not_plain): one with a key is
// tested by the name of its source. Whoever takes an address from a person asks fromJson before
// submit.
struct SourceTestPayload
{
    QString rail;
    QString source;
    QString url;

    QJsonObject toJson() const;
    static Result<SourceTestPayload> fromJson(const QJsonObject& json);
    bool operator==(const SourceTestPayload&) const = default;
};

// Kind rail.acknowledge: goes on after a finality violation that froze the rail.
struct AcknowledgeRailPayload
{
    QString rail;
    qint64 expectedVersion = 0;
    QString reason;

    QJsonObject toJson() const;
    static Result<AcknowledgeRailPayload> fromJson(const QJsonObject& json);
    bool operator==(const AcknowledgeRailPayload&) const = default;
};

// Kind sandbox.speed: how many times faster than the clock; 0 stands still.
struct SandboxSpeedPayload
{
    QString rail;
    qint64 factor = 1;

    QJsonObject toJson() const;
    static Result<SandboxSpeedPayload> fromJson(const QJsonObject& json);
    bool operator==(const SandboxSpeedPayload&) const = default;
};

// Kind sandbox.scenario. `parameters` belong to the scenario.
struct SandboxScenarioPayload
{
    QString rail;
    QString scenario;
    QString corridor; // empty: the scenario's own
    QString payment;  // empty: the scenario makes one
    QJsonObject parameters;

    QJsonObject toJson() const;
    static Result<SandboxScenarioPayload> fromJson(const QJsonObject& json);
    bool operator==(const SandboxScenarioPayload&) const = default;
};

// Kinds corridor.apply and corridor.propose: the whole document of one version, which becomes the
// payload of the governed row as it is. The database reads these five keys from it.
struct CorridorPayload
{
    QString corridor;
    qint64 version = 1;
    QString status; // draft, sandbox, enabled, suspended, stopped, retired
    QString asset;  // CAIP-19
    QString rail;
    QJsonObject document; // everything, the five above included

    QJsonObject toJson() const;
    static Result<CorridorPayload> fromJson(const QJsonObject& json);
    bool operator==(const CorridorPayload&) const = default;
};

// Kinds proposal.approve, .reject and .withdraw; the subject is the proposal, its hash what was
// seen.
struct ProposalDecisionPayload
{
    QString reason;

    QJsonObject toJson() const;
    static Result<ProposalDecisionPayload> fromJson(const QJsonObject& json);
    bool operator==(const ProposalDecisionPayload&) const = default;
};

// Kind view.save. `expectedVersion` 0: a new one.
struct SaveViewPayload
{
    QString view; // "view_" and a ULID, made by the desk
    QString page;
    QString name;
    QString sharedWith; // empty: nobody; a class; or everyone
    QJsonObject body;
    qint64 expectedVersion = 0;

    QJsonObject toJson() const;
    static Result<SaveViewPayload> fromJson(const QJsonObject& json);
    bool operator==(const SaveViewPayload&) const = default;
};

// Kind view.delete.
struct DeleteViewPayload
{
    QString view;
    qint64 expectedVersion = 0;

    QJsonObject toJson() const;
    static Result<DeleteViewPayload> fromJson(const QJsonObject& json);
    bool operator==(const DeleteViewPayload&) const = default;
};

} // namespace tieout
