// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/amountsum.h"

#include "model/domain/amount.h"

#include <sqlite3.h>

namespace tieout {

namespace {

struct SumState
{
    unsigned char units[sizeof(Int128)];
    int rows;
    int failed;
};

void stepAmountSum(sqlite3_context* context, int, sqlite3_value** values)
{
    auto* state = static_cast<SumState*>(sqlite3_aggregate_context(context, sizeof(SumState)));
    if (state == nullptr || sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto amount = Amount::fromSortable(QByteArray(bytes, sqlite3_value_bytes(values[0])), 0);
    Int128 sum = 0;
    std::memcpy(&sum, state->units, sizeof sum);
    if (!amount || __builtin_add_overflow(sum, amount->units(), &sum)) {
        state->failed = 1;
        return;
    }
    std::memcpy(state->units, &sum, sizeof sum);
    ++state->rows;
}

void finishAmountSum(sqlite3_context* context)
{
    const auto* state = static_cast<SumState*>(sqlite3_aggregate_context(context, 0));
    if (state == nullptr || (state->rows == 0 && state->failed == 0)) {
        sqlite3_result_null(context);
        return;
    }
    if (state->failed != 0) {
        sqlite3_result_error(context, "amount_sum: out of range", -1);
        return;
    }
    Int128 sum = 0;
    std::memcpy(&sum, state->units, sizeof sum);
    const QByteArray bytes = Amount(sum, 0).toSortable();
    sqlite3_result_blob(
        context, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

} // namespace

bool registerAmountSum(sqlite3* handle)
{
    return sqlite3_create_function_v2(handle,
                                      "amount_sum",
                                      1,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                      nullptr,
                                      nullptr,
                                      stepAmountSum,
                                      finishAmountSum,
                                      nullptr) == SQLITE_OK;
}

} // namespace tieout
