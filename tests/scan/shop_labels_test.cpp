// Labels as shops print them, with texts around their lists: what is remembered and left out changes no byte.
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "dice.h"
#include "scan/pipeline.h"

using namespace incilint;

namespace {

const match::Program& program() {
    static const match::Program opened = builtin::program().value();
    return opened;
}

/// Known names often, odd ones now and then; texts before and behind; a few rows that are no list at all.
std::string shop_catalog(std::size_t rows) {
    const std::vector<std::string> fronts = {"",
                                             "",
                                             "Ingredients: ",
                                             "Softens the skin and keeps it supple.\n\n",
                                             "Night Cream: ",
                                             "-Rice Oil: soothes dry patches.\n-Squalane: keeps moisture in\n\n",
                                             "Free of parabens and mineral oil. "};
    const std::vector<std::string> backs = {"",
                                            "",
                                            ".",
                                            ". *Certified organic",
                                            " Free of parabens, sulfates and phthalates.",
                                            ". May contain: CI 77891, Mica",
                                            ".\nHand Cream: Aqua, Glycerin, Mica, Talc"};
    const std::vector<std::string> odd = {"Xyzzy Oilate",
                                          "Aqua*",
                                          "Parfum 2%",
                                          "=Blorp",
                                          "сорбат калия",
                                          "Aqua",
                                          "Iron Oxides (CI 77491, CI 77492)",
                                          "Sodium Laurly Sulfate",
                                          "Water (Aqua)"};
    const lexicon::Dictionary& dictionary = program().dictionary();
    test::Dice dice(5);
    std::vector<std::string> names;
    for (int i = 0; i < 150; ++i)
        names.emplace_back(
            dictionary.inci(lexicon::IngredientId{static_cast<std::uint32_t>(dice.roll(dictionary.size()))}));
    std::string out = "sku,inci\n";
    for (std::size_t row = 0; row < rows; ++row) {
        std::string label = dice.one_of(fronts);
        const std::size_t most = 10 + dice.roll(25);
        for (std::size_t n = dice.roll(most); n > 0; --n) {
            label += dice.roll(most) < 2 ? dice.one_of(odd) : dice.one_of(names);
            label += n > 1 ? ", " : "";
        }
        out += std::to_string(row) + ",\"" + label + dice.one_of(backs) + "\"\n";
    }
    return out;
}

struct Scanned {
    std::string rows;
    scan::Tally tally;
};

Scanned scanned(const std::string& text, scan::ResultFormat format, std::size_t memo_names, std::size_t jobs,
                bool plain_names = false) {
    std::size_t given = 0;
    const catalog::Fill fill = [&](std::string& out, std::size_t wanted) -> base::Expected<bool> {
        const std::string_view part = std::string_view(text).substr(given, wanted);
        out.append(part);
        given += part.size();
        return !part.empty();
    };
    scan::CatalogOptions options;
    options.blocks.block_bytes = 4096;
    auto stream = scan::CatalogStream::open(fill, "shop.csv", options);
    REQUIRE(stream);
    scan::ResultOptions result;
    result.format = format;
    scan::Plan plan{
        program(),           stream->meaning(),
        stream->headers(),   false,
        stream->delimiter(), catalog::RowReader::default_max_row_bytes,
        memo_names,          scan::ResultWriter(program(), result, stream->headers(), stream->meaning().columns)};
    if (plain_names) plan.plain_names = builtin::plain_names(program());
    Scanned out;
    const auto ran = scan::run(plan,
                               {[&](catalog::Block& block) { return stream->next(block); },
                                [&](const scan::BlockResult& done) {
                                    out.rows += done.rows;
                                    out.tally.merge(done.tally);
                                    return true;
                                }},
                               jobs);
    REQUIRE(ran);
    return out;
}

}  // namespace

TEST_CASE("labels with texts around their lists: the same bytes and sums whatever is remembered") {
    const std::string text = shop_catalog(600);
    for (const scan::ResultFormat format : {scan::ResultFormat::csv, scan::ResultFormat::jsonl}) {
        const Scanned want = scanned(text, format, 0, 1);
        CHECK(want.tally.records == 600);
        CHECK(want.tally.quick == 0);
        // 5: the memo is swept after nearly every block; 100: now and then.
        for (const std::size_t memo : std::initializer_list<std::size_t>{5, 100, 5000}) {
            for (const std::size_t jobs : std::initializer_list<std::size_t>{1, 2}) {
                const Scanned got = scanned(text, format, memo, jobs, memo != 100);
                CAPTURE(memo);
                CAPTURE(jobs);
                CHECK(got.rows == want.rows);
                CHECK(got.tally.verdicts == want.tally.verdicts);
                CHECK(got.tally.entries == want.tally.entries);
                CHECK(got.tally.recognised == want.tally.recognised);
                CHECK(got.tally.notes == want.tally.notes);
                CHECK(got.tally.warnings == want.tally.warnings);
                CHECK(got.tally.errors == want.tally.errors);
                CHECK(got.tally.without_list == want.tally.without_list);
                CHECK(got.tally.unknown.top(50) == want.tally.unknown.top(50));
                CHECK(got.tally.flagged.top(50) == want.tally.flagged.top(50));
                CHECK(got.tally.credited.top(50) == want.tally.credited.top(50));
            }
        }
    }
}
