#include "catalog/product_file.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

#include "base/fold.h"
#include "base/joined.h"
#include "base/near.h"
#include "catalog/columns.h"
#include "yaml/document.h"
#include "yaml/trace.h"

namespace incilint::catalog {
namespace {

using yaml::Kind;
using yaml::Node;
using Words = std::span<const std::string_view>;

std::string concat(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) out.append(part);
    return out;
}

std::string quoted(std::string_view text) {
    std::size_t end = std::min<std::size_t>(text.size(), 60);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) ++end;
    return concat({"'", base::printable(text.substr(0, end)), end < text.size() ? "…'" : "'"});
}

std::string suggestion(std::string_view word, Words known) {
    const std::vector<std::string> words(known.begin(), known.end());
    return base::near_hint(word, words, "one of: " + base::joined(words));
}

/// The key for what the header of a catalog would say; empty where there is none.
std::string_view key_of_header(std::string_view word, Words known) {
    const auto role = role_of_header(word);
    if (!role) return "";
    // A product file has no key for an id: the name is what tells its products apart.
    const bool names = *role == Role::name || *role == Role::id;
    const std::string_view key = names ? "product" : catalog::word(*role);
    return std::find(known.begin(), known.end(), key) != known.end() ? key : "";
}

class FileReader {
  public:
    FileReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    base::Diagnostics faults;
    std::vector<ListedProduct> products;

    void read(const Node& root) {
        if (!map_of(root, "a product file", product_keys::product)) return;
        if (const Node* version = root.find("incilint"); version != nullptr && yaml::as_integer(*version) != 1) {
            fault(*version, "product/version", "this incilint reads product files of version 1", "write incilint: 1");
        }
        const Node* several = root.find("products");
        if (several == nullptr) {
            product(root, ListedProduct{});
            return;
        }
        const ListedProduct shared = common(root, ListedProduct{});
        for (const std::string_view key : {"product", "ingredients"}) {
            if (const Node* both = root.find(key)) {
                fault(*both, "product/two-kinds", concat({"'", key, "' beside 'products'"}), "put it into the list");
            }
        }
        if (several->kind != Kind::sequence || several->items.empty()) {
            wrong(*several, "products", "a list of products");
            return;
        }
        const Words known = Words(product_keys::product).subspan(1, product_keys::product.size() - 2);
        for (const Node& item : several->items) {
            if (map_of(item, "a product", known)) product(item, shared);
        }
    }

  private:
    void fault(const Node& node, std::string_view code, std::string text, std::string hint = "") {
        fault(node.mark, code, std::move(text), std::move(hint));
    }
    void fault(yaml::Mark mark, std::string_view code, std::string text, std::string hint) {
        base::Diagnostic& out = faults.emplace_back();
        out.code = code;
        out.where = {file_, mark.line, mark.column};
        out.text = std::move(text);
        out.hint = std::move(hint);
    }
    void wrong(const Node& node, std::string_view what, std::string_view expected) {
        const std::string got = node.kind == Kind::scalar ? concat({", not ", quoted(node.text)})
                                : node.kind == Kind::null ? ", but is empty"
                                : node.kind == Kind::map  ? ", not a map"
                                                          : ", not a list";
        fault(node, "product/wrong-type", concat({what, " must be ", expected, got}));
    }

    bool map_of(const Node& node, std::string_view what, Words known) {
        if (node.kind != Kind::map) {
            wrong(node, what, "a map");
            return false;
        }
        for (const yaml::Member& member : node.members) {
            if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
            const std::string_view key = key_of_header(member.key, known);
            fault(member.key_mark, "product/unknown-key", concat({"unknown key ", quoted(member.key), " in ", what}),
                  key.empty() ? suggestion(member.key, known) : base::did_you_mean(key));
        }
        return true;
    }

    void text(const Node& map, std::string_view key, std::string& into) {
        const Node* node = map.find(key);
        if (node == nullptr) return;
        if (node->kind == Kind::scalar) {
            into = base::trim(node->text);
        } else {
            wrong(*node, key, "a text");
        }
    }

    void word(const Node& map, std::string_view key, Words known, std::string& into) {
        text(map, key, into);
        const Node* node = map.find(key);
        if (node == nullptr || node->kind != Kind::scalar) return;
        if (std::find(known.begin(), known.end(), into) != known.end()) return;
        fault(*node, "product/unknown-word", concat({"unknown ", key, " ", quoted(into)}), suggestion(into, known));
    }

