// catalog/product_file.h: the product file (.yaml, .json): what is known of a product beside its label, and the label.
// Promises: every fault at file:line:column, with a near match; every byte of the label text knows its place in the
// file. Must not know: rules, labels, what the ingredients mean. It reads bytes, not files.
//
// One map is one product; `products: [...]` holds several, and keys beside it hold for all that do not say otherwise:
//
//   incilint: 1                    # optional
//   product: Oat Wash              # name
//   brand: Example House
//   type: rinse-off                # rinse-off, leave-on, not-applicable
//   area: body                     # face, body, hair, scalp, lip, oral, nail, baby
//   market: eu                     # a code of letters
//   claims: [sulfate-free]         # a text or a list
//   ingredients: Aqua, Glycerin    # required: one text as printed, or a list of names and of {name, percent}
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "catalog/rows.h"

namespace incilint::catalog {

namespace product_keys {
using std::string_view_literals::operator""sv;
inline constexpr std::array product = {"incilint"sv, "product"sv, "brand"sv,       "type"sv,    "area"sv,
                                       "market"sv,   "claims"sv,  "ingredients"sv, "products"sv};
inline constexpr std::array item = {"name"sv, "percent"sv};
inline constexpr std::array types = {"rinse-off"sv, "leave-on"sv, "not-applicable"sv};
inline constexpr std::array areas = {"face"sv, "body"sv, "hair"sv, "scalp"sv, "lip"sv, "oral"sv, "nail"sv, "baby"sv};
}  // namespace product_keys

/// One item of an `ingredients:` list.
struct ProductItem {
    base::Span span;                ///< bytes of ListedProduct::label
    std::optional<double> percent;  ///< weight percent, 0 … 100; said outside the label text
};

struct ListedProduct {
    base::Where where;
    std::string name;
    std::string brand;
    std::string type;    ///< one of product_keys::types, or empty
    std::string area;    ///< one of product_keys::areas, or empty
    std::string market;  ///< lower case, or empty
    base::Where market_at;
    std::vector<std::string> claims;
    std::string label;               ///< the ingredients as one text: the items of a list are joined by ", "
    Origin origin;                   ///< bytes of `label` → bytes of the file (base::LineIndex makes places of them)
    std::vector<ProductItem> items;  ///< empty where `ingredients` is one text
};

/// Reads a product file; `file` is only printed.
[[nodiscard]] base::Expected<std::vector<ListedProduct>, base::Diagnostics> read_product_file(std::string_view text,
                                                                                              const std::string& file);

/// Whether a text means to be a product file: a key of its own says so, or one that is nearly `ingredients`; of a text
/// that cannot be read as YAML, the word. A repository holds other YAML and JSON too.
[[nodiscard]] bool tells_of_products(std::string_view text);

}  // namespace incilint::catalog
