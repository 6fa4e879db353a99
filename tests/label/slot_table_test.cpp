#include "label/slot_table.h"

#include <cstdint>

#include <doctest/doctest.h>

using incilint::label::SlotTable;

namespace {

bool any(std::uint32_t) {
    return true;
}

}  // namespace

TEST_CASE("what is kept is found again while the table grows") {
    SlotTable<std::uint32_t> table;
    constexpr std::uint32_t many = 5000;
    for (std::uint32_t i = 1; i <= many; ++i) {
        CHECK(table.find_or(i * 64, any, [i] { return i; }) == i);  // the lowest bits say nothing
    }
    CHECK(table.size() == many);
    for (std::uint32_t i = 1; i <= many; ++i) {
        CHECK(table.find_or(i * 64, any, [] { return 0U; }) == i);
    }
    table.clear();
    CHECK(table.size() == 0);
    CHECK(table.find_or(64, any, [] { return 7U; }) == 7);
}

TEST_CASE("what is let go is not found, and what stood behind it is") {
    SlotTable<std::uint32_t> table;
    constexpr std::uint32_t many = 300;
    for (std::uint32_t i = 1; i <= many; ++i)
        table.find_or(
            i % 8, [i](std::uint32_t kept) { return kept == i; }, [i] { return i; });
    table.retain([](std::uint32_t kept) { return kept % 3 == 0; });
    CHECK(table.size() == many / 3);
    std::uint32_t sum = 0;
    table.each([&](std::uint32_t kept) { sum += kept; });
    CHECK(sum == 3 * (many / 3) * (many / 3 + 1) / 2);
    for (std::uint32_t i = 1; i <= many; ++i) {
        const auto is = [i](std::uint32_t kept) { return kept == i; };
        CHECK(table.find_or(i % 8, is, [] { return 0U; }) == (i % 3 == 0 ? i : 0));
    }
}

TEST_CASE("two things of one print are told apart, and nothing is not kept") {
    SlotTable<std::uint32_t> table;
    const auto is = [](std::uint32_t wanted) { return [wanted](std::uint32_t kept) { return kept == wanted; }; };
    CHECK(table.find_or(9, is(1), [] { return 1U; }) == 1);
    CHECK(table.find_or(9, is(2), [] { return 2U; }) == 2);
    CHECK(table.find_or(9, is(1), [] { return 3U; }) == 1);
    CHECK(table.find_or(9, is(2), [] { return 3U; }) == 2);
    CHECK(table.find_or(9, is(4), [] { return 0U; }) == 0);
    CHECK(table.size() == 2);
    CHECK(table.find_or(9, is(4), [] { return 4U; }) == 4);
}
