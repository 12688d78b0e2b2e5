// SPDX-License-Identifier: GPL-3.0-or-later
// paymentTicket: a payment as a Markdown summary, for a ticket of another system. What others wrote
// (orders, customers, reasons) stands in code spans, where it can be no markup, link or mention.
// Pure but for translation.
#pragma once

#include <QString>

namespace tieout {

struct PaymentDetail;

QString ticketOf(const PaymentDetail& detail);
// The text as a code span of one line, whatever it holds; empty stays empty.
QString codeSpan(const QString& text);

} // namespace tieout
