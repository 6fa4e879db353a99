#include "scan/printed_names.h"

#include <algorithm>

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
    const auto place = [&]() -> std::uint32_t& {
        return id ? number_of_id_[static_cast<std::uint32_t>(*id)] : number_of_[std::string(text)];
    };
    std::uint32_t& number = place();
    if (number == 0) {
        number = static_cast<std::uint32_t>(names_.size());
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
    return number;
}

void PrintedNames::clear() {
    names_.clear();
    names_.emplace_back();
    long_texts_.clear();
    number_of_.clear();
    std::ranges::fill(number_of_id_, 0U);
}

void PrintedNames::forget_rows() {
    for (PrintedName& name : names_) name.row = 0;
}

}  // namespace incilint::scan
