#include "scan/column_names.h"

#include "base/fold.h"
#include "base/text.h"

namespace incilint::scan {

bool ColumnNames::take(std::string_view name) {
    return taken_.insert(base::fold(base::trim(name))).second;
}

std::string ColumnNames::kept(const std::string& header) {
    if (take(header)) return header;
    for (std::size_t number = 2;; ++number) {
        std::string name = std::string(base::trim(header)).append("_").append(std::to_string(number));
        if (take(name)) return name;
    }
}

std::string ColumnNames::own(std::string name) {
    while (!take(name)) name.insert(0, "incilint_");
    return name;
}

}  // namespace incilint::scan
