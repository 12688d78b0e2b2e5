// SPDX-License-Identifier: GPL-3.0-or-later
// The payloads of commands: every object is offered to every reader, and what one takes is written
// back as the same and without a key that it would not know.
#include "model/commands/deskpayloads.h"
#include "model/commands/paymentpayloads.h"
#include "model/crypto/canonicaljson.h"

using namespace tieout;

namespace {

template<class Payload>
void offer(const QJsonObject& json)
{
    const auto payload = Payload::fromJson(json);
    if (!payload) {
        TIEOUT_CHECK(payload.error().code == ErrorCode::Invalid);
        const QString& reason = payload.error().reason;
        TIEOUT_CHECK(reason == u"payload_invalid" || reason == u"source_url_not_plain");
        TIEOUT_CHECK(payload.error().detail.size() <= 200);
        return;
    }
    const auto written = toCanonicalJson(payload->toJson());
    TIEOUT_CHECK(written);
    const auto read = parsePlainObject(*written);
    TIEOUT_CHECK(read);
    const auto again = Payload::fromJson(*read);
    TIEOUT_CHECK(again);
    TIEOUT_CHECK(*again == *payload);
}

template<class... Payload>
void offerAll(const QJsonObject& json)
{
    (offer<Payload>(json), ...);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto json =
        parsePlainObject({reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)});
    if (!json)
        return 0;
    offerAll<CreatePaymentPayload,
             CancelPaymentPayload,
             ReissuePaymentPayload,
             HoldPaymentPayload,
             ReleasePaymentPayload,
             LinkTransferPayload,
             ResolveCasePayload>(*json);
    offerAll<BackfillPayload,
             SourceTestPayload,
             AcknowledgeRailPayload,
             SandboxSpeedPayload,
             SandboxScenarioPayload,
             CorridorPayload,
             ProposalDecisionPayload,
             SaveViewPayload,
             DeleteViewPayload>(*json);
    return 0;
}
