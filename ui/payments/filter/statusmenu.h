// SPDX-License-Identifier: GPL-3.0-or-later
// StatusMenu: the quick way to filter by status: ticks that edit the filter's text, which stays the
// only truth. GUI thread.
#pragma once

#include "model/domain/filterparser.h"
#include "ui/theme/appearance.h"

#include <functional>

namespace tieout {

// `input` with one word of a field's first positive "field:a,b" term put in or taken out; the term
// is made, or goes, when it has to. Everything else stays as it was typed. `parsed` is of `input`.
QString toggledWord(const QString& input,
                    const ParsedFilter& parsed,
                    const QString& field,
                    const QString& word,
                    bool on);

class MenuButton;

// A button for it; `input` says what is typed now, `edit` takes the new text.
MenuButton* makeStatusMenu(const Appearance& appearance,
                           const std::function<QString()>& input,
                           const std::function<void(const QString&)>& edit,
                           QWidget* parent);

} // namespace tieout
