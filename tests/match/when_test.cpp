#include "match/when.h"

#include <doctest/doctest.h>

using namespace incilint;
using match::judge_when;
using match::Truth;

namespace {

match::Place at(std::uint32_t rank, std::uint32_t count) {
    match::Place place;
    if (rank > 0) place.rank = rank;
    place.count = count;
    return place;
}

Truth rank_truth(rules::Range wanted, match::Place place, bool from_end) {
    const match::Context context;
    rules::When when;
    (from_end ? when.rank_from_end : when.rank) = wanted;
    return judge_when(when, {context, &place}, nullptr);
}

Truth percent_truth(rules::Range wanted, label::Percent percent) {
    const match::Context context;
    rules::When when;
    when.concentration = wanted;
    const match::Place place;
    return judge_when(when, {context, &place, &percent}, nullptr);
}

}  // namespace

TEST_CASE("an empty condition holds of anything") {
    const match::Context context;
    CHECK(judge_when({}, {context}, nullptr) == Truth::holds);
}

TEST_CASE("what is not known cannot be told") {
    rules::When when;
    when.product = {rules::ProductType::leave_on};
    match::Context context;
    std::vector<std::string_view> missing;
    CHECK(judge_when(when, {context}, &missing) == Truth::cannot_tell);
    CHECK(missing == std::vector<std::string_view>{"the product type"});
    context.type = rules::ProductType::leave_on;
    CHECK(judge_when(when, {context}, nullptr) == Truth::holds);
    context.type = rules::ProductType::rinse_off;
    CHECK(judge_when(when, {context}, nullptr) == Truth::fails);
}

TEST_CASE("one part that fails outweighs one that cannot be told") {
    rules::When when;
    when.product = {rules::ProductType::leave_on};
    when.market = {"eu"};
    match::Context context;
    context.market = "us";
    CHECK(judge_when(when, {context}, nullptr) == Truth::fails);
    context.market = "eu";
    CHECK(judge_when(when, {context}, nullptr) == Truth::cannot_tell);
}

TEST_CASE("ranks count from the front and from the end") {
    CHECK(rank_truth({{}, 3}, at(3, 10), false) == Truth::holds);
    CHECK(rank_truth({{}, 3}, at(4, 10), false) == Truth::fails);
    CHECK(rank_truth({2, 3}, at(1, 10), false) == Truth::fails);
    CHECK(rank_truth({{}, 1}, at(10, 10), true) == Truth::holds);
    CHECK(rank_truth({{}, 1}, at(9, 10), true) == Truth::fails);
    CHECK(rank_truth({{}, 1}, at(0, 10), true) == Truth::cannot_tell);
    CHECK(rank_truth({{}, 3}, at(0, 10), false) == Truth::cannot_tell);
}

TEST_CASE("the law of a day speaks only where the day is known") {
    rules::When when;
    when.since = rules::date_named("2022-03-01");
    match::Context context;
    std::vector<std::string_view> missing;
    CHECK(judge_when(when, {context}, &missing) == Truth::cannot_tell);
    CHECK(missing == std::vector<std::string_view>{"the day of the law"});
    const auto on = [&](std::string_view day) {
        context.law_date = rules::date_named(day);
        REQUIRE(context.law_date);
        return judge_when(when, {context}, nullptr);
    };
    CHECK(on("2022-02-28") == Truth::fails);
    CHECK(on("2022-03-01") == Truth::holds);
    when.until = rules::date_named("2024-12-31");
    CHECK(on("2024-12-31") == Truth::holds);
    CHECK(on("2025-01-01") == Truth::fails);
    when.since.reset();
    CHECK(on("1999-01-01") == Truth::holds);
}

TEST_CASE("a stated percent decides as far as it goes") {
    CHECK(percent_truth({1, {}}, {2, 2}) == Truth::holds);
    CHECK(percent_truth({1, {}}, {0, 0.5}) == Truth::fails);
    CHECK(percent_truth({1, {}}, {0, 5}) == Truth::cannot_tell);
    CHECK(percent_truth({1, 5}, {1, 5}) == Truth::holds);
    CHECK(percent_truth({1, 5}, {1, 6}) == Truth::cannot_tell);
    CHECK(percent_truth({1, 5}, {6, 7}) == Truth::fails);
}
