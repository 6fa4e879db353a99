#include "scan/printed_names.h"

#include "report/csv.h"

namespace incilint::scan {
namespace {

/// A name stands in a cell as guarded() would leave it, without a quote to double.
bool plain_cell(std::string_view text) {
    return !text.empty() && text.find_first_of("\"\t\r\n") == text.npos && text.front() != ' ' && text.back() != ' ' &&
           report::guarded(text) == text;
}

}  // namespace

std::uint32_t PrintedNames::number(std::string_view text, std::optional<lexicon::IngredientId> id) {
    const auto [found, is_new] = number_of_.emplace(text, static_cast<std::uint32_t>(names_.size()));
    if (is_new) {
        PrintedName& name = names_.emplace_back();
        name.size = static_cast<std::uint32_t>(text.size());
        if (text.size() > PrintedName::inline_bytes) {
            const char* const at = long_texts_.emplace_back(text).data();
            std::memcpy(name.bytes, &at, sizeof at);
        } else {
            text.copy(name.bytes, text.size());
        }
        name.id = id ? static_cast<std::uint32_t>(*id) + 1 : 0;
        name.plain_cell = plain_cell(text);
        name.quotes = text.find_first_of(",;|") != text.npos;
    }
    return found->second;
}

void PrintedNames::clear() {
    names_.clear();
    names_.emplace_back();
    long_texts_.clear();
    number_of_.clear();
}

void PrintedNames::forget_rows() {
    for (PrintedName& name : names_) name.row = 0;
}

}  // namespace incilint::scan
