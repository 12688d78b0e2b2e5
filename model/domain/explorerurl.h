// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a block explorer about a transaction, from a rail's template, for people who want to
// look for themselves: "https://explorer.example.com/tx/{tx}". What an explorer shows is never
// evidence. Pure.
#pragma once

#include "model/domain/result.h"

#include <QString>

#include <optional>

namespace tieout {

// What the placeholders stand for, each as its rail writes it.
struct ExplorerSubject
{
    QString tx;
    std::optional<qint64> block; // its height; nothing in the mempool
    QString address;             // who was paid
};

// https, a plain host, and behind it at least one of {tx}, {block} and {address} and nothing else
// in braces. Reason: explorer_malformed.
Outcome checkExplorer(QStringView text);
// Nothing without a sound template, or when it asks for what the subject lacks or what isn't plain
// letters and digits.
std::optional<QString> explorerUrl(QStringView text, const ExplorerSubject& subject);

} // namespace tieout
