// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of the things people speak of: a prefix and a ULID ("pay_01J…"), one C++ type per kind so
// that two kinds can't be mixed up. Made by whoever submits (ids are idempotency keys). Immutable
// values.
#pragma once

#include "model/domain/utctime.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>

namespace tieout {

// 26 characters of Crockford base 32: 48 bits of time, 80 of chance (github.com/ulid/spec).
QString makeUlid(UtcTime at, const std::array<quint8, 10>& random);
// The same from the system's secure generator; ids made in one millisecond stay unique, not
// ordered.
QString makeUlid(UtcTime at);
bool isUlid(QStringView text);

template<class Tag>
class Id
{
public:
    Id() = default;

    static Id make(UtcTime at) { return Id(prefix() + makeUlid(at)); }

    static Result<Id> parse(QStringView text)
    {
        if (!text.startsWith(prefix()) || !isUlid(text.mid(prefix().size())))
            return fail(ErrorCode::Invalid, u"id_malformed", text.left(60).toString());
        return Id(text.toString());
    }

    // For values that come from our own database.
    static Id trusted(QString text) { return Id(std::move(text)); }

    static QString prefix() { return QString::fromLatin1(Tag::kPrefix); }
    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const Id&) const = default;
    bool operator<(const Id& other) const { return m_text < other.m_text; }

private:
    explicit Id(QString text)
        : m_text(std::move(text))
    {}

    QString m_text;
};

template<class Tag>
size_t qHash(const Id<Tag>& id, size_t seed = 0)
{
    return qHash(id.text(), seed);
}

struct PaymentTag
{
    static constexpr char kPrefix[] = "pay_";
};
struct MerchantTag
{
    static constexpr char kPrefix[] = "mer_";
};
struct BindingTag
{
    static constexpr char kPrefix[] = "bnd_";
};
struct HoldTag
{
    static constexpr char kPrefix[] = "hld_";
};
struct DecisionTag
{
    static constexpr char kPrefix[] = "dec_";
};
struct CreditTag
{
    static constexpr char kPrefix[] = "crd_";
};
struct RefundTag
{
    static constexpr char kPrefix[] = "ref_";
};
struct CaseTag
{
    static constexpr char kPrefix[] = "cas_";
};
struct CommandTag
{
    static constexpr char kPrefix[] = "cmd_";
};
struct EventTag
{
    static constexpr char kPrefix[] = "evt_";
};
struct EntryTag
{
    static constexpr char kPrefix[] = "ent_";
};

using PaymentId = Id<PaymentTag>;
using MerchantId = Id<MerchantTag>;
using BindingId = Id<BindingTag>;
using HoldId = Id<HoldTag>;
using DecisionId = Id<DecisionTag>;
using CreditId = Id<CreditTag>;
using RefundId = Id<RefundTag>;
using CaseId = Id<CaseTag>;
using CommandId = Id<CommandTag>;
using EventId = Id<EventTag>;
using EntryId = Id<EntryTag>;

} // namespace tieout
