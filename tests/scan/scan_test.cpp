#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "scan/pipeline.h"
#include "turns.h"

using namespace incilint;

namespace {

/// A catalog from memory.
base::Expected<scan::CatalogRecords> open_records(std::string text, const scan::CatalogOptions& options) {
    return scan::CatalogRecords::open(
        [text = std::move(text), given = false](std::string& out, std::size_t) mutable -> base::Expected<bool> {
            if (std::exchange(given, true) || text.empty()) return false;
            out += text;
            return true;
        },
        "shop.csv", options);
}

const match::Program& program() {
    static const match::Program made = *builtin::program();
    return made;
}

struct Asked {
    scan::ResultOptions result;
    std::size_t block_bytes = 64;
    std::size_t jobs = 1;
    std::size_t memo_names = 1000;
    catalog::Isa isa = catalog::best_isa();
};

struct Scanned {
    std::string rows;
    scan::Tally tally;
    std::vector<std::string> rejects;
};

Scanned scanned(const std::string& text, const Asked& asked, std::size_t most_blocks = 1'000'000) {
    catalog::BlockOptions options;
    options.block_bytes = asked.block_bytes;
    options.isa = asked.isa;
    auto blocks = catalog::BlockReader::open(
        [&text, at = std::size_t{0}](std::string& out, std::size_t bytes) mutable -> base::Expected<bool> {
            const std::size_t size = std::min(bytes, text.size() - at);
            out.append(text, at, size);
            at += size;
            return size > 0;
        },
        "shop.csv", options);
    REQUIRE(blocks);
    std::vector<std::string> headers;
    for (const auto& field : blocks->header().fields) headers.push_back(field.value);
    const auto columns = catalog::find_columns(headers, {}, "shop.csv");
    REQUIRE(columns);
    const scan::Plan plan{program(),
                          {"shop.csv", *columns, {}},
                          headers,
                          options.json_lines,
                          blocks->delimiter(),
                          options.max_row_bytes,
                          asked.memo_names,
                          scan::ResultWriter(program(), asked.result, headers, *columns)};
    Scanned out;
    out.rows = plan.writer.head();
    std::size_t taken = 0;
    const auto ran = scan::run(plan,
                               {[&](catalog::Block& block) { return blocks->next(block); },
                                [&](const scan::BlockResult& result) {
                                    out.rows += result.rows;
                                    out.tally.merge(result.tally);
                                    for (const catalog::Gap& gap : result.rejects)
                                        out.rejects.push_back(std::to_string(gap.reject.record) + " " + gap.raw);
                                    return ++taken < most_blocks;
                                }},
                               asked.jobs);
    CHECK(ran);
    return out;
}

const std::string shop =
    "id,name,type,inci\n1,A,Rinse Off,\"Aqua, Parfum\"\n2,B\n3,C,,\"Talc, \"\"Mica\"\", Xyzzy Oilate\"\n4,D,,Free of "
    "all\n"
    "=1+1,@E,,\"Aqua,\nSodium Lauryl Sulfate\"\n6,F,,\"Inulin, Aqua\"\n7,\"o\"x,,Aqua\n8,H,,\"Aqua, Lactobacillus "
    "Ferment\"\n";

scan::ResultOptions csv() {
    scan::ResultOptions out;
    out.format = scan::ResultFormat::csv;
    return out;
}

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("accepted and rejected rows are all the records, and each product gets its row") {
    const Scanned got = scanned(shop, {});
    CHECK(got.tally.records == 8);
    CHECK(got.tally.rejects() == 2);
    CHECK(got.rejects == std::vector<std::string>{"2 2,B", "7 7,\"o\"x,,Aqua"});
    CHECK(got.tally.products == 6);
    CHECK(got.tally.without_list == 1);
    CHECK(lines(got.rows) == 6);
    CHECK(got.tally.unknown.top(5).front().first == "Xyzzy Oilate");
}

TEST_CASE("the bytes are the same for any threads, blocks, memory and instructions") {
    std::string text = shop;
    constexpr std::size_t more = test::turns(60U);
    for (std::size_t i = 0; i < more; ++i) text += shop.substr(shop.find('\n') + 1);
    for (const bool as_csv : {false, true}) {
        Asked asked;
        if (as_csv) asked.result = csv();
        asked.block_bytes = 1 << 20;
        const Scanned want = scanned(text, asked);
        REQUIRE(want.tally.records == (more + 1) * 8);
        for (const std::size_t block : std::initializer_list<std::size_t>{64, 200, 1000, 4096, 65536}) {
            for (const std::size_t jobs : std::initializer_list<std::size_t>{1, 2, 4}) {
                for (const std::size_t memo : std::initializer_list<std::size_t>{0, 3, 1000}) {
                    for (const catalog::Isa isa : {catalog::Isa::portable, catalog::best_isa()}) {
                        asked.block_bytes = block;
                        asked.jobs = jobs;
                        asked.memo_names = memo;
                        asked.isa = isa;
                        const Scanned got = scanned(text, asked);
                        CHECK(got.rows == want.rows);
                        CHECK(got.rejects == want.rejects);
                        CHECK(got.tally.unknown.top(9) == want.tally.unknown.top(9));
                        CHECK(got.tally.flagged.top(9) == want.tally.flagged.top(9));
                        CHECK(got.tally.verdicts == want.tally.verdicts);
                    }
                }
            }
        }
    }
}

TEST_CASE("a reader that wants no more ends the scan") {
    std::string text = "inci\n";
    for (int i = 0; i < 2000; ++i) text += "\"Aqua, Glycerin, Parfum\"\n";
    for (const std::size_t jobs : std::initializer_list<std::size_t>{1, 3}) {
        Asked asked;
        asked.jobs = jobs;
        CHECK(scanned(text, asked, 3).tally.records < 100);
    }
}

TEST_CASE("CSV rows say what was found, and run no formula") {
    Asked asked;
    asked.result = csv();
    const std::string rows = scanned(shop, asked).rows;
    CHECK(rows.starts_with("record,id,name,product,verdict,burden,"));
    CHECK(rows.find("\n5,'=1+1,'@E,,") != std::string::npos);
    CHECK(rows.find("Sodium Lauryl Sulfate") != std::string::npos);
    CHECK(rows.find("Xyzzy Oilate") != std::string::npos);
    CHECK(rows.find(program().rule_sets().front().digest.substr(0, 12)) != std::string::npos);
    asked.result.csv.guard = false;
    CHECK(scanned(shop, asked).rows.find("\n5,=1+1,@E,,") != std::string::npos);
    asked.result.keep_columns = true;
    CHECK(scanned(shop, asked).rows.starts_with("id,name,type,inci,record,product,verdict,"));
}

TEST_CASE("only what is asked for is written, and all of it counted") {
    Asked asked;
    asked.result = csv();
    const auto rows_of = [&](scan::Only only) {
        asked.result.only = only;
        const Scanned got = scanned(shop, asked);
        CHECK(got.tally.products == 6);
        return lines(got.rows) - 1;
    };
    CHECK(rows_of(scan::Only::no_verdict) >= 1);
    CHECK(rows_of(scan::Only::flagged) == 2);
    CHECK(rows_of(scan::Only::credited) == 2);
    asked.result.only = scan::Only::all;
    asked.result.categories = {"prebiotic"};
    CHECK(lines(scanned(shop, asked).rows) == 2);
    asked.result.categories.clear();
    asked.result.per_finding = true;
    const std::string rows = scanned(shop, asked).rows;
    CHECK(rows.find(",harsh-surfactant,concern,") != std::string::npos);
    CHECK(rows.find(",7,1,") != std::string::npos);  // the place of the second line of a quoted field
}

TEST_CASE("formulas are guarded wherever a cell may begin") {
    struct Case {
        std::string_view cell;
        std::string_view want;
    };
    for (const Case& c : {Case{"Aqua", "Aqua"}, Case{"=1", "'=1"}, Case{"a;=1", "a;'=1"}, Case{"a,\"+1", "a,\"'+1"},
                          Case{"\t=1", "'\t'=1"}, Case{"a-b", "a-b"},
                          Case{"\xef\xbc\x9d"
                               "1",
                               "'\xef\xbc\x9d"
                               "1"},
                          Case{"a\n@x", "a\n'@x"}})
        CHECK(report::guarded(c.cell) == c.want);
    std::string out;
    report::CsvWriter excel(out, {';', true, true});
    excel.text("007");
    excel.text("4006381333931");
    excel.text("1E12");
    excel.text("12");
    excel.end_row();
    CHECK(out == "\"=\"\"007\"\"\";\"=\"\"4006381333931\"\"\";\"=\"\"1E12\"\"\";12\r\n");
}

TEST_CASE("a row says its type itself; findings are placed in the file") {
    match::Context defaults;
    defaults.type = rules::ProductType::leave_on;
    scan::CatalogOptions options;
    options.defaults = defaults;
    options.blocks.block_bytes = 8;
    auto records = open_records("type,inci\nRinse_Off,\"Aqua, \"\"x\"\",\nParfum\"\n,Talc\n", options);
    REQUIRE(records);
    CHECK(records->choice() == "ingredients from 'inci' (#2), type from 'type' (#1); commas");
    REQUIRE(*records->next() == scan::CatalogRecords::Step::row);
    scan::Record row = records->record();
    CHECK(row.context.type == rules::ProductType::rinse_off);
    const std::size_t parfum = row.input.text.find("Parfum");
    CHECK(row.input.locate(parfum) == base::Position{3, 1});
    REQUIRE(*records->next() == scan::CatalogRecords::Step::row);
    CHECK(records->record().context.type == rules::ProductType::leave_on);
}

TEST_CASE("percents of a product file hold where the label prints none") {
    const auto file =
        std::make_shared<const scan::Document>("gel.yaml",
                                               "product: Gel\ningredients:\n  - {name: Aqua, percent: 90}\n  - "
                                               "Glycerin\n  - {name: Xanthan Gum, percent: 0.5}\n");
    auto records = scan::product_records(file, {});
    REQUIRE(records);
    REQUIRE(records->size() == 1);
    scan::Record& record = records->front();
    scan::read_record(record, program());
    REQUIRE(record.input.label.products.size() == 1);
    const auto& entries = record.input.label.products[0].entries;
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].percent == label::Percent{90, 90});
    CHECK(!entries[1].percent);
    CHECK(entries[2].percent == label::Percent{0.5, 0.5});
    CHECK(record.input.locate(entries[1].span.from) == base::Position{4, 5});
    CHECK(record.input.screenings.at(0).entries.at(1).recognised->inci == "Glycerin");
}

