// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the payments page, in the words of the screens. What each compares in the database
// is in model/store/paymentfilter.cpp. Immutable; any thread.
#pragma once

#include "model/domain/filterfields.h"

namespace tieout {

const FilterFields& paymentFilterFields();

} // namespace tieout
