// SPDX-License-Identifier: GPL-3.0-or-later
// JSON-RPC 2.0 batches: text of a request, reading of an answer. Answers are matched by id in any
// order; one error object for a whole batch is kept as such; errors keep code, message and data.
// One reader belongs to one thread and its results point into it until the next read.
// Errors: Unavailable (source_not_json, source_truncated, answer_inconsistent).
#pragma once

#include "model/domain/result.h"

#include <QByteArray>

#include <optional>
#include <simdjson.h>
#include <string>
#include <vector>

namespace tieout {

struct RpcCall
{
    QByteArray method;
    QByteArray params; // JSON text of an array
};

struct RpcError
{
    qint64 code = 0;
    QString message;
    QByteArray data; // JSON text; empty when there is none
};

struct RpcItem
{
    std::optional<RpcError> error;
    simdjson::dom::element result; // valid unless error is set
};

struct RpcBatch
{
    std::vector<RpcItem> items;    // in the order of the calls; empty when `whole` is set
    std::optional<RpcError> whole; // the provider refused the batch as one
};

// A batch even for a single call, with ids firstId, firstId + 1, …
QByteArray rpcBatchText(const std::vector<RpcCall>& calls, qint64 firstId);

// 123 as "0x7b".
QByteArray rpcQuantity(qint64 value);
// "0x…" of raw bytes.
QByteArray rpcHex(const void* bytes, size_t size);

class JsonRpcReader
{
public:
    // The text must outlive the batch. `calls` answers are expected, with ids from `firstId`.
    Result<RpcBatch> read(const std::string& body, size_t calls, qint64 firstId);

private:
    simdjson::dom::parser m_parser;
};

} // namespace tieout
