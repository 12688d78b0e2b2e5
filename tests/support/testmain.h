// SPDX-License-Identifier: GPL-3.0-or-later
// Several test classes in one program: each registers itself, main runs them all (or those named by
// "-class NAME") and answers with the number of failures.
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace tieout::test {

struct Registered
{
    const char* name;
    std::function<std::unique_ptr<QObject>()> make;
};

std::vector<Registered>& registry();

struct Register
{
    Register(const char* name, std::function<std::unique_ptr<QObject>()> make)
    {
        registry().push_back({name, std::move(make)});
    }
};

} // namespace tieout::test

#define TIEOUT_REGISTER_TEST(Class)                                                                \
    namespace {                                                                                    \
    const tieout::test::Register register##Class(#Class,                                           \
                                                 [] { return std::make_unique<Class>(); });        \
    }
