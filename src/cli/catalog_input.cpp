#include "cli/catalog_input.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/fold.h"
#include "builtin/builtin.h"
#include "cli/inputs.h"
#include "label/read.h"
#include "lexicon/recognise.h"

namespace incilint::cli {
namespace {

/// Cells are looked at as far as this.
constexpr std::size_t most_cell_bytes = std::size_t{4} << 10;

/// Tells lists of ingredients by the built-in dictionary, opened when the first cell is asked about: two names or more,
/// at least half of them known.
class ListTest {
  public:
    bool operator()(std::string_view cell) {
        if (!program_) {
            auto opened = builtin::program();
            if (!opened) return false;
            program_ = std::make_shared<const match::Program>(std::move(*opened));
            reader_ = std::make_shared<label::Reader>(program_->dictionary(), program_->vocabulary());
        }
        std::size_t entries = 0, known = 0;
        const label::Label label = reader_->read(cell.substr(0, most_cell_bytes));
        for (const label::Product& product : label.products) {
            for (const label::Entry& entry : product.entries) {
                ++entries;
                known += lexicon::recognise(entry.name, program_->dictionary()).has_value();
            }
        }
        return entries >= 2 && 2 * known >= entries;
    }

  private:
    std::shared_ptr<const match::Program> program_;
    std::shared_ptr<label::Reader> reader_;
};

/// The path in small letters, without the ending of a packed file.
std::string unpacked_name(std::string_view path) {
    std::string out = base::fold(path);
    for (const std::string_view ending : {".gz", ".zst"})
        if (out.ends_with(ending)) out.resize(out.size() - ending.size());
    return out;
}

}  // namespace

bool names_a_catalog(std::string_view path) {
    const std::string name = unpacked_name(path);
    constexpr std::array<std::string_view, 5> endings = {".csv", ".tsv", ".psv", ".jsonl", ".ndjson"};
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

scan::CatalogOptions catalog_options(const Options& options, const std::string& path) {
    scan::CatalogOptions out;
    out.blocks.likely_delimiter = unpacked_name(path).ends_with(".tsv") ? '\t' : ',';
    out.blocks.max_row_bytes = options.scan.max_row_bytes;
    out.blocks.block_bytes = options.scan.block_bytes;
    out.blocks.as_it_comes = options.scan.line_buffered;
    if (options.scan.portable) out.blocks.isa = catalog::Isa::portable;
    out.encoding = options.encoding;
    out.columns = options.columns;
    out.defaults = defaults_of(options);
    out.is_list = ListTest();
    return out;
}

Exit exit_of(const base::Diagnostic& fault) {
    if (fault.code == "row/ill-formed-utf-8") return Exit::incomplete;
    for (const std::string_view usage : {"row/", "catalog/", "column/"})
        if (fault.code.starts_with(usage)) return Exit::usage;
    return Exit::incomplete;
}

}  // namespace incilint::cli
