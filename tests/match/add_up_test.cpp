#include <random>

#include <doctest/doctest.h>

#include "match/verdict.h"

using namespace incilint::match;

namespace {

constexpr std::int64_t one = 1'000'000;

Groups some_groups() {
    Groups groups;
    groups.bucket_of = {0, 0, 1, 2};
    groups.buckets = {"a", "b", "c"};
    return groups;
}

using Items = std::vector<Scored>;

Items random_items(std::mt19937& random) {
    Items items(random() % 8);
    for (Scored& item : items) {
        item.group = random() % 4;
        item.points.low = static_cast<std::int64_t>(random() % 60) * one / 3;
        item.points.high = item.points.low + static_cast<std::int64_t>(random() % 20) * one / 7;
    }
    return items;
}

Points sum(Items items) {
    const std::vector<std::int64_t> caps{50 * one, 20 * one, 5 * one};
    return add_up(items, some_groups(), 300'000, caps);
}

}  // namespace

TEST_CASE("siblings count once in full and caps hold") {
    Items items(3);
    items[0] = {2, {10 * one, 10 * one}, {}};
    items[1] = {2, {8 * one, 8 * one}, {}};
    items[2] = {3, {9 * one, 9 * one}, {}};
    const std::vector<std::int64_t> caps{50 * one, 20 * one, 5 * one};
    const Points total = add_up(items, some_groups(), 300'000, caps);
    CHECK(total.low == 10 * one + 2'400'000 + 5 * one);
    CHECK(items[0].counted.low == 10 * one);
    CHECK(items[1].counted.low == 2'400'000);
    CHECK(items[1].is_sibling);
    CHECK(items[2].counted.low == 5 * one);
}

TEST_CASE("one item more, or a larger one, never lowers the sum") {
    std::mt19937 random(20240611);
    for (int round = 0; round < 20'000; ++round) {
        const Items items = random_items(random);
        const Points before = sum(items);
        CHECK(before.low <= before.high);
        CHECK(before.high <= 100 * one);

        Items more = items;
        Items extra = random_items(random);
        more.insert(more.begin() + static_cast<std::ptrdiff_t>(random() % (more.size() + 1)), extra.begin(),
                    extra.end());
        CHECK(sum(more).low >= before.low);
        CHECK(sum(more).high >= before.high);

        if (items.empty()) continue;
        Items larger = items;
        Points& raised = larger[random() % larger.size()].points;
        const std::int64_t by = static_cast<std::int64_t>(random() % 50) * one / 3;
        raised.low += by;
        raised.high += by;
        CHECK(sum(larger).low >= before.low);
        CHECK(sum(larger).high >= before.high);
    }
}
