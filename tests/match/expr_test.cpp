#include "match/expr.h"

#include <random>

#include <doctest/doctest.h>

using namespace incilint::match;

namespace {

/// any(name 0, all(class 1, not name 2)); one rule with one expression.
Code sample() {
    Code code;
    code.nodes = {{Op::name, 0, 0}, {Op::class_, 1, 0}, {Op::name, 2, 0},
                  {Op::not_, 2, 0}, {Op::all, 0, 2},    {Op::any, 2, 2}};
    code.children = {1, 3, 0, 4};
    code.texts = {"* lauryl sulfate"};
    code.roots = {5};
    code.rule_first = {0, 1};
    return code;
}

}  // namespace

TEST_CASE("one pass evaluates every node") {
    const Code code = sample();
    REQUIRE(is_sound(code, 3, 2));
    const auto root = [&](bool name0, bool class1, bool name2) {
        std::vector<char> truth;
        evaluate(code, truth, [&](const Node& node) {
            if (node.op == Op::class_) return class1;
            return node.a == 0 ? name0 : name2;
        });
        return truth[5] != 0;
    };
    CHECK(root(true, false, false));
    CHECK(root(false, true, false));
    CHECK_FALSE(root(false, true, true));
    CHECK_FALSE(root(false, false, false));
}

TEST_CASE("code comes back from its bytes") {
    const Code code = sample();
    const auto loaded = load_code(store(code));
    REQUIRE(loaded);
    CHECK(loaded->nodes == code.nodes);
    CHECK(loaded->children == code.children);
    CHECK(loaded->texts == code.texts);
    CHECK(loaded->roots == code.roots);
    CHECK(loaded->rule_first == code.rule_first);
}

TEST_CASE("damaged code is refused or stays inside") {
    const std::string bytes = store(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto loaded = load_code(std::string_view{bytes}.substr(0, size));
        CHECK((!loaded || !is_sound(*loaded, 3, 2)));
    }
    std::mt19937 random(7);
    int sound = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string broken = bytes;
        broken[random() % broken.size()] = static_cast<char>(random());
        const auto loaded = load_code(broken);
        if (!loaded || !is_sound(*loaded, 3, 2)) continue;
        ++sound;
        std::vector<char> truth;
        evaluate(*loaded, truth, [](const Node&) { return true; });
    }
    CHECK(sound > 0);
}
