// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an expected failure. A subset of std::expected by name, so that C++23 can
// replace it. Immutable values; safe on any thread. Only ui/errortext turns an Error into a
// sentence.
#pragma once

#include "model/domain/check.h"

#include <QString>

#include <utility>
#include <variant>

namespace tieout {

enum class ErrorCode {
    NotFound,
    Conflict,
    Invalid,
    Forbidden,
    Unavailable, // the only one that may be retried
    Corrupt,
    Cancelled,
    Internal,
};

// `detail` is English and for the log; it never holds a secret. `reason` is the stable machine code
// (snake_case) that people and API clients meet, e.g. "amount_precision".
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString reason;
    QString detail;
};

QString toText(ErrorCode code);

// Carries an error into any Result<T>: `return fail(ErrorCode::Invalid, u"amount_precision", ...)`.
struct Failure
{
    Error error;
};

inline Failure fail(ErrorCode code, QStringView reason, const QString& detail = {})
{
    return {Error{code, reason.toString(), detail}};
}

inline Failure fail(Error error)
{
    return {std::move(error)};
}

struct Unit
{};

template<class T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}

    Result(Failure failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const&
    {
        TIEOUT_CHECK(has_value());
        return *std::get_if<0>(&m_state);
    }

    T&& value() &&
    {
        TIEOUT_CHECK(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }

    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        TIEOUT_CHECK(!has_value());
        return *std::get_if<1>(&m_state);
    }

    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

// The answer of an operation that has no value: `return Done;`
using Outcome = Result<Unit>;
inline constexpr Unit Done{};

} // namespace tieout
