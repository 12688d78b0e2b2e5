// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

#ifdef TIEOUT_TEST_WIDGETS
#include <QApplication>
#endif

namespace tieout::test {

std::vector<Registered>& registry()
{
    static std::vector<Registered> all;
    return all;
}

} // namespace tieout::test

int main(int argc, char** argv)
{
#ifdef TIEOUT_TEST_WIDGETS
    QApplication app(argc, argv);
#else
    QCoreApplication app(argc, argv);
#endif
    QStringList arguments = app.arguments();
    QString only;
    if (const auto at = arguments.indexOf(QStringLiteral("-class"));
        at > 0 && at + 1 < arguments.size()) {
        only = arguments.at(at + 1);
        arguments.remove(at, 2);
    }
    int failures = 0;
    int ran = 0;
    for (const auto& test : tieout::test::registry()) {
        if (!only.isEmpty() && only != QLatin1String(test.name))
            continue;
        const auto object = test.make();
        failures += QTest::qExec(object.get(), arguments);
        ++ran;
    }
    if (ran == 0) {
        qCritical("no test class was run");
        return 1;
    }
    return qMin(failures, 125);
}
