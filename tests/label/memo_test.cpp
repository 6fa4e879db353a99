#include "label/memo.h"

#include <string>

#include <doctest/doctest.h>

#include "reading.h"

using namespace incilint::label;

namespace {

/// A slice of a label, with the name that its bytes are.
SliceFact& meet(NameMemo& memo, const std::string& text) {
    SliceFact* fact = memo.slices().of(std::hash<std::string>{}(text), text);
    REQUIRE(fact != nullptr);
    fact->is_name = true;
    if (fact->said == nullptr) fact->said = &memo.of(fact->text(), true);
    return *fact;
}

std::string numbered(const std::string& name, int number) {
    return name + " of no label before, number " + std::to_string(number);
}

}  // namespace

TEST_CASE("what two labels print stays, with what is known of it; what one alone prints goes") {
    constexpr std::size_t most = 100;
    NameMemo memo(most);
    int numbers = 0;
    const std::string often = "Sodium Chloride";
    const std::string odd = numbered("A name that is longer than the room in a fact, which is 64 bytes", 0);
    for (int label = 0; label < 200; ++label) {
        memo.begin_label();
        for (const std::string& name : {often, odd}) {
            SliceFact& fact = meet(memo, name);
            const bool first = label == 0;
            CHECK(fact.said->built == (first ? "" : "known as " + name));
            CHECK(fact.said->name == name);
            CHECK(fact.text() == name);
            fact.said->built = "known as " + name;
        }
        for (int i = 0; i < 10; ++i) {
            const std::string once = numbered("Once", numbers++);
            CHECK(meet(memo, once).said->built.empty());
            memo.of(once).built = "once";
            memo.of(numbered("Made", numbers)).built = "made";  // its bytes are a copy
        }
        CHECK(memo.size() <= 2 * most + 22);
    }
    CHECK(memo.of(numbered("Once", 0)).built.empty());
    CHECK(memo.of(numbered("Made", 1)).built.empty());
}

TEST_CASE("where all is met again, a quarter of the room is made all the same") {
    constexpr std::size_t most = 100;
    NameMemo memo(most);
    for (int label = 0; label < 3; ++label) {
        memo.begin_label();
        for (int i = 0; i < 99; ++i) static_cast<void>(meet(memo, numbered("Always", i)));
    }
    static_cast<void>(meet(memo, "One more"));
    CHECK(memo.slices().full());
    memo.begin_label();
    CHECK_FALSE(memo.slices().full());
    CHECK(memo.size() == most / 4 * 3);
}

TEST_CASE("a memo of any size changes no reading") {
    const std::string water = "Aqua, Glycerin, Sodium Laureth Sulfate, ";
    Reader large(program().dictionary(), program().vocabulary());
    for (const std::size_t most : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{60}}) {
        Reader small(program().dictionary(), program().vocabulary(), most);
        for (int i = 0; i < 60; ++i) {
            const std::string text = water + numbered("Mystery", i % 20) + ", Lavandula Angustifolia (Lavender) Oil, " +
                                     numbered("Xylitylglucoside", i) + ", Parfum, 1,2-Hexanediol, CI 77891.";
            CHECK(names_of(small.read(text)) == names_of(large.read(text)));
        }
    }
}
