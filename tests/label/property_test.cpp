// Properties of every reading, on written, mutated and random text: nothing is lost, spans are true, work is linear.
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reading.h"
#include "turns.h"

using namespace incilint;
using namespace incilint::label;

namespace {

/// What breaks the promises of label.h; empty: nothing.
std::string fault_of(std::string_view text, const Label& label) {
    std::size_t end = 0;
    for (const Piece& piece : label.pieces) {
        if (piece.span.from != end || piece.span.to <= end) return "pieces leave a gap or overlap";
        end = piece.span.to;
    }
    if (end != text.size()) return "pieces do not reach the end";
    std::size_t at = 0;
    for (const Product& product : label.products) {
        if (product.entries.empty()) return "a product without entries";
        for (const Entry& entry : product.entries) {
            if (entry.span.from < at || entry.span.to > text.size() || entry.span.empty())
                return "an entry out of order";
            at = entry.span.to;
            if (entry.raw() != base::slice(text, entry.span) || entry.raw() != base::trim(entry.raw()))
                return "raw is not its slice";
            if (entry.name.empty()) return "an entry without a name";
            if (entry.percent && !(entry.percent->min >= 0 && entry.percent->min <= entry.percent->max))
                return "a bad percent";
        }
    }
    const auto& pieces = label.pieces;
    std::size_t piece = 0;
    for (const Product& product : label.products) {
        for (const Entry& entry : product.entries) {
            while (piece < pieces.size() && pieces[piece].span.to <= entry.span.from) ++piece;
            if (piece == pieces.size() || pieces[piece].kind != PieceKind::entry) return "an entry that no piece holds";
        }
    }
    for (const Detection& detection : label.detections) {
        if (detection.span.to > text.size() || detection.span.from > detection.span.to)
            return "a finding out of the text";
    }
    return {};
}

const std::vector<std::string>& seeds() {
    static const std::vector<std::string> texts{
        "Ingredients: Aqua, Glycerin*, Caprylic/Capric Triglyceride, Parfum (Fragrance), CI 77891. *organic",
        "-Aloe: softens skin.\n-Squalane\n\nWater, 1,2-Hexanediol, Urea 5 %, Iron Oxides (CI 77491, CI 77492).",
        "Active: Zinc Oxide 5%.Inactive: Water/Aqua/Eau, Blend (Urea, Mel), [+/- Mica, CI 15850]. F.I.L. C77120/3",
        "<p>Cleanser:</p>Aqua &bull; Parfum<br>Cream: Aqua | 1 | 2-hexanediol | titanium dioxide (nano)",
        "全成分：水、グリセリン５％、（＋／－）酸化チタン。精华液：水、甘油，丁二醇",
        "Состав: вода, глицерин и сорбитол. Contains 2% or less of: Parfum, Linalool. Please note that lists may "
        "change.",
    };
    return texts;
}

const std::vector<std::string>& shreds() {
    static const std::vector<std::string> texts{",",
                                                ";",
                                                " ",
                                                "\n",
                                                "\n\n",
                                                "(",
                                                ")",
                                                "[",
                                                "]",
                                                "/",
                                                "\\",
                                                "-",
                                                " - ",
                                                ".",
                                                ". ",
                                                ":",
                                                "*",
                                                "**",
                                                "%",
                                                " 2 % ",
                                                "<",
                                                ">",
                                                "<b>",
                                                "&amp;",
                                                "&#",
                                                "\xff",
                                                "\xe2\x80",
                                                "\u200b",
                                                "•",
                                                "、",
                                                "Aqua",
                                                "and ",
                                                "(and)",
                                                "May contain: ",
                                                "Ingredients: ",
                                                "1,",
                                                "2-",
                                                "¹",
                                                "™",
                                                "''",
                                                "\"",
                                                "+/-",
                                                "…",
                                                "(WH) - x",
                                                "C210045/1",
                                                "水",
                                                "=",
                                                "|",
                                                "\t\t",
                                                "+",
                                                "&",
                                                "\\n"};
    return texts;
}

/// All that a reading says, as text.
std::string said(const Label& label) {
    std::string out;
    for (const Product& product : label.products) {
        out.append(product.name.value_or("-")).append(word(product.order)).append("\n");
        for (const Entry& entry : product.entries) {
            out.append(entry.raw()).append("|").append(entry.name).append("|").append(word(entry.section));
            out.append(entry.marks).append(entry.nano ? "nano" : "").append(entry.part_of_group ? "part" : "");
            if (entry.percent)
                out.append(std::to_string(entry.percent->min)).append(std::to_string(entry.percent->max));
            out.append("\n");
        }
    }
    for (const Piece& piece : label.pieces) out.append(word(piece.kind)).append(std::to_string(piece.span.to));
    for (const Detection& detection : label.detections)
        out.append(word(detection.detector)).append(std::to_string(detection.span.from)).append(detection.detail);
    return out;
}

}  // namespace

