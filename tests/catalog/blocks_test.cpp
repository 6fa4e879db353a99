#include "catalog/blocks.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "catalog/encoding.h"
#include "dice.h"
#include "turns.h"

using namespace incilint;
using namespace incilint::catalog;
using namespace std::string_literals;

namespace {

/// A stream of `text` in pieces of at most `most` bytes.
Fill pieces(std::string text, std::size_t most) {
    return [text = std::move(text), at = std::size_t{0}, most](std::string& out,
                                                               std::size_t) mutable -> base::Expected<bool> {
        const std::size_t size = std::min(most, text.size() - at);
        out.append(text, at, size);
        at += size;
        return size > 0;
    };
}

std::string shown(const Row& row) {
    std::string out = std::to_string(row.record).append("@").append(std::to_string(row.line));
    for (const Field& field : row.fields) out.append("|").append(field.value);
    return out;
}

std::string shown(const Reject& reject, std::size_t offset) {
    std::string out = std::to_string(reject.record).append("@").append(std::to_string(reject.line)).append("!");
    out.append(word(reject.kind));
    for (const std::size_t place : {reject.span.from, reject.span.to, reject.fault_at})
        out.append(" ").append(std::to_string(place + offset));
    return out;
}

void read_all(RowReader& reader, std::size_t offset, std::vector<std::string>& out) {
    for (auto step = reader.next(); step != RowReader::Step::end; step = reader.next())
        out.push_back(step == RowReader::Step::row ? shown(reader.row()) : shown(reader.reject(), offset));
}

std::vector<std::string> whole(const std::string& text, Dialect dialect, std::size_t limit) {
    RowReader reader(text, dialect, limit);
    if (reader.header().fields.empty()) return {"no header"};
    Row header = reader.header();
    header.line = 0;
    std::vector<std::string> out{shown(header)};
    read_all(reader, 0, out);
    return out;
}

std::vector<std::string> in_blocks(const std::string& text, std::size_t piece, const BlockOptions& options) {
    auto blocks = BlockReader::open(pieces(text, piece), "f", options);
    if (!blocks) return {"no header"};
    Row header = blocks->header();
    header.line = 0;
    std::vector<std::string> out{shown(header)};
    Block block;
    while (true) {
        const auto next = blocks->next(block);
        REQUIRE(next);
        if (!*next) break;
        RowReader reader(block.text, blocks->delimiter(), options.max_row_bytes, blocks->header().fields.size(),
                         block.records, block.line);
        read_all(reader, block.offset, out);
        if (block.gap) {
            out.push_back(shown(block.gap->reject, 0));
            const base::Span span = block.gap->reject.span;
            CHECK(text.substr(span.from, span.size()).starts_with(block.gap->raw));
        }
    }
    return out;
}

std::string random_catalog(test::Dice& dice) {
    const std::vector<std::string> parts = {",",   ",",    "\n", "\n",         "\r\n",      "\r",       "\"",
                                            "\"",  "\"\"", "a",  "Aqua, Talc", " ",         "\"x\ny\"", "\t",
                                            "\0"s, "\xff", "é",  ",\"b\"",     "z,\"\"\"\n"};
    std::string out = "id,inci\n";
    for (std::size_t count = dice.roll(120); count > 0; --count) out += parts[dice.roll(parts.size())];
    return out;
}

}  // namespace

TEST_CASE("blocks of any size hold the records of the whole text") {
    test::Dice dice(7);
    for (int i = 0; i < test::turns(400); ++i) {
        const std::string text = random_catalog(dice);
        CAPTURE(text);
        for (const std::size_t limit : {std::size_t{40}, std::size_t{1000}}) {
            const auto want = whole(text, {',', 0}, limit);
            for (const std::size_t block : {std::size_t{1}, std::size_t{16}, std::size_t{64}, std::size_t{4096}}) {
                for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{5000}}) {
                    for (const Isa isa : {Isa::portable, best_isa()}) {
                        BlockOptions options;
                        options.max_row_bytes = limit;
                        options.block_bytes = block;
                        options.isa = isa;
                        options.as_it_comes = true;
                        CAPTURE(limit);
                        CAPTURE(block);
                        CAPTURE(piece);
                        CHECK(in_blocks(text, piece, options) == want);
                    }
                }
            }
        }
    }
}

TEST_CASE("a line without end is skipped in bounded memory") {
    BlockOptions options;
    options.max_row_bytes = 1000;
    options.block_bytes = 64;
    const std::string text =
        "a,b\n1,2\n" + std::string(50'000, 'x') + "\n3,4\n5,\"" + std::string(9'000, 'y') + "\n6,7\n";
    CHECK(in_blocks(text, 64, options) == whole(text, {',', 0}, 1000));
    CHECK(in_blocks(text, 64, options).size() == 6);
}

TEST_CASE("quotes that stay open cost linear time") {
    for (const std::string line : {"x\",\"\"\"\n", "1,\"x\n", "\"\"\"\"\n", "\"x\"\",\"\n"}) {
        CAPTURE(line);
        std::string text = "a,b\n";
        while (text.size() < test::turns(2'000'000U)) text += line;
        BlockOptions options;
        options.max_row_bytes = 100'000;
        CHECK(in_blocks(text, 64 << 10, options) == whole(text, {',', 0}, options.max_row_bytes));
    }
}

TEST_CASE("a stream in another encoding is decoded piece by piece") {
    const std::string text = "id,inci\n1,Crème 😀 Aqua\n2,é\n";
    struct Case {
        Encoding encoding;
        std::string bytes;
    };
    std::vector<Case> cases;
    for (const bool big : {false, true}) {
        std::string wide = big ? "\xfe\xff" : "\xff\xfe";
        for (const char16_t unit : u"id,inci\n1,Crème 😀 Aqua\n2,é\n"s) {
            const char high = static_cast<char>(unit >> 8U);
            const char low = static_cast<char>(unit & 0xffU);
            wide.push_back(big ? high : low);
            wide.push_back(big ? low : high);
        }
        cases.push_back({Encoding::automatic, wide});
    }
    cases.push_back({Encoding::automatic, "\xef\xbb\xbf" + text});
    cases.push_back({Encoding::utf8, text});
    for (const Case& c : cases) {
        for (std::size_t piece = 1; piece < 9; ++piece) {
            Fill fill = decoded(pieces(c.bytes, piece), "f", c.encoding);
            std::string out;
            while (true) {
                const auto more = fill(out, 64);
                REQUIRE(more);
                if (!*more) break;
            }
            CHECK(out == text);
        }
    }
    Fill latin = decoded(pieces("inci\nCr\xe8me\n", 3), "f", Encoding::latin1);
    std::string out;
    while (*latin(out, 64)) {
    }
    CHECK(out == "inci\nCrème\n");
    Fill cut = decoded(pieces("\xff\xfei\0n"s, 3), "f", Encoding::automatic);
    base::Expected<bool> more = true;
    while (more && *more) more = cut(out, 64);
    CHECK(!more);
}