    void market(const Node& map, ListedProduct& out) {
        std::string& into = out.market;
        text(map, "market", into);
        for (char& c : into) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const Node* node = map.find("market");
        if (node == nullptr || node->kind != Kind::scalar) return;
        out.market_at = {file_, node->mark.line, node->mark.column};
        const bool letters = std::all_of(into.begin(), into.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (letters && into.size() >= 2 && into.size() <= 8) return;
        fault(*node, "product/unknown-word", concat({"market ", quoted(into), " is no code"}),
              "two to eight letters, like eu or us");
    }

    void claims(const Node& map, std::vector<std::string>& into) {
        const Node* node = map.find("claims");
        if (node == nullptr) return;
        into.clear();
        const auto add = [&](const Node& claim) {
            if (claim.kind == Kind::scalar) {
                into.emplace_back(base::trim(claim.text));
            } else {
                wrong(claim, "a claim", "a text");
            }
        };
        if (node->kind != Kind::sequence) {
            add(*node);
            return;
        }
        for (const Node& claim : node->items) add(claim);
    }

    /// What `products` may share: everything but name and ingredients.
    ListedProduct common(const Node& map, ListedProduct out) {
        text(map, "brand", out.brand);
        word(map, "type", product_keys::types, out.type);
        word(map, "area", product_keys::areas, out.area);
        market(map, out);
        claims(map, out.claims);
        return out;
    }

    void product(const Node& map, const ListedProduct& shared) {
        ListedProduct out = common(map, shared);
        out.where = {file_, map.mark.line, map.mark.column};
        text(map, "product", out.name);
        const Node* list = map.find("ingredients");
        if (list == nullptr) {
            fault(map, "product/missing-key", "a product needs the key 'ingredients'");
            return;
        }
        if (list->kind == Kind::scalar) {
            append(*list, out);
        } else if (list->kind == Kind::sequence) {
            for (const Node& item : list->items) ingredient(item, out);
        } else {
            wrong(*list, "ingredients", "a text or a list");
        }
        products.push_back(std::move(out));
    }

    void ingredient(const Node& node, ListedProduct& out) {
        const Node* name = &node;
        std::optional<double> percent;
        if (node.kind == Kind::map) {
            if (!map_of(node, "an ingredient", product_keys::item)) return;
            name = node.find("name");
            if (name == nullptr) {
                fault(node, "product/missing-key", "an ingredient needs the key 'name'");
                return;
            }
            if (const Node* share = node.find("percent")) percent = percent_of(*share);
        }
        if (name->kind != Kind::scalar || base::trim(name->text).empty()) {
            wrong(*name, "an ingredient", "a name or {name, percent}");
            return;
        }
        if (!out.label.empty()) {
            // The separator stands where the name before it ends.
            out.label.append(", ");
        }
        const std::size_t from = out.label.size();
        append(*name, out);
        out.items.push_back({{from, out.label.size()}, percent});
    }

    /// Appends a scalar to the label, with its places.
    void append(const Node& scalar, ListedProduct& out) {
        const std::size_t base = out.label.size();
        for (const yaml::Piece& piece : yaml::trace(text_, scalar)) out.origin.add(base + piece.value, piece.text);
        out.label.append(scalar.text);
    }

    /// 65, 0.5, "65 %".
    std::optional<double> percent_of(const Node& node) {
        Node bare = node;
        bare.quoted = false;
        std::string_view digits = base::trim(node.text);
        if (digits.ends_with('%')) digits = base::trim(digits.substr(0, digits.size() - 1));
        bare.text = std::string(digits);
        const auto value = yaml::as_number(bare);
        if (value && *value >= 0 && *value <= 100) return value;
        wrong(node, "percent", "a number from 0 to 100");
        return std::nullopt;
    }

    std::string_view text_;
    const std::string& file_;
};

}  // namespace

base::Expected<std::vector<ListedProduct>, base::Diagnostics> read_product_file(std::string_view text,
                                                                                const std::string& file) {
    const auto parsed = yaml::parse(text, file);
    if (!parsed) return base::Error{parsed.error()};
    FileReader reader(text, file);
    reader.read(*parsed);
    if (!reader.faults.empty()) return base::Error{std::move(reader.faults)};
    return std::move(reader.products);
}

bool tells_of_products(std::string_view text) {
    using namespace std::string_view_literals;
    // The keys that other files have no use for; `type` and `market` they may have.
    constexpr std::array own = {"incilint"sv, "product"sv, "products"sv, "ingredients"sv, "claims"sv};
    const auto root = yaml::parse(text, "");
    if (!root) return base::fold(text).find("ingredient") != std::string::npos;
    return root->kind == Kind::map && std::ranges::any_of(root->members, [&](const yaml::Member& member) {
               return std::ranges::find(own, member.key) != own.end() ||
                      base::nearest(member.key, std::vector<std::string>{"ingredients"}).has_value();
           });
}

}  // namespace incilint::catalog
