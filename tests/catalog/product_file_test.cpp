#include "catalog/product_file.h"

#include <fstream>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace incilint;
using catalog::read_product_file;

namespace {

std::vector<std::string> faults(const std::string& text) {
    const auto read = read_product_file(text, "p.yaml");
    std::vector<std::string> out;
    if (read) return out;
    for (const base::Diagnostic& fault : read.error()) {
        std::string line = fault.code;
        line.append(" ").append(base::describe(fault));
        out.push_back(line);
    }
    return out;
}

/// "line:column" of a byte of the label.
std::string place(const std::string& text, const catalog::ListedProduct& product, std::size_t byte) {
    const base::Position at = base::LineIndex(text).at(product.origin.at(byte));
    std::string out = std::to_string(at.line);
    return out.append(":").append(std::to_string(at.column));
}

}  // namespace

TEST_CASE("one product") {
    const std::string text =
        "incilint: 1\n"
        "product: Oat Wash\n"
        "brand: Example House\n"
        "type: rinse-off\n"
        "area: body\n"
        "market: EU\n"
        "claims: [mild, sulfate-free]\n"
        "ingredients: Aqua,\n"
        "  Glycerin, Parfum\n";
    const auto read = read_product_file(text, "p.yaml");
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    const catalog::ListedProduct& product = read->front();
    CHECK(product.name == "Oat Wash");
    CHECK(product.brand == "Example House");
    CHECK(product.type == "rinse-off");
    CHECK(product.area == "body");
    CHECK(product.market == "eu");
    CHECK(product.claims == std::vector<std::string>{"mild", "sulfate-free"});
    CHECK(product.label == "Aqua, Glycerin, Parfum");
    CHECK(product.items.empty());
    CHECK(place(text, product, 0) == "8:14");
    CHECK(place(text, product, 6) == "9:3");
    CHECK(place(text, product, 16) == "9:13");
}

TEST_CASE("a list of ingredients, some with their percent") {
    const std::string text =
        "product: Gel\n"
        "ingredients:\n"
        "  - {name: Alcohol, percent: 65}\n"
        "  - \"1,2-Hexanediol\"\n"
        "  - name: Glycerin\n"
        "    percent: 0.5 %\n"
        "  - {name: Parfum, percent: \"2%\"}\n";
    const auto read = read_product_file(text, "p.yaml");
    REQUIRE(read);
    const catalog::ListedProduct& product = read->front();
    CHECK(product.label == "Alcohol, 1,2-Hexanediol, Glycerin, Parfum");
    REQUIRE(product.items.size() == 4);
    CHECK(product.items[0].percent == 65.0);
    CHECK_FALSE(product.items[1].percent);
    CHECK(product.items[2].percent == 0.5);
    CHECK(product.items[3].percent == 2.0);
    CHECK(base::slice(product.label, product.items[1].span) == "1,2-Hexanediol");
    CHECK(place(text, product, product.items[0].span.from) == "3:12");
    CHECK(place(text, product, product.items[1].span.from) == "4:6");
    CHECK(place(text, product, product.items[2].span.from) == "5:11");
    CHECK(place(text, product, product.items[3].span.from) == "7:12");
}

TEST_CASE("several products share what stands beside them") {
    const auto read = read_product_file(
        "brand: House\ntype: leave-on\nproducts:\n"
        "  - {product: A, ingredients: Aqua}\n"
        "  - {product: B, type: rinse-off, ingredients: [Aqua, Parfum]}\n",
        "p.yaml");
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK((*read)[0].name == "A");
    CHECK((*read)[0].brand == "House");
    CHECK((*read)[0].type == "leave-on");
    CHECK((*read)[0].where == base::Where{"p.yaml", 4, 5});
    CHECK((*read)[1].type == "rinse-off");
    CHECK((*read)[1].label == "Aqua, Parfum");
}

TEST_CASE("JSON") {
    const std::string text =
        "{\n\t\"product\": \"Caf\\u00e9 \\ud83e\\uddfc\",\n\t\"ingredients\": [\"Aqua\", \"CI 77891\"]\n}\n";
    const auto read = read_product_file(text, "p.json");
    REQUIRE(read);
    CHECK(read->front().name == "Café 🧼");
    CHECK(read->front().label == "Aqua, CI 77891");
    CHECK(place(text, read->front(), 6) == "3:27");
}