TEST_CASE("a catalog without header or column is refused") {
    CHECK(!open_records("", {}));
    CHECK(!open_records("a,b\n1,2\n", {}));
    CHECK(!open_records("\"inci\n1\n", {}));
}

TEST_CASE("a column of ingredients is found by what it holds, whatever the sizes of blocks") {
    scan::CatalogOptions options;
    options.is_list = [](std::string_view cell) { return cell.find(", ") != cell.npos; };
    struct Case {
        const char* text;
        const char* want;  ///< the choice, or the fault
    };
    const Case cases[] = {
        {"sku,what,x\n1,soap,\"Aqua, Parfum\"\n2,,\"Aqua, Talc\"\n",
         "ingredients from 'x' (#3, by what it holds), id from 'sku' (#1); commas"},
        {"{\"sku\": \"1\", \"x\": \"Aqua, Talc\"}\n{\"sku\": \"2\", \"x\": \"Aqua, Mica\"}\n",
         "ingredients from 'x' (#2, by what it holds), id from 'sku' (#1); JSON"},
        // A request and a header are stronger than content.
        {"sku,inci,x\n1,Aqua,\"Aqua, Talc\"\n", "ingredients from 'inci' (#2), id from 'sku' (#1); commas"},
        // Two candidates, none, or a first line that is no header: a person says it.
        {"a,b\n\"Aqua, Talc\",\"Aqua, Mica\"\n", "several columns hold lists of ingredients: 'a' (#1), 'b' (#2)"},
        {"a,b\n1,2\n", "no column of ingredients among: a, b"},
        {"a,b\n1,2\n1,2\n\"Aqua, Talc\",2\n", "no column of ingredients among: a, b"},
        {"7,\"Aqua, Talc\"\n8,\"Aqua, Mica\"\n",
         "the first line holds a list of ingredients where a header should stand"},
    };
    for (const Case& c : cases) {
        for (const std::size_t block_bytes : {std::size_t{1}, std::size_t{16}, std::size_t{1} << 18}) {
            CAPTURE(c.text);
            options.blocks.block_bytes = block_bytes;
            auto records = open_records(c.text, options);
            CHECK((records ? records->choice() : records.error().text) == c.want);
            if (!records) continue;
            std::size_t rows = 0;
            for (auto step = records->next(); *step != scan::CatalogRecords::Step::end; step = records->next()) {
                CHECK(records->record().input.record == ++rows);
                CHECK(records->record().input.text.starts_with("Aqua"));
            }
            CHECK(rows >= 1);
        }
    }
}
