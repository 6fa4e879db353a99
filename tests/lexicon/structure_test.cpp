#include "lexicon/structure.h"

#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "lexicon/normal.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(std::string(INCILINT_SOURCE) + '/' + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::vector<std::string>> rows_of(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    const std::string text = text_of(path);
    for (std::size_t at = text.find('\n') + 1; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        std::vector<std::string> cells{std::string()};
        for (const char byte : text.substr(at, end - at)) {
            if (byte == '\t') {
                cells.emplace_back();
            } else {
                cells.back().push_back(byte);
            }
        }
        rows.push_back(std::move(cells));
        at = end + 1;
    }
    return rows;
}

/// The grammar and the classes as the project holds them.
struct Real {
    Real() {
        for (const auto& row : rows_of("data/classes.tsv")) classes.push_back(row[0]);
        std::vector<SpellingPairs::Pair> list;
        for (const auto& row : rows_of("data/spelling.tsv")) list.emplace_back(row[0], row[1]);
        pairs = SpellingPairs(std::move(list));
        bytes = build_structure(text_of("data/structure.tsv"), "data/structure.tsv", lookup()).value();
        structure = Structure::open(bytes, classes.size()).value();
    }
    [[nodiscard]] ClassLookup lookup() const {
        return [this](std::string_view name) -> std::optional<ClassId> {
            for (std::size_t i = 0; i < classes.size(); ++i) {
                if (classes[i] == name) return static_cast<ClassId>(i);
            }
            return std::nullopt;
        };
    }
    [[nodiscard]] std::string read(std::string_view printed) const {
        const auto reading = structure.read(normal_form(printed, pairs));
        if (!reading) return "-";
        std::string out = reading->inci + " =";
        for (const ClassId id : reading->classes) out += ' ' + classes[static_cast<std::size_t>(id)];
        return out;
    }

    std::vector<std::string> classes;
    SpellingPairs pairs;
    std::string bytes;
    Structure structure;
};

const Real& real() {
    static const Real made;
    return made;
}

void check_lines(const std::string& path, const auto& check) {
    std::ifstream file(std::string(INCILINT_TEST_DATA) + '/' + path);
    std::size_t lines = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        CAPTURE(line);
        check(line);
        ++lines;
    }
    CHECK(lines > 100);
}

}  // namespace

TEST_CASE("names that are built are read, spelled and classed") {
    check_lines("lexicon/structure.test", [](const std::string& line) {
        const std::size_t arrow = line.find(" => ");
        REQUIRE(arrow != std::string::npos);
        CHECK(real().read(line.substr(0, arrow)) == line.substr(arrow + 4));
    });
}

TEST_CASE("what is no built name is not read") {
    std::size_t count = 0;
    check_lines("lexicon/no_structure.test", [&count](const std::string& line) {
        CHECK(real().read(line) == "-");
        ++count;
    });
    CHECK(count >= 200);
}

TEST_CASE("long and hostile names end quickly") {
    CHECK(real().read(std::string(100'000, 'a')) == "-");
    std::string slashes = "Lactobacillus";
    for (int i = 0; i < 900; ++i) slashes += "/a";
    CHECK(real().read(slashes + " Copolymer") == "-");
    CHECK(real().read(std::string(3000, '(') + "Copolymer") == "-");
    CHECK(real().read("PEG-" + std::string(2000, '9')) == "-");
    CHECK_FALSE(Structure().read("peg 8").has_value());
}

TEST_CASE("faults of a grammar are told with their line") {
    const auto faults = [](const std::string& rows) {
        const auto made = build_structure("kind\tword\tvalue\tclasses\n" + rows, "s.tsv", real().lookup());
        return made ? std::string("fine") : base::describe(made.error().at(0));
    };
    CHECK(faults("cation\tsodium\t\t\npattern\t{cation} Thing\t\tsoap\n") == "fine");
    const std::pair<const char*, const char*> table[] = {
        {"cation\tsodium\t\tno-such-class\n", "s.tsv:2"},  {"pattern\t{none} Thing\t\tsoap\n", "{none}"},
        {"cation\tSodium\t\t\n", "normal form"},           {"cation\tsodium\t\t\ncation\tsodium\t\t\n", "s.tsv:3"},
        {"pattern\t{c:8-12} Thing\t\tsoap\n", "{c:8-12}"}, {"pattern\t{c\t\tsoap\n", "{c"},
        {"cation\t\t\t\n", "a kind and a word"},           {"pattern\t Thing\t\tsoap\n", "s.tsv:2"},
        {"speceis\tcasei\t\t\n", "kind \"speceis\""},
    };
    for (const auto& row : table) {
        CAPTURE(std::string(row.first));
        CHECK(faults(row.first).find(row.second) != std::string::npos);
    }
}

TEST_CASE("the same grammar gives the same bytes, and no grammar reads nothing") {
    CHECK(build_structure(text_of("data/structure.tsv"), "x", real().lookup()).value() == real().bytes);
    const std::string none = build_structure("", "x", real().lookup()).value();
    const auto opened = Structure::open(none, 0);
    REQUIRE(opened.has_value());
    CHECK_FALSE(opened->read("sodium lauryl sulfate").has_value());
}

TEST_CASE("damaged bytes are refused, or read within their bounds") {
    const std::string& bytes = real().bytes;
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 8) {
        const auto opened = Structure::open(std::string_view(bytes).substr(0, size), real().classes.size());
        if (opened) CHECK(size > bytes.size() * 3 / 4);
    }
    // A class beyond the taxonomy is no class.
    const auto poor = Structure::open(bytes, 1);
    REQUIRE(poor.has_value());
    CHECK_FALSE(poor->read("lactobacillus/soybean ferment extract").has_value());
    std::mt19937 random(5);
    std::size_t refused = 0;
    for (int turn = 0; turn < 200; ++turn) {
        std::string damaged = bytes;
        for (int i = 0; i < 20; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        if (turn % 4 == 0) damaged[random() % 40] = static_cast<char>(random());
        const auto opened = Structure::open(damaged, real().classes.size());
        refused += opened ? 0U : 1U;
        if (!opened) continue;
        for (const char* name : {"sodium c14 16 olefin sulfonate", "lactobacillus/soybean ferment extract", "peg 8",
                                 "aloe barbadensis leaf juice", "acrylates/va copolymer"}) {
            const auto reading = opened->read(name);
            CHECK((!reading || !reading->classes.empty()));
        }
    }
    CHECK(refused > 0);
}
