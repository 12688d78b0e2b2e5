// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectionView: tries a database address and shows what it found: server, login and its classes,
// how the bytes are protected, what is in it, and what keeps the console from working with it. GUI
// thread; the attempt itself runs elsewhere.
#pragma once

#include "model/store/connectiontest.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;

namespace tieout {

class Callout;
class FactGrid;

class ConnectionView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionView(const Appearance& appearance, QWidget* parent = nullptr);

    void test(const DatabaseAddress& address);
    void clear();
    bool isTesting() const { return m_testing; }
    // The last answer; nothing while it is being tried and after clear().
    const std::optional<Result<ConnectionReport>>& report() const { return m_report; }
    // Whether a console can work with it.
    bool isUsable() const;
    QString fact(const QString& name) const;

Q_SIGNALS:
    void changed();

private:
    void take(const Result<ConnectionReport>& report);
    void tell(Callout* which, const QString& title, const QString& text);

    ConnectionTest m_test;
    std::optional<Result<ConnectionReport>> m_report;
    bool m_testing = false;
    bool m_wanted = false;
    QLabel* m_progress;
    Callout* m_good;
    Callout* m_caution;
    Callout* m_bad;
    FactGrid* m_facts;
};

// One sentence about how the bytes travel.
QString protectionText(const ConnectionReport& report);
bool isWorthAWarning(LinkProtection protection);

} // namespace tieout