TEST_CASE("faults of a product file") {
    struct Row {
        std::string text;
        std::vector<std::string> faults;
    };
    const Row table[] = {
        {"", {"product/wrong-type p.yaml:1:1: a product file must be a map, but is empty"}},
        {"- Aqua\n", {"product/wrong-type p.yaml:1:1: a product file must be a map, not a list"}},
        {"product: A\n", {"product/missing-key p.yaml:1:1: a product needs the key 'ingredients'"}},
        {"ingredients: A\ntyp: leave-on\n",
         {"product/unknown-key p.yaml:2:1: unknown key 'typ' in a product file (did you mean 'type'?)"}},
        {"ingredients: A\ntype: leaveon\narea: feet\nmarket: e1\n",
         {"product/unknown-word p.yaml:2:7: unknown type 'leaveon' (did you mean 'leave-on'?)",
          "product/unknown-word p.yaml:3:7: unknown area 'feet' (one of: face, body, hair, scalp, lip, oral, nail, "
          "baby)",
          "product/unknown-word p.yaml:4:9: market 'e1' is no code (two to eight letters, like eu or us)"}},
        {"ingredients: {a: 1}\n", {"product/wrong-type p.yaml:1:14: ingredients must be a text or a list, not a map"}},
        {"ingredients:\n", {"product/wrong-type p.yaml:1:1: ingredients must be a text or a list, but is empty"}},
        {"ingredients: [A, {nam: B}, {name: C, percent: 101}, [D]]\n",
         {"product/unknown-key p.yaml:1:19: unknown key 'nam' in an ingredient (did you mean 'name'?)",
          "product/missing-key p.yaml:1:18: an ingredient needs the key 'name'",
          "product/wrong-type p.yaml:1:47: percent must be a number from 0 to 100, not '101'",
          "product/wrong-type p.yaml:1:53: an ingredient must be a name or {name, percent}, not a list"}},
        {"incilint: 2\ningredients: A\n",
         {"product/version p.yaml:1:11: this incilint reads product files of version 1 (write incilint: 1)"}},
        {"product: A\nproducts: [{ingredients: A, brands: x}]\n",
         {"product/two-kinds p.yaml:1:10: 'product' beside 'products' (put it into the list)",
          "product/unknown-key p.yaml:2:29: unknown key 'brands' in a product (did you mean 'brand'?)"}},
        {"products: []\n", {"product/wrong-type p.yaml:1:11: products must be a list of products, not a list"}},
        {"ingredients: A\ningredients: B\n",
         {"yaml/duplicate-key p.yaml:2:1: the key 'ingredients' stands here again (first at line 1, column 1)"}},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(faults(row.text) == row.faults);
    }
}

TEST_CASE("product.json has the keys and words of the reader") {
    std::string path = INCILINT_SOURCE;
    std::ifstream file(path.append("/rules/schema/product.json"));
    REQUIRE(file);
    const nlohmann::json root = nlohmann::json::parse(file);
    using Names = std::set<std::string>;
    const auto properties = [](const nlohmann::json& object) {
        CHECK(object.at("additionalProperties") == false);
        Names out;
        for (const auto& [key, value] : object.at("properties").items()) out.insert(key);
        return out;
    };
    namespace keys = catalog::product_keys;
    Names product(keys::product.begin(), keys::product.end());
    CHECK(properties(root) == product);
    product.erase("incilint");
    product.erase("products");
    const nlohmann::json& parts = root.at("definitions");
    CHECK(properties(parts.at("product")) == product);
    const nlohmann::json& item = parts.at("ingredients").at("oneOf").at(1).at("items").at("oneOf").at(1);
    CHECK(properties(item) == Names(keys::item.begin(), keys::item.end()));
    const nlohmann::json& values = root.at("properties");
    CHECK(values.at("type").at("enum").get<Names>() == Names(keys::types.begin(), keys::types.end()));
    CHECK(values.at("area").at("enum").get<Names>() == Names(keys::areas.begin(), keys::areas.end()));
}