TEST_CASE("nothing is lost on written labels") {
    for (const std::string& text : seeds()) {
        CAPTURE(text);
        CHECK(fault_of(text, read_text(text)) == "");
    }
    for (const std::string& text : shreds()) {
        CAPTURE(text);
        CHECK(fault_of(text, read_text(text)) == "");
    }
    CHECK(fault_of("", read_text("")) == "");
}

TEST_CASE("nothing is lost on mutated labels, and what is remembered changes nothing") {
    std::mt19937 random(20240611);
    Reader warm(program().dictionary(), program().vocabulary());
    Reader short_memory(program().dictionary(), program().vocabulary(), 40);
    Reader without(program().dictionary(), program().vocabulary(), 0);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    for (int round = 0; round < test::turns(4000); ++round) {
        std::string text = seeds()[below(seeds().size())];
        for (std::size_t edits = 1 + below(6); edits > 0; --edits) {
            const std::size_t at = below(text.size() + 1);
            switch (below(4)) {
                case 0:
                    text.insert(at, shreds()[below(shreds().size())]);
                    break;
                case 1:
                    text.erase(at, below(9));
                    break;
                case 2:
                    text.insert(at, text.substr(below(text.size() + 1), below(30)));
                    break;
                default:
                    if (at < text.size()) text[at] = static_cast<char>(below(256));
            }
        }
        const Label plain = without.read(text);
        const std::string expected = said(plain);
        const std::string fault = fault_of(text, plain);
        if (!fault.empty() || said(warm.read(text)) != expected || said(short_memory.read(text)) != expected) {
            CAPTURE(base::printable(text));
            CHECK(fault == "");
            CHECK(said(warm.read(text)) == expected);
            CHECK(said(short_memory.read(text)) == expected);
            FAIL("a memo changed an answer");
        }
    }
}

TEST_CASE("a memo never changes an answer") {
    Reader reader(program().dictionary(), program().vocabulary());
    for (int round = 0; round < 2; ++round) {
        for (const std::string& text : seeds()) {
            const Label warm = reader.read(text);
            const Label cold = read_text(text);
            CHECK(warm.pieces == cold.pieces);
            CHECK(names_of(warm) == names_of(cold));
        }
    }
}

TEST_CASE("the dictionary is asked in proportion to the label") {
    // Distinct names, so that no answer is remembered: twice the label, at most about twice the questions.
    const auto questions = [](std::size_t names, const std::string& separator) {
        std::string text;
        for (std::size_t i = 0; i < names; ++i) text += "Zorb" + std::to_string(i) + " Quex" + separator;
        Staged staged(text);
        (void)judge(staged.reading, staged.knowledge);
        return staged.memo.size();
    };
    for (const std::string separator : {", ", " ", " / ", "\n", ". ", " (", ") "}) {
        CAPTURE(separator);
        const std::size_t one = questions(500, separator);
        const std::size_t two = questions(1000, separator);
        CHECK(two <= 2 * one + 50);
        CHECK(one <= 500 * 6 + 50);
    }
}

TEST_CASE("hostile sizes end, and lose nothing") {
    const auto repeat = [](std::string_view unit, std::size_t times) {
        std::string out;
        for (std::size_t i = 0; i < times; ++i) out += unit;
        return out;
    };
    const std::string texts[] = {
        repeat(",", 200'000),
        repeat("Aqua, ", 100'000),
        "Aqua " + repeat("(", 2000) + "Water",
        "Aqua " + repeat("(", 2000) + "Water" + repeat(")", 2000),
        "Aqua, Gly" + repeat("\u0301", 500) + "cerin",
        repeat("a", 1'000'000),
        repeat("\xff", 300'000),
        repeat("sodium ", 50'000),
        repeat("Aqua (Water, ", 20'000),
        repeat("contains 2% or less of: ", 10'000),
        repeat("<", 200'000),
        repeat("&", 200'000),
    };
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 20));
        CHECK(fault_of(text, read_text(text)) == "");
    }
}
