#include "catalog/columns.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint::catalog;

namespace {

using Headers = std::vector<std::string>;

incilint::base::Expected<Columns> find(const Headers& headers, const std::vector<ColumnRequest>& requests = {}) {
    return find_columns(headers, requests, "f.csv");
}

}  // namespace

TEST_CASE("the column of ingredients is known by its header in many languages") {
    struct Case {
        Headers headers;
        std::size_t want;
    };
    const std::vector<Case> cases = {
        {{"id", "ingredients"}, 1},
        {{"SKU", "Name", " INCI "}, 2},
        {{"Artikelnummer", "Inhaltsstoffe"}, 1},
        {{"nom", "Ingrédients"}, 1},
        {{"kod", "Skład"}, 1},
        {{"product_name", "ingredient_list"}, 1},
        {{"品番", "名称", "全成分"}, 2},
        {{"번호", "전성분"}, 1},
        {{"артикул", "Состав"}, 1},
        {{"\xef\xbb\xbfingredients"}, 0},
        {{"sku", "\xc2\xa0INCI\xc2\xa0"}, 1},
        {{"ingredients", "INCI"}, 1},
        {{"x", "İÇİNDEKİLER", "içindekiler"}, 2},
    };
    for (const Case& c : cases) {
        CAPTURE(c.headers.back());
        const auto got = find(c.headers);
        REQUIRE(got);
        CHECK(got->at(Role::ingredients) == c.want);
    }
    const auto got = find({"EAN", "Brand", "Product Name", "INCI", "product-type"});
    REQUIRE(got);
    CHECK(got->at(Role::id) == 0);
    CHECK(got->at(Role::brand) == 1);
    CHECK(got->at(Role::name) == 2);
    CHECK(got->at(Role::type) == 4);
    CHECK(!got->at(Role::market));
}

TEST_CASE("a missing or doubled column is an error with the headers and a way out") {
    const auto missing = find({"sku", "name"});
    REQUIRE(!missing);
    CHECK(missing.error().code == "column/no-ingredients");
    CHECK(missing.error().text == "no column of ingredients among: sku, name");
    const auto near = find({"sku", "Ingrediens"});
    REQUIRE(!near);
    CHECK(near.error().hint == "is it 'Ingrediens'? say which: --column ingredients=Ingrediens");
    const auto within = find({"sku", "Ingredients of the cream"});
    REQUIRE(!within);
    CHECK(within.error().hint.starts_with("is it 'Ingredients of the cream'?"));
    const auto twice = find({"inci", "INCI "});
    REQUIRE(!twice);
    CHECK(twice.error().code == "column/twice");
    CHECK(twice.error().hint == "say which one: --column ingredients=#2");
}

TEST_CASE("a person's word decides") {
    const auto named = find({"a", "b"}, {{Role::ingredients, "B"}, {Role::id, "#1"}});
    REQUIRE(named);
    CHECK(named->at(Role::ingredients) == 1);
    CHECK(named->at(Role::id) == 0);
    const auto wrong = find({"alpha", "beta"}, {{Role::ingredients, "betta"}});
    REQUIRE(!wrong);
    CHECK(wrong.error().code == "column/missing");
    CHECK(wrong.error().hint.starts_with("did you mean 'beta'?"));
    for (const char* number : {"#0", "#3", "#x", "#"}) {
        CAPTURE(number);
        const auto got = find({"a", "b"}, {{Role::ingredients, number}});
        REQUIRE(!got);
        CHECK(got.error().code == "column/number");
    }
    CHECK(!find({"inci", "inci"}, {{Role::ingredients, "inci"}}));
}

TEST_CASE("requests are read strictly") {
    const auto good = parse_column_request("ingredients=INCI=x");
    REQUIRE(good);
    CHECK(good->role == Role::ingredients);
    CHECK(good->column == "INCI=x");
    for (const char* bad : {"", "ingredients", "ingredients=", "colour=x", "=x"}) {
        CAPTURE(bad);
        CHECK(!parse_column_request(bad));
    }
}
