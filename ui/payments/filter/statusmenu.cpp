// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/statusmenu.h"

#include "model/domain/filterpayment.h"
#include "model/tables/paymentstable.h"
#include "ui/payments/filter/menubutton.h"

#include <QCoreApplication>
#include <QSignalBlocker>

namespace tieout {

namespace statusmenu {

const FilterTerm* termOf(const ParsedFilter& parsed, const QString& field)
{
    for (const FilterTerm& term : parsed.filter.terms) {
        if (term.field == field && !term.negated && term.op == FilterOp::Is)
            return &term;
    }
    return nullptr;
}

QStringList wordsOfTerm(const FilterTerm* term)
{
    QStringList words;
    if (term) {
        for (const FilterValue& value : term->values)
            words.append(value.text);
    }
    return words;
}

} // namespace statusmenu

QString toggledWord(const QString& input,
                    const ParsedFilter& parsed,
                    const QString& field,
                    const QString& word,
                    bool on)
{
    const FilterTerm* term = statusmenu::termOf(parsed, field);
    QStringList words = statusmenu::wordsOfTerm(term);
    words.removeAll(word);
    if (on)
        words.append(word);
    const QString typed = words.isEmpty() ? QString() : toText(filterTerm(field, words));
    const FilterSpan span = term ? term->span : FilterSpan{input.size(), 0};
    QStringList parts{input.left(span.start).trimmed(), typed, input.mid(span.end()).trimmed()};
    parts.removeAll(QString());
    return parts.join(u' ');
}

MenuButton* makeStatusMenu(const Appearance& appearance,
                           const std::function<QString()>& input,
                           const std::function<void(const QString&)>& edit,
                           QWidget* parent)
{
    auto* button = new MenuButton(appearance,
                                  QStringLiteral("filter"),
                                  QCoreApplication::translate("StatusMenu", "Status"),
                                  parent);
    button->setObjectName(QStringLiteral("statusFilter"));
    button->setAccessibleName(QCoreApplication::translate("StatusMenu", "Filter by status"));
    auto* menu = new TickMenu(button);
    const QString field = QStringLiteral("status");
    for (const auto& word : wordsOf(PaymentStatus{})) {
        QAction* tick = menu->addAction(translatedWord(word.label));
        tick->setCheckable(true);
        tick->setData(QString::fromLatin1(word.text));
        QObject::connect(tick, &QAction::toggled, menu, [tick, field, input, edit](bool on) {
            const QString typed = input();
            edit(toggledWord(typed,
                             parseFilter(typed, paymentFilterFields()),
                             field,
                             tick->data().toString(),
                             on));
        });
    }
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, field, input] {
        const ParsedFilter parsed = parseFilter(input(), paymentFilterFields());
        const QStringList words = statusmenu::wordsOfTerm(statusmenu::termOf(parsed, field));
        for (QAction* tick : menu->actions()) {
            const QSignalBlocker quiet(tick);
            tick->setChecked(words.contains(tick->data().toString()));
        }
    });
    button->opens(menu);
    return button;
}

} // namespace tieout
