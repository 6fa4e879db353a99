// Any bytes as a rule file and as a product file: no crash, no hang; faults have words; places lie in the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "catalog/product_file.h"
#include "rules/lint.h"
#include "rules/load.h"

using namespace incilint;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const base::Diagnostics& faults) {
    require(!faults.empty());
    for (const base::Diagnostic& fault : faults) require(!fault.code.empty() && !fault.text.empty());
}

void read_rules(std::string_view text) {
    // `extends` leads to a text without the first byte: other content, the same kind of trouble, and an end.
    const rules::Resolver resolver = [](std::string_view,
                                        const rules::RuleText& from) -> base::Expected<rules::RuleText> {
        const std::string rest = from.text.empty() ? "" : from.text.substr(1);
        return rules::RuleText{"f", std::to_string(rest.size()), rest};
    };
    const auto loaded = rules::load_rules({"f", "f", std::string(text)}, resolver);
    if (!loaded) {
        check(loaded.error());
        return;
    }
    require(loaded->digest.size() == 64);
    (void)rules::lint(*loaded, {});
    const auto joined = rules::join_rules({*loaded, *loaded});
    if (!joined) check(joined.error());
}

void read_products(std::string_view text) {
    const auto read = catalog::read_product_file(text, "f");
    if (!read) {
        check(read.error());
        return;
    }
    for (const catalog::ListedProduct& product : *read) {
        for (std::size_t at = 0; at < product.label.size(); ++at) require(product.origin.at(at) <= text.size());
        for (const catalog::ProductItem& item : product.items) require(item.span.to <= product.label.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_rules(text);
    read_products(text);
    return 0;
}
