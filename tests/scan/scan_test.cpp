#include "scan/scan.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"

using namespace incilint;

namespace {

std::shared_ptr<const scan::Document> document(std::string text) {
    return std::make_shared<const scan::Document>("shop.csv", std::move(text));
}

}  // namespace

TEST_CASE("accepted and rejected rows are all the records, and each product gets its line") {
    const auto program = builtin::program();
    REQUIRE(program);
    auto records = scan::CatalogRecords::open(
        document(
            "id,name,type,inci\n1,A,Rinse Off,\"Aqua, Parfum\"\n2,B\n3,C,,\"Talc, \"\"Mica\"\"\"\n4,D,,Free of all\n"),
        false, {}, {});
    REQUIRE(records);
    CHECK(records->choice() ==
          "ingredients from 'inci' (#4), id from 'id' (#1), name from 'name' (#2), type from 'type' (#3)");
    std::string lines;
    std::vector<std::size_t> rejected;
    std::size_t screened = 0;
    const scan::Summary summary =
        scan::scan(*records, *program,
                   {.write =
                        [&](std::string_view chunk) {
                            lines += chunk;
                            return true;
                        },
                    .reject = [&](const catalog::Reject& reject) { rejected.push_back(reject.record); },
                    .screened = [&](const match::Screening&) { ++screened; }});
    CHECK(summary.records == 4);
    CHECK(rejected == std::vector<std::size_t>{2});
    CHECK(summary.rejected == 1);
    CHECK(summary.products == 3);
    CHECK(screened == 3);
    CHECK(summary.without_list == 1);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 3);
    CHECK(!summary.stopped);
}

TEST_CASE("a row says its type itself; findings are placed in the file") {
    const auto program = builtin::program();
    REQUIRE(program);
    match::Context defaults;
    defaults.type = rules::ProductType::leave_on;
    auto records = scan::CatalogRecords::open(document("type,inci\nRinse_Off,\"Aqua, \"\"x\"\",\nParfum\"\n,Talc\n"),
                                              false, {}, defaults);
    REQUIRE(records);
    REQUIRE(records->next() == scan::CatalogRecords::Step::row);
    scan::Record row = records->record();
    CHECK(row.context.type == rules::ProductType::rinse_off);
    const std::size_t parfum = row.input.text.find("Parfum");
    CHECK(row.input.locate(parfum) == base::Position{3, 1});
    REQUIRE(records->next() == scan::CatalogRecords::Step::row);
    CHECK(records->record().context.type == rules::ProductType::leave_on);
}

TEST_CASE("a writer that wants no more stops the scan") {
    const auto program = builtin::program();
    REQUIRE(program);
    std::string text = "inci\n";
    for (int i = 0; i < 2000; ++i) text += "\"Aqua, Glycerin, Parfum\"\n";
    auto records = scan::CatalogRecords::open(document(text), false, {}, {});
    REQUIRE(records);
    const scan::Summary summary = scan::scan(*records, *program,
                                             {.write = [](std::string_view) { return false; },
                                              .reject = [](const catalog::Reject&) {},
                                              .screened = [](const match::Screening&) {}});
    CHECK(summary.stopped);
    CHECK(summary.records < 2000);
}

TEST_CASE("percents of a product file hold where the label prints none") {
    const auto program = builtin::program();
    REQUIRE(program);
    const auto file =
        std::make_shared<const scan::Document>("gel.yaml",
                                               "product: Gel\ningredients:\n  - {name: Aqua, percent: 90}\n  - "
                                               "Glycerin\n  - {name: Xanthan Gum, percent: 0.5}\n");
    auto records = scan::product_records(file, {});
    REQUIRE(records);
    REQUIRE(records->size() == 1);
    scan::Record& record = records->front();
    scan::read_record(record, *program);
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
    CHECK(!scan::CatalogRecords::open(document(""), false, {}, {}));
    CHECK(!scan::CatalogRecords::open(document("a,b\n1,2\n"), false, {}, {}));
    CHECK(!scan::CatalogRecords::open(document("\"inci\n1\n"), false, {}, {}));
}
